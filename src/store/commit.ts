import { type Customer, FactTable, type OwnField, Problem } from '../domain/index.ts';
import { emptyChunk, summaryOf } from './chunk.ts';
import { columnsAt, putColumns } from './columns.ts';
import { Vocabulary } from './dictionaries.ts';
import { addFacts } from './factChanges.ts';
import type { Fact } from './facts.ts';
import { readHistories } from './histories.ts';
import { type Addition, IncomingFacts } from './incomingFacts.ts';
import { CHUNK_SIZE, type Change, type Committed, type WriteOptions } from './model.ts';
import { type PackedTexts, packTexts, unpackTexts } from './packed.ts';
import { Places, rowsOf } from './places.ts';
import { stopIfCancelled } from './problems.ts';
import { putSources } from './sources.ts';
import { Aliases } from './steps/aliases.ts';
import { contribute, differences, fieldsOf, type Traced } from './steps/history.ts';
import {
  type ChunkRecord,
  type ChunkSummary,
  customersIn,
  readBase,
  readFields,
  type Tables,
} from './tables.ts';
import { customerAt, emptyTexts, putTexts, readTexts, type StoredTexts } from './texts.ts';

/**
 * Writes a change inside the transaction that `tables` belong to, chunk by chunk. Throws the Problem 'cancelled'
 * when the signal says so, and an Error where facts name a customer that is neither stored nor in the change.
 * What is said of a customer that was merged into another comes to the other, marked as come through the merge.
 */
export async function writeChange(
  tables: Tables,
  change: Change,
  { signal, onProgress }: WriteOptions = {},
): Promise<Committed> {
  const base = await readBase(tables);
  const step = await openImport(tables, change, base.currency);
  const own = await putFields(tables, change.ownFields ?? []);
  const vocabulary = await Vocabulary.read(tables, own);
  const facts = {
    orders: FactTable.of('order', change.orders),
    interactions: FactTable.of('interaction', change.interactions),
  };
  const { parts, newCustomers } = await partsOf(tables, change.customers, facts);
  const incoming = {
    orders: new IncomingFacts(facts.orders, step, vocabulary),
    interactions: new IncomingFacts(facts.interactions, step, vocabulary),
  };
  const summaries = [...base.chunks];
  const places = new Places();
  let [orders, replacedOrders, interactions] = [0, 0, 0];
  let done = 0;
  let writing: Promise<unknown> = Promise.resolve();
  for (const [chunk, part] of [...parts].sort(([a], [b]) => a - b)) {
    const next = { chunk, part, before: summaries[chunk], step, change, incoming, places };
    // While one chunk is on its way to the disk, the next is made.
    const [written] = await Promise.all([writeChunk(tables, next, vocabulary, signal), writing]);
    writing = written.writing;
    summaries[chunk] = written.summary;
    orders += written.orders;
    replacedOrders += written.replacedOrders;
    interactions += written.interactions;
    onProgress?.(++done, parts.size);
  }
  await writing;
  await places.write(tables);
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
  const committed = { step, newCustomers, updatedCustomers, orders, replacedOrders, interactions };
  if (step > 0) await closeImport(tables, change, committed);
  await putSources(tables, change, step);
  return committed;
}

