import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Utf8Scan } from '../../src/intake/table/text/utf8.ts';

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function scanned(bytes: Uint8Array, cuts: readonly number[]): boolean {
  const scan = new Utf8Scan();
  const ends = [...cuts.map(cut => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.every((end, i) => scan.goesOn(bytes.subarray(ends[i - 1] ?? 0, end), i === ends.length - 1));
}

const text = fc.string({ unit: 'binary' }).map(value => [...new TextEncoder().encode(value)]);
const telling = fc.constantFrom(
  ...[0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xec, 0xed, 0xee],
  ...[0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff],
);
const odd = fc.array(telling, { maxLength: 4 });
const cuts = fc.array(fc.nat(), { maxLength: 3 });

describe('bytes in pieces', () => {
  it('are UTF-8 where the platform decodes them strictly', () => {
    const bytes = fc.array(fc.oneof(text, odd), { maxLength: 4 }).map(parts => Uint8Array.from(parts.flat()));
    fc.assert(
      fc.property(bytes, cuts, (each, places) => scanned(each, places) === isUtf8(each)),
      { numRuns: 3_000 },
    );
  });

  it('are UTF-8 or not for each beginning of a character', () => {
    for (let first = 0x80; first < 0x100; first++)
      for (let second = 0x7e; second < 0xc2; second++)
        for (const rest of [[], [0x80], [0x80, 0x80], [0x80, 0xc0]]) {
          const bytes = Uint8Array.from([first, second, ...rest]);
          expect(scanned(bytes, [1])).toBe(isUtf8(bytes));
        }
  });
});
