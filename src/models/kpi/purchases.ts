import { Bits, type Day } from '../../domain/index.ts';
import type { PaidOrders } from '../paidOrders.ts';
import type { Period } from './periods.ts';

/** A share of customers, with the customers behind both numbers. NaN where there is nobody to take a share of. */
export interface ShareOf {
  readonly value: number;
  /** How many the share is of. */
  readonly n: number;
  readonly of: Bits;
  readonly hits: Bits;
}

/** A mean with the number of things it is of; NaN of none. */
export interface MeanOf {
  readonly value: number;
  readonly n: number;
}

type Purchases = Pick<PaidOrders, 'offsets' | 'day'>;

/** The share of `of` that is in `hits` too. */
export function shareOf(of: Bits, hits: Bits): ShareOf {
  const [n, both] = [of.count(), of.and(hits)];
  return { value: n > 0 ? both.count() / n : Number.NaN, n, of, hits: both };
}

/** The customers with at least `least` orders in the period; of `members` alone where given. */
export function buyersIn(
  { offsets, day }: Purchases,
  { from, until }: Period,
  least = 1,
  members?: Bits,
): Bits {
  const size = offsets.length - 1;
  const buyers = new Bits(size);
  for (let row = 0; row < size; row++) {
    if (members && !members.has(row)) continue;
    const begin = firstFrom(day, offsets[row]!, offsets[row + 1]!, from);
    const last = begin + least - 1;
    if (last < offsets[row + 1]! && day[last]! < until) buyers.add(row);
  }
  return buyers;
}

/** Retention(t): of those who bought in the period before, the share that bought in this one too. */
export function retention(orders: Purchases, before: Period, period: Period, members?: Bits): ShareOf {
  return shareOf(buyersIn(orders, before, 1, members), buyersIn(orders, period, 1, members));
}

/** Repurchase: of those who bought in the period, the share that bought at least twice. */
export function repurchase(orders: Purchases, period: Period, members?: Bits): ShareOf {
  return shareOf(buyersIn(orders, period, 1, members), buyersIn(orders, period, 2, members));
}

/** The mean order of the period, minor units; n = orders. */
export function averageOrder(
  { offsets, day, amount }: Pick<PaidOrders, 'offsets' | 'day' | 'amount'>,
  { from, until }: Period,
  members?: Bits,
): MeanOf {
  let [total, n] = [0, 0];
  for (let row = 0; row < offsets.length - 1; row++) {
    if (members && !members.has(row)) continue;
    const end = offsets[row + 1]!;
    for (let at = firstFrom(day, offsets[row]!, end, from); at < end && day[at]! < until; at++) {
      total += amount[at]!;
      n++;
    }
  }
  return { value: total / n, n };
}

/** Growth against the period before: (now - before) / before. NaN where either is not known, or before was 0. */
export function growth(before: number, now: number): number {
  return before === 0 ? Number.NaN : (now - before) / before;
}

/** The first order on or after a day. */
function firstFrom(days: Int32Array, begin: number, end: number, day: Day): number {
  let [low, high] = [begin, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
