import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { change, customer, dump, freshStore, order, pretendDisk } from './kit.ts';

afterEach(() => {
  vi.unstubAllGlobals();
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
});
