import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxAt, CARD, freePlace, PILL, placeAt } from '../../src/ui/overlay/place.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const window_ = fc.record({
  width: fc.integer({ min: 200, max: 4_000 }),
  height: fc.integer({ min: 120, max: 2_400 }),
});
const place = fc.record({ x: share, y: share });
const size = fc.constantFrom(CARD, PILL);

const overlaps = (one: Box, other: Box) => {
  for (const [begin, length] of [
    ['left', 'width'],
    ['top', 'height'],
  ] as const) {
    if (one[begin] + one[length] <= other[begin] || other[begin] + other[length] <= one[begin]) return false;
  }
  return true;
};

describe('the place of the card', () => {
  it('is within the window, wherever it is put and however small the window', () => {
    fc.assert(
      fc.property(place, size, window_, (at, wanted, window) => {
        const { left, top, width, height } = boxAt(at, wanted, window);
        expect(left).toBeGreaterThanOrEqual(16);
        expect(top).toBeGreaterThanOrEqual(16);
        expect(left + width).toBeLessThanOrEqual(window.width - 16);
        expect(top + height).toBeLessThanOrEqual(window.height - 16);
        expect(width).toBeLessThanOrEqual(wanted.width);
      }),
    );
  });

  it('is where it was dragged to', () => {
    fc.assert(
      fc.property(place, size, window_, (at, wanted, window) => {
        const before = boxAt(at, wanted, window);
        const after = boxAt(placeAt(before.left, before.top, wanted, window), wanted, window);
        expect(after).toEqual(before);
      }),
    );
  });

  it('covers nothing where somebody writes, and is at home where it can be', () => {
    const box = fc.record({
      left: fc.integer({ min: -100, max: 3_000 }),
      top: fc.integer({ min: -100, max: 2_000 }),
      width: fc.integer({ min: 1, max: 1_500 }),
      height: fc.integer({ min: 1, max: 1_000 }),
    });
    fc.assert(
      fc.property(place, size, window_, fc.array(box, { maxLength: 3 }), (home, wanted, window, taken) => {
        const found = freePlace(home, wanted, window, taken);
        const isFree = (at: typeof home) => !taken.some(each => overlaps(boxAt(at, wanted, window), each));
        if (isFree(home)) expect(found).toEqual(home);
        else if (found) expect(isFree(found)).toBe(true);
        else
          for (const [x, y] of [
            [0, 0],
            [0, 1],
            [1, 0],
            [1, 1],
          ] as const)
            expect(isFree({ x, y })).toBe(false);
      }),
    );
  });
});
