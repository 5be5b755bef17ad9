import { type DuplicatePair, leastTold } from './record.ts';

/** Below this mean, in bits, what groups say of one another as a whole speaks against a link between two of them. */
const leastMean = -2;
/** One comparison cannot outvote all others. */
const mostVote = 8;
/** Comparisons across two groups that are enough to judge by. */
const mostVotes = 25;

/**
 * Records that are one customer, taken together: pairs of at least `leastScore`, the surest first, join their groups
 * unless the records of the two groups, each against each, speak against it. `pairs`: those of a search, the surest
 * first; one that it did not tell speaks against. Groups of two and more, by place.
 */
export function groupDuplicates(pairs: readonly DuplicatePair[], leastScore: number): number[][] {
  const votes = new Map(pairs.map(({ one, other, score }) => [keyOf(one, other), voteOf(score)]));
  const voteFor = (one: number, other: number) => votes.get(keyOf(one, other)) ?? voteOf(leastTold);
  const groups = new Map<number, number[]>();
  const groupOf = (place: number) => groups.get(place) ?? [place];
  for (const { one, other, score } of pairs) {
    if (score < leastScore) break;
    const [left, right] = [groupOf(one), groupOf(other)];
    if (left === right || !agree(left, right, voteFor)) continue;
    const joined = [...left, ...right];
    for (const place of joined) groups.set(place, joined);
  }
  return [...new Set(groups.values())];
}

function keyOf(one: number, other: number): number {
  return Math.min(one, other) * 2 ** 26 + Math.max(one, other);
}

/** The bits of a probability, held within what one comparison may say. */
function voteOf(score: number): number {
  return Math.max(-mostVote, Math.min(mostVote, Math.log2(score / (1 - score))));
}

function agree(
  left: readonly number[],
  right: readonly number[],
  voteFor: (one: number, other: number) => number,
): boolean {
  if (left.length + right.length === 2) return true;
  let sum = 0;
  let votes = 0;
  for (const one of left) {
    for (const other of right) {
      if (votes === mostVotes) break;
      sum += voteFor(one, other);
      votes++;
    }
  }
  return sum / votes >= leastMean;
}
