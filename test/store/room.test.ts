import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { change, customer, dump, freshStore, order, pretendDisk } from './kit.ts';

let hours = 0;

// each test an hour later: what was seen of the disk before no longer counts
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ++hours * 3_600_000 }));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a disk that is nearly full', () => {
  it('is told before anything is written', async () => {
    const { store, name } = freshStore();
    await store.commit(change({ customers: [customer('ann')] }));
    const before = await dump(name);
    pretendDisk(3_000_000);
    await expect(store.commit(change({ customers: [customer('bob')] }))).rejects.toMatchObject({
      name: 'Problem',
      code: 'storageFull',
    });
    await expect(store.setMeta({ draft: 'x' })).rejects.toMatchObject({ code: 'storageFull' });
    await expect(store.putCards([], [])).rejects.toMatchObject({ code: 'storageFull' });
    expect(await dump(name)).toEqual(before);
  });

  it('is told also where its files cannot be opened or read any more', async () => {
    const { store } = freshStore();
    for (const name of ['InvalidStateError', 'NotReadableError']) {
      const getDirectory = async () => {
        throw new DOMException('no', name);
      };
      vi.stubGlobal('navigator', { storage: { getDirectory } });
      await expect(store.commit(change({ customers: [customer('bob')] }))).rejects.toMatchObject({
        code: 'storageFull',
      });
    }
    expect((await store.state()).customers).toBe(0);
  });

  it('is asked again by the next large write, and by a small one after a while', async () => {
    const { store } = freshStore();
    const many = Array.from({ length: 100_000 }, (_, i) => order(i % 99, { number: `${i}` }));
    const small = change({ customers: [customer('ann')] });
    const large = change({ orders: new Map([['ann', many]]) });
    pretendDisk(6_000_000);
    await store.commit(small);
    const full = pretendDisk(3_000_000);
    await store.commit(small);
    expect(full.tried).toBe(0);
    await expect(store.commit(large)).rejects.toMatchObject({ code: 'storageFull' });
    await expect(store.commit(small)).rejects.toMatchObject({ code: 'storageFull' });
    pretendDisk(6_000_000);
    await store.commit(small);
    pretendDisk(3_000_000);
    vi.advanceTimersByTime(10_000);
    await expect(store.commit(small)).rejects.toMatchObject({ code: 'storageFull' });
  });

  it('must have more room for more', async () => {
    const { store } = freshStore();
    await store.commit(change({ customers: [customer('ann')] }));
    const orders = (count: number) =>
      change({ orders: new Map([['ann', Array.from({ length: count }, (_, i) => order(i))]]) });
    const disk = pretendDisk(6_000_000);
    await store.commit(orders(10));
    expect(disk.kept).toBe(0);
    expect(disk.tried).toBeGreaterThanOrEqual(4_000_000);
    await expect(store.commit(orders(200_000))).rejects.toMatchObject({ code: 'storageFull' });
    expect((await store.state()).orders).toBe(10);
  });

  it('is looked at once for an import that is expected, and again where that needs more', async () => {
    const { store } = freshStore();
    await store.commit(change({ customers: [customer('ann')] }));
    const orders = (count: number) =>
      change({ orders: new Map([['ann', Array.from({ length: count }, (_, i) => order(i % 99))]]) });
    const expected = pretendDisk(40_000_000);
    store.expectImport(10_000_000);
    await store.commit(orders(100_000));
    expect(expected.tried).toBeGreaterThanOrEqual(15_000_000);
    const next = pretendDisk(40_000_000);
    await store.commit(orders(100_000));
    expect(next.tried).toBeGreaterThanOrEqual(5_000_000);
    expect(next.tried).toBeLessThan(10_000_000);
    const small = pretendDisk(4_000_000);
    store.expectImport(1_000_000);
    await expect(store.commit(orders(100_000))).rejects.toMatchObject({ code: 'storageFull' });
    expect(small.tried).toBe(4_000_000);
    pretendDisk(1_000_000);
    store.expectImport(1_000_000);
    await expect(store.commit(orders(1))).rejects.toMatchObject({ code: 'storageFull' });
  });

  it('must have room for what a step back writes anew', async () => {
    const { store, name } = freshStore();
    const summary = { rows: 0, newCustomers: 0, matchedCustomers: 0, orders: 0 };
    const counts = { ...summary, replacedOrders: 0, interactions: 0, refused: 0 };
    const customers = Array.from({ length: 5_000 }, (_, i) => customer(`c${i}`));
    const record = { fileName: 'a.csv', checksum: '', at: 1, summary: counts };
    await store.commit(change({ customers, record }));
    const before = await dump(name);
    pretendDisk(4_500_000);
    const writes = [
      store.undoImport(1, 2),
      store.merge([{ keep: 'c1', drop: 'c2', fields: {} }], 2),
      store.removeCustomers(['c3'], 2),
    ];
    for (const write of writes) await expect(write).rejects.toMatchObject({ code: 'storageFull' });
    expect(await dump(name)).toEqual(before);
    pretendDisk(10_000_000);
    await store.undoImport(1, 2);
    expect((await store.state()).customers).toBe(0);
  });
});
