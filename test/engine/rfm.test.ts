import { beforeEach, describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/domain/index.ts';
import type { Engine, RfmGroup, RfmSettings } from '../../src/engine/index.ts';
import { importLines, openEngine, quiet } from './kit.ts';

let engine: Engine;

beforeEach(async () => {
  ({ engine } = openEngine());
  await importLines(engine, 'customers.csv', [
    '客户编号,姓名',
    'C1,张伟',
    'C2,李娜',
    'C3,王芳',
    'C4,赵强',
    'C5,孙丽',
  ]);
  await importLines(engine, 'orders.csv', [
    '订单号,客户编号,下单日期,金额',
    'O1,C1,2026-09-29,500',
    'O2,C1,2026-09-01,300',
    'O3,C1,2026-08-01,700',
    'O4,C2,2026-09-28,90',
    'O5,C3,2026-01-05,2000',
    'O6,C3,2026-01-04,2000',
    'O7,C4,2025-06-01,40',
  ]);
});

const byCuts: RfmSettings = {
  counting: 'orders',
  money: 'sum',
  scoring: {
    by: 'fixed',
    at: 'up',
    cuts: { recency: [30], frequency: [2], monetary: [100_000] },
  },
  split: { of: 'scores', by: 'mean', tie: 'low' },
  names: 'classic',
  segments: { by: 'classes' },
};

async function namesOf(settings: RfmSettings, group: RfmGroup): Promise<string[]> {
  const { hits, total } = await engine.rfmCustomers({ settings, group, offset: 0, limit: 10 });
  expect(hits).toHaveLength(total);
  return hits.map(({ name }) => name);
}

describe('RFM', () => {
  it('counts classes and fields of the heat map, and names who is behind every number', async () => {
    const view = await engine.rfm(byCuts);
    expect(view).toMatchObject({ customers: 4, without: 1, revenue: 563_000 });
    const filled = view.segments.filter(each => each.customers > 0);
    expect(filled.map(({ code, revenue }) => [code, revenue])).toEqual([
      ['111', 150_000],
      ['011', 400_000],
      ['100', 9_000],
      ['000', 4_000],
    ]);
    for (const { id, customers } of view.segments) {
      expect(await namesOf(byCuts, { is: 'segment', id })).toHaveLength(customers);
    }
    expect(await namesOf(byCuts, { is: 'segment', id: '011' })).toEqual(['王芳']);
    expect(await namesOf(byCuts, { is: 'without' })).toEqual(['孙丽']);
    expect(view.cells.reduce((sum, each) => sum + each.customers, 0)).toBe(4);
    for (const { across, up, customers } of view.cells) {
      const group = { is: 'cell', recency: across, frequency: up } as const;
      expect(await namesOf(byCuts, group)).toHaveLength(customers);
    }
    const changed = await namesOf(byCuts, { is: 'changed' });
    expect(changed).toHaveLength(view.changed);
  });

  it('gives rules its columns, under the settings in force', async () => {
    const text =
      '标签 值得 当 RFM类型 = "重要价值客户"\ntag often when frequencyScore >= 2\ntag lost when rfmClass = "000"';
    const before = await engine.preview(text);
    expect(before.notes.filter(({ severity }) => severity === 'error')).toEqual([]);
    await engine.publish('publish', text, '', quiet);
    await engine.publishModel('rfm', 'rfm', byCuts, quiet);
    const held = async (id: string) =>
      (await engine.outcomes(id)).filter(({ outcome }) => outcome === true).map(({ name }) => name);
    expect(await Promise.all(['C1', 'C2', 'C3', 'C4', 'C5'].map(held))).toEqual([
      ['值得', 'often'],
      [],
      ['often'],
      ['lost'],
      [],
    ]);
    expect((await engine.customer('C1'))?.tags.map(({ name }) => name)).toContain('值得');
    expect((await engine.rfm(null)).settings).toEqual(byCuts);
    expect((await engine.rfm(byCuts)).changed).toBe(0);
  });

  it('is as it was on the day that is looked at', async () => {
    await engine.setDay(dayFromIso('2026-01-10')!);
    const { customers, segments } = await engine.rfm(byCuts);
    expect(customers).toBe(2);
    expect(segments.find(({ code }) => code === '111')?.customers).toBe(1);
  });

  it('warns where the tie decides about many', async () => {
    const { crowded } = await engine.rfm({
      ...byCuts,
      scoring: { by: 'quantile', bins: 5, ties: 'together' },
    });
    expect(crowded.map(({ measure }) => measure)).toContain('frequency');
    expect(crowded.every(({ threshold }) => threshold.share > 0.1)).toBe(true);
  });

  it('keeps the settings of before where the publication is cancelled', async () => {
    const { settings } = await engine.rfm(null);
    const cancelled = engine.publishModel('rfm', 'rfm', byCuts, () => void engine.cancel('rfm'));
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect((await engine.rfm(null)).settings).toEqual(settings);
  });
});
