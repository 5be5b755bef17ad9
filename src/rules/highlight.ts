import { functionOf } from './constructs.ts';
import { lex, type Token, type WordToken } from './lexer.ts';
import { rowWords } from './tokens.ts';

export type HighlightClass = 'keyword' | 'name' | 'number' | 'string' | 'comment' | 'operator' | 'duration';

/** A piece of the text to be shown alike: [start, end) in UTF-16 units. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly class: HighlightClass;
}

const rowSpellings = new Set<string>(Object.values(rowWords).flatMap(({ en, zh }) => [...en, ...zh]));

const classes: Readonly<Record<Exclude<Token['type'], 'word' | 'end'>, HighlightClass>> = {
  number: 'number',
  duration: 'duration',
  date: 'number',
  text: 'string',
  symbol: 'operator',
  strange: 'operator',
};

/** What each piece of a rule text is, in order; white space is left out. Never throws. */
export function highlight(text: string): Highlight[] {
  const { tokens, comments } = lex(text);
  const found: Highlight[] = comments.map(({ span: [start, end] }) => ({ start, end, class: 'comment' }));
  tokens.forEach((token, index) => {
    if (token.type === 'end') return;
    const [start, end] = token.span;
    const kind = token.type === 'word' ? classOf(token, tokens[index + 1]!) : classes[token.type];
    found.push({ start, end, class: kind });
  });
  return found.sort((a, b) => a.start - b.start);
}

function classOf(token: WordToken, next: Token): HighlightClass {
  if (token.quoted) return 'name';
  if (token.words.length > 0 || rowSpellings.has(token.text.toLowerCase())) return 'keyword';
  if (next.type === 'word' && next.words.includes('since')) return 'keyword';
  const called = functionOf(token.text);
  const opens = next.type === 'symbol' && next.text === '(';
  return called && (opens || called.ofLeftSide) ? 'keyword' : 'name';
}
