/** Loops over the rows that customers own, where a row's place or text matters. */
import { Bits } from '../domain/index.ts';
import type { Range, Values } from './kernels.ts';

type Codes = Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** The first (1) or last (-1) row of each range that is in `filter`, -1 where there is none. */
export function rowAt(
  { starts, ends }: Range,
  filter: Bits | null,
  direction: 1 | -1,
): Int32Array<ArrayBuffer> {
  const rows = new Int32Array(starts.length).fill(-1);
  for (let i = 0; i < rows.length; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    let row = direction === 1 ? start : end - 1;
    if (filter) while (row >= start && row < end && !filter.has(row)) row += direction;
    if (row >= start && row < end) rows[i] = row;
  }
  return rows;
}

/** The value at each row number; unknown at none. */
export function valuesAt(rows: Int32Array | Uint32Array, values: Values): Float64Array<ArrayBuffer> {
  const found = new Float64Array(rows.length);
  for (let i = 0; i < found.length; i++) found[i] = rows[i]! < 0 ? Number.NaN : values[rows[i]!]!;
  return found;
}

/** The code at each row number; 0 at none. */
export function codesAt(rows: Int32Array | Uint32Array, codes: Codes): Uint32Array<ArrayBuffer> {
  const found = new Uint32Array(rows.length);
  for (let i = 0; i < found.length; i++) found[i] = rows[i]! < 0 ? 0 : codes[rows[i]!]!;
  return found;
}

/** How many different known codes each range has. */
export function distinctCodes(
  { starts, ends }: Range,
  codes: Codes,
  texts: number,
  filter: Bits | null,
): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(starts.length);
  const seenBy = new Int32Array(texts).fill(-1);
  for (let i = 0; i < counts.length; i++) {
    for (let row = starts[i]!; row < ends[i]!; row++) {
      const code = codes[row]!;
      if (code === 0 || seenBy[code] === i || (filter && !filter.has(row))) continue;
      seenBy[code] = i;
      counts[i]!++;
    }
  }
  return counts;
}

/** How many different known numbers each range has. */
export function distinctValues(
  { starts, ends }: Range,
  values: Values,
  filter: Bits | null,
): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(starts.length);
  const seen = new Set<number>();
  for (let i = 0; i < counts.length; i++) {
    seen.clear();
    for (let row = starts[i]!; row < ends[i]!; row++) {
      const value = values[row]!;
      if (value - value === 0 && (!filter || filter.has(row))) seen.add(value);
    }
    counts[i] = seen.size;
  }
  return counts;
}

/** The known code that most rows of each range have; among equals the one that came last. 0 where there is none. */
export function commonCodes(
  { starts, ends }: Range,
  codes: Codes,
  texts: number,
  filter: Bits | null,
): Uint32Array<ArrayBuffer> {
  const common = new Uint32Array(starts.length);
  const counts = new Uint32Array(texts);
  for (let i = 0; i < common.length; i++) {
    const start = starts[i]!;
    for (let row = start; row < ends[i]!; row++) {
      if (!filter || filter.has(row)) counts[codes[row]!]!++;
    }
    let best = 0;
    counts[0] = 0;
    for (let row = ends[i]! - 1; row >= start; row--) {
      if (filter && !filter.has(row)) continue;
      const code = codes[row]!;
      if (counts[code]! > counts[best]!) best = code;
    }
    common[i] = best;
    for (let row = start; row < ends[i]!; row++) counts[codes[row]!] = 0;
  }
  return common;
}

/** Which customer owns each row. */
export function ownersOf(offsets: Uint32Array): Uint32Array<ArrayBuffer> {
  const owners = new Uint32Array(offsets.at(-1) ?? 0);
  for (let i = 0; i + 1 < offsets.length; i++) owners.fill(i, offsets[i]!, offsets[i + 1]!);
  return owners;
}

/** The rows whose owner is in the set. */
export function rowsOfOwners(owners: Uint32Array, set: Bits): Bits {
  return Bits.from(owners.length, row => set.has(owners[row]!));
}
