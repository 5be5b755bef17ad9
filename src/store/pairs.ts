import { Problem } from '../domain/index.ts';
import type { KeptPair, KeptSearch, LinkedPair } from './model.ts';
import { idsOf, pairOf } from './steps/pairKeys.ts';
import { type PairSearchRecord, type PairsSeenRecord, readBase, type Tables } from './tables.ts';

/** What is remembered of the last search, null before the first. */
export async function readSearch(tables: Tables): Promise<KeptSearch | null> {
  const stored = (await tables.meta.get('pairs')) as PairSearchRecord | undefined;
  if (!stored) return null;
  const { key: _, ...search } = stored;
  return search;
}

/** The marks of the records as they were compared. */
export async function readSeen(tables: Tables): Promise<Float64Array> {
  const stored = (await tables.meta.get('pairsSeen')) as PairsSeenRecord | undefined;
  return stored?.marks ?? new Float64Array(0);
}

/**
 * Stores a search with its pairs: in place of all earlier ones, or of those of the customers of `of`, for which the
 * base must still be the one that was compared (else Problem 'baseChanged'). Who was erased during a search of the
 * whole base is not in it.
 */
export async function writePairs(
  tables: Tables,
  search: KeptSearch,
  seen: Float64Array<ArrayBuffer>,
  pairs: readonly KeptPair[],
  of: readonly string[] | 'all',
): Promise<void> {
  const isChanged = (await readBase(tables)).revision !== search.revision;
  if (isChanged && of !== 'all') throw new Problem('baseChanged');
  if (of === 'all') await tables.pairs.clear();
  else await dropPairsOf(tables, new Set(of));
  await tables.pairs.bulkPut(
    pairs.map(({ one, other, ...rest }) => ({ pair: pairOf(one, other), ids: [one, other], ...rest })),
  );
  await tables.meta.bulkPut([
    { key: 'pairs', ...search },
    { key: 'pairsSeen', marks: seen },
  ]);
  if (!isChanged) return;
  const found = [
    ...pairs.flatMap(({ one, other }) => [one, other]),
    ...search.crowds.flatMap(crowd => crowd.examples),
  ];
  await forgetFound(tables, await erasedAmong(tables, new Set(found)));
}

/** All pairs, in no order. */
export async function readPairs(tables: Tables): Promise<LinkedPair[]> {
  return (await tables.pairs.toArray()).map(({ pair, score }) => linked(pair, score));
}

/** The pairs of one customer, the surest first. */
export async function readPairsOf(tables: Tables, id: string): Promise<LinkedPair[]> {
  const rows = await tables.pairs.where('ids').equals(id).toArray();
  return rows.map(({ pair, score }) => linked(pair, score)).sort((one, other) => other.score - one.score);
}

/** Forgets the pairs of customers, and that they were among those who share something. */
export async function forgetFound(tables: Tables, gone: ReadonlySet<string>): Promise<void> {
  await dropPairsOf(tables, gone);
  const search = await readSearch(tables);
  if (!search) return;
  const crowds = search.crowds.flatMap(crowd => {
    const examples = crowd.examples.filter(id => !gone.has(id));
    return examples.length > 0 ? [{ ...crowd, examples }] : [];
  });
  await tables.meta.put({ key: 'pairs', ...search, crowds });
}

/** Those of the ids whom the base does not know, nor anybody who took them in. */
async function erasedAmong(tables: Tables, ids: ReadonlySet<string>): Promise<Set<string>> {
  const all = [...ids];
  const present = await tables.customers.where('id').anyOf(all).primaryKeys();
  const merged = await tables.merges.where('drop').anyOf(all).keys();
  const known = new Set<unknown>([...present, ...merged]);
  return new Set(all.filter(id => !known.has(id)));
}

async function dropPairsOf(tables: Pick<Tables, 'pairs'>, ids: ReadonlySet<string>): Promise<void> {
  const keys = await tables.pairs
    .where('ids')
    .anyOf([...ids])
    .primaryKeys();
  await tables.pairs.bulkDelete(keys);
}

function linked(pair: string, score: number): LinkedPair {
  const [one, other] = idsOf(pair);
  return { one, other, score };
}
