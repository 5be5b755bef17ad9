import type { Note, Span } from '../domain/index.ts';
import { readAction } from './actionClauses.ts';
import type { Declaration, Expression, Level, Name, ScoreItem } from './ast.ts';
import { type Body, needed, readClauses } from './clauses.ts';
import { levels as binding } from './constructs.ts';
import { readExpression } from './expressions.ts';
import { type Comment, lex, type Token } from './lexer.ts';
import { Reader, type Shared, spellingOf } from './reader.ts';
import { readTest } from './tests/read.ts';
import type { TestDeclaration } from './tests/tree.ts';
import { expectsMore, isTestWord } from './tests/words.ts';
import { foldName, type OpeningWord, openingWords } from './tokens.ts';

/** Text that belongs to no declaration, with its indentation, and how many declarations stand before it. */
export interface Stray {
  readonly span: Span;
  readonly at: number;
}

/** A rule text as a tree. Declarations that a note calls broken are kept, so that their names are known. */
export interface Parsed {
  readonly text: string;
  readonly declarations: readonly Declaration[];
  /** Tests of the declarations: names of their own, which nothing refers to. */
  readonly tests: readonly TestDeclaration[];
  readonly strays: readonly Stray[];
  /** Comments after the last declaration. */
  readonly comments: readonly string[];
  /** At most one a declaration. */
  readonly notes: readonly Note[];
}

/** Reads a rule text. Recovers at every declaration; never throws. */
export function parse(text: string): Parsed {
  const { tokens, comments } = lex(text);
  const starts = declarationStarts(tokens);
  const notes: Note[] = [];
  const strays: Stray[] = [];
  const shared: Shared = { next: 0, declared: declaredNames(tokens, starts) };
  let commentAt = 0;

  const stray = (first: number, end: number, at: number) => {
    const [start] = tokens[first]!.span;
    const span = [start, tokens[end - 1]!.span[1]] as const;
    notes.push({ code: 'outsideDeclaration', severity: 'error', args: {}, span });
    strays.push({ span: [start - tokens[first]!.column, span[1]], at });
  };

  const before = starts[0] ?? tokens.length - 1;
  if (before > 0) stray(0, before, 0);
  const declarations: Declaration[] = [];
  const tests: TestDeclaration[] = [];
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? tokens.length - 1;
    const lastEnd = tokens[end - 1]!.span[1];
    const own: Comment[] = [];
    for (let comment = comments[commentAt]; comment; comment = comments[++commentAt]) {
      if (!belongs(comment, text, lastEnd)) break;
      own.push(comment);
    }
    const { declaration, note, read } = readDeclaration(sliceOf(tokens, start, end), shared);
    if (note) notes.push(note);
    const at = declarations.length + (declaration.kind === 'test' ? 0 : 1);
    if (read < end - start) stray(start + read, end, at);
    const raw = [...strays.map(each => each.span), ...(declaration.broken ? [declaration.span] : [])];
    const kept = { comments: own.filter(comment => !isInside(comment, raw)).map(said) };
    if (declaration.kind === 'test') tests.push({ ...declaration, ...kept });
    else declarations.push({ ...declaration, ...kept });
  });
  const raw = strays.map(each => each.span);
  const rest = comments.slice(commentAt).filter(comment => !isInside(comment, raw));
  return { text, declarations, tests, strays, comments: rest.map(said), notes };
}

function said(comment: Comment): string {
  return comment.text;
}

/** A comment inside text that is kept as it stands is part of that text. */
function isInside(comment: Comment, spans: readonly Span[]): boolean {
  return spans.some(([start, end]) => comment.span[0] >= start && comment.span[1] <= end);
}

/** One expression on its own: the definitions of catalogue fields. */
export function parseExpression(text: string): { expression: Expression; note: Note | null } {
  const { tokens } = lex(text);
  const reader = new Reader(tokens, { next: 0, declared: new Set() });
  const expression = readExpression(reader);
  if (!reader.atEnd()) reader.unexpected('unexpected');
  return { expression, note: reader.note };
}

