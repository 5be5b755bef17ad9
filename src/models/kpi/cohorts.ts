import { Bits } from '../../domain/index.ts';
import type { PaidOrders } from '../paidOrders.ts';
import type { Period } from './periods.ts';

/** Customers whose first purchase ever fell into one period, and how many of them bought in each later one. */
export interface Cohort {
  readonly period: Period;
  readonly customers: number;
  /** active[k]: bought in the k-th period after their own; active[0] is all of them. Only periods that are given. */
  readonly active: readonly number[];
}

/** The cohorts of periods that follow on one another, the oldest first. */
export function cohortsOf(
  { offsets, day }: Pick<PaidOrders, 'offsets' | 'day'>,
  periods: readonly Period[],
  members?: Bits,
): Cohort[] {
  const count = periods.length;
  const active = new Uint32Array(count * count);
  const seenIn = new Int32Array(count);
  for (let row = 0; row < offsets.length - 1; row++) {
    if (members && !members.has(row)) continue;
    const [begin, end] = [offsets[row]!, offsets[row + 1]!];
    if (begin === end) continue;
    const own = placeOf(periods, day[begin]!);
    if (own < 0) continue;
    let at = own;
    for (let order = begin; order < end; order++) {
      while (at < count && day[order]! >= periods[at]!.until) at++;
      if (at === count) break;
      if (seenIn[at] === row + 1) continue;
      seenIn[at] = row + 1;
      active[own * count + at - own]!++;
    }
  }
  return periods.map((period, own) => {
    const own0 = own * count;
    return { period, customers: active[own0]!, active: [...active.subarray(own0, own0 + count - own)] };
  });
}

/** The customers behind a cell: those of the cohort who bought in the `later`-th period after their own. */
export function cohortMembers(
  { offsets, day }: Pick<PaidOrders, 'offsets' | 'day'>,
  periods: readonly Period[],
  cohort: number,
  later: number,
  members?: Bits,
): Bits {
  const rows = new Bits(offsets.length - 1);
  const [born, bought] = [periods[cohort]!, periods[cohort + later]!];
  for (let row = 0; row < offsets.length - 1; row++) {
    if (members && !members.has(row)) continue;
    const days = day.subarray(offsets[row]!, offsets[row + 1]!);
    if (days.length === 0 || days[0]! < born.from || days[0]! >= born.until) continue;
    if (days.some(each => each >= bought.from && each < bought.until)) rows.add(row);
  }
  return rows;
}

function placeOf(periods: readonly Period[], day: number): number {
  return periods.findIndex(({ from, until }) => day >= from && day < until);
}
