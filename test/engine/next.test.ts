import { beforeAll, describe, expect, it } from 'vitest';
import { type Day, isoOf } from '../../src/domain/index.ts';
import type { Engine, NextGroup, NextSettings } from '../../src/engine/index.ts';
import { potentialHighValue } from '../../src/rules/index.ts';
import { importLines, openEngine, quiet, today } from './kit.ts';

const ago = (days: number) => isoOf((today - days) as Day);
const settings: NextSettings = { coverage: 0.8 };
let engine: Engine;

/** Who buys every ten days and comes soon, who did and stopped, who bought once, and who never did. */
const lists: readonly { name: string; product: string; days: readonly number[] }[] = [
  { name: 'soon', product: 'A', days: [55, 45, 35, 25, 15, 6] },
  { name: 'stopped', product: 'A', days: [350, 340, 330, 320, 310, 300] },
  { name: 'once', product: 'A', days: [2] },
];
/** Six buy A and B, so B is what buyers of A bought as well; thirty buy C alone. */
const crowd = [
  ...Array.from({ length: 6 }, (_, at) => ({ name: `both${at}`, products: ['A', 'B'] })),
  ...Array.from({ length: 30 }, (_, at) => ({ name: `other${at}`, products: ['C'] })),
];

beforeAll(async () => {
  ({ engine } = openEngine());
  const customers = [...lists, { name: 'never' }, ...crowd].map(({ name }) => `${name},${name}`);
  const orders = [
    ...lists.flatMap(({ name, product, days }) => days.map(day => `${name},${ago(day)},100,${product}`)),
    ...crowd.flatMap(({ name, products }) => products.map(product => `${name},${ago(80)},10,${product}`)),
  ].map((line, at) => `O${at},${line}`);
  await importLines(engine, 'customers.csv', ['客户编号,姓名', ...customers]);
  await importLines(engine, 'orders.csv', ['订单号,客户编号,下单日期,金额,商品', ...orders]);
});

async function hitsOf(group: NextGroup) {
  const { total, hits } = await engine.nextCustomers({ settings, group, offset: 0, limit: 100 });
  expect(hits).toHaveLength(total);
  return hits;
}

describe('next purchases', () => {
  it('have everybody once, and the names behind every number', async () => {
    const view = await engine.nextPurchases(settings);
    expect(view).toMatchObject({ customers: 39, without: 1, usual: 9.5, settings, changed: 0 });
    expect(view.bases).toEqual({ never: 1, others: 37, few: 0, own: 2 });
    expect(Object.values(view.expectations).reduce((sum, each) => sum + each, 0)).toBe(39);
    for (const [is, count] of Object.entries(view.expectations))
      expect(await hitsOf({ is: is as 'overdue' })).toHaveLength(count);
    for (const [week, count] of view.weeks.entries())
      expect(await hitsOf({ is: 'ahead', week })).toHaveLength(count);
    for (const basis of ['own', 'few', 'others', 'never'] as const)
      expect(await hitsOf({ is: 'basis', basis })).toHaveLength(view.bases[basis]);
  });

  it('are expected on a day, in an interval, after the own rhythm', async () => {
    const [soon] = await hitsOf({ is: 'basis', basis: 'own' }).then(hits =>
      hits.filter(({ name }) => name === 'soon'),
    );
    expect(soon).toMatchObject({ cycle: 10, next: today + 4, earliest: today + 3, latest: today + 4 });
    expect((await hitsOf({ is: 'week' })).map(({ name }) => name)).toContain('soon');
    expect(await engine.nextPurchaseOf(soon!.id)).toMatchObject({ expectation: 'week', next: today + 4 });
    expect(await engine.nextPurchaseOf('nobody')).toBeNull();
    const overdue = await hitsOf({ is: 'overdue' });
    expect(overdue.map(({ name }) => name)).toContain('stopped');
    const days = overdue.map(({ next }) => next!);
    expect([...days].sort((a, b) => b - a)).toEqual(days);
  });

  it('are fields that rules can name', async () => {
    const { declarations, notes } = await engine.preview(
      [
        'tag gone when purchaseOverdue and purchaseCycle <= 10 days',
        'tag soon when daysUntilNextPurchase between 0 days and 6 days',
        'tag 到期 when 预计下次购买日期 >= 2026-10-01 and 购买周期 is known',
      ].join('\n'),
    );
    expect(notes.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { expectations } = await engine.nextPurchases(settings);
    expect(declarations.map(({ count }) => count)).toEqual([1, expectations.week, 1]);
  });

  it('move with the day that is looked at, and with how sure the interval is to be', async () => {
    await engine.setDay((today - 300) as Day);
    expect((await engine.nextPurchases(settings)).bases).toMatchObject({ own: 1, others: 0 });
    await engine.setDay(null);
    await engine.publishModel('next', 'next', { coverage: 0.5 }, quiet);
    const view = await engine.nextPurchases(null);
    expect([view.settings, view.changed]).toEqual([{ coverage: 0.5 }, 0]);
    expect(await hitsOf({ is: 'changed' })).toHaveLength((await engine.nextPurchases(settings)).changed);
  });
});

describe('customers like this also bought', () => {
  const idOf = async (name: string) =>
    (await engine.customers({ search: name, offset: 0, limit: 1 })).hits[0]!.id;

  it('says what, and why', async () => {
    expect(await engine.suggestions(await idOf('once'))).toEqual([{ product: 'B', because: 'A', both: 6 }]);
    expect(await engine.suggestions(await idOf('both1'))).toEqual([]);
    expect(await engine.suggestions(await idOf('never'))).toEqual([]);
    expect(await engine.suggestions('nobody')).toEqual([]);
    expect((await engine.suggestionProof()).n).toBe(0);
  });
});

describe('potential high-value customers', () => {
  it('are the same in both spellings, with names', async () => {
    const of = (text: string, name: string) =>
      engine.members({ text, name, show: 'matches', search: '', offset: 0, limit: 10 });
    const en = await of(`segment P when ${potentialHighValue.en}`, 'P');
    const zh = await of(`分群 潜 当 ${potentialHighValue.zh}`, '潜');
    expect(zh.members.map(({ id }) => id)).toEqual(en.members.map(({ id }) => id));
    expect([en.total, en.members.every(({ name }) => name.startsWith('other'))]).toEqual([30, true]);
  });
});
