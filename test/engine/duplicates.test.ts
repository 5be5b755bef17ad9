import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/domain/index.ts';
import { createEngine, type Engine } from '../../src/engine/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { inventedBase } from '../intake/duplicates/invented.ts';

let engine: Engine;
let store: Store;
let bases = 0;

beforeEach(() => {
  store = openStore(`duplicates-${++bases}`);
  let ids = 0;
  engine = createEngine({
    store,
    now: () => new Date('2026-09-30T10:00:00Z'),
    today: () => dayFromIso('2026-09-30')!,
    newId: () => `id-${++ids}`,
  });
});

const quiet = () => undefined;
const all = { leastScore: 0.5, offset: 0, limit: 100 };

async function importAll(lines: readonly string[]): Promise<void> {
  const file = new File([lines.join('\n')], 'customers.csv', { type: 'text/csv' });
  const { guess } = await engine.inspect(file);
  await engine.runImport('import', [{ file, mapping: guess }], quiet);
}

/** Strangers, so that names have frequencies, and the customers of the test. */
async function importWith(...own: readonly string[]): Promise<void> {
  const strangers = inventedBase(60, 0, 4).records.map(
    ({ id, name, emails, phones }) => `S${id},${name},${emails.join('')},${phones.join('')},,`,
  );
  await importAll(['Customer ID,Name,E-mail,Phone,Company,Address', ...strangers, ...own]);
}

const aldermann = [
  'A1,Jonathan Aldermann,jonathan@aldermann.test,13800138001,,12 Oak Street',
  'A2,Jonathan Aldreman,jonathan@aldermann.test,,Aldermann Ltd,',
];
const idsOf = async () =>
  (await engine.duplicates(all)).pairs.map(({ one, other }) => [one.id, other.id].sort().join(' '));

describe('duplicates of the base', () => {
  it('nothing is known before the first search', async () => {
    await importWith(...aldermann);
    expect(await engine.duplicates(all)).toMatchObject({ isSearched: false, total: 0 });
  });

  it('a pair is found with both records and the reasons, merged with a choice, and taken apart again', async () => {
    await importWith(...aldermann);
    const before = await store.digest();
    await engine.findDuplicates('find', quiet);
    expect(await idsOf()).toEqual(['A1 A2']);
    const view = await engine.duplicatePair('A1', 'A2');
    expect([view.one.id, view.other.id]).toEqual(['A1', 'A2']);
    expect(view.reasons.map(({ part, code }) => `${part} ${code}`)).toEqual(
      expect.arrayContaining(['givenName same', 'familyName typo', 'email same']),
    );
    const [merge] = await engine.mergeCustomers(
      'merge',
      [{ keep: 'A1', drop: 'A2', fields: { name: 'drop' } }],
      quiet,
    );
    expect(await store.customer('A1')).toMatchObject({ name: 'Jonathan Aldreman', company: 'Aldermann Ltd' });
    expect(await engine.duplicates(all)).toMatchObject({ total: 0, isStale: false });
    await engine.unmergeAll('unmerge', [merge!], quiet);
    expect(await store.digest()).toBe(before);
    expect(await idsOf()).toEqual(['A1 A2']);
  });

  it('what was declared distinct is not told again, and what changed asks for another search', async () => {
    await importWith(...aldermann);
    await engine.findDuplicates('find', quiet);
    await engine.declareDistinct('A2', 'A1');
    expect(await idsOf()).toEqual([]);
    await engine.findDuplicates('again', quiet);
    expect(await idsOf()).toEqual([]);
    await engine.forgetDistinct('A1', 'A2');
    expect(await idsOf()).toEqual(['A1 A2']);
    await engine.saveCustomer({ name: 'Somebody New', source: 'hand' });
    expect(await engine.duplicates(all)).toMatchObject({ isStale: true });
  });

  it('accepting above a score merges whole groups, never those declared apart, and can be undone', async () => {
    await importWith(...aldermann, 'A3,Jonathan Aldermann,jonathan@aldermann.test,13800138001,,');
    const before = await store.digest();
    await engine.findDuplicates('find', quiet);
    const plan = await engine.planDuplicates(0.9);
    expect(plan.customers).toBe(1);
    expect(plan.merges.map(({ keep, drop }) => `${drop} into ${keep}`).sort()).toEqual([
      'A2 into A1',
      'A3 into A1',
    ]);
    expect(plan.doubtful.length).toBeGreaterThan(0);
    const merges = await engine.mergeCustomers('merge', plan.merges, quiet);
    expect(await idsOf()).toEqual([]);
    await engine.unmergeAll('undo', [...merges].reverse(), quiet);
    expect(await store.digest()).toBe(before);
    await engine.declareDistinct('A2', 'A3');
    expect((await engine.planDuplicates(0.9)).merges).toEqual([]);
  });

  it('a cancelled search leaves what was found before', async () => {
    await importWith(...aldermann);
    await engine.findDuplicates('find', quiet);
    const stopped = engine.findDuplicates('stop', () => void engine.cancel('stop'));
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await idsOf()).toEqual(['A1 A2']);
  });
});
