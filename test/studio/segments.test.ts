import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsText, readCuts } from '../../src/ui/studio/segments/rfm/cuts.ts';
import { treemap } from '../../src/ui/studio/segments/rfm/treemap.ts';

describe('a treemap', () => {
  it('gives everything its share of the area, inside and beside the others', () => {
    const values = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100_000 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(values, fc.double({ min: 0.3, max: 4, noNaN: true }), (list, ratio) => {
        const total = list.reduce((sum, value) => sum + value, 0);
        const tiles = treemap(list, ratio);
        tiles.forEach((one, at) => {
          expect(one.width * one.height).toBeCloseTo(total > 0 ? list[at]! / total : 0, 9);
          expect(Math.min(one.left, one.top)).toBeGreaterThanOrEqual(-1e-9);
          expect(Math.max(one.left + one.width, one.top + one.height)).toBeLessThanOrEqual(1 + 1e-9);
          tiles.slice(0, at).forEach(other => {
            const across =
              Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
            const down =
              Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
            expect(Math.max(0, across) * Math.max(0, down)).toBeLessThan(1e-9);
          });
        });
      }),
    );
  });
});

describe('own thresholds', () => {
  it.each([
    ['30, 60, 90', 1, [30, 60, 90]],
    ['３０，６０、90', 1, [30, 60, 90]],
    ['0.29 10', 100, [29, 1_000]],
    ['', 1, null],
    ['60, 30', 1, null],
    ['30, 30', 1, null],
    ['-1, 2', 1, null],
    ['a few', 1, null],
    ['1 2 3 4 5 6 7 8 9 10', 1, null],
  ])('%s in %i', (text, unit, expected) => {
    expect(readCuts(text, unit)).toEqual(expected);
    if (expected) expect(readCuts(cutsText(expected, unit), unit)).toEqual(expected);
  });
});
