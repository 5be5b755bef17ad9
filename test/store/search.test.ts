import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TierResult } from '../../src/domain/index.ts';
import type { SearchRow, Store } from '../../src/store/index.ts';
import { change, customer, freshStore, ruleVersion, searchRow } from './kit.ts';

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
        given.forEach(({ name, company, email }, i) => {
          const has = [name, company, email].some(spelling =>
            wanted.some(each => each !== '' && tidy(spelling).includes(each)),
          );
          expect(found.has(i)).toBe(has);
        });
      }),
      { numRuns: 60 },
    );
  });
});
