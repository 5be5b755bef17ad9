import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary, type Frame } from '../../src/domain/index.ts';
import { sampleWorkspace } from '../../src/intake/index.ts';
import {
  classNames,
  classSegments,
  codeBits,
  eightClasses,
  heatCells,
  isCrowded,
  mapFlaws,
  mapPlace,
  NO_CLASS,
  paidOrders,
  type RfmSettings,
  readRfmSettings,
  rfmColumns,
  rfmMeasures,
  rfmOf,
  rfmSegments,
  rowsWith,
  type ScoreBlock,
  type ScoreRange,
  type Scoring,
  scoresOf,
  segmentMaps,
  segmentSummaries,
  splitOf,
  tieConventions,
  usualRfm,
} from '../../src/models/index.ts';
import { evaluateField } from '../../src/rules/index.ts';
import { frameOf as personsFrame } from '../rules/kit.ts';

const asOf = 400;
const status = new Dictionary(['', 'refunded', 'paid', 'cancelled']);
const order = fc.record({
  day: fc.integer({ min: 0, max: 450 }),
  amount: fc.option(fc.integer({ min: -500, max: 5000 }), { nil: Number.NaN }),
  status: fc.integer({ min: 0, max: 3 }),
  product: fc.integer({ min: 0, max: 4 }),
});
const base = fc
  .array(fc.array(order, { maxLength: 6 }), { maxLength: 12 })
  .map(lists => lists.map(list => list.sort((a, b) => a.day - b.day)));
type Orders = typeof base extends fc.Arbitrary<infer Lists> ? Lists : never;

function frameOf(lists: Orders): Pick<Frame, 'size' | 'orders'> {
  const all = lists.flat();
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, row) => {
    offsets[row + 1] = offsets[row]! + list.length;
  });
  const coded = (codes: number[], dictionary: Dictionary) =>
    ({ form: 'coded', codes: Uint32Array.from(codes), dictionary }) as const;
  return {
    size: lists.length,
    orders: {
      offsets,
      day: Int32Array.from(all, each => each.day),
      columns: {
        amount: { form: 'numeric', values: Float64Array.from(all, each => each.amount) },
        status: coded(
          all.map(each => each.status),
          status,
        ),
        product: coded(
          all.map(each => each.product),
          new Dictionary(['', 'a', 'b', 'c', 'd']),
        ),
      },
    },
  };
}

const values = fc
  .array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: Number.NaN, freq: 8 }), { maxLength: 60 })
  .map(list => Float64Array.from(list));

