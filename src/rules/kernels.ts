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
  const ranks = ranksOf(filter);
  for (let i = 0; i < counts.length; i++) counts[i] = rankAt(ranks, ends[i]!) - rankAt(ranks, starts[i]!);
  return counts;
}

/** For each word of the set two numbers, side by side: how many rows are in the words before it, and the word. */
function ranksOf({ words }: Bits): Int32Array {
  const ranks = new Int32Array(2 * words.length + 2);
  for (let w = 0; w < words.length; w++) {
    ranks[2 * w + 1] = words[w]!;
    ranks[2 * w + 2] = ranks[2 * w]! + ones(words[w]!);
  }
  return ranks;
}

/** How many rows before `row` are in the set. */
function rankAt(ranks: Int32Array, row: number): number {
  const at = (row >>> 5) << 1;
  return ranks[at]! + ones(ranks[at + 1]! & ((1 << (row & 31)) - 1));
}

/** What the known values of each range come to. */
export interface Totals {
  /** 0 over nothing. */
  readonly sums: Float64Array<ArrayBuffer>;
  readonly counts: Float64Array<ArrayBuffer>;
}

export function totalsIn({ starts, ends }: Range, values: Values, filter: Bits | null): Totals {
  const sums = new Float64Array(starts.length);
  const counts = new Float64Array(starts.length);
  const words = filter?.words;
  for (let i = 0; i < sums.length; i++) {
    const end = ends[i]!;
    let sum = 0;
    let count = 0;
    for (let row = starts[i]!; row < end; row++) {
      const value = values[row]!;
      if (value - value !== 0) continue;
      const taken = words ? (words[row >>> 5]! >>> (row & 31)) & 1 : 1;
      sum += taken * value;
      count += taken;
    }
    sums[i] = sum;
    counts[i] = count;
  }
  return { sums, counts };
}

/** The least (sign 1) or greatest (sign -1) known value of each range; unknown over nothing. */
export function extremeIn(
  { starts, ends }: Range,
  values: Values,
  filter: Bits | null,
  sign: 1 | -1,
): Float64Array<ArrayBuffer> {
  const extremes = new Float64Array(starts.length);
  const words = filter?.words;
  for (let i = 0; i < extremes.length; i++) {
    const end = ends[i]!;
    let best = Number.POSITIVE_INFINITY;
    for (let row = starts[i]!; row < end; row++) {
      const value = sign * values[row]!;
      // Few values are better than all before: those alone are looked at closely.
      if (!(value < best) || value === Number.NEGATIVE_INFINITY) continue;
      if (!words || (words[row >>> 5]! >>> (row & 31)) & 1) best = value;
    }
    extremes[i] = best === Number.POSITIVE_INFINITY ? Number.NaN : sign * best;
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

/** The number, from 1 on, of the first set that has each row; `otherwise` where none has. */
export function firstOf(sets: readonly Bits[], size: number, otherwise: number): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(size).fill(otherwise);
  for (let number = sets.length; number > 0; number--) {
    const { words } = sets[number - 1]!;
    for (let i = 0; i < size; i++) {
      const mask = -((words[i >>> 5]! >>> (i & 31)) & 1);
      codes[i] = (number & mask) | (codes[i]! & ~mask);
    }
  }
  return codes;
}

export type Arithmetic = '+' | '-' | '*' | '/';
export type Numbers = Float64Array<ArrayBuffer> | number;

/**
 * Elementwise arithmetic; a number stands for a column of it. Unknown stays unknown, and so is a quotient that is no
 * finite number.
 */
export function arithmetic(
  operator: Arithmetic,
  left: Numbers | Int32Array,
  right: Numbers | Int32Array,
): Numbers {
  if (typeof left === 'number' && typeof right === 'number') return one(operator, left, right);
  const a = typeof left === 'number' ? Float64Array.of(left) : left;
  const b = typeof right === 'number' ? Float64Array.of(right) : right;
  const result = new Float64Array(typeof left === 'number' ? b.length : a.length);
  // A number stays at its only place: every row masked with 0.
  const inA = typeof left === 'number' ? 0 : -1;
  const inB = typeof right === 'number' ? 0 : -1;
  const size = result.length;
  if (operator === '+') for (let i = 0; i < size; i++) result[i] = a[i & inA]! + b[i & inB]!;
  else if (operator === '-') for (let i = 0; i < size; i++) result[i] = a[i & inA]! - b[i & inB]!;
  else if (operator === '*') for (let i = 0; i < size; i++) result[i] = a[i & inA]! * b[i & inB]!;
  else for (let i = 0; i < size; i++) result[i] = quotient(a[i & inA]!, b[i & inB]!);
  return result;
}

function one(operator: Arithmetic, left: number, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return quotient(left, right);
}

/** Times 0, what is finite adds nothing, and what is infinite makes the sum unknown: no branch is needed. */
function quotient(left: number, right: number): number {
  const value = left / right;
  return value + 0 * value;
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
 * does not exceed. A histogram over the leading 16 bits finds the bucket; only that bucket is sorted, unless all of
 * it is one value, as the nought of many customers.
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
  let different = 0;
  for (let i = 0; i < values.length; i++) {
    if (bucketOf(high[2 * i + 1]!) !== bucket || Number.isNaN(values[i])) continue;
    candidates[found++] = values[i]!;
    different |= +(values[i] !== candidates[0]);
  }
  return (different ? candidates.sort() : candidates)[rank - 1]!;
}

/** Orders doubles by their leading bits: negative ones reversed, before the positive ones. */
function bucketOf(leadingWord: number): number {
  const bits = leadingWord >>> 16;
  return bits & 0x8000 ? ~bits & 0xffff : bits | 0x8000;
}