/** A comment belongs to the declaration that ends behind it, or on its line. */
function belongs(comment: Comment, text: string, end: number): boolean {
  return comment.span[0] < end || (!comment.first && !text.slice(end, comment.span[0]).includes('\n'));
}

/**
 * Indices of the tokens that begin a declaration: its word at the beginning of a line. On a line that is indented
 * it may as well go on with a condition (`a and` / `  tag b`), so there it must look like a declaration.
 */
function declarationStarts(tokens: readonly Token[]): number[] {
  const starts: number[] = [];
  /** Between braces, where `tag b` may be a line by itself. */
  let open = false;
  tokens.forEach((token, index) => {
    if (token.type === 'symbol' && '{}'.includes(token.text)) open = token.text === '{';
    if (!token.first || token.type !== 'word' || token.quoted) return;
    if (!openingWords.some(word => token.words.includes(word))) return;
    if (token.column > 0 && (open || !looksDeclared(tokens, index, isTest(tokens[starts.at(-1) ?? 0]))))
      return;
    starts.push(index);
    open = false;
  });
  return starts;
}

function declaredNames(tokens: readonly Token[], starts: readonly number[]): Set<string> {
  return new Set(
    starts.flatMap(start => {
      const name = tokens[start + 1]!;
      return name.type === 'word' ? [foldName(name.text)] : [];
    }),
  );
}

function isTest(token: Token | undefined): boolean {
  return token?.type === 'word' && token.words.includes('test');
}

/** `inTest`: the line may belong to a test, where `tag b` by itself is what the test expects. */
function looksDeclared(tokens: readonly Token[], index: number, inTest: boolean): boolean {
  const behind = tokens[Math.min(index + 2, tokens.length - 1)]!;
  if (wantsMore(tokens[index - 1]) || tokens[index + 1]!.type !== 'word') return false;
  if (behind.type === 'symbol') return ['=', ':', '{'].includes(behind.text);
  if (behind.type === 'word' && ['in', '分组'].includes(behind.text.toLowerCase())) return !behind.quoted;
  if (isTestWord(behind, 'given') || isTestWord(behind, 'always')) return true;
  const clause =
    behind.type === 'word' && behind.words.some(word => (bodyWords as readonly string[]).includes(word));
  return clause || (!inTest && (behind.first || behind.type === 'end'));
}

/** Clauses that may follow the name of a declaration. */
const bodyWords = ['weight', 'when', 'by', 'for', 'priority', 'within', 'say'] as const;

/** Whether a value must follow this token: `a and` at the end of a line goes on with an indented `tag b`. */
function wantsMore(token: Token | undefined): boolean {
  if (token?.type === 'symbol') return !')]}'.includes(token.text);
  return (
    token?.type === 'word' &&
    (expectsMore(token) ||
      ['and', 'or', 'not', 'when', 'by', 'where'].some(word => token.words.includes(word)))
  );
}

function sliceOf(tokens: readonly Token[], start: number, end: number): Token[] {
  const [, position] = tokens[end - 1]!.span;
  return [...tokens.slice(start, end), { type: 'end', span: [position, position], first: true, column: 0 }];
}

/**
 * Reads one declaration and tells how many tokens it took: an unindented line that does not go on with a complete
 * declaration is none of its business.
 */
function readDeclaration(tokens: readonly Token[], shared: Shared) {
  const reader = new Reader(tokens, shared);
  const word = openingWords.find(each => reader.atWord(each))!;
  const [start] = reader.take().span;
  const token = reader.name(word);
  const name: Name = {
    id: reader.id(),
    span: token?.span ?? [reader.end, reader.end],
    text: token?.text ?? '',
  };
  const base = { id: reader.id(), name, comments: [] as readonly string[] };
  const body = readBody[word](reader);
  const next = reader.peek();
  const complete = reader.note === null && next.first && next.column === 0;
  if (!complete && !reader.atEnd()) reader.unexpected('unexpected');
  const read = complete ? reader.position : tokens.length - 1;
  const span = [start, tokens[read - 1]!.span[1]] as const;
  const declaration = { ...base, ...body, span, broken: reader.note !== null };
  return { declaration: declaration as Declaration | TestDeclaration, note: reader.note, read };
}

