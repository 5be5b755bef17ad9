import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_SIZE } from '../../src/store/index.ts';
import { baseOf, changeOf, eventsOf, ids } from './events.ts';
import { card, change, customer, freshStore, interaction, order, searchRow } from './kit.ts';

const ann = customer('ann', {
  name: 'Ann',
  company: 'Acme',
  emails: ['ann@example.com'],
  columns: { city: '杭州' },
  tags: [{ tag: 'VIP', author: 'bob', at: 5 }],
});
const anna = customer('anna', {
  name: 'Anna',
  title: 'Buyer',
  emails: ['anna@example.com', 'ann@example.com'],
  phones: ['13800138000'],
  columns: { city: 'Paris', size: 'small' },
});
const request = { keep: 'ann', drop: 'anna', fields: {} };

async function twoOfThem() {
  const { store, name } = freshStore();
  await store.commit(
    change({
      customers: [ann, anna, customer('zoe')],
      orders: new Map([
        ['ann', [order(10, { number: 'O1', amount: 1 }), order(12)]],
        ['anna', [order(11, { number: 'O1', amount: 2 }), order(13, { number: 'O2' })]],
      ]),
      interactions: new Map([['anna', [interaction(7)]]]),
    }),
  );
  return { store, name };
}

describe('merge', () => {
  it('unites contacts, tags and facts; fields by choice, else what is known', async () => {
    const { store } = await twoOfThem();
    await store.merge([{ ...request, fields: { name: 'drop', city: 'drop', company: 'keep' } }], 99);
    expect(await store.customer('ann')).toEqual({
      ...ann,
      name: 'Anna',
      title: 'Buyer',
      emails: ['ann@example.com', 'anna@example.com'],
      phones: ['13800138000'],
      columns: { city: 'Paris', size: 'small' },
      updatedAt: 99,
    });
    expect(await store.customer('anna')).toBeNull();
    const { orders, interactions } = await store.facts('ann');
    expect(orders.map(({ day, number, amount }) => [day, number, amount])).toEqual([
      [13, 'O2', 100],
      [12, '', 100],
      [10, 'O1', 1],
    ]);
    expect(interactions).toHaveLength(1);
    expect(await store.state()).toMatchObject({ customers: 2, orders: 3, interactions: 1 });
    expect(await store.merges()).toEqual([
      { id: 1, keep: 'ann', drop: 'anna', keepName: 'Ann', dropName: 'Anna', at: 99 },
    ]);
  });

  it('lets the ids of both find the kept one', async () => {
    const { store } = await twoOfThem();
    await store.merge([request], 99);
    expect(await store.currentId('anna')).toBe('ann');
    expect(await store.knownApart()).toEqual([
      expect.objectContaining({ id: 'ann', name: 'Ann', emails: ['ann@example.com'], phones: [] }),
      expect.objectContaining({ id: 'anna', emails: ['anna@example.com'], phones: ['13800138000'] }),
      expect.objectContaining({ id: 'zoe' }),
    ]);
  });

  it('takes the card, the look-up row and the results of the other one along', async () => {
    const { store } = await twoOfThem();
    const people = ['ann', 'anna', 'zoe'];
    await store.putCards(
      people.map(id => card(id, [`e:${id}@example.com`])),
      people.map(id => searchRow(id)),
    );
    await store.merge([request], 99);
    expect(await store.cardsFor(['e:anna@example.com'])).toEqual([]);
    expect((await store.search('name', 9)).map(({ id }) => id).sort()).toEqual(['ann', 'zoe']);
    expect((await store.load()).ids).toEqual(['ann', 'zoe']);
  });

  it('refuses what is one customer already, and whom nobody knows', async () => {
    const { store } = await twoOfThem();
    const before = await store.digest();
    const gone = store.merge([request, { ...request, drop: 'nobody' }], 99);
    await expect(gone).rejects.toMatchObject({ code: 'customerGone' });
    const same = store.merge([request, request], 99);
    await expect(same).rejects.toMatchObject({ code: 'mergeSame' });
    expect(await store.digest()).toBe(before);
  });

  it('remembers who is not the same, in either order', async () => {
    const { store } = await twoOfThem();
    await store.declareDistinct('zoe', 'ann', 5);
    await store.declareDistinct('ann', 'zoe', 6);
    expect(await store.distinctPairs()).toEqual([['ann', 'zoe']]);
    await store.removeCustomers(['zoe'], 77);
    expect(await store.distinctPairs()).toEqual([]);
  });
});

