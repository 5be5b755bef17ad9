import type { Day } from '../../domain/index.ts';
import type { PaidOrders } from '../paidOrders.ts';

/** What is counted: every order, or days with an order (several orders on one day are one purchase). */
export type Counting = 'orders' | 'days';
/** What money is taken: all of it, the mean of an order, or the mean of a day with orders. */
export type Money = 'sum' | 'perOrder' | 'perDay';

export interface RfmConvention {
  readonly counting: Counting;
  readonly money: Money;
  /** Only what was bought on or after this day counts; absent: everything. */
  readonly from?: Day;
}

/** The three measures by row, NaN where a customer bought nothing that counts. */
export interface RfmMeasures {
  /** Whole days from the last purchase to the day looked at: less is better. */
  readonly recency: Float64Array<ArrayBuffer>;
  readonly frequency: Float64Array<ArrayBuffer>;
  /** Minor units. */
  readonly monetary: Float64Array<ArrayBuffer>;
}

/** Recency, frequency and monetary value of every customer on `asOf`; later orders are not known yet. */
export function rfmMeasures(
  { offsets, day, amount }: Pick<PaidOrders, 'offsets' | 'day' | 'amount'>,
  asOf: Day,
  { counting, money, from = Number.NEGATIVE_INFINITY }: RfmConvention,
): RfmMeasures {
  const size = offsets.length - 1;
  const column = () => new Float64Array(size).fill(Number.NaN);
  const [recency, frequency, monetary] = [column(), column(), column()];
  for (let row = 0; row < size; row++) {
    let [count, days, total, last] = [0, 0, 0, Number.NaN];
    for (let order = offsets[row]!; order < offsets[row + 1]! && day[order]! <= asOf; order++) {
      const on = day[order]!;
      if (on < from) continue;
      if (on !== last) days++;
      count++;
      last = on;
      total += amount[order]!;
    }
    if (count === 0) continue;
    recency[row] = asOf - last;
    frequency[row] = counting === 'orders' ? count : days;
    monetary[row] = money === 'sum' ? total : total / (money === 'perOrder' ? count : days);
  }
  return { recency, frequency, monetary };
}
