import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/domain/index.ts';
import type { Engine, LadderGroup, LadderSettings, ScoreSettings } from '../../src/engine/index.ts';
import { importLines, openEngine, quiet, today } from './kit.ts';

async function newEngine(...tables: readonly (readonly string[])[]): Promise<Engine> {
  const { engine } = openEngine();
  for (const [at, lines] of tables.entries()) {
    await importLines(engine, `table${at}.csv`, lines);
  }
  return engine;
}

const customers = ['客户编号,姓名', 'C1,张伟', 'C2,李娜', 'C3,王芳', 'C4,赵强', 'C5,孙丽'];
const orders = [
  '订单号,客户编号,下单日期,金额',
  // steady
  ...['05-10', '06-10', '07-10', '08-10', '09-10'].map((day, at) => `S${at},C1,2026-${day},600`),
  // around the threshold
  ...['05-10', '07-10', '09-10'].map((day, at) => `F${at},C2,2026-${day},550`),
  // much, long ago
  'L1,C3,2026-03-02,5000',
  // just now
  'N1,C4,2026-09-20,900',
];

const lately = 'metric lately = sum(orders.amount in last 40 days where status = "paid")';
const base: LadderSettings = {
  measure: { is: 'metric', name: 'lately', text: lately },
  lessIsBetter: false,
  levels: [{ name: '金', enter: 50_000, keep: 40_000 }],
  otherwise: '银',
  by: 'value',
  dwell: 0,
  grace: 45,
  oneStepDown: true,
  review: 'month',
};

async function namesOf(engine: Engine, settings: LadderSettings, group: LadderGroup): Promise<string[]> {
  const { hits, total } = await engine.ladderCustomers({ settings, group, offset: 0, limit: 100 });
  expect(hits).toHaveLength(Math.min(100, total));
  return hits.map(({ name }) => name);
}

