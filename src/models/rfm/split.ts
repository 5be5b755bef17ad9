import { meanOfKnown, quantileAt, sortedKnown } from '../quantile.ts';
import { type Threshold, thresholdAt } from './scores.ts';

/** Where a measure or a score is split into high and low, and what counts as high exactly there. */
export interface Split {
  readonly by: 'mean' | 'median' | 'fixed';
  /** The threshold where `by` is 'fixed'. */
  readonly value?: number;
  readonly tie: 'high' | 'low';
}

export interface Halves {
  /** 1 = high (good), 0 = low, by row; rows without a value are low. */
  readonly high: Uint8Array<ArrayBuffer>;
  readonly threshold: Threshold;
  /** How many are high, and how many have a value. */
  readonly count: number;
  readonly known: number;
}

/** Splits a column in two. `lessIsBetter`: below the threshold is high (recency). */
export function splitOf(values: Float64Array, { by, value, tie }: Split, lessIsBetter = false): Halves {
  const sorted = sortedKnown(values);
  const cut = by === 'fixed' ? (value ?? 0) : by === 'mean' ? meanOfKnown(values) : quantileAt(sorted, 0.5);
  const high = new Uint8Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const each = values[row]!;
    const isHigh = each === cut ? tie === 'high' : lessIsBetter ? each < cut : each > cut;
    high[row] = +isHigh;
    count += +isHigh;
  }
  return { high, threshold: thresholdAt(sorted, cut), count, known: sorted.length };
}