describe('unmerge', () => {
  it('puts what came later on the right side', async () => {
    const { store } = await twoOfThem();
    await store.merge([request], 99);
    const merged = (await store.customer('ann'))!;
    await store.commit(change({ customers: [{ ...merged, company: 'Edited', updatedAt: 100 }] }));
    const [under] = await store.recordsUnder(['anna']);
    const change2 = change({
      customers: [
        { ...under!, title: 'Head', emails: [...under!.emails, 'new@example.com'], updatedAt: 101 },
      ],
      orders: new Map([
        ['ann', [order(20, { number: 'A9' })]],
        ['anna', [order(21, { number: 'B9' }), order(11, { number: 'O1', amount: 3 })]],
      ]),
    });
    await store.commit(change2);
    expect((await store.customer('ann'))!.title).toBe('Head');

    await store.unmerge([1]);
    expect(await store.customer('ann')).toEqual({ ...ann, company: 'Edited', updatedAt: 100 });
    expect(await store.customer('anna')).toEqual({
      ...anna,
      title: 'Head',
      emails: [...anna.emails, 'new@example.com'],
      updatedAt: 101,
    });
    const numbers = async (id: string) => (await store.facts(id)).orders.map(each => each.number);
    expect(await numbers('ann')).toEqual(['A9', '', 'O1']);
    expect(await numbers('anna')).toEqual(['B9', 'O2', 'O1']);
    expect((await store.facts('anna')).orders.at(-1)!.amount).toBe(3);
    expect((await store.facts('ann')).orders.at(-1)!.amount).toBe(1);
    expect(await store.merges()).toEqual([]);
  });

  it('goes from the last merge to the first where they lie in one another', async () => {
    const { store } = await twoOfThem();
    const before = await store.digest();
    await store.merge([request, { keep: 'zoe', drop: 'anna', fields: {} }], 99);
    expect(await store.currentId('anna')).toBe('zoe');
    await expect(store.unmerge([1])).rejects.toMatchObject({ code: 'mergeInside' });
    await store.unmerge([2]);
    await store.unmerge([1]);
    await expect(store.unmerge([1])).rejects.toMatchObject({ code: 'mergeGone' });
    expect(await store.digest()).toBe(before);
  });

  it('is the way back from any merge, one by one and all at once', async () => {
    const who = fc.shuffledSubarray([...ids], { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(eventsOf(20), who, fc.boolean(), async (events, [keep, ...drops], together) => {
        const store = await baseOf(events);
        const before = await store.digest();
        const merges = await store.merge(
          drops.map(drop => ({ keep: keep!, drop, fields: { city: 'drop' as const } })),
          50,
        );
        if (together) await store.unmerge(merges);
        else for (const id of merges) await store.unmerge([id]);
        expect(await store.digest()).toBe(before);
        store.close();
      }),
      { numRuns: 20 },
    );
  });

  it('of a batch is one step: nested merges come apart, a cancel or a wrong one changes nothing', async () => {
    const { store } = await twoOfThem();
    const before = await store.digest();
    await store.merge([request, { keep: 'zoe', drop: 'anna', fields: {} }], 99);
    const merged = await store.digest();
    await expect(store.unmerge([1, 2])).rejects.toMatchObject({ code: 'mergeInside' });
    await expect(store.unmerge([2, 1, 7])).rejects.toMatchObject({ code: 'mergeGone' });
    const stop = new AbortController();
    const stopped = store.unmerge([2, 1], { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await store.digest()).toBe(merged);
    expect(await store.merges()).toHaveLength(2);
    const seen: number[] = [];
    await store.unmerge([2, 1], { onProgress: done => seen.push(done) });
    expect(seen).toEqual([1, 2]);
    expect(await store.digest()).toBe(before);
  });

  it('keeps what happened to either after the merge, as if there had been none', async () => {
    await fc.assert(
      fc.asyncProperty(eventsOf(12), eventsOf(12), async (events, later) => {
        const [merged, apart] = [await baseOf(events), await baseOf(events)];
        await merged.merge([{ keep: 'a', drop: 'b', fields: {} }], 50);
        const facts = later.filter(event => event.kind !== 'customer');
        for (const store of [merged, apart]) await store.commit(changeOf(facts));
        await merged.unmerge([1]);
        expect(await merged.digest()).toBe(await apart.digest());
        for (const id of ids) expect(await merged.facts(id)).toEqual(await apart.facts(id));
        merged.close();
        apart.close();
      }),
      { numRuns: 20 },
    );
  });
});

describe('removing', () => {
  it('leaves nothing of somebody, nor of whoever was merged into them', async () => {
    const { store } = await twoOfThem();
    await store.merge([request], 99);
    expect(await store.removeCustomers(['anna', 'nobody'], 77)).toBe(1);
    expect(await store.merges()).toEqual([]);
    expect((await store.load()).ids).toEqual(['zoe']);
    expect(await store.known(['ann', 'anna'])).toEqual([]);
    expect(await store.state()).toMatchObject({ customers: 1, orders: 0, interactions: 0 });
  });

  it('fills the places of many with the last ones, over several chunks', async () => {
    const all = Array.from({ length: CHUNK_SIZE + 40 }, (_, i) => `c${i}`);
    const { store } = freshStore();
    const people = all.map(id => customer(id, { columns: { city: id } }));
    const orders = new Map(all.map((id, i) => [id, [order(i, { number: id })]]));
    await store.commit(change({ customers: people, orders }));
    const gone = all.filter((_, i) => i % 7 === 0 || i > CHUNK_SIZE + 30);
    const stay = all.filter(id => !gone.includes(id));
    expect(await store.removeCustomers(gone, 77)).toBe(gone.length);
    const { ids: left, frame } = await store.load();
    expect([...left].sort()).toEqual([...stay].sort());
    expect(frame.size).toBe(stay.length);
    const city = frame.customers.city!;
    if (city.form !== 'coded') throw new Error('cities are texts');
    left.forEach((id, row) => {
      expect(city.dictionary.values[city.codes[row]!]).toBe(id);
      expect(frame.orders.day[frame.orders.offsets[row]!]).toBe(Number(id.slice(1)));
    });
    expect((await store.labels()).names).toHaveLength(stay.length);
    const fresh = freshStore().store;
    await fresh.commit(
      change({
        customers: people.filter(({ id }) => stay.includes(id)),
        orders: new Map([...orders].filter(([id]) => stay.includes(id))),
      }),
    );
    expect(await store.digest()).toBe(await fresh.digest());
  });
});
