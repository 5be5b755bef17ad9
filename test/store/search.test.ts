import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TierResult } from '../../src/domain/index.ts';
import type { SearchRow, Store } from '../../src/store/index.ts';
import { eachMisspelt, isNearlyPrefix } from '../../src/store/misspelt.ts';
import { change, customer, freshStore, order, ruleVersion, searchRow } from './kit.ts';

const high: TierResult = { name: 'value', level: 'high', rank: 0, levels: 2 };
const low: TierResult = { name: 'value', level: 'low', rank: 1, levels: 2 };

const rows: SearchRow[] = [
  searchRow('zhang', { name: '张晓明', pinyin: 'zhangxiaoming', initials: 'zxm', phones: ['138 0013 8000'] }),
  searchRow('wang', { name: '王小明', pinyin: 'wangxiaoming', initials: 'wxm', phones: ['+86 13900001234'] }),
  searchRow('zhao', { name: '赵晓', company: '张氏集团', pinyin: 'zhaoxiao', initials: 'zx', tier: low }),
  searchRow('anna', {
    name: 'Anna Ming',
    company: 'Ｌｅｎｓ Ltd',
    initials: 'am',
    emails: ['anna@lens.com'],
  }),
  searchRow('ann', { name: 'Ann', initials: 'a', emails: ['boss@annuity.org'], tier: low }),
  searchRow('joann', { name: 'Joann Smith', initials: 'js', phones: ['5551234999'], tier: high }),
  searchRow('lee', { name: 'Lee Ann', initials: 'la', phones: ['1234'], segment: 'at risk', tier: high }),
];

async function storeWith(given: readonly SearchRow[]): Promise<Store> {
  const { store } = freshStore();
  await store.commit(change({ customers: given.map(({ id }) => customer(id)) }));
  await store.publish({
    version: ruleVersion(1),
    asOf: 1,
    nextTurn: 2,
    revision: 1,
    results: { size: given.length, tags: [], tiers: [], segments: [], actions: [] },
    cards: [],
    searchRows: given,
  });
  return store;
}

describe('the look-up', () => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWith(rows);
  });

  it.each([
    ['whole name, beginning, beginning of a word, inside', 'ann', ['ann', 'anna', 'lee', 'joann']],
    ['case and width', 'ＡＮＮＡ', ['anna']],
    ['company in folded width', 'lens l', ['anna']],
    ['e-mail', 'anna@lens.com', ['anna']],
    ['domain of an e-mail', 'annuity', ['ann']],
    ['Chinese name, then company', '张', ['zhao', 'zhang']],
    ['inside a Chinese name', '明', ['zhang', 'wang']],
    ['initials: whole before beginning', 'zx', ['zhao', 'zhang']],
    ['initials, in capitals', 'ZXM', ['zhang']],
    ['pinyin from the beginning', 'zhangxiao', ['zhang']],
    ['pinyin with spaces', 'zhang xiao ming', ['zhang']],
    ['pinyin of the given name', 'xiaoming', ['zhang', 'wang']],
    ['name and pinyin together: beginning of a word before inside', 'ming', ['anna', 'zhang', 'wang']],
    ['phone: whole, tail, inside', '1234', ['lee', 'wang', 'joann']],
    ['phone tail of three digits', '000', ['zhang', 'wang']],
    ['phone with country code and separators', '+86 138-0013-8000', ['zhang']],
    ['two digits are too few', '12', []],
    ['nothing', '  ', []],
    ['a letter that is another', 'anma@lens', ['anna']],
    ['two letters exchanged', 'zhagnxiao', ['zhang']],
    ['a letter too many', 'jooann', ['joann']],
    ['a letter missing', 'smth', ['joann']],
    ['two slips: nobody', 'jooannn smyth', []],
    ['nobody', 'xyzzy', []],
  ])('finds by %s', async (_, text, expected) => {
    expect((await store.search(text, 10)).map(({ id }) => id)).toEqual(expected);
  });

  it('shows what tells the customer apart, and no more than asked for', async () => {
    expect(await store.search('lee', 1)).toEqual([
      { id: 'lee', name: 'Lee Ann', company: '', email: '', phone: '1234', tier: high, segment: 'at risk' },
    ]);
    expect(await store.search('ann', 2)).toHaveLength(2);
  });

  it('finds exactly the rows that have the text in one of their spellings', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '明', ' '), maxLength: 5 });
    const anyRow = fc.record({ name: letters, company: letters, email: letters });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 8 }), letters, async (given, text) => {
        const made = given.map(({ name, company, email }, i) =>
          searchRow(`${i}`, { name, company, emails: [email] }),
        );
        const own = await storeWith(made);
        const found = new Set((await own.search(text, 100)).map(({ id }) => Number(id)));
        own.close();
        const tidy = (spelling: string) => spelling.trim().replace(/ +/g, ' ');
        const wanted = [tidy(text), tidy(text).replaceAll(' ', '')];
        const isFound: boolean[] = [];
        given.forEach(({ name, company, email }, i) => {
          const has = [name, company, email].some(spelling =>
            wanted.some(each => each !== '' && tidy(spelling).includes(each)),
          );
          isFound[i] = has;
        });
        if (isFound.includes(true)) expect(given.map((_, i) => found.has(i))).toEqual(isFound);
      }),
      { numRuns: 60 },
    );
  });
});

