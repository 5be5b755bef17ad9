import { CHUNK_SIZE } from './model.ts';
import type { History } from './steps/history.ts';
import type { HistoryRecord, Tables } from './tables.ts';
import type { StoredTexts } from './texts.ts';

/** Rows whose histories are one record: so many are rewritten when one of them changes. Divides CHUNK_SIZE. */
const RUN = 64;

/** The histories of these slots of a chunk; all of them where none are named. */
export async function readHistories(
  { histories }: Pick<Tables, 'histories'>,
  { chunk, ids, details }: StoredTexts,
  slots: Iterable<number> = ids.ends.keys(),
): Promise<Map<number, History>> {
  const wanted = [...slots];
  const runs = [...new Set(wanted.map(slot => runOf(chunk, slot)))];
  const records = new Map<number, HistoryRecord>();
  for (const record of await histories.bulkGet(runs)) if (record) records.set(record.run, record);
  return new Map(
    wanted.map(slot => {
      const made = details.made?.[slot] ?? 0;
      const history = records.get(runOf(chunk, slot))?.histories[slot % RUN];
      return [slot, { ...(made > 0 && { made }), ...history }];
    }),
  );
}

/** Replaces the histories of some slots of a chunk, except for who made the records. */
export async function putHistories(
  { histories }: Pick<Tables, 'histories'>,
  chunk: number,
  changed: ReadonlyMap<number, History>,
): Promise<void> {
  const opened = new Map<number, (Omit<History, 'made'> | null)[]>();
  for (const slot of changed.keys()) opened.set(runOf(chunk, slot), []);
  const stored = await histories.bulkGet([...opened.keys()]);
  for (const record of stored) if (record) opened.set(record.run, [...record.histories]);
  for (const [slot, history] of changed) {
    const list = opened.get(runOf(chunk, slot))!;
    while (list.length < slot % RUN) list.push(null);
    list[slot % RUN] = restOf(history);
  }
  await putRuns(histories, opened);
}

/** What a history says besides who made the record, null = nothing. */
export function restOf({ made: _, ...rest }: History): Omit<History, 'made'> | null {
  return Object.keys(rest).length > 0 ? rest : null;
}

/** Takes out the histories of a chunk from a slot on. */
export async function cutHistories(
  { histories }: Pick<Tables, 'histories'>,
  chunk: number,
  size: number,
): Promise<void> {
  const end = runOf(chunk, size);
  const border = size % RUN > 0 ? await histories.get(end) : undefined;
  await histories
    .where('run')
    .between(end, runOf(chunk + 1, 0))
    .delete();
  if (border) await putRuns(histories, new Map([[end, border.histories.slice(0, size % RUN)]]));
}

async function putRuns(
  histories: Tables['histories'],
  runs: ReadonlyMap<number, HistoryRecord['histories']>,
): Promise<void> {
  const left = Array.from(runs, ([run, list]) => ({
    run,
    histories: list.slice(0, list.findLastIndex(each => each !== null) + 1),
  }));
  const isEmpty = (record: HistoryRecord) => record.histories.length === 0;
  await histories.bulkDelete(left.filter(isEmpty).map(({ run }) => run));
  await histories.bulkPut(left.filter(record => !isEmpty(record)));
}

function runOf(chunk: number, slot: number): number {
  return Math.floor((chunk * CHUNK_SIZE + slot) / RUN);
}
