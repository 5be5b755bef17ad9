import { type Customer, contactKeys, type Interaction, type Order, type OwnField } from '../domain/index.ts';
import { putColumns } from './columns.ts';
import { Vocabulary } from './dictionaries.ts';
import { addFacts, noFacts, type StoredFacts } from './facts.ts';
import { CHUNK_SIZE, type Change, type Committed, type WriteOptions } from './model.ts';
import { packLists, packTexts, unpackLists, unpackTexts } from './packed.ts';
import { stopIfCancelled } from './problems.ts';
import {
  type BaseRecord,
  type ChunkRecord,
  type ChunkSummary,
  type CustomerRow,
  customersIn,
  type LabelRecord,
  readBase,
  readFields,
  type Tables,
} from './tables.ts';

/** Ids up to which single rows are looked up; for more, reading the packed ids of all chunks is faster. */
const FEW = 500;

/**
 * Writes a change inside the transaction that `tables` belong to, chunk by chunk. Throws the Problem 'cancelled'
 * when the signal says so, and an Error where facts name a customer that is neither stored nor in the change.
 */
export async function writeChange(
  tables: Tables,
  change: Change,
  { signal, onProgress }: WriteOptions = {},
): Promise<Committed> {
  const base = await readBase(tables);
  const own = await putFields(tables, change.ownFields ?? []);
  const vocabulary = await Vocabulary.read(tables, own);
  const { parts, newCustomers } = await partsOf(tables, base, change);
  const summaries = [...base.chunks];
  let [orders, replacedOrders, interactions] = [0, 0, 0];
  let done = 0;
  for (const [chunk, part] of [...parts].sort(([a], [b]) => a - b)) {
    stopIfCancelled(signal);
    const written = await writeChunk(tables, chunk, part, summaries[chunk], vocabulary);
    summaries[chunk] = written.summary;
    orders += written.orders;
    replacedOrders += written.replacedOrders;
    interactions += written.interactions;
    onProgress?.(++done, parts.size);
  }
  stopIfCancelled(signal);
  await vocabulary.write(tables);
  await tables.meta.put({
    ...base,
    revision: base.revision + 1,
    currency: change.currency ?? base.currency,
    draft: change.draft ?? base.draft,
    chunks: summaries,
  });
  const updatedCustomers = change.customers.length - newCustomers;
  const committed = { newCustomers, updatedCustomers, orders, replacedOrders, interactions };
  if (change.record) {
    const summary = { ...change.record.summary, newCustomers, orders, replacedOrders, interactions };
    await tables.imports.add({ ...change.record, summary } as Parameters<typeof tables.imports.add>[0]);
  }
  return committed;
}

/** The workspace's own fields with the changed and the new ones in place. */
async function putFields(tables: Tables, changed: readonly OwnField[]): Promise<readonly OwnField[]> {
  const known = await readFields(tables);
  if (changed.length === 0) return known;
  const byId = new Map([...known, ...changed].map(field => [field.id, field]));
  const fields = [...byId.values()];
  await tables.meta.put({ key: 'fields', fields });
  return fields;
}

/** The part of a change that falls to one chunk, by slot. */
interface Part {
  readonly customers: Map<number, Customer>;
  readonly orders: Map<number, readonly Order[]>;
  readonly interactions: Map<number, readonly Interaction[]>;
}

async function partsOf(
  tables: Tables,
  base: BaseRecord,
  change: Change,
): Promise<{ parts: Map<number, Part>; newCustomers: number }> {
  const ids = new Set<string>(change.customers.map(({ id }) => id));
  for (const id of change.orders.keys()) ids.add(id);
  for (const id of change.interactions.keys()) ids.add(id);
  const rows = await rowsOf(tables, base, [...ids]);
  const first = customersIn(base);
  let next = first;
  for (const { id } of change.customers) if (!rows.has(id)) rows.set(id, next++);

  const parts = new Map<number, Part>();
  const place = (id: string): { part: Part; slot: number } => {
    const row = rows.get(id);
    if (row === undefined) throw new Error(`facts of a customer that is not in the base: ${id}`);
    const chunk = Math.floor(row / CHUNK_SIZE);
    let part = parts.get(chunk);
    if (!part) {
      part = { customers: new Map(), orders: new Map(), interactions: new Map() };
      parts.set(chunk, part);
    }
    return { part, slot: row % CHUNK_SIZE };
  };
  for (const customer of change.customers) {
    const { part, slot } = place(customer.id);
    part.customers.set(slot, customer);
  }
  for (const [id, orders] of change.orders) {
    const { part, slot } = place(id);
    part.orders.set(slot, orders);
  }
  for (const [id, interactions] of change.interactions) {
    const { part, slot } = place(id);
    part.interactions.set(slot, interactions);
  }
  return { parts, newCustomers: next - first };
}

