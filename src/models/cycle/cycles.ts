import type { PaidOrders } from '../paidOrders.ts';
import { quantileAt, sortedKnown } from '../quantile.ts';

/** What an expected purchase rests on. */
export const cycleBases = ['never', 'others', 'few', 'own'] as const;
/** 'own': enough gaps of one's own; 'few': own gaps, but too few; 'others': bought on one day only; 'never'. */
export type CycleBasis = (typeof cycleBases)[number];

/** From so many gaps between purchases on, a customer's own rhythm is taken for one. */
export const ENOUGH_GAPS = 4;
/**
 * The usual gap counts as so many gaps of one's own. On real logs a customer's own median alone misses the next
 * purchase by more days than the usual gap does, until there are about seven gaps.
 */
const USUAL_WEIGHT = 4;
/** The gaps of fewer customers say nothing about how often an interval holds. */
const ENOUGH_CUSTOMERS = 20;

/** Purchase cycles and next purchases by row; NaN where nothing can be said. */
export interface Cycles {
  /** Index in `cycleBases`. */
  readonly basis: Uint8Array<ArrayBuffer>;
  /** Gaps between days with a purchase. */
  readonly gaps: Uint32Array<ArrayBuffer>;
  /** The purchase cycle: the median of the customer's own gaps in days. */
  readonly cycle: Float64Array<ArrayBuffer>;
  /** Day of the next purchase, from own gaps and the usual one. It may be past: then the customer is overdue. */
  readonly next: Float64Array<ArrayBuffer>;
  /** Between these days, both included. */
  readonly earliest: Float64Array<ArrayBuffer>;
  readonly latest: Float64Array<ArrayBuffer>;
  /** The share of next purchases that fall in between, if gaps come as they came; NaN where it is not known. */
  readonly coverage: Float64Array<ArrayBuffer>;
  /** Median of the last gaps of all customers who have one; NaN where nobody bought twice. */
  readonly usual: number;
}

/**
 * When customers who come back are expected to, from the gaps between their own days with a purchase. The expected
 * gap is the geometric mean of their own gaps and of four usual ones, kept within the interval. The interval of customers with enough gaps
 * reaches from one of these to another: of k gaps that come in any order alike, the next lies between the i-th and
 * the j-th with the probability (j - i) / (k + 1), whatever their distribution; the narrowest pair as far from either
 * end that reaches `wanted` is taken, few gaps reach less. For all others it is that of everybody's last gaps; how often that holds for those who have no gap
 * of their own is not known.
 */
export function purchaseCycles({ offsets, day }: Pick<PaidOrders, 'offsets' | 'day'>, wanted = 0.8): Cycles {
  const size = offsets.length - 1;
  const column = () => new Float64Array(size).fill(Number.NaN);
  const [cycle, next, earliest, latest, coverage] = [column(), column(), column(), column(), column()];
  const [basis, count] = [new Uint8Array(size), new Uint32Array(size)];
  const last = sortedKnown(lastGaps(offsets, day));
  const usual = quantileAt(last, 0.5);
  const tail = (1 - wanted) / 2;
  const [least, most] = [Math.floor(quantileAt(last, tail)), Math.ceil(quantileAt(last, 1 - tail))];
  for (let row = 0; row < size; row++) {
    const gaps = gapsOf(day, offsets[row]!, offsets[row + 1]!);
    if (!gaps) continue;
    const from = day[offsets[row + 1]! - 1]!;
    count[row] = gaps.length;
    cycle[row] = quantileAt(gaps, 0.5);
    if (gaps.length >= ENOUGH_GAPS) {
      const trim = trimOf(gaps.length, wanted);
      basis[row] = cycleBases.indexOf('own');
      earliest[row] = from + gaps[trim]!;
      latest[row] = from + gaps[gaps.length - 1 - trim]!;
      coverage[row] = (gaps.length - 1 - 2 * trim) / (gaps.length + 1);
    } else {
      basis[row] = cycleBases.indexOf(gaps.length === 0 ? 'others' : 'few');
      earliest[row] = from + least;
      latest[row] = from + most;
      if (gaps.length > 0 && last.length >= ENOUGH_CUSTOMERS) coverage[row] = wanted;
    }
    const expected = from + Math.round(expectedGap(gaps, usual));
    next[row] = Math.min(Math.max(expected, earliest[row]!), latest[row]!);
  }
  return { basis, gaps: count, cycle, next, earliest, latest, coverage, usual };
}

function expectedGap(gaps: Float64Array, usual: number): number {
  let total = USUAL_WEIGHT * Math.log(usual);
  for (const gap of gaps) total += Math.log(gap);
  return Math.exp(total / (gaps.length + USUAL_WEIGHT));
}

/** Days between the last two days with a purchase, by row; NaN where there are no two. */
function lastGaps(offsets: Uint32Array, day: Int32Array): Float64Array {
  const last = new Float64Array(offsets.length - 1).fill(Number.NaN);
  for (let row = 0; row < last.length; row++) {
    for (let order = offsets[row + 1]! - 2; order >= offsets[row]!; order--) {
      if (day[order]! === day[order + 1]!) continue;
      last[row] = day[order + 1]! - day[order]!;
      break;
    }
  }
  return last;
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
