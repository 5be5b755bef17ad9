import type { Token } from '../lexer.ts';
import type { Reader } from '../reader.ts';
import type { Spelling } from '../tokens.ts';

/** Words that mean something inside a test alone: elsewhere they are ordinary names. */
export const testWords = {
  given: { en: ['given'], zh: ['假设', '假如'] },
  expects: { en: ['expects', 'expect'], zh: ['期望', '应为'] },
  always: { en: ['always'], zh: ['恒有', '总有'] },
  each: { en: ['of', 'each'], zh: ['每单', '每笔', '每次'] },
  over: { en: ['within'], zh: ['历时'] },
  latest: { en: ['last'], zh: ['最近'] },
  ago: { en: ['ago'], zh: ['前', '以前'] },
} as const satisfies Record<string, Spelling>;
export type TestWord = keyof typeof testWords;

/** How rows are counted in Chinese: `6笔`. */
export const measureOf = { order: '笔', interaction: '次' } as const;
const measures: readonly string[] = [...Object.values(measureOf), '单'];

function isSpelled(token: Token, spellings: readonly string[]): boolean {
  return token.type === 'word' && !token.quoted && spellings.includes(token.text.toLowerCase());
}

/** Whether the token is that word of a test. */
export function isTestWord(token: Token, word: TestWord): boolean {
  return isSpelled(token, [...testWords[word].en, ...testWords[word].zh]);
}

/** Whether conditions must follow the token. */
export function expectsMore(token: Token): boolean {
  return isTestWord(token, 'expects') || isTestWord(token, 'always');
}

/** Takes the word where it is next. */
export function skipTestWord(reader: Reader, word: TestWord): boolean {
  const there = isTestWord(reader.peek(), word);
  if (there) reader.take();
  return there;
}

/** Takes a Chinese measure word where one is next. */
export function skipMeasure(reader: Reader): void {
  if (isSpelled(reader.peek(), measures)) reader.take();
}
