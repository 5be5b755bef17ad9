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

/** How a metric becomes a coordinate: by its scale, then to mean 0 and deviation 1. */
export interface Scaling {
  readonly scale: 'plain' | 'log';
  readonly mean: number;
  readonly spread: number;
}

/** The customers who have a value in every metric. */
export function knownRows(metrics: readonly Pick<ClusterMetric, 'values'>[], size: number): Uint32Array {
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++)
    if (metrics.every(({ values }) => !Number.isNaN(values[row]!))) rows[count++] = row;
  return rows.slice(0, count);
}

/** How each metric is scaled so that those customers have mean 0 and deviation 1; all alike: deviation 0. */
export function scalingsOf(metrics: readonly ClusterMetric[], rows: Uint32Array): Scaling[] {
  return metrics.map(({ values, scale }) => {
    let [total, squares] = [0, 0];
    for (const row of rows) total += onScale(values[row]!, scale);
    const mean = rows.length > 0 ? total / rows.length : 0;
    for (const row of rows) squares += (onScale(values[row]!, scale) - mean) ** 2;
    return { scale, mean, spread: Math.sqrt(squares / rows.length) || 1 };
  });
}

/** Those customers as points. */
export function pointsOf(
  metrics: readonly Pick<ClusterMetric, 'values'>[],
  rows: Uint32Array,
  scalings: readonly Scaling[],
): Points {
  const dimensions = metrics.length;
  const coordinates = new Float64Array(rows.length * dimensions);
  metrics.forEach(({ values }, at) => {
    const { scale, mean, spread } = scalings[at]!;
    for (let point = 0; point < rows.length; point++)
      coordinates[point * dimensions + at] = (onScale(values[rows[point]!]!, scale) - mean) / spread;
  });
  return { dimensions, coordinates, size: rows.length };
}

function onScale(value: number, scale: Scaling['scale']): number {
  return scale === 'log' ? Math.sign(value) * Math.log1p(Math.abs(value)) : value;
}

/** At most `most` of so many places, by chance, in random order. */
export function somePlaces(size: number, most: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, place) => place);
  if (size <= most) return order;
  const dice = new Dice(seed);
  for (let at = 0; at < most; at++) {
    const other = dice.whole(at, size - 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order.slice(0, most);
}

/** At most `most` of the points, by chance. */
export function samplePoints(points: Points, most: number, seed: number): Points {
  const { dimensions, coordinates, size } = points;
  if (size <= most) return points;
  const chosen = new Float64Array(most * dimensions);
  somePlaces(size, most, seed).forEach((point, at) => {
    chosen.set(coordinates.subarray(point * dimensions, (point + 1) * dimensions), at * dimensions);
  });
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
