import { constructs, functionOf } from './constructs.ts';
import { lex, type Token, type WordToken } from './lexer.ts';
import { measureOf, testWords } from './tests/words.ts';
import { durationUnits, openingWords, periodWords, rowWords, type Spelling, softWords } from './tokens.ts';

export type HighlightClass = 'keyword' | 'name' | 'number' | 'string' | 'comment' | 'operator' | 'duration';

/** A piece of the text to be shown alike: [start, end) in UTF-16 units. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly class: HighlightClass;
}

const openings = new Set<string>(openingWords);

const testSpellings = new Set<string>([
  ...Object.values(testWords).flatMap(({ en, zh }) => [...en, ...zh]),
  ...Object.values(measureOf),
]);
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
  let opening: string | undefined;
  tokens.forEach((token, index) => {
    if (token.type === 'end') return;
    if (token.type === 'word' && token.first) {
      opening = token.words.find(word => openings.has(word)) ?? opening;
    }
    const [start, end] = token.span;
    const kind = token.type === 'word' ? classOf(tokens, index, opening) : classes[token.type];
    found.push({ start, end, class: kind });
  });
  return found.sort((a, b) => a.start - b.start);
}

function classOf(tokens: readonly Token[], index: number, opening: string | undefined): HighlightClass {
  const token = tokens[index] as WordToken;
  const next = tokens[index + 1]!;
  if (token.quoted) return 'name';
  const { text } = token;
  if (token.words.length > 0 || rowSpellings.has(text.toLowerCase())) return 'keyword';
  if (inPhrase(tokens, index)) return 'keyword';
  if (opening === 'test' && !isTestName(tokens, index) && testSpellings.has(text.toLowerCase()))
    return 'keyword';
  if (opening === 'action' && token.first && inPhrase(tokens, index, clausePhrases)) return 'keyword';
  const number = next.type === 'number' || next.type === 'duration';
  if (number && beforeNumbers.has(text.toLowerCase())) return 'keyword';
  const previous = tokens[index - 1];
  const length = previous?.type === 'duration' || previous?.type === 'number';
  if (length && behindNumbers.has(text.toLowerCase())) return 'keyword';
  if (next.type === 'date' && text.toLowerCase() === 'on') return 'keyword';
  if (
    periods.has(text) &&
    (next.type === 'word' || (previous?.type === 'word' && previous.words.includes('in')))
  )
    return 'keyword';
  const called = functionOf(text);
  const opens = next.type === 'symbol' && next.text === '(';
  return called && (opens || called.ofLeftSide) ? 'keyword' : 'name';
}

/** Whether the word stands right behind the word that begins a test. */
function isTestName(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1];
  return previous?.type === 'word' && previous.first && previous.words.includes('test');
}

/** Whether the word is part of a spelling of several words that stands there. */
function inPhrase(tokens: readonly Token[], index: number, among = phrases): boolean {
  if (!phraseWords.has((tokens[index] as WordToken).text.toLowerCase())) return false;
  return among.some(words => {
    for (let offset = 0; offset < words.length; offset++) {
      const start = index - offset;
      if (start >= 0 && words.every((word, at) => spells(tokens[start + at], word))) return true;
    }
    return false;
  });
}

function spells(token: Token | undefined, word: string): boolean {
  return token?.type === 'word' && !token.quoted && token.text.toLowerCase() === word;
}

const phrases = [
  ...constructs.flatMap(({ en }) => en),
  ...Object.values<Spelling>(softWords).flatMap(({ en, zh }) => [...en, ...zh]),
  'last calendar',
  ...Object.values(durationUnits).flatMap(({ en }) => [`this ${en[0]}`, `calendar ${en[0]}`]),
]
  .filter(spelling => spelling.includes(' '))
  .map(spelling => spelling.split(' '));
const clausePhrases = Object.values<Spelling>(softWords).flatMap(({ en, zh }) => {
  return [...en, ...zh].map(spelling => spelling.split(' '));
});
const phraseWords = new Set<string>([...phrases, ...clausePhrases].flat());
const beforeNumbers = new Set<string>([
  ...constructs.filter(each => each.form === 'top').flatMap(({ en, zh }) => [...en, ...zh]),
  ...softWords.frozen.en,
  ...softWords.frozen.zh,
  ...softWords.per.en,
  ...softWords.per.zh,
  ...softWords.atMost.zh,
  ...softWords.next.en,
  ...softWords.next.zh,
]);
const behindNumbers = new Set<string>([...softWords.inside.zh, ...softWords.times.zh, ...softWords.on.zh]);
const periods = new Set<string>(Object.values(periodWords).flatMap(units => Object.values(units).flat()));
