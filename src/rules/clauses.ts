import type { Declaration, Expression, Name, TextLiteral } from './ast.ts';
import { readExpression } from './expressions.ts';
import { type Reader, spellingOf } from './reader.ts';
import type { TestDeclaration } from './tests/tree.ts';
import { type ClauseWord, type SoftWord, softWords } from './tokens.ts';

/** What a declaration says behind its name. */
export type Body = DistributedBody<Declaration | TestDeclaration>;
type DistributedBody<Of> = Of extends Declaration | TestDeclaration
  ? Omit<Of, 'id' | 'span' | 'name' | 'broken' | 'comments'>
  : never;

interface Clauses {
  when?: Expression;
  weight?: number;
  priority?: number;
  group?: Name;
  otherwise?: true;
}

const readClause: { readonly [Clause in keyof Clauses]-?: (reader: Reader) => Clauses[Clause] } = {
  when: reader => readExpression(reader),
  weight: reader => readNumber(reader, 'weight'),
  priority: reader => readNumber(reader, 'priority'),
  group: reader => readName(reader, 'group'),
  otherwise: () => true,
};

/** Reads clauses in any order, each at most once. */
export function readClauses(reader: Reader, known: readonly (keyof Clauses)[]): Clauses {
  return readEach(reader, known, readClause) as Clauses;
}

/** Reads clauses by a table of readers, in any order, each at most once. */
export function readEach<Word extends ClauseWord | SoftWord>(
  reader: Reader,
  known: readonly Word[],
  read: Readonly<Record<Word, (reader: Reader) => unknown>>,
): Partial<Record<Word, unknown>> {
  const clauses: Partial<Record<Word, unknown>> = {};
  for (;;) {
    const { span } = reader.peek();
    const clause = known.find(word => wordsAt(reader, word) > 0);
    if (!clause) return clauses;
    for (let left = wordsAt(reader, clause); left > 0; left--) reader.take();
    if (clause in clauses) {
      reader.fail('clauseTwice', spellingOf(clause), span);
      return clauses;
    }
    clauses[clause] = read[clause](reader);
  }
}

function wordsAt(reader: Reader, word: ClauseWord | SoftWord): number {
  return word in softWords ? reader.soft(word as SoftWord) : Number(reader.atWord(word));
}

/** The expression, or a note that its word is missing. */
export function needed(reader: Reader, expression: Expression | undefined, word: string): Expression {
  return expression ?? reader.unexpected('expected', spellingOf(word));
}

/** A plain number with or without a sign. */
export function readNumber(reader: Reader, after: string): number {
  const sign = reader.skip('-') ? -1 : 1;
  const token = reader.peek();
  if (token.type === 'number' && token.unit === 'plain') {
    reader.take();
    return sign * token.value;
  }
  reader.unexpected('expectedNumber', spellingOf(after));
  return 0;
}

/** A name behind that word. */
export function readName(reader: Reader, after: string): Name | undefined {
  const token = reader.name(after);
  return token ? { id: reader.id(), span: token.span, text: token.text } : undefined;
}

/** Names separated by commas. */
export function readNames(reader: Reader, after: string): Name[] {
  const names: Name[] = [];
  do {
    const name = readName(reader, after);
    if (name) names.push(name);
  } while (reader.skip(','));
  return names;
}

/** A text in quotation marks. */
export function readText(reader: Reader, code: string): TextLiteral | undefined {
  const token = reader.peek();
  if (token.type !== 'text' || !token.closed) {
    reader.unexpected(code);
    return undefined;
  }
  reader.take();
  return { kind: 'text', id: reader.id(), span: token.span, value: token.value };
}
