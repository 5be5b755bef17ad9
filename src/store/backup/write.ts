import type { Table } from 'dexie';
import type { WriteOptions } from '../model.ts';
import { stopIfCancelled } from '../problems.ts';
import { Encoder } from './codec.ts';
import { type Frame, pack } from './frames.ts';

/** Records are read and packed in runs of about so many bytes. */
const RUN = 1 << 20;
const MOST = 4_096;
/** What a page hands over to be kept beside the tables stands under this name; no table is called so. */
export const EXTRA = '#page';

/**
 * Every record of every table, packed into frames, inside one transaction: a frame is the table's name and its
 * records. What is in memory at a time: a run of records, and what is packed.
 */
export async function packTables(
  tables: readonly Table[],
  extra: string,
  { signal, onProgress }: WriteOptions,
): Promise<{ frames: Frame[]; bytes: number }> {
  const counts = await Promise.all(tables.map(table => table.count()));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const encoder = new Encoder();
  const frames: Frame[] = [];
  let bytes = 0;
  let done = 0;
  const flush = () => {
    bytes += encoder.length;
    frames.push(pack(encoder.take()));
  };
  encoder.write(EXTRA);
  encoder.write(extra);
  flush();
  for (const table of tables) {
    let count = 16;
    let last: unknown;
    for (;;) {
      stopIfCancelled(signal);
      const from = last === undefined ? table.orderBy(':id') : table.where(':id').above(last);
      const records: unknown[] = await from.limit(count).toArray();
      if (records.length === 0) break;
      encoder.write(table.name);
      for (const record of records) encoder.write(record);
      count = Math.max(1, Math.min(MOST, Math.round((count * RUN) / encoder.length)));
      flush();
      last = keyOf(table, records.at(-1));
      done += records.length;
      onProgress?.(done, total);
    }
  }
  return { frames, bytes };
}

function keyOf({ schema }: Table, record: unknown): unknown {
  const { keyPath } = schema.primKey;
  const part = (path: string) => (record as Record<string, unknown>)[path];
  if (Array.isArray(keyPath)) return keyPath.map(part);
  if (!keyPath) throw new Error('a table whose records do not carry their key');
  return part(keyPath);
}
