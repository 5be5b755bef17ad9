import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dice } from '../../src/domain/index.ts';
import { fitLogistic, probabilitiesOf } from '../../src/models/churn/logistic.ts';
import {
  areaUnderCurve,
  boughtWithin,
  calibrationOf,
  churnedByRule,
  compareAreas,
  days,
  type Purchases,
  weightsOf,
} from '../../src/models/index.ts';
import { type Line, logOf } from './orderLog.ts';
import { buyingPropensity } from './propensity.ts';
import { simulateLog } from './simulate.ts';

const scored = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), {
  minLength: 1,
  maxLength: 40,
});
const split = (rows: readonly (readonly [number, boolean])[]) => ({
  scores: Float64Array.from(rows, ([score]) => score),
  members: Uint8Array.from(rows, ([, member]) => (member ? 1 : 0)),
});

describe('the churn rule', () => {
  it('holds from the day after the silence on, never for who has not ordered', () => {
    const lastDay = Float64Array.from([1_000, 1_009, 1_010, 1_100, Number.NaN]);
    expect(churnedByRule(lastDay, 1_100).rows()).toEqual([0, 1]);
    expect(churnedByRule(lastDay, 1_100, 100).rows()).toEqual([]);
    expect(churnedByRule(lastDay, 1_101).rows()).toEqual([0, 1, 2]);
  });
});

describe('the area under the curve', () => {
  it('is the share of pairs in the right order, ties counting half', () => {
    fc.assert(
      fc.property(scored, rows => {
        const { scores, members } = split(rows);
        let [pairs, right] = [0, 0];
        for (const [one, inside] of rows) {
          for (const [other, outside] of rows) {
            if (!inside || outside) continue;
            pairs++;
            right += one > other ? 1 : one === other ? 0.5 : 0;
          }
        }
        const found = areaUnderCurve(scores, members);
        if (pairs === 0) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(right / pairs, 12);
      }),
    );
  });

  it('is compared with an error that is about what redrawn samples show', () => {
    const draw = (seed: number) => {
      const dice = new Dice(seed);
      const members = Uint8Array.from({ length: 300 }, () => +dice.chance(0.3));
      const noisy = (noise: number) =>
        Float64Array.from(members, member => member + Math.log(dice.skewed(1, noise)));
      return compareAreas(noisy(0.7), noisy(1.4), members);
    };
    const found = Array.from({ length: 200 }, (_, seed) => draw(seed));
    const mean = found.reduce((sum, each) => sum + each.difference, 0) / found.length;
    const spread = Math.sqrt(
      found.reduce((sum, each) => sum + (each.difference - mean) ** 2, 0) / found.length,
    );
    const error = found.reduce((sum, each) => sum + each.error, 0) / found.length;
    expect(mean).toBeGreaterThan(0.1);
    expect(error / spread).toBeGreaterThan(0.85);
    expect(error / spread).toBeLessThan(1.15);
  });
});

