import { beforeEach, describe, expect, it } from 'vitest';
import { Bits, isInForce, nextExpiry, type Override, overridesAt, Problem } from '../../src/domain/index.ts';
import type { Decision, NewRun, Store } from '../../src/store/index.ts';
import { card, change, customer, freshStore, ruleVersion, searchRow } from './kit.ts';

let store: Store;

const override: Omit<Override, 'id'> = {
  customer: 'b',
  kind: 'tag',
  rule: 'Big',
  to: true,
  reason: 'signed',
  author: 'ann',
  at: 10,
  until: 20_010,
  reviewOn: null,
};

const results = (big: readonly number[]) => ({
  size: 3,
  tags: [{ name: 'Big', weight: 1, bits: Bits.from(3, row => big.includes(row)) }],
  tiers: [{ name: 'Value', levels: ['High', 'Low'], codes: Uint8Array.of(1, 2, big.length) }],
  segments: [],
  actions: [],
});

const decision = (part: Partial<Decision>): Decision => ({
  add: [],
  end: [],
  at: 10,
  nextTurn: 20_010,
  revision: 1,
  cards: [],
  searchRows: [],
  rows: [],
  results: null,
  ...part,
});

const newRun = (part: Partial<NewRun> = {}): NewRun => ({
  at: 1,
  version: 1,
  asOf: 20_000,
  currency: 'CNY',
  customers: 3,
  orders: 0,
  digest: 'd',
  settings: 's',
  models: { rfm: 1 },
  counts: [],
  kept: [],
  ...part,
});

beforeEach(async () => {
  ({ store } = freshStore());
  const ids = ['a', 'b', 'c'];
  await store.commit(change({ customers: ids.map(id => customer(id)) }));
  await store.publish({
    version: ruleVersion(1),
    asOf: 20_000,
    nextTurn: 20_031,
    revision: 1,
    results: results([0]),
    cards: ids.map(id => card(id, [`e:${id}@example.com`])),
    searchRows: ids.map(id => searchRow(id)),
    run: newRun({ kept: [{ tier: 'Value', level: 'High', customers: ['a', 'b'] }] }),
  });
});

describe('decisions of people', () => {
  it('are kept with the results and the card that follow, for the rows they are about alone', async () => {
    const before = await store.state();
    await store.decide(
      decision({
        add: [override],
        rows: [1],
        results: results([1, 2]),
        cards: [card('b', [], { tags: ['Big'] })],
      }),
    );
    const after = await store.state();
    expect([after.decisions, after.generation]).toEqual([before.decisions + 1, before.generation + 1]);
    expect([before.nextTurn, after.nextTurn]).toEqual([20_031, 20_010]);
    expect(await store.overrides()).toEqual([{ ...override, id: 1 }]);
    const stored = (await store.results())!;
    expect(stored.tags[0]!.bits.rows()).toEqual([0, 1]);
    expect([...stored.tiers[0]!.codes]).toEqual([1, 2, 1]);
    expect((await store.cardOf('b'))!.tags).toEqual(['Big']);
    await store.decide(decision({ end: [1], at: 12 }));
    await store.decide(decision({ end: [1], at: 13 }));
    expect(await store.overrides()).toEqual([{ ...override, id: 1, endedAt: 12 }]);
  });

  it('are refused for another state of the base, and nothing is changed then', async () => {
    const refused = store.decide(decision({ add: [override], revision: 7 }));
    await expect(refused).rejects.toEqual(new Problem('baseChanged'));
    expect(await store.overrides()).toEqual([]);
  });

  it('go with a merged customer and come back, and are forgotten with an erased one', async () => {
    await store.decide(decision({ add: [override, { ...override, customer: 'c' }] }));
    const [merge] = await store.merge([{ keep: 'a', drop: 'b', fields: {} }], 11);
    expect((await store.overrides()).map(each => each.customer)).toEqual(['a', 'c']);
    await store.unmerge([merge!]);
    expect((await store.overrides()).map(each => each.customer)).toEqual(['b', 'c']);
    await store.removeCustomers(['b'], 12);
    expect((await store.overrides()).map(each => each.customer)).toEqual(['c']);
    expect((await store.runs())[0]!.kept).toEqual([{ tier: 'Value', level: 'High', customers: ['a'] }]);
  });

  it('remember what the rule itself came to', async () => {
    await store.decide(decision({ add: [override] }));
    const { revision } = await store.state();
    const publication = {
      version: null,
      asOf: 1,
      nextTurn: 2,
      revision,
      results: results([]),
      cards: [],
      searchRows: [],
    };
    await store.publish({ ...publication, ruled: new Map([[1, false]]) });
    expect((await store.overrides())[0]!.ruled).toBe(false);
  });

  it('are in a backup with the runs and what was accepted, and gone after everything is erased', async () => {
    await store.decide(decision({ add: [override] }));
    const rule = { kind: 'tag', name: 'Big', count: 1, levels: [], customers: 3 } as const;
    await store.accept([{ ...rule, run: 1, at: 10, by: 'ann' }]);
    const all = async (from: Store) => [
      await from.overrides(),
      await from.runs(),
      await from.settings('s'),
      await from.accepted(),
    ];
    const before = await all(store);
    const { file } = await store.backup({ passphrase: '', extra: '', now: 20 });
    const { store: other } = freshStore();
    await other.restore(file, '');
    expect(await all(other)).toEqual(before);
    await other.erase();
    expect(await all(other)).toEqual([[], [], null, []]);
  });

  it('hold until the day on which the rule decides again', () => {
    const made: Override = { ...override, id: 1 };
    expect([20_009, 20_010].map(day => isInForce(made, day))).toEqual([true, false]);
    expect(isInForce({ ...made, endedAt: 11 }, 20_000)).toBe(false);
    expect(isInForce({ ...made, until: null }, 90_000)).toBe(true);
    const other = { ...made, until: 20_005 };
    expect([20_000, 20_005, 20_010].map(day => nextExpiry([made, other], day))).toEqual([
      20_005,
      20_010,
      null,
    ]);
    const ended = { ...made, endedAt: 15 };
    expect([9, 10, 14, 15].map(moment => overridesAt([ended], moment))).toEqual([[], [made], [made], []]);
  });
});

describe('runs', () => {
  it('of a version are kept first and last, besides the latest and the accepted ones', async () => {
    const ids: number[] = [1];
    for (let i = 2; i <= 130; i++) {
      ids.push(await store.addRun(newRun({ at: i, version: i <= 20 ? 1 : 2, settings: i <= 5 ? 's' : 't' })));
      const rule = { kind: 'tag', name: 'Big', count: 1, levels: [], customers: 3 } as const;
      if (i === 10) await store.accept([{ ...rule, run: 10, at: 10, by: 'ann' }]);
    }
    const left = (await store.runs()).map(({ id }) => id).reverse();
    expect(left).toEqual([1, 10, 20, 21, ...ids.slice(-100).filter(id => id > 21)]);
    expect(await store.settings('s')).toEqual({ rfm: 1 });
    expect(await store.settings('gone')).toBeNull();
    expect((await store.accepted()).map(({ run }) => run)).toEqual([10]);
  });
});
