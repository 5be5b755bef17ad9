import type { DuplicatePair } from './record.ts';

/** Below this mean, in bits, what groups say of one another as a whole speaks against a link between two of them. */
const leastMean = -2;
/** One comparison cannot outvote all others. */
const mostVote = 8;
/** Comparisons across two groups that are enough to judge by. */
const mostVotes = 25;

/**
 * Records that are one customer, taken together: pairs of at least `leastScore`, the surest first, join their groups
 * unless the records of the two groups, each against each, speak against it. Groups of two and more, by place.
 * `bits`: evidence for a pair, see `DuplicateReason`.
 */
export function groupDuplicates(
  pairs: readonly DuplicatePair[],
  leastScore: number,
  bits: (one: number, other: number) => number,
): number[][] {
  const groups = new Map<number, number[]>();
  const groupOf = (place: number) => groups.get(place) ?? [place];
  for (const { one, other, score } of pairs) {
    if (score < leastScore) break;
    const [left, right] = [groupOf(one), groupOf(other)];
    if (left === right || !agree(left, right, bits)) continue;
    const joined = [...left, ...right];
    for (const place of joined) groups.set(place, joined);
  }
  return [...new Set(groups.values())];
}

function agree(
  left: readonly number[],
  right: readonly number[],
  bits: (one: number, other: number) => number,
): boolean {
  if (left.length + right.length === 2) return true;
  let sum = 0;
  let votes = 0;
  for (const one of left) {
    for (const other of right) {
      if (votes === mostVotes) break;
      sum += Math.max(-mostVote, Math.min(mostVote, bits(one, other)));
      votes++;
    }
  }
  return sum / votes >= leastMean;
}