const readBody: Readonly<Record<OpeningWord, (reader: Reader) => Body>> = {
  metric(reader) {
    if (!reader.skip(':')) reader.expect('=');
    return { kind: 'metric', value: readExpression(reader) };
  },
  tag(reader) {
    const clauses = readClauses(reader, ['weight', 'when']);
    return { kind: 'tag', weight: clauses.weight ?? null, when: needed(reader, clauses.when, 'when') };
  },
  tier(reader) {
    reader.expect('by');
    const by = readExpression(reader);
    return { kind: 'tier', by, levels: readLevels(reader) };
  },
  segment(reader) {
    const { group, priority, when, otherwise } = readClauses(reader, [
      'group',
      'priority',
      'otherwise',
      'when',
    ]);
    const base = { kind: 'segment', group: group ?? null, priority: priority ?? null } as const;
    if (otherwise && when) reader.fail('otherwiseAndWhen', {}, when.span);
    if (otherwise && !group) reader.unexpected('expected', spellingOf('group'));
    return { ...base, when: otherwise ? null : needed(reader, when, 'when') };
  },
  score(reader) {
    reader.expect('{');
    const items: ScoreItem[] = [];
    reader.linewise = true;
    while (!reader.atEnd() && !reader.skip('}')) {
      items.push(readItem(reader));
      if (!reader.skip(',')) reader.skip(';');
      if (reader.atEnd()) reader.unexpected('expected', spellingOf('}'));
    }
    return { kind: 'score', items };
  },
  action: readAction,
  test: readTest,
};

/** `30 when tag vip`, `tag vip 30`, `复购率 * 40`, `tag vip`. */
function readItem(reader: Reader): ScoreItem {
  const [start] = reader.peek().span;
  const named = readWeighted(reader);
  if (named) return { ...named, id: reader.id(), span: [start, reader.end] };
  const value = readExpression(reader);
  const when = reader.skip('when') ? readExpression(reader) : null;
  return { id: reader.id(), span: [start, reader.end], value, when };
}

/** A name and its weight: `tag vip 30`, `vip -10`. The sign touches its number, unlike that of a difference. */
function readWeighted(reader: Reader): Pick<ScoreItem, 'value' | 'when'> | null {
  const reference = ['tag', 'segment'].some(word => reader.atWord(word)) && !reader.phrase(['tag', 'score']);
  const token = reader.peek(reference ? 1 : 0);
  const sign = reader.peek(reference ? 2 : 1);
  const negative = sign.type === 'symbol' && sign.text === '-' && !sign.first;
  const number = reader.peek((reference ? 2 : 1) + (negative ? 1 : 0));
  if (token.type !== 'word' || (!reference && token.words.length > 0) || number.type !== 'number')
    return null;
  if (number.unit !== 'plain' || number.first) return null;
  if (negative && (sign.span[0] === token.span[1] || sign.span[1] !== number.span[0])) return null;
  const when = readExpression(reader, binding.primary);
  const weight = readExpression(reader, binding.prefix);
  return { value: weight, when };
}

function readLevels(reader: Reader): Level[] {
  const levels: Level[] = [];
  reader.expect('{');
  while (!reader.atEnd() && !reader.skip('}')) {
    const token = reader.peek();
    const [start] = token.span;
    const text = token.type === 'text' && token.closed ? token.value : reader.name('{')?.text;
    if (text === undefined) return levels;
    if (token.type === 'text') reader.take();
    const name = { id: reader.id(), span: token.span, text };
    let from: Expression | null = null;
    let keep: Expression | null = null;
    if (!reader.skip('otherwise')) {
      reader.expect('from');
      from = readExpression(reader, binding.sum);
      if (reader.skip('keep')) keep = readExpression(reader, binding.sum);
    }
    levels.push({ id: reader.id(), span: [start, reader.end], name, from, keep });
    if (!reader.skip(',')) reader.skip(';');
    if (reader.atEnd()) reader.unexpected('expected', spellingOf('}'));
  }
  return levels;
}
