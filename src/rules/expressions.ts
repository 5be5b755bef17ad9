import type { DateRange, Duration, Expression, Name, Operation, Window } from './ast.ts';
import { type Construct, constructOf, constructs, functionOf, levels } from './constructs.ts';
import type { WordToken } from './lexer.ts';
import { findField } from './names.ts';
import type { Reader } from './reader.ts';
import {
  type DurationUnit,
  declarationWords,
  durationUnits,
  periodWords,
  type RowSubject,
  rowWords,
} from './tokens.ts';

/** Deeper nesting than any rule needs: beyond it walking the tree could exhaust the stack. */
const deepest = 200;

/** Constructs spelled with several words, longest first. */
const phrases = constructs
  .filter(each => ['infix', 'prefix', 'function', 'word'].includes(each.form) && each.id !== 'notIn')
  .flatMap(construct => {
    const spellings = construct.en.filter(spelling => spelling.includes(' '));
    return spellings.map(spelling => ({ construct, words: spelling.split(' ') }));
  })
  .sort((a, b) => b.words.length - a.words.length);
const dateWords: readonly string[] = constructs
  .filter(each => each.form === 'prefix' && each.section === 'date')
  .map(each => each.id);
const statistics = constructs.filter(each => each.grouped);
const periods = new Map<string, Window>(
  Object.entries(periodWords).flatMap(([period, units]) =>
    Object.entries<readonly string[]>(units).flatMap(([unit, spellings]) =>
      spellings.map(spelling => {
        return [spelling, { period: period as 'this', unit: unit as DurationUnit }] as const;
      }),
    ),
  ),
);

const infixSymbols = new Map(
  constructs
    .filter(each => each.form === 'infix')
    .flatMap(each => each.en.map(spelling => [spelling, each] as const)),
);
const infixWords = constructs.filter(each => ['infix', 'chain', 'between'].includes(each.form));
const rowSpellings = new Map(
  Object.entries(rowWords).flatMap(([of, { en, zh }]) =>
    [...en, ...zh].map(spelling => [spelling as string, of as RowSubject] as const),
  ),
);

/** Reads the longest expression whose operators bind at least as tightly as `minimum`. */
export function readExpression(reader: Reader, minimum: number = levels.or, depth = 0): Expression {
  if (depth > deepest) return reader.unexpected('tooDeep');
  const [start] = reader.peek().span;
  let left = readOperand(reader, depth);
  for (let length = 0; ; length++) {
    if (length > deepest) return reader.unexpected('tooDeep');
    const extended = readSuffix(reader, left, start, minimum, depth);
    if (!extended) return left;
    left = extended;
  }
}

function operation(
  reader: Reader,
  construct: Construct,
  start: number,
  operands: readonly Expression[],
): Operation {
  const span = [start, Math.max(start, reader.end)] as const;
  return { kind: 'operation', id: reader.id(), span, construct: construct.id, operands };
}

function phraseAt(reader: Reader, forms: readonly Construct['form'][]) {
  return phrases.find(({ construct, words }) => forms.includes(construct.form) && reader.phrase(words));
}

/** Whatever may follow a complete operand; null where nothing more belongs to the expression. */
function readSuffix(
  reader: Reader,
  left: Expression,
  start: number,
  minimum: number,
  depth: number,
): Expression | null {
  if (atWindow(reader)) {
    reader.take();
    const window = readWindow(reader);
    return { kind: 'windowed', id: reader.id(), span: [start, reader.end], value: left, window };
  }
  const next = reader.peek(1);
  const called = left.kind === 'operation' ? constructOf(left.construct) : null;
  if (isGroupable(left) && reader.atWord('within') && next.type !== 'duration' && next.type !== 'number') {
    reader.take();
    return operation(reader, constructOf('within'), start, [left, readGroup(reader, depth)]);
  }
  if (called?.form === 'function' && reader.soft('frozen') > 0) return readFrozen(reader, left, start, depth);
  if (minimum <= levels.prefix && reader.atWord('of') && next.type === 'number' && next.unit === 'percent') {
    reader.take();
    const share = readOperand(reader, depth);
    return operation(reader, constructOf('of'), start, [share, left]);
  }
  if (minimum > levels.comparison) return readInfix(reader, left, start, minimum, depth);
  const soon = levelOf(left) > levels.comparison ? readSoon(reader, left, start) : null;
  if (soon) return soon;
  const places = reader.peek(1).type === 'number' ? placesAt(reader) : null;
  if (places) {
    reader.take();
    return operation(reader, places, start, [left, readPlaces(reader)]);
  }
  if (reader.atWord('known') || reader.atWord('unknown')) return readKnowledge(reader, left, start);
  if (reader.atWord('is') && (reader.atWord('known', 1) || reader.atWord('unknown', 1))) {
    reader.take();
    return readKnowledge(reader, left, start);
  }
  return readInfix(reader, left, start, minimum, depth);
}

