import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { importLines, openEngine } from './kit.ts';

let engine: Engine;

// who spent what, in how many paid orders, and how many days ago the last one was
const people = [
  { name: '张伟', industry: '制造业', orders: [1200, 800], last: '2026-09-20' },
  { name: 'Alice', industry: 'IT', orders: [100], last: '2026-01-05' },
  { name: 'Bob', industry: 'IT', orders: [300, 300, 300], last: '2026-08-01' },
  { name: 'Cara', industry: '', orders: [], last: '' },
];

beforeAll(async () => {
  ({ engine } = openEngine());
  const customers = people.map((each, index) => `C${index},${each.name},${each.industry}`);
  await importTable('customers.csv', ['Customer ID,Name,Industry', ...customers]);
  const orders = people.flatMap((each, index) =>
    each.orders.map((amount, order) => `O${index}-${order},C${index},${each.last},${amount},paid`),
  );
  await importTable('orders.csv', ['Order number,Customer ID,Order date,Amount,Status', ...orders]);
});

async function importTable(name: string, lines: string[]): Promise<void> {
  await importLines(engine, name, lines);
}

const rules = `metric spent = sum(orders.amount where status = "paid")
tag Big weight 1
  when spent >= 500 and recency <= 90 days
tag Rich weight 1
  when spent >= 150% of median(spent)
tag Tech weight 1
  when industry = "IT"
tier Value by spent { High from 1000 keep 900  Mid from 200  Low otherwise }
`;

const at = (text: string) => rules.indexOf(text);

describe('how values are spread', () => {
  it('counts every known value once, and those the declaration holds for', async () => {
    const found = await engine.distribution({
      text: rules,
      name: 'Big',
      measure: null,
      at: at('spent >= 5'),
    });
    expect(found?.measures.map(each => each.label)).toEqual(['spent', 'recency']);
    expect(found).toMatchObject({ chosen: 0, kind: 'money', known: 4, unknown: 0, mean: 75_000 });
    const { bins, above, thresholds } = found!;
    const sum = (key: 'count' | 'members') => bins.reduce((total, bin) => total + bin[key], above[key]);
    expect([sum('count'), sum('members')]).toEqual([4, 2]);
    for (const [index, bin] of bins.entries()) expect(bin.to).toBe(bins[index + 1]?.from ?? bin.to);
    expect(thresholds).toHaveLength(1);
    const [cut] = thresholds;
    expect(cut).toMatchObject({ relation: '>=', value: 50_000, literal: { form: 'number', step: 100 } });
    expect(rules.slice(...cut!.literal!.span)).toBe('500');
  });

  it('takes the measure at the cursor, in its own unit', async () => {
    const found = await engine.distribution({ text: rules, name: 'Big', measure: null, at: at('90 days') });
    expect(found).toMatchObject({ chosen: 1, kind: 'days', known: 3, unknown: 1 });
    expect(found!.thresholds[0]).toMatchObject({ value: 90, literal: { form: 'days', step: 1 } });
  });

  it('moves a share of a statistic in proportion', async () => {
    const found = await engine.distribution({ text: rules, name: 'Rich', measure: null, at: 0 });
    const [cut] = found!.thresholds;
    expect(cut!.value).toBeCloseTo(15_000); // of 0, 100, 900, 2000 the second, and half of it more
    expect(cut!.literal!.step).toBeCloseTo(100);
    expect(rules.slice(...cut!.literal!.span)).toBe('150%');
  });

  it('gives a tier its ladder, a metric the bounds that others set it, and texts their values', async () => {
    const tier = await engine.distribution({ text: rules, name: 'Value', measure: null, at: 0 });
    expect(tier!.thresholds.map(({ level, keep, value }) => [level, keep, value])).toEqual([
      ['High', false, 100_000],
      ['High', true, 90_000],
      ['Mid', false, 20_000],
    ]);
    const metric = await engine.distribution({ text: rules, name: 'spent', measure: null, at: 0 });
    expect(metric!.thresholds.map(each => rules.slice(...each.span))).toEqual(
      expect.arrayContaining(['500', '150% of median(spent)', '1000', '200']),
    );
    const tech = await engine.distribution({ text: rules, name: 'Tech', measure: null, at: 0 });
    expect(tech).toMatchObject({ field: 'industry', known: 3, unknown: 1, bins: [] });
    expect(tech!.values[0]).toEqual({ value: 'I', count: 2, members: 2 });
    expect(await engine.distribution({ text: rules, name: 'nobody', measure: null, at: 0 })).toBeNull();
  });

  it('sums up fields and metrics for a glance, and the statistics that the text uses', async () => {
    expect(await engine.summary(rules, 'spent')).toMatchObject({ known: 4, mean: 75_000, median: 10_000 });
    expect(await engine.summary(rules, '行业')).toMatchObject({ known: 3, bins: [] });
    expect(await engine.summary(rules, 'name')).toBeNull();
    const { statistics } = await engine.preview(rules);
    expect(statistics.map(({ span, value }) => [rules.slice(...span), value])).toEqual([
      ['median(spent)', 10_000],
    ]);
  });
});

