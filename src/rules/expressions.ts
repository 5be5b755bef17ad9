import type { Duration, Expression, Name, Operation } from './ast.ts';
import { type Construct, constructOf, constructs, functionOf, levels } from './constructs.ts';
import type { WordToken } from './lexer.ts';
import type { Reader } from './reader.ts';
import { declarationWords, type RowSubject, rowWords } from './tokens.ts';

/** Deeper nesting than any rule needs: beyond it walking the tree could exhaust the stack. */
const deepest = 200;

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
  if (minimum <= levels.prefix && reader.atWord('of') && next.type === 'number' && next.unit === 'percent') {
    reader.take();
    const share = readOperand(reader, depth);
    return operation(reader, constructOf('of'), start, [share, left]);
  }
  if (minimum > levels.comparison) return readInfix(reader, left, start, minimum, depth);
  if (reader.atWord('known') || reader.atWord('unknown')) return readKnowledge(reader, left, start);
  if (reader.atWord('is') && (reader.atWord('known', 1) || reader.atWord('unknown', 1))) {
    reader.take();
    return readKnowledge(reader, left, start);
  }
  return readInfix(reader, left, start, minimum, depth);
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
  reader.take();
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
  if (token.type === 'symbol') return infixSymbols.get(token.text) ?? null;
  if (token.type !== 'word') return null;
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
    const inner = readExpression(reader, levels.or, depth + 1);
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

/** Items separated by commas, up to and with the closing bracket. */
function readList(reader: Reader, closing: string, depth: number): Expression[] {
  const items: Expression[] = [];
  if (reader.skip(closing)) return items;
  do items.push(readExpression(reader, levels.or, depth + 1));
  while (reader.skip(','));
  reader.expect(closing);
  return items;
}

function readPrefix(reader: Reader, id: string, depth: number): Expression {
  const construct = constructOf(id);
  const [start] = reader.take().span;
  return operation(reader, construct, start, [readExpression(reader, construct.level, depth + 1)]);
}

function readWord(reader: Reader, token: WordToken, depth: number): Expression {
  const literal = { id: reader.id(), span: token.span };
  if (token.quoted) {
    reader.take();
    return { kind: 'name', ...literal, name: token.text };
  }
  if (reader.atWord('not')) return readPrefix(reader, 'not', depth);
  if (reader.atWord('daysSince')) return readPrefix(reader, 'daysSince', depth);
  if (token.text.toLowerCase() === 'days' && reader.atWord('since', 1)) {
    reader.take();
    const since = readPrefix(reader, 'daysSince', depth);
    return { ...since, span: [token.span[0], since.span[1]] };
  }
  if (reader.atWord('last')) return readWindowFirst(reader, depth);
  const rows = rowSpellings.get(token.text.toLowerCase());
  if (rows) return readRows(reader, rows, null, token.span[0], depth);
  const called = functionOf(token.text);
  if (called && (reader.atSymbol('(', 1) || called.ofLeftSide)) {
    reader.take();
    const operands = reader.skip('(') ? readList(reader, ')', depth) : [];
    return operation(reader, called, token.span[0], operands);
  }
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
  if (token.words.length > 0) return reader.unexpected('expectedValue');
  reader.take();
  return { kind: 'name', ...literal, name: token.text };
}

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
  windowBefore: Duration | null,
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
  }
  const where = reader.skip('where') ? readExpression(reader, levels.or, depth + 1) : null;
  return { kind: 'rows', id: reader.id(), span: [start, reader.end], of, field, window, where };
}

function atWindow(reader: Reader): boolean {
  return reader.atWord('in') && reader.atWord('last', 1);
}

/** `last 6 months`. */
function readWindow(reader: Reader): Duration {
  reader.take();
  return readDuration(reader);
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
