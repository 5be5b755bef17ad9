import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dayFromIso, type OwnField, type OwnKind } from '../../../src/domain/index.ts';
import {
  type DuplicateRecord,
  decideDateOrders,
  duplicateRecord,
  guessMapping,
  inspectTable,
  readRecords,
  resolveMapping,
} from '../../../src/intake/index.ts';
import { newCustomer } from '../../../src/intake/match/merge.ts';
import { Kept } from '../kit.ts';
import { folder } from './sets.ts';

/** What an import made of a file: a customer for each row, and which rows were refused. */
export interface ImportedSet {
  readonly records: readonly DuplicateRecord[];
  /** Line of each record in the file; the heading is line 1. */
  readonly lines: readonly number[];
  readonly own: readonly OwnField[];
}

/** What a user changes of the mapping, by heading: a field of the catalogue, a new field's kind, or not imported. */
export type Changes = Readonly<Record<string, { field: string } | { kind: OwnKind } | null>>;

/** Reads a set as the import does, with the mapping that it proposes and what a user changes of it. */
export async function importSet(
  name: string,
  changes: Changes,
  known: readonly OwnField[] = [],
): Promise<ImportedSet> {
  const file = new File([readFileSync(path.join(folder, name))], name, { type: 'text/csv' });
  const table = await inspectTable(file);
  const { guess } = guessMapping(table.headings, table.sample, 'AUD', known);
  const columns = guess.columns.map((target, at) => {
    const label = table.headings[at]!;
    const change = changes[label];
    if (change === undefined) return target;
    if (change === null) return null;
    if ('field' in change) return { of: 'customer' as const, field: change.field };
    return { of: 'customer' as const, field: `new${at}`, create: { label, kind: change.kind } };
  });
  const { mapping, made } = resolveMapping({ ...guess, columns }, known, { from: name, now: 0 });
  const own = [...known, ...made];
  const options = { today: dayFromIso('2026-09-30')!, own, learned: {} };
  const dateOrders = await decideDateOrders(file, table, mapping, options);
  const records: DuplicateRecord[] = [];
  const lines: number[] = [];
  const kept = new Kept();
  for await (const batch of readRecords(file, table, mapping, kept, { ...options, dateOrders }))
    lines.push(...batch.lines);
  for (const { line, customer } of kept.rows(lines)) {
    const stamp = { now: 0, source: name };
    records.push(duplicateRecord(newCustomer(`${name} ${line}`, customer, stamp), own));
  }
  return { records, lines, own };
}