describe('who is behind a number', () => {
  it('is sorted by name, money or any metric, unknown last, with the columns asked for', async () => {
    const names = async (by: string, descending: boolean) => {
      const page = await engine.members({
        text: rules,
        name: 'spent',
        show: 'matches',
        search: '',
        offset: 0,
        limit: 10,
        sort: { by, descending },
        columns: ['recency', 'spent'],
      });
      expect(page).toMatchObject({ total: 4, money: 300_000 });
      expect(page.members[0]!.columns.map(each => each.name)).toEqual(['recency', 'spent']);
      return page.members.map(each => each.name);
    };
    expect(await names('spent', true)).toEqual(['张伟', 'Bob', 'Alice', 'Cara']);
    expect(await names('money', false)).toEqual(['Cara', 'Alice', 'Bob', '张伟']);
    expect(await names('recency', false)).toEqual(['张伟', 'Bob', 'Alice', 'Cara']);
    expect(await names('recency', true)).toEqual(['Alice', 'Bob', '张伟', 'Cara']);
    expect((await names('name', false)).slice(-3)).toEqual(['Alice', 'Bob', 'Cara']);
  });

  it('shares customers with other tags, and names them', async () => {
    expect(await engine.overlaps(rules, 'Big')).toEqual([
      { kind: 'tag', name: 'Rich', count: 2, shared: 2, jaccard: 1 },
      { kind: 'tag', name: 'Tech', count: 2, shared: 1, jaccard: 1 / 3 },
    ]);
    const shared = await engine.members({
      text: rules,
      name: 'Big',
      also: 'Tech',
      show: 'matches',
      search: '',
      offset: 0,
      limit: 10,
    });
    expect(shared.members.map(each => each.name)).toEqual(['Bob']);
  });
});

describe('one text against another', () => {
  it('tells who comes and goes with their money, and how tiers move', async () => {
    const after = rules.replace('spent >= 500', 'spent >= 1000').replace('Mid from 200', 'Mid from 50');
    const found = await engine.compare(rules, after.replace('tag Tech', 'tag Technical'));
    expect(found).toMatchObject({ customers: 4, changed: 2 });
    const told = Object.fromEntries(found.declarations.map(each => [each.name, each]));
    expect(told.Big).toMatchObject({ before: 2, after: 1, enters: 0, leaves: 1, leavesMoney: 90_000 });
    expect(told.Technical).toMatchObject({ before: null, after: 2, enters: 2 });
    expect(told.Tech).toMatchObject({ before: 2, after: null, leaves: 2 });
    expect(found.migrations).toEqual([
      { tier: 'Value', moves: [{ from: 'Low', to: 'Mid', count: 1, money: 10_000 }] },
    ]);
    expect(await engine.compare(rules, rules)).toMatchObject({ changed: 0, declarations: [] });
  });
});
