import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dice } from '../../src/domain/index.ts';
import {
  buyingProbability,
  countDistribution,
  customerValue,
  type Days,
  days,
  discountedPurchases,
  expectedPurchases,
  expectedSpend,
  type Fitted,
  fitSpends,
  inUnit,
  monthlyTerms,
  newcomerOutlook,
  outlookOf,
  type PurchaseModel,
  purchasesBeforeLoss,
  purchasesByIntegral,
  valueInterval,
  weeks,
} from '../../src/models/index.ts';
import { betaDraw, gammaDraw } from './simulate.ts';

const model = fc.constantFrom<PurchaseModel>('BG/NBD', 'MBG/NBD', 'Pareto/NBD');
const parameter = fc.double({ min: 0.05, max: 30, noNaN: true });
const fitted = fc
  .tuple(model, parameter, parameter, parameter, parameter)
  .map(([name, ...parameters]): Fitted<'weeks'> => ({ model: name, unit: 'weeks', parameters }));
const history = fc
  .tuple(
    fc.nat(30),
    fc.double({ min: 0.1, max: 60, noNaN: true }),
    fc.double({ min: 0, max: 60, noNaN: true }),
  )
  .map(([repeats, last, more]) => ({
    repeats,
    lastAt: weeks(repeats > 0 ? last : 0),
    age: weeks(last + more),
  }));
const span = fc.double({ min: 0.1, max: 150, noNaN: true }).map(weeks);

describe('the probability of being alive', () => {
  it('falls with silence and is 1 right after a purchase of a customer whom only a purchase may lose', () => {
    fc.assert(
      fc.property(fitted, history, fc.double({ min: 0, max: 100, noNaN: true }), (fit, own, more) => {
        const { alive } = outlookOf(fit, own);
        const later = outlookOf(fit, { ...own, age: weeks(own.age + more) }).alive;
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(later).toBeLessThanOrEqual(alive + 1e-12);
        if (fit.model === 'BG/NBD' && own.repeats === 0) expect([alive, later]).toEqual([1, 1]);
        if (fit.model === 'Pareto/NBD') expect(outlookOf(fit, { ...own, age: own.lastAt }).alive).toBe(1);
      }),
    );
  });

  it('rises with a later last purchase among customers of one age and as many purchases', () => {
    fc.assert(
      fc.property(fitted, history, fc.double({ min: 0, max: 1, noNaN: true }), (fit, own, share) => {
        const earlier = { ...own, lastAt: weeks(own.lastAt * share) };
        expect(outlookOf(fit, earlier).alive).toBeLessThanOrEqual(outlookOf(fit, own).alive + 1e-12);
      }),
    );
  });

  it('is in MBG/NBD that of BG/NBD with one more chance survived', () => {
    fc.assert(
      fc.property(fitted, history, span, (fit, own, ahead) => {
        fc.pre(own.repeats > 0);
        const [r, alpha, a, b] = fit.parameters as [number, number, number, number];
        const one = outlookOf({ ...fit, model: 'MBG/NBD' }, own);
        const other = outlookOf({ ...fit, model: 'BG/NBD', parameters: [r, alpha, a, b + 1] }, own);
        expect(one.alive).toBeCloseTo(other.alive, 12);
        const [bought, same] = [expectedPurchases(one, ahead), expectedPurchases(other, ahead)];
        expect(Math.abs(bought - same)).toBeLessThanOrEqual(1e-10 * (1 + same));
      }),
    );
  });
});

