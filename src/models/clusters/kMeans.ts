import { Dice } from '../../domain/index.ts';
import { type Points, squaredDistance } from './points.ts';

/** Points in groups around centres. */
export interface Grouping {
  readonly centres: Float64Array<ArrayBuffer>;
  /** The group of each point. */
  readonly codes: Uint8Array<ArrayBuffer>;
  /** Sum of the squares of the distances to the own centre. */
  readonly inertia: number;
}

const RESTARTS = 4;
const ITERATIONS = 60;

/** k-means with centres drawn apart (k-means++, Arthur & Vassilvitskii 2007): the best of a few starts. */
export function kMeans(points: Points, groups: number, seed: number): Grouping {
  const dice = new Dice(seed);
  let best: Grouping | null = null;
  for (let start = 0; start < RESTARTS; start++) {
    const found = settle(points, drawCentres(points, groups, dice));
    if (!best || found.inertia < best.inertia) best = found;
  }
  return best!;
}

/** Moves centres to the middle of their points until nobody changes group, or long enough (Lloyd). */
export function settle(
  points: Points,
  centres: Float64Array<ArrayBuffer>,
  iterations = ITERATIONS,
): Grouping {
  let grouping = assign(points, centres);
  for (let round = 0; round < iterations; round++) {
    const next = assign(points, middles(points, grouping));
    const same = next.codes.every((code, point) => code === grouping.codes[point]);
    grouping = next;
    if (same) break;
  }
  return grouping;
}

function drawCentres(points: Points, groups: number, dice: Dice): Float64Array<ArrayBuffer> {
  const { dimensions, coordinates, size } = points;
  const centres = new Float64Array(groups * dimensions);
  const nearest = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  let point = dice.whole(0, size - 1);
  for (let group = 0; group < groups; group++) {
    centres.set(coordinates.subarray(point * dimensions, (point + 1) * dimensions), group * dimensions);
    let total = 0;
    for (let each = 0; each < size; each++) {
      const distance = squaredDistance(coordinates, each, centres, group, dimensions);
      if (distance < nearest[each]!) nearest[each] = distance;
      total += nearest[each]!;
    }
    let left = dice.next() * total;
    for (point = 0; point < size - 1; point++) {
      left -= nearest[point]!;
      if (left < 0) break;
    }
  }
  return centres;
}

/** Every point to its nearest centre, the first of equally near ones. */
export function assign(
  { dimensions, coordinates, size }: Points,
  centres: Float64Array<ArrayBuffer>,
): Grouping {
  const groups = centres.length / dimensions;
  const codes = new Uint8Array(size);
  let inertia = 0;
  for (let point = 0; point < size; point++) {
    let [nearest, least] = [0, Number.POSITIVE_INFINITY];
    for (let group = 0; group < groups; group++) {
      const distance = squaredDistance(coordinates, point, centres, group, dimensions);
      if (distance < least) {
        least = distance;
        nearest = group;
      }
    }
    codes[point] = nearest;
    inertia += least;
  }
  return { centres, codes, inertia };
}

/** The middle of each group; an empty group keeps its centre. */
function middles({ dimensions, coordinates, size }: Points, { centres, codes }: Grouping) {
  const groups = centres.length / dimensions;
  const totals = new Float64Array(centres.length);
  const counts = new Uint32Array(groups);
  for (let point = 0; point < size; point++) {
    const group = codes[point]!;
    counts[group]!++;
    for (let each = 0; each < dimensions; each++)
      totals[group * dimensions + each]! += coordinates[point * dimensions + each]!;
  }
  return totals.map((total, at) => {
    const count = counts[Math.floor(at / dimensions)]!;
    return count > 0 ? total / count : centres[at]!;
  });
}
