import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChurnKept,
  days,
  ended,
  expectedPurchases,
  fitPurchases,
  fitSpends,
  inUnit,
  inWeeks,
  type LifetimeKept,
  learningPropensity,
  newcomerOutlook,
  propensityOn,
  readChurn,
  readLifetime,
  repeatCounts,
  summarise,
  tracking,
  usualChurn,
  usualLifetime,
  weeks,
} from '../../src/models/index.ts';
import { simulate, simulateLog } from './simulate.ts';

const parameters = [0.8, 6, 0.8, 3] as const;
const asOf = 500;
const grown = simulateLog(8, 'MBG/NBD', parameters, 400, { joining: 300, until: asOf });
const histories = inWeeks(summarise(grown.orders, asOf));

describe('repeats against the model', () => {
  it('share out all customers, as the mean of the model has them', () => {
    for (const model of ['BG/NBD', 'MBG/NBD', 'Pareto/NBD'] as const) {
      const fit = fitPurchases(histories, model);
      const counts = repeatCounts(fit, histories, 60);
      expect(counts.reduce((sum, each) => sum + each.observed, 0)).toBe(400);
      expect(counts.reduce((sum, each) => sum + each.expected, 0)).toBeCloseTo(400, 6);
      const newcomer = newcomerOutlook(fit);
      const wanted = histories.age.reduce((sum, age) => sum + expectedPurchases(newcomer, weeks(age)), 0);
      const found = counts.reduce((sum, each) => sum + each.expected * each.repeats, 0);
      expect(found / wanted).toBeCloseTo(1, 2);
    }
  });

  it('are what a base of the model shows', () => {
    const base = simulate(5, 'MBG/NBD', parameters, 20_000, [20, 70]);
    const fit = { ...fitPurchases(base), parameters };
    for (const { observed, expected } of repeatCounts(fit, base)) {
      expect(Math.abs(observed - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });
});

describe('a fit followed on', () => {
  it('counts what really was repeated, and expects what the model says of each day', () => {
    const { offsets, day } = grown.orders;
    const ahead = days(150);
    const found = ended(tracking(grown.orders, asOf, 'MBG/NBD', ahead))!;
    expect(found).toMatchObject({ calibratedTo: asOf - 150, end: asOf, model: 'MBG/NBD' });
    const fit = fitPurchases(inWeeks(summarise(grown.orders, asOf - 150)));
    const newcomer = newcomerOutlook(fit);
    for (const tracked of found.days.filter((_, at) => at % 9 === 0)) {
      let [actual, expected] = [0, 0];
      for (let row = 0; row < offsets.length - 1; row++) {
        const own = [...new Set(day.slice(offsets[row], offsets[row + 1]))];
        if (own[0]! > asOf - 150 || own[0]! > tracked.day) continue;
        actual += own.filter(each => each <= tracked.day).length - 1;
        expected += expectedPurchases(newcomer, inUnit(days(tracked.day - own[0]!), 'days', 'weeks'));
      }
      expect(tracked.actual).toBe(actual);
      expect(tracked.expected).toBeCloseTo(expected, 6);
    }
    expect(found.days.at(-1)!.day).toBe(asOf);
    expect(found.days.length).toBeLessThanOrEqual(53);
  });

  it('is none where the earlier part carries none', () => {
    const early = simulateLog(9, 'MBG/NBD', parameters, 20, { joining: 10, until: 30 });
    expect(ended(tracking(early.orders, 30, 'MBG/NBD', days(365)))).toBeNull();
    const none = { offsets: Uint32Array.of(0), day: new Int32Array(), amount: new Float64Array() };
    expect(ended(tracking(none, 30, 'MBG/NBD', days(365)))).toBeNull();
  });
});

describe('what is published', () => {
  const fits: LifetimeKept = {
    settings: usualLifetime,
    fittedOn: asOf,
    purchases: fitPurchases(histories),
    spends: fitSpends(histories),
  };
  const { learned } = ended(learningPropensity(grown.orders, asOf, days(60)));
  const churn: ChurnKept = { settings: { ...usualChurn, horizon: 60 }, learned };

  it('is read again as it was, through any store', () => {
    expect(readLifetime(JSON.parse(JSON.stringify(fits)))).toEqual(fits);
    const read = readChurn(JSON.parse(JSON.stringify(churn)))!;
    expect(read).toEqual(churn);
    expect(propensityOn(read.learned, grown.orders, asOf + 9)).toEqual(
      propensityOn(learned, grown.orders, asOf + 9),
    );
  });

  it('is nothing where it is something else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.object()), kept => {
        expect(readLifetime(kept)).toBeNull();
        expect(readChurn(kept)).toBeNull();
      }),
    );
    const broken = { ...fits, purchases: { ...fits.purchases, parameters: [1, 2, 3, -4] } };
    expect(readLifetime(broken)).toBeNull();
    expect(readLifetime({ ...fits, settings: { ...usualLifetime, margin: 2 } })).toBeNull();
    const rhythm = { ...learned.rhythm, fit: { ...learned.rhythm.fit, parameters: [] } };
    expect(readChurn({ ...churn, learned: { ...learned, rhythm } })).toBeNull();
  });
});
