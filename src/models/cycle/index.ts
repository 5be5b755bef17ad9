import type { Day } from '../../domain/index.ts';
import type { PaidOrders } from '../paidOrders.ts';
import { quantileAt, sortedKnown } from '../quantile.ts';

/** What an expected purchase rests on. */
export const cycleBases = ['never', 'others', 'few', 'own'] as const;
/** 'own': enough gaps of one's own; 'few': own gaps, but too few; 'others': bought on one day only; 'never'. */
export type CycleBasis = (typeof cycleBases)[number];

/** From so many gaps between purchases on, a customer's own rhythm is taken for one. */
export const ENOUGH_GAPS = 4;

/** Purchase cycles and next purchases by row; NaN where nothing can be said. */
export interface Cycles {
  /** Index in `cycleBases`. */
  readonly basis: Uint8Array<ArrayBuffer>;
  /** Gaps between days with a purchase. */
  readonly gaps: Uint32Array<ArrayBuffer>;
  /** Median gap in days; of those who bought once that of all others' medians. */
  readonly cycle: Float64Array<ArrayBuffer>;
  /** Day of the next purchase: the last one and a cycle. It may be past: then the customer is overdue. */
  readonly next: Float64Array<ArrayBuffer>;
  /** Between these days, both included. */
  readonly earliest: Float64Array<ArrayBuffer>;
  readonly latest: Float64Array<ArrayBuffer>;
  /** The share of next purchases that fall in between, if a customer's gaps come as they came. */
  readonly coverage: Float64Array<ArrayBuffer>;
  /** Median of the customers' cycles; NaN where nobody bought twice. */
  readonly usual: number;
}

/**
 * When customers are expected to buy next, from the gaps between their own days with a purchase. The interval reaches
 * from one of the gaps to another: of k gaps that come in any order alike, the next is between the i-th and the j-th
 * with the probability (j - i) / (k + 1), whatever their distribution. The narrowest pair of equal distance from both
 * ends that reaches `wanted` is taken; few gaps reach less, which `coverage` says.
 */
export function purchaseCycles({ offsets, day }: Pick<PaidOrders, 'offsets' | 'day'>, wanted = 0.8): Cycles {
  const size = offsets.length - 1;
  const column = () => new Float64Array(size).fill(Number.NaN);
  const cycles = {
    cycle: column(),
    next: column(),
    earliest: column(),
    latest: column(),
    coverage: column(),
  };
  const [basis, count] = [new Uint8Array(size), new Uint32Array(size)];
  const last = column();
  for (let row = 0; row < size; row++) {
    const gaps = gapsOf(day, offsets[row]!, offsets[row + 1]!);
    if (!gaps) continue;
    last[row] = day[offsets[row + 1]! - 1]!;
    count[row] = gaps.length;
    basis[row] = cycleBases.indexOf(gaps.length === 0 ? 'others' : gaps.length < ENOUGH_GAPS ? 'few' : 'own');
    if (gaps.length === 0) continue;
    cycles.cycle[row] = quantileAt(gaps, 0.5);
    const trim = trimOf(gaps.length, wanted);
    cycles.earliest[row] = last[row]! + gaps[trim]!;
    cycles.latest[row] = last[row]! + gaps[gaps.length - 1 - trim]!;
    cycles.coverage[row] = (gaps.length - 1 - 2 * trim) / (gaps.length + 1);
  }
  const all = sortedKnown(cycles.cycle);
  const usual = quantileAt(all, 0.5);
  const tail = (1 - wanted) / 2;
  const [low, high] = [Math.round(quantileAt(all, tail)), Math.round(quantileAt(all, 1 - tail))];
  for (let row = 0; row < size; row++) {
    if (basis[row] === 0) continue;
    if (count[row] === 0) {
      cycles.cycle[row] = usual;
      cycles.earliest[row] = last[row]! + low;
      cycles.latest[row] = last[row]! + high;
    }
    cycles.next[row] = last[row]! + Math.round(cycles.cycle[row]!);
  }
  return { basis, gaps: count, ...cycles, usual };
}

/** How many days past the latest expected day a customer is; 0 and below: not yet; NaN: nothing can be said. */
export function overdueDays({ latest }: Pick<Cycles, 'latest'>, row: number, asOf: Day): number {
  return asOf - latest[row]!;
}

/** How many gaps are left out at either end. */
function trimOf(gaps: number, wanted: number): number {
  let trim = 0;
  while (gaps - 1 - 2 * (trim + 1) >= wanted * (gaps + 1)) trim++;
  return trim;
}

/** The gaps between different days, ascending; null where there was no purchase. */
function gapsOf(day: Int32Array, begin: number, end: number): Float64Array | null {
  if (begin === end) return null;
  const gaps = new Float64Array(end - begin - 1);
  let count = 0;
  for (let order = begin + 1; order < end; order++) {
    const gap = day[order]! - day[order - 1]!;
    if (gap > 0) gaps[count++] = gap;
  }
  return count < 32 ? insertionSorted(gaps.subarray(0, count)) : gaps.subarray(0, count).sort();
}

/** Sorts a short list in place: the sort of typed arrays takes longer to begin than that. */
function insertionSorted(values: Float64Array): Float64Array {
  for (let from = 1; from < values.length; from++) {
    const value = values[from]!;
    let at = from;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
  return values;
}
