import type { AcceptedRule, NewRun, StoredRun } from './model.ts';
import { packTexts, unpackTexts } from './packed.ts';
import type { AcceptedRecord, RunRow, Tables } from './tables.ts';

/** Runs that are kept besides the first and the last of every version, and those that somebody accepted. */
const LATEST = 100;

type RunTables = Pick<Tables, 'meta' | 'runs' | 'settings'>;

/** Remembers a run, forgets old ones that nothing refers to, and returns its number. */
export async function addRun(tables: RunTables, { models, ...run }: NewRun): Promise<number> {
  if ((await tables.settings.get(run.settings)) === undefined) {
    await tables.settings.put({ digest: run.settings, models });
  }
  const kept = run.kept.map(each => ({ ...each, customers: packTexts(each.customers) }));
  const id = await tables.runs.add({ ...run, kept });
  await forgetRuns(tables);
  return id;
}

/** All runs that are remembered, the latest first. */
export async function readRuns({ runs }: Pick<Tables, 'runs'>): Promise<StoredRun[]> {
  return (await runs.reverse().toArray()).map(runOf);
}

/** How models were set, null where that is not kept. */
export async function readSettings(
  { settings }: Pick<Tables, 'settings'>,
  digest: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  return (await settings.get(digest))?.models ?? null;
}

/** What somebody accepted, by rule. */
export async function readAccepted({ meta }: Pick<Tables, 'meta'>): Promise<readonly AcceptedRule[]> {
  return ((await meta.get('accepted')) as AcceptedRecord | undefined)?.rules ?? [];
}

/** Puts these in the place of what was accepted of the same rules before. */
export async function writeAccepted(
  { meta }: Pick<Tables, 'meta'>,
  rules: readonly AcceptedRule[],
): Promise<void> {
  const known = await readAccepted({ meta });
  const isNew = (one: AcceptedRule) => rules.some(each => each.kind === one.kind && each.name === one.name);
  await meta.put({ key: 'accepted', rules: [...known.filter(each => !isNew(each)), ...rules] });
}

/** Takes erased customers out of what is remembered of runs. */
export async function forgetInRuns({ runs }: Pick<Tables, 'runs'>, gone: ReadonlySet<string>): Promise<void> {
  await runs.toCollection().modify((run, place) => {
    const lists = run.kept.map(each => unpackTexts(each.customers));
    if (!lists.some(list => list.some(id => gone.has(id)))) return;
    place.value = {
      ...run,
      kept: run.kept.map((each, i) => ({
        ...each,
        customers: packTexts(lists[i]!.filter(id => !gone.has(id))),
      })),
    };
  });
}

function runOf(row: RunRow): StoredRun {
  return { ...row, kept: row.kept.map(each => ({ ...each, customers: unpackTexts(each.customers) })) };
}

async function forgetRuns(tables: RunTables): Promise<void> {
  const all = await tables.runs.toCollection().primaryKeys();
  if (all.length <= LATEST) return;
  const rows = await tables.runs.toArray();
  const kept = new Set(all.slice(-LATEST));
  for (const { run } of await readAccepted(tables)) kept.add(run);
  rows.forEach(({ id, version }, i) => {
    if (rows[i - 1]?.version !== version || rows[i + 1]?.version !== version) kept.add(id);
  });
  const [left, gone] = [rows.filter(({ id }) => kept.has(id)), rows.filter(({ id }) => !kept.has(id))];
  await tables.runs.bulkDelete(gone.map(({ id }) => id));
  const used = new Set(left.map(({ settings }) => settings));
  await tables.settings.bulkDelete(
    [...new Set(gone.map(({ settings }) => settings))].filter(digest => !used.has(digest)),
  );
}
