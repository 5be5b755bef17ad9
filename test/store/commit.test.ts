import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '../../src/domain/index.ts';
import { CHUNK_SIZE } from '../../src/store/index.ts';
import { anyEvent, changeOf, ids } from './events.ts';
import { change, customer, dump, freshStore, interaction, order, plain } from './kit.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const li = customer('li', {
  name: '李雷',
  company: '杭州某某制造',
  title: '采购',
  address: '杭州',
  emails: ['Li@Example.com', 'lilei@work.cn'],
  phones: ['+86 138 0013 8000'],
  columns: { industry: 'C', size: 'large', joined: 19_000, income: 12_345_600 },
  tags: [
    { tag: 'VIP', author: 'ann', at: 5 },
    { tag: '老客户', author: 'ann', at: 6 },
  ],
});

describe('commit', () => {
  it('keeps customers, orders and interactions as they were given', async () => {
    const { store } = freshStore();
    const orders = [
      order(20_010, { number: 'A2', minute: 615, product: '手机', quantity: 2, channel: 'phone' }),
      order(20_000, { number: 'A1', status: 'refunded', category: 'x' }),
    ];
    const interactions = [interaction(20_005, { kind: 'survey', csat: 4, nps: 9, topic: '物流' })];
    const committed = await store.commit(
      change({
        customers: [customer('ann'), li],
        orders: new Map([['li', orders]]),
        interactions: new Map([['li', interactions]]),
        currency: 'EUR',
        draft: 'tag a',
      }),
    );
    expect(committed).toEqual({
      step: 0,
      newCustomers: 2,
      updatedCustomers: 0,
      orders: 2,
      replacedOrders: 0,
      interactions: 1,
    });
    expect(await store.customer('li')).toEqual(li);
    expect(await store.customer('nobody')).toBeNull();
    expect(await store.customers(['li', 'nobody', 'ann'])).toEqual([li, customer('ann')]);
    expect(await store.facts('li')).toEqual({ orders, interactions });
    expect(await store.facts('ann')).toEqual({ orders: [], interactions: [] });
    expect(await store.state()).toEqual({
      revision: 1,
      generation: 0,
      customers: 2,
      orders: 2,
      interactions: 1,
      currency: 'EUR',
      version: 0,
      resultsAsOf: null,
      nextTurn: null,
      fixedDay: null,
      draft: 'tag a',
      keyFields: null,
      learned: {},
      models: {},
      decisions: 0,
      latestOrder: 20_010,
    });
  });

  it('joins chunks to one frame whose unknown values are unknown', async () => {
    const { store } = freshStore();
    const ids = Array.from({ length: CHUNK_SIZE + 3 }, (_, i) => `c${i}`);
    const last = ids.at(-1)!;
    await store.commit(
      change({
        customers: ids.map(id =>
          customer(id, id === last ? { columns: li.columns, tags: li.tags } : { name: id }),
        ),
        orders: new Map([
          ['c0', [order(19_000, { amount: 5 })]],
          [last, [order(18_000, { amount: 7, product: 'lens' }), order(17_000, { quantity: 3 })]],
        ]),
      }),
    );
    const base = await store.load();
    const found = plain(base);
    expect(base.revision).toBe(1);
    expect(found.ids).toEqual(ids);
    expect(found.size).toBe(CHUNK_SIZE + 3);
    expect(found.customers.income!.slice(-2)).toEqual([Number.NaN, 12_345_600]);
    expect(found.customers.industry!.slice(-2)).toEqual(['', 'C']);
    expect(found.customers.labels!.slice(-2)).toEqual([[], ['VIP', '老客户']]);
    expect(found.orders.day).toEqual([19_000, 17_000, 18_000]);
    expect(found.orders.product).toEqual(['', '', 'lens']);
    expect(found.orders.quantity).toEqual([Number.NaN, 3, Number.NaN]);
    expect(found.orders.repeat).toEqual([0, 0, 1]);
    expect(found.orders.offsets!.slice(-2)).toEqual([1, 3]);
    expect((await store.labels()).names[CHUNK_SIZE]).toBe(`c${CHUNK_SIZE}`);
    expect((await store.labels()).emails.at(-1)).toBe(`${last}@example.com`);
  });

  it('replaces an order by its number and keeps the mark of repeated orders right', async () => {
    const { store } = freshStore();
    const repeats = async () => plain(await store.load()).orders.repeat;
    const add = (...orders: Order[]) => store.commit(change({ orders: new Map([['ann', orders]]) }));
    await store.commit(change({ customers: [customer('ann')] }));
    await add(order(100, { number: '1' }), order(110, { number: '2' }));
    expect(await repeats()).toEqual([0, 1]);

    expect(await add(order(100, { number: '1', status: 'cancelled' }))).toMatchObject({ replacedOrders: 1 });
    expect(await repeats()).toEqual([0, 0]);
    expect((await store.state()).orders).toBe(2);

    await add(order(90, { minute: 30 }), order(90, { minute: 20, status: 'refunded' }));
    expect(await repeats()).toEqual([0, 0, 0, 1]);

    expect(await add(order(80, { number: '2' }))).toMatchObject({ orders: 1, replacedOrders: 1 });
    expect(plain(await store.load()).orders.day).toEqual([80, 90, 90, 100]);
    expect((await store.state()).latestOrder).toBe(100);
  });

  it('replaces a customer as a whole', async () => {
    const { store } = freshStore();
    await store.commit(change({ customers: [li, customer('ann')], orders: new Map([['li', [order(1)]]]) }));
    const changed = {
      ...li,
      name: '韩梅梅',
      emails: ['han@example.com'],
      columns: { size: 'small' },
      tags: [],
    };
    expect(await store.commit(change({ customers: [changed] }))).toMatchObject({ updatedCustomers: 1 });
    expect(await store.customer('li')).toEqual(changed);
    const known = await store.known(['li', 'nobody', 'li']);
    expect(known).toEqual([
      {
        id: 'li',
        name: '韩梅梅',
        company: li.company,
        title: li.title,
        emails: changed.emails,
        phones: li.phones,
      },
    ]);
    expect(await store.allKnown()).toEqual([...known, expect.objectContaining({ id: 'ann' })]);
    expect((await store.facts('li')).orders).toHaveLength(1);
  });

  it('remembers imports with the counts of what was written', async () => {
    const { store } = freshStore();
    const summary = {
      rows: 3,
      newCustomers: 9,
      matchedCustomers: 0,
      orders: 9,
      replacedOrders: 9,
      interactions: 9,
      refused: 1,
    };
    const record = { fileName: 'a.csv', checksum: 'ab', at: 7, summary };
    await store.commit(change({ customers: [customer('ann')], record }));
    const truth = { ...summary, newCustomers: 1, orders: 0, replacedOrders: 0, interactions: 0 };
    expect(await store.imports()).toEqual([{ ...record, id: 1, summary: truth, currencyBefore: 'CNY' }]);
    expect((await store.importByChecksum('ab'))?.fileName).toBe('a.csv');
    expect(await store.importByChecksum('cd')).toBeNull();
  });

  it('refuses facts of a customer that nobody knows', async () => {
    const { store, name } = freshStore();
    await store.state();
    const before = await dump(name);
    await expect(store.commit(change({ orders: new Map([['ghost', [order(1)]]]) }))).rejects.toThrow('ghost');
    expect(await dump(name)).toEqual(before);
  });
});

