import { foldSpelling } from '../../../domain/index.ts';

/**
 * The entries that answer a search, best first: those that begin with it, then those with a word that does, then
 * those that contain it, then those that contain its letters in order. All of them, as given, where it is empty.
 */
export function rank<Entry>(
  entries: readonly Entry[],
  search: string,
  textsOf: (entry: Entry) => string[],
): Entry[] {
  const wanted = foldSpelling(search);
  if (wanted === '') return [...entries];
  return entries
    .map((entry, index) => ({
      entry,
      index,
      score: Math.min(...textsOf(entry).map(text => score(text, wanted))),
    }))
    .filter(each => each.score < nothing)
    .sort((a, b) => a.score - b.score || a.index - b.index)
    .map(each => each.entry);
}

const nothing = 4;

function score(text: string, wanted: string): number {
  const folded = foldSpelling(text);
  if (folded.startsWith(wanted)) return 0;
  if (text.split(/[\s·/]+/).some(word => foldSpelling(word).startsWith(wanted))) return 1;
  if (folded.includes(wanted)) return 2;
  return inOrder(folded, wanted) ? 3 : nothing;
}

function inOrder(text: string, wanted: string): boolean {
  let at = -1;
  for (const letter of wanted) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
