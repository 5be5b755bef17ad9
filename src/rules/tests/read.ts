import type { Duration, Expression, NumberLiteral, TextLiteral } from '../ast.ts';
import { readDuration, readExpression } from '../expressions.ts';
import type { Reader } from '../reader.ts';
import { type RowSubject, rowWords } from '../tokens.ts';
import type { Given, InventedRows, TestDeclaration } from './tree.ts';
import { isTestWord, skipMeasure, skipTestWord, type TestWord, testWords } from './words.ts';

type Body = Pick<TestDeclaration, 'kind' | 'about' | 'expects'>;

/** Reads what follows the name of a test: whom it is about and what must hold. */
export function readTest(reader: Reader): Body {
  if (skipTestWord(reader, 'always')) return { kind: 'test', about: null, expects: readConditions(reader) };
  const about = reader.skip('for') ? readCustomer(reader) : readGiven(reader);
  if (!skipTestWord(reader, 'expects')) reader.unexpected('expected', spelled('expects'));
  return { kind: 'test', about, expects: readConditions(reader) };
}

function spelled(word: TestWord): { word: string; wordZh: string } {
  return { word: testWords[word].en[0], wordZh: testWords[word].zh[0] };
}

function readConditions(reader: Reader): Expression[] {
  const conditions: Expression[] = [];
  do conditions.push(readExpression(reader));
  while (reader.skip(','));
  return conditions;
}

function readCustomer(reader: Reader): TextLiteral | null {
  const token = reader.peek();
  if (token.type !== 'text' || !token.closed) {
    reader.unexpected('expectedCustomer');
    return null;
  }
  reader.take();
  return { kind: 'text', id: reader.id(), span: token.span, value: token.value };
}

function readGiven(reader: Reader): Given | null {
  const [start] = reader.peek().span;
  if (!skipTestWord(reader, 'given')) {
    reader.unexpected('expectedTest');
    return null;
  }
  reader.expect('{');
  const facts: Given['facts'][number][] = [];
  while (!reader.atEnd() && !reader.skip('}')) {
    facts.push(readRows(reader) ?? readExpression(reader));
    if (!reader.skip(',')) reader.skip(';');
    if (reader.atEnd()) reader.unexpected('expected', { word: '}', wordZh: '}' });
  }
  return { kind: 'given', id: reader.id(), span: [start, Math.max(start, reader.end)], facts };
}

/** `orders 6 of 300 within 90 days, last 5 days ago where ...`; null where something else stands. */
function readRows(reader: Reader): InventedRows | null {
  const of = rowsAt(reader);
  const number = reader.peek(1);
  if (!of || number.type !== 'number') return null;
  const [start] = reader.take().span;
  const whole = number.unit === 'plain' && Number.isInteger(number.value) && number.value <= 1000;
  if (!whole) reader.fail('rowsNotWhole', {}, number.span);
  reader.take();
  skipMeasure(reader);
  let each: NumberLiteral | null = null;
  let over: Duration | null = null;
  let latest: Duration | null = null;
  for (;;) {
    if (isLatest(reader)) {
      reader.skip(',');
      reader.take();
      latest = readDuration(reader);
      skipTestWord(reader, 'ago');
    } else if (skipTestWord(reader, 'each')) each = readAmount(reader);
    else if (skipTestWord(reader, 'over')) over = readDuration(reader);
    else break;
  }
  const where = reader.skip('where') ? readExpression(reader) : null;
  const span = [start, Math.max(start, reader.end)] as const;
  return { kind: 'invented', id: reader.id(), span, of, count: number.value, each, over, latest, where };
}

function rowsAt(reader: Reader): RowSubject | null {
  const token = reader.peek();
  if (token.type !== 'word' || token.quoted) return null;
  const found = Object.entries(rowWords).find(([, { en, zh }]) => {
    return [...en, ...zh].some(spelling => spelling === token.text.toLowerCase());
  });
  return found ? (found[0] as RowSubject) : null;
}

/** `last 5 days ago`, also behind a comma. */
function isLatest(reader: Reader): boolean {
  const ahead = reader.atSymbol(',') ? 1 : 0;
  const isDuration = reader.peek(ahead + 1).type === 'duration';
  return isTestWord(reader.peek(ahead), 'latest') && isDuration && isTestWord(reader.peek(ahead + 2), 'ago');
}

function readAmount(reader: Reader): NumberLiteral | null {
  const token = reader.peek();
  if (token.type !== 'number' || token.unit === 'percent') {
    reader.unexpected('expectedNumber', spelled('each'));
    return null;
  }
  reader.take();
  return { kind: 'number', id: reader.id(), span: token.span, value: token.value, unit: token.unit };
}
