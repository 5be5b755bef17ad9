import { type OwnField, Problem, type RefusedFile } from '../domain/index.ts';
import {
  type DateOrders,
  decideDateOrders,
  inspectTable,
  type Matched,
  Matcher,
  readRecords,
  resolveMapping,
  type Table,
  type TableMapping,
} from '../intake/index.ts';
import type { OnProgress } from './api.ts';
import type { Context } from './context.ts';
import type { FileOutcome, FileRefusal, ImportPart } from './importModel.ts';

/** How many refused rows are kept, of all files together; all are counted. */
export const refusalsKept = 5_000;

/** A file of an import as it was read. */
export interface ReadPart {
  readonly part: ImportPart;
  readonly table: Table;
  /** The mapping with the fields that it makes. */
  readonly mapping: TableMapping;
  readonly dateOrders: DateOrders;
  readonly outcome: FileOutcome;
}

/** The files of an import, read and matched with the base. */
export interface Read {
  readonly parts: readonly ReadPart[];
  readonly rows: number;
  readonly refused: number;
  readonly refusals: readonly FileRefusal[];
  readonly matched: Matched;
  /** Fields that the files bring first. */
  readonly made: readonly OwnField[];
  /** Whether one of the files is about customers. */
  readonly hasCustomers: boolean;
}

/**
 * Reads all files of an import, those about customers first, and finds whose records they hold. Throws Problems: of
 * the files, of the mappings, 'otherCurrency', 'cancelled'.
 */
export async function readParts(
  context: Context,
  parts: readonly ImportPart[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Read> {
  const { store } = context;
  const now = context.now().getTime();
  const known = await store.ownFields();
  const { learned } = await context.state();
  await checkCurrency(context, parts);
  const made: OwnField[] = [];
  const prepared = parts.map(part => {
    const options = { from: part.file.name, now };
    const resolved = resolveMapping(part.mapping, [...known, ...made], options);
    made.push(...resolved.made);
    return { part, mapping: resolved.mapping };
  });
  const own = [...known, ...made];
  const matcher = new Matcher();
  const refusals: FileRefusal[] = [];
  const read: ReadPart[] = [];
  const total = parts.reduce((sum, { file }) => sum + file.size, 0);
  store.expectImport(total);
  let before = 0;
  for (const file of customersFirst(parts)) {
    const { part, mapping } = prepared[file]!;
    const table = await inspectTable(part.file, part.choice, signal);
    const options = { signal, today: context.today(), own, learned };
    const dateOrders = await decideDateOrders(part.file, table, mapping, options);
    const mended = new Map((part.mended ?? []).map(({ line, cells }) => [line, cells]));
    const counts = { rows: 0, refused: 0 };
    const start = before;
    const batches = readRecords(part.file, table, mapping, matcher, {
      ...options,
      mended,
      dateOrders,
      onProgress: done => onProgress({ stage: 'reading', done: start + done, total }),
    });
    for await (const batch of batches) {
      counts.rows += batch.lines.length + batch.refusals.length;
      counts.refused += batch.refusals.length;
      const kept = batch.refusals.slice(0, refusalsKept - refusals.length);
      for (const refusal of kept) refusals.push({ ...refusal, file });
    }
    before += part.file.size;
    const { headings } = table;
    const outcome = {
      fileName: part.file.name,
      subject: mapping.subject,
      headings,
      imported: mapping.columns.map(target => target !== null),
      ...counts,
    };
    read[file] = { part, table, mapping, dateOrders, outcome };
  }
  const rows = read.reduce((sum, { outcome }) => sum + outcome.rows, 0);
  onProgress({ stage: 'matching', done: 0, total: rows });
  const matched = matcher.finish(await store.knownApart(), {
    newId: context.newId,
    now,
    source: sourceOf(parts),
  });
  return {
    parts: read,
    rows,
    refused: read.reduce((sum, { outcome }) => sum + outcome.refused, 0),
    refusals: refusals.sort((one, other) => one.file - other.file || one.line - other.line),
    matched,
    made,
    hasCustomers: parts.some(({ mapping }) => mapping.subject === 'customer'),
  };
}

/** The names of the files, as the import is called. */
export function sourceOf(parts: readonly ImportPart[]): string {
  return parts.map(({ file }) => file.name).join(' + ');
}

/** What is kept of the refused rows. */
export function refusedFiles({ parts, refusals }: Pick<Read, 'parts' | 'refusals'>): RefusedFile[] {
  return parts.map(({ outcome, table, mapping, dateOrders }, place) => ({
    fileName: outcome.fileName,
    format: table.format,
    headings: table.headings,
    subject: mapping.subject,
    columns: mapping.columns,
    currency: mapping.currency,
    serialsFrom: table.serialsFrom,
    dateOrders: Object.fromEntries(dateOrders),
    total: outcome.refused,
    refusals: refusals.filter(({ file }) => file === place).map(({ file: _, ...refusal }) => refusal),
  }));
}

/** The places of the files, those about customers before those that name their customers. */
function customersFirst(parts: readonly ImportPart[]): number[] {
  const rank = { customer: 0, order: 1, interaction: 2 };
  return parts
    .map((_, place) => place)
    .sort((one, other) => rank[parts[one]!.mapping.subject] - rank[parts[other]!.mapping.subject]);
}

/** Amounts are all in one currency: the base's where it has orders. */
async function checkCurrency(context: Context, parts: readonly ImportPart[]): Promise<void> {
  const state = await context.state();
  const priced = parts.filter(({ mapping }) => mapping.subject === 'order');
  const base = state.orders > 0 ? state.currency : priced[0]?.mapping.currency;
  const other = priced.find(({ mapping }) => mapping.currency !== base);
  if (other && base) throw new Problem('otherCurrency', { currency: other.mapping.currency, base });
}
