import { Bits } from '../../domain/index.ts';

/** Who was where before and is where now: a matrix of two vectors of codes over the same customers. */
export interface Migration {
  /** How many codes there are on either side. */
  readonly from: number;
  readonly to: number;
  /** counts[before * to + now]. */
  readonly counts: Uint32Array<ArrayBuffer>;
  /** Customers whose code on both sides is another. */
  readonly moved: number;
}

/** Codes of a base at two moments, by row; codes from `from` or `to` on are 'none' and are not counted. */
export interface Codes {
  readonly before: ArrayLike<number>;
  readonly now: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** Counts every customer once, in the cell of the two codes. */
export function migrationOf({ before, now, from, to }: Codes): Migration {
  const counts = new Uint32Array(from * to);
  let moved = 0;
  for (let row = 0; row < now.length; row++) {
    const [was, is] = [before[row] ?? from, now[row]!];
    if (was >= from || is >= to) continue;
    counts[was * to + is]!++;
    moved += +(was !== is);
  }
  return { from, to, counts, moved };
}

/** The customers behind a cell; null for a side means any code there, a row or a column of the matrix. */
export function migrants({ before, now, from, to }: Codes, was: number | null, is: number | null): Bits {
  const rows = new Bits(now.length);
  for (let row = 0; row < now.length; row++) {
    const [then, today] = [before[row] ?? from, now[row]!];
    if (then >= from || today >= to) continue;
    if ((was === null || then === was) && (is === null || today === is)) rows.add(row);
  }
  return rows;
}
