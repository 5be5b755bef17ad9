import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dice } from '../../src/domain/index.ts';
import { cycleBases, ENOUGH_GAPS, overdueDays, purchaseCycles } from '../../src/models/index.ts';
import { type Line, logOf } from './orderLog.ts';

function cyclesOf(lists: readonly (readonly number[])[], wanted?: number) {
  const lines = lists.flatMap((days, row) => days.map((day): Line => [String(row).padStart(4, '0'), day, 1]));
  return purchaseCycles(logOf(lines).orders, wanted);
}
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.ceil(sorted.length / 2 - 1)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
};

describe('purchase cycles', () => {
  it('are the medians of the gaps between different days', () => {
    const lists = fc.array(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(lists, customers => {
        const found = cyclesOf(customers);
        const gaps = customers.map(days => {
          const sorted = [...new Set(days)].sort((a, b) => a - b);
          return sorted.slice(1).map((day, at) => day - sorted[at]!);
        });
        const own = gaps.filter(each => each.length > 0).map(median);
        if (own.length > 0) expect(found.usual).toBe(median(own));
        gaps.forEach((each, row) => {
          const last = Math.max(...customers[row]!);
          expect(found.gaps[row]).toBe(each.length);
          expect(cycleBases[found.basis[row]!]).toBe(
            each.length === 0 ? 'others' : each.length < ENOUGH_GAPS ? 'few' : 'own',
          );
          expect(found.cycle[row]).toBe(each.length > 0 ? median(each) : found.usual);
          expect(found.next[row]).toBe(last + Math.round(found.cycle[row]!));
          if (each.length === 0) return;
          const [earliest, latest] = [found.earliest[row]! - last, found.latest[row]! - last];
          expect(each).toEqual(expect.arrayContaining([earliest, latest]));
          expect(earliest).toBeLessThanOrEqual(found.cycle[row]!);
          expect(latest).toBeGreaterThanOrEqual(found.cycle[row]!);
        });
      }),
    );
  });

  it.each([5, 9, 14, 40])('of %i irregular gaps hold the next purchase as often as they say', gaps => {
    const dice = new Dice(gaps);
    const throws = 4000;
    const next: number[] = [];
    const lists = Array.from({ length: throws }, () => {
      const gap = () => Math.ceil(-2000 * Math.log(1 - dice.next()));
      const days = [0];
      for (let at = 0; at < gaps; at++) days.push(days.at(-1)! + gap());
      next.push(days.at(-1)! + gap());
      return days;
    });
    const found = cyclesOf(lists);
    const hit = next.filter((day, row) => day >= found.earliest[row]! && day <= found.latest[row]!).length;
    const said = found.coverage[0]!;
    expect(Math.abs(hit / throws - said)).toBeLessThan(4 * Math.sqrt((said * (1 - said)) / throws));
    // Eighty in a hundred want nine gaps.
    expect(said >= 0.8).toBe(gaps >= 9);
  });

  it('of those who bought on one day are the others’, and of nobody nothing', () => {
    const found = purchaseCycles({ offsets: Uint32Array.of(0, 0, 2, 4), day: Int32Array.of(5, 5, 0, 30) });
    expect([...found.basis].map(code => cycleBases[code])).toEqual(['never', 'others', 'few']);
    expect([...found.next]).toEqual([Number.NaN, 35, 60]);
    expect([...found.coverage]).toEqual([Number.NaN, Number.NaN, 0]);
    expect(overdueDays(found, 2, 70)).toBe(10);
    expect(purchaseCycles({ offsets: Uint32Array.of(0, 1), day: Int32Array.of(5) }).next[0]).toBeNaN();
  });
});
