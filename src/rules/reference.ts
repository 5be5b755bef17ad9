import { valueId, valueLabel } from '../domain/index.ts';
import type { Language, Text } from '../i18n/index.ts';
import { comparedField, subjectAt } from './complete.ts';
import { constructs, type Section } from './constructs.ts';
import { lex } from './lexer.ts';
import { findField } from './names.ts';
import { parse, parseExpression } from './parse.ts';
import { name, print, printExpression } from './print.ts';
import { exampleWords, type StatementSection, statements } from './statements.ts';
import type { Spelling } from './tokens.ts';

/** One thing that can be said. */
export interface ReferenceEntry {
  readonly id: string;
  /** In the language asked for, the one that is printed first. */
  readonly spellings: readonly string[];
  /** In the other language. */
  readonly others: readonly string[];
  readonly help: string;
  /** An expression, or where `whole` a text of declarations. */
  readonly example: string;
  readonly whole: boolean;
  /** What the example comes to for one customer: amounts in minor units, shares from 0 to 1. */
  readonly gives: number | boolean | string | null;
}

export interface ReferenceSection {
  readonly id: Section | StatementSection;
  readonly title: string;
  readonly entries: readonly ReferenceEntry[];
}

const titles: Readonly<Record<Section | StatementSection, Text>> = {
  declaration: { en: 'Declarations', zh: '声明' },
  logic: { en: 'And, or, not', zh: '且、或、非' },
  comparison: { en: 'Comparisons', zh: '比较' },
  text: { en: 'Texts and lists', zh: '文本与列表' },
  arithmetic: { en: 'Calculations', zh: '计算' },
  date: { en: 'Dates', zh: '日期' },
  rows: { en: 'Orders and interactions', zh: '订单与互动' },
  window: { en: 'Windows of time', zh: '时间范围' },
  population: { en: 'Against all customers', zh: '与全部客户相比' },
  score: { en: 'Scores', zh: '评分' },
  group: { en: 'Segments that exclude each other', zh: '互斥的分群' },
  action: { en: 'What an action may say', zh: '动作的各项' },
  test: { en: 'Tests of rules', zh: '规则的测试' },
  writing: { en: 'How to write it', zh: '写法' },
};

const order = Object.keys(titles) as (Section | StatementSection)[];

/** The whole language, from the tables that define it, in one of its spellings. */
export function reference(language: Language): ReferenceSection[] {
  return order.map(id => ({ id, title: titles[id][language], entries: entriesOf(id, language) }));
}

function entriesOf(id: Section | StatementSection, language: Language): ReferenceEntry[] {
  const said = statements
    .filter(each => each.section === id)
    .map(each => entry(each, each.help, wholeIn(each.example, language), true, each.gives, language));
  const made = constructs
    .filter(each => each.section === id && each.form !== 'internal')
    .map(each => {
      const [example, gives] = each.example;
      return entry(each, each.help, expressionIn(example, language), false, gives, language);
    });
  return [...said, ...made];
}

function entry(
  { id, en, zh }: Spelling & { readonly id: string },
  help: Text,
  example: string,
  whole: boolean,
  gives: ReferenceEntry['gives'],
  language: Language,
): ReferenceEntry {
  const [spellings, others] = language === 'zh' ? [zh, en] : [en, zh];
  const level = typeof gives === 'string' ? (saidIn(language, gives) ?? gives) : gives;
  return { id, spellings, others, help: help[language], example, whole, gives: level };
}

function wholeIn(example: string, language: Language): string {
  const words = print(parse(example), language);
  return print(parse(localised(words, language)), language).trimEnd();
}

/** An expression written in English, with the words and names of a language. */
export function expressionIn(example: string, language: Language): string {
  if (language === 'en') return localised(example, language);
  const words = printExpression(parseExpression(example).expression, language);
  return printExpression(parseExpression(localised(words, language)).expression, language);
}

/** The same text with names, values and messages as the language has them. */
function localised(text: string, language: Language): string {
  const { tokens } = lex(text);
  let result = '';
  let from = 0;
  tokens.forEach((token, index) => {
    const written = textOf(index);
    if (written === null) return;
    result += text.slice(from, token.span[0]) + written;
    from = token.span[1];
  });
  return result + text.slice(from);

  function textOf(index: number): string | null {
    const token = tokens[index]!;
    const before = tokens.slice(0, index);
    if (token.type === 'text') {
      const field = comparedField(before);
      const id = field && valueId(field, token.value);
      const label = field && id ? valueLabel(field, id, language) : said(token.value);
      return label && `"${label}"`;
    }
    if (language === 'en' || token.type !== 'word' || token.words.length > 0) return null;
    const own = said(token.text);
    if (own) return name(own);
    const row = subjectAt(before);
    const field = (row && findField(row, token.text)) ?? findField('customer', token.text);
    return field?.id === token.text ? name(field.zh) : null;
  }

  function said(word: string): string | null {
    return saidIn(language, word);
  }
}

function saidIn(language: Language, word: string): string | null {
  return language === 'zh' ? (exampleWords[word] ?? null) : null;
}