describe('the three measures', () => {
  it('are what plain lists of the paid orders up to the day say', () => {
    const conventions = fc.record({
      counting: fc.constantFrom('orders' as const, 'days' as const),
      money: fc.constantFrom('sum' as const, 'perOrder' as const, 'perDay' as const),
      from: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(base, conventions, (lists, { counting, money, from }) => {
        const measures = rfmMeasures(paidOrders(frameOf(lists), asOf), asOf, {
          counting,
          money,
          ...(from === undefined ? {} : { from }),
        });
        lists.forEach((list, row) => {
          const paid = list.filter(
            each => status.values[each.status] === 'paid' && each.day <= asOf && each.day >= (from ?? 0),
          );
          const days = new Set(paid.map(each => each.day));
          const total = paid.reduce((sum, each) => sum + (each.amount || 0), 0);
          const divisor = { sum: 1, perOrder: paid.length, perDay: days.size }[money];
          const none = paid.length === 0;
          expect([measures.recency[row], measures.frequency[row], measures.monetary[row]]).toEqual([
            none ? Number.NaN : asOf - Math.max(...days),
            none ? Number.NaN : counting === 'orders' ? paid.length : days.size,
            none ? Number.NaN : total / divisor,
          ]);
        });
      }),
    );
  });

  it('count nothing of a base that never saw a paid order', () => {
    const frame = frameOf([[{ day: 1, amount: 5, status: 0, product: 1 }]]);
    const unpaid = { ...frame.orders.columns.status!, dictionary: new Dictionary() };
    const orders = { ...frame.orders, columns: { ...frame.orders.columns, status: unpaid as never } };
    expect(paidOrders({ size: 1, orders }, asOf).day).toHaveLength(0);
  });
});

describe('RFM as columns', () => {
  it('says what scores and classes say, and nothing of those who never bought', () => {
    fc.assert(
      fc.property(base, fc.constantFrom('scores' as const, 'measures' as const), (lists, of) => {
        const split = { of, by: 'median', tie: 'high' } as const;
        const own = { name: 'Own', r: [1, 3] as const };
        const settings: RfmSettings = {
          ...{ ...usualRfm, split },
          segments: { by: 'own', rows: [own, { name: '流失客户', f: [1, 2] }] },
        };
        const rfm = rfmOf(paidOrders(frameOf(lists), asOf), asOf, settings, 100);
        const columns = rfmColumns(rfm, rfmSegments(rfm, settings));
        const { recencyScore: recency, rfmClass: classes, rfmSegment: segment } = columns;
        if (recency?.form !== 'numeric' || classes?.form !== 'coded' || segment?.form !== 'coded')
          throw new Error('other columns');
        lists.forEach((_, row) => {
          const never = Number.isNaN(rfm.measures.frequency[row]!);
          const code = classes.dictionary.values[classes.codes[row]!];
          expect(code).toBe(never ? '' : codeBits(rfm.classes.codes[row]!));
          expect(recency.values[row]).toBe(never ? Number.NaN : rfm.scores.recency.scores[row]);
          const [r, f] = [rfm.scores.recency.scores[row]!, rfm.scores.frequency.scores[row]!];
          const named = never ? '' : r <= 3 ? 'Own' : f <= 2 ? 'lost' : '';
          expect(segment.dictionary.values[segment.codes[row]!]).toBe(named);
        });
      }),
    );
  });

  it('is made as usual where what was kept cannot be read', () => {
    const fixed = (cuts: number[]) => ({
      ...usualRfm,
      scoring: { by: 'fixed', at: 'up', cuts: { recency: cuts, frequency: [1], monetary: [1] } },
    });
    expect(readRfmSettings(fixed([1, 2]))).toEqual(fixed([1, 2]));
    for (const kept of [undefined, null, {}, { ...usualRfm, names: 'gone' }, fixed([2, 1]), fixed([])]) {
      expect(readRfmSettings(kept)).toEqual(usualRfm);
    }
  });
});

describe('scores', () => {
  it.each(tieConventions.map(each => each.id))(
    'under "%s" are in order, and turned round for recency',
    ties => {
      fc.assert(
        fc.property(values, fc.integer({ min: 2, max: 10 }), (column, bins) => {
          const scoring: Scoring = { by: 'quantile', bins, ties };
          const { scores, best, thresholds } = scoresOf(column, scoring);
          const turned = scoresOf(column, scoring, { lessIsBetter: true }).scores;
          const byOrder = ties === 'equalParts' || ties === 'rankFirst';
          expect(thresholds).toHaveLength(best - 1);
          column.forEach((value, row) => {
            if (Number.isNaN(value)) {
              expect([scores[row], turned[row]]).toEqual([0, 0]);
              return;
            }
            expect(turned[row]).toBe(best + 1 - scores[row]!);
            expect(scores[row]).toBeGreaterThanOrEqual(1);
            expect(scores[row]).toBeLessThanOrEqual(best);
            column.forEach((other, at) => {
              if (other < value) expect(scores[at]).toBeLessThanOrEqual(scores[row]!);
              if (other === value && !byOrder) expect(scores[at]).toBe(scores[row]);
              if (other === value && byOrder && at < row)
                expect(scores[at]).toBeLessThanOrEqual(scores[row]!);
            });
          });
        }),
        { numRuns: 60 },
      );
    },
  );

  it('in equal parts differ by one customer at most, and without empty parts where these are dropped', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 6 }), (column, bins) => {
        const count = (ties: 'equalParts' | 'rankFirst' | 'dropped') => {
          const { scores, best } = scoresOf(column, { by: 'quantile', bins, ties });
          return Array.from({ length: best }, (_, at) => scores.filter(each => each === at + 1).length);
        };
        const known = column.filter(value => !Number.isNaN(value)).length;
        if (known < bins) return;
        const counts = count('equalParts');
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(Math.min(...count('rankFirst'))).toBeGreaterThan(0);
        if (new Set(column.filter(value => !Number.isNaN(value))).size > 1)
          expect(count('dropped').at(-1)).toBeGreaterThan(0);
      }),
    );
  });

  it('by fixed cuts say where exactly the cut belongs, and how many stand there', () => {
    const column = Float64Array.of(29, 30, 30, 31, Number.NaN);
    const up = scoresOf(column, { by: 'fixed', cuts: [30], at: 'up' });
    const down = scoresOf(column, { by: 'fixed', cuts: [30], at: 'down' });
    expect([...up.scores]).toEqual([1, 2, 2, 2, 0]);
    expect([...down.scores]).toEqual([1, 1, 1, 2, 0]);
    expect(up.thresholds).toEqual([{ value: 30, customers: 2, share: 0.5 }]);
  });
});

