import type { Bits } from '../../domain/index.ts';
import { quantileAt, sortedKnown } from '../quantile.ts';

/** A value that a rule looks at, by row (NaN = not known), and where the rule cuts it. */
export interface ReviewMeasure {
  readonly values: Float64Array;
  readonly thresholds: readonly number[];
}

/** A row and how far it is, in spreads of the measures (the middle half of all customers is one spread wide). */
export interface Near {
  readonly row: number;
  readonly distance: number;
}

/** A member close to a bound of the rule. */
export interface NearBound extends Near {
  /** Place of the measure. */
  readonly measure: number;
  readonly threshold: number;
}

/** The members nearest to the centre: the medians of all members. Those with an unknown value are left out. */
export function typicalRows(members: Bits, measures: readonly ReviewMeasure[], most: number): Near[] {
  if (measures.length === 0) return [];
  const rows = members.rows();
  const axes = measures.map(({ values }) => ({
    values,
    spread: spreadOf(values),
    centre: quantileAt(sortedKnown(Float64Array.from(rows, row => values[row]!)), 0.5),
  }));
  const near = rows.map(row => ({
    row,
    distance: Math.hypot(...axes.map(({ values, centre, spread }) => (values[row]! - centre) / spread)),
  }));
  return nearest(near, most);
}

/** The members nearest to one of the bounds. */
export function borderlineRows(members: Bits, measures: readonly ReviewMeasure[], most: number): NearBound[] {
  const bounds = measures.flatMap(({ values, thresholds }, measure) => {
    const spread = spreadOf(values);
    return thresholds.map(threshold => ({ measure, values, spread, threshold }));
  });
  const near = members.rows().flatMap((row): NearBound[] => {
    let best: NearBound | null = null;
    for (const { measure, values, spread, threshold } of bounds) {
      const distance = Math.abs(values[row]! - threshold) / spread;
      if (distance < (best?.distance ?? Number.POSITIVE_INFINITY))
        best = { row, distance, measure, threshold };
    }
    return best ? [best] : [];
  });
  return nearest(near, most);
}

/**
 * Who is not a member and lies nearest to where the members are: outside the range of their values on at least one
 * measure. Who is within it on all of them is no member for another reason, and is left out.
 */
export function almostRows(members: Bits, measures: readonly ReviewMeasure[], most: number): Near[] {
  const rows = members.rows();
  if (rows.length === 0) return [];
  const axes = measures.map(({ values }) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const row of rows) {
      if (values[row]! < low) low = values[row]!;
      if (values[row]! > high) high = values[row]!;
    }
    return { values, low, high, spread: spreadOf(values) };
  });
  const near: Near[] = [];
  for (const row of members.not().rows()) {
    const misses = axes.map(({ values, low, high, spread }) => {
      const value = values[row]!;
      return value < low ? (low - value) / spread : value > high ? (value - high) / spread : value - value;
    });
    const distance = Math.hypot(...misses);
    if (distance > 0) near.push({ row, distance });
  }
  return nearest(near, most);
}

function nearest<Of extends Near>(near: readonly Of[], most: number): Of[] {
  return near
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance || a.row - b.row)
    .slice(0, most);
}

/** How far apart the middle half of the known values is; of values that are alike, the whole range, else 1. */
function spreadOf(values: Float64Array): number {
  const sorted = sortedKnown(values);
  const middle = quantileAt(sorted, 0.75) - quantileAt(sorted, 0.25);
  return middle || sorted.at(-1)! - sorted[0]! || 1;
}