describe('purchases to be expected', () => {
  // By the closed forms with hypergeometric functions, computed with 30 digits elsewhere.
  it.each([
    ['BG/NBD', 2, 30.43, 38.86, 39, 0.634849081445807, 1.09335566961387],
    ['BG/NBD', 0, 0, 10, 52, 1, 1.02862917471804],
    ['BG/NBD', 29, 37.7, 38, 39, 0.964514521941762, 18.7914235670418],
    ['BG/NBD', 1, 3.86, 33.57, 200, 0.18183222952024, 0.659548069732126],
    ['BG/NBD', 120, 90, 104, 52, 1.04370808760684e-5, 0.000497294752063257],
    ['MBG/NBD', 2, 30.43, 38.86, 39, 0.706202265118487, 1.26296062326737],
    ['MBG/NBD', 0, 0, 10, 52, 0.522233732782105, 0.599978085677083],
    ['MBG/NBD', 29, 37.7, 38, 39, 0.965633813033572, 18.9480381500483],
    ['MBG/NBD', 1, 3.86, 33.57, 200, 0.264673637187639, 1.076851570568],
    ['MBG/NBD', 120, 90, 104, 52, 1.05236128793206e-5, 0.000502037386382247],
  ] as const)(
    '%s: %i repeats, last at %f of %f, within %f weeks',
    (name, repeats, last, age, ahead, alive, bought) => {
      const fit = { model: name, unit: 'weeks', parameters: [0.525, 6.183, 0.891, 1.614] } as const;
      const outlook = outlookOf(fit, { repeats, lastAt: weeks(last), age: weeks(age) });
      expect(outlook.alive / alive).toBeCloseTo(1, 11);
      expect(expectedPurchases(outlook, weeks(ahead)) / bought).toBeCloseTo(1, 11);
    },
  );

  // By the defining integral, computed with 25 digits elsewhere.
  it.each([
    [39, 0, 0.59593806959792],
    [39, 1, 0.165062403923617],
    [39, 5, 0.0212949742528698],
    [2, 10, 1.89370759668251e-9],
    [200, 40, 0.000637426478303206],
  ] as const)('Pareto/NBD: within %i weeks %i with their probability', (ahead, n, probability) => {
    const fit = { model: 'Pareto/NBD', unit: 'weeks', parameters: [0.55, 10.56, 0.61, 11.64] } as const;
    const counts = countDistribution(newcomerOutlook(fit), weeks(ahead), n + 1);
    expect(counts[n]! / probability).toBeCloseTo(1, 11);
  });

  it('are the same as a sum and as an integral', () => {
    const wide = fc.double({ min: -4, max: 4, noNaN: true }).map(Math.exp);
    fc.assert(
      fc.property(wide, wide, wide, wide, (shape, ratio, a, b) => {
        const bySum = purchasesBeforeLoss(shape, ratio, a, b);
        expect(purchasesByIntegral(shape, ratio, a, b) / bySum).toBeCloseTo(1, 8);
      }),
    );
  });

  it('have no pole where the printed forms have one', () => {
    const own = { repeats: 2, lastAt: weeks(20), age: weeks(30) };
    for (const name of ['BG/NBD', 'MBG/NBD', 'Pareto/NBD'] as const) {
      const at = (third: number) =>
        expectedPurchases(
          outlookOf({ model: name, unit: 'weeks', parameters: [0.5, 4, third, 3] }, own),
          weeks(52),
        );
      expect(at(1)).toBeCloseTo((at(1 - 1e-6) + at(1 + 1e-6)) / 2, 8);
    }
  });

  it('are the mean of their distribution, whose zero is the chance of none', () => {
    fc.assert(
      fc.property(fitted, history, span, (fit, own, ahead) => {
        const outlook = outlookOf(fit, own);
        const counts = countDistribution(outlook, ahead);
        const total = counts.reduce((sum, each) => sum + each, 0);
        const mean = counts.reduce((sum, each, n) => sum + each * n, 0);
        expect(counts.every(each => each >= 0 && each <= 1 + 1e-12)).toBe(true);
        expect(total).toBeCloseTo(1, 8);
        expect(1 - counts[0]!).toBeCloseTo(buyingProbability(outlook, ahead), 8);
        fc.pre(counts.length < 5_000);
        const expected = expectedPurchases(outlook, ahead);
        expect(Math.abs(mean - expected)).toBeLessThan(1e-7 * (1 + expected));
      }),
      { numRuns: 30 },
    );
  });

  it('grow with time, and count for less the more later ones are discounted', () => {
    fc.assert(
      fc.property(
        fitted,
        history,
        span,
        fc.double({ min: 1e-4, max: 0.2, noNaN: true }),
        (fit, own, ahead, rate) => {
          const outlook = outlookOf(fit, own);
          const all = expectedPurchases(outlook, ahead);
          const worth = discountedPurchases(outlook, ahead, rate);
          expect(expectedPurchases(outlook, weeks(ahead * 2))).toBeGreaterThanOrEqual(all * (1 - 1e-12));
          expect(worth).toBeLessThanOrEqual(all * (1 + 1e-9));
          expect(worth).toBeGreaterThanOrEqual(all * Math.exp(-rate * ahead) * (1 - 1e-9));
          expect(discountedPurchases(outlook, ahead, 1e-9) / all).toBeCloseTo(1, 5);
          const ever = discountedPurchases(outlook, weeks(Infinity), rate);
          expect(ever).toBeGreaterThanOrEqual(worth * (1 - 1e-11));
          expect(ever).toBeLessThan(Infinity);
        },
      ),
      { numRuns: 12 },
    );
  });

  // By the integral of the discounted rate of purchases, computed with 25 digits elsewhere.
  it.each([
    [30, 13.5, 1.64, 0.05, 0.01, 88.5, 1.067754943429791],
    [0.243, 0.05, 0.793, 2.426, 0.0027, 520, 18.32159540399858],
  ] as const)(
    'are discounted exactly where the rate of purchases soon changes: shape %f, scale %f',
    (shape, scale, a, b, rate, ahead, worth) => {
      const outlook = { unit: 'weeks', loss: 'geometric', alive: 1, shape, scale, a, b } as const;
      expect(discountedPurchases(outlook, weeks(ahead), rate) / worth).toBeCloseTo(1, 12);
    },
  );

  it('come to an end without a discount only where the model sees one', () => {
    const ever = (name: PurchaseModel, third: number) =>
      discountedPurchases(
        newcomerOutlook({ model: name, unit: 'weeks', parameters: [0.5, 4, third, 3] }),
        weeks(Infinity),
        0,
      );
    for (const name of ['BG/NBD', 'MBG/NBD', 'Pareto/NBD'] as const) {
      expect(ever(name, 0.9)).toBe(Infinity);
      const long = newcomerOutlook({ model: name, unit: 'weeks', parameters: [0.5, 4, 3, 3] });
      expect(expectedPurchases(long, weeks(1e8)) / ever(name, 3)).toBeCloseTo(1, 2);
    }
  });

  it('know weeks from days', () => {
    const fit = { model: 'BG/NBD', unit: 'weeks', parameters: [0.5, 4, 0.8, 3] } as const;
    const outlook = newcomerOutlook(fit);
    const month: Days = days(28);
    // @ts-expect-error an outlook in weeks cannot be asked about days
    const wrong = expectedPurchases(outlook, month);
    expect(expectedPurchases(outlook, inUnit(month, 'days', 'weeks'))).toBeLessThan(wrong);
    expect(inUnit(month, 'days', 'weeks')).toBe(4);
  });
});