describe('a commit that does not come through', () => {
  const many = change({
    customers: Array.from({ length: CHUNK_SIZE * 2 }, (_, i) => customer(`new${i}`)),
    orders: new Map([['ann', [order(50, { number: 'x', product: 'new' })]]]),
  });
  const prepared = async () => {
    const fresh = freshStore();
    await fresh.store.commit(
      change({ customers: [customer('ann')], orders: new Map([['ann', [order(40, { number: 'x' })]]]) }),
    );
    return { ...fresh, before: await dump(fresh.name) };
  };

  it('leaves the old state when it is cancelled in the middle', async () => {
    const { store, name, before } = await prepared();
    const controller = new AbortController();
    const done: number[] = [];
    const onProgress = (chunks: number) => {
      done.push(chunks);
      if (chunks === 2) controller.abort();
    };
    await expect(store.commit(many, { signal: controller.signal, onProgress })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(done).toEqual([1, 2]);
    expect(await dump(name)).toEqual(before);
    expect(await store.commit(many)).toMatchObject({ newCustomers: CHUNK_SIZE * 2, replacedOrders: 1 });
  });

  it('leaves the old state and says so when the disk is full', async () => {
    const { store, name, before } = await prepared();
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (++puts > 5) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await expect(store.commit(many)).rejects.toMatchObject({ name: 'Problem', code: 'storageFull' });
    vi.restoreAllMocks();
    expect(puts).toBeGreaterThan(5);
    expect(await dump(name)).toEqual(before);
  });

  it('says that the disk is full when that shows only at the end', async () => {
    const { store, name, before } = await prepared();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = put.apply(this, args);
      if (this.name === 'meta') {
        Object.defineProperty(this.transaction, 'error', {
          value: new DOMException('no room', 'QuotaExceededError'),
        });
        request.addEventListener('success', () => this.transaction.abort());
      }
      return request;
    });
    await expect(store.commit(many)).rejects.toMatchObject({ code: 'storageFull' });
    vi.restoreAllMocks();
    expect(await dump(name)).toEqual(before);
  });
});

it('loads the same base however the changes were batched', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEvent, { maxLength: 24 }),
      fc.array(fc.nat(24), { maxLength: 4 }),
      async (events, cuts) => {
        const first = change({ customers: ids.map(id => customer(id)) });
        const whole = freshStore().store;
        await whole.commit(first);
        await whole.commit(changeOf(events));

        const pieces = freshStore().store;
        await pieces.commit(first);
        const at = [0, ...cuts.sort((a, b) => a - b), events.length];
        for (let i = 1; i < at.length; i++) await pieces.commit(changeOf(events.slice(at[i - 1], at[i])));

        expect(plain(await pieces.load())).toEqual(plain(await whole.load()));
        for (const id of ids) expect(await pieces.facts(id)).toEqual(await whole.facts(id));
        expect(await pieces.customers(ids)).toEqual(await whole.customers(ids));
        whole.close();
        pieces.close();
      },
    ),
    { numRuns: 30 },
  );
});
