import { type Customer, contactKeys, type Day } from '../domain/index.ts';
import { noFacts, type StoredFacts } from './facts.ts';
import { packLists, packTexts, unpackLists, unpackTexts } from './packed.ts';
import type { Traced } from './steps/history.ts';
import type { ChunkRecord, ChunkSummary, CustomerRow, LabelRecord, Tables } from './tables.ts';

/** A chunk before anything is in it. */
export function emptyChunk(chunk: number): ChunkRecord {
  return { chunk, size: 0, columns: { values: {}, sets: {} }, orders: noFacts, interactions: noFacts };
}

/** What the base remembers of a chunk. `steps`: the imports that have something in it. */
export function summaryOf(record: ChunkRecord, steps: readonly number[]): ChunkSummary {
  return {
    size: record.size,
    orders: record.orders.offsets.at(-1)!,
    interactions: record.interactions.offsets.at(-1)!,
    latestOrder: latestDay(record.orders),
    steps,
  };
}

/** Writes the ids, texts and rows of customers (by slot); the chunk has `size` customers afterwards. */
export async function putTexts(
  tables: Tables,
  chunk: number,
  size: number,
  customers: ReadonlyMap<number, Traced>,
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
  const changed = new Float64Array(size).fill(Number.NaN);
  if (labelRecord?.changed) changed.set(labelRecord.changed.subarray(0, size));
  const rows: CustomerRow[] = [];
  for (const [slot, { customer, history }] of customers) {
    const { columns: _, ...texts } = customer;
    ids[slot] = customer.id;
    changed[slot] = customer.updatedAt;
    labels.names[slot] = customer.name;
    labels.companies[slot] = customer.company;
    labels.titles[slot] = customer.title;
    labels.emails[slot] = [...customer.emails];
    labels.phones[slot] = [...customer.phones];
    rows.push({ ...texts, chunk, slot, contacts: contactsOf(customer), history });
  }
  for (const list of [ids, ...Object.values(labels)]) list.length = size;
  const packed: LabelRecord = {
    chunk,
    names: packTexts(labels.names),
    companies: packTexts(labels.companies),
    titles: packTexts(labels.titles),
    emails: packLists(labels.emails),
    phones: packLists(labels.phones),
    changed,
  };
  await Promise.all([
    tables.ids.put({ chunk, ids: packTexts(ids) }),
    tables.labels.put(packed),
    tables.customers.bulkPut(rows),
  ]);
}

/** The keys under which a customer is found. */
export function contactsOf({ emails, phones }: Pick<Customer, 'emails' | 'phones'>): string[] {
  return [
    ...emails.flatMap(email => contactKeys({ email })),
    ...phones.flatMap(phone => contactKeys({ phone })),
  ];
}

function latestDay({ columns }: StoredFacts): Day | null {
  const days = columns.day;
  if (!days || days.length === 0) return null;
  let latest = days[0]!;
  for (let row = 1; row < days.length; row++) latest = Math.max(latest, days[row]!);
  return latest;
}
