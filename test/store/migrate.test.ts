import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeOwnField } from '../../src/domain/index.ts';
import { Encoder } from '../../src/store/backup/codec.ts';
import { type Frame, pack, writeFrames } from '../../src/store/backup/frames.ts';
import { CHUNK_SIZE, openStore } from '../../src/store/index.ts';
import { change, customer, dump, order, plain, pretendDisk, searchRow } from './kit.ts';

/** Dexie multiplies its version numbers by 10. */
const FIRST_VERSION = 10;

const people = [
  customer('ann', {
    columns: { industry: 'C', joined: 19_000 },
    tags: [{ tag: 'VIP', author: 'bob', at: 5 }],
    phones: ['13800138000'],
  }),
  customer('li', { name: '李雷', emails: [], columns: { city: '杭州' } }),
];

/** Writes a database as the first preview build left it: with the browser's own means, not with our code. */
async function writeFirstVersion(name: string): Promise<void> {
  const request = indexedDB.open(name, FIRST_VERSION);
  request.onupgradeneeded = () => {
    const database = request.result;
    database.createObjectStore('meta', { keyPath: 'key' }).put({ key: 'base', currency: 'USD' });
    database
      .createObjectStore('dictionaries', { keyPath: 'of' })
      .put({ of: 'order', values: { product: ['', 'lens', '手机'] } });
    const customers = database.createObjectStore('customers', { keyPath: 'id' });
    customers.createIndex('contacts', 'contacts', { multiEntry: true });
    people.forEach((person, slot) => {
      const contacts = person.emails.map(email => `e:${email}`);
      customers.put({ ...person, chunk: 0, slot, contacts });
    });
    database.createObjectStore('chunks', { keyPath: 'chunk' }).put({
      chunk: 0,
      offsets: new Uint32Array([0, 1, 4]),
      day: new Int32Array([19_500, 19_000, 19_001, 19_002]),
      amount: new Float64Array([100, 250, 995, 7]),
      product: new Uint32Array([0, 1, 2, 1]),
      status: new Uint8Array([0, 0, 2, 0]),
      numbers: ['', 'L1', 'L2', 'L3'],
    });
  };
  await new Promise<void>((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

async function versionOf(name: string): Promise<number | undefined> {
  return (await indexedDB.databases()).find(each => each.name === name)?.version;
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a base of the first version', () => {
  it('opens with everything that was in it', async () => {
    await writeFirstVersion('first');
    const store = openStore('first');
    expect(await store.state()).toMatchObject({
      customers: 2,
      orders: 4,
      interactions: 0,
      currency: 'USD',
      latestOrder: 19_500,
    });
    expect(await store.customers(['ann', 'li'])).toEqual(people);
    expect((await store.facts('li')).orders).toEqual([
      order(19_002, { number: 'L3', amount: 7, currency: 'USD', product: 'lens' }),
      order(19_001, { number: 'L2', amount: 995, currency: 'USD', product: '手机', status: 'cancelled' }),
      order(19_000, { number: 'L1', amount: 250, currency: 'USD', product: 'lens' }),
    ]);
    const { customers, orders, ids } = plain(await store.load());
    expect(ids).toEqual(['ann', 'li']);
    expect(customers.industry).toEqual(['C', '']);
    expect(customers.labels).toEqual([['VIP'], []]);
    expect(orders.repeat).toEqual([0, 0, 0, 1]);
    expect(await store.search('ann', 5)).toEqual([]);
    expect(await store.results()).toBeNull();
  });

  it('has no fields of its own until an import brings some', async () => {
    await writeFirstVersion('fields');
    const store = openStore('fields');
    expect(await store.ownFields()).toEqual([]);
    const field = makeOwnField(
      { of: 'order', label: '优惠券', kind: 'text' },
      { own: [], from: 'a.csv', now: 1 },
    );
    await store.commit(
      change({
        ownFields: [field],
        orders: new Map([['li', [order(19_004, { number: 'L4', columns: { [field.id]: '满减' } })]]]),
      }),
    );
    expect(await store.ownFields()).toEqual([field]);
    const [latest, ...others] = (await store.facts('li')).orders;
    expect(latest?.columns).toEqual({ [field.id]: '满减' });
    expect(others.every(each => each.columns === undefined)).toBe(true);
    expect(plain(await store.load()).orders[field.id]).toEqual(['', '', '', '', '满减']);
  });

  it('can be worked with like any other', async () => {
    await writeFirstVersion('worked');
    const store = openStore('worked');
    await store.commit(
      change({ customers: [customer('new')], orders: new Map([['li', [order(19_003, { number: 'L3' })]]]) }),
    );
    await store.putCards([], [searchRow('new')]);
    expect(await store.state()).toMatchObject({ customers: 3, orders: 4 });
    expect((await store.search('new', 5)).map(({ id }) => id)).toEqual(['new']);
  });

  it('stays as it was when its migration fails, and is migrated at the next opening', async () => {
    await writeFirstVersion('failed');
    const before = await dump('failed');
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'labels') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    });
    const failing = openStore('failed');
    await expect(failing.state()).rejects.toMatchObject({ name: 'Problem', code: 'storageFull' });
    failing.close();
    vi.restoreAllMocks();
    expect(await versionOf('failed')).toBe(FIRST_VERSION);
    expect(await dump('failed')).toEqual(before);

    const store = openStore('failed');
    expect(await store.customers(['ann', 'li'])).toEqual(people);
    expect((await store.state()).orders).toBe(4);
  });
});