/** Whether `within` a group may follow: a statistic over customers, not an aggregate over one customer's rows. */
export function isGroupable(expression: Expression): boolean {
  if (expression.kind !== 'operation') return false;
  return constructOf(expression.construct).grouped !== undefined && expression.operands[0]?.kind !== 'rows';
}

/** The group behind a statistic: a field or a tier. */
function readGroup(reader: Reader, depth: number): Expression {
  if (reader.peek().type === 'word' || reader.atSymbol('(')) return readOperand(reader, depth);
  return reader.unexpected('expectedName', { word: 'within', wordZh: '同' });
}

/** `frozen 356.69 on 2026-09-30`. */
function readFrozen(reader: Reader, left: Expression, start: number, depth: number): Expression {
  reader.skipSoft('frozen');
  const value = readExpression(reader, levels.prefix, depth + 1);
  if (!reader.skipSoft('on')) reader.unexpected('expected', { word: 'on', wordZh: '于' });
  const token = reader.peek();
  if (token.type !== 'date') return reader.unexpected('expectedDate');
  reader.take();
  const date: Expression = { kind: 'date', id: reader.id(), span: token.span, day: token.day };
  return operation(reader, constructOf('frozen'), start, [left, value, date]);
}

/** `birthday within next 7 days`, `生日 7天内`. */
function readSoon(reader: Reader, left: Expression, start: number): Expression | null {
  const behind = reader.atWord('in') ? 1 : 0;
  const coming = behind + reader.soft('next', behind);
  if (reader.peek(coming).type === 'duration' && reader.soft('inside', coming + 1) > 0) {
    for (let taken = 0; taken < coming; taken++) reader.take();
    const length = readOperand(reader, 0);
    reader.skipSoft('inside');
    return operation(reader, constructOf('soon'), start, [left, length]);
  }
  const next = reader.soft('next', 1);
  if (!reader.phrase(constructOf('soon').en) || reader.peek(1 + next).type !== 'duration') return null;
  if (reader.limits && next === 0 && !mayBeDate(reader, left)) return null;
  reader.take();
  reader.skipSoft('next');
  return operation(reader, constructOf('soon'), start, [left, readOperand(reader, 0)]);
}

/**
 * Whether `within 7 days` right behind it asks for a date's return: behind a date of the catalogue, and on the same
 * line behind a name that can only be a field of the user's own.
 */
function mayBeDate(reader: Reader, left: Expression): boolean {
  if (left.kind !== 'name') return false;
  const field = findField('customer', left.name);
  return field ? field.kind === 'date' : !reader.peek().first && !reader.isDeclared(left.name);
}

/** `top` or `bottom` where that word stands before a number. */
function placesAt(reader: Reader): Construct | null {
  const token = reader.peek();
  if (token.type !== 'word' || token.quoted) return null;
  const { text } = token;
  return best.find(({ en, zh }) => [...en, ...zh].includes(text.toLowerCase())) ?? null;
}
const best = constructs.filter(each => each.form === 'top');

function readPlaces(reader: Reader): Expression {
  const token = reader.peek();
  if (token.type !== 'number') return reader.unexpected('expectedPlaces');
  reader.take();
  reader.skipSoft('rankPlaces');
  return { kind: 'number', id: reader.id(), span: token.span, value: token.value, unit: token.unit };
}

function levelOf(expression: Expression): number {
  return expression.kind === 'operation' ? constructOf(expression.construct).level : levels.primary;
}

function readKnowledge(reader: Reader, left: Expression, start: number): Expression {
  const construct = constructOf(reader.atWord('known') ? 'isKnown' : 'isUnknown');
  reader.take();
  return operation(reader, construct, start, [left]);
}

function readInfix(
  reader: Reader,
  left: Expression,
  start: number,
  minimum: number,
  depth: number,
): Expression | null {
  const construct = infixAt(reader);
  if (!construct || construct.level < minimum) return null;
  const position = reader.peek().span;
  const words = phraseAt(reader, ['infix'])?.words.length ?? 1;
  for (let taken = 0; taken < words; taken++) reader.take();
  if (construct.id === 'notIn' && reader.atWord('in')) reader.take();
  if (construct.form === 'chain') {
    const operands = [left];
    do operands.push(readExpression(reader, construct.level + 1, depth + 1));
    while (reader.skip(construct.id));
    return operation(reader, construct, start, operands);
  }
  const operands = [left, readExpression(reader, construct.level + 1, depth + 1)];
  if (construct.form === 'between') {
    if (!reader.skip('and') && !reader.skip('to'))
      reader.unexpected('expected', { word: 'and', wordZh: '到' });
    operands.push(readExpression(reader, construct.level + 1, depth + 1));
  }
  if (construct.level === levels.comparison && infixAt(reader)?.level === levels.comparison) {
    return reader.fail('chainedComparison', {}, [position[0], reader.peek().span[1]]);
  }
  return operation(reader, construct, start, operands);
}