describe('the ladder', () => {
  let engine: Engine;
  beforeEach(async () => {
    engine = await newEngine(customers, orders);
  });

  it('replays the reviews of the past beside the plain ladder, and names whom it spared', async () => {
    const view = await engine.ladder('job', base, quiet);
    expect(view.reviews.map(({ day }) => isoOf(day))).toEqual(
      ['04', '05', '06', '07', '08', '09'].map(month => `2026-${month}-01`),
    );
    expect([isoOf(view.nextReview), view.kind, view.customers]).toEqual(['2026-10-01', 'money', 5]);
    // C2 is above on 1 June, below on 1 July, above on 1 August, below on 1 September
    expect(view.plain).toEqual({ changes: 4 + 1 + 1, flips: 3, flipped: 1 });
    expect(view.ladder).toEqual({ changes: 1 + 1 + 1, flips: 0, flipped: 0 });
    expect([view.avoided, view.spared]).toEqual([3, 1]);
    expect(await namesOf(engine, base, { is: 'spared' })).toEqual(['李娜']);
    expect(await namesOf(engine, base, { is: 'grace' })).toEqual(['李娜']);
    // below since 1 September, 45 days of grace until 16 October
    expect(view.losses.map(({ day, customers }) => [isoOf(day), customers])).toEqual([['2026-11-01', 1]]);
    expect(await namesOf(engine, base, { is: 'loss', day: view.losses[0]!.day })).toEqual(['李娜']);
    // who had ordered by then: 王芳, from May on 张伟 and 李娜 too
    expect(view.reviews.map(({ levels }) => levels.join(' '))).toEqual([
      '1 0',
      '1 0',
      '3 0',
      '2 1',
      '2 1',
      '2 1',
    ]);
    // who never had a level gets the first one at once: 赵强 bought after the last review
    expect(await namesOf(engine, base, { is: 'level', rank: 0 })).toEqual(['张伟', '李娜', '赵强']);
  });

  it('counts what it names', async () => {
    const settings = { ...base, levels: [{ name: 'a', enter: 60_000, keep: 10 }, ...base.levels] };
    const view = await engine.ladder('job', settings, quiet);
    const count = async (group: LadderGroup) => (await namesOf(engine, settings, group)).length;
    for (const [rank, level] of view.levels.entries()) {
      expect(await count({ is: 'level', rank })).toBe(level.customers);
      expect(await count({ is: 'band', rank })).toBe(level.band);
    }
    expect(view.levels.reduce((sum, level) => sum + level.customers, 0)).toBe(5);
    expect(view.levels.reduce((sum, level) => sum + level.grace, 0)).toBe(view.grace);
    expect(view.levels.map(level => level.onThreshold)).toEqual([1, 0, 0]);
    for (const is of ['spared', 'grace', 'unknown', 'changed'] as const) {
      expect(await count({ is })).toBe(view[is]);
    }
    for (const { from, to, count: held } of view.spread!.bins) {
      expect(await count({ is: 'values', from, to })).toBe(held);
    }
    expect(await count({ is: 'flipped' })).toBe(view.ladder.flipped);
    expect(await count({ is: 'plainFlipped' })).toBe(view.plain.flipped);
  });

  it('gives rules its columns once it is published, and takes nothing back where that is cancelled', async () => {
    const rules = [
      'tier Club by ladderLevel {',
      '  Top from 2',
      '  Rest from 1',
      '}',
      'tag Watch when ladderGrace <= 60 days',
      'tag Gold when ladderTier = "金"',
      'tag Settled when 阶梯在级天数 >= 100天',
    ].join('\n');
    const counted = async () => {
      const { declarations, notes } = await engine.preview(rules);
      expect(notes.filter(({ severity }) => severity === 'error')).toEqual([]);
      return declarations.map(({ count }) => count);
    };
    expect(await engine.modelInForce('ladder')).toBeNull();
    expect(await counted()).toEqual([0, 0, 0, 0]);
    await engine.publish('publish', rules, '', quiet);
    const cancelled = engine.publishModel('job', 'ladder', base, () => void engine.cancel('job'));
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(await engine.modelInForce('ladder')).toBeNull();
    await engine.publishModel('job', 'ladder', base, quiet);
    expect(await engine.modelInForce('ladder')).toEqual(base);
    expect(await counted()).toEqual([5, 1, 3, 3]); // 王芳 fell on 1 July, 赵强 rose today
    expect((await engine.customer('C2'))?.tiers[0]).toMatchObject({ name: 'Club', level: 'Top' });
    expect((await engine.ladder('job', base, quiet)).changed).toBe(0);
    const renamed = { ...base, otherwise: '铜' };
    expect(await namesOf(engine, renamed, { is: 'changed' })).toEqual(['王芳', '孙丽']);
  });

  it('is as it was on any day, whichever day was looked at before', async () => {
    await engine.publishModel('job', 'ladder', { ...base, review: 'week' }, quiet);
    const rules = 'tag Top when ladderLevel = 2\ntag Grace when ladderGrace > 0 days';
    const held = [];
    for (const ago of [190, 120, 121, 60, 0, 30, 7]) {
      await engine.setDay(today - ago);
      const { levels, grace } = await engine.ladder('job', { ...base, review: 'week' }, quiet);
      const { declarations } = await engine.preview(rules);
      expect(declarations.map(({ count }) => count)).toEqual([levels[0]!.customers, grace]);
      held.push(levels[0]!.customers);
    }
    expect(new Set(held).size).toBeGreaterThan(2);
  });

  it('says what it can do nothing with', async () => {
    const gone = { ...base, measure: { is: 'field', id: 'gone' } } as const;
    expect(await engine.ladder('job', gone, quiet)).toMatchObject({ kind: null, levels: [], customers: 5 });
    expect(await namesOf(engine, gone, { is: 'level', rank: 0 })).toEqual([]);
    const text = { ...base, measure: { is: 'field', id: 'city' } } as const;
    expect((await engine.ladder('job', text, quiet)).kind).toBeNull();
    const empty = await newEngine();
    const view = await empty.ladder('job', base, quiet);
    expect([view.customers, view.changed, view.levels.map(level => level.customers)]).toEqual([0, 0, [0, 0]]);
  });
});

