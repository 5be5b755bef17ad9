import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoOf } from '../../src/domain/index.ts';
import {
  classSegments,
  codeBits,
  crowdedThresholds,
  type EightClassRule,
  eightClasses,
  eightCodes,
  isCrowded,
  type Money,
  mapSegments,
  nameFamilies,
  type RfmMeasures,
  rfmMeasures,
  type Scoring,
  type SegmentMap,
  scoresOf,
  segmentMaps,
  segmentSummaries,
  type TieId,
} from '../../src/models/index.ts';
import { byName, caseOf, hasTruth, logOf, tableOf, truth } from './orderLog.ts';

const yuan = 100;

describe.skipIf(!hasTruth)('quintiles on the 4,906 orders of the R package rfm (../shared/truth)', () => {
  const asOf = dayFromIso('2006-12-31')!;
  const lines = hasTruth ? tableOf('rfm/rfm_data_orders.csv') : [];
  const log = logOf(
    byName(lines.map(row => [row.customer_id!, dayFromIso(row.order_date!)!, Number(row.revenue) * yuan])),
  );
  const measures = rfmMeasures(log.orders, asOf, { counting: 'orders', money: 'sum' });
  const score = (ties: TieId, bins = 5) => {
    const scoring: Scoring = { by: 'quantile', bins, ties };
    return {
      r: scoresOf(measures.recency, scoring, { lessIsBetter: true }),
      f: scoresOf(measures.frequency, scoring),
      m: scoresOf(measures.monetary, scoring, { unit: yuan }),
    };
  };

  it('cuts where the package cuts', () => {
    const { expected } = caseOf<Record<string, number[]>>('rfm', 'rfm.thresholds');
    const { r, f, m } = score('plusOne');
    expect(r.thresholds.map(each => each.value)).toEqual(expected.recency!.slice(1, -1));
    expect(f.thresholds.map(each => each.value)).toEqual(expected.frequency!.slice(1, -1));
    m.thresholds.forEach(({ value }, index) => {
      expect(value / yuan).toBeCloseTo(expected.monetary![index + 1]!, 9);
    });
  });

  it('scores the first ten customers as printed', () => {
    const { expected } = caseOf<[string, number, number, number, number][]>('rfm', 'rfm.first10');
    const { r, f, m } = score('plusOne');
    const found = log.customers.slice(0, 10).map((name, row) => {
      const scores = r.scores[row]! * 100 + f.scores[row]! * 10 + m.scores[row]!;
      return [name, measures.recency[row], measures.frequency[row], measures.monetary[row]! / yuan, scores];
    });
    expect(found).toEqual(expected);
  });

  it('puts everybody into the printed segments, first match first', () => {
    const { expected } = caseOf<Record<string, number[]>>('rfm', 'rfm.segments.vignette');
    const map = segmentMaps.find(each => each.id === 'tenThree')!;
    const { r, f, m } = score('plusOne');
    const places = mapSegments(map.rows, { r: r.scores, f: f.scores, m: m.scores });
    const spelling = (name: string) =>
      name
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .replace(/s$/, '');
    const found = new Map<string, number[]>();
    places.forEach((place, row) => {
      const name = spelling(place === 0 ? 'others' : map.rows[place - 1]!.name.en);
      const [count, orders, money] = found.get(name) ?? [0, 0, 0];
      found.set(name, [
        count! + 1,
        orders! + measures.frequency[row]!,
        money! + measures.monetary[row]! / yuan,
      ]);
    });
    const wanted = Object.entries(expected).map(([name, numbers]) => [spelling(name), numbers] as const);
    expect(found).toEqual(new Map(wanted));
  });

  it('leaves two of ten scores empty where ties make cuts of no width', () => {
    const { expected } = caseOf<{ frequency_cuts: number[] }>('rfm', 'rfm.ties10');
    const { f } = score('plusOne', 10);
    expect(f.thresholds.map(each => each.value)).toEqual(expected.frequency_cuts.slice(1, -1));
    expect([4, 6].map(empty => f.scores.includes(empty))).toEqual([false, false]);
    expect(f.thresholds.some(isCrowded)).toBe(true);
  });

  const truthNames: Record<TieId, string> = {
    together: 'right_inclusive',
    togetherUp: 'left_inclusive',
    plusOne: 'r_rfm',
    dropped: 'right_inclusive',
    equalParts: 'ntile',
    rankFirst: 'rank_first_qcut',
  };
  it.each(Object.entries(truthNames))('differs from the package under "%s" for as many', (ties, name) => {
    type Variant = Record<'r_diff' | 'f_diff' | 'm_diff' | 'any', number> & { f_counts: number[] };
    const { expected } = caseOf<Record<string, Variant>>('rfm', 'rfm.binning_variants');
    const [base, other] = [score('plusOne'), score(ties as TieId)];
    const differs = (id: 'r' | 'f' | 'm') => (row: number) => base[id].scores[row] !== other[id].scores[row];
    const rows = log.customers.map((_, row) => row);
    const variant = expected[name]!;
    expect({
      r_diff: rows.filter(differs('r')).length,
      f_diff: rows.filter(differs('f')).length,
      m_diff: rows.filter(differs('m')).length,
      any: rows.filter(row => differs('r')(row) || differs('f')(row) || differs('m')(row)).length,
      f_counts: [1, 2, 3, 4, 5].map(wanted => other.f.scores.filter(each => each === wanted).length),
    }).toEqual(variant);
  });
});

