import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary, type Frame } from '../../src/domain/index.ts';
import {
  expectedPurchases,
  fitPurchases,
  fitSpends,
  group,
  type Histories,
  historyAt,
  lifetimeColumns,
  monthlyTerms,
  outlookOf,
  type PurchaseModel,
  paidOrders,
  purchaseLikelihood,
  retentionValue,
  summarise,
  weeks,
} from '../../src/models/index.ts';
import { betaShare, digamma, logBeta, logGamma, trigamma } from '../../src/models/lifetime/special.ts';
import { logOf } from './orderLog.ts';
import { simulate } from './simulate.ts';

const models: readonly PurchaseModel[] = ['BG/NBD', 'MBG/NBD', 'Pareto/NBD'];

function historiesOf(rows: readonly (readonly [number, number, number, number?])[]): Histories<'weeks'> {
  return {
    unit: 'weeks',
    repeats: Float64Array.from(rows, row => row[0]),
    lastAt: Float64Array.from(rows, row => row[1]),
    age: Float64Array.from(rows, row => row[2]),
    spend: Float64Array.from(rows, row => row[3] ?? 0),
  };
}

/** A customer: repeats, the last of them, age. Times are whole days, so that some are equal. */
const row = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 }))
  .map(([repeats, last, more]) => [repeats, repeats ? (last + 1) / 7 : 0, (last + 1 + more) / 7] as const);
const parameter = fc.double({ min: 0.05, max: 30, noNaN: true });
const four = fc.tuple(parameter, parameter, parameter, parameter);

/** Gauss's series, fast enough for |z| < 0.9. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let total = 1;
  for (let n = 0; n < 5_000 && Math.abs(term) > 1e-17 * Math.abs(total); n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    total += term;
  }
  return total;
}

/** One customer's likelihood as the papers print it. */
function printedLikelihood(
  model: PurchaseModel,
  [r, alpha, a, b]: readonly [number, number, number, number],
  [x, t, T]: readonly [number, number, number],
): number {
  const rate = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
  if (model === 'Pareto/NBD') {
    const [s, beta] = [a, b];
    const [big, second] = alpha >= beta ? [alpha, s + 1] : [beta, r + x];
    const at = (y: number) =>
      hypergeometric(r + s + x, second, r + s + x + 1, Math.abs(alpha - beta) / (big + y)) /
      (big + y) ** (r + s + x);
    const alive = (alpha + T) ** -(r + x) * (beta + T) ** -s;
    return rate + s * Math.log(beta) + Math.log(alive + (s / (r + s + x)) * (at(t) - at(T)));
  }
  const k = model === 'MBG/NBD' ? 1 : 0;
  const alive = Math.exp(logBeta(a, b + x + k) - logBeta(a, b)) / (alpha + T) ** (r + x);
  const lost =
    x + k > 0 ? Math.exp(logBeta(a + 1, b + x + k - 1) - logBeta(a, b)) / (alpha + t) ** (r + x) : 0;
  return rate + Math.log(alive + lost);
}

describe('special functions', () => {
  it('agree with factorials, with their own recurrences and with each other', () => {
    let factorial = 1;
    for (let n = 1; n < 20; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 13);
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 13);
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), x => {
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(
          1e-14 * (x * Math.log(x + 2) + 10),
        );
        expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(1e-13 * (1 / x + 10));
        expect(Math.abs(trigamma(x + 1) - trigamma(x) + 1 / (x * x))).toBeLessThan(1e-13 * (1 / (x * x) + 1));
      }),
    );
  });

  it('know the shares of a beta distribution', () => {
    const shape = fc.double({ min: 0.05, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (z, a, b) => {
        const share = betaShare(z, a, b);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(share + betaShare(1 - z, b, a)).toBeCloseTo(1, 9);
        expect(betaShare(z, a, 1)).toBeCloseTo(z ** a, 9);
      }),
    );
  });
});