interface Versioned {
  readonly version: number;
  /** Tables that came later. */
  readonly without: readonly string[];
  readonly asThen?: (record: Record<string, unknown>) => object;
}

/** Turns the base `of` into one as an earlier version left it, in which every customer was a record of its own. */
async function writeEarlier(
  name: string,
  of: string,
  { version, without, asThen }: Versioned,
): Promise<void> {
  const { ids: idRecords, details, histories, places: _, ...others } = await dump(of);
  const store = openStore(of);
  const { ids } = await store.load();
  const known = await store.customers(ids);
  store.close();
  const rows = known.map(({ columns: _, ...texts }, row) => {
    const slot = row % CHUNK_SIZE;
    const { made } = details![Math.floor(row / CHUNK_SIZE)] as { made?: Uint8Array };
    const run = (histories as { run: number; histories: object[] }[]).find(
      each => each.run === Math.floor(row / 64),
    );
    const history = { ...(made?.[slot] && { made: made[slot] }), ...run?.histories[row % 64] };
    const contacts = texts.emails.map(email => `e:${email}`);
    return { ...texts, chunk: Math.floor(row / CHUNK_SIZE), slot, contacts, history };
  });
  const keys: Readonly<Record<string, string>> = {
    meta: 'key',
    dictionaries: 'of',
    customers: 'id',
    cards: 'bucket',
    versions: 'number',
    imports: 'id',
    merges: 'id',
    audits: 'id',
    sources: 'id',
    distinct: 'pair',
    pairs: 'pair',
    refused: 'import',
    secrets: 'key',
  };
  const request = indexedDB.open(name, version * FIRST_VERSION);
  request.onupgradeneeded = () => {
    for (const [table, records] of Object.entries({ ...others, ids: idRecords!, customers: rows })) {
      if (without.includes(table)) continue;
      const keyPath = keys[table] ?? 'chunk';
      const autoIncrement = keyPath === 'id' && table !== 'customers';
      const store = request.result.createObjectStore(table, { keyPath, autoIncrement });
      if (table === 'customers') store.createIndex('contacts', 'contacts', { multiEntry: true });
      if (table === 'imports') store.createIndex('checksum', 'checksum');
      if (table === 'merges') for (const index of ['keep', 'drop']) store.createIndex(index, index);
      if (table === 'pairs') store.createIndex('ids', 'ids', { multiEntry: true });
      for (const record of records) store.put(asThen?.(record as Record<string, unknown>) ?? record);
    }
  };
  await new Promise<void>((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** Writes a base as the second version left it: without what can be taken back. */
async function writeSecondVersion(name: string): Promise<void> {
  const store = openStore(`${name} of now`);
  await store.commit(
    change({
      customers: people,
      orders: new Map([['li', [order(19_000, { number: 'L1' })]]]),
      record: { fileName: 'old.csv', checksum: 'ab', at: 7, summary: oldSummary },
    }),
  );
  store.close();
  const without = ['merges', 'distinct', 'audits', 'sources', 'refused', 'secrets', 'pairs'];
  await writeEarlier(name, `${name} of now`, { version: 2, without, asThen: asSecond });
}

function asSecond({ history: _, currencyBefore: __, changed: ___, ...record }: Record<string, unknown>) {
  const orders = record.orders as { offsets: unknown; columns: Record<string, unknown> } | undefined;
  if (!orders?.columns) return record;
  const { step: ____, part: _____, ...columns } = orders.columns;
  return { ...record, orders: { ...orders, columns } };
}

const oldSummary = {
  rows: 2,
  newCustomers: 2,
  matchedCustomers: 0,
  orders: 1,
  replacedOrders: 0,
  interactions: 0,
  refused: 0,
};

describe('a base of the second version', () => {
  it('opens with everything in it, and what is imported from then on can be taken back', async () => {
    await writeSecondVersion('second');
    const store = openStore('second');
    expect(await store.customers(['ann', 'li'])).toEqual(people);
    const before = await store.digest();
    await expect(store.planUndo(1)).rejects.toMatchObject({ code: 'importGone' });
    await store.commit(
      change({
        customers: [{ ...people[0]!, title: 'Head', updatedAt: 9 }, customer('new')],
        orders: new Map([['li', [order(19_000, { number: 'L1', amount: 5 })]]]),
        record: { fileName: 'new.csv', checksum: 'cd', at: 9, summary: oldSummary },
      }),
    );
    expect(await store.planUndo(2)).toMatchObject({ customers: 1, orders: 1, returning: 1, restored: 1 });
    await store.undoImport(2, 10);
    expect(await store.digest()).toBe(before);
    const [merge] = await store.merge([{ keep: 'ann', drop: 'li', fields: {} }], 11);
    await store.unmerge([merge!]);
    expect(await store.digest()).toBe(before);
  });
});

/** A base of two chunks with every kind of history, and how it digests. */
async function writeFifthVersion(name: string): Promise<string> {
  const store = openStore(`${name} of now`);
  const many = Array.from({ length: CHUNK_SIZE + 5 }, (_, i) => customer(`c${i}`));
  const first = { fileName: 'a.csv', checksum: 'a', at: 7, summary: oldSummary };
  await store.commit(
    change({
      customers: [...people, ...many],
      orders: new Map([['li', [order(19_000, { number: 'L1' })]]]),
      raws: new Map([['c70', { phone: '(0) 138' }]]),
      record: first,
    }),
  );
  await store.commit(
    change({
      customers: [
        { ...people[0]!, title: 'Head', address: '2 Road', updatedAt: 9 },
        { ...people[1]!, phones: ['13900139000'] },
        customer('new', { source: 'b.csv' }),
      ],
      orders: new Map([['li', [order(19_000, { number: 'L1', amount: 5 })]]]),
      record: { ...first, fileName: 'b.csv', checksum: 'b' },
    }),
  );
  await store.merge([{ keep: 'c3', drop: 'c4', fields: {} }], 11);
  const digest = await store.digest();
  store.close();
  await writeEarlier(name, `${name} of now`, { version: 5, without: [] });
  return digest;
}

describe('a base of the fifth version', () => {
  it('opens with everything in it, and all that could be taken back still can be', async () => {
    const digest = await writeFifthVersion('fifth');
    const [store, never] = [openStore('fifth'), openStore('fifth of now')];
    expect(await store.digest()).toBe(digest);
    const { customers, ids, histories, details, labels, places } = await dump('fifth');
    expect(customers).toEqual([]);
    const now = await dump('fifth of now');
    expect({ ids, histories, details, labels }).toEqual({
      ids: now.ids,
      histories: now.histories,
      details: now.details,
      labels: now.labels,
    });
    expect(places).toHaveLength(now.places!.length);
    const asked = ['c2050', 'li', 'c4', 'nobody'];
    expect(await store.known(asked)).toEqual(await never.known(asked));
    expect(await store.provenance('li')).toEqual(await never.provenance('li'));
    for (const each of [store, never]) await each.undoImport(2, 20);
    expect(await store.digest()).toBe(await never.digest());
    expect(await store.customer('ann')).toEqual(people[0]);
    for (const each of [store, never]) await each.unmerge([1]);
    expect(await store.digest()).toBe(await never.digest());
    expect((await store.state()).customers).toBe(CHUNK_SIZE + 7);
  });
});

describe('an earlier base on a disk that is nearly full', () => {
  it('stays as it was and says so, until there is room', async () => {
    const digest = await writeFifthVersion('tight');
    const before = await dump('tight');
    pretendDisk(6_000_000, 8_000_000);
    const store = openStore('tight');
    for (const _ of [1, 2]) await expect(store.state()).rejects.toMatchObject({ code: 'storageFull' });
    store.close();
    expect(await versionOf('tight')).toBe(50);
    expect(await dump('tight')).toEqual(before);
    pretendDisk(9_000_000, 8_000_000);
    expect(await openStore('tight').digest()).toBe(digest);
    expect(await versionOf('tight')).toBe(80);
  });
});

/** A backup as that version would have made it: its records, under its number. */
async function backupOf(name: string, schema: number): Promise<Blob> {
  const encoder = new Encoder();
  const frames: Frame[] = [];
  let bytes = 0;
  const flush = () => {
    bytes += encoder.length;
    frames.push(pack(encoder.take()));
  };
  encoder.write('#page');
  encoder.write('{"language":"zh"}');
  flush();
  for (const [table, records] of Object.entries(await dump(name))) {
    if (records.length === 0) continue;
    encoder.write(table);
    for (const record of records) encoder.write(record);
    flush();
  }
  const counts = { customers: 2, orders: 4, interactions: 0, version: 0 };
  const head = { format: 1, schema, createdAt: 1_000, ...counts, bytes, encryption: null } as const;
  return writeFrames(head, '', frames, () => undefined);
}

describe('a backup of an earlier version', () => {
  it('of the first is restored as that base would have been opened, on an empty and on a full one', async () => {
    await writeFirstVersion('old');
    const file = await backupOf('old', 1);
    const opened = openStore('old');
    for (const isFull of [false, true]) {
      const store = openStore(`restored-${isFull}`);
      if (isFull) await store.commit(change({ customers: [customer('gone')] }));
      const { revision } = await store.state();
      expect((await store.readBackup(file)).schema).toBe(1);
      expect(await store.restore(file, '')).toBe('{"language":"zh"}');
      expect(await store.digest()).toBe(await opened.digest());
      expect(await store.customers(['ann', 'li'])).toEqual(people);
      expect(await store.state()).toMatchObject({ customers: 2, orders: 4, currency: 'USD' });
      expect((await store.state()).revision).toBeGreaterThan(revision);
      expect((await store.backups()).made.map(({ at }) => at)).toEqual([1_000]);
      await store.commit(change({ orders: new Map([['li', [order(19_003, { number: 'L4' })]]]) }));
      expect((await store.state()).orders).toBe(5);
    }
  });

  it('whose records cannot be migrated leaves the base as it was', async () => {
    await writeFirstVersion('odd');
    const file = await backupOf('odd', 1);
    const store = openStore('kept');
    await store.commit(change({ customers: [customer('stays')] }));
    const before = await dump('kept');
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'labels') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await expect(store.restore(file, '')).rejects.toMatchObject({ code: 'storageFull' });
    vi.restoreAllMocks();
    expect(await dump('kept')).toEqual(before);
  });

  it('of the fifth is restored as that base would have been opened, on a full one', async () => {
    const digest = await writeFifthVersion('packed');
    const file = await backupOf('packed', 5);
    const store = openStore('packed-restored');
    await store.commit(change({ customers: [customer('gone', { emails: ['gone@example.com'] })] }));
    await store.restore(file, '');
    expect(await store.digest()).toBe(digest);
    expect((await store.known(['gone', 'li'])).map(({ phones }) => phones)).toEqual([['13900139000']]);
    expect((await dump('packed-restored')).customers).toEqual([]);
  });

  it('before the last tables came is restored without them', async () => {
    const first = openStore('before');
    await first.commit(
      change({ customers: people, orders: new Map([['li', [order(19_000, { number: 'L1' })]]]) }),
    );
    const without = ['merges', 'distinct', 'audits', 'sources', 'refused', 'secrets', 'pairs'];
    await writeEarlier('second-old', 'before', { version: 2, without });
    const file = await backupOf('second-old', 2);
    const store = openStore('second-restored');
    await store.restore(file, '');
    expect(await store.digest()).toBe(await first.digest());
    expect(await store.audits()).toEqual([]);
  });
});

describe('a base that cannot be opened', () => {
  it('is a problem in words', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(); // Dexie tells that it tries again
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    await expect(openStore('broken').state()).rejects.toMatchObject({ code: 'storageUnavailable' });
  });
});
