import type { Day, LearnedValues, OwnField, Refusal } from '../../domain/index.ts';
import { fieldOf } from '../../domain/index.ts';
import type { DateOrder } from '../clean/date.ts';
import { DateEvidence } from '../clean/dateOrder.ts';
import { checkMapping, type TableMapping } from '../mapping/mapping.ts';
import type { Row, TableForm } from '../table/form.ts';
import type { Table } from '../table/inspect.ts';
import { readRows } from '../table/rows.ts';
import type { Recipient } from './record.ts';
import { RowReader } from './rowReader.ts';

/** Some rows of a file: on which lines they stand that were understood, and what was not. `bytes`: read so far. */
export interface RecordBatch {
  readonly lines: readonly number[];
  readonly refusals: readonly Refusal[];
  readonly bytes: number;
}

export interface ReadOptions {
  /** Ends the reading with the Problem 'cancelled'. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytes: number, total: number) => void;
  /** Decides the century of two-digit years. */
  readonly today: Day;
  /** Rows mended by hand, by line: read in place of what the file has there. */
  readonly mended?: ReadonlyMap<number, readonly string[]>;
  /** The order of figures in date columns, where it is known already: see `decideDateOrders`. */
  readonly dateOrders?: DateOrders;
  /** The workspace's own fields, those that are made for this file too. */
  readonly own?: readonly OwnField[];
  /** What texts mean in closed lists, as the user has said. */
  readonly learned?: LearnedValues;
}

/** The order of figures by number of the column. */
export type DateOrders = ReadonlyMap<number, DateOrder>;

/** Formats whose cells a spreadsheet shows, and where texts are kept from being formulas. */
const spreadsheets: ReadonlySet<string> = new Set(['text', 'workbook']);

/**
 * Reads a file as `table` and `mapping` say, and hands what its rows say on to `into`, batch by batch. Throws
 * Problems: a mapping that cannot be used, 'cancelled', a line that will not end, a file that has gone.
 */
export async function* readRecords(
  file: Blob & { readonly name?: string },
  table: TableForm & Pick<Table, 'headings' | 'sample'>,
  mapping: TableMapping,
  into: Recipient,
  options: ReadOptions,
): AsyncGenerator<RecordBatch> {
  checkMapping(mapping, table.headings);
  const dateOrders = options.dateOrders ?? (await decideDateOrders(file, table, mapping, options));
  const reader = readerFor(table, mapping, into, { ...options, dateOrders });
  for await (const { rows, bytes } of readRows(file, file.name ?? '', table, options.signal)) {
    const lines: number[] = [];
    const refusals: Refusal[] = [];
    for (const row of rows) {
      const mended = options.mended?.get(row.line);
      const refusal = reader.read(mended ? { ...row, cells: mended, fault: null } : row);
      if (refusal) refusals.push(refusal);
      else lines.push(row.line);
    }
    yield { lines, refusals, bytes };
    options.onProgress?.(bytes, file.size);
  }
}

/** Reads rows that were mended by hand, each by itself: null for those that are handed on, else why they are refused again. */
export function readMended(
  rows: readonly Pick<Row, 'line' | 'cells'>[],
  table: MendedTable,
  mapping: TableMapping,
  into: Recipient,
  options: MendOptions,
): (Refusal | null)[] {
  checkMapping(mapping, table.headings);
  const reader = readerFor(table, mapping, into, options);
  return rows.map(row => reader.read({ ...row, fault: null }));
}

type MendedTable = Pick<Table, 'headings' | 'serialsFrom'> & { readonly format: string };
type MendOptions = Pick<ReadOptions, 'today' | 'own' | 'learned'> & { readonly dateOrders: DateOrders };

function readerFor(
  { headings, serialsFrom, format }: MendedTable,
  mapping: TableMapping,
  into: Recipient,
  options: MendOptions,
): RowReader {
  const context = { ...options, serialsFrom };
  return new RowReader(headings, mapping, context, options.dateOrders, into, !spreadsheets.has(format));
}

/** The order of figures in each date column: by the sample, and where that leaves it open, by the whole column. */
export async function decideDateOrders(
  file: Blob & { readonly name?: string },
  table: TableForm & Pick<Table, 'sample'>,
  mapping: TableMapping,
  { today, signal, own }: ReadOptions,
): Promise<DateOrders> {
  const columns = new Map<number, DateEvidence>();
  mapping.columns.forEach((target, column) => {
    if (!target || fieldOf(target.of, target.field, own).kind !== 'date') return;
    const evidence = new DateEvidence(today);
    for (const row of table.sample) evidence.add(row[column] ?? '');
    columns.set(column, evidence);
  });
  const open = [...columns].filter(([, evidence]) => evidence.isAmbiguous);
  if (open.length > 0) {
    for await (const { rows } of readRows(file, file.name ?? '', table, signal))
      for (const { cells } of rows) for (const [column, evidence] of open) evidence.add(cells[column] ?? '');
  }
  return new Map([...columns].map(([column, evidence]) => [column, evidence.order]));
}
