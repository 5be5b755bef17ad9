import { beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/domain/index.ts';
import type { CustomersPage, Engine, LifetimeGroup } from '../../src/engine/index.ts';
import { usualLifetime } from '../../src/models/index.ts';
import { simulateLog } from '../models/simulate.ts';
import { importLines, openEngine, quiet, today } from './kit.ts';

let engine: Engine;

beforeEach(() => {
  ({ engine } = openEngine());
});

/** Orders as [customer, days before today, amount]. */
async function importOrders(orders: readonly (readonly [string, number, number])[]): Promise<void> {
  const lines = orders.map(([id, ago, amount], at) => `O${at},${id},${isoOf(today - ago)},${amount}`);
  await importLines(engine, 'orders.csv', ['订单号,客户编号,下单日期,金额', ...lines]);
}

/** Customers that buy as MBG/NBD has it, over two years. */
async function importShop(customers = 300): Promise<void> {
  const { customers: ids, orders } = simulateLog(3, 'MBG/NBD', [0.8, 6, 0.8, 3], customers, {
    joining: 600,
    until: 720,
  });
  await importOrders(
    ids.flatMap((id, row) =>
      Array.from(orders.day.slice(orders.offsets[row], orders.offsets[row + 1]), (day, at) => {
        return [`C${id}`, 720 - day, orders.amount[orders.offsets[row]! + at]! / 100] as const;
      }),
    ),
  );
}

async function countOf(load: (offset: number, limit: number) => Promise<CustomersPage>): Promise<number> {
  const { hits, total } = await load(0, 10_000);
  expect(hits).toHaveLength(total);
  return total;
}

describe('lifetime value', () => {
  const namesOf = (group: LifetimeGroup) =>
    countOf((offset, limit) => engine.lifetimeCustomers({ settings: null, group, offset, limit }));

  it('is fitted, held against what happened, and names who is behind every number', async () => {
    await importShop();
    await importLines(engine, 'customers.csv', ['客户编号,姓名', 'N1,从未下单']);
    const stages = new Set<string>();
    const view = await engine.lifetime('fit', null, ({ stage }) => stages.add(stage));
    expect([...stages]).toEqual(['fitting', 'predicting', 'holdingOut']);
    expect(view).toMatchObject({ settings: usualLifetime, fittedOn: today, inForce: null, isInForce: false });
    expect(view).toMatchObject({ customers: 300, without: 1 });
    expect(view.parameters.map(({ name }) => name)).toEqual(['r', 'alpha', 'a', 'b']);
    expect(view.parameters.every(({ value, error }) => value > 0 && error! > 0)).toBe(true);

    for (const { repeats, observed } of view.counts) {
      expect(await namesOf({ is: 'repeats', repeats })).toBe(observed);
    }
    const [seen, wanted] = [view.counts.map(each => each.observed), view.counts.map(each => each.expected)];
    expect(wanted.reduce((sum, each) => sum + each)).toBeCloseTo(300, 6);
    seen.forEach((count, at) => {
      expect(Math.abs(count - wanted[at]!)).toBeLessThan(4 * Math.sqrt(wanted[at]!) + 4);
    });

    const bins = [...view.values.map(({ count }) => count), view.above];
    expect(bins.reduce((sum, each) => sum + each)).toBe(300);
    for (const bin of [0, 3, bins.length - 1]) expect(await namesOf({ is: 'value', bin })).toBe(bins[bin]);
    for (const [tenth, count] of view.alive.entries()) {
      expect(await namesOf({ is: 'alive', tenth })).toBe(count);
    }
    expect(await namesOf({ is: 'without' })).toBe(1);
    expect(await namesOf({ is: 'top' })).toBe(300);
    const { before, retained, retention, buyers, margin, discount, value } = view.retention!;
    for (const [of, count] of Object.entries({ before, retained, buyers })) {
      const group = { is: 'retention', of: of as 'before' | 'retained' | 'buyers' } as const;
      expect(await namesOf(group)).toBe(count);
    }
    expect(retention).toBe(retained / before);
    expect(value).toBeCloseTo((margin * retention) / (1 + discount - retention), 6);

    const { hits } = await engine.lifetimeCustomers({
      settings: null,
      group: { is: 'top' },
      offset: 0,
      limit: 10,
    });
    expect(view.top.map(({ id }) => id)).toEqual(hits.map(({ id }) => id));
    const worth = view.top.map(each => each.value);
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
    for (const { value: own, interval } of view.top) {
      expect(interval!.low).toBeLessThan(own);
      expect(interval!.high).toBeGreaterThan(own);
    }

    const { days, actual, expected, calibratedTo, end } = view.tracking!;
    expect(end - calibratedTo).toBe(360); // half of the orders, which reach back 720 days
    expect(days.at(-1)!.day).toBe(end);
    expect(Math.abs(expected / actual - 1)).toBeLessThan(0.5);
    expect(Math.abs(days.at(-1)!.expected / days.at(-1)!.actual - 1)).toBeLessThan(0.3);
  });

  it('gives rules its columns once it is published, from the published fit on every later day', async () => {
    await importShop();
    const text = 'tag worth when lifetimeValue >= 10 and 活跃概率 > 30% and expectedPurchases > 0.1';
    await engine.publish('publish', text, '', quiet);
    const before = await engine.preview(text);
    expect(before.notes.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(before.declarations[0]!.count).toBe(0);

    const settings = { ...usualLifetime, model: 'Pareto/NBD', unit: 'days', months: 6, margin: 0.4 } as const;
    const view = await engine.lifetime('fit', settings, quiet);
    const { fittedOn, purchases, spends } = view;
    await engine.publishModel('publish', 'lifetime', { settings, fittedOn, purchases, spends }, quiet);
    const after = await engine.preview(text);
    expect(after.declarations[0]!.count).toBeGreaterThan(20);
    expect(await engine.lifetime('look', null, quiet)).toEqual({
      ...view,
      inForce: { settings, fittedOn },
      isInForce: true,
    });

    const best = view.top[0]!;
    const { metrics } = (await engine.customer(best.id))!;
    const metric = (name: string) => metrics.find(each => each.name === name);
    expect(metric('lifetimeValue')).toEqual({
      name: 'lifetimeValue',
      kind: 'money',
      value: Math.round(best.value),
      interval: best.interval,
    });
    expect(metric('aliveProbability')!.value).toBe(best.alive);
    expect(metric('expectedPurchases')!.value).toBe(best.purchases);

    await engine.setDay(today - 100);
    const earlier = await engine.lifetime('earlier', null, quiet);
    expect(earlier).toMatchObject({ asOf: today - 100, fittedOn: today, isInForce: true });
    expect(earlier.parameters).toEqual(view.parameters);
    expect(earlier.totals.value).not.toBe(view.totals.value);
  });

  it('stops when it is told to, and leaves nothing behind', async () => {
    await importShop(50);
    const stopped = engine.lifetime('fit', null, () => void engine.cancel('fit'));
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect((await engine.lifetime('again', null, quiet)).customers).toBe(50);
  });

  const small: Record<string, readonly (readonly [string, number, number])[]> = {
    'one customer, one order': [['A', 10, 50]],
    'one customer, many orders': Array.from({ length: 30 }, (_, at) => ['A', at * 7, 50] as const),
    'everything on one day': Array.from({ length: 60 }, (_, at) => [`C${at % 40}`, 0, 20] as const),
    'everybody alike': Array.from({ length: 200 }, (_, at) => [`C${at % 40}`, (at % 5) * 30, 20] as const),
    'nothing paid': Array.from({ length: 90 }, (_, at) => [`C${at % 45}`, at, 0] as const),
  };
  it.each(Object.keys(small))('stays finite and says what it is: %s', async name => {
    await importOrders(small[name]!);
    for (const model of ['BG/NBD', 'MBG/NBD', 'Pareto/NBD'] as const) {
      const view = await engine.lifetime('fit', { ...usualLifetime, model }, quiet);
      expect(JSON.stringify(view)).not.toMatch(/NaN|Infinity/);
      const numbers = [...Object.values(view.totals), ...view.parameters.map(({ value }) => value)];
      expect([...numbers, ...view.counts.map(({ expected }) => expected)].every(Number.isFinite)).toBe(true);
      expect([...view.purchases.notes, ...view.spends.notes].map(({ code }) => code)).toContain(
        'tooLittleData',
      );
      const { fittedOn, purchases, spends, settings } = view;
      await engine.publishModel('publish', 'lifetime', { settings, fittedOn, purchases, spends }, quiet);
      expect((await engine.lifetime('look', null, quiet)).isInForce).toBe(true);
    }
  });

  it('has nothing to say of a base without orders', async () => {
    await importLines(engine, 'customers.csv', ['客户编号,姓名', 'N1,从未下单']);
    const view = await engine.lifetime('fit', null, quiet);
    expect(view).toMatchObject({ customers: 0, without: 1, top: [], tracking: null, retention: null });
    expect((await engine.churn('learn', null, quiet)).customers).toBe(0);
  });
});

describe('churn', () => {
  it('is learned, held against recency, and names who is behind every number', async () => {
    await importShop(600);
    const stages = new Set<string>();
    const view = await engine.churn('learn', null, ({ stage }) => stages.add(stage));
    expect([...stages]).toEqual(['learning']);
    expect(view).toMatchObject({ customers: 600, inForce: null, isInForce: false, hasHoldOutNames: true });
    const { holdOut, method, notes } = view.learned;
    expect(method === 'recency').toBe(holdOut!.area <= holdOut!.recencyArea);
    expect(notes.some(({ code }) => code === 'recencyIsAsGood')).toBe(method === 'recency');
    const names = (group: Parameters<Engine['churnCustomers']>[0]['group']) =>
      countOf((offset, limit) => engine.churnCustomers({ settings: null, group, offset, limit }));
    expect(await names({ is: 'churned' })).toBe(view.churned);
    for (const [tenth, count] of view.tenths.entries()) {
      expect(await names({ is: 'tenth', tenth })).toBe(count);
    }
    for (const [bin, { customers, observed }] of holdOut!.calibration.bins.entries()) {
      expect(await names({ is: 'bin', bin })).toBe(customers);
      expect(await names({ is: 'bought', bin })).toBe(Math.round(observed * customers));
    }

    const text =
      'tag gone when isChurned\ntag likely when buyProbability >= 50%\ntag risky when 流失概率 > 50%';
    await engine.publish('publish', text, '', quiet);
    const counts = async () => (await engine.preview(text)).declarations.map(({ count }) => count);
    expect(await counts()).toEqual([0, 0, 0]);
    const { settings, learned } = view;
    await engine.publishModel('publish', 'churn', { settings, learned }, quiet);
    const over = view.tenths.slice(5).reduce((sum, each) => sum + each);
    expect(await counts()).toEqual([view.churned, over, 600 - over]);
    expect(await engine.churn('look', null, quiet)).toEqual({
      ...view,
      inForce: { settings, learnedOn: today },
      isInForce: true,
    });

    const { id } = (
      await engine.churnCustomers({ settings: null, group: { is: 'churned' }, offset: 0, limit: 1 })
    ).hits[0]!;
    const own = (await engine.customer(id))!.metrics.find(({ name }) => name === 'buyProbability')!;
    const sure = await engine.preview(`tag same when buyProbability = ${(own.value as number) * 100}%`);
    expect(sure.declarations[0]!.count).toBeGreaterThan(0);
    expect((await engine.customer(id))!.metrics.map(({ name }) => name)).not.toContain('lifetimeValue');
  });

  it('is the share of the base where there is too little to learn from', async () => {
    await importOrders([
      ['A', 100, 20],
      ['A', 10, 20],
      ['B', 120, 20],
    ]);
    const view = await engine.churn('learn', { silence: 30, horizon: 30 }, quiet);
    expect(view.learned).toMatchObject({ method: 'average', holdOut: null });
    expect(view.learned.notes.map(({ code }) => code)).toContain('tooLittleData');
    expect(view.churned).toBe(1);
    expect(view.expected).toBeCloseTo(2 * view.learned.share, 12);
  });
});