describe('calibration', () => {
  it('has every customer in one bin, with the means of what was said and what happened', () => {
    fc.assert(
      fc.property(scored, rows => {
        const { scores, members } = split(rows);
        const probabilities = scores.map(score => score / 12);
        const { bins, error, brier } = calibrationOf(probabilities, members, 5);
        const total = (of: (bin: (typeof bins)[number]) => number) =>
          bins.reduce((sum, bin) => sum + of(bin), 0);
        expect(total(bin => bin.customers)).toBe(rows.length);
        expect(total(bin => bin.customers * bin.predicted)).toBeCloseTo(
          probabilities.reduce((sum, each) => sum + each, 0),
          9,
        );
        expect(total(bin => bin.customers * bin.observed)).toBeCloseTo(
          rows.filter(([, member]) => member).length,
          9,
        );
        for (let bin = 1; bin < bins.length; bin++) {
          expect(bins[bin]!.predicted).toBeGreaterThan(bins[bin - 1]!.predicted);
        }
        for (const value of [error, brier]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('logistic regression', () => {
  it('finds weights again, departing from what is known', () => {
    const dice = new Dice(4);
    const normal = () => Float64Array.from({ length: 20_000 }, () => Math.log(dice.skewed(1, 1)));
    const [known, one, other] = [normal(), normal(), normal()];
    const happened = Uint8Array.from(known, (before, row) =>
      Number(dice.chance(1 / (1 + Math.exp(-(before - 1 + 0.8 * one[row]!))))),
    );
    const found = fitLogistic(known, [one, other], happened);
    expect(found.intercept).toBeCloseTo(-1, 1);
    expect(found.weights[0]! / found.deviations[0]!).toBeCloseTo(0.8, 1);
    expect(found.weights[1]!).toBeCloseTo(0, 1);
    const { error } = calibrationOf(probabilitiesOf(found, known, [one, other]), happened);
    expect(error).toBeLessThan(0.02);
  });

  it('ends for features that separate, do not vary, or say it all', () => {
    const rows = 100;
    const happened = Uint8Array.from({ length: rows }, (_, row) => +(row > 60));
    const sure = Float64Array.from(happened, each => 1e3 * each);
    const none = new Float64Array(rows);
    for (const answers of [happened, new Uint8Array(rows), new Uint8Array(rows).fill(1)]) {
      const found = fitLogistic(none, [sure, none.fill(7)], answers);
      expect([found.intercept, ...found.weights].every(Number.isFinite)).toBe(true);
      const probabilities = probabilitiesOf(found, none, [sure, none]);
      expect(probabilities.every(each => each >= 0 && each <= 1)).toBe(true);
    }
  });
});

describe('who buys next', () => {
  const asOf = 700;
  const grown = simulateLog(21, 'MBG/NBD', [0.8, 5, 0.8, 3], 3_000, { joining: 500, until: asOf + 60 });

  it('is ranked and calibrated on a base that follows the model', () => {
    const found = buyingPropensity(grown.orders, asOf, days(60));
    expect(['learned', 'model']).toContain(found.method);
    expect(found.holdOut!.area).toBeGreaterThan(found.holdOut!.recencyArea);
    expect(found.holdOut!.calibration.error).toBeLessThan(0.04);
    expect(found.notes).toEqual([]);
    const rows = Uint32Array.from(found.probability.keys());
    const bought = boughtWithin(grown.orders, rows, asOf, asOf + 60);
    expect(calibrationOf(found.probability, bought).error).toBeLessThan(0.04);
    const recency = Float64Array.from(rows, row => -(asOf - lastBefore(grown.orders, row, asOf)));
    expect(areaUnderCurve(found.probability, bought)).toBeGreaterThan(areaUnderCurve(recency, bought));
  });

  it('is told without looking behind the day', () => {
    const { offsets, day, amount } = grown.orders;
    const changed: Purchases = { offsets, day: day.map(each => (each > asOf ? each + 3 : each)), amount };
    const [one, other] = [grown.orders, changed].map(log => buyingPropensity(log, asOf, days(60)));
    expect(other).toEqual(one);
  });

  it('is recency, and says so, where nothing ranks better', () => {
    // Everybody buys as often; some stop on a day of their own, so that silence is all there is to know.
    const dice = new Dice(6);
    const lines: Line[] = [];
    for (let customer = 0; customer < 400; customer++) {
      const last = dice.chance(0.5) ? 900 : dice.whole(0, 900);
      for (let day = dice.whole(0, 29); day <= last; day += 30) lines.push([`${customer}`, day, 100]);
    }
    const found = buyingPropensity(logOf(lines).orders, 890, days(60));
    expect(found.method).toBe('recency');
    expect(found.notes).toContainEqual({ code: 'recencyIsAsGood' });
    expect(weightsOf(found).map(({ feature }) => feature)).toEqual(['recency']);
    expect(found.holdOut!.area).toBeLessThanOrEqual(found.holdOut!.recencyArea);
    expect(found.holdOut!.recencyArea).toBeGreaterThan(0.9);
    expect(found.holdOut!.calibration.error).toBeLessThan(0.1);
  });

  it('stays near the share that buys where there is nothing to be known', () => {
    const dice = new Dice(6);
    const lines: Line[] = [];
    for (let customer = 0; customer < 600; customer++) {
      for (let day = 0; day < 600; day++) if (dice.chance(0.01)) lines.push([`${customer}`, day, 100]);
    }
    const { holdOut, probability } = buyingPropensity(logOf(lines).orders, 599, days(60));
    expect(holdOut!.area).toBeLessThan(0.6);
    expect(holdOut!.calibration.error).toBeLessThan(0.08);
    expect(probability.every(each => Number.isNaN(each) || Math.abs(each - 0.45) < 0.15)).toBe(true);
  });

  it('learns on shorter windows, and says so, where the log is short', () => {
    const { notes, holdOut } = buyingPropensity(grown.orders, asOf, days(400));
    expect(notes).toContainEqual({ code: 'windowShortened', days: 233 });
    expect(holdOut!.to - holdOut!.from).toBe(233);
  });

  it('never throws, is a probability, and NaN for those who had not bought', () => {
    const line = fc.tuple(fc.integer({ min: 0, max: 80 }).map(String), fc.nat(300), fc.double());
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 400 }),
        fc.nat(320),
        fc.integer({ min: 1, max: 120 }),
        (lines, on, n) => {
          const { customers: ids, orders: purchases } = logOf(lines);
          const { probability, method, notes } = buyingPropensity(purchases, on, days(n));
          ids.forEach((_, row) => {
            const hasBought = purchases.day[purchases.offsets[row]!]! <= on;
            const found = probability[row]!;
            expect(Number.isNaN(found)).toBe(!hasBought);
            if (hasBought) expect(found >= 0 && found <= 1).toBe(true);
          });
          if (method === 'average') expect(notes.map(note => note.code)).toContain('tooLittleData');
        },
      ),
      { numRuns: 50 },
    );
  });
});

function lastBefore({ offsets, day }: Purchases, row: number, asOf: number): number {
  let last = Number.NEGATIVE_INFINITY;
  for (let order = offsets[row]!; order < offsets[row + 1]! && day[order]! <= asOf; order++)
    last = day[order]!;
  return last;
}