describe('a split', () => {
  it('counts who is high, with those on the threshold on the side that was said', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('mean' as const, 'median' as const), (column, by) => {
        const known = [...column].filter(value => !Number.isNaN(value)).sort((a, b) => a - b);
        const middle = known.length / 2;
        const cut =
          by === 'mean'
            ? known.reduce((sum, value) => sum + value, 0) / known.length
            : (known[Math.ceil(middle) - 1]! + known[Math.floor(middle)]!) / 2;
        for (const less of [false, true]) {
          const high = splitOf(column, { by, tie: 'high' }, less);
          const low = splitOf(column, { by, tie: 'low' }, less);
          const on = known.filter(value => value === cut).length;
          const beyond = known.filter(value => (less ? value < cut : value > cut)).length;
          expect([high.count, low.count]).toEqual([beyond + on, beyond]);
          expect(high.threshold.customers).toBe(on);
        }
      }),
    );
  });

  it('warns above one customer in ten', () => {
    expect([0.1, 0.1001].map(share => isCrowded({ share }))).toEqual([false, true]);
  });
});

describe('the eight classes', () => {
  it('have every buyer once, with all the money, and nobody else', () => {
    fc.assert(
      fc.property(base, lists => {
        const orders = paidOrders(frameOf(lists), asOf);
        const measures = rfmMeasures(orders, asOf, { counting: 'orders', money: 'sum' });
        const bit = { split: { by: 'mean', tie: 'high' } } as const;
        const classes = eightClasses(measures, { recency: bit, frequency: bit, monetary: bit });
        const bought = (row: number) => !Number.isNaN(measures.frequency[row]!);
        const found = classSegments(classes, classNames(usualRfm));
        const { segments: summaries, others } = segmentSummaries(found, bought, measures.monetary);
        expect(others.customers).toBe(0);
        const buyers = measures.frequency.filter(each => !Number.isNaN(each)).length;
        expect(summaries.reduce((sum, each) => sum + each.customers, 0)).toBe(buyers);
        expect(rowsWith(classes.codes, NO_CLASS).count()).toBe(lists.length - buyers);
        const money = orders.amount.reduce((sum, each) => sum + each, 0);
        expect(summaries.reduce((sum, each) => sum + each.revenue, 0)).toBe(money);
        for (const { code, customers } of summaries)
          expect(rowsWith(classes.codes, Number.parseInt(code!, 2)).count()).toBe(customers);
      }),
    );
  });
});

