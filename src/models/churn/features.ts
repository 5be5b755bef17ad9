import type { Day } from '../../domain/index.ts';
import {
  buyingProbability,
  type Days,
  fittingPurchases,
  historyAt,
  inUnit,
  inWeeks,
  outlookOf,
  type PurchaseFit,
  type Purchases,
  purchaseDays,
  summarise,
} from '../lifetime/index.ts';

/** What is looked at to tell who buys again. The first one alone is plain recency. */
export const featureNames = ['recency', 'repeats', 'model', 'silence', 'recent', 'spend'] as const;
export type FeatureName = (typeof featureNames)[number];

/** Customers who had bought by a day, with one column for each of `featureNames`. */
export interface Features {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly columns: readonly Float64Array<ArrayBuffer>[];
  /** The logit of the purchase model's probability of buying within the horizon. */
  readonly model: Float64Array<ArrayBuffer>;
  /** Days since the last purchase. */
  readonly recency: Float64Array<ArrayBuffer>;
}

/** Logits beyond this are as good as certain. */
const certain = 8;

/** How a base buys: the purchase model, and the mean time between purchases in days. */
export interface Rhythm {
  readonly fit: PurchaseFit<'weeks'>;
  readonly usualGap: number;
}

/** The rhythm of what was known on a day, in steps: yields passes over the base. */
export function* rhythmOn(purchases: Purchases, day: Day): Generator<number, Rhythm> {
  const histories = summarise(purchases, day);
  const fit = yield* fittingPurchases(inWeeks(histories), 'MBG/NBD');
  return { fit, usualGap: meanGap(histories.repeats, histories.lastAt) };
}

/**
 * What is known of each customer on a day, for the question who buys within `horizon`: nothing after the day is read.
 * @param rhythm what the silence is held against; its model's probability of buying is one of the features
 */
export function featuresOn(
  purchases: Purchases,
  day: Day,
  horizon: Days,
  { fit, usualGap }: Rhythm,
): Features {
  const histories = summarise(purchases, day);
  const known = inWeeks(histories);
  const rows = Uint32Array.from(histories.age.keys()).filter(row => !Number.isNaN(histories.age[row]!));
  const ahead = inUnit(horizon, 'days', 'weeks');
  const recency = Float64Array.from(rows, row => histories.age[row]! - histories.lastAt[row]!);
  const column = (read: (row: number, at: number) => number) => Float64Array.from(rows, read);
  const model = column(row => logit(buyingProbability(outlookOf(fit, historyAt(known, row)), ahead)));
  return {
    rows,
    model,
    recency,
    columns: [
      column((_, at) => Math.log1p(recency[at]!)),
      column(row => Math.log1p(histories.repeats[row]!)),
      model,
      // The silence against the customer's own gaps, which one usual gap more keeps from being chance alone.
      column((row, at) => {
        const gap = (histories.lastAt[row]! + usualGap) / (histories.repeats[row]! + 1);
        return Math.log((recency[at]! + 1) / (gap + 1));
      }),
      column(row => Math.log1p(purchaseDays(purchases, row, day - horizon, day))),
      column(row => Math.log1p(Math.max(0, meanAmount(purchases, row, day)))),
    ],
  };
}

/** Who of these customers buys after `day`, up to and on `end`. */
export function boughtWithin(
  purchases: Purchases,
  rows: Uint32Array,
  day: Day,
  end: Day,
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(rows, row => (purchaseDays(purchases, row, day, end) > 0 ? 1 : 0));
}

function meanAmount({ offsets, day, amount }: Purchases, row: number, until: Day): number {
  let [money, count] = [0, 0];
  for (let order = offsets[row]!; order < offsets[row + 1]! && day[order]! <= until; order++) {
    money += amount[order]! || 0;
    count++;
  }
  return count > 0 ? money / count : 0;
}

/** The mean time between purchases over the base, in days. */
function meanGap(repeats: Float64Array, lastAt: Float64Array): number {
  let [gaps, time] = [0, 0];
  for (let row = 0; row < repeats.length; row++) {
    if (Number.isNaN(lastAt[row]!)) continue;
    gaps += repeats[row]!;
    time += lastAt[row]!;
  }
  return gaps > 0 ? time / gaps : 0;
}

function logit(probability: number): number {
  const value = Math.log(probability) - Math.log1p(-probability);
  return Number.isNaN(value) ? 0 : Math.max(-certain, Math.min(certain, value));
}
