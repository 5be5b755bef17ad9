import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import type { Store } from '../../src/store/index.ts';
import { inventedBase } from '../intake/duplicates/invented.ts';
import { importLines, openEngine, quiet } from './kit.ts';

let engine: Engine;
let store: Store;

/** An engine of its own over the same base: what a browser has that was closed and opened again. */
const start = () => openEngine({ store }).engine;

beforeEach(() => {
  ({ engine, store } = openEngine());
});

const all = { leastScore: 0.5, offset: 0, limit: 100 };

async function importAll(lines: readonly string[]): Promise<void> {
  await importLines(engine, 'customers.csv', lines);
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
    expect((await engine.customer('A1'))!.duplicates).toEqual([]);
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

  it('what was found is there at the next start, with its reasons, and in a backup', async () => {
    await importWith(...aldermann);
    await engine.findDuplicates('find', quiet);
    const page = await engine.duplicates(all);
    const view = await engine.duplicatePair('A1', 'A2');
    expect((await engine.customer('A1'))!.duplicates).toMatchObject([
      { id: 'A2', name: 'Jonathan Aldreman' },
    ]);
    const own = (id: string) => engine.duplicates({ ...all, of: id });
    expect([(await own('A2')).total, (await own('S1')).total]).toEqual([1, 0]);
    engine = start();
    expect(await engine.duplicates(all)).toEqual(page);
    expect(await engine.duplicatePair('A1', 'A2')).toEqual(view);
    const { file } = await engine.backup('backup', { passphrase: '', extra: '' }, quiet);
    await engine.erase();
    expect(await engine.duplicates(all)).toMatchObject({ isSearched: false, total: 0, pairs: [] });
    await engine.restore('restore', file, '', quiet);
    expect(await idsOf()).toEqual(['A1 A2']);
  });

  it('who is new or changed is compared with the rest, and who is erased leaves no pair behind', async () => {
    await importWith(aldermann[0]!);
    await engine.findDuplicates('find', quiet);
    expect(await idsOf()).toEqual([]);
    await importAll([
      'Customer ID,Name,E-mail,Phone',
      'A9,Jon Aldermann,jonathan@aldermann.test,13800138001',
    ]);
    expect(await engine.duplicates(all)).toMatchObject({ isStale: true, total: 0 });
    await engine.refreshDuplicates('refresh', quiet);
    expect(await engine.duplicates(all)).toMatchObject({ isStale: false });
    expect(await idsOf()).toEqual(['A1 A9']);
    const { customer } = (await engine.customer('A9'))!;
    const { name, id } = customer;
    await engine.saveCustomer({ id, name: 'Wu Mei', emails: ['wu@mei.test'], phones: [], source: 'hand' });
    await engine.refreshDuplicates('refresh', quiet);
    expect(await idsOf()).toEqual([]);
    await engine.saveCustomer({ id, name, emails: customer.emails, source: 'hand' });
    await engine.refreshDuplicates('refresh', quiet);
    expect(await idsOf()).toEqual(['A1 A9']);
    await engine.removeCustomers('remove', ['A9'], quiet);
    expect(await store.pairs()).toEqual([]);
    expect(await store.pairsOf('A9')).toEqual([]);
  });

  describe('a write just before the pairs are kept', () => {
    /** Does `write` when the search has ended, before what it found is stored. */
    function writeBeforeKeeping(write: () => Promise<unknown>) {
      const keepPairs = store.keepPairs.bind(store);
      return vi.spyOn(store, 'keepPairs').mockImplementationOnce(async (...found) => {
        await write();
        return keepPairs(...found);
      });
    }
    const twin = { name: 'Jon Aldermann', emails: ['jonathan@aldermann.test'], source: 'hand' };

    it('is compared too', async () => {
      await importWith(...aldermann);
      await engine.findDuplicates('find', quiet);
      await engine.saveCustomer({ name: 'Wu Mei', emails: ['wu@mei.test'], source: 'hand' });
      const kept = writeBeforeKeeping(() => engine.saveCustomer(twin));
      await engine.refreshDuplicates('refresh', quiet);
      expect(kept).toHaveBeenCalledTimes(2);
      expect(await engine.duplicates(all)).toMatchObject({ isStale: false });
      expect((await engine.duplicates({ ...all, of: 'A1' })).total).toBe(2);
    });

    it('leaves no pair of somebody who was erased', async () => {
      await importWith(...aldermann);
      writeBeforeKeeping(() => engine.removeCustomers('remove', ['A2'], quiet));
      await engine.findDuplicates('find', quiet);
      expect(await store.pairs()).toEqual([]);
      expect(await store.pairReasons('A1', 'A2')).toBeNull();
      expect(await engine.duplicates(all)).toMatchObject({ isSearched: true, isStale: true });
    });
  });

  it('a contact that many share is told, with who shares it', async () => {
    const names = ['Wang Fang', 'Peter Novak', 'Maria Rossi', 'Li Jianguo', 'Zhao Ming'];
    await importWith(...names.map((name, at) => `D${at},${name},,057188880000,,`));
    await engine.findDuplicates('find', quiet);
    const { crowds } = await engine.duplicates(all);
    const desk = crowds.find(({ kind, count }) => kind === 'sharedPhone' && count === names.length)!;
    expect(desk.examples.map(({ name }) => name)).toEqual(names);
    await engine.removeCustomers('remove', ['D0'], quiet);
    expect(JSON.stringify(await store.pairSearch())).not.toContain('D0');
  });
});
