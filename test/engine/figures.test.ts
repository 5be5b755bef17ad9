import { beforeEach, describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/domain/index.ts';
import type { Engine, FiguresChoice, FiguresGroup } from '../../src/engine/index.ts';
import { importLines, openEngine, quiet } from './kit.ts';

let engine: Engine;
const everybody: FiguresChoice = { pace: 'month', of: '' };

beforeEach(async () => {
  ({ engine } = openEngine({
    day: () => dayFromIso('2026-09-15')!,
    now: () => new Date('2026-09-15T10:00:00Z'),
  }));
  const lines = [
    '订单号,客户编号,姓名,下单日期,金额',
    'O1,C1,张伟,2026-07-02,100',
    'O2,C1,张伟,2026-08-02,300',
    'O3,C1,张伟,2026-08-20,200',
    'O4,C2,李娜,2026-07-28,90',
    'O5,C3,王芳,2026-08-31,50',
    'O6,C3,王芳,2026-09-01,50',
  ];
  await importLines(engine, 'orders.csv', lines);
});

async function names(group: FiguresGroup, choice = everybody): Promise<string[]> {
  const { hits, total } = await engine.figuresCustomers({ choice, group, offset: 0, limit: 10 });
  expect(hits).toHaveLength(total);
  return hits.map(({ name }) => name);
}

describe('figures', () => {
  it('count months to the one that is not over, and name who is behind every count', async () => {
    const { points, customers } = await engine.figures(everybody);
    expect(customers).toBe(3);
    expect(points).toHaveLength(13);
    expect(points.map(({ isWhole }) => isWhole).indexOf(false)).toBe(12);
    expect(points[11]).toMatchObject({
      buyers: 2,
      repeaters: 1,
      before: 2,
      retained: 1,
      retention: 0.5,
      repurchase: 0.5,
      revenue: 55_000,
      answers: 0,
    });
    expect(await names({ is: 'buyers', period: 11 })).toEqual(['张伟', '王芳']);
    expect(await names({ is: 'repeaters', period: 11 })).toEqual(['张伟']);
    expect(await names({ is: 'retained', period: 11 })).toEqual(['张伟']);
    expect(await names({ is: 'lost', period: 11 })).toEqual(['李娜']);
    expect(await names({ is: 'retained', period: 12 })).toEqual(['王芳']);
    expect(await names({ is: 'buyers', period: 99 })).toEqual([]);
  });

  it('follow cohorts from the first purchase on', async () => {
    const { cohorts } = await engine.figures(everybody);
    expect(cohorts.slice(10).map(({ active }) => active)).toEqual([[2, 1, 0], [1, 1], [0]]);
    expect(await names({ is: 'cohort', period: 10, later: 1 })).toEqual(['张伟']);
    expect(await names({ is: 'cohort', period: 11, later: 1 })).toEqual(['王芳']);
  });

  it('speak of those whom the published rules name, tier levels one by one', async () => {
    await engine.publish(
      'p',
      'tag often when frequency >= 2\ntier t by frequency { high from 3  low otherwise }',
      '',
      quiet,
    );
    const of = async (name: string) => (await engine.figures({ pace: 'month', of: name })).customers;
    const { groups } = await engine.figures(everybody);
    expect(groups).toEqual(['often', 't high', 't low']);
    expect(await Promise.all(groups.map(of))).toEqual([2, 1, 2]);
    expect(await names({ is: 'buyers', period: 11 }, { pace: 'month', of: 't low' })).toEqual(['王芳']);
    expect(await of('gone')).toBe(0);
  });
});
