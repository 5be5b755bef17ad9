import type { Note } from '../domain/index.ts';
import type { Declaration, Duration, Expression, Level, Name, TextLiteral } from './ast.ts';
import { levels as binding } from './constructs.ts';
import { readDuration, readExpression } from './expressions.ts';
import { type Comment, lex, type Token } from './lexer.ts';
import { type Ids, Reader, spellingOf } from './reader.ts';
import { type DeclarationWord, declarationWords } from './tokens.ts';

/** A rule text as a tree. Declarations that a note calls broken are kept, so that their names are known. */
export interface Parsed {
  readonly text: string;
  readonly declarations: readonly Declaration[];
  /** Text before the first declaration that belongs to none, as it stands. */
  readonly stray: string;
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
  const ids: Ids = { next: 0 };
  const outside = tokens[0]!;
  let stray = '';
  if (outside.type !== 'end' && starts[0] !== 0) {
    const span = [outside.span[0], tokens[(starts[0] ?? tokens.length - 1) - 1]!.span[1]] as const;
    notes.push({ code: 'outsideDeclaration', severity: 'error', args: {}, span });
    stray = text.slice(...span);
  }
  let commentAt = 0;
  const declarations = starts.map((start, index) => {
    const end = starts[index + 1] ?? tokens.length - 1;
    const own = sliceOf(tokens, start, end);
    const lastEnd = tokens[end - 1]!.span[1];
    const said: string[] = [];
    for (let comment = comments[commentAt]; comment; comment = comments[++commentAt]) {
      if (!belongs(comment, text, lastEnd)) break;
      said.push(comment.text);
    }
    const { declaration, note } = readDeclaration(own, ids, said);
    if (note) notes.push(note);
    return declaration;
  });
  const rest = comments.slice(commentAt).map(comment => comment.text);
  return { text, declarations, stray, comments: rest, notes };
}

/** One expression on its own: the definitions of catalogue fields. */
export function parseExpression(text: string): { expression: Expression; note: Note | null } {
  const { tokens } = lex(text);
  const reader = new Reader(tokens, { next: 0 });
  const expression = readExpression(reader);
  if (!reader.atEnd()) reader.unexpected('unexpected');
  return { expression, note: reader.note };
}

/** A comment belongs to the declaration that ends behind it, or on its line. */
function belongs(comment: Comment, text: string, end: number): boolean {
  return comment.span[0] < end || (!comment.first && !text.slice(end, comment.span[0]).includes('\n'));
}

/** Indices of the tokens that begin a declaration: its word at the beginning of a line. */
function declarationStarts(tokens: readonly Token[]): number[] {
  const starts: number[] = [];
  tokens.forEach((token, index) => {
    if (!token.first || token.type !== 'word' || token.quoted) return;
    if (!declarationWords.some(word => token.words.includes(word))) return;
    const continued = token.column > 0 && wantsMore(tokens[index - 1]);
    if (!continued) starts.push(index);
  });
  return starts;
}

/** Whether a value must follow this token: `a and` at the end of a line goes on with an indented `tag b`. */
function wantsMore(token: Token | undefined): boolean {
  if (token?.type === 'symbol') return !')]}'.includes(token.text);
  return (
    token?.type === 'word' &&
    ['and', 'or', 'not', 'when', 'by', 'where'].some(word => token.words.includes(word))
  );
}

function sliceOf(tokens: readonly Token[], start: number, end: number): Token[] {
  const [, position] = tokens[end - 1]!.span;
  return [...tokens.slice(start, end), { type: 'end', span: [position, position], first: true, column: 0 }];
}

function readDeclaration(tokens: readonly Token[], ids: Ids, comments: readonly string[]) {
  const reader = new Reader(tokens, ids);
  const word = declarationWords.find(each => reader.atWord(each))!;
  const [start] = reader.take().span;
  const token = reader.name(word);
  const name: Name = {
    id: reader.id(),
    span: token?.span ?? [reader.end, reader.end],
    text: token?.text ?? '',
  };
  const base = { id: reader.id(), name, comments };
  const body = readBody[word](reader);
  if (!reader.atEnd()) reader.unexpected('unexpected');
  const span = [start, tokens.at(-1)!.span[1]] as const;
  const declaration = { ...base, ...body, span, broken: reader.note !== null } as Declaration;
  return { declaration, note: reader.note };
}

const readBody: Readonly<Record<DeclarationWord, (reader: Reader) => object>> = {
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
    return { kind: 'segment', when: needed(reader, readClauses(reader, ['when']).when, 'when') };
  },
  action(reader) {
    const clauses = readClauses(reader, ['for', 'priority', 'within', 'when', 'say']);
    return {
      kind: 'action',
      target: clauses.for ?? null,
      when: clauses.when ?? null,
      priority: clauses.priority ?? null,
      within: clauses.within ?? null,
      say: clauses.say ?? null,
    };
  },
};

interface Clauses {
  when?: Expression;
  weight?: number;
  for?: Name;
  priority?: number;
  within?: Duration;
  say?: TextLiteral;
}

const readClause: { readonly [Clause in keyof Clauses]-?: (reader: Reader) => Clauses[Clause] } = {
  when: reader => readExpression(reader),
  weight: reader => readNumber(reader, 'weight'),
  priority: reader => readNumber(reader, 'priority'),
  within: reader => readDuration(reader),
  for(reader) {
    const token = reader.name('for');
    return token ? { id: reader.id(), span: token.span, text: token.text } : undefined;
  },
  say(reader) {
    const token = reader.peek();
    if (token.type !== 'text' || !token.closed) {
      reader.unexpected('expectedMessage');
      return undefined;
    }
    reader.take();
    return { kind: 'text', id: reader.id(), span: token.span, value: token.value };
  },
};

/** Reads clauses in any order, each at most once. */
function readClauses(reader: Reader, known: readonly (keyof Clauses)[]): Clauses {
  const clauses: Clauses = {};
  for (;;) {
    const { span } = reader.peek();
    const clause = known.find(each => reader.atWord(each));
    if (!clause) return clauses;
    reader.take();
    if (clause in clauses) {
      reader.fail('clauseTwice', spellingOf(clause), span);
      return clauses;
    }
    Object.assign(clauses, { [clause]: readClause[clause](reader) });
  }
}

function needed(reader: Reader, expression: Expression | undefined, word: string): Expression {
  return expression ?? reader.unexpected('expected', spellingOf(word));
}

function readNumber(reader: Reader, after: string): number {
  const sign = reader.skip('-') ? -1 : 1;
  const token = reader.peek();
  if (token.type === 'number' && token.unit === 'plain') {
    reader.take();
    return sign * token.value;
  }
  reader.unexpected('expectedNumber', spellingOf(after));
  return 0;
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
