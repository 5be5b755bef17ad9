import { type Field, nameInRules, type Subject, valueLabel } from '../domain/index.ts';
import type { Language } from '../i18n/index.ts';
import { actionLists } from './actions.ts';
import type { World } from './checked.ts';
import { constructs } from './constructs.ts';
import { lex, type Token } from './lexer.ts';
import { type Fields, fieldsWith } from './names.ts';
import { parse } from './parse.ts';
import { name } from './print.ts';
import { type TestWord, testWords } from './tests/words.ts';
import {
  clauseWords,
  type OpeningWord,
  openingWords,
  type RowSubject,
  rowWords,
  type SoftWord,
  softWords,
} from './tokens.ts';

/** Something that may be written at a place. */
export interface Completion {
  readonly label: string;
  readonly insert: string;
  readonly kind: 'keyword' | 'function' | 'field' | 'declared' | 'value';
  readonly help: string;
  /** Of a value: as it is stored, and in which field. */
  readonly stored?: { readonly field: Field; readonly value: string };
}

/** What may be written at `offset`, in the spelling of `language`. The caller narrows it by what is typed. */
export function completions(text: string, offset: number, world: World, language: Language): Completion[] {
  const before = lex(text.slice(0, offset)).tokens.slice(0, -1);
  const typing = before.at(-1);
  const known = fieldsWith(world.fields);
  if (typing?.type === 'text' && (!typing.closed || typing.span[1] > offset)) {
    const field = comparedField(before, known);
    return field ? valuesOf(field, world, language, false) : [];
  }
  const written = typing?.type === 'word' && typing.span[1] === offset ? before.slice(0, -1) : before;
  const previous = written.at(-1);
  if (
    !previous ||
    text.slice(previous.span[1], typing === previous ? offset : typing!.span[0]).includes('\n')
  ) {
    const opening = openingWords.map(word => keyword(word, language));
    return [...opening, ...clauses(language), ...ownWords(written, language)];
  }
  const listed = listBehind(written, language);
  if (listed) return listed;
  const subject = subjectAt(written);
  if (previous.type === 'symbol' && previous.text === '.')
    return fieldsOf(known, subject ?? 'order', language);
  const field = previous.type === 'symbol' || previous.type === 'word' ? comparedField(written, known) : null;
  return [
    ...(field && previous.type === 'symbol' ? valuesOf(field, world, language, true) : []),
    ...fieldsOf(known, subject ?? 'customer', language),
    ...(subject ? [] : declared(text, openingAt(written) === 'test')),
    ...operators(language),
    ...clauses(language),
    ...ownWords(written, language),
  ];
}

function keyword(word: keyof typeof clauseWords, language: Language): Completion {
  const label = clauseWords[word][language][0] ?? word;
  return { label, insert: label, kind: 'keyword', help: '' };
}

function clauses(language: Language): Completion[] {
  const rows = Object.values(rowWords).map(row => row[language][0]!);
  const words = (Object.keys(clauseWords) as (keyof typeof clauseWords)[]).filter(word => {
    return clauseWords[word][language].length > 0 && !(openingWords as readonly string[]).includes(word);
  });
  return [
    ...rows.map(label => ({ label, insert: label, kind: 'keyword', help: '' }) as const),
    ...words.map(word => keyword(word, language)),
    ...(['tag', 'segment', 'tier'] as const).map(word => keyword(word, language)),
  ];
}

const clausesOf: Readonly<Record<string, readonly SoftWord[]>> = {
  segment: ['group'],
  action: [
    ...(['goal', 'kind', 'channels', 'role', 'eligible', 'applicable', 'suitable', 'value', 'cost'] as const),
    ...(['lever', 'context', 'active', 'cooldown', 'atMost', 'excludes', 'consent', 'incentive'] as const),
    'success',
  ],
};

/** Words that mean something only in the declaration in which they stand. */
function ownWords(tokens: readonly Token[], language: Language): Completion[] {
  const kind = openingAt(tokens);
  const words =
    kind === 'test'
      ? (Object.keys(testWords) as TestWord[]).map(word => testWords[word][language][0])
      : (clausesOf[kind ?? ''] ?? []).map(word => softWords[word][language][0]!);
  return words.map(label => ({ label, insert: label, kind: 'keyword', help: '' }));
}

/** What the declaration is in which the tokens end; undefined before the first. */
function openingAt(tokens: readonly Token[]): OpeningWord | undefined {
  const opening = tokens.findLast(each => each.type === 'word' && each.first && each.words.some(isOpening));
  return opening?.type === 'word' ? opening.words.find(isOpening) : undefined;
}