/** Puts the true counts into the import's record, and the refused rows beside it. */
async function closeImport(
  tables: Tables,
  { into, refused, mendedAt }: Change,
  done: Committed,
): Promise<void> {
  const { step, newCustomers, orders, replacedOrders, interactions } = done;
  const { summary } = (await tables.imports.get(step))!;
  const before =
    into === undefined ? { newCustomers: 0, orders: 0, replacedOrders: 0, interactions: 0 } : summary;
  await tables.imports.update(step, {
    summary: {
      ...summary,
      newCustomers: before.newCustomers + newCustomers,
      orders: before.orders + orders,
      replacedOrders: before.replacedOrders + replacedOrders,
      interactions: before.interactions + interactions,
      ...(refused && { refused: refused.reduce((sum, { total }) => sum + total, 0) }),
    },
    ...(mendedAt !== undefined && { mendedAt }),
  });
  if (refused?.some(({ total }) => total > 0)) await tables.refused.put({ import: step, files: refused });
  else if (refused) await tables.refused.delete(step);
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

/** The number under which the change can be taken back as a whole, 0 where it is no import. */
async function openImport(
  tables: Tables,
  { record, into, ownFields = [] }: Change,
  currencyBefore: string,
): Promise<number> {
  if (into !== undefined) {
    const known = await tables.imports.get(into);
    if (!known || known.undoneAt !== undefined) throw new Problem('importGone');
    return into;
  }
  if (!record) return 0;
  const known = new Set((await readFields(tables)).map(({ id }) => id));
  const brought = ownFields.flatMap(({ id }) => (known.has(id) ? [] : [id]));
  return tables.imports.add({
    ...record,
    currencyBefore,
    ...(brought.length > 0 && { ownFields: brought }),
  });
}

/** A customer of a change, and the merge through which it came. */
interface Incoming {
  readonly customer: Customer;
  readonly part: number;
}

/** The part of a change that falls to one chunk, by slot. */
interface Part {
  readonly customers: Map<number, Incoming[]>;
  readonly orders: Map<number, Addition[]>;
  readonly interactions: Map<number, Addition[]>;
}

/** The facts of a change. */
interface Facts {
  readonly orders: FactTable<'order'>;
  readonly interactions: FactTable<'interaction'>;
}

async function partsOf(
  tables: Tables,
  customers: Change['customers'],
  facts: Facts,
): Promise<{ parts: Map<number, Part>; newCustomers: number }> {
  const base = await readBase(tables);
  const aliases = await Aliases.read(tables);
  const ids = new Set<string>(customers.map(({ id }) => aliases.of(id).id));
  for (const id of [...facts.orders.keys(), ...facts.interactions.keys()]) ids.add(aliases.of(id).id);
  const rows = await rowsOf(tables, base, [...ids]);
  const first = customersIn(base);
  let next = first;
  for (const { id } of customers) {
    const current = aliases.of(id).id;
    if (!rows.has(current)) rows.set(current, next++);
  }

  const parts = new Map<number, Part>();
  const place = (given: string) => {
    const { id, part: through } = aliases.of(given);
    const row = rows.get(id);
    if (row === undefined) throw new Error(`facts of a customer that is not in the base: ${id}`);
    const chunk = Math.floor(row / CHUNK_SIZE);
    let part = parts.get(chunk);
    if (!part) {
      part = { customers: new Map(), orders: new Map(), interactions: new Map() };
      parts.set(chunk, part);
    }
    return { part, slot: row % CHUNK_SIZE, through };
  };
  for (const customer of customers) {
    const { part, slot, through } = place(customer.id);
    push(part.customers, slot, [{ customer, part: through }]);
  }
  for (const subject of ['orders', 'interactions'] as const) {
    for (const id of facts[subject].keys()) {
      const { part, slot, through } = place(id);
      push(part[subject], slot, [{ rows: facts[subject].rowsOf(id)!, part: through }]);
    }
  }
  return { parts, newCustomers: next - first };
}

function push<Value>(lists: Map<number, Value[]>, slot: number, more: Value[]): void {
  const before = lists.get(slot);
  lists.set(slot, before ? [...before, ...more] : more);
}

interface ChunkChange {
  readonly chunk: number;
  readonly part: Part;
  readonly before: ChunkSummary | undefined;
  readonly step: number;
  readonly change: Change;
  readonly incoming: { readonly orders: IncomingFacts; readonly interactions: IncomingFacts };
  readonly places: Places;
}

interface WrittenChunk {
  readonly summary: ChunkSummary;
  readonly orders: number;
  readonly replacedOrders: number;
  readonly interactions: number;
  /** Ends when everything is handed over to the database. */
  readonly writing: Promise<unknown>;
}

async function writeChunk(
  tables: Tables,
  { chunk, part, before, step, change, incoming, places }: ChunkChange,
  vocabulary: Vocabulary,
  signal: AbortSignal | undefined,
): Promise<WrittenChunk> {
  stopIfCancelled(signal);
  const stored: ChunkRecord = (before && (await tables.chunks.get(chunk))) ?? emptyChunk(chunk);
  const size = Math.max(stored.size, 1 + Math.max(-1, ...part.customers.keys()));

  let packed: PackedTexts | undefined;
  let orders = {
    facts: stored.orders,
    added: 0,
    replaced: 0,
    older: new Map() as ReadonlyMap<number, readonly Fact[]>,
  };
  if (part.orders.size > 0) {
    const numbers = unpackTexts((await tables.numbers.get(chunk))?.numbers);
    const changed = addFacts(incoming.orders, stored.orders, numbers, size, part.orders, vocabulary);
    orders = changed;
    packed = packTexts(changed.numbers);
  }
  let interactions = { facts: stored.interactions, added: 0 };
  if (part.interactions.size > 0) {
    interactions = addFacts(
      incoming.interactions,
      stored.interactions,
      [],
      size,
      part.interactions,
      vocabulary,
    );
  }
  const touched = [...part.customers.keys(), ...orders.older.keys()].filter(slot => slot < stored.size);
  const isKnown = stored.size > 0 && (part.customers.size > 0 || touched.length > 0);
  const texts = isKnown ? (await readTexts(tables, [chunk]))[0]! : emptyTexts(chunk);
  const known = await tracedAt(tables, stored, texts, new Set(touched), vocabulary);
  const customers = new Map<number, Traced>();
  for (const [slot, incoming] of part.customers)
    customers.set(slot, withIncoming(known.get(slot), incoming, step, change));
  for (const [slot, older] of orders.older) {
    const traced = customers.get(slot) ?? known.get(slot)!;
    customers.set(slot, {
      ...traced,
      history: { ...traced.history, older: [...(traced.history.older ?? []), ...older] },
    });
  }
  const changed = new Map(Array.from(customers, ([slot, { customer }]) => [slot, customer]));
  const columns = changed.size > 0 ? putColumns(stored.columns, size, changed, vocabulary) : stored.columns;
  const record = { chunk, size, columns, orders: orders.facts, interactions: interactions.facts };
  const steps = new Set(before?.steps);
  if (step > 0) steps.add(step);
  return {
    summary: summaryOf(record, [...steps]),
    orders: orders.added,
    replacedOrders: orders.replaced,
    interactions: interactions.added,
    writing: Promise.all([
      packed && tables.numbers.put({ chunk, numbers: packed }),
      tables.chunks.put(record),
      customers.size > 0 && putTexts(tables, places, texts, size, customers),
    ]),
  };
}

/** The customers at some slots of a stored chunk. */
async function tracedAt(
  tables: Tables,
  { columns }: ChunkRecord,
  texts: StoredTexts,
  slots: ReadonlySet<number>,
  vocabulary: Vocabulary,
): Promise<Map<number, Traced>> {
  if (slots.size === 0) return new Map();
  const histories = await readHistories(tables, texts, slots);
  return new Map(
    Array.from(histories, ([slot, history]) => [
      slot,
      { customer: customerAt(texts, slot, columnsAt(columns, slot, vocabulary)), history },
    ]),
  );
}

/** A new customer as it came; a known one with what is said otherwise, as a contribution of its own. */
function withIncoming(
  before: Traced | undefined,
  incoming: readonly Incoming[],
  step: number,
  { record, source, raws }: Change,
): Traced {
  let traced = before;
  for (const { customer, part } of incoming) {
    const cells = raws?.get(customer.id);
    if (!traced) {
      traced = { customer, history: { ...(step > 0 && { made: step }), ...(cells && { raws: cells }) } };
      continue;
    }
    const ground: Customer = before?.customer ?? traced.customer;
    const set = differences(ground, customer);
    const fields = Object.keys(set).filter(field => field !== 'updatedAt');
    if (fields.length === 0) {
      traced = { ...traced, customer: { ...traced.customer, updatedAt: customer.updatedAt } };
      continue;
    }
    const told = Object.entries(cells ?? {}).filter(([field]) => field in set);
    traced = contribute(
      traced,
      {
        step,
        at: record?.at ?? customer.updatedAt,
        source: record?.fileName ?? source ?? customer.source,
        part,
        set,
        ...(told.length > 0 && { raws: Object.fromEntries(told) }),
      },
      fieldsOf(ground),
    );
  }
  return traced!;
}
