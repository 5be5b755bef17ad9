import { kMeans } from './kMeans.ts';
import { type Points, samplePoints, squaredDistance } from './points.ts';

/** How well a number of groups suits the points. */
export interface Candidate {
  readonly groups: number;
  /** -1 .. 1: how much nearer points are to their own group than to the next (Rousseeuw 1987). */
  readonly silhouette: number;
}

export interface SuggestedGroups {
  readonly groups: number;
  readonly candidates: readonly Candidate[];
  /** False: no number of groups stands out from a smooth cloud. */
  readonly clear: boolean;
}

const SAMPLE = 800;
const MOST_GROUPS = 8;
/** Below this, groups are no more than cuts through a cloud (Kaufman & Rousseeuw 1990). */
const CLEAR = 0.25;

/** The numbers of groups that are tried. */
export const triedGroups = Array.from({ length: MOST_GROUPS - 1 }, (_, at) => at + 2);

/**
 * The number of groups from 2 to 8 that fits a sample of the points best; 1 where all of them are the same. Yields
 * after each number.
 */
export function* suggestGroups(all: Points, seed: number): Generator<void, SuggestedGroups> {
  const points = samplePoints(all, SAMPLE, seed);
  const distances = distancesOf(points);
  const most = Math.min(MOST_GROUPS, points.size - 1);
  const candidates: Candidate[] = [];
  if (distances.some(distance => distance > 0)) {
    for (const groups of triedGroups) {
      if (groups > most) break;
      const { codes } = kMeans(points, groups, seed);
      candidates.push({ groups, silhouette: silhouetteOf(distances, codes, groups) });
      yield;
    }
  }
  const best = candidates.reduce<Candidate | null>(
    (leader, each) => (leader && leader.silhouette >= each.silhouette ? leader : each),
    null,
  );
  return { groups: best?.groups ?? 1, candidates, clear: (best?.silhouette ?? 0) >= CLEAR };
}

/** The distance of every point to every other. */
export function distancesOf({ dimensions, coordinates, size }: Points): Float64Array<ArrayBuffer> {
  const distances = new Float64Array(size * size);
  for (let one = 0; one < size; one++)
    for (let other = 0; other < one; other++) {
      const distance = Math.sqrt(squaredDistance(coordinates, one, coordinates, other, dimensions));
      distances[one * size + other] = distances[other * size + one] = distance;
    }
  return distances;
}

/** The mean silhouette of the points; one that is alone in its group counts 0. */
export function silhouetteOf(distances: Float64Array, codes: Uint8Array, groups: number): number {
  const size = codes.length;
  const counts = new Uint32Array(groups);
  for (const code of codes) counts[code]!++;
  const totals = new Float64Array(groups);
  let sum = 0;
  for (let point = 0; point < size; point++) {
    totals.fill(0);
    for (let other = 0; other < size; other++) totals[codes[other]!]! += distances[point * size + other]!;
    const own = codes[point]!;
    if (counts[own]! < 2) continue;
    const within = totals[own]! / (counts[own]! - 1);
    let next = Number.POSITIVE_INFINITY;
    for (let group = 0; group < groups; group++)
      if (group !== own && counts[group]! > 0) next = Math.min(next, totals[group]! / counts[group]!);
    const larger = Math.max(within, next);
    if (larger > 0 && next < Number.POSITIVE_INFINITY) sum += (next - within) / larger;
  }
  return sum / size;
}
