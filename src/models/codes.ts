import { Bits } from '../domain/index.ts';

/** The customers whose code is `code`: who stands behind a class, a score or a level. */
export function rowsWith(codes: Uint8Array, code: number): Bits {
  const rows = new Bits(codes.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] === code) rows.add(row);
  return rows;
}
