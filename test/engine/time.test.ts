import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Day, dayFromIso, isoOf } from '../../src/domain/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import type { Store } from '../../src/store/index.ts';
import { importFile, openEngine, quiet } from './kit.ts';

const begin = dayFromIso('2026-01-20')!;
let engine: Engine;
let store: Store;
let today: Day;

beforeEach(() => open());

function open(): void {
  today = begin;
  ({ engine, store } = openEngine({ day: () => today, now: () => new Date(today * 86_400_000) }));
}

interface Bought {
  readonly customer: number;
  readonly ago: number;
  readonly amount: number;
}

async function give(orders: readonly Bought[]): Promise<void> {
  const lines = orders.map(
    ({ customer, ago, amount }, at) => `O${at},C${customer},N${customer},${isoOf(begin - ago)},${amount}`,
  );
  const file = new File([['订单号,客户编号,姓名,下单日期,金额', ...lines].join('\n')], 'orders.csv');
  await importFile(engine, file);
}

/** Every card as the agent sees it, without the day for which it was computed. */
async function cards(): Promise<unknown[]> {
  const { ids } = await store.load();
  return Promise.all(
    ids.map(async id => {
      const { asOf: _, version: __, ...rest } = (await store.cardOf(id))!;
      return rest;
    }),
  );
}

const texts = [
  'tag late when recency > 30 days',
  'tag often when count(orders in last 20 days) >= 2\naction a for often priority 50 say "hello"',
  'tier t by count(orders in last 25 days) { high from 2 keep 1  low otherwise }',
  'tag slow when recency > mean(recency)',
  'tag best when recencyScore >= 4\nsegment s when rfmClass = "111"',
  'tag any when frequency >= 1\naction a for any priority 50 say "{recency} days"',
  'action a when frequency >= 1 suitable when recency > 5 days say "x"',
  'action a when recency > 12 days suitable when monetary < 100 say "x"',
  'tag rich when monetary >= 100',
  [
    'tier t by monetary { high from 200 keep 100  low otherwise }',
    'tag top when t = high',
    'action a for top priority 50 say "{monetary}"',
  ].join('\n'),
];

describe('the next day on which time alone changes a card', () => {
  const order = fc.record({
    customer: fc.integer({ min: 1, max: 4 }),
    ago: fc.integer({ min: -6, max: 40 }),
    amount: fc.integer({ min: 1, max: 300 }),
  });

  it.each(texts)('agrees with evaluating again on every day: %s', async text => {
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 8 }), async orders => {
        open();
        await give(orders);
        await engine.publish('p', text, '', quiet);
        const { nextTurn } = await store.state();
        const first = await cards();
        let found = begin + 31;
        for (today = begin + 1; today < begin + 31; today++) {
          await engine.refresh('r', quiet);
          if (JSON.stringify(await cards()) !== JSON.stringify(first)) {
            found = today;
            break;
          }
        }
        expect(nextTurn).toBe(found);
      }),
      { numRuns: 3 },
    );
  });

  it('names who enters and who leaves on each day to come', async () => {
    await give([
      { customer: 1, ago: 28, amount: 5 },
      { customer: 2, ago: 29, amount: 5 },
      { customer: 3, ago: 30, amount: 5 },
      { customer: 3, ago: -2, amount: 5 },
    ]);
    await engine.publish('p', texts[0]!, '', quiet);
    const view = await engine.timeAhead('t', quiet);
    expect(view).toEqual({
      asOf: begin,
      until: begin + 31,
      customers: 3,
      days: [
        [1, 1, 0],
        [2, 1, 1],
        [3, 1, 0],
      ].map(([after, enters, leaves]) => ({
        day: begin + after!,
        customers: enters! + leaves!,
        turns: [{ kind: 'tag', name: 'late', enters, leaves }],
      })),
    });
    const who = async (name: string, show: 'enters' | 'leaves') => {
      const { hits } = await engine.turnsCustomers({ day: begin + 2, name, show, offset: 0, limit: 9 });
      return hits.map(hit => hit.name);
    };
    expect(await who('late', 'enters')).toEqual(['N2']);
    expect(await who('late', 'leaves')).toEqual(['N3']);
    expect(await who('', 'enters')).toEqual(['N2', 'N3']);
  });

  it('is none where rules are not published, and where nobody changes soon', async () => {
    await give([{ customer: 1, ago: 10, amount: 5 }]);
    await engine.refresh('r', quiet);
    expect((await engine.workspace()).nextTurn).toBe(null);
    await engine.publish('p', 'tag rich when monetary >= 100', '', quiet);
    expect((await engine.workspace()).nextTurn).toBe(null);
    expect((await store.state()).nextTurn).toBe(begin + 31);
  });

  it('where rules look at no day, decisions of people still end on theirs', async () => {
    await give([
      { customer: 1, ago: 10, amount: 5 },
      { customer: 2, ago: 10, amount: 500 },
    ]);
    await engine.publish('p', 'tag rich when monetary >= 100', '', quiet);
    const { hits } = await engine.customers({ search: 'N1', offset: 0, limit: 1 });
    const decision = {
      kind: 'tag',
      rule: 'rich',
      to: true,
      reason: 'a promise',
      author: 'ann',
      reviewOn: null,
    } as const;
    await engine.moveCustomers({ ...decision, customers: [hits[0]!.id], until: begin + 4 });
    await engine.refresh('r', quiet);
    expect((await engine.workspace()).nextTurn).toBe(begin + 4);
    expect((await engine.timeAhead('t', quiet)).days).toEqual([
      { day: begin + 4, customers: 1, turns: [{ kind: 'tag', name: 'rich', enters: 0, leaves: 1 }] },
    ]);
  });

  it('a customer who is changed by hand may be the next one', async () => {
    await give([{ customer: 1, ago: 10, amount: 5 }]);
    await engine.publish('p', texts[0]!, '', quiet);
    expect((await engine.workspace()).nextTurn).toBe(begin + 21);
    await engine.saveCustomer({ name: 'New', source: 'hand' });
    expect((await engine.workspace()).nextTurn).toBe(begin + 1);
  });
});