function infixAt(reader: Reader): Construct | null {
  const token = reader.peek();
  if (token.type === 'symbol') {
    if (reader.linewise && token.first && token.text === '-') return null;
    return infixSymbols.get(token.text) ?? null;
  }
  if (token.type !== 'word') return null;
  const phrase = phraseAt(reader, ['infix']);
  if (phrase) return phrase.construct;
  if (reader.atWord('not')) return reader.atWord('in', 1) ? constructOf('notIn') : null;
  if (reader.atWord('is')) return constructOf('=');
  return infixWords.find(construct => token.words.includes(construct.id)) ?? null;
}

function readOperand(reader: Reader, depth: number): Expression {
  const token = reader.peek();
  const [start] = token.span;
  const literal = { id: reader.id(), span: token.span };
  switch (token.type) {
    case 'number': {
      reader.take();
      const number = { kind: 'number' as const, ...literal, value: token.value, unit: token.unit };
      if (token.unit !== 'percent' || !reader.atWord('of')) return number;
      reader.take();
      return operation(reader, constructOf('of'), start, [
        number,
        readExpression(reader, levels.prefix, depth + 1),
      ]);
    }
    case 'duration':
      return { kind: 'duration', ...literal, duration: readDuration(reader) };
    case 'date':
      reader.take();
      return { kind: 'date', ...literal, day: token.day };
    case 'text':
      if (!token.closed) return reader.unexpected('textNotClosed');
      reader.take();
      return { kind: 'text', ...literal, value: token.value };
    case 'symbol':
      return readBracketed(reader, token.text, depth);
    case 'word':
      return readWord(reader, token, depth);
    default:
      return reader.unexpected('expectedValue');
  }
}

function readBracketed(reader: Reader, symbol: string, depth: number): Expression {
  const [start] = reader.peek().span;
  if (symbol === '(') {
    reader.take();
    const inner = bracketed(reader, () => readExpression(reader, levels.or, depth + 1));
    reader.expect(')');
    return inner;
  }
  if (symbol === '[') {
    reader.take();
    const items = readList(reader, ']', depth);
    return { kind: 'list', id: reader.id(), span: [start, reader.end], items };
  }
  if (symbol === '-') return readPrefix(reader, 'negative', depth);
  return reader.unexpected('expectedValue');
}

/** Reads what stands between brackets, where no line and no clause of a declaration ends. */
function bracketed<Read>(reader: Reader, read: () => Read): Read {
  const { limits, linewise } = reader;
  reader.limits = false;
  reader.linewise = false;
  const found = read();
  reader.limits = limits;
  reader.linewise = linewise;
  return found;
}

/** Items separated by commas, up to and with the closing bracket. */
function readList(reader: Reader, closing: string, depth: number): Expression[] {
  const items: Expression[] = [];
  if (reader.skip(closing)) return items;
  bracketed(reader, () => {
    do items.push(readExpression(reader, levels.or, depth + 1));
    while (reader.skip(','));
  });
  reader.expect(closing);
  return items;
}

function readPrefix(reader: Reader, id: string, depth: number, words = 1): Expression {
  const construct = constructOf(id);
  const [start] = reader.peek().span;
  for (let taken = 0; taken < words; taken++) reader.take();
  return operation(reader, construct, start, [readExpression(reader, construct.level, depth + 1)]);
}

function readWord(reader: Reader, token: WordToken, depth: number): Expression {
  const literal = { id: reader.id(), span: token.span };
  if (token.quoted) {
    reader.take();
    return { kind: 'name', ...literal, name: token.text };
  }
  if (reader.atWord('not')) return readPrefix(reader, 'not', depth);
  const special = readSpecial(reader, token, depth);
  if (special) return special;
  if (reader.atWord('last') && !reader.atSymbol('(', 1)) return readWindowFirst(reader, depth);
  const rows = rowSpellings.get(token.text.toLowerCase());
  if (rows) return readRows(reader, rows, null, token.span[0], depth);
  const called = functionOf(token.text);
  if (called && (reader.atSymbol('(', 1) || called.ofLeftSide)) return readCall(reader, called, 1, depth);
  const target = declarationWords.find(word => reader.atWord(word));
  if (target && reader.peek(1).type === 'word') {
    reader.take();
    const name = reader.take() as WordToken;
    return {
      kind: 'reference',
      id: literal.id,
      span: [token.span[0], name.span[1]],
      to: target,
      name: name.text,
    };
  }
  if (token.words.some(word => !dateWords.includes(word))) return reader.unexpected('expectedValue');
  reader.take();
  return { kind: 'name', ...literal, name: token.text };
}

