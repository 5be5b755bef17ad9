import { Dice } from '../../domain/index.ts';

/** A metric to cluster by. */
export interface ClusterMetric {
  readonly id: string;
  readonly values: Float64Array;
  /** 'log': differences count by proportion, as suits money and counts; 'plain': as they are. */
  readonly scale: 'plain' | 'log';
}

/** Points in the space of scaled metrics, one after the other. */
export interface Points {
  readonly dimensions: number;
  readonly coordinates: Float64Array<ArrayBuffer>;
  readonly size: number;
}

/** The customers who have a value in every metric, each metric scaled to mean 0 and deviation 1. */
export function scaledPoints(metrics: readonly ClusterMetric[], size: number) {
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++)
    if (metrics.every(({ values }) => !Number.isNaN(values[row]!))) rows[count++] = row;
  const dimensions = metrics.length;
  const coordinates = new Float64Array(count * dimensions);
  metrics.forEach(({ values, scale }, at) => {
    let [total, squares] = [0, 0];
    for (let point = 0; point < count; point++) {
      const value = values[rows[point]!]!;
      const scaled = scale === 'log' ? Math.sign(value) * Math.log1p(Math.abs(value)) : value;
      coordinates[point * dimensions + at] = scaled;
      total += scaled;
    }
    const mean = total / count;
    for (let point = 0; point < count; point++)
      squares += (coordinates[point * dimensions + at]! - mean) ** 2;
    const spread = Math.sqrt(squares / count) || 1;
    for (let point = 0; point < count; point++) {
      const place = point * dimensions + at;
      coordinates[place] = (coordinates[place]! - mean) / spread;
    }
  });
  return { rows: rows.slice(0, count), points: { dimensions, coordinates, size: count } satisfies Points };
}

/** At most `most` of the points, by chance. */
export function samplePoints(points: Points, most: number, seed: number): Points {
  const { dimensions, coordinates, size } = points;
  if (size <= most) return points;
  const dice = new Dice(seed);
  const order = Uint32Array.from({ length: size }, (_, point) => point);
  const chosen = new Float64Array(most * dimensions);
  for (let at = 0; at < most; at++) {
    const other = dice.whole(at, size - 1);
    const point = order[other]!;
    order[other] = order[at]!;
    chosen.set(coordinates.subarray(point * dimensions, (point + 1) * dimensions), at * dimensions);
  }
  return { dimensions, coordinates: chosen, size: most };
}

/** The square of the distance between a point of one list and a point of another. */
export function squaredDistance(
  one: Float64Array,
  point: number,
  other: Float64Array,
  at: number,
  dimensions: number,
): number {
  let total = 0;
  for (let each = 0; each < dimensions; each++) {
    const difference = one[point * dimensions + each]! - other[at * dimensions + each]!;
    total += difference * difference;
  }
  return total;
}
