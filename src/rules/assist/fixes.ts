import type { Note, Span } from '../../domain/index.ts';
import { lex, type Token, type WordToken } from '../lexer.ts';
import { parse } from '../parse.ts';
import { name as written } from '../print.ts';
import { clauseWords, declarationWords, foldName } from '../tokens.ts';
import type { TextEdit } from './rename.ts';

/** A way to mend what a note says. `code` and `args` name it for the user. */
export interface Fix {
  readonly code:
    | 'replaceWith'
    | 'insertSpaces'
    | 'writeAs'
    | 'quoteName'
    | 'unquoteDate'
    | 'remove'
    | 'closeText';
  readonly args: Readonly<Record<string, string>>;
  readonly edits: readonly TextEdit[];
}

type Fixer = (text: string, note: Note) => Fix[];

const fixers: Readonly<Record<string, Fixer>> = {
  unknownNameGuess(text, { args, span }) {
    const guess = String(args.guess);
    return [replaceWith(guess, { span: lastWord(text, span), text: written(guess) })];
  },
  unknownValueGuess(text, { args, span }) {
    const literal = lex(text).tokens.find(
      token => token.type === 'text' && token.value === args.value && inside(token.span, span),
    );
    if (!literal) return [];
    const [start, end] = literal.span;
    const guess = String(args.guess);
    return [replaceWith(guess, { span: [start + 1, end - 1], text: guess })];
  },
  missingSpace: (_, { args, span }) => [spaced(`${args.word} ${args.rest}`, span)],
  missingSpaces: (_, { args, span }) => [spaced(`${args.before} ${args.word} ${args.rest}`, span)],
  otherKind(text, { args, span }) {
    const chinese = /^\P{ASCII}/u.test(text.slice(...span));
    const words = `${chinese ? args.wordZh : args.word} ${written(String(args.name))}`;
    return [{ code: 'writeAs', args: { text: words }, edits: [{ span, text: words }] }];
  },
  dateInQuotes(text, { span }) {
    const date = text.slice(span[0] + 1, span[1] - 1);
    return /^\d{4}-\d{1,2}-\d{1,2}$/.test(date)
      ? [{ code: 'unquoteDate', args: { text: date }, edits: [{ span, text: date }] }]
      : [];
  },
  strangeCharacter: (text, { span }) => [
    { code: 'remove', args: { text: text.slice(...span) }, edits: [{ span, text: '' }] },
  ],
  clauseTwice(text, { span }) {
    const { tokens } = lex(text);
    const at = tokens.findIndex(token => token.span[0] === span[0]);
    const value = tokens[at + 1];
    if (value?.type !== 'number' && value?.type !== 'duration') return [];
    const from = tokens[at - 1]?.span[1] ?? span[0];
    const words = text.slice(span[0], value.span[1]);
    return [{ code: 'remove', args: { text: words }, edits: [{ span: [from, value.span[1]], text: '' }] }];
  },
  textNotClosed(text, { span: [start, end] }) {
    const close = text[start] === '“' ? '”' : '"';
    return [{ code: 'closeText', args: { text: close }, edits: [{ span: [end, end], text: close }] }];
  },
  expected: quoteName,
  unexpected: quoteName,
};

/** Ways to mend what a note about the text says, the likeliest first; [] where it takes a human. */
export function fixesFor(text: string, note: Note): Fix[] {
  return Object.hasOwn(fixers, note.code) ? fixers[note.code]!(text, note) : [];
}

function replaceWith(guess: string, edit: TextEdit): Fix {
  return { code: 'replaceWith', args: { text: guess }, edits: [edit] };
}

function spaced(words: string, span: Span): Fix {
  return { code: 'insertSpaces', args: { text: words }, edits: [{ span, text: words }] };
}

function inside(inner: Span, outer: Span): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1];
}

function lastWord(text: string, span: Span): Span {
  return lex(text).tokens.findLast(token => token.type === 'word' && inside(token.span, span))?.span ?? span;
}

/** A name with spaces that stands without quotes: where it is declared, or a declared one where it is used. */
function quoteName(text: string, { span }: Note): Fix[] {
  const { tokens } = lex(text);
  const at = tokens.findIndex(token => token.span[0] === span[0]);
  const found = tokens[at];
  if (!found || !isPlain(found)) return [];
  const fix = (from: Token, to: Token): Fix => {
    const words = text.slice(from.span[0], to.span[1]);
    const edit = { span: [from.span[0], to.span[1]] as const, text: written(words) };
    return { code: 'quoteName', args: { text: edit.text }, edits: [edit] };
  };
  let last = at;
  while (isPlain(tokens[last + 1]) && !tokens[last + 1]!.first) last++;
  const keyword = tokens[at - 2];
  const declares = keyword?.type === 'word' && keyword.first;
  if (declares && declarationWords.some(word => keyword.words.includes(word)) && isPlain(tokens[at - 1])) {
    return [fix(tokens[at - 1]!, tokens[last]!)];
  }
  const names = new Set(parse(text).declarations.map(each => foldName(each.name.text)));
  for (let from = Math.max(0, at - 4); from < at; from++) {
    for (let to = last; to >= at; to--) {
      const run = tokens.slice(from, to + 1);
      if (!run.every(token => token.type === 'word' && !token.quoted)) continue;
      if (names.has(foldName(text.slice(run[0]!.span[0], run.at(-1)!.span[1])))) {
        return [fix(run[0]!, run.at(-1)!)];
      }
    }
  }
  return [];
}

/** A word that is no clause of a declaration: it may be part of a name. */
function isPlain(token: Token | undefined): token is WordToken {
  return (
    token?.type === 'word' && !token.quoted && !token.words.some(word => Object.hasOwn(clauseWords, word))
  );
}
