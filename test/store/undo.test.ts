import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Store } from '../../src/store/index.ts';
import { baseOf, changeOf, type Event, eventsOf } from './events.ts';
import { change, customer, freshStore, interaction, order } from './kit.ts';

const summary = {
  rows: 1,
  newCustomers: 0,
  matchedCustomers: 0,
  orders: 0,
  replacedOrders: 0,
  interactions: 0,
  refused: 0,
};

function asImport(part: Partial<Change>, fileName = 'orders.csv'): Change {
  return change({ ...part, record: { fileName, checksum: fileName, at: 1_000, summary } });
}

/** A random file: what happens to known customers, and to two whom nobody knows yet. */
const files = fc
  .tuple(eventsOf(12), fc.subarray(['new1', 'new2']))
  .map(([events, made]) => ({ events, made }));

/** What a file says on top of what the base has, as an import would commit it. */
async function importOf(
  store: Store,
  { events, made }: { events: readonly Event[]; made: readonly string[] },
  name: string,
): Promise<Change> {
  const { customers, ...facts } = changeOf(events);
  const known = await store.customers(customers.map(({ id }) => id));
  const merged = known.map(before => {
    const said = customers.find(({ id }) => id === before.id)!;
    const emails = [...new Set([...before.emails, `${name}@${before.id}.example`])];
    return {
      ...before,
      columns: { ...before.columns, ...said.columns },
      tags: [...before.tags, ...said.tags.filter(({ tag }) => before.tags.every(each => each.tag !== tag))],
      emails,
      updatedAt: 1_000,
    };
  });
  const fresh = made.map(id => customer(id, { name: `${id} of ${name}` }));
  const orders = new Map(facts.orders);
  for (const id of made) orders.set(id, [order(3, { number: `${name}-${id}` })]);
  return asImport({ ...facts, customers: [...merged, ...fresh], orders }, name);
}

