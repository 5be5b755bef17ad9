import type { Override, RuleVerdict } from '../domain/index.ts';
import { CHUNK_SIZE, type Decision, type PublishedResults } from './model.ts';
import { copyOfResults, setResults } from './results.ts';
import { Aliases } from './steps/aliases.ts';
import { readBase, type Tables } from './tables.ts';

/**
 * All decisions of people, in their order; those about somebody who was merged by a moment are about the kept
 * customer.
 */
export async function readOverrides(
  tables: Pick<Tables, 'overrides' | 'merges'>,
  moment: number,
): Promise<Override[]> {
  const aliases = new Aliases(await tables.merges.filter(({ at }) => at <= moment).toArray());
  const overrides = await tables.overrides.toArray();
  return overrides.map(each => ({ ...each, customer: aliases.of(each.customer).id }));
}

/** Begins and ends decisions. One that ended before stays as it is. */
export async function writeDecision(tables: Tables, { add, end, at, nextTurn }: Decision): Promise<void> {
  for (const ended of await tables.overrides.bulkGet([...end])) {
    if (ended && ended.endedAt === undefined) await tables.overrides.put({ ...ended, endedAt: at });
  }
  await tables.overrides.bulkAdd(add as Override[]);
  const base = await readBase(tables);
  await tables.meta.put({
    ...base,
    nextTurn,
    decisions: base.decisions + 1,
    generation: base.generation + 1,
  });
}

/** Puts what the results say of single rows in the place of what is stored of them. */
export async function replaceResults(
  tables: Pick<Tables, 'results'>,
  rows: readonly number[],
  results: PublishedResults,
): Promise<void> {
  for (const chunk of new Set(rows.map(row => Math.floor(row / CHUNK_SIZE)))) {
    const stored = await tables.results.get(chunk);
    if (!stored) continue; // customers that came since: the next publication has them
    const record = copyOfResults(stored);
    for (const row of rows) if (Math.floor(row / CHUNK_SIZE) === chunk) setResults(record, row, results);
    await tables.results.put(record);
  }
}

/** Remembers what the rules themselves came to. */
export async function putRuled(
  { overrides }: Pick<Tables, 'overrides'>,
  ruled: ReadonlyMap<number, RuleVerdict>,
): Promise<void> {
  for (const override of await overrides.bulkGet([...ruled.keys()])) {
    const verdict = override && ruled.get(override.id);
    if (override && verdict !== undefined && verdict !== override.ruled)
      await overrides.put({ ...override, ruled: verdict });
  }
}

/** Forgets every decision about customers that are erased. */
export async function forgetOverrides(
  { overrides }: Pick<Tables, 'overrides'>,
  gone: ReadonlySet<string>,
): Promise<void> {
  await overrides
    .where('customer')
    .anyOf([...gone])
    .delete();
}