/** The rows of those ids that are stored. */
async function rowsOf(tables: Tables, base: BaseRecord, ids: string[]): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  if (base.chunks.length === 0) return rows;
  if (ids.length <= FEW) {
    for (const customer of await tables.customers.bulkGet(ids)) {
      if (customer) rows.set(customer.id, customer.chunk * CHUNK_SIZE + customer.slot);
    }
    return rows;
  }
  const wanted = new Set(ids);
  for (const record of await tables.ids.toArray()) {
    unpackTexts(record.ids).forEach((id, slot) => {
      if (wanted.has(id)) rows.set(id, record.chunk * CHUNK_SIZE + slot);
    });
  }
  return rows;
}

interface WrittenChunk {
  readonly summary: ChunkSummary;
  readonly orders: number;
  readonly replacedOrders: number;
  readonly interactions: number;
}

async function writeChunk(
  tables: Tables,
  chunk: number,
  part: Part,
  before: ChunkSummary | undefined,
  vocabulary: Vocabulary,
): Promise<WrittenChunk> {
  const stored: ChunkRecord = (before && (await tables.chunks.get(chunk))) ?? emptyChunk(chunk);
  const size = Math.max(stored.size, 1 + Math.max(-1, ...part.customers.keys()));
  const columns =
    part.customers.size > 0 ? putColumns(stored.columns, size, part.customers, vocabulary) : stored.columns;

  let orders = { facts: stored.orders, added: 0, replaced: 0 };
  if (part.orders.size > 0) {
    const numbers = unpackTexts((await tables.numbers.get(chunk))?.numbers);
    const changed = addFacts('order', stored.orders, numbers, size, part.orders, vocabulary);
    await tables.numbers.put({ chunk, numbers: packTexts(changed.numbers) });
    orders = changed;
  }
  let interactions = { facts: stored.interactions, added: 0 };
  if (part.interactions.size > 0) {
    interactions = addFacts('interaction', stored.interactions, [], size, part.interactions, vocabulary);
  }
  await tables.chunks.put({ chunk, size, columns, orders: orders.facts, interactions: interactions.facts });
  if (part.customers.size > 0) await writeTexts(tables, chunk, part.customers);
  return {
    summary: {
      size,
      orders: orders.facts.offsets.at(-1)!,
      interactions: interactions.facts.offsets.at(-1)!,
      latestOrder: latestDay(orders.facts),
    },
    orders: orders.added,
    replacedOrders: orders.replaced,
    interactions: interactions.added,
  };
}

async function writeTexts(
  tables: Tables,
  chunk: number,
  customers: ReadonlyMap<number, Customer>,
): Promise<void> {
  const [idRecord, labelRecord] = await Promise.all([tables.ids.get(chunk), tables.labels.get(chunk)]);
  const ids = unpackTexts(idRecord?.ids);
  const labels = {
    names: unpackTexts(labelRecord?.names),
    companies: unpackTexts(labelRecord?.companies),
    titles: unpackTexts(labelRecord?.titles),
    emails: unpackLists(labelRecord?.emails),
    phones: unpackLists(labelRecord?.phones),
  };
  const rows: CustomerRow[] = [];
  for (const [slot, customer] of customers) {
    const { columns: _, ...texts } = customer;
    ids[slot] = customer.id;
    labels.names[slot] = customer.name;
    labels.companies[slot] = customer.company;
    labels.titles[slot] = customer.title;
    labels.emails[slot] = [...customer.emails];
    labels.phones[slot] = [...customer.phones];
    rows.push({ ...texts, chunk, slot, contacts: contactsOf(customer) });
  }
  const packed: LabelRecord = {
    chunk,
    names: packTexts(labels.names),
    companies: packTexts(labels.companies),
    titles: packTexts(labels.titles),
    emails: packLists(labels.emails),
    phones: packLists(labels.phones),
  };
  await Promise.all([
    tables.ids.put({ chunk, ids: packTexts(ids) }),
    tables.labels.put(packed),
    tables.customers.bulkPut(rows),
  ]);
}

function contactsOf({ emails, phones }: Customer): string[] {
  return [
    ...emails.flatMap(email => contactKeys({ email })),
    ...phones.flatMap(phone => contactKeys({ phone })),
  ];
}

function emptyChunk(chunk: number): ChunkRecord {
  return { chunk, size: 0, columns: { values: {}, sets: {} }, orders: noFacts, interactions: noFacts };
}

function latestDay({ columns }: StoredFacts): number | null {
  const days = columns.day;
  if (!days) return null;
  let latest = days[0]!;
  for (let row = 1; row < days.length; row++) latest = Math.max(latest, days[row]!);
  return latest;
}
