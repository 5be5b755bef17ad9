import type { BackupLog } from '../model.ts';
import type { Tables } from '../tables.ts';

/** What is remembered of backups and erasures; nothing in it says whose data they held. */
export interface StoredBackupLog extends BackupLog {
  readonly key: 'backups';
}

/** The log, empty at first. */
export async function readLog(tables: Tables): Promise<BackupLog> {
  const stored = (await tables.meta.get('backups')) as StoredBackupLog | undefined;
  return { made: stored?.made ?? [], erased: stored?.erased ?? [] };
}

/** Adds to the log, inside a transaction. Entries of the same moment are the same. */
export async function addToLog(tables: Tables, more: Partial<BackupLog>): Promise<void> {
  const log = await readLog(tables);
  await tables.meta.put({
    key: 'backups',
    made: union(log.made, more.made),
    erased: union(log.erased, more.erased),
  });
}

function union<Entry extends { readonly at: number }>(
  known: readonly Entry[],
  more: readonly Entry[] = [],
): Entry[] {
  const byMoment = new Map([...known, ...more].map(entry => [entry.at, entry]));
  return [...byMoment.values()].sort((a, b) => a.at - b.at);
}
