import type { Bits } from '../../domain/index.ts';
import type { PaidOrders } from '../paidOrders.ts';
import type { Period } from './periods.ts';
import { growth } from './purchases.ts';

/** What happened in one period of a trend. Shares and means are NaN where there is nobody to take them of. */
export interface TrendPoint {
  readonly period: Period;
  readonly buyers: number;
  /** Buyers with at least two orders in the period. */
  readonly repeaters: number;
  /** Buyers of the period before, and those of them who bought in this one too; NaN for the first period. */
  readonly before: number;
  readonly retained: number;
  readonly orders: number;
  /** Minor units. */
  readonly revenue: number;
  /** retained / before. */
  readonly retention: number;
  /** repeaters / buyers. */
  readonly repurchase: number;
  /** revenue / orders, and its growth against the period before. */
  readonly averageOrder: number;
  readonly growth: number;
}

/**
 * Retention, repurchase and mean order over periods that follow on one another, in one pass over the orders: the same
 * numbers as `retention`, `repurchase` and `averageOrder` give, which name the customers behind them.
 */
export function purchaseTrend(
  { offsets, day, amount }: Pick<PaidOrders, 'offsets' | 'day' | 'amount'>,
  periods: readonly Period[],
  members?: Bits,
): TrendPoint[] {
  const column = () => new Float64Array(periods.length);
  const [buyers, repeaters, retained, orders, revenue] = [column(), column(), column(), column(), column()];
  for (let row = 0; row < offsets.length - 1; row++) {
    if (members && !members.has(row)) continue;
    let [at, last, count] = [0, -2, 0];
    for (let order = offsets[row]!; order < offsets[row + 1]!; order++) {
      const on = day[order]!;
      if (periods.length === 0 || on < periods[0]!.from) continue;
      while (at < periods.length && on >= periods[at]!.until) at++;
      if (at === periods.length) break;
      if (at !== last) {
        buyers[at]!++;
        if (last === at - 1) retained[at]!++;
        last = at;
        count = 0;
      }
      if (++count === 2) repeaters[at]!++;
      orders[at]!++;
      revenue[at]! += amount[order]!;
    }
  }
  return periods.map((period, at) => {
    const averageOrder = revenue[at]! / orders[at]!;
    const earlier = at > 0 ? revenue[at - 1]! / orders[at - 1]! : Number.NaN;
    const before = at > 0 ? buyers[at - 1]! : Number.NaN;
    const stayed = at > 0 ? retained[at]! : Number.NaN;
    return {
      period,
      buyers: buyers[at]!,
      repeaters: repeaters[at]!,
      before,
      retained: stayed,
      orders: orders[at]!,
      revenue: revenue[at]!,
      retention: stayed / before,
      repurchase: repeaters[at]! / buyers[at]!,
      averageOrder,
      growth: growth(earlier, averageOrder),
    };
  });
}
