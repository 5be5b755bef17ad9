import type { CodedColumn, Column, Facts, Field, NumericColumn } from '../domain/index.ts';
import { formOf, type StoredColumns, unknownOf } from './columns.ts';
import { Vocabulary } from './dictionaries.ts';
import type { FactSubject, StoredFacts } from './facts.ts';
import { type Base, CHUNK_SIZE, type KnownCustomer, type Labels } from './model.ts';
import { type Numbers, unpackLists, unpackTexts } from './packed.ts';
import type { ChunkRecord, Tables } from './tables.ts';
import { knownAt, readChunkLabels } from './texts.ts';

/** Joins all chunks to one Frame, with the customer's id of every row. A few large reads, no work per row. */
export async function readFrame(tables: Tables): Promise<Omit<Base, 'revision'>> {
  const [chunks, ids, vocabulary] = await Promise.all([
    tables.chunks.toArray(),
    tables.ids.toArray(),
    Vocabulary.read(tables),
  ]);
  return {
    frame: {
      size: chunks.reduce((total, chunk) => total + chunk.size, 0),
      customers: joinCustomers(chunks, vocabulary),
      orders: joinFacts('order', chunks, vocabulary, chunk => chunk.orders),
      interactions: joinFacts('interaction', chunks, vocabulary, chunk => chunk.interactions),
    },
    ids: ids.flatMap(record => unpackTexts(record.ids)),
    ownFields: vocabulary.own,
  };
}

/** Names and first contacts of every row. */
export async function readLabels(tables: Tables): Promise<Labels> {
  const records = await tables.labels.toArray();
  return {
    names: records.flatMap(record => unpackTexts(record.names)),
    companies: records.flatMap(record => unpackTexts(record.companies)),
    emails: records.flatMap(record => unpackLists(record.emails).map(list => list[0] ?? '')),
    phones: records.flatMap(record => unpackLists(record.phones).map(list => list[0] ?? '')),
  };
}

/** Every customer as a file would name it, in the order of rows. */
export async function readKnown(tables: Tables): Promise<KnownCustomer[]> {
  const [ids, labels] = await Promise.all([tables.ids.toArray(), tables.labels.toArray()]);
  return labels.flatMap((record, i) => {
    const [names, companies, titles] = [record.names, record.companies, record.titles].map(unpackTexts);
    const [emails, phones] = [unpackLists(record.emails), unpackLists(record.phones)];
    return unpackTexts(ids[i]!.ids).map((id, slot) => ({
      id,
      name: names![slot]!,
      company: companies![slot]!,
      title: titles![slot]!,
      emails: emails[slot]!,
      phones: phones[slot]!,
    }));
  });
}

/** The customers of these rows, in their order, as a file would name them. */
export async function knownAtRows(
  tables: Pick<Tables, 'ids' | 'labels'>,
  rows: ReadonlySet<number>,
): Promise<KnownCustomer[]> {
  const chunks = [...new Set(Array.from(rows, row => Math.floor(row / CHUNK_SIZE)))];
  const texts = new Map((await readChunkLabels(tables, chunks)).map(each => [each.chunk, each]));
  return Array.from(rows, row => knownAt(texts.get(Math.floor(row / CHUNK_SIZE))!, row % CHUNK_SIZE));
}

/** When the record of each row was last changed, milliseconds since 1970. */
export async function readChanged(tables: Tables): Promise<Float64Array> {
  return joined((await tables.labels.toArray()).map(({ changed }) => changed));
}

/** When the record of each row was made, milliseconds since 1970. */
export async function readCreated(tables: Tables): Promise<Float64Array> {
  return joined((await tables.details.toArray()).map(({ created }) => created));
}

function joined(chunks: readonly Numbers[]): Float64Array {
  const all = new Float64Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** One stretch of a joined column: where it begins, and what is stored of it. */
interface Stretch {
  readonly at: number;
  readonly values: Numbers | undefined;
}

function joinCustomers(chunks: readonly ChunkRecord[], vocabulary: Vocabulary): Record<string, Column> {
  const starts: number[] = [];
  let size = 0;
  for (const chunk of chunks) {
    starts.push(size);
    size += chunk.size;
  }
  const columns: Record<string, Column> = {};
  for (const field of vocabulary.columns('customer')) {
    if (formOf(field) === 'set') {
      columns[field.id] = joinSets(
        field,
        chunks.map(({ columns, size }) => ({ columns, size })),
        size,
        vocabulary,
      );
      continue;
    }
    const stretches = chunks.map((chunk, i) => ({ at: starts[i]!, values: chunk.columns.values[field.id] }));
    columns[field.id] = joinColumn(field, size, stretches, vocabulary);
  }
  return columns;
}

function joinColumn(
  field: Field,
  size: number,
  stretches: readonly Stretch[],
  vocabulary: Vocabulary,
): NumericColumn | CodedColumn {
  const coded = formOf(field) === 'coded';
  const joined = coded ? new Uint32Array(size) : new Float64Array(size).fill(unknownOf(field));
  for (const { at, values } of stretches) if (values) joined.set(values, at);
  return joined instanceof Uint32Array
    ? { form: 'coded', codes: joined, dictionary: vocabulary.dictionary(field.of, field.id) }
    : { form: 'numeric', values: joined };
}

function joinSets(
  field: Field,
  chunks: readonly { columns: StoredColumns; size: number }[],
  size: number,
  vocabulary: Vocabulary,
): Column {
  const total = chunks.reduce((sum, { columns }) => sum + (columns.sets[field.id]?.codes.length ?? 0), 0);
  const offsets = new Uint32Array(size + 1);
  const codes = new Uint32Array(total);
  let row = 0;
  let at = 0;
  for (const chunk of chunks) {
    const set = chunk.columns.sets[field.id];
    const count = set?.codes.length ?? 0;
    for (let slot = 0; slot < chunk.size; slot++) offsets[++row] = at + (set?.ends[slot] ?? count);
    if (set) codes.set(set.codes, at);
    at += count;
  }
  return { form: 'set', offsets, codes, dictionary: vocabulary.dictionary(field.of, field.id) };
}

function joinFacts(
  of: FactSubject,
  chunks: readonly ChunkRecord[],
  vocabulary: Vocabulary,
  pick: (chunk: ChunkRecord) => StoredFacts,
): Facts {
  const size = chunks.reduce((total, chunk) => total + chunk.size, 0);
  const offsets = new Uint32Array(size + 1);
  const starts: number[] = [];
  let row = 0;
  let total = 0;
  for (const chunk of chunks) {
    const { offsets: own } = pick(chunk);
    const count = own.at(-1)!;
    starts.push(total);
    for (let slot = 1; slot <= chunk.size; slot++) offsets[++row] = total + (own[slot] ?? count);
    total += count;
  }
  const stretchesOf = (id: string) =>
    chunks.map((chunk, i) => ({ at: starts[i]!, values: pick(chunk).columns[id] }));
  const day = new Int32Array(total);
  for (const { at, values } of stretchesOf('day')) if (values) day.set(values, at);
  const others = vocabulary.columns(of).filter(field => field.id !== 'day');
  const columns = others.map(field => [
    field.id,
    joinColumn(field, total, stretchesOf(field.id), vocabulary),
  ]);
  return { offsets, day, columns: Object.fromEntries(columns) };
}
