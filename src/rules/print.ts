import { isoOf } from '../domain/index.ts';
import type { Language } from '../i18n/index.ts';
import { actionLists, listedId } from './actions.ts';
import type {
  ActionDeclaration,
  Declaration,
  Duration,
  Expression,
  Name,
  NumberLiteral,
  Operation,
  RowsExpression,
  ScoreItem,
  Window,
} from './ast.ts';
import { chineseDurationAt } from './chineseCounts.ts';
import { type Construct, constructOf, functionOf, levels } from './constructs.ts';
import { isGroupable } from './expressions.ts';
import { lex, shiftDecimal } from './lexer.ts';
import type { Parsed } from './parse.ts';
import type { Given, InventedRows, TestDeclaration } from './tests/tree.ts';
import { measureOf, type TestWord, testWords } from './tests/words.ts';
import {
  type ClauseWord,
  clauseWords,
  durationUnits,
  periodWords,
  rowWords,
  type SoftWord,
  softWords,
} from './tokens.ts';

/** Conditions longer than this are broken before `and` and `or`. */
const widest = 90;

/** The text of a tree in one of the two spellings, in standard layout. Broken declarations stay as typed. */
export function print(parsed: Parsed, language: Language): string {
  const printer = new Printer(language);
  const blocks: string[] = [];
  const stray = (at: number) => {
    return parsed.strays.filter(each => each.at === at).map(each => parsed.text.slice(...each.span));
  };
  const written = (each: Declaration | TestDeclaration) => {
    if (each.broken) return parsed.text.slice(...each.span);
    return each.kind === 'test' ? printer.test(each) : printer.declaration(each);
  };
  /** What stands between two declarations: strays and tests; tests without a comment are listed. */
  const between = (at: number) => {
    const tests = parsed.tests.filter(test => at === declaredBefore(parsed, test));
    const texts = tests.map(test => {
      const text = written(test);
      const comments = test.comments.filter(comment => !test.broken || !text.includes(comment));
      const listed = comments.length === 0 && !test.broken;
      return { at: test.span[0], text: [...comments.map(said), text].join('\n'), listed, ends: !test.broken };
    });
    const strays = parsed.strays.filter(each => each.at === at);
    const kept = strays.map(({ span }) => {
      return { at: span[0], text: parsed.text.slice(...span), listed: false, ends: false };
    });
    const sorted = [...texts, ...kept].sort((a, b) => a.at - b.at);
    return sorted.reduce<string[]>((written, { text, listed }, index) => {
      if (listed && sorted[index - 1]?.ends) written.push(`${written.pop()}\n${text}`);
      else written.push(text);
      return written;
    }, []);
  };
  blocks.push(...between(0));
  parsed.declarations.forEach((declaration, index) => {
    const text = written(declaration);
    const strays = stray(index + 1);
    const kept = [...stray(index), ...strays, declaration.broken ? text : ''].join('\n');
    const comments = declaration.comments
      .filter(comment => !kept.includes(comment))
      .map(comment => said(comment));
    const block = [...comments, text].join('\n');
    const listed = parsed.declarations[index - 1]?.kind === 'metric' && declaration.kind === 'metric';
    if (listed && comments.length === 0 && between(index).length === 0)
      blocks.push(`${blocks.pop()}\n${block}`);
    else blocks.push(block);
    blocks.push(...between(index + 1));
  });
  if (parsed.comments.length > 0) blocks.push(parsed.comments.map(said).join('\n'));
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : '';
}

/** How many declarations stand before a test. */
function declaredBefore(parsed: Parsed, test: TestDeclaration): number {
  return parsed.declarations.filter(each => each.span[0] < test.span[0]).length;
}

/** How wide a line is: a Chinese character takes two columns. */
function columnsOf(line: string): number {
  return line.replace(/[\u2e80-\uffef]/g, '  ').length;
}

/** A comment with its mark. */
function said(comment: string): string {
  return `# ${comment}`.trimEnd();
}

/**
 * One expression in one of the two spellings. `kept` gives the words of a part that shall stay as they are,
 * undefined for one that is to be written anew.
 */