describe('an import is taken back', () => {
  it('to exactly the base from before', async () => {
    await fc.assert(
      fc.asyncProperty(eventsOf(12), files, async (events, file) => {
        const store = await baseOf(events);
        const before = await store.digest();
        const state = await store.state();
        await store.commit(await importOf(store, file, 'one'));
        const plan = await store.planUndo(1);
        expect(await store.undoImport(1, 2_000)).toEqual(plan);
        expect(await store.digest()).toBe(before);
        expect({ ...(await store.state()), revision: 0 }).toEqual({ ...state, revision: 0 });
        store.close();
      }),
      { numRuns: 25 },
    );
  });

  it('in any order of several, to the base in which it had never been', async () => {
    await fc.assert(
      fc.asyncProperty(eventsOf(6), files, files, fc.boolean(), async (events, one, two, first) => {
        const store = await baseOf(events);
        const before = await store.digest();
        await store.commit(await importOf(store, { ...one, made: ['new1'] }, 'one'));
        await store.commit(await importOf(store, { ...two, made: ['new2'] }, 'two'));
        await store.undoImport(first ? 1 : 2, 2_000);
        await store.undoImport(first ? 2 : 1, 2_001);
        expect(await store.digest()).toBe(before);
        store.close();
      }),
      { numRuns: 25 },
    );
  });

  it('and leaves what happened since to others and elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(eventsOf(6), files, files, async (events, one, two) => {
        const [with_, without] = [await baseOf(events), await baseOf(events)];
        await with_.commit(await importOf(with_, { ...one, made: ['new1'] }, 'one'));
        for (const store of [with_, without]) {
          const facts = changeOf(two.events.filter(({ kind }) => kind !== 'customer'));
          await store.commit(facts);
          const [a] = await store.customers(['a']);
          await store.commit(
            change({
              customers: [
                { ...a!, company: 'Edited', emails: [...a!.emails, 'later@a.example'], updatedAt: 3_000 },
              ],
            }),
          );
        }
        await with_.undoImport(1, 2_000);
        expect(await with_.digest()).toBe(await without.digest());
        with_.close();
        without.close();
      }),
      { numRuns: 25 },
    );
  });

  it('through a merge: as if it had never been', async () => {
    await fc.assert(
      fc.asyncProperty(eventsOf(6), files, async (events, one) => {
        const [with_, without] = [await baseOf(events), await baseOf(events)];
        await with_.commit(await importOf(with_, { ...one, made: ['new1'] }, 'one'));
        await with_.merge(
          [
            { keep: 'c', drop: 'new1', fields: {} },
            { keep: 'a', drop: 'b', fields: {} },
          ],
          9,
        );
        await with_.undoImport(1, 2_000);
        await with_.unmerge([2]);
        expect(await with_.merges()).toEqual([]);
        expect(await with_.digest()).toBe(await without.digest());
        with_.close();
        without.close();
      }),
      { numRuns: 25 },
    );
  });

  it('while a field that was overwritten since keeps the later value', async () => {
    const { store } = freshStore();
    const before = customer('ann', { company: 'First', title: 'Old', emails: ['a@x.test'] });
    await store.commit(change({ customers: [before] }));
    const imported = {
      ...before,
      company: 'Imported',
      title: 'New',
      emails: ['a@x.test', 'b@x.test'],
      updatedAt: 5,
    };
    await store.commit(asImport({ customers: [imported] }));
    await store.commit(
      change({
        customers: [
          { ...imported, title: 'By hand', emails: [...imported.emails, 'c@x.test'], updatedAt: 6 },
        ],
      }),
    );
    expect(await store.planUndo(1)).toMatchObject({ customers: 0, restored: 1 });
    await store.undoImport(1, 7);
    expect(await store.customer('ann')).toEqual({
      ...before,
      title: 'By hand',
      emails: ['a@x.test', 'c@x.test'],
      updatedAt: 6,
    });
  });

  it('while customers on whom something later hangs stay, with name and contacts', async () => {
    const { store } = freshStore();
    const people = ['ann', 'bob', 'cy'].map(id =>
      customer(id, { company: 'Acme', columns: { city: '杭州' }, tags: [{ tag: 'VIP', author: '', at: 1 }] }),
    );
    const orders = new Map([['ann', [order(1, { number: '1' })]]]);
    await store.commit(asImport({ customers: people, orders, currency: 'EUR' }));
    await store.commit(asImport({ orders: new Map([['ann', [order(2, { number: '2' })]]]) }, 'later.csv'));
    const [, bob] = people;
    await store.commit(change({ customers: [{ ...bob!, title: 'Head', updatedAt: 9 }] }));
    const told = { customers: 1, staying: 2, restored: 0, orders: 1, returning: 0, interactions: 0 };
    expect(await store.planUndo(1)).toEqual(told);
    await store.undoImport(1, 7);
    expect(await store.customer('cy')).toBeNull();
    const bare = { company: '', columns: {}, tags: [] };
    expect(await store.customer('ann')).toEqual({ ...people[0], ...bare });
    expect(await store.customer('bob')).toEqual({ ...bob, ...bare, title: 'Head', updatedAt: 9 });
    expect((await store.state()).currency).toBe('EUR');
    await store.undoImport(2, 8);
    expect(await store.facts('ann')).toEqual({ orders: [], interactions: [] });
  });

  it('and brings orders back that it replaced', async () => {
    const { store } = freshStore();
    const first = order(1, { number: '1', amount: 1 });
    await store.commit(change({ customers: [customer('ann')], orders: new Map([['ann', [first]]]) }));
    await store.commit(
      asImport({
        orders: new Map([['ann', [order(1, { number: '1', amount: 2 }), order(2)]]]),
        interactions: new Map([['ann', [interaction(1)]]]),
      }),
    );
    expect(await store.planUndo(1)).toEqual({
      customers: 0,
      staying: 0,
      restored: 0,
      orders: 2,
      returning: 1,
      interactions: 1,
    });
    await store.undoImport(1, 7);
    expect(await store.facts('ann')).toEqual({ orders: [first], interactions: [] });
  });

  it('once only, and is remembered as taken back', async () => {
    const { store } = freshStore();
    await store.commit(asImport({ customers: [customer('ann')] }));
    expect(await store.importByChecksum('orders.csv')).not.toBeNull();
    await store.undoImport(1, 7);
    await expect(store.undoImport(1, 8)).rejects.toMatchObject({ code: 'importGone' });
    await expect(store.planUndo(5)).rejects.toMatchObject({ code: 'importGone' });
    expect(await store.imports()).toMatchObject([{ id: 1, undoneAt: 7 }]);
    expect(await store.importByChecksum('orders.csv')).toBeNull();
  });
});

describe('provenance', () => {
  it('tells of every value where it came from, when, and how it stood', async () => {
    const { store } = freshStore();
    const ann = customer('ann', { phones: ['13800138000'], columns: { city: '杭州' }, source: 'a.csv' });
    await store.commit({
      ...asImport({ customers: [ann] }, 'a.csv'),
      raws: new Map([['ann', { phone: '１３８ 0013 8000' }]]),
    });
    const more = {
      ...ann,
      title: 'Head',
      phones: [...ann.phones, '13900139000'],
      columns: { city: 'Paris' },
      updatedAt: 9,
    };
    await store.commit({
      ...asImport({ customers: [more] }, 'b.csv'),
      raws: new Map([['ann', { city: 'paris ', company: 'not changed' }]]),
    });
    await store.commit(change({ customers: [{ ...more, company: 'Acme', updatedAt: 10 }], source: 'hand' }));
    const made = { source: 'a.csv', step: 1, at: 1 };
    const later = { source: 'b.csv', step: 2, at: 1_000 };
    const expected = {
      name: made,
      'email:ann@example.com': made,
      'phone:13800138000': { ...made, raw: '１３８ 0013 8000' },
      'phone:13900139000': later,
      title: later,
      city: { ...later, raw: 'paris ' },
      company: { source: 'hand', step: 0, at: 10 },
    };
    expect(await store.provenance('ann')).toEqual(expected);
    await store.commit(change({ customers: [customer('zoe')] }));
    await store.merge([{ keep: 'zoe', drop: 'ann', fields: {} }], 11);
    const { name: _, ...moved } = expected;
    expect(await store.provenance('ann')).toMatchObject(moved);
    expect(await store.provenance('nobody')).toBeNull();
  });
});
