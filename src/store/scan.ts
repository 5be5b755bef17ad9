import { type Hit, phoneKey } from '../domain/index.ts';
import { eachMisspelt } from './misspelt.ts';
import { CHUNK_SIZE } from './model.ts';
import { type PackedTexts, placeOf } from './packed.ts';
import { EDGE, fold, hitAt, type SearchRecord, tierAt } from './search.ts';

/** Rows that are kept of each rank: enough to choose the best from. */
const KEPT = 1_000;
/** Fewer digits than these are found in too many phone numbers. */
const FEWEST_DIGITS = 3;

/** How well a text fits, best first; the end of a phone number fits as well as a beginning. */
const ranks = { exact: 0, prefix: 1, word: 2, inside: 3 } as const;
type Rank = (typeof ranks)[keyof typeof ranks];

/**
 * The customers whose name, company, e-mail, pinyin, initials or phone number have `text` in them, best fit first,
 * among equals the higher tier first, then the order of the base. Phone numbers are searched for FEWEST_DIGITS and more.
 */
export function scan(records: readonly SearchRecord[], text: string, limit: number): Hit[] {
  const wanted = fold(text);
  if (wanted === '' || limit <= 0) return [];
  const best = new Map<number, Rank>();
  const found = [0, 0, 0, 0];
  const keep = (row: number, rank: Rank) => {
    const before = best.get(row);
    if (before !== undefined ? before <= rank : found[rank]! >= KEPT) return;
    best.set(row, rank);
    found[rank]!++;
  };
  const numbers = numbersIn(wanted);
  const unspaced = wanted.replaceAll(' ', '');
  records.forEach((record, place) => {
    const rowOf = (slot: number) => place * CHUNK_SIZE + slot;
    eachMatch(record.words, wanted, rankOfWord, (slot, rank) => keep(rowOf(slot), rank));
    if (unspaced !== wanted) {
      eachMatch(record.words, unspaced, rankOfWord, (slot, rank) => keep(rowOf(slot), rank));
    }
    for (const digits of numbers) {
      eachMatch(record.digits, digits, rankOfDigits, (slot, rank) => keep(rowOf(slot), rank));
    }
  });
  return chosen(records, best, limit);
}

/** Whom a text would find but for one slip of the hand, in the order of `scan`. */
export function scanMisspelt(records: readonly SearchRecord[], text: string, limit: number): Hit[] {
  const wanted = fold(text);
  const best = new Map<number, Rank>();
  records.forEach(({ words }, place) => {
    eachMisspelt(words.text, wanted, at => {
      if (best.size < KEPT) best.set(place * CHUNK_SIZE + placeOf(words, at), ranks.inside);
    });
  });
  return chosen(records, best, limit);
}

function chosen(records: readonly SearchRecord[], best: ReadonlyMap<number, Rank>, limit: number): Hit[] {
  const recordOf = (row: number) => records[Math.floor(row / CHUNK_SIZE)]!;
  const tierRank = (row: number) => tierAt(recordOf(row), row % CHUNK_SIZE)?.rank ?? Number.POSITIVE_INFINITY;
  return [...best]
    .map(([row, rank]) => ({ row, rank, tier: tierRank(row) }))
    .sort((a, b) => a.rank - b.rank || compare(a.tier, b.tier) || a.row - b.row)
    .slice(0, limit)
    .map(({ row }) => hitAt(recordOf(row), row % CHUNK_SIZE));
}

/** The digits of what looks like a phone number: as they are, for it may be a tail, and as numbers are filed. */
function numbersIn(text: string): string[] {
  if (!/^[\d +().-]+$/.test(text)) return [];
  const spellings = new Set([text.replace(/\D/g, ''), phoneKey(text).slice(2)]);
  return [...spellings].filter(digits => digits.length >= FEWEST_DIGITS);
}

/** Calls back with the best rank of every slot that holds the needle. */
function eachMatch(
  { text, ends }: PackedTexts,
  needle: string,
  rankOf: (text: string, start: number, end: number) => Rank,
  found: (slot: number, rank: Rank) => void,
): void {
  let slot = 0;
  for (let at = text.indexOf(needle); at >= 0; ) {
    while (ends[slot]! <= at) slot++;
    let best = rankOf(text, at, at + needle.length);
    const end = ends[slot]!;
    at = text.indexOf(needle, at + 1);
    while (at >= 0 && at < end) {
      const rank = rankOf(text, at, at + needle.length);
      if (rank < best) best = rank;
      at = text.indexOf(needle, at + 1);
    }
    found(slot, best);
  }
}

function rankOfWord(text: string, start: number, end: number): Rank {
  const before = text[start - 1]!;
  if (before === EDGE) return text[end] === EDGE ? ranks.exact : ranks.prefix;
  return isLetterOrDigit(before) ? ranks.inside : ranks.word;
}

function rankOfDigits(text: string, start: number, end: number): Rank {
  const whole = text[start - 1] === EDGE;
  if (text[end] === EDGE) return whole ? ranks.exact : ranks.prefix;
  return whole ? ranks.word : ranks.inside;
}

function isLetterOrDigit(unit: string): boolean {
  return unit > '\u007f' || (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9');
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
