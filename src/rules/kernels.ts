/** Inner loops over whole columns. Few and shared, so that each is compiled once; no closure is called per row. */
import { Bits } from '../domain/index.ts';

export type Values = Float64Array | Int32Array;

/** Rows with low <= value <= high. Unknown (NaN) is in no range. */
export function inRange(values: Values, low: number, high: number): Bits {
  const size = values.length;
  const bits = new Bits(size);
  const words = bits.words;
  const whole = size >>> 5;
  for (let w = 0; w < whole; w++) {
    let word = 0;
    for (let shift = 0, i = w << 5; shift < 32; shift += 8, i += 8) {
      word |=
        ((+(values[i]! >= low) & +(values[i]! <= high)) |
          ((+(values[i + 1]! >= low) & +(values[i + 1]! <= high)) << 1) |
          ((+(values[i + 2]! >= low) & +(values[i + 2]! <= high)) << 2) |
          ((+(values[i + 3]! >= low) & +(values[i + 3]! <= high)) << 3) |
          ((+(values[i + 4]! >= low) & +(values[i + 4]! <= high)) << 4) |
          ((+(values[i + 5]! >= low) & +(values[i + 5]! <= high)) << 5) |
          ((+(values[i + 6]! >= low) & +(values[i + 6]! <= high)) << 6) |
          ((+(values[i + 7]! >= low) & +(values[i + 7]! <= high)) << 7)) <<
        shift;
    }
    words[w] = word;
  }
  for (let i = whole << 5; i < size; i++) {
    words[i >>> 5]! |= (+(values[i]! >= low) & +(values[i]! <= high)) << (i & 31);
  }
  return bits;
}

/** Rows whose code is marked in `table` (one byte per code, as long as the dictionary). */
export function codesIn(codes: Uint32Array | Uint8Array, table: Uint8Array): Bits {
  const size = codes.length;
  const bits = new Bits(size);
  const words = bits.words;
  const whole = size >>> 5;
  for (let w = 0; w < whole; w++) {
    let word = 0;
    for (let shift = 0, i = w << 5; shift < 32; shift += 8, i += 8) {
      word |=
        (table[codes[i]!]! |
          (table[codes[i + 1]!]! << 1) |
          (table[codes[i + 2]!]! << 2) |
          (table[codes[i + 3]!]! << 3) |
          (table[codes[i + 4]!]! << 4) |
          (table[codes[i + 5]!]! << 5) |
          (table[codes[i + 6]!]! << 6) |
          (table[codes[i + 7]!]! << 7)) <<
        shift;
    }
    words[w] = word;
  }
  for (let i = whole << 5; i < size; i++) words[i >>> 5]! |= table[codes[i]!]! << (i & 31);
  return bits;
}

/** Rows of which at least one code is marked. */
export function setsWith(offsets: Uint32Array, codes: Uint32Array, table: Uint8Array): Bits {
  const bits = new Bits(offsets.length - 1);
  for (let row = 0; row < bits.size; row++) {
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      if (table[codes[i]!] === 1) {
        bits.add(row);
        break;
      }
    }
  }
  return bits;
}

/** The rows that each customer owns in a window: [starts[i], ends[i]). */
export interface Range {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The end of each customer's rows with day <= last. */
export function endsAt(offsets: Uint32Array, day: Int32Array, last: number): Uint32Array {
  const size = offsets.length - 1;
  const ends = offsets.slice(1);
  for (let i = 0; i < size; i++) {
    let end = ends[i]!;
    const start = offsets[i]!;
    while (end > start && day[end - 1]! > last) end--;
    ends[i] = end;
  }
  return ends;
}

/** The start of each customer's rows with day > from, searching back from `ends`. */
export function startsAfter(
  offsets: Uint32Array,
  ends: Uint32Array,
  day: Int32Array,
  from: number,
): Uint32Array {
  const starts = new Uint32Array(ends.length);
  for (let i = 0; i < starts.length; i++) {
    const first = offsets[i]!;
    let start = ends[i]!;
    while (start > first && day[start - 1]! > from) start--;
    starts[i] = start;
  }
  return starts;
}

function ones(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many rows of each range there are: all of them, or those in `filter`. */
export function countIn({ starts, ends }: Range, filter: Bits | null): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(starts.length);
  if (!filter) {
    for (let i = 0; i < counts.length; i++) counts[i] = ends[i]! - starts[i]!;
    return counts;
  }
  const words = filter.words;
  for (let i = 0; i < counts.length; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    if (start >= end) continue;
    const last = (end - 1) >>> 5;
    const tail = 0xffffffff >>> (31 - ((end - 1) & 31));
    let word = start >>> 5;
    let mask = 0xffffffff << (start & 31);
    let count = 0;
    while (word < last) {
      count += ones(words[word]! & mask);
      mask = -1;
      word++;
    }
    counts[i] = count + ones(words[word]! & mask & tail);
  }
  return counts;
}

/** Running totals of the known values in `filter`: a range's sum is one subtraction. */
export interface Totals {
  readonly totals: Float64Array;
  /** All values are whole and no total left the exact integers, so that subtracting is exact. */
  readonly exact: boolean;
}

export function runningTotals(values: Values, filter: Bits | null): Totals {
  const totals = new Float64Array(values.length + 1);
  const words = filter?.words;
  let total = 0;
  let magnitude = 0;
  let fractions = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const taken = words ? (words[i >>> 5]! >>> (i & 31)) & 1 : 1;
    const counted = taken & +(value - value === 0) ? value : 0;
    total += counted;
    magnitude += Math.abs(counted);
    fractions |= +(Math.floor(counted) !== counted);
    totals[i + 1] = total;
  }
  return { totals, exact: fractions === 0 && magnitude <= Number.MAX_SAFE_INTEGER };
}