describe("a customer's value", () => {
  const fit = { model: 'MBG/NBD', unit: 'weeks', parameters: [0.525, 6.183, 0.891, 1.614] } as const;
  const spends = { model: 'Gamma-Gamma', parameters: [6.25, 3.74, 15.44], mean: 35 } as const;
  const own = { repeats: 4, lastAt: weeks(24), age: weeks(33) };

  it('is margin times spend times purchases, less for later ones', () => {
    const plain = customerValue(fit, spends, own, 40, monthlyTerms(12, 0, 0.4, 'weeks'));
    expect(plain.value).toBeCloseTo(0.4 * plain.spend * plain.purchases, 9);
    expect(plain.spend).toBe(expectedSpend(spends, 4, 40));
    const discounted = customerValue(fit, spends, own, 40, monthlyTerms(12, 0.12, 0.4, 'weeks'));
    expect(discounted.value).toBeLessThan(plain.value);
    expect(discounted.value).toBeGreaterThan(plain.value / 1.12);
  });

  it('lies in its interval as often as that says', () => {
    const dice = new Dice(11);
    const terms = monthlyTerms(12, 0, 1, 'weeks');
    const interval = valueInterval(fit, spends, own, 40, terms, 0.8);
    const [r, alpha, a, b] = fit.parameters;
    const [p, q, gamma] = spends.parameters;
    const { alive } = outlookOf(fit, own);
    let [below, above] = [0, 0];
    const draws = 4_000;
    for (let draw = 0; draw < draws; draw++) {
      let worth = 0;
      if (dice.chance(alive)) {
        const rate = gammaDraw(dice, r + own.repeats, alpha + own.age);
        const loss = betaDraw(dice, a, b + own.repeats + 1);
        const scale = gammaDraw(dice, q + p * own.repeats, gamma + 40 * own.repeats);
        const wait = () => -Math.log(1 - dice.next()) / rate;
        for (let at = wait(); at < 12 * terms.period; at += wait()) {
          worth += gammaDraw(dice, p, scale);
          if (dice.chance(loss)) break;
        }
      }
      if (worth < interval.low) below++;
      if (worth > interval.high) above++;
    }
    // Most of the lower tenth buys nothing at all, which is the interval's own lower end.
    expect(interval.low).toBe(0);
    expect(below).toBe(0);
    expect(above / draws).toBeGreaterThan(0.085);
    expect(above / draws).toBeLessThan(0.115);
  });

  it('has an interval that holds more the surer it must be', () => {
    const wealthy = { repeats: 30, lastAt: weeks(38), age: weeks(39) };
    const terms = monthlyTerms(12, 0.1, 1, 'weeks');
    const at = (confidence: number) => valueInterval(fit, spends, wealthy, 40, terms, confidence);
    const { value } = customerValue(fit, spends, wealthy, 40, terms);
    const [half, most] = [at(0.5), at(0.9)];
    expect(most.low).toBeLessThanOrEqual(half.low);
    expect(half.low).toBeLessThan(value);
    expect(half.high).toBeGreaterThan(value);
    expect(most.high).toBeGreaterThan(half.high);
  });

  it('takes the mean spend where little is known of a base', () => {
    const simple = { model: 'average', parameters: [], mean: 20 } as const;
    const steady = { model: 'average', unit: 'weeks', parameters: [0.1] } as const;
    const terms = monthlyTerms(12, 0, 1, 'weeks');
    const found = customerValue(steady, simple, own, 40, terms);
    expect(found.value).toBeCloseTo(0.1 * (365.25 / 7) * 20, 9);
    const { low, high } = valueInterval(steady, simple, own, 40, terms, 0.8);
    expect([low % 20, high % 20].every(rest => Math.min(rest, 20 - rest) < 1e-6)).toBe(true);
    expect(low).toBeLessThan(found.value);
    expect(high).toBeGreaterThan(found.value);
  });
});

