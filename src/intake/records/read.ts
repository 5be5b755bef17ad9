import type { Day, LearnedValues, OwnField, Refusal } from '../../domain/index.ts';
import { fieldOf } from '../../domain/index.ts';
import type { DateOrder } from '../clean/date.ts';
import { DateEvidence } from '../clean/dateOrder.ts';
import { checkMapping, type TableMapping } from '../mapping/mapping.ts';
import type { Row, TableForm } from '../table/form.ts';
import type { Table } from '../table/inspect.ts';
import { readRows } from '../table/rows.ts';
import type { ImportedRecord } from './record.ts';
import { isRefusal, RowReader } from './rowReader.ts';

/** Some 2,000 rows of a file: what was understood and what was not. `bytes`: read so far. */
export interface RecordBatch {
  readonly records: readonly ImportedRecord[];
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

const batchSize = 2_000;
/** Formats whose cells a spreadsheet shows, and where texts are kept from being formulas. */
const spreadsheets: ReadonlySet<string> = new Set(['text', 'workbook']);

/**
 * The records of a file, read as `table` and `mapping` say, in batches; memory stays steady. Throws Problems: a
 * mapping that cannot be used, 'cancelled', a line that will not end, a file that has gone.
 */
export async function* readRecords(
  file: Blob & { readonly name?: string },
  table: TableForm & Pick<Table, 'headings' | 'sample'>,
  mapping: TableMapping,
  options: ReadOptions,
): AsyncGenerator<RecordBatch> {
  checkMapping(mapping, table.headings);
  const name = file.name ?? '';
  const dateOrders = options.dateOrders ?? (await decideDateOrders(file, table, mapping, options));
  const reader = new RowReader(
    table.headings,
    mapping,
    { ...options, serialsFrom: table.serialsFrom },
    dateOrders,
    !spreadsheets.has(table.format),
  );
  let records: ImportedRecord[] = [];
  let refusals: Refusal[] = [];
  for await (const { rows, bytes } of readRows(file, name, table, options.signal)) {
    for (const row of rows) {
      const mended = options.mended?.get(row.line);
      const outcome = reader.read(mended ? { ...row, cells: mended, fault: null } : row);
      if (isRefusal(outcome)) refusals.push(outcome);
      else records.push(outcome);
      if (records.length + refusals.length < batchSize) continue;
      yield { records, refusals, bytes };
      records = [];
      refusals = [];
    }
    options.onProgress?.(bytes, file.size);
  }
  if (records.length + refusals.length > 0) yield { records, refusals, bytes: file.size };
}

/** Reads rows that were mended by hand, each by itself: the record, or why it is refused again. */
export function readMended(
  rows: readonly Pick<Row, 'line' | 'cells'>[],
  table: Pick<Table, 'headings' | 'serialsFrom'> & { readonly format: string },
  mapping: TableMapping,
  options: Pick<ReadOptions, 'today' | 'own' | 'learned'> & { readonly dateOrders: DateOrders },
): (ImportedRecord | Refusal)[] {
  checkMapping(mapping, table.headings);
  const context = { ...options, serialsFrom: table.serialsFrom };
  const reader = new RowReader(
    table.headings,
    mapping,
    context,
    options.dateOrders,
    !spreadsheets.has(table.format),
  );
  return rows.map(row => reader.read({ ...row, fault: null }));
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