describe('the likelihood of purchases', () => {
  it('is, grouped, the sum of the printed ones of every customer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...models), four, fc.array(row, { maxLength: 12 }), (model, at, rows) => {
        // Where the printed form of Pareto/NBD loses its digits to the difference, it is no oracle.
        fc.pre(model !== 'Pareto/NBD' || at.every(value => value > 0.5 && value < 8));
        if (model === 'Pareto/NBD') rows = rows.filter(([x, t, T]) => x < 6 && T - t > 2);
        const twice = [...rows, ...rows];
        const expected = twice.reduce((sum, each) => sum + printedLikelihood(model, at, each), 0);
        const found = purchaseLikelihood(model, group(historiesOf(twice)), at).value;
        expect(Math.abs(found - expected)).toBeLessThan(1e-7 * (1 + Math.abs(expected)));
      }),
      { numRuns: 200 },
    );
  });

  it('has the slopes that its differences have', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...models),
        four,
        fc.array(row, { minLength: 1, maxLength: 8 }),
        (model, at, rows) => {
          const grouped = group(historiesOf(rows));
          const { gradient, hessian } = purchaseLikelihood(model, grouped, at);
          for (let place = 0; place < 4; place++) {
            const step = 1e-5 * at[place]!;
            const moved = (by: number) =>
              purchaseLikelihood(
                model,
                grouped,
                at.map((value, other) => (other === place ? value + by : value)),
              );
            const [up, down] = [moved(step), moved(-step)];
            const near = (found: number, difference: number, size: number) =>
              expect(Math.abs(found - difference)).toBeLessThan(1e-5 * (Math.abs(found) + size));
            near(
              gradient[place]!,
              (up.value - down.value) / (2 * step),
              (1 + Math.abs(up.value)) / at[place]!,
            );
            for (let other = 0; other < 4; other++) {
              const difference = (up.gradient[other]! - down.gradient[other]!) / (2 * step);
              near(hessian[place]![other]!, difference, (1 + Math.abs(up.gradient[other]!)) / at[place]!);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('does not overflow for very many purchases or very long silences', () => {
    const rows = historiesOf([
      [5_000, 100, 103],
      [5_000, 0.01, 10_000],
      [0, 0, 1e6],
      [1, 1e-9, 1e6],
    ]);
    for (const model of models) {
      for (const at of [
        [0.5, 3, 0.3, 14],
        [1e-4, 1e-4, 1e-4, 1e-4],
        [1e5, 1e5, 1e5, 1e5],
      ]) {
        const { value, gradient, hessian } = purchaseLikelihood(model, group(rows), at);
        expect([value, ...gradient, ...hessian.flat()].every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('fits', () => {
  it.each([
    ['BG/NBD', [0.4, 4, 0.8, 2.5]],
    ['MBG/NBD', [0.6, 6, 0.9, 2]],
    ['Pareto/NBD', [0.7, 8, 0.7, 12]],
  ] as const)(
    '%s finds the parameters that a base was made with, within its standard errors',
    (model, truth) => {
      const base = simulate(7, model, truth, 6_000, [20, 90]);
      const fit = fitPurchases(base, model);
      expect(fit.notes).toEqual([]);
      fit.parameters.forEach((value, at) => {
        expect(fit.errors[at]!).toBeGreaterThan(0);
        expect(Math.abs(value - truth[at]!) / fit.errors[at]!).toBeLessThan(3.5);
      });
      expect(fit.logLikelihood).toBeGreaterThan(purchaseLikelihood(model, group(base), truth).value);
    },
  );

  it('do not depend on the unit of time', () => {
    const inWeeks = simulate(3, 'MBG/NBD', [0.6, 6, 0.9, 2], 500, [10, 60]);
    const week = (time: number) => time * 7;
    const inDays = {
      ...inWeeks,
      unit: 'days' as const,
      lastAt: inWeeks.lastAt.map(week),
      age: inWeeks.age.map(week),
    };
    const [one, other] = [fitPurchases(inWeeks), fitPurchases(inDays)];
    const [r, alpha, a, b] = one.parameters;
    [r!, alpha! * 7, a!, b!].forEach((value, at) => {
      expect(other.parameters[at]! / value).toBeCloseTo(1, 5);
    });
  });

  it('end, stay finite and say so for bases that know no best parameters', () => {
    const buyers = (make: (at: number) => readonly [number, number, number]) =>
      historiesOf(Array.from({ length: 200 }, (_, at) => make(at)));
    const bases = {
      'nobody is ever lost': simulate(5, 'Pareto/NBD', [2, 10, 1e-6, 1e6], 800, [20, 60]),
      'everybody buys each week': buyers(at => [10 + (at % 9), 10 + (at % 9), 10.5 + (at % 9)]),
      'nearly everybody is alike': buyers(at => [3 + (at % 2), 30, 40 + (at % 7)]),
      'huge counts': buyers(at => [1_000 * (at + 1), 50, 50 + (at % 9)]),
      'tiny times': buyers(at => [at % 4, at % 4 ? 1e-9 : 0, 1e-8 * (1 + (at % 5))]),
      'one purchaser of many': buyers(at => [at < 12 ? 400 : 0, at < 12 ? 30 : 0, 31 + (at % 5)]),
    };
    for (const [name, base] of Object.entries(bases)) {
      for (const model of models) {
        const fit = fitPurchases(base, model);
        expect([...fit.parameters, fit.logLikelihood].every(Number.isFinite), `${name}, ${model}`).toBe(true);
        expect(fit.parameters.every(value => value > 0)).toBe(true);
        const columns = lifetimeColumns(fit, fitSpends(base), base, monthlyTerms(12, 0.1, 1, 'weeks'));
        for (const column of Object.values(columns)) expect(column.every(Number.isFinite)).toBe(true);
      }
    }
    // No loss at all: the chance of it runs towards nothing, and the note says so.
    for (const [model, parameter] of [
      ['BG/NBD', 'a'],
      ['Pareto/NBD', 's'],
    ] as const) {
      const [note] = fitPurchases(bases['nobody is ever lost'], model).notes;
      expect(note).toMatchObject({ code: 'atEdge', parameters: expect.arrayContaining([parameter]) });
    }
  });

  it('never throw, whatever they are given', () => {
    const any = fc.oneof(fc.constantFrom(0, 1, -1, Number.NaN, Infinity), fc.double());
    const rows = fc.oneof(
      fc.array(fc.tuple(any, any, any, any), { maxLength: 40 }),
      fc.array(
        row.map(each => [...each, 5] as const),
        { maxLength: 80 },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...models), rows, (model, given) => {
        const histories = historiesOf(given);
        const fit = fitPurchases(histories, model);
        const spends = fitSpends(histories);
        expect([...fit.parameters, ...spends.parameters, spends.mean].every(Number.isFinite)).toBe(true);
        if (fit.model === 'average') expect(fit.notes.some(note => note.code === 'tooLittleData')).toBe(true);
        const columns = lifetimeColumns(fit, spends, histories, monthlyTerms(12, 0.1, 0.3, 'weeks'));
        columns.alive.forEach((alive, at) => {
          if (Number.isNaN(alive)) return;
          expect(alive).toBeGreaterThanOrEqual(0);
          expect(alive).toBeLessThanOrEqual(1);
          expect(columns.value[at]!).toBeGreaterThanOrEqual(0);
          expect(columns.value[at]!).toBeLessThan(Infinity);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('fall back to the simple average, by name, where the base is too small', () => {
    const base = historiesOf([
      [2, 10, 20, 500],
      [0, 0, 20],
      [1, 5, 10, 700],
    ]);
    const fit = fitPurchases(base);
    expect(fit).toMatchObject({ model: 'average', parameters: [3 / 50], customers: 3, repeaters: 2 });
    expect(fit.notes).toEqual([{ code: 'tooLittleData', customers: 3, repeaters: 2 }]);
    expect(expectedPurchases(outlookOf(fit, historyAt(base, 1)), weeks(50))).toBeCloseTo(3, 12);
    expect(fitSpends(base)).toMatchObject({
      model: 'average',
      mean: 600,
      notes: [{ code: 'tooLittleData' }],
    });
    expect(fitPurchases(historiesOf([]))).toMatchObject({ model: 'average', parameters: [0] });
  });

  it('leave out, and count, histories that cannot be', () => {
    const base = simulate(4, 'BG/NBD', [0.4, 4, 0.8, 2.5], 300, [20, 40]);
    const broken = { ...base, lastAt: base.lastAt.map((time, at) => (at === 7 ? 99 : time)) };
    broken.age[8] = Number.NaN;
    const fit = fitPurchases(broken);
    expect(fit.customers).toBe(298);
    expect(fit.notes).toEqual([{ code: 'unreadable', customers: 1 }]);
  });
});

describe('histories', () => {
  it('count days of purchases, from the first to the last one up to a day', () => {
    const lines = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(40), fc.nat(1_000)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(lines, fc.nat(45), (log, asOf) => {
        const { customers: ids, orders: purchases } = logOf(log);
        const found = summarise(purchases, asOf);
        ids.forEach((id, at) => {
          const own = log.filter(line => line[0] === id && line[1] <= asOf);
          const dates = [...new Set(own.map(line => line[1]))].sort((a, b) => a - b);
          if (dates.length === 0) {
            expect(found.age[at]).toBeNaN();
            return;
          }
          const later = own.filter(line => line[1] > dates[0]!);
          const money = later.reduce((sum, line) => sum + line[2], 0);
          expect([found.repeats[at], found.lastAt[at], found.age[at]]).toEqual([
            dates.length - 1,
            dates.at(-1)! - dates[0]!,
            asOf - dates[0]!,
          ]);
          expect(found.spend[at]).toBeCloseTo(dates.length > 1 ? money / (dates.length - 1) : 0, 9);
        });
      }),
    );
  });
});

describe('paid orders', () => {
  it('are each with their customer; all orders where no status is known', () => {
    const order = fc.tuple(
      fc.nat(40),
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom('paid', 'refunded', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.array(order, { maxLength: 6 }), { maxLength: 6 }), customers => {
        const sorted = customers.map(orders => [...orders].sort((a, b) => a[0] - b[0]));
        const all = sorted.flat();
        const dictionary = new Dictionary(['', 'refunded', 'paid']);
        const offsets = Uint32Array.from([0, ...sorted.keys()], (_, at) => sorted.slice(0, at).flat().length);
        const status = {
          form: 'coded',
          dictionary,
          codes: Uint32Array.from(all, each => dictionary.codeOf(each[2])),
        } as const;
        const amount = { form: 'numeric', values: Float64Array.from(all, each => each[1]) } as const;
        const day = Int32Array.from(all, each => each[0]);
        const ordersWith = (columns: Frame['orders']['columns']) =>
          paidOrders({ size: sorted.length, orders: { offsets, day, columns } }, 40);
        const found = ordersWith({ status, amount });
        sorted.forEach((orders, row) => {
          const [begin, end] = [found.offsets[row]!, found.offsets[row + 1]!];
          const paid = orders.filter(each => each[2] === 'paid');
          expect([...found.day.slice(begin, end)]).toEqual(paid.map(each => each[0]));
          expect([...found.amount.slice(begin, end)]).toEqual(paid.map(each => each[1]));
        });
        expect(ordersWith({ amount })).toEqual({
          offsets,
          day,
          amount: amount.values,
          product: new Uint32Array(day.length),
        });
      }),
    );
  });
});

describe('margin and retention', () => {
  it('is the sum of the margins that are still to come', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (r, d) => {
          let expected = 0;
          for (let period = 1; period < 2_000; period++) expected += 100 * (r / (1 + d)) ** period;
          expect(retentionValue(100, r, d)).toBeCloseTo(expected, 6);
        },
      ),
    );
    expect(retentionValue(1_000, 0.8, 0.1)).toBeCloseTo(2_666.666_667, 5);
  });

  it('has no value where nobody ever leaves for nothing, nor for shares that are none', () => {
    expect(retentionValue(100, 1, 0)).toBeNull();
    expect(retentionValue(100, 1.1, 0.2)).toBeNull();
    expect(retentionValue(100, 0.5, -0.1)).toBeNull();
    expect(retentionValue(Number.NaN, 0.5, 0.1)).toBeNull();
    expect(retentionValue(100, 1, 0.1)).toBeCloseTo(1_000, 9);
  });
});
