import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Day, dayFromIso } from '../../src/domain/index.ts';
import {
  areaUnderCurve,
  boughtWithin,
  days,
  ended,
  expectedPurchases,
  fitPurchases,
  historyAt,
  inWeeks,
  outlookOf,
  type PurchaseModel,
  type Purchases,
  summarise,
  tracking,
  weeks,
} from '../../src/models/index.ts';
import { readLog, truth } from './orderLog.ts';
import { buyingPropensity } from './propensity.ts';

interface HoldOut {
  readonly weeks: number;
  readonly actual_total: number;
  readonly share_active: number;
  readonly [score: string]: number;
}

const file = `${truth}/cases/churn.json`;
const present = existsSync(file);
const cases = present ? JSON.parse(readFileSync(file, 'utf8')) : {};
const tolerance = cases.tolerance ?? {};

/** The logs behind the sets, by the part of a set's name before `_cal_`. */
const logs: Record<string, readonly [file: string, id: string, date: string, amount: string]> = {
  cdnow_sample: ['cdnow/cdnow_sample.csv', 'sample_id', 'date', 'dollar_value'],
  apparel: ['btyd/apparel_trans.csv', 'Id', 'Date', 'Price'],
};

interface Set {
  readonly purchases: Purchases;
  readonly until: Day;
  readonly end: Day;
  readonly expected: HoldOut;
}

const names = Object.keys(cases.datasets ?? {});
const logOf = (name: string) => logs[name.split('_cal_')[0]!];
const known = names.filter(name => logOf(name) && existsSync(`${truth}/data/${logOf(name)![0]}`));

function setOf(name: string): Set {
  const until = dayFromIso(name.split('_cal_')[1]!)!;
  const expected: HoldOut = cases.datasets[name].holdout;
  const { orders: purchases } = readLog(...logOf(name)!);
  return { purchases, until, end: until + Math.round(expected.weeks * 7), expected };
}

/** Scores of every customer known on the last day of calibration, and who was active after it. */
function scoresOf({ purchases, until, end, expected }: Set, model: PurchaseModel) {
  const histories = inWeeks(summarise(purchases, until));
  const fit = fitPurchases(histories, model);
  const rows = Uint32Array.from(histories.age.keys()).filter(row => !Number.isNaN(histories.age[row]!));
  const outlooks = Array.from(rows, row => outlookOf(fit, historyAt(histories, row)));
  return {
    histories,
    rows,
    active: boughtWithin(purchases, rows, until, end),
    alive: Float64Array.from(outlooks, outlook => outlook.alive),
    expected: Float64Array.from(outlooks, outlook => expectedPurchases(outlook, weeks(expected.weeks))),
  };
}

describe.skipIf(!present)('who really bought again', () => {
  it.each(known)('%s: the scores rank as well as they are known to', name => {
    const set = setOf(name);
    for (const [model, prefix] of [
      ['BG/NBD', 'bg'],
      ['Pareto/NBD', 'pn'],
    ] as const) {
      const { rows, active, alive, expected } = scoresOf(set, model);
      expect(rows.length).toBe(cases.datasets[name].n);
      const bought = active.reduce((sum, each) => sum + each, 0);
      expect(bought / rows.length).toBeCloseTo(set.expected.share_active, 9);
      const near = (found: number, wanted: number | undefined, most: number) => {
        expect(wanted).toBeDefined();
        expect(Math.abs(found - wanted!)).toBeLessThanOrEqual(most);
      };
      near(areaUnderCurve(alive, active), set.expected[`AUC_${prefix}_palive`], tolerance.AUC_abs);
      near(areaUnderCurve(expected, active), set.expected[`AUC_${prefix}_cet`], tolerance.AUC_abs);
      const total = expected.reduce((sum, each) => sum + each, 0);
      const wanted = set.expected[`${prefix}_expected_total`]!;
      near(total, wanted, tolerance.total_rel * wanted);
    }
  });

  it.skipIf(!known.includes('cdnow_sample_cal_1997-09-30'))(
    'MBG/NBD tells the living apart where BG/NBD takes every one-time buyer for alive',
    () => {
      const { active, alive } = scoresOf(setOf('cdnow_sample_cal_1997-09-30'), 'MBG/NBD');
      expect(Math.abs(areaUnderCurve(alive, active) - cases.mbg_palive_auc_cdnow)).toBeLessThan(
        tolerance.AUC_abs,
      );
    },
  );

  it.each(known)('%s: the fit to the earlier part foretells as much as it is known to', name => {
    const { purchases, until, end, expected } = setOf(name);
    const found = ended(tracking(purchases, end, 'BG/NBD', days(end - until)))!;
    if (found.calibratedTo !== until) return expect(end - found.calibratedTo).toBeLessThan(end - until);
    expect(found.actual).toBe(expected.actual_total);
    expect(Math.abs(found.expected / expected.bg_expected_total! - 1)).toBeLessThan(tolerance.total_rel);
    expect(Math.abs(found.error / expected.bg_MAE! - 1)).toBeLessThan(tolerance.MAE_rel);
  });

  it.each(known)('%s: what is learned before ranks what comes after better than plain recency', name => {
    const { purchases, until, end, expected } = setOf(name);
    const { probability, holdOut } = buyingPropensity(purchases, until, days(end - until));
    const rows = Uint32Array.from(probability.keys()).filter(row => !Number.isNaN(probability[row]!));
    const active = boughtWithin(purchases, rows, until, end);
    const area = areaUnderCurve(
      Float64Array.from(rows, row => probability[row]!),
      active,
    );
    expect(area).toBeGreaterThan(expected.AUC_recency!);
    expect(holdOut!.area).toBeGreaterThan(holdOut!.recencyArea);
  });

  it.each(known.filter(name => name.startsWith('cdnow')))(
    '%s: probabilities for the next 13 weeks come true',
    name => {
      const { purchases, until } = setOf(name);
      const propensity = buyingPropensity(purchases, until, days(91));
      const rows = Uint32Array.from(propensity.probability.keys());
      const bought = boughtWithin(purchases, rows, until, until + 91);
      const said = propensity.probability.reduce((sum, each) => sum + each, 0);
      expect(said / bought.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0.8);
      expect(said / bought.reduce((sum, each) => sum + each, 0)).toBeLessThan(1.25);
    },
  );

  it.skip.each(names.filter(name => !known.includes(name)))('%s: its data are not there', () => {});
});
