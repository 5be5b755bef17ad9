/** Loops over the values of the whole population. */
import type { Numbers } from './kernels.ts';

type Column = Float64Array<ArrayBuffer>;

/** The known values, least first. */
export function sortedOf(values: Column): Column {
  return values.filter(value => value - value === 0).sort();
}

/** How many of the sorted values are not greater than `value`. */
function notGreater(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 1 + how many values are greater: equal values share the better rank. */
export function rankIn(sorted: Float64Array, value: number): number {
  return sorted.length - notGreater(sorted, value) + 1;
}

/** The share of the values that are lower or equal. */
export function percentileIn(sorted: Float64Array, value: number): number {
  return sorted.length === 0 ? Number.NaN : notGreater(sorted, value) / sorted.length;
}

/** The sum of the known values. */
export function totalOf(values: Column): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! - values[i]! === 0 ? values[i]! : 0;
  return sum;
}

/** The least (1) or greatest (-1) known value; unknown where there are none. */
export function extremeOf(values: Column, sign: 1 | -1): number {
  let best = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(sign * value >= sign * best)) best = value - value === 0 ? value : best;
  }
  return best;
}

/** The standard deviation of the known values, of the whole population (divided by n); unknown for none. */
export function deviationOf(values: Column): number {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value - value !== 0) continue;
    const off = value - mean;
    mean += off / ++count;
    squares += off * (value - mean);
  }
  return count === 0 ? Number.NaN : Math.sqrt(squares / count);
}

/** The values by the text of each row's group; rows of no group are left out. */
export function groupsOf(
  values: Column,
  codes: Uint32Array | Uint8Array,
  texts: readonly string[],
): Map<string, Column> {
  const counts = new Uint32Array(texts.length);
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]!++;
  const members = texts.map((_, code) => new Float64Array(code === 0 ? 0 : counts[code]!));
  counts.fill(0);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code > 0) members[code]![counts[code]!++] = values[i]!;
  }
  const groups = new Map<string, Column>();
  for (let code = 1; code < texts.length; code++) {
    if (members[code]!.length > 0) groups.set(texts[code]!, members[code]!);
  }
  return groups;
}

/** `of(value, its group's statistic)` for every row; unknown where either is. */
export function againstGroup<Of>(
  values: Numbers,
  codes: Uint32Array | Uint8Array,
  texts: readonly string[],
  statistics: ReadonlyMap<string, Of>,
  of: (statistic: Of, value: number) => number,
): Column {
  const byCode = texts.map((text, code) => (code === 0 ? undefined : statistics.get(text)));
  const result = new Float64Array(codes.length);
  for (let row = 0; row < result.length; row++) {
    const statistic = byCode[codes[row]!];
    const value = typeof values === 'number' ? values : values[row]!;
    result[row] = statistic === undefined ? Number.NaN : of(statistic, value);
  }
  return result;
}
