import type { Day } from '../../domain/index.ts';
import type { PaidOrders } from '../paidOrders.ts';
import type { Time, Unit } from './units.ts';

/**
 * One customer as the purchase models see one: `repeats` further purchases after the first (purchases of one day
 * count once), the last of them `lastAt` after the first, seen until `age` after the first. `lastAt` is what the
 * models' authors call recency (t_x), `age` their T; it is no recency of RFM, which counts back from today.
 */
export interface History<In extends Unit> {
  readonly repeats: number;
  readonly lastAt: Time<In>;
  readonly age: Time<In>;
}

/** The histories of many customers as columns, by row; NaN where a customer never bought. */
export interface Histories<In extends Unit> {
  readonly unit: In;
  readonly repeats: Float64Array<ArrayBuffer>;
  readonly lastAt: Float64Array<ArrayBuffer>;
  readonly age: Float64Array<ArrayBuffer>;
  /** Mean money on a day of a repeat purchase; 0 where there was none. */
  readonly spend: Float64Array<ArrayBuffer>;
}

/** What the purchase models read of the orders. */
export type Purchases = Pick<PaidOrders, 'offsets' | 'day' | 'amount'>;

export function historyAt<In extends Unit>(histories: Histories<In>, row: number): History<In> {
  return {
    repeats: histories.repeats[row]!,
    lastAt: histories.lastAt[row]! as Time<In>,
    age: histories.age[row]! as Time<In>,
  };
}

/**
 * What was bought up to and on `asOf`, as histories in days. Days count once; unknown amounts count as 0. The first
 * purchase tells no mean of repeats, so its money is left out (Fader & Hardie 2013).
 */
export function summarise({ offsets, day, amount }: Purchases, asOf: Day): Histories<'days'> {
  const size = offsets.length - 1;
  const column = () => new Float64Array(size);
  const [repeats, lastAt, age, spend] = [column(), column(), column(), column()];
  for (let row = 0; row < size; row++) {
    const begin = offsets[row]!;
    const first = day[begin];
    if (begin === offsets[row + 1]! || first! > asOf) {
      lastAt[row] = age[row] = Number.NaN;
      continue;
    }
    let last = first!;
    let money = 0;
    for (let order = begin; order < offsets[row + 1]! && day[order]! <= asOf; order++) {
      if (day[order]! > last) {
        last = day[order]!;
        repeats[row]!++;
      }
      if (last > first!) money += amount[order]! || 0;
    }
    lastAt[row] = last - first!;
    age[row] = asOf - first!;
    spend[row] = repeats[row]! > 0 ? money / repeats[row]! : 0;
  }
  return { unit: 'days', repeats, lastAt, age, spend };
}

/** The same histories counted in weeks: day counts divided by 7, nothing is rounded. */
export function inWeeks({ repeats, lastAt, age, spend }: Histories<'days'>): Histories<'weeks'> {
  return { unit: 'weeks', repeats, lastAt: lastAt.map(toWeeks), age: age.map(toWeeks), spend };
}

function toWeeks(count: number): number {
  return count / 7;
}

/** On how many days a customer bought after `from`, up to and on `to`. */
export function purchaseDays({ offsets, day }: Purchases, row: number, from: Day, to: Day): number {
  let count = 0;
  let last = from;
  for (let order = offsets[row]!; order < offsets[row + 1]! && day[order]! <= to; order++) {
    if (day[order]! <= last) continue;
    last = day[order]!;
    count++;
  }
  return count;
}
