import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bits, dayFromIso, isoOf } from '../../src/domain/index.ts';
import {
  averageOrder,
  buyersIn,
  cohortMembers,
  cohortsOf,
  driftBetween,
  growth,
  lastPeriods,
  periodOf,
  purchaseTrend,
  repurchase,
  retention,
  satisfactionIn,
} from '../../src/models/index.ts';
import { caseOf, hasTruth, type Line, logOf, tableOf } from './orderLog.ts';

describe('periods', () => {
  it.each([
    ['2026-11-22', 'week', '2026-11-16', '2026-11-23'],
    ['2026-11-23', 'week', '2026-11-23', '2026-11-30'],
    ['1969-12-28', 'week', '1969-12-22', '1969-12-29'],
    ['2024-02-29', 'month', '2024-02-01', '2024-03-01'],
    ['2025-12-31', 'month', '2025-12-01', '2026-01-01'],
  ] as const)('the one with %s (%s) reaches from %s to before %s', (day, pace, from, until) => {
    const period = periodOf(dayFromIso(day)!, pace);
    expect([isoOf(period.from), isoOf(period.until)]).toEqual([from, until]);
  });

  it('follow on one another up to the day looked at', () => {
    const day = fc.integer({ min: -20_000, max: 40_000 });
    fc.assert(
      fc.property(day, fc.constantFrom('week' as const, 'month' as const), (asOf, pace) => {
        const periods = lastPeriods(asOf, pace, 6);
        expect(periods.at(-1)!.from <= asOf && asOf < periods.at(-1)!.until).toBe(true);
        periods.slice(1).forEach((period, at) => {
          expect(period.from).toBe(periods[at]!.until);
        });
        for (const { from } of periods) {
          if (pace === 'week') expect(new Date(from * 86_400_000).getUTCDay()).toBe(1);
          else expect(isoOf(from)).toMatch(/-01$/);
        }
      }),
    );
  });
});

const lists = fc.array(
  fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 50 })), {
    minLength: 1,
    maxLength: 8,
  }),
  { minLength: 1, maxLength: 12 },
);
const ordersOf = (customers: readonly (readonly (readonly [number, number])[])[]) =>
  logOf(
    customers.flatMap((orders, row) =>
      orders.map(([day, amount]): Line => [String(row).padStart(3, '0'), day, amount]),
    ),
  ).orders;
const periods = [0, 1, 2, 3, 4].map(at => ({ from: at * 20, until: at * 20 + 20 }));
const [before, now] = [periods[1]!, periods[2]!];

describe('numbers of purchases', () => {
  it('are what counting by hand says, for all and for a segment', () => {
    fc.assert(
      fc.property(
        lists,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.boolean(),
        (customers, some, all) => {
          const orders = ordersOf(customers);
          const isIn = (row: number) => all || some[row]!;
          const members = all ? undefined : Bits.from(customers.length, isIn);
          const within = (row: number, { from, until }: { from: number; until: number }) =>
            isIn(row) ? customers[row]!.filter(([day]) => day >= from && day < until) : [];
          const rows = customers.map((_, row) => row);
          const had = (period: typeof now, least = 1) =>
            rows.filter(row => within(row, period).length >= least);
          expect(buyersIn(orders, now, 2, members).rows()).toEqual(had(now, 2));
          const kept = retention(orders, before, now, members);
          const stayed = had(before).filter(row => had(now).includes(row));
          expect([kept.n, kept.hits.rows(), kept.of.rows()]).toEqual([
            had(before).length,
            stayed,
            had(before),
          ]);
          expect(kept.value).toBe(stayed.length / had(before).length);
          const again = repurchase(orders, now, members);
          expect([again.n, again.value]).toEqual([had(now).length, had(now, 2).length / had(now).length]);
          const amounts = (period: typeof now) =>
            rows.flatMap(row => within(row, period).map(([, amount]) => amount));
          const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
          const [was, is] = [averageOrder(orders, before, members), averageOrder(orders, now, members)];
          expect(is).toEqual({ value: mean(amounts(now)), n: amounts(now).length });
          const trend = purchaseTrend(orders, periods, members);
          expect(trend[2]).toEqual({
            period: now,
            buyers: had(now).length,
            repeaters: had(now, 2).length,
            before: had(before).length,
            retained: stayed.length,
            orders: is.n,
            revenue: amounts(now).reduce((sum, value) => sum + value, 0),
            retention: kept.value,
            repurchase: again.value,
            averageOrder: is.value,
            growth: growth(was.value, is.value),
          });
          expect(trend[0]!.retention).toBeNaN();
          const rise = (mean(amounts(now)) - mean(amounts(before))) / mean(amounts(before));
          expect(growth(was.value, is.value)).toBe(Number.isFinite(rise) ? rise : Number.NaN);
        },
      ),
    );
  });

  it('put every new customer into one cohort, with the customers behind each cell', () => {
    fc.assert(
      fc.property(lists, customers => {
        const orders = ordersOf(customers);
        const cohorts = cohortsOf(orders, periods);
        expect(cohorts.reduce((sum, each) => sum + each.customers, 0)).toBe(customers.length);
        cohorts.forEach(({ customers: count, active }, cohort) => {
          expect(active).toHaveLength(periods.length - cohort);
          expect(active[0]).toBe(count);
          active.forEach((each, later) => {
            const expected = customers.flatMap((list, row) => {
              const own = Math.floor(Math.min(...list.map(([day]) => day)) / 20);
              const came = list.some(([day]) => Math.floor(day / 20) === cohort + later);
              return own === cohort && came ? [row] : [];
            });
            expect(cohortMembers(orders, periods, cohort, later).rows()).toEqual(expected);
            expect(each).toBe(expected.length);
          });
        });
      }),
    );
  });

  it('leave out of the first cohort whoever had bought before', () => {
    const orders = ordersOf([
      [
        [0, 1],
        [25, 1],
      ],
    ]);
    expect(cohortsOf(orders, periods.slice(1)).map(each => each.customers)).toEqual([0, 0, 0, 0]);
  });
});