/** The sum over each range; 0 over nothing. */
export function sumIn(
  { starts, ends }: Range,
  { totals, exact }: Totals,
  values: Values,
  filter: Bits | null,
): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(starts.length);
  for (let i = 0; i < sums.length; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    if (exact) {
      sums[i] = totals[end]! - totals[start]!;
      continue;
    }
    let sum = 0;
    for (let row = start; row < end; row++) {
      const value = values[row]!;
      if (value - value === 0 && (!filter || filter.has(row))) sum += value;
    }
    sums[i] = sum;
  }
  return sums;
}

/** The least (sign 1) or greatest (sign -1) known value of each range; unknown over nothing. */
export function extremeIn(
  { starts, ends }: Range,
  values: Values,
  filter: Bits | null,
  sign: 1 | -1,
): Float64Array<ArrayBuffer> {
  const extremes = new Float64Array(starts.length).fill(Number.NaN);
  const words = filter?.words;
  for (let i = 0; i < extremes.length; i++) {
    let best = Number.NaN;
    for (let row = starts[i]!; row < ends[i]!; row++) {
      if (words && ((words[row >>> 5]! >>> (row & 31)) & 1) === 0) continue;
      const value = values[row]!;
      if (!(sign * value >= sign * best)) best = value - value === 0 ? value : best;
    }
    extremes[i] = best;
  }
  return extremes;
}

/** The day of the last row of each range that is in `filter`: rows are in order of day, so no search for a maximum. */
export function lastDayIn(
  { starts, ends }: Range,
  day: Int32Array,
  filter: Bits | null,
): Float64Array<ArrayBuffer> {
  const days = new Float64Array(starts.length).fill(Number.NaN);
  const words = filter?.words;
  for (let i = 0; i < days.length; i++) {
    const start = starts[i]!;
    let row = ends[i]! - 1;
    if (words) while (row >= start && ((words[row >>> 5]! >>> (row & 31)) & 1) === 0) row--;
    if (row >= start) days[i] = day[row]!;
  }
  return days;
}

/** The day of the first row of each range that is in `filter`. */
export function firstDayIn(
  { starts, ends }: Range,
  day: Int32Array,
  filter: Bits | null,
): Float64Array<ArrayBuffer> {
  const days = new Float64Array(starts.length).fill(Number.NaN);
  const words = filter?.words;
  for (let i = 0; i < days.length; i++) {
    const end = ends[i]!;
    let row = starts[i]!;
    if (words) while (row < end && ((words[row >>> 5]! >>> (row & 31)) & 1) === 0) row++;
    if (row < end) days[i] = day[row]!;
  }
  return days;
}

export type Arithmetic = '+' | '-' | '*' | '/';
export type Numbers = Float64Array<ArrayBuffer> | number;

/** Elementwise arithmetic; a number stands for a column of it. Unknown stays unknown, so does division by zero. */
export function arithmetic(
  operator: Arithmetic,
  left: Numbers | Int32Array,
  right: Numbers | Int32Array,
): Numbers {
  if (typeof left === 'number' && typeof right === 'number') return one(operator, left, right);
  const size = typeof left === 'number' ? (right as Float64Array).length : left.length;
  const a = spread(left, size);
  const b = spread(right, size);
  const result = new Float64Array(size);
  if (operator === '+') for (let i = 0; i < size; i++) result[i] = a[i]! + b[i]!;
  else if (operator === '-') for (let i = 0; i < size; i++) result[i] = a[i]! - b[i]!;
  else if (operator === '*') for (let i = 0; i < size; i++) result[i] = a[i]! * b[i]!;
  else for (let i = 0; i < size; i++) result[i] = b[i] === 0 ? Number.NaN : a[i]! / b[i]!;
  return result;
}

function one(operator: Arithmetic, left: number, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return right === 0 ? Number.NaN : left / right;
}

function spread(values: Numbers | Int32Array, size: number): Values {
  return typeof values === 'number' ? new Float64Array(size).fill(values) : values;
}

/** The mean of the known values, unknown where there are none. */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value - value === 0) {
      sum += value;
      count++;
    }
  }
  return count === 0 ? Number.NaN : sum / count;
}

/**
 * The discrete quantile (SQL percentile_disc): the least known value that at least a share `p` of the known values
 * does not exceed. A histogram over the leading 16 bits finds the bucket; only that bucket is sorted.
 */
export function quantileOf(values: Float64Array<ArrayBuffer>, p: number): number {
  return nthLeast(values, known => Math.max(1, Math.ceil(p * known - 1e-9)));
}

/** The known value at a rank from the least (1) on, which `rankOf` takes from how many are known; unknown for none. */
export function nthLeast(values: Float64Array<ArrayBuffer>, rankOf: (known: number) => number): number {
  const high = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const histogram = new Uint32Array(65536);
  let known = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    histogram[bucketOf(high[2 * i + 1]!)]!++;
    known++;
  }
  let rank = rankOf(known);
  if (!(rank >= 1 && rank <= known)) return Number.NaN;
  let bucket = 0;
  while (rank > histogram[bucket]!) rank -= histogram[bucket++]!;
  const candidates = new Float64Array(histogram[bucket]!);
  let found = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i]) && bucketOf(high[2 * i + 1]!) === bucket) candidates[found++] = values[i]!;
  }
  return candidates.sort()[rank - 1]!;
}

/** Orders doubles by their leading bits: negative ones reversed, before the positive ones. */
function bucketOf(leadingWord: number): number {
  const bits = leadingWord >>> 16;
  return bits & 0x8000 ? ~bits & 0xffff : bits | 0x8000;
}
