import { EDGE } from './search.ts';

/** Shorter than this, a slip of the hand makes any name out of any other. */
const FEWEST_LETTERS = 4;
/** Occurrences of a half that are looked at in one text. */
const MOST_LOOKS = 2_000;

/**
 * Calls back with every place at which a word begins that the needle would be the beginning of, were one of its letters
 * not wrong, missing, too many, or exchanged with the next. One half of the needle is then right, or the letters between them are exchanged: that is searched for.
 */
export function eachMisspelt(text: string, needle: string, found: (at: number) => void): void {
  if (needle.length < FEWEST_LETTERS) return;
  const middle = needle.length >> 1;
  for (const [half, offset] of [
    [needle.slice(0, middle), 0],
    [needle.slice(middle), middle],
    [exchanged(needle, middle), 0],
  ] as const) {
    let looks = 0;
    for (let at = text.indexOf(half); at >= 0 && looks < MOST_LOOKS; at = text.indexOf(half, at + 1)) {
      for (let start = Math.max(0, at - offset - 1); start <= at - offset + 1; start++) {
        if (!isBeginning(text, start)) continue;
        looks++;
        if (isNearlyPrefix(needle, text, start)) found(start);
      }
    }
  }
}

function exchanged(needle: string, at: number): string {
  return needle.slice(0, at - 1) + needle[at]! + needle[at - 1]! + needle.slice(at + 1);
}

/** Whether the text from `start` begins with the needle but for one slip. */
export function isNearlyPrefix(needle: string, text: string, start: number): boolean {
  let same = 0;
  while (same < needle.length && needle[same] === text[start + same]) same++;
  if (same >= needle.length - 1) return true; // only the last letter is another, or is not there yet
  const rest = needle.slice(same);
  const at = start + same;
  return (
    text.startsWith(rest.slice(1), at + 1) || // another letter
    text.startsWith(rest.slice(1), at) || // one too many
    text.startsWith(rest, at + 1) || // one missing
    (rest[0] === text[at + 1] && rest[1] === text[at] && text.startsWith(rest.slice(2), at + 2))
  );
}

function isBeginning(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === EDGE || before === ' ' || before === '.' || before === '@' || before === '-';
}
