import { type Customer, dayFromIso, type Order, Problem, type Refusal } from '../../src/domain/index.ts';
import {
  guessMapping,
  type ImportedRecord,
  inspectTable,
  matchRecords,
  readRecords,
  resolveMapping,
  type TableMapping,
} from '../../src/intake/index.ts';

export const today = dayFromIso('2026-09-30')!;

/** A file as a drop gives it. */
export function fileOf(content: string | Uint8Array<ArrayBuffer>, name = 'test.csv'): File {
  return new File([content], name);
}

/** Everything a file says, by the guessed mapping or another. */
export async function readAll(file: File, mapping?: TableMapping, signal?: AbortSignal) {
  const table = await inspectTable(file);
  const wanted = mapping ?? guessMapping(table.headings, table.sample, 'CNY').guess;
  const { mapping: used, made } = resolveMapping(wanted, [], { from: file.name, now: 1_000 });
  const records: ImportedRecord[] = [];
  const refusals: Refusal[] = [];
  for await (const batch of readRecords(file, table, used, { today, signal, own: made })) {
    records.push(...batch.records);
    refusals.push(...batch.refusals);
  }
  return { table, mapping: used, made, records, refusals };
}

/** The code and place of the Problem that something is refused with. */
export async function problemOf(job: () => Promise<unknown>): Promise<Record<string, string | number>> {
  try {
    await job();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { code: problem.code, ...problem.args };
  }
  throw new Error('there was no problem');
}

/** Matches with ids c1, c2, ... */
export function match(records: Iterable<ImportedRecord>, known: readonly Customer[] = []) {
  let serial = 0;
  return matchRecords(records, known, { newId: () => `c${++serial}`, now: 1_000, source: 'test.csv' });
}

export function ordersOf(orders: ReadonlyMap<string, readonly Order[]>): Order[] {
  return [...orders.values()].flat();
}
