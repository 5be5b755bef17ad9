import type { Bin, ThresholdValue } from '../../../engine/index.ts';

/** Where the values of a chart lie: its left and right end, and the width of a bin. */
export interface ChartScale {
  readonly low: number;
  readonly high: number;
  readonly width: number;
}

export function chartScale(bins: readonly Bin[]): ChartScale {
  const low = bins[0]?.from ?? 0;
  const high = bins.at(-1)?.to ?? 1;
  return { low, high, width: bins[0] ? bins[0].to - bins[0].from : 1 };
}

/** The place of a value between the two ends, 0..1. */
export function placeOf({ low, high }: ChartScale, value: number): number {
  return Math.max(0, Math.min(1, (value - low) / (high - low)));
}

/** The value at a place, 0..1. */
export function valueAt({ low, high }: ChartScale, place: number): number {
  return low + Math.max(0, Math.min(1, place)) * (high - low);
}

/** Ticks of an axis under the bins: where bins begin, so that their numbers are round. */
export function ticksOf(
  bins: readonly Bin[],
  wanted: number,
): { readonly place: number; readonly value: number }[] {
  const indexes = Array.from({ length: wanted }, (_, tick) =>
    Math.round((tick * (bins.length - 1)) / Math.max(1, wanted - 1)),
  );
  return [...new Set(indexes)].map(index => ({ place: index / bins.length, value: bins[index]!.from }));
}

/** In which row each label stands so that no two of a row are closer than `apart`; at most `rows` of them. */
export function labelRows(places: readonly (number | null)[], apart: number, rows: number): number[] {
  const ends = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const found = places.map(() => 0);
  for (const index of order) {
    const place = places[index] ?? 0;
    const free = ends.findIndex(end => place - end >= apart);
    const row = free >= 0 ? free : ends.indexOf(Math.min(...ends));
    ends[row] = place;
    found[index] = row;
  }
  return found;
}

/** By how much the written number changes with one press of an arrow: a round step, about a bin or less. */
export function writtenStep({ width }: ChartScale, literal: NonNullable<ThresholdValue['literal']>): number {
  if (literal.form !== 'number') return 1;
  return 10 ** Math.floor(Math.log10(width / literal.step) + 1e-9);
}

/** A number brought to the nearest step, without the noise of floating point. */
export function snap(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
