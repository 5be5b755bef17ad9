/** How the numbers of customers or orders look, ready to be found in a text. */
export interface IdPattern {
  readonly text: string;
  /** One character each, in order. */
  readonly places: readonly Place[];
}

interface Place {
  readonly allows: (character: string) => boolean;
  /** Whether the place may be left out. */
  readonly optional: boolean;
}

/** What is wrong with a pattern: `at` is the offset of the first character that is not understood. */
export interface PatternFault {
  readonly code: 'patternEmpty' | 'patternPlace' | 'patternLoose' | 'patternLong';
  readonly at: number;
}

const MOST_PLACES = 48;
const MOST_TEXT = 20_000;
const MOST_FOUND = 12;
const classes: Readonly<Record<string, RegExp>> = {
  d: /^\p{Nd}$/u,
  a: /^\p{L}$/u,
  w: /^[\p{L}\p{Nd}]$/u,
};
/** What a number does not end before: letters of scripts that put spaces between words, and figures. */
const WORD = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{Nd}]/u;

/**
 * Reads a pattern such as `A-\d{6}` or `SO-\d{8}-\d{4}`: letters, figures and signs stand for themselves (case does
 * not matter), `\d` is a figure, `\a` a letter, `\w` either, `[A-F0-9]` one of these, `?` after a place says it may
 * be missing, `{4}` or `{4,8}` how often it comes. There is no repetition without an end and no alternative, so a
 * text is searched in time proportional to its length whatever the pattern.
 */
export function readPattern(text: string): IdPattern | PatternFault {
  const places: Place[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const piece = /^(?:\\(.)|\[([^\]]+)\]|([^\\[\]{}?]))(?:\{(\d{1,2})(?:,(\d{1,2}))?\}|(\?))?/su.exec(
      text.slice(at),
    );
    if (!piece) return { code: 'patternPlace', at: start };
    const [whole, escaped, set, plain, least, most, may] = piece;
    const allows = setOf(escaped, set, plain);
    if (!allows) return { code: 'patternPlace', at: start };
    const fewest = may ? 0 : Number(least ?? 1);
    const greatest = may ? 1 : Number(most ?? least ?? 1);
    if (greatest < fewest || greatest === 0) return { code: 'patternPlace', at: start };
    for (let i = 0; i < greatest; i++) places.push({ allows, optional: i >= fewest });
    if (places.length > MOST_PLACES) return { code: 'patternLong', at: start };
    at += whole.length;
  }
  if (places.length === 0) return { code: 'patternEmpty', at: 0 };
  // Fewer than four certain places would find something in every text.
  if (places.filter(place => !place.optional).length < 4) return { code: 'patternLoose', at: 0 };
  return { text, places };
}

/** Whether a pattern was read without a fault. */
export function isPattern(read: IdPattern | PatternFault): read is IdPattern {
  return 'places' in read;
}

/** The patterns among `texts` that can be read. */
export function patternsOf(texts: readonly string[]): IdPattern[] {
  return texts.map(readPattern).filter(isPattern);
}

/** What fits one of the patterns in a text, each once, in order: whole words, the longest that fits at each place. */
export function findIds(text: string, patterns: readonly IdPattern[]): string[] {
  const letters = [...text.slice(0, MOST_TEXT).normalize('NFKC')];
  const found = new Set<string>();
  for (let start = 0; start < letters.length && found.size < MOST_FOUND; start++) {
    if (start > 0 && WORD.test(letters[start - 1]!) && WORD.test(letters[start]!)) continue;
    const lengths = patterns.map(pattern => longestAt(letters, start, pattern.places));
    const length = Math.max(0, ...lengths);
    if (length === 0) continue;
    found.add(letters.slice(start, start + length).join(''));
    start += length - 1;
  }
  return [...found];
}

/** Length of the longest fit at a place, 0 = none: all ways of leaving out optional places are followed at once. */
function longestAt(letters: readonly string[], start: number, places: readonly Place[]): number {
  let states = new Set(skip(places, 0));
  let longest = 0;
  for (let at = start; states.size > 0; at++) {
    const isEnd = !WORD.test(letters[at] ?? ' ') || !WORD.test(letters[at - 1] ?? ' ');
    if (at > start && states.has(places.length) && isEnd) longest = at - start;
    const letter = letters[at];
    if (letter === undefined) break;
    const next = new Set<number>();
    for (const state of states) {
      if (places[state]?.allows(letter)) for (const each of skip(places, state + 1)) next.add(each);
    }
    states = next;
  }
  return longest;
}

/** A place and those after it that can be reached by leaving out optional ones. */
function skip(places: readonly Place[], from: number): number[] {
  const reached = [from];
  for (let at = from; places[at]?.optional; at++) reached.push(at + 1);
  return reached;
}

function setOf(escaped?: string, set?: string, plain?: string): Place['allows'] | null {
  if (escaped !== undefined) {
    const kind = classes[escaped];
    if (kind) return character => kind.test(character);
    return /^[\p{L}\p{N}]$/u.test(escaped) ? null : character => character === escaped;
  }
  if (plain !== undefined) return sameCase(plain);
  const members: Place['allows'][] = [];
  const letters = [...set!];
  for (let i = 0; i < letters.length; i++) {
    const [from, dash, to] = letters.slice(i, i + 3);
    if (dash === '-' && to !== undefined) {
      if (from! > to) return null;
      members.push(character => isBetween(character, from!, to));
      i += 2;
    } else members.push(sameCase(from!));
  }
  return character => members.some(allows => allows(character));
}

function isBetween(character: string, from: string, to: string): boolean {
  return [character, character.toLowerCase(), character.toUpperCase()].some(
    each => each >= from && each <= to,
  );
}

function sameCase(wanted: string): Place['allows'] {
  const lower = wanted.toLowerCase();
  return character => character.toLowerCase() === lower;
}