describe.skipIf(!hasTruth)('quartiles of a few customers (../shared/truth)', () => {
  it('are labelled as published, with fewer parts where values repeat', () => {
    const { inputs, expected } = caseOf<string[]>('rfm', 'rfm.pymc.quartiles');
    const lines = (inputs as { tx: [number, string, number][] }).tx;
    const asOf = Math.max(...lines.map(line => dayFromIso(line[1])!));
    const log = logOf(
      byName(lines.map(([id, date, amount]) => [String(id), dayFromIso(date)!, amount * yuan])),
    );
    const measures = rfmMeasures(log.orders, asOf, { counting: 'days', money: 'perDay' });
    const scoring: Scoring = { by: 'quantile', bins: 4, ties: 'dropped' };
    const places = mapSegments(quartileMap.rows, {
      r: scoresOf(measures.recency, scoring, { lessIsBetter: true }).scores,
      f: scoresOf(measures.frequency, scoring).scores,
      m: scoresOf(measures.monetary, scoring, { unit: yuan }).scores,
    });
    const names = [...places].map(place => quartileMap.rows[place - 1]?.name.en ?? 'Other');
    expect(names).toEqual(expected);
  });
});

/** The table of the library that printed the case: a code of scores is a row with ranges of one. */
const quartileMap: SegmentMap = {
  id: 'quartiles',
  name: { en: 'Quartiles', zh: '四分位' },
  rows: Object.entries({
    'Premium Customer': '334 443 444 344 434 433 343 333',
    'Repeat Customer': '244 234 232 332 143 233 243 242',
    'Top Spender': '424 414 144 314 324 124 224 423 413 133 323 313 134',
    'At Risk Customer': '422 223 212 122 222 132 322 312 412 123 214',
    'Inactive Customer': '411 111 113 114 112 211 311',
  }).flatMap(([name, codes]) =>
    codes.split(' ').map(code => {
      const [r, f, m] = [...code].map(digit => [Number(digit), Number(digit)] as const);
      return { name: { en: name, zh: name }, r: r!, f: f!, m: m! };
    }),
  ),
};