describe('satisfaction', () => {
  const answersOf = (
    rows: readonly (readonly [customer: number, day: number, csat: number])[],
    size: number,
  ) => {
    const sorted = [...rows].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const offsets = Uint32Array.from(
      { length: size + 1 },
      (_, row) => sorted.filter(([own]) => own < row).length,
    );
    const values = Float64Array.from(sorted, row => row[2]);
    const day = Int32Array.from(sorted, row => row[1]);
    return { size, interactions: { offsets, day, columns: { csat: { form: 'numeric', values } as const } } };
  };

  it('is the share of the top two boxes among the answers of the period', () => {
    const base = answersOf(
      [
        [0, 1, 5],
        [0, 2, 3],
        [1, 2, 4],
        [1, 3, Number.NaN],
        [2, 30, 1],
      ],
      3,
    );
    const found = satisfactionIn(base, { from: 0, until: 10 });
    expect([found.value, found.n, found.mean]).toEqual([2 / 3, 3, 4]);
    expect([found.answered.rows(), found.dissatisfied.rows()]).toEqual([[0, 1], [0]]);
    expect(
      satisfactionIn(
        base,
        { from: 0, until: 10 },
        Bits.from(3, row => row === 1),
      ).value,
    ).toBe(1);
    expect(satisfactionIn(base, { from: 50, until: 60 })).toMatchObject({ value: Number.NaN, n: 0 });
  });

  it.skipIf(!hasTruth)('of 1,000 tickets has the published mean (../shared/truth)', () => {
    const { expected } = caseOf<number[]>('support', 'csat.overall');
    const tickets = tableOf('support/teresgeo_tickets_csat.csv').map(
      row =>
        [
          0,
          dayFromIso(row.Created_Date!.slice(0, 10))!,
          row.CSAT_Score ? Number(row.CSAT_Score) : Number.NaN,
        ] as const,
    );
    const found = satisfactionIn(answersOf(tickets, 1), { from: 0, until: 100_000 });
    expect(found.mean).toBeCloseTo(expected[3]!, 9);
    expect(found.value * found.n).toBeCloseTo(tickets.filter(([, , csat]) => csat >= 4).length, 9);
  });
});

describe('drift of a share', () => {
  it.each([
    // Z of two proportions: (0.6 - 0.5) / sqrt(0.55 * 0.45 * 2 / 100) = 1.421; of 200 each it is 2.010.
    [50, 100, 60, 100, false],
    [100, 200, 120, 200, true],
    [10, 10, 20, 20, false],
    [0, 10, 0, 20, false],
  ])('%i of %i, then %i of %i', (hits, n, later, of, isMarked) => {
    const drift = driftBetween({ hits, n }, { hits: later, n: of });
    expect(drift).toEqual({ before: hits / n, now: later / of, isMarked });
  });

  it('is not known where there was nobody', () => {
    expect(driftBetween({ hits: 0, n: 0 }, { hits: 1, n: 2 })).toBe(null);
    expect(driftBetween({ hits: 1, n: 2 }, { hits: 0, n: 0 })).toBe(null);
  });
});
