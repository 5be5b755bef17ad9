import type { Table } from 'dexie';
import { Problem } from '../../domain/index.ts';
import type { WriteOptions } from '../model.ts';
import { stopIfCancelled } from '../problems.ts';
import { CodecError, Decoder } from './codec.ts';
import { type Frame, unpack } from './frames.ts';
import { EXTRA } from './write.ts';

/**
 * Replaces all tables by the frames' records, inside one transaction. Returns what a page had handed over. Throws
 * the Problem 'backupDamaged' for frames that are no records of these tables.
 */
export async function unpackTables(
  tables: readonly Table[],
  frames: readonly Frame[],
  { signal, onProgress }: WriteOptions,
): Promise<string> {
  for (const table of tables) {
    stopIfCancelled(signal);
    await table.clear();
  }
  let extra = '';
  for (const [number, frame] of frames.entries()) {
    stopIfCancelled(signal);
    const [name, ...records] = recordsOf(frame);
    if (name === EXTRA) extra = String(records[0]);
    else {
      const table = tables.find(each => each.name === name);
      if (!table) throw new Problem('backupDamaged', { position: number });
      await table.bulkPut(records);
    }
    onProgress?.(number + 1, frames.length);
  }
  return extra;
}

function recordsOf(frame: Frame): unknown[] {
  try {
    const decoder = new Decoder(unpack(frame));
    const values: unknown[] = [];
    while (!decoder.isAtEnd) values.push(decoder.read());
    return values;
  } catch (error) {
    if (error instanceof CodecError) throw new Problem('backupDamaged', { position: 0 });
    throw error;
  }
}