function isOpening(word: string): word is OpeningWord {
  return (openingWords as readonly string[]).includes(word);
}

/** The choices behind `goal`, `kind` and `incentive` of an action; null elsewhere. */
function listBehind(tokens: readonly Token[], language: Language): Completion[] | null {
  const previous = tokens.at(-1);
  if (previous?.type !== 'word' || openingAt(tokens) !== 'action') return null;
  const lists = { goal: 'goal', kind: 'type', incentive: 'incentive' } as const;
  for (const [word, list] of Object.entries(lists) as [keyof typeof lists, keyof typeof actionLists][]) {
    const { en, zh } = softWords[word];
    if (![...en, ...zh].some(spelling => spelling === previous.text.toLowerCase())) continue;
    return Object.values(actionLists[list]).map(each => {
      const label = each[language][0]!;
      return { label, insert: label, kind: 'value', help: '' };
    });
  }
  return null;
}

function operators(language: Language): Completion[] {
  return constructs
    .filter(construct => construct.form !== 'internal' && /\p{L}/u.test(construct[language][0]!))
    .map(construct => {
      const label = construct[language][0]!;
      const called = construct.form === 'function';
      return {
        label,
        insert: called ? `${label}(` : label,
        kind: called ? 'function' : 'keyword',
        help: construct.help[language],
      };
    });
}

function fieldsOf(known: Fields, of: Subject, language: Language): Completion[] {
  return known
    .of(of)
    .filter(field => field.place !== 'row')
    .map(field => {
      const label = nameInRules(field, language);
      return { label, insert: name(label), kind: 'field', help: field.help[language] };
    });
}

/** `actions`: whether they may be named too, as a test does. */
function declared(text: string, actions: boolean): Completion[] {
  return parse(text)
    .declarations.filter(each => each.name.text !== '' && (actions || each.kind !== 'action'))
    .map(({ name: { text: label } }) => ({ label, insert: name(label), kind: 'declared', help: '' }));
}

function valuesOf(field: Field, world: World, language: Language, quoted: boolean): Completion[] {
  const occurring = world.dictionary(field.of, field.id)?.values.slice(1) ?? [];
  const values = new Set([...occurring, ...(field.values ?? []).map(value => value.id)]);
  return [...values].slice(0, 200).map(value => {
    const label = valueLabel(field, value, language);
    const insert = quoted ? `"${label}"` : label;
    return { label, insert, kind: 'value', help: '', stored: { field, value } };
  });
}

/** The text field to which a value is about to be compared: the nearest name before, in its surroundings. */
export function comparedField(tokens: readonly Token[], known = fieldsWith([])): Field | null {
  const index = tokens.findLastIndex(each => each.type === 'word' && each.words.length === 0);
  const token = tokens[index];
  const dot = tokens[index - 1];
  const inside = dot?.type === 'symbol' && dot.text === '.' ? subjectAt(tokens.slice(0, index)) : null;
  const of = inside ?? subjectAt(tokens) ?? 'customer';
  const field = token?.type === 'word' ? known.find(of, token.text) : undefined;
  return field && (field.kind === 'text' || field.kind === 'texts') ? field : null;
}

/** Whose fields are meant: those of the rows named inside the innermost open parenthesis, null = the customer's. */
export function subjectAt(tokens: readonly Token[]): RowSubject | null {
  if (openingAt(tokens) === 'test') return inventedAt(tokens) ?? enclosedAt(tokens);
  return enclosedAt(tokens);
}

/** The rows that a test invents, behind their `where`. */
function inventedAt(tokens: readonly Token[]): RowSubject | null {
  const where = tokens.findLastIndex(each => each.type === 'word' && each.words.includes('where'));
  const ended = tokens.slice(where).some(each => each.type === 'symbol' && ',;(){}'.includes(each.text));
  if (where < 0 || ended) return null;
  const rows = tokens.slice(0, where).findLast(each => rowsNamed(each) !== null);
  return rows ? rowsNamed(rows) : null;
}

function rowsNamed(token: Token): RowSubject | null {
  if (token.type !== 'word') return null;
  const found = (['order', 'interaction'] as const).find(of => {
    const { en, zh } = rowWords[of];
    return [...en, ...zh].some(spelling => spelling === token.text.toLowerCase());
  });
  return found ?? null;
}

function enclosedAt(tokens: readonly Token[]): RowSubject | null {
  let closed = 0;
  let subject: RowSubject | null = null;
  for (const token of tokens.toReversed()) {
    if (token.type === 'symbol' && token.text === ')') closed++;
    if (token.type === 'symbol' && token.text === '(' && closed-- === 0) return subject;
    if (closed === 0) subject ??= rowsNamed(token);
  }
  return null;
}
