import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_SIZE, openStore, type Store } from '../../src/store/index.ts';
import { unpackTexts } from '../../src/store/packed.ts';
import type { PlaceRecord } from '../../src/store/tables.ts';
import { change, customer, dump, freshStore } from './kit.ts';

/** Everybody is filed once, where they are, and nobody else. */
async function expectPlaces(store: Store, name: string): Promise<void> {
  const { ids } = await store.load();
  const filed: [string, number][] = [];
  for (const { ids, rows } of (await dump(name)).places as PlaceRecord[]) {
    filed.push(...unpackTexts(ids).map((id, i): [string, number] => [id, rows[i]!]));
  }
  expect(filed.sort(([, a], [, b]) => a - b)).toEqual(ids.map((id, row) => [id, row]));
}

const people = ['a', 'b', 'c', 'd', 'e'];
const anyStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.subarray(people).map(ids => ({ kind: 'commit' as const, ids })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...people).map(id => ({ kind: 'remove' as const, id })) },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.constantFrom(...people), { minLength: 2, maxLength: 2 })
      .map(([keep, drop]) => ({ kind: 'merge' as const, keep: keep!, drop: drop! })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'unmerge' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'undo' as const }) },
);

async function take(
  store: Store,
  step: typeof anyStep extends fc.Arbitrary<infer Step> ? Step : never,
  at: number,
) {
  if (step.kind === 'commit') {
    const all = step.ids.map(id => customer(id));
    const counts = { rows: 0, newCustomers: 0, matchedCustomers: 0, orders: 0 };
    const summary = { ...counts, replacedOrders: 0, interactions: 0, refused: 0 };
    await store.commit(
      change({ customers: all, record: { fileName: `${at}`, checksum: `${at}`, at, summary } }),
    );
  } else if (step.kind === 'remove') await store.removeCustomers([step.id], at);
  else if (step.kind === 'merge') {
    const [keep, drop] = [await store.currentId(step.keep), await store.currentId(step.drop)];
    const isThere = (await store.customers([keep, drop])).length === 2;
    if (isThere && keep !== drop) await store.merge([{ keep, drop, fields: {} }], at);
  } else if (step.kind === 'unmerge') {
    const [latest] = await store.merges();
    if (latest) await store.unmerge([latest.id]);
  } else {
    const latest = (await store.imports()).find(({ undoneAt }) => undoneAt === undefined);
    if (latest) await store.undoImport(latest.id, at);
  }
}

describe('the places of customers', () => {
  it('are known, whatever is imported, merged, removed and taken back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 8 }), async steps => {
        const { store, name } = freshStore();
        for (const [at, step] of steps.entries()) await take(store, step, at + 1);
        await expectPlaces(store, name);
        store.close();
      }),
      { numRuns: 40 },
    );
  });

  it('follow customers that move to other chunks', async () => {
    const { store, name } = freshStore();
    const all = Array.from({ length: CHUNK_SIZE + 100 }, (_, i) =>
      customer(`c${i}`, { phones: [`138${String(i).padStart(8, '0')}`] }),
    );
    await store.commit(change({ customers: all }));
    await expectPlaces(store, name);
    await store.removeCustomers(
      all.flatMap(({ id }, i) => (i % 9 === 0 ? [id] : [])),
      5,
    );
    expect((await store.state()).customers).toBeLessThan(CHUNK_SIZE);
    await expectPlaces(store, name);
    const moved = all.at(-2)!;
    expect(await store.customer(moved.id)).toEqual(moved);
  });
});

describe('removing', () => {
  it('leaves no text of somebody in any record', async () => {
    const { store, name } = freshStore();
    const texts = {
      name: '欧阳娜',
      company: '独家商行',
      title: '独家总监',
      address: '独家路1号',
      emails: ['only@nowhere.example'],
      phones: ['13912345678'],
      tags: [{ tag: '独家标签', author: '独家作者', at: 3 }],
      source: '独家文件.csv',
      columns: { city: '独家城' },
    };
    const others = Array.from({ length: 70 }, (_, i) => customer(`c${i}`));
    const raws = new Map([['only-id', { phone: '139-1234-5678' }]]);
    await store.commit(
      change({ customers: [others[0]!, customer('only-id', texts), ...others.slice(1)], raws }),
    );
    await store.commit(
      change({
        customers: [customer('only-id', { ...texts, title: '独家董事', updatedAt: 8 })],
        source: '独家手',
      }),
    );
    const holds = async (text: string) => JSON.stringify(await dump(name)).includes(text);
    const traces = ['独家', '欧阳娜', 'only@nowhere', '13912345678', '139-1234', 'only-id'];
    for (const trace of traces) expect(await holds(trace), trace).toBe(true);
    await store.removeCustomers(['only-id'], 9);
    for (const trace of traces) expect(await holds(trace), trace).toBe(false);
    await expectPlaces(store, name);
    store.close();
    expect(await openStore(name).customers(['c0', 'c69'])).toEqual([others[0], others[69]]);
  });
});