describe.skipIf(!hasTruth)('the eight classes on a Chinese order log (../shared/truth)', () => {
  const asOf = dayFromIso('2019-06-30')!;
  const lines = hasTruth
    ? tableOf('chinese/rfm_orders_zh.csv').filter(row => row.订单状态 === '交易成功')
    : [];
  const log = logOf(
    byName(
      lines.map(row => [row.买家昵称!, dayFromIso(row.付款日期!.slice(0, 10))!, Number(row.实付金额) * yuan]),
    ),
  );
  const measured = (counting: 'orders' | 'days', money: Money) =>
    rfmMeasures(log.orders, asOf, { counting, money });

  it('are those of the article, to the customer and the yuan', () => {
    type Case = Record<string, [number, number]>;
    const { inputs, expected } = caseOf<Case>('rfm', 'rfm8.zh.table');
    const names = (inputs as { code_to_name: Record<string, string> }).code_to_name;
    const above = { by: 'mean', tie: 'low' } as const;
    const fixed = (...cuts: number[]): Scoring => ({ by: 'fixed', cuts, at: 'up' });
    const rule: EightClassRule = {
      recency: { scoring: fixed(30, 60, 90, 120), split: above },
      frequency: { scoring: fixed(2, 3, 4, 5), split: above },
      monetary: { scoring: fixed(...[50, 100, 150, 200].map(each => each * yuan)), split: above },
    };
    const measures = measured('days', 'perDay');
    const classes = eightClasses(measures, rule);
    const family = nameFamilies.find(each => each.id === 'frequency')!;
    const named = classSegments(classes, family.names);
    const { segments } = segmentSummaries(named, () => true, measured('days', 'sum').monetary);
    const found = segments.map(({ code, name, customers, revenue }) => {
      expect(name.zh).toBe(names[code!]);
      return [name.zh, [customers, revenue / yuan]];
    });
    expect(Object.fromEntries(found)).toEqual(expected);
    const shares = caseOf<Record<string, number>>('rfm', 'rfm8.zh.shares').expected;
    for (const { name, share } of segments) expect(share).toBeCloseTo(shares[name.zh]!, 6);
    const head = caseOf<unknown[][]>('rfm', 'rfm8.zh.head').expected;
    const rows = log.customers
      .slice(0, 5)
      .map((name, row) => [
        ...[name, measures.recency[row], measures.frequency[row], measures.monetary[row]! / yuan],
        ...(['recency', 'frequency', 'monetary'] as const).map(id => classes.scores[id]!.scores[row]),
        codeBits(classes.codes[row]!),
      ]);
    expect(rows).toEqual(head);
  });

  it('have the names of every family, beside the bits', () => {
    type Family = { map: Record<string, string> };
    const { families }: { families: Family[] } = JSON.parse(
      readFileSync(`${truth}/cases/rfm8_names.json`, 'utf8'),
    );
    const bare = (name: string) => name.replaceAll('客户', '');
    const own = nameFamilies.map(each =>
      Object.fromEntries(eightCodes.map(code => [code, bare(each.names[code].zh)])),
    );
    const named = families.map(({ map }) =>
      Object.fromEntries(Object.entries(map).map(([code, name]) => [code, bare(name)])),
    );
    expect(own).toEqual(named);
  });

  const variants = [
    'mean|strict|M=avg|F=orders',
    'mean|strict|M=avg|F=days',
    'mean|nonstrict|M=total|F=orders',
    'mean|nonstrict|M=total|F=days',
    'mean|nonstrict|M=avg|F=orders',
    'median|strict|M=total|F=orders',
    'median|strict|M=total|F=days',
    'median|strict|M=avg|F=orders',
    'median|strict|M=avg|F=days',
    'median|nonstrict|M=avg|F=orders',
    'median|nonstrict|M=avg|F=days',
  ];
  it.each(variants)('are those of the convention %s', convention => {
    const { expected } = caseOf<Record<string, number>>('rfm', `rfm8.zh.variant.${convention}`);
    const [by, strict, money, counting] = convention.split('|');
    const measures: RfmMeasures = measured(
      counting === 'F=days' ? 'days' : 'orders',
      money === 'M=avg' ? 'perDay' : 'sum',
    );
    const split = { by: by as 'mean' | 'median', tie: strict === 'strict' ? 'low' : 'high' } as const;
    const bit = { split };
    const classes = eightClasses(measures, { recency: bit, frequency: bit, monetary: bit });
    const found = classSegments(classes, nameFamilies[0]!.names);
    const { segments } = segmentSummaries(found, () => true, measures.monetary);
    const counts = segments.map(each => [each.code, each.customers]);
    expect(Object.fromEntries(counts)).toEqual(expected);
    // A median of one order: whoever bought once stands on it.
    const warned = crowdedThresholds(classes).map(each => [each.measure, each.of]);
    expect(warned).toEqual(by === 'median' ? [['frequency', 'measure']] : []);
  });

  it('look at the last day of June', () => expect(isoOf(asOf)).toBe('2019-06-30'));
});
