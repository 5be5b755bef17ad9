import { describe, expect, it } from 'vitest';
import { Bits } from '../../src/domain/index.ts';
import { CHUNK_SIZE, type Publication, type PublishedResults } from '../../src/store/index.ts';
import { card, change, customer, dump, freshStore, order, ruleVersion, searchRow } from './kit.ts';

const SIZE = CHUNK_SIZE + 70;

function results(size: number): PublishedResults {
  return {
    size,
    tags: [
      { name: '高价值客户', weight: 30, bits: Bits.from(size, row => row % 3 === 0) },
      { name: 'new', weight: 5, bits: Bits.from(size, row => row === CHUNK_SIZE) },
    ],
    tiers: [
      { name: '忠诚度', levels: ['高', '低'], codes: Uint8Array.from({ length: size }, (_, i) => i % 3) },
    ],
    segments: [{ name: 'at risk', bits: Bits.from(size, row => row >= CHUNK_SIZE - 1) }],
    actions: [{ name: 'call', bits: Bits.from(size, row => row % 31 === 0) }],
  };
}

function publication(part: Partial<Publication>): Publication {
  return {
    version: ruleVersion(1),
    asOf: 20_000,
    nextTurn: 20_004,
    revision: 1,
    results: { size: 0, tags: [], tiers: [], segments: [], actions: [] },
    cards: [],
    searchRows: [],
    ...part,
  };
}

async function storeOf(ids: string[]) {
  const fresh = freshStore();
  await fresh.store.commit(change({ customers: ids.map(id => customer(id)) }));
  return fresh;
}

const ids = Array.from({ length: SIZE }, (_, i) => `c${i}`);

