import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { change, customer, dump, freshStore, interaction, order, plain } from './kit.ts';

const summary = {
  rows: 1,
  newCustomers: 0,
  matchedCustomers: 0,
  orders: 0,
  replacedOrders: 0,
  interactions: 0,
  refused: 0,
};

type Act =
  | { readonly is: 'import'; readonly who: number; readonly number: number; readonly city: string }
  | { readonly is: 'edit'; readonly who: number; readonly city: string }
  | { readonly is: 'merge'; readonly keep: number; readonly drop: number };

const who = fc.integer({ min: 0, max: 5 });
const city = fc.constantFrom('杭州', 'Oakland', '');
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ is: fc.constant('import' as const), who, number: fc.integer({ min: 0, max: 3 }), city }),
  fc.record({ is: fc.constant('edit' as const), who, city }),
  fc.record({ is: fc.constant('merge' as const), keep: who, drop: who }),
);

/** Does something to the base at a moment, as the engine would. */
async function perform(store: Store, what: Act, at: number): Promise<void> {
  if (what.is === 'merge') {
    const [keep, drop] = [`c${what.keep}`, `c${what.drop}`];
    if (keep === drop || (await store.customers([keep, drop])).length < 2) return;
    await store.merge([{ keep, drop, fields: {} }], at);
    return;
  }
  const id = `c${what.who}`;
  const [known] = await store.recordsUnder([id]);
  const columns: Record<string, string> = what.city ? { city: what.city } : {};
  const person = known
    ? { ...known, columns: { ...known.columns, ...columns }, updatedAt: at }
    : customer(id, { columns, createdAt: at, updatedAt: at });
  await store.commit(
    what.is === 'edit'
      ? change({ customers: [person], source: 'hand' })
      : change({
          customers: [person],
          orders: new Map([[id, [order(20_000 + at, { number: `N${what.number}`, amount: at })]]]),
          interactions: new Map([[id, [interaction(20_000 + at)]]]),
          record: { fileName: `${at}.csv`, checksum: String(at), at, summary },
        }),
  );
}

/** What rules can see, whatever the order of rows. */
async function seen(store: Store): Promise<unknown> {
  return byId(plain(await store.load()));
}

function byId({ ids, customers, orders, interactions }: ReturnType<typeof plain>): unknown {
  const facts = (of: Record<string, unknown[]>, row: number) => {
    const [start, end] = [of.offsets![row] as number, of.offsets![row + 1] as number];
    return Object.entries(of).map(([id, values]) => (id === 'offsets' ? 0 : values.slice(start, end)));
  };
  return Object.fromEntries(
    ids.map((id, row) => [
      id,
      [
        Object.entries(customers).map(([field, values]) => [field, values[row]]),
        facts(orders, row),
        facts(interactions, row),
      ],
    ]),
  );
}

describe('the base as it was known', () => {
  it('is what it was at that moment, after any imports, merges and edits; and nothing is changed by looking', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 1, maxLength: 6 }),
        fc.array(act, { maxLength: 5 }),
        async (before, after) => {
          const { store, name } = freshStore();
          let now = 0;
          for (const each of before) await perform(store, each, ++now);
          const [then, moment] = [await seen(store), now];
          for (const each of after) await perform(store, each, ++now);
          const left = await dump(name);
          const { base, untraceable } = await store.baseAt(moment);
          expect(byId(plain(base))).toEqual(then);
          expect(untraceable).toEqual({ undone: [], mended: [], erased: 0 });
          expect(await dump(name)).toEqual(left);
          store.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says what came since and cannot be taken out', async () => {
    const { store } = freshStore();
    await perform(store, { is: 'import', who: 1, number: 1, city: '' }, 1);
    await perform(store, { is: 'import', who: 2, number: 1, city: '' }, 2);
    await store.undoImport(1, 5);
    await store.removeCustomers(['c2'], 6);
    expect((await store.baseAt(3)).untraceable).toEqual({
      undone: [{ fileName: '1.csv', at: 5 }],
      mended: [],
      erased: 1,
    });
    expect((await store.baseAt(6)).untraceable).toEqual({ undone: [], mended: [], erased: 0 });
  });
});