describe('whatever the ladder, the score and the day', () => {
  let engine: Engine;
  beforeAll(async () => {
    const days = (from: number, step: number, count: number) =>
      Array.from({ length: count }, (_, at) => isoOf(from + at * step));
    engine = await newEngine(customers, [
      ...orders,
      ...days(today - 400, 37, 11).map((day, at) => `A${at},C5,${day},${(at * 311) % 900}`),
      ...days(today - 390, 53, 7).map((day, at) => `B${at},C3,${day},${(at * 173) % 700}`),
    ]);
    await engine.publish('publish', 'tag All when frequency >= 0', '', quiet);
  });

  const measures: readonly LadderSettings['measure'][] = [
    base.measure,
    { is: 'field', id: 'monetary' },
    { is: 'field', id: 'recency' },
    { is: 'field', id: 'valueScore' },
    { is: 'field', id: 'monetaryScore' },
  ];
  const ladders = fc.record({
    measure: fc.constantFrom(...measures),
    lessIsBetter: fc.boolean(),
    by: fc.constantFrom('value' as const, 'quantile' as const),
    bounds: fc.tuple(
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    ),
    band: fc.double({ min: 0, max: 1, noNaN: true }),
    dwell: fc.integer({ min: 0, max: 200 }),
    grace: fc.integer({ min: 0, max: 100 }),
    oneStepDown: fc.boolean(),
    review: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
  });
  const scores = fc.array(
    fc.record({
      measure: fc.constantFrom(...measures.filter(each => each.is === 'metric' || each.id !== 'valueScore')),
      weight: fc.integer({ min: 0, max: 100 }),
      lessIsBetter: fc.boolean(),
      unknown: fc.constantFrom('worst' as const, 'leftOut' as const),
    }),
    { minLength: 1, maxLength: 3 },
  );

  function settingsOf({
    bounds,
    band,
    ...rest
  }: typeof ladders extends fc.Arbitrary<infer Each> ? Each : never) {
    const [high, part] = bounds;
    const scale = rest.by === 'quantile' ? 1 : 100_000;
    const turn = (share: number) => (rest.lessIsBetter && rest.by === 'value' ? 1 - share : share) * scale;
    const low = high * part;
    const levels = [
      { name: 'A', enter: turn(high), keep: turn(low + (high - low) * band) },
      { name: 'B', enter: turn(low), keep: turn(low * band) },
    ];
    return { ...rest, levels, otherwise: 'C' } satisfies LadderSettings;
  }

  it('what the page shows before publishing is what rules find afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(ladders, scores, fc.integer({ min: 0, max: 300 }), async (ladder, parts, ago) => {
        const [settings, score] = [settingsOf(ladder), { parts } satisfies ScoreSettings];
        await engine.setDay(today - ago);
        const scored = await engine.score(score);
        await engine.publishModel('job', 'score', score, quiet);
        const view = await engine.ladder('job', settings, quiet);
        await engine.publishModel('job', 'ladder', settings, quiet);
        const text = [
          ...view.levels.map(({ name }) => `tag ${name} when ladderTier = "${name}"`),
          ...view.levels.map(({ name }, at) => `tag L${name} when ladderLevel = ${view.levels.length - at}`),
          'tag Grace when ladderGrace > 0 days',
          ...scored.tenths
            .slice(0, -1)
            .map((_, at) => `tag S${at} when valueScore >= ${at * 10} and valueScore < ${at * 10 + 10}`),
        ].join('\n');
        const { declarations } = await engine.preview(text);
        const counts = view.levels.map(({ customers }) => customers);
        expect(declarations.map(({ count }) => count)).toEqual([
          ...counts,
          ...counts,
          view.grace,
          ...scored.tenths.slice(0, -1),
        ]);
        const after = await engine.ladder('job', settings, quiet);
        expect({ ...after, inForce: null, changed: 0 }).toEqual({ ...view, inForce: null, changed: 0 });
        expect(after.changed).toBe(0);
      }),
      { numRuns: 15 },
    );
  });
});
