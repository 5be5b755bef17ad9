import { beforeAll, describe, expect, it } from 'vitest';
import { Dice, isoOf } from '../../src/domain/index.ts';
import type { ClusterFit, ClusterSettings, Engine } from '../../src/engine/index.ts';
import { clusterRule } from '../../src/rules/index.ts';
import { importLines, openEngine, quiet, today } from './kit.ts';

const settings: ClusterSettings = {
  metrics: [
    { measure: { is: 'field', id: 'recency' }, scale: 'log' },
    { measure: { is: 'field', id: 'monetary' }, scale: 'log' },
    {
      measure: { is: 'metric', name: 'big', text: 'metric big = max(orders.amount where status = "paid")' },
      scale: 'log',
    },
  ],
  groups: null,
  seed: 7,
};

let engine: Engine;
let fit: ClusterFit;
/** Days since the last order and money of each customer: three kinds of them, and ten who never bought. */
const kinds = [
  { share: 6, recency: 20, money: 200 },
  { share: 3, recency: 300, money: 300 },
  { share: 1, recency: 15, money: 9000 },
];

beforeAll(async () => {
  ({ engine } = openEngine());
  const dice = new Dice(3);
  const people = Array.from({ length: 400 }, () =>
    dice.weighted(kinds.map(each => [each, each.share] as const)),
  );
  const orders = people.map(({ recency, money }, at) => {
    const day = isoOf(today - Math.round(dice.skewed(recency, 0.1)));
    return `O${at},C${at},${day},${dice.skewed(money, 0.1).toFixed(2)}`;
  });
  await importLines(engine, 'customers.csv', [
    '客户编号,姓名',
    ...Array.from({ length: 410 }, (_, at) => `C${at},客${at}`),
  ]);
  await importLines(engine, 'orders.csv', ['订单号,客户编号,下单日期,金额', ...orders]);
  fit = await engine.findClusters('find', settings, quiet);
});

describe('clusters', () => {
  it('find the groups of the base, the same again with the same seed', async () => {
    const { shown, metrics, customers } = await engine.clusters(settings, fit);
    expect(metrics.map(({ kind, known }) => [kind, known])).toEqual([
      ['days', 400],
      ['money', 410],
      ['money', 400],
    ]);
    expect([customers, shown?.unknown, fit.suggested.groups]).toEqual([410, 10, 3]);
    const counts = shown!.clusters.map(each => each.customers);
    expect([...counts].sort((a, b) => b - a)).toEqual(counts);
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(400);
    for (const { precision, recall } of shown!.clusters) expect(Math.min(precision, recall)).toBe(1);
    expect(shown!.clusters.at(-1)!.means[1]).toBeGreaterThan(700_000);
    expect(await engine.findClusters('again', settings, quiet)).toEqual(fit);
  });

  it('open the names behind every number', async () => {
    const { shown } = await engine.clusters(settings, fit);
    const total = async (group: Parameters<Engine['clusterCustomers']>[0]['group']) =>
      (await engine.clusterCustomers({ fit, group, offset: 0, limit: 1 })).total;
    for (const [at, { customers, found, recall }] of shown!.clusters.entries()) {
      expect(await total({ is: 'cluster', at })).toBe(customers);
      expect(await total({ is: 'rule', at })).toBe(found);
      expect(await total({ is: 'missed', at })).toBe(Math.round(customers * (1 - recall)));
    }
    expect(await total({ is: 'unknown' })).toBe(10);
    expect(await total({ is: 'changed' })).toBe(400);
  });

  it.each(['en', 'zh'] as const)(
    'are told by rules (%s) that hold for as many as was said',
    async language => {
      const { shown, currency } = await engine.clusters(settings, fit);
      const metrics = settings.metrics.map(({ measure }, at) => ({ measure, kind: shown!.kinds[at]! }));
      // a metric of the rules under the name of a field, as the shipped rules have them
      const beside = '指标 消费金额 = 计数(订单)\nmetric recency = count(orders)';
      const rules = shown!.clusters.map(({ conditions }, at) =>
        clusterRule({ name: `Group ${at}`, conditions, metrics, currency, ownFields: [], beside }, language),
      );
      const { declarations, notes } = await engine.preview(
        `${beside}\nmetric big = max(orders.amount where status = "paid")\n${rules.join('\n')}`,
      );
      expect(notes).toEqual([]);
      const segments = declarations.filter(({ kind }) => kind === 'segment');
      expect(segments.map(each => each.count)).toEqual(shown!.clusters.map(each => each.found));
    },
  );

  it('are a field that rules can name once they are published, by the names they were given', async () => {
    const named = { ...fit, clusters: fit.clusters.map((each, at) => ({ ...each, name: `组${at}` })) };
    const before = await engine.preview('tag small when cluster = "组0"');
    expect(before.declarations[0]?.count).toBe(0);
    await engine.publishModel('publish', 'clusters', named, quiet);
    const { declarations } = await engine.preview(
      'tag small when cluster = "组0"\ntag 无 when 聚类 is unknown',
    );
    const { shown, inForce } = await engine.clusters(null, null);
    expect(inForce).toEqual(named);
    expect(declarations.map(({ count }) => count)).toEqual([shown!.clusters[0]!.customers, 10]);
    expect(shown!.changed).toBe(0);
    // with other customers the centres stay
    await importLines(engine, 'orders.csv', ['订单号,客户编号,下单日期,金额', 'N1,C405,2026-09-12,9100']);
    const after = await engine.clusters(null, null);
    expect(after.shown!.clusters.at(-1)!.customers).toBe(shown!.clusters.at(-1)!.customers + 1);
    expect(after.inForce).toEqual(named);
  });

  it('stop when they are told to, and end where nobody has a value', async () => {
    const stopped = engine.findClusters('stop', settings, () => void engine.cancel('stop'));
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    const gone: ClusterSettings = {
      ...settings,
      metrics: [{ measure: { is: 'metric', name: 'gone', text: '' }, scale: 'log' }],
    };
    const nothing = await engine.findClusters('nothing', gone, quiet);
    expect(nothing.clusters).toEqual([]);
    const view = await engine.clusters(gone, nothing);
    expect([view.metrics[0], view.shown?.unknown]).toEqual([{ kind: null, known: 0 }, view.customers]);
  });
});
