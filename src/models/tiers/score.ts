import { countBelow, countUpTo, sortedKnown } from '../quantile.ts';

/** A metric of a customer value score. */
export interface Weighted {
  readonly values: Float64Array;
  /** Any number from 0 on; only the proportions between weights matter. */
  readonly weight: number;
  readonly lessIsBetter?: boolean;
  /** A value that is not known: as bad as the worst, which is the rule, or left out, the others weighing more. */
  readonly unknown?: 'worst' | 'leftOut';
}

/**
 * The customer value score, 0 .. 100 by row: the weighted mean of the places that a customer has in each metric (the
 * share of the base that is worse, ties halved), so that no unit outweighs another. NaN where nothing that has a
 * weight counts.
 */
export function valueScores(metrics: readonly Weighted[], size: number): Float64Array<ArrayBuffer> {
  const scores = new Float64Array(size);
  const totals = new Float64Array(size);
  for (const { values, weight, lessIsBetter, unknown } of metrics) {
    if (weight === 0) continue;
    const sorted = sortedKnown(values);
    const places = new Map<number, number>();
    for (let row = 0; row < size; row++) {
      const value = values[row]!;
      if (Number.isNaN(value)) {
        if (unknown !== 'leftOut') totals[row]! += weight;
        continue;
      }
      let place = places.get(value);
      if (place === undefined) {
        const below = (countBelow(sorted, value) + countUpTo(sorted, value)) / 2 / sorted.length;
        place = lessIsBetter ? 1 - below : below;
        places.set(value, place);
      }
      scores[row]! += weight * place;
      totals[row]! += weight;
    }
  }
  for (let row = 0; row < size; row++) scores[row] = (100 * scores[row]!) / totals[row]!;
  return scores;
}