/** Words that mean something only in their company: phrases, `top 20% by`, `同行业`, `本月`. Null for any other. */
function readSpecial(reader: Reader, token: WordToken, depth: number): Expression | null {
  const phrase = phraseAt(reader, ['prefix', 'function', 'word']);
  if (phrase) {
    const { construct, words } = phrase;
    if (construct.form === 'function') {
      return reader.atSymbol('(', words.length) ? readCall(reader, construct, words.length, depth) : null;
    }
    if (construct.form === 'prefix') return readPrefix(reader, construct.id, depth, words.length);
    for (const _ of words) reader.take();
    return operation(reader, construct, token.span[0], []);
  }
  const spelled = constructs.find(each => token.words.includes(each.id));
  if (spelled?.form === 'word' && !periods.has(token.text)) {
    reader.take();
    return operation(reader, spelled, token.span[0], []);
  }
  if (spelled?.form === 'prefix' && (!dateWords.includes(spelled.id) || beginsOperand(reader, 1))) {
    return readPrefix(reader, spelled.id, depth);
  }
  const places = reader.peek(1).type === 'number' ? placesAt(reader) : null;
  if (places) return readTop(reader, places, depth);
  if (periods.has(token.text) && reader.peek(1).type === 'word' && beginsOperand(reader, 1))
    return readWindowFirst(reader, depth);
  if (spelled?.form === 'word') {
    reader.take();
    return operation(reader, spelled, token.span[0], []);
  }
  return readSameGroup(reader, token, depth);
}

/** Whether a value may begin there: then a word before it is not a name by itself. */
function beginsOperand(reader: Reader, ahead: number): boolean {
  const token = reader.peek(ahead);
  if (token.type === 'symbol') return token.text === '(' || token.text === '[';
  if (token.type !== 'word') return ['number', 'duration', 'date', 'text'].includes(token.type);
  return token.words.every(word => word === 'last' || dateWords.includes(word));
}

function readCall(reader: Reader, construct: Construct, words: number, depth: number): Expression {
  const [start] = reader.peek().span;
  for (let taken = 0; taken < words; taken++) reader.take();
  const operands = reader.skip('(') ? readList(reader, ')', depth) : [];
  return operation(reader, construct, start, operands);
}

/** `top 20% by monetary`. */
function readTop(reader: Reader, construct: Construct, depth: number): Expression {
  const [start] = reader.take().span;
  const places = readPlaces(reader);
  reader.expect('by');
  const value = readExpression(reader, levels.sum, depth + 1);
  return operation(reader, construct, start, [value, places]);
}

/** `同行业均值(客单价)`, `同 忠诚度 消费金额 前20%`: a statistic among customers of the same group. */
function readSameGroup(reader: Reader, token: WordToken, depth: number): Expression | null {
  const [start, end] = token.span;
  const next = reader.peek(1);
  if (token.text === '同' && next.type === 'word') {
    reader.take();
    const group = readGroup(reader, depth);
    const bracket = reader.atSymbol('(');
    const value = readExpression(reader, levels.primary, depth + 1);
    const statistic = isGroupable(value) && !bracket;
    const places = statistic ? null : placesAt(reader);
    if (!statistic && !places) return reader.fail('groupNeedsStatistic', {}, value.span);
    if (!places) return operation(reader, constructOf('within'), start, [value, group]);
    reader.take();
    const among = operation(reader, places, value.span[0], [value, readPlaces(reader)]);
    return operation(reader, constructOf('within'), start, [among, group]);
  }
  if (!token.text.startsWith('同')) return null;
  const spelling = statisticSpellings.find(
    each => token.text.length > each.length + 1 && token.text.endsWith(each),
  );
  if (!spelling) return null;
  const cut = end - spelling.length;
  const name = token.text.slice(1, -spelling.length).replace(/的$/, '');
  const called = functionOf(spelling)!;
  const knows = findField('customer', name) !== undefined || reader.isDeclared(name);
  if (!reader.atSymbol('(', 1) && !(called.ofLeftSide && knows && !reader.isDeclared(token.text)))
    return null;
  const span = [start + 1, start + 1 + name.length] as const;
  const group: Expression = { kind: 'name', id: reader.id(), span, name };
  const among = readCall(reader, called, 1, depth);
  return operation(reader, constructOf('within'), start, [{ ...among, span: [cut, among.span[1]] }, group]);
}
const statisticSpellings = statistics
  .filter(each => each.form === 'function')
  .flatMap(each => each.zh)
  .sort((a, b) => b.length - a.length);