describe('the maps of segments', () => {
  const best = { r: 5, f: 5, m: 5 };

  it.each(segmentMaps)('$id leaves no row unreached', ({ id, rows }) => {
    const { uncaught, unreached } = mapFlaws(rows, best);
    expect(unreached).toEqual([]);
    // The R package's table has holes, which are its "Others".
    expect(uncaught.length > 0).toBe(id === 'tenThree');
  });

  it('depend on their order, and say which rows get nothing', () => {
    const [ten] = segmentMaps;
    const turned = [...ten!.rows, { name: { en: 'All', zh: '全部' } }].reverse();
    expect(mapPlace(turned, 5, 5, 5)).toBe(1);
    const { unreached, overlaps } = mapFlaws(turned, best);
    expect(unreached).toHaveLength(ten!.rows.length);
    expect(overlaps.map(({ first, second }) => [first, second])).toContainEqual([1, 2]);
  });

  it('say that scores are not given where there are fewer than the map is for', () => {
    const { uncaught, unreached } = mapFlaws(segmentMaps[0]!.rows, { r: 4, f: 4, m: 4 });
    const names = unreached.map(place => segmentMaps[0]!.rows[place - 1]!.name.en);
    expect([uncaught, names]).toEqual([[], ['Champions', 'New customers', "Can't lose them"]]);
  });

  const range = fc.option(
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }))
      .map(([from, more]): ScoreRange => {
        return [from, from + more];
      }),
    { nil: undefined },
  );
  const rows = fc.array(
    fc.record({ name: fc.constant({ en: 'x', zh: 'x' }), r: range, f: range, m: range, fm: range }),
    { minLength: 1, maxLength: 5 },
  );
  const inside = ({ r, f, m }: ScoreBlock, scores: readonly number[]) =>
    [r, f, m].every((each, at) => !each || (scores[at]! >= each[0] && scores[at]! <= each[1]));

  it('tell gaps and overlaps as blocks that hold these scores and no others, each once', () => {
    fc.assert(
      fc.property(rows, list => {
        const { uncaught, unreached, overlaps } = mapFlaws(list, { r: 4, f: 3, m: 4 });
        const won = new Set<number>();
        for (const r of [1, 2, 3, 4])
          for (const f of [1, 2, 3])
            for (const m of [1, 2, 3, 4]) {
              const alone = list.map(row => mapPlace([row], r, f, m) === 1);
              const fitting = alone.flatMap((fits, at) => (fits ? [at + 1] : []));
              const [first] = fitting;
              if (first !== undefined) won.add(first);
              expect(first ?? 0).toBe(mapPlace(list, r, f, m));
              expect(uncaught.filter(block => inside(block, [r, f, m]))).toHaveLength(first ? 0 : 1);
              const told = overlaps.filter(({ blocks }) => blocks.some(block => inside(block, [r, f, m])));
              expect(told.map(({ first, second }) => [first, second]).sort()).toEqual(
                fitting
                  .slice(1)
                  .map(second => [first, second])
                  .sort(),
              );
            }
        expect(unreached).toEqual(list.map((_, at) => at + 1).filter(place => !won.has(place)));
      }),
      { numRuns: 40 },
    );
  });

  it('make one segment of rows with one name, and know names in use in both languages', () => {
    const orders = paidOrders(
      frameOf([
        [{ day: 10, amount: 5, status: 2, product: 0 }],
        [{ day: 390, amount: 5, status: 2, product: 0 }],
      ]),
      asOf,
    );
    const segments = {
      by: 'own' as const,
      rows: [
        { name: 'At risk', r: [1, 2] as const },
        { name: 'mine', r: [3, 3] as const },
        { name: '流失风险', r: [4, 5] as const },
      ],
    };
    const settings = readRfmSettings({ ...usualRfm, segments });
    const rfm = rfmOf(orders, asOf, settings, 100);
    const found = rfmSegments(rfm, settings);
    expect(found.segments.map(({ id, name }) => [id, name.en, name.zh])).toEqual([
      ['risk', 'At risk', '流失风险'],
      ['mine', 'mine', 'mine'],
    ]);
    expect([...found.places]).toEqual([1, 1]);
  });
});

describe('the heat map', () => {
  it('counts every customer who has both scores once, the highest row first', () => {
    const r = { scores: Uint8Array.of(3, 3, 1, 0), best: 3 };
    const f = { scores: Uint8Array.of(2, 2, 1, 1), best: 2 };
    const cells = heatCells(r, f, Float64Array.of(10, 20, Number.NaN, 5));
    expect(cells).toHaveLength(6);
    expect(cells[2]).toEqual({ across: 3, up: 2, customers: 2, mean: 15 });
    expect(cells[3]).toEqual({ across: 1, up: 1, customers: 1, mean: Number.NaN });
    expect(cells.reduce((sum, each) => sum + each.customers, 0)).toBe(3);
  });
});

describe('on the sample', () => {
  it('the measures are the fields of the same names', () => {
    const sample = sampleWorkspace(1, 20_000);
    const lists = sample.customers.slice(0, 400).map(({ id }) => sample.orders.get(id) ?? []);
    const frame = personsFrame(
      lists.map(orders => ({
        columns: {},
        orders: orders.map(({ day, amount, status }) => ({ day, amount, status })),
        interactions: [],
      })),
    );
    const measures = rfmMeasures(paidOrders(frame, 20_000), 20_000, { counting: 'orders', money: 'sum' });
    for (const id of ['recency', 'frequency', 'monetary'] as const) {
      const field = evaluateField(id, frame, 20_000);
      if (field.form !== 'numeric') throw new Error(id);
      // Nobody's frequency is 0 as a field; a measure has no value there.
      const expected = field.values.map((value, row) =>
        Number.isNaN(measures.frequency[row]!) ? Number.NaN : value,
      );
      expect(measures[id]).toEqual(expected);
    }
  });
});