describe('one slip of the hand', () => {
  /** Least number of letters changed, left out, put in or exchanged with the next one. */
  function distance(one: string, other: string): number {
    const rows = Array.from({ length: one.length + 1 }, (_, i) => [i]);
    for (let j = 1; j <= other.length; j++) rows[0]![j] = j;
    for (let i = 1; i <= one.length; i++) {
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
        if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          least = Math.min(least, rows[i - 2]![j - 2]! + 1);
        rows[i]![j] = least;
      }
    }
    return rows[one.length]![other.length]!;
  }

  it('is forgiven exactly where one would do', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(word, word, (needle, name) => {
        const beginnings = Array.from({ length: name.length + 1 }, (_, end) => name.slice(0, end));
        const wanted = beginnings.some(each => distance(needle, each) <= 1);
        expect(isNearlyPrefix(needle, `\u0001${name}\u0001`, 1)).toBe(wanted);
        const places = new Set<number>();
        eachMisspelt(`\u0001${name}\u0001`, needle, at => places.add(at));
        expect(places.has(1)).toBe(wanted);
      }),
      { numRuns: 2_000 },
    );
  });
});

it('finds by the number of an order, or its beginning', async () => {
  const { store } = freshStore();
  const ids = Array.from({ length: 5 }, (_, i) => `c${i}`);
  const orders = new Map(
    ids
      .slice(1)
      .map((id, i) => [id, [order(10, { number: `SO-10${i}7` }), order(11, { number: `so-20${i}9` })]]),
  );
  await store.commit(change({ customers: ids.map(id => customer(id)), orders }));
  await store.publish({
    version: ruleVersion(1),
    asOf: 1,
    nextTurn: 2,
    revision: 1,
    results: { size: ids.length, tags: [], tiers: [], segments: [], actions: [] },
    cards: [],
    searchRows: ids.map(id => searchRow(id, { name: `Name of ${id}` })),
  });
  const found = async (text: string) => (await store.search(text, 10)).map(({ id }) => id);
  expect(await found('SO-1017')).toEqual(['c2']);
  expect(await found('#so-2039')).toEqual(['c4']);
  expect(await found('so-100')).toEqual(['c1']);
  expect(await found('so-10')).toEqual([]);
  expect(await found('so-9999')).toEqual([]);
});

it('finds by the whole number of a customer first', async () => {
  const store = await storeWith([
    searchRow('KD-1001', { name: '李娜' }),
    searchRow('kd-1002', { name: 'Ann' }),
    searchRow('2001', { name: 'Bob' }),
    searchRow('c4', { name: 'Tail', phones: ['13800002001'] }),
  ]);
  const found = async (text: string, limit = 10) => (await store.search(text, limit)).map(({ id }) => id);
  expect(await found(' kd-1001')).toEqual(['KD-1001']);
  expect(await found('kd-1002')).toEqual(['kd-1002']);
  expect(await found('2001')).toEqual(['2001', 'c4']);
  expect(await found('2001', 1)).toEqual(['2001']);
  expect(await found('KD-100')).toEqual([]);
});