describe('what customers spend', () => {
  it('is found again from a base that was made with it', () => {
    const dice = new Dice(2);
    const size = 3_000;
    const [p, q, gamma] = [6, 4, 15];
    const repeats = Float64Array.from({ length: size }, () => dice.whole(0, 8));
    const spend = repeats.map(x => (x > 0 ? gammaDraw(dice, p * x, gammaDraw(dice, q, gamma) * x) : 0));
    const times = repeats.map(x => x);
    const fit = fitSpends({ unit: 'weeks', repeats, lastAt: times, age: times, spend });
    expect(fit.notes).toEqual([]);
    [p, q, gamma].forEach((value, at) => {
      expect(Math.abs(fit.parameters[at]! - value) / fit.errors[at]!).toBeLessThan(3.5);
    });
    expect(Math.abs(fit.correlation!)).toBeLessThan(0.05);
    // Between the own mean and the base's, nearer to the own one the more is known.
    const base = expectedSpend(fit, 0, 0);
    expect(base).toBeGreaterThan(30 * 0.95);
    expect(expectedSpend(fit, 1, 100)).toBeGreaterThan(base);
    expect(expectedSpend(fit, 8, 100)).toBeGreaterThan(expectedSpend(fit, 1, 100));
    expect(expectedSpend(fit, 8, 100)).toBeLessThan(100);
  });

  it('stays finite where all spend the same, or the tail has no mean', () => {
    const repeats = new Float64Array(50).fill(2);
    const same = fitSpends({
      unit: 'weeks',
      repeats,
      lastAt: repeats,
      age: repeats,
      spend: repeats.map(() => 9),
    });
    expect(same).toMatchObject({ model: 'average', mean: 9, correlation: null });
    const dice = new Dice(8);
    const spend = repeats.map(x => gammaDraw(dice, 6 * x, gammaDraw(dice, 0.5, 15) * x));
    const wild = fitSpends({ unit: 'weeks', repeats, lastAt: repeats, age: repeats, spend });
    expect(wild.notes.map(note => note.code)).toContain('noMean');
    expect(Number.isFinite(expectedSpend(wild, 0, 0))).toBe(true);
    expect(Number.isFinite(expectedSpend(wild, 1, 5))).toBe(true);
  });
});