describe('published results', () => {
  it('come back over chunk borders, and rows that were added since have none', async () => {
    const { store } = await storeOf(ids);
    expect(await store.results()).toBeNull();
    const given = results(SIZE);
    await store.publish(publication({ results: given }));
    expect(await store.results()).toEqual({ ...given, version: 1, asOf: 20_000 });
    expect(await store.state()).toMatchObject({
      version: 1,
      resultsAsOf: 20_000,
      nextTurn: 20_004,
      generation: 1,
      revision: 1,
    });

    await store.commit(change({ customers: [customer('later')] }));
    const found = await store.results();
    expect(found?.size).toBe(SIZE + 1);
    expect(found?.tags[0]?.bits.rows()).toEqual(given.tags[0]?.bits.rows());
    expect(found?.tiers[0]?.codes.at(-1)).toBe(0);
  });

  it('are replaced as a whole', async () => {
    const { store } = await storeOf(ids);
    await store.publish(publication({ results: results(SIZE), cards: [card('c1', ['e:c1@example.com'])] }));
    const few = { ...results(SIZE), tags: [], actions: [] };
    await store.publish(publication({ version: null, asOf: 20_001, results: few, cards: [] }));
    expect(await store.results()).toEqual({ ...few, version: 1, asOf: 20_001 });
    expect(await store.cardsFor(['e:c1@example.com'])).toEqual([]);
  });

  it('are refused for data that have changed since, and for a version that exists', async () => {
    const { store, name } = await storeOf(['c0']);
    await store.publish(publication({ cards: [card('c0', [])] }));
    const before = await dump(name);
    await expect(store.publish(publication({ version: ruleVersion(2), revision: 0 }))).rejects.toMatchObject({
      code: 'baseChanged',
    });
    await expect(store.publish(publication({}))).rejects.toThrow();
    expect(await dump(name)).toEqual(before);
  });

  it('stay as they were when the publication is cancelled', async () => {
    const { store, name } = await storeOf(ids);
    await store.publish(publication({ results: results(SIZE), cards: [card('c0', ['e:a@b.c'])] }));
    const before = await dump(name);
    const controller = new AbortController();
    const cancelled = store.publish(
      publication({ version: ruleVersion(2), cards: ids.map(id => card(id, [`e:${id}@b.c`])) }),
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(await dump(name)).toEqual(before);
  });

  it('keep every version of the rules', async () => {
    const { store } = await storeOf(['c0']);
    await store.publish(publication({}));
    await store.publish(publication({ version: ruleVersion(2) }));
    expect(await store.versions()).toEqual([ruleVersion(2), ruleVersion(1)]);
    expect(await store.version(1)).toEqual(ruleVersion(1));
    expect(await store.version(3)).toBeNull();
  });
});

describe('cards', () => {
  const ann = card('ann', ['e:ann@example.com', 'p:13800138000'], { tags: ['高价值'] });
  const bob = card('bob', ['p:13800138000']);
  const quiet = card('quiet', []);
  const prepared = async () => {
    const { store, name } = await storeOf(['ann', 'bob', 'quiet']);
    await store.publish(
      publication({
        cards: [ann, bob, quiet],
        searchRows: ['ann', 'bob', 'quiet'].map(id => searchRow(id)),
      }),
    );
    return { store, name };
  };

  it('are found by any contact key and by id, each once, in the order of the keys', async () => {
    const { store } = await prepared();
    expect(await store.cardsFor(['e:ann@example.com'])).toEqual([ann]);
    expect(await store.cardsFor(['p:13800138000', 'e:ann@example.com'])).toEqual([ann, bob]);
    expect(await store.cardsFor(['e:nobody@example.com'])).toEqual([]);
    expect(await store.cardsFor([])).toEqual([]);
    expect(await store.cardOf('ann')).toEqual(ann);
    expect(await store.cardOf('quiet')).toEqual(quiet);
    expect(await store.cardOf('nobody')).toBeNull();
  });

  it('move with changed contacts, and the old addresses find nothing', async () => {
    const { store, name } = await prepared();
    const moved = card('ann', ['e:new@example.com'], { name: 'Ann Moved' });
    await store.putCards([moved], [searchRow('ann', { name: 'Ann Moved' })]);
    expect(await store.cardsFor(['e:ann@example.com'])).toEqual([]);
    expect(await store.cardsFor(['p:13800138000'])).toEqual([bob]);
    expect(await store.cardsFor(['e:new@example.com'])).toEqual([moved]);
    expect(await store.cardOf('ann')).toEqual(moved);
    expect((await store.search('moved', 5)).map(hit => hit.id)).toEqual(['ann']);

    await store.putCards([quiet, card('ann', [])], [searchRow('quiet'), searchRow('ann')]);
    expect(await store.cardsFor(['e:new@example.com'])).toEqual([]);
    expect(await store.cardOf('ann')).toEqual(card('ann', []));
    const filed = (await dump(name)).cards as { keys: string[] }[];
    expect(filed.flatMap(({ keys }) => keys).sort()).toEqual(['i:ann', 'i:bob', 'i:quiet', 'p:13800138000']);
  });

  it('can be put for a customer who came after the publication', async () => {
    const { store } = await prepared();
    await store.commit(change({ customers: [customer('cid')] }));
    await store.putCards([card('cid', ['e:cid@b.c'])], [searchRow('cid')]);
    expect((await store.cardsFor(['e:cid@b.c'])).map(({ id }) => id)).toEqual(['cid']);
    expect((await store.search('cid', 5)).map(({ id }) => id)).toEqual(['cid']);
    await expect(store.putCards([], [searchRow('ghost')])).rejects.toThrow('ghost');
  });
});

describe('changes', () => {
  it('are told here and to every other store of that name, until one stops listening', async () => {
    const { store, name } = freshStore();
    const { openStore } = await import('../../src/store/index.ts');
    const other = openStore(name);
    const heard: unknown[] = [];
    const heardElsewhere: unknown[] = [];
    const stop = store.onChange(message => heard.push(message));
    const told = (count: number) => expect.poll(() => heardElsewhere.length).toBe(count);
    const stopOther = other.onChange(message => heardElsewhere.push(message));
    await store.commit(change({ customers: [customer('ann')] }));
    await told(1);
    await store.publish(publication({}));
    await told(2);
    stop();
    await store.putCards([], []);
    await told(3);
    stopOther();
    expect(heard).toEqual([
      { revision: 1, generation: 0 },
      { revision: 1, generation: 1 },
    ]);
    expect(heardElsewhere).toEqual([...heard, { revision: 1, generation: 2 }]);
  });

  it('to settings are kept, and erasing forgets all but the counters', async () => {
    const { store } = await storeOf(['ann']);
    await store.commit(change({ orders: new Map([['ann', [order(5)]]]) }));
    await store.publish(publication({ revision: 2, results: results(1), searchRows: [searchRow('ann')] }));
    await store.setMeta({ fixedDay: 100, draft: 'x' });
    expect(await store.state()).toMatchObject({ fixedDay: 100, draft: 'x', latestOrder: 5, revision: 2 });
    await store.erase();
    expect(await store.state()).toEqual({
      revision: 3,
      generation: 2,
      customers: 0,
      orders: 0,
      interactions: 0,
      currency: 'CNY',
      version: 0,
      resultsAsOf: null,
      nextTurn: null,
      fixedDay: null,
      draft: null,
      keyFields: null,
      learned: {},
      models: {},
      decisions: 0,
      latestOrder: null,
    });
    expect(await store.search('ann', 5)).toEqual([]);
    expect(await store.results()).toBeNull();
    expect((await store.load()).frame.size).toBe(0);
  });
});
