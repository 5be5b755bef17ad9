import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dice, dayFromIso } from '../../src/domain/index.ts';
import { cycleBases, ENOUGH_GAPS, expectationAt, purchaseCycles } from '../../src/models/index.ts';
import { hasTruth, type Line, logOf, tableOf } from './orderLog.ts';

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
        const last = gaps.flatMap(each => each.slice(-1));
        const usual = last.length > 0 ? median(last) : Number.NaN;
        expect(found.usual).toBe(usual);
        gaps.forEach((each, row) => {
          const latest = Math.max(...customers[row]!);
          const basis = each.length === 0 ? 'others' : each.length < ENOUGH_GAPS ? 'few' : 'own';
          expect([cycleBases[found.basis[row]!], found.gaps[row]]).toEqual([basis, each.length]);
          expect(found.cycle[row]).toBe(each.length > 0 ? median(each) : Number.NaN);
          const product = each.reduce((all, gap) => all * gap, 1) * usual ** 4;
          const expected = latest + product ** (1 / (each.length + 4));
          const [from, until] = [found.earliest[row]!, found.latest[row]!];
          if (Number.isNaN(usual)) {
            expect(found.next[row]).toBeNaN();
            return;
          }
          expect(Math.abs(found.next[row]! - Math.min(Math.max(expected, from), until))).toBeLessThan(0.501);
          if (basis !== 'own') return;
          expect(each).toEqual(expect.arrayContaining([from - latest, until - latest]));
          expect([from <= until, found.coverage[row]! > 0.5]).toEqual([true, true]);
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
    expect([...found.cycle]).toEqual([Number.NaN, Number.NaN, 30]);
    expect(found.coverage.every(each => Number.isNaN(each))).toBe(true);
    const expected = (asOf: number) => [0, 1, 2].map(row => expectationAt(found, row, asOf));
    expect(expected(70)).toEqual([null, 'overdue', 'overdue']);
    expect(expected(35)).toEqual([null, 'week', 'month']);
    expect(expected(31)).toEqual([null, 'week', 'month']);
    expect(expected(5)).toEqual([null, 'later', 'later']);
    expect(purchaseCycles({ offsets: Uint32Array.of(0, 1), day: Int32Array.of(5) }).next[0]).toBeNaN();
  });
});

describe.skipIf(!hasTruth)('held-out purchases of real logs (../shared/truth)', () => {
  it.each([
    ['cdnow/clvtools_cdnow.csv', 'Id', 'Date'],
    ['btyd/apparel_trans.csv', 'Id', 'Date'],
    ['rfm/rfm_data_orders.csv', 'customer_id', 'order_date'],
  ] as const)(
    'of %s fall into the intervals as often as these say, and no farther off than the usual gap',
    (file, id, date) => {
      const lines = tableOf(file).map((row): Line => [row[id]!, dayFromIso(row[date]!)!, 1]);
      const held = new Map<string, number>();
      for (const [customer, day] of lines) held.set(customer, Math.max(day, held.get(customer) ?? 0));
      const log = logOf(lines.filter(([customer, day]) => day < held.get(customer)!));
      const found = purchaseCycles(log.orders);
      for (const basis of ['few', 'own'] as const) {
        const rows = log.customers.flatMap((_, row) =>
          cycleBases[found.basis[row]!] === basis ? [row] : [],
        );
        const actual = (row: number) => held.get(log.customers[row]!)!;
        const hits = rows.filter(
          row => actual(row) >= found.earliest[row]! && actual(row) <= found.latest[row]!,
        );
        const said = rows.reduce((sum, row) => sum + found.coverage[row]!, 0);
        expect(Math.abs(hits.length - said) / rows.length).toBeLessThan(0.09);
        const last = (row: number) => log.orders.day[log.orders.offsets[row + 1]! - 1]!;
        const errors = rows.map(row => Math.abs(actual(row) - found.next[row]!));
        const usual = rows.map(row => Math.abs(actual(row) - last(row) - found.usual));
        if (basis === 'own') expect(median(errors)).toBeLessThan(median(usual));
        else expect(median(errors)).toBeLessThan(median(usual) * 1.15);
      }
    },
  );
});