export function printExpression(expression: Expression, language: Language, kept?: Kept): string {
  return new Printer(language, kept).expression(expression);
}

type Kept = (expression: Expression) => string | undefined;

class Printer {
  readonly #language: Language;
  readonly #kept: Kept;

  constructor(language: Language, kept: Kept = () => undefined) {
    this.#language = language;
    this.#kept = kept;
  }

  declaration(declaration: Declaration): string {
    const head = `${this.#word(declaration.kind)} ${name(declaration.name.text)}`;
    switch (declaration.kind) {
      case 'metric':
        return `${head} = ${this.expression(declaration.value)}`;
      case 'tag':
        return head + this.#number('weight', declaration.weight) + this.#when(declaration.when);
      case 'segment': {
        const { group, priority, when } = declaration;
        const grouped = group ? ` ${this.#soft('group')} ${name(group.text)}` : '';
        const rank = this.#number('priority', priority);
        return head + grouped + rank + (when ? this.#when(when) : ` ${this.#word('otherwise')}`);
      }
      case 'score': {
        const lines = declaration.items.map(item => `  ${this.#item(item)}\n`);
        return `${head} {\n${lines.join('')}}`;
      }
      case 'tier': {
        const lines = declaration.levels.map(level => {
          const from = level.from && this.#clause('from', this.#operand(level.from, levels.sum));
          const keep = level.keep && this.#clause('keep', this.#operand(level.keep, levels.sum));
          return `  ${name(level.name.text)}${from ?? ` ${this.#word('otherwise')}`}${keep ?? ''}\n`;
        });
        return `${head}${this.#clause('by', this.expression(declaration.by))} {\n${lines.join('')}}`;
      }
      case 'action':
        return head + this.#action(declaration);
    }
  }

  #action(action: ActionDeclaration): string {
    const { target, priority, within, when, say, limit, lever, success, active } = action;
    const { workingDays, context, consent, role, cooldown } = action;
    const line = (word: SoftWord, text: string | null) =>
      text === null ? '' : `\n  ${this.#soft(word)} ${text}`;
    const stated = (word: SoftWord, expression: Expression | null) => {
      return line(word, expression && this.expression(expression));
    };
    const names = (all: readonly Name[]) =>
      all.length === 0 ? null : all.map(each => name(each.text)).join(', ');
    const listed = (list: keyof typeof actionLists, word: Name | null) =>
      word && this.#listed(list, word.text);
    const weights = context.map(({ key, text, weight }) => {
      return `${name(key.text)} = ${quoted(text.value)} ${weight < 0 ? '-' : '+'}${percent(Math.abs(weight))}`;
    });
    const leverage = lever && [
      decimal(lever.factor),
      ...(lever.author ? [this.#soft('author'), quoted(lever.author.value)] : []),
      ...(lever.until === null ? [] : [this.#soft('until'), isoOf(lever.until)]),
    ];
    const days = within && (workingDays ? this.#workingDays(within.count) : this.#duration(within));
    return [
      target ? this.#clause('for', name(target.text)) : '',
      this.#number('priority', priority),
      days ? this.#clause('within', days) : '',
      when ? this.#when(when) : '',
      line('goal', listed('goal', action.goal)),
      line('kind', listed('type', action.type)),
      line('channels', names(action.channels)),
      line('role', role && quoted(role.value)),
      stated('eligible', action.eligible),
      stated('applicable', action.applicable),
      stated('suitable', action.suitable),
      stated('value', action.value),
      stated('cost', action.cost),
      line('lever', leverage?.join(' ') ?? null),
      line('context', weights.length === 0 ? null : weights.join(', ')),
      line('active', active && this.#dates(active.from, active.to)),
      line('cooldown', cooldown && this.#duration(cooldown)),
      limit ? `\n  ${this.#limit(limit)}` : '',
      line('excludes', names(action.excludes)),
      consent ? `\n  ${this.#soft('consent')}` : '',
      line('incentive', listed('incentive', action.incentive)),
      line(
        'success',
        success && this.#duration(success.within) + this.#clause('when', this.expression(success.when)),
      ),
      say ? `\n  ${this.#word('say')} ${quoted(say.value)}` : '',
    ].join('');
  }

  #workingDays(count: number): string {
    const { en, zh } = softWords.workingDays;
    return this.#language === 'zh'
      ? `${decimal(count)}${zh[0]}`
      : `${decimal(count)} ${en[count === 1 ? 1 : 0]}`;
  }

  #limit({ times, per }: NonNullable<ActionDeclaration['limit']>): string {
    const most = `${this.#soft('atMost')} ${decimal(times)}`;
    const length = `${this.#soft('per')} ${this.#duration(per)}`;
    return this.#language === 'zh' ? `${length} ${most}${softWords.times.zh[0]}` : `${most} ${length}`;
  }

  /** A word of a closed list in this spelling; as typed where the list has none such. */
  #listed(list: keyof typeof actionLists, word: string): string {
    const id = listedId(list, word);
    return id ? actionLists[list][id]![this.#language][0]! : name(word);
  }

  #item({ value, when }: ScoreItem): string {
    const worth = this.#operand(value, levels.sum);
    if (!when) return worth;
    const weight = value.kind === 'number' || (value.kind === 'operation' && value.construct === 'negative');
    const named = when.kind === 'name' || (when.kind === 'reference' && ['tag', 'segment'].includes(when.to));
    if (weight && named && /^-?[\d.]+$/.test(worth)) return `${this.expression(when)} ${worth}`;
    return `${worth} ${this.#word('when')} ${this.expression(when)}`;
  }

  #soft(word: SoftWord): string {
    return softWords[word][this.#language][0]!;
  }

  #dates(from: number, to: number): string {
    const word = this.#language === 'zh' ? '至' : clauseWords.to.en[0];
    return `${isoOf(from)} ${word} ${isoOf(to)}`;
  }

  test({ name: { text }, about, expects }: TestDeclaration): string {
    const head = `${this.#word('test')} ${name(text)}`;
    const conditions = expects.map(each => this.expression(each)).join(', ');
    if (!about) return `${head} ${this.#testWord('always')} ${conditions}`;
    const whom =
      about.kind === 'text'
        ? `${this.#word('for')} ${quoted(about.value)}`
        : `${this.#testWord('given')} { ${this.#facts(about).join(', ')} }`;
    const expected = `${this.#testWord('expects')} ${conditions}`;
    const line = `${head} ${whom} ${expected}`;
    return columnsOf(line) <= widest ? line : `${head} ${whom}\n  ${expected}`;
  }

  #facts({ facts }: Given): string[] {
    return facts.map(each => (each.kind === 'invented' ? this.#invented(each) : this.expression(each)));
  }

  #invented({ of, count, each, over, latest, where }: InventedRows): string {
    const measure = this.#language === 'zh' ? measureOf[of] : '';
    const parts = [rowWords[of][this.#language][0]!, decimal(count) + measure];
    if (each) parts.push(this.#testWord('each'), number(each));
    if (over) parts.push(this.#testWord('over'), this.#duration(over));
    const text = parts.join(' ') + (latest ? this.#latest(latest) : '');
    return where ? text + this.#clause('where', this.expression(where)) : text;
  }

  #latest(latest: Duration): string {
    const gap = this.#language === 'zh' ? '' : ' ';
    return `, ${this.#testWord('latest')} ${this.#duration(latest)}${gap}${this.#testWord('ago')}`;
  }

  #testWord(word: TestWord): string {
    return testWords[word][this.#language][0]!;
  }

  expression(expression: Expression): string {
    const kept = this.#kept(expression);
    if (kept !== undefined) return kept;
    switch (expression.kind) {
      case 'number':
        return number(expression);
      case 'duration':
        return this.#duration(expression.duration);
      case 'date':
        return isoOf(expression.day);
      case 'text':
        return quoted(expression.value);
      case 'list':
        return `[${expression.items.map(item => this.expression(item)).join(', ')}]`;
      case 'name':
        return name(expression.name);
      case 'reference':
        return `${this.#word(expression.to)} ${name(expression.name)}`;
      case 'rows':
        return this.#rows(expression);
      case 'windowed':
        return this.#windowed(this.#operand(expression.value, levels.primary), expression.window);
      case 'operation':
        return layouts[constructOf(expression.construct).form](
          constructOf(expression.construct),
          expression,
          (operand, minimum) => this.#operand(operand, minimum),
          this.#language,
        );
      case 'missing':
        return '';
    }
  }

  #operand(expression: Expression, minimum: number): string {
    const text = this.expression(expression);
    return levelOf(expression) < minimum ? `(${text})` : text;
  }

  #word(word: ClauseWord): string {
    return clauseWords[word][this.#language][0]!;
  }

  #clause(word: ClauseWord, text: string): string {
    return ` ${this.#word(word)} ${text}`;
  }

  #number(word: ClauseWord, value: number | null): string {
    return value === null ? '' : this.#clause(word, decimal(value));
  }

  #when(when: Expression): string {
    const line = `\n  ${this.#word('when')} ${this.expression(when)}`;
    if (line.length <= widest || when.kind !== 'operation') return line;
    const construct = constructOf(when.construct);
    if (construct.form !== 'chain') return line;
    const parts = when.operands.map(operand => this.#operand(operand, construct.level + 1));
    return `\n  ${this.#word('when')} ${parts.join(`\n    ${construct[this.#language][0]} `)}`;
  }

  #duration({ count, unit }: Duration): string {
    const { en, zh } = durationUnits[unit];
    if (this.#language === 'zh') return `${decimal(count)}${zh[0]}`;
    return `${decimal(count)} ${en[count === 1 ? 0 : 1]}`;
  }

  #windowed(text: string, window: Window): string {
    const inside = constructOf('in')[this.#language][0];
    if ('from' in window) return `${text} ${inside} ${this.#dates(window.from, window.to)}`;
    if (this.#language === 'en') {
      if ('count' in window) return `${text} in ${this.#word('last')} ${this.#duration(window)}`;
      const which = window.period === 'this' ? 'this' : `${this.#word('last')} calendar`;
      return `${text} in ${which} ${durationUnits[window.unit].en[0]}`;
    }
    const gap = /^[\x20-\x7e]/.test(text) ? ' ' : '';
    if ('count' in window) return `${this.#word('last')}${this.#duration(window)}${gap}${text}`;
    return `${periodWords[window.period][window.unit][0]} ${text}`;
  }

  #rows({ of, field, window, where }: RowsExpression): string {
    const rows = rowWords[of][this.#language][0] + (field ? `.${name(field.text)}` : '');
    const windowed = window ? this.#windowed(rows, window) : rows;
    return windowed + (where ? this.#clause('where', this.expression(where)) : '');
  }
}

type Operand = (operand: Expression, minimum: number) => string;
type Layout = (construct: Construct, operation: Operation, operand: Operand, language: Language) => string;

const layouts: Readonly<Record<Construct['form'], Layout>> = {
  chain(construct, { operands }, operand, language) {
    const parts = operands.map(each => operand(each, construct.level + 1));
    return parts.join(` ${construct[language][0]} `);
  },
  infix(construct, { operands: [left, right] }, operand, language) {
    const associates = construct.level === levels.comparison ? construct.level + 1 : construct.level;
    return `${operand(left!, associates)} ${construct[language][0]} ${operand(right!, construct.level + 1)}`;
  },
  prefix(construct, { operands: [value] }, operand, language) {
    const spelling = construct[language][0]!;
    const text = operand(value!, construct.level);
    if (spelling === '-') return spelling + text;
    return `${spelling} ${text.startsWith('-') ? `(${text})` : text}`;
  },
  postfix(construct, { operands: [value] }, operand, language) {
    return `${operand(value!, construct.level + 1)} ${construct[language][0]}`;
  },
  between(construct, { operands }, operand, language) {
    const [value, low, high] = operands.map(each => operand(each, construct.level + 1));
    const and = language === 'zh' ? clauseWords.to.zh[0] : constructOf('and').en[0];
    return `${value} ${construct[language][0]} ${low} ${and} ${high}`;
  },
  of(construct, { operands: [share, value] }, operand, language) {
    const percent = operand(share!, levels.primary);
    if (language === 'zh') return `${operand(value!, levels.primary)}${construct.zh[0]}${percent}`;
    return `${percent} ${construct.en[0]} ${operand(value!, levels.prefix)}`;
  },
  function(construct, { operands }, operand, language) {
    if (operands.length === 0 && construct.ofLeftSide) return construct[language][0]!;
    return `${construct[language][0]}(${operands.map(each => operand(each, 0)).join(', ')})`;
  },
  word: (construct, _, __, language) => construct[language][0]!,
  top(construct, { operands: [value, places] }, operand, language) {
    const count = operand(places!, levels.primary);
    if (language === 'en')
      return `${construct.en[0]} ${count} ${clauseWords.by.en[0]} ${operand(value!, levels.sum)}`;
    const suffix = count.endsWith('%') ? '' : softWords.rankPlaces.zh[0];
    return `${operand(value!, levels.sum)} ${construct.zh[0]}${count.endsWith('%') ? '' : ' '}${count}${suffix}`;
  },
  within(construct, { operands: [value, group] }, operand, language) {
    const among = operand(group!, levels.primary);
    const ranked = value!.kind === 'operation' && constructOf(value.construct).form === 'top' ? value : null;
    const ambiguous = ranked !== null && isGroupable(ranked.operands[0]!);
    if (language === 'en') {
      return `${operand(value!, ambiguous ? levels.primary : levels.comparison)} ${construct.en[0]} ${among}`;
    }
    const best = (each: Expression, minimum: number) => {
      const text = operand(each, Math.max(minimum, levels.primary));
      return ambiguous && each === ranked.operands[0] ? `(${text})` : text;
    };
    const text = ranked
      ? layouts.top(constructOf(ranked.construct), ranked, best, language)
      : operand(value!, levels.comparison);
    const glued = /^\p{Script=Han}+$/u.test(among) && /^\p{Script=Han}+\(/u.test(text);
    return glued ? `${construct.zh[0]}${among}${text}` : `${construct.zh[0]} ${among} ${text}`;
  },
  frozen(construct, { operands: [value, number, date] }, operand, language) {
    const word = softWords.on[language][0];
    return `${operand(value!, levels.primary)} ${construct[language][0]} ${operand(number!, levels.prefix)} ${word} ${operand(date!, levels.primary)}`;
  },
  soon(construct, { operands: [date, length] }, operand, language) {
    const [left, days] = [operand(date!, construct.level + 1), operand(length!, levels.primary)];
    if (language === 'zh') return `${left} ${days}${construct.zh[0]}`;
    return `${left} ${construct.en[0]} ${softWords.next.en[0]} ${days}`;
  },
  internal: () => '',
};

/** How tightly an expression binds as it is written: see `levels`. */
export function levelOf(expression: Expression): number {
  if (expression.kind === 'operation') return constructOf(expression.construct).level;
  return expression.kind === 'rows' && expression.where ? 0 : levels.primary;
}

/** A name as it must be written to be read as one name. */
export function name(text: string): string {
  const { tokens } = lex(text);
  const [token] = tokens;
  const plain =
    tokens.length === 2 &&
    token?.type === 'word' &&
    token.text === text &&
    !token.quoted &&
    token.words.length === 0 &&
    !functionOf(text)?.ofLeftSide &&
    !Object.values(rowWords).some(({ en, zh }) => [...en, ...zh].some(each => each === text.toLowerCase())) &&
    !text.startsWith('的') &&
    chineseDurationAt(text, 0)?.length !== text.length;
  if (plain) return text;
  // Keyboards for Latin script have no 「」: such a name gets the quotes that they do have, where it can.
  const ticks = text.includes('」') || !(text.includes('`') || /\p{Script=Han}/u.test(text));
  return ticks ? `\`${text}\`` : `「${text}」`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

function number({ value, unit }: NumberLiteral): string {
  if (unit === 'percent') return percent(value);
  return unit === 'money' ? `${decimal(value)}元` : decimal(value);
}

function percent(value: number): string {
  return `${decimal(shiftDecimal(value, 2))}%`;
}

/** Digits without an exponent, as many as the number needs. */
function decimal(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}