/** `近6个月消费频次`, `last 6 months of frequency`, `近6个月订单.金额`. */
function readWindowFirst(reader: Reader, depth: number): Expression {
  const [start] = reader.peek().span;
  const window = readWindow(reader);
  reader.skip('of');
  const token = reader.peek();
  const rows =
    token.type === 'word' && !token.quoted ? rowSpellings.get(token.text.toLowerCase()) : undefined;
  if (rows) return readRows(reader, rows, window, start, depth);
  const value = readExpression(reader, levels.primary, depth + 1);
  return { kind: 'windowed', id: reader.id(), span: [start, reader.end], value, window };
}

function readRows(
  reader: Reader,
  of: RowSubject,
  windowBefore: Window | null,
  start: number,
  depth: number,
): Expression {
  reader.take();
  let field: Name | null = null;
  if (reader.skip('.')) {
    const token = reader.name('.');
    field = token && { id: reader.id(), span: token.span, text: token.text };
  }
  let window = windowBefore;
  if (!window && atWindow(reader)) {
    reader.take();
    window = readWindow(reader);
  } else if (!window && reader.atWord('last')) {
    window = readWindow(reader);
  } else if (!window && reader.atWord('between') && reader.peek(1).type === 'date' && !isDay(of, field)) {
    reader.take();
    window = readDates(reader);
  }
  const where = reader.skip('where') ? readExpression(reader, levels.or, depth + 1) : null;
  return { kind: 'rows', id: reader.id(), span: [start, reader.end], of, field, window, where };
}

/** `orders.day between …` is a comparison. */
function isDay(of: RowSubject, field: Name | null): boolean {
  return field !== null && findField(of, field.text)?.kind === 'date';
}

function atWindow(reader: Reader): boolean {
  if (!reader.atWord('in')) return false;
  const token = reader.peek(1);
  if (reader.atWord('last', 1) || token.type === 'date') return true;
  if (token.type !== 'word' || token.quoted) return false;
  return periods.has(token.text) || (reader.soft('this', 1) > 0 && unitAt(reader, 2) !== null);
}

/** `last 6 months`, `last calendar month`, `this month`, `2026-01-01 to 2026-03-31`, `本月`. */
function readWindow(reader: Reader): Window {
  const token = reader.peek();
  if (token.type === 'date') return readDates(reader);
  const period = token.type === 'word' && !token.quoted ? periods.get(token.text) : undefined;
  if (period) {
    reader.take();
    return period;
  }
  const running = reader.skipSoft('this');
  if (!running) reader.take();
  if (!running && !reader.skipSoft('calendar')) return readDuration(reader);
  const unit = unitAt(reader, 0);
  if (!unit) reader.unexpected('expectedUnit');
  else reader.take();
  return { period: running ? 'this' : 'previous', unit: unit ?? 'day' };
}

/** The unit of time whose singular is that word. */
function unitAt(reader: Reader, ahead: number): DurationUnit | null {
  const token = reader.peek(ahead);
  if (token.type !== 'word') return null;
  const found = Object.entries(durationUnits).find(([, { en }]) => en[0] === token.text.toLowerCase());
  return (found?.[0] as DurationUnit | undefined) ?? null;
}

/** `2026-01-01 to 2026-03-31`. */
export function readDates(reader: Reader): DateRange {
  const day = () => {
    const token = reader.peek();
    if (token.type === 'date') reader.take();
    else reader.unexpected('expectedDate');
    return token.type === 'date' ? token.day : 0;
  };
  const from = day();
  if (!reader.skip('to') && !reader.skip('and')) reader.unexpected('expected', { word: 'to', wordZh: '至' });
  return { from, to: day() };
}

/** A length of time; one day stands in where it is missing, for the declaration is broken then. */
export function readDuration(reader: Reader): Duration {
  const token = reader.peek();
  if (token.type === 'duration' && Number.isInteger(token.duration.count) && token.duration.count <= 9999) {
    reader.take();
    return token.duration;
  }
  if (token.type === 'duration') reader.fail('durationNotWhole', {}, token.span);
  else reader.unexpected('expectedDuration');
  return { count: 1, unit: 'day' };
}
