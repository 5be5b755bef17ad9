import { Bits, type CodedColumn, type NumericColumn, type ValueKind } from '../domain/index.ts';

/** Values of customers by row, as the evaluator hands them out. */
export type Values = NumericColumn | CodedColumn | Bits;

/** The share of the known values at or below which a quantile lies. */
export interface Quantile {
  readonly share: number;
  readonly value: number;
}

/** A numeric column in order, with what is unknown left out. */
export interface Known {
  readonly sorted: Float64Array;
  readonly mean: number;
}

const knownOf = new WeakMap<Float64Array, Known>();

/** The known values of a column, sorted. Kept for as long as the column is. */
export function knownIn(values: Float64Array): Known {
  let known = knownOf.get(values);
  if (!known) {
    const sorted = values.filter(value => !Number.isNaN(value)).sort();
    let sum = 0;
    for (const value of sorted) sum += value;
    known = { sorted, mean: sorted.length === 0 ? Number.NaN : sum / sorted.length };
    knownOf.set(values, known);
  }
  return known;
}

/** The least known value that the given share of all known values does not exceed. NaN where none is known. */
export function quantileIn({ sorted }: Known, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The numbers of a column, a flag's as 0 and 1; null for texts. */
export function numbersIn(values: Values): Float64Array | null {
  if (values instanceof Bits) {
    return Float64Array.from({ length: values.size }, (_, row) => +values.has(row));
  }
  return values.form === 'numeric' ? values.values : null;
}

/** Equal steps of a scale: bin i holds the values in [from + i * width, from + (i + 1) * width). */
export interface Scale {
  readonly from: number;
  readonly width: number;
  readonly count: number;
}

/** About how many bins a picture has. */
const wanted = 60;

/**
 * A scale from the least value to where the last percent begins, and as far as `marks` reach. Steps are round:
 * 1, 2, 5 times a power of ten; whole where all values are.
 */
export function scaleOf(known: Known, kind: ValueKind, marks: readonly number[]): Scale {
  const { sorted } = known;
  const all = [sorted[0] ?? 0, quantileIn(known, 0.99) || 0, ...marks.filter(Number.isFinite)];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const whole = kind === 'days' || kind === 'date' || kind === 'flag' || sorted.every(Number.isInteger);
  const rough = (high - low) / wanted;
  const width = Math.max(roundUp(rough), whole ? 1 : 0) || 1;
  const from = Math.floor(low / width) * width;
  return { from, width, count: Math.floor((high - from) / width) + 1 };
}

function roundUp(step: number): number {
  if (!(step > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(step));
  return [1, 2, 5, 10].map(factor => factor * power).find(each => each >= step * 0.999)!;
}

/** The bin of a value, -1 where it lies below the scale, `count` where above. */
export function binAt({ from, width, count }: Scale, value: number): number {
  return Math.max(-1, Math.min(count, Math.floor((value - from) / width + 1e-9)));
}
