import type { Customer, ManualTag } from '../domain/index.ts';
import { cutHistories, putHistories, restOf } from './histories.ts';
import { CHUNK_SIZE, type KnownCustomer } from './model.ts';
import {
  listAt,
  narrow,
  narrowKnown,
  type PackedLists,
  type PackedTexts,
  packLists,
  packTexts,
  textAt,
  unpackLists,
  unpackTexts,
} from './packed.ts';
import type { Places } from './places.ts';
import type { History, Traced } from './steps/history.ts';
import type { DetailRecord, LabelRecord, Tables } from './tables.ts';

/** The ids and texts of a chunk's customers, packed. */
export interface StoredTexts {
  readonly chunk: number;
  readonly ids: PackedTexts;
  readonly labels: LabelRecord;
  readonly details: DetailRecord;
}

/** The ids and labels alone: enough to recognise somebody. */
export type StoredLabels = Pick<StoredTexts, 'chunk' | 'ids' | 'labels'>;

/** A chunk's texts before anybody is in it. */
export function emptyTexts(chunk: number): StoredTexts {
  const [none, lists] = [packTexts([]), packLists([])];
  const changed = new Float64Array(0);
  return {
    chunk,
    ids: none,
    labels: { chunk, names: none, companies: none, titles: none, emails: lists, phones: lists, changed },
    details: { chunk, addresses: none, tags: none, sources: [], sourceOf: narrow([]), created: narrow([]) },
  };
}

/** The ids and labels of these chunks, in their order. */
export async function readChunkLabels(
  tables: Pick<Tables, 'ids' | 'labels'>,
  chunks: readonly number[],
): Promise<StoredLabels[]> {
  const [ids, labels] = await Promise.all([
    tables.ids.bulkGet([...chunks]),
    tables.labels.bulkGet([...chunks]),
  ]);
  return chunks.map((chunk, i) => {
    const empty = emptyTexts(chunk);
    return { chunk, ids: ids[i]?.ids ?? empty.ids, labels: labels[i] ?? empty.labels };
  });
}

/** The texts of these chunks, in their order. */
export async function readTexts(
  tables: Pick<Tables, 'ids' | 'labels' | 'details'>,
  chunks: readonly number[],
): Promise<StoredTexts[]> {
  const [labels, details] = await Promise.all([
    readChunkLabels(tables, chunks),
    tables.details.bulkGet([...chunks]),
  ]);
  return labels.map((stored, i) => ({
    ...stored,
    details: details[i] ?? emptyTexts(stored.chunk).details,
  }));
}

/** The customer of a slot. */
export function customerAt(texts: StoredTexts, slot: number, columns: Customer['columns']): Customer {
  const { labels, details } = texts;
  const tags = textAt(details.tags, slot);
  return {
    ...knownAt(texts, slot),
    address: textAt(details.addresses, slot),
    columns,
    tags: tags === '' ? [] : (JSON.parse(tags) as ManualTag[]),
    source: details.sources[details.sourceOf[slot]!]!,
    createdAt: details.created[slot]!,
    updatedAt: labels.changed[slot]!,
  };
}

/** What the customer of a slot is recognised by. */
export function knownAt({ ids, labels }: StoredLabels, slot: number): KnownCustomer {
  return {
    id: textAt(ids, slot),
    name: textAt(labels.names, slot),
    company: textAt(labels.companies, slot),
    title: textAt(labels.titles, slot),
    emails: listAt(labels.emails, slot),
    phones: listAt(labels.phones, slot),
  };
}

/**
 * Puts customers (by slot) into a chunk whose texts are `before`; it has `size` customers afterwards. Where they are
 * found is noted in `places`.
 */
export async function putTexts(
  tables: Pick<Tables, 'ids' | 'labels' | 'details' | 'histories'>,
  places: Places,
  before: StoredTexts,
  size: number,
  customers: ReadonlyMap<number, Traced>,
): Promise<void> {
  const { chunk } = before;
  const known = before.ids.ends.length;
  const wide = new WideTexts(before, size);
  const histories = new Map<number, History>();
  for (const [slot, { customer, history }] of customers) {
    const old = slot < known ? textAt(before.ids, slot) : null;
    places.change(chunk * CHUNK_SIZE + slot, old, customer.id);
    wide.put(slot, customer, history.made ?? 0);
    if (slot < known || restOf(history)) histories.set(slot, history);
  }
  for (let slot = size; slot < known; slot++) {
    places.change(chunk * CHUNK_SIZE + slot, textAt(before.ids, slot), null);
  }
  const { ids, labels, details } = wide.pack();
  await Promise.all([
    tables.ids.put({ chunk, ids }),
    tables.labels.put(labels),
    tables.details.put(details),
    histories.size > 0 && putHistories(tables, chunk, histories),
  ]);
  if (size < known) await cutHistories(tables, chunk, size);
}

/** Takes all texts of a chunk out. */
export async function removeTexts(tables: Tables, places: Places, chunk: number): Promise<void> {
  const { ids, labels, details } = tables;
  unpackTexts((await ids.get(chunk))?.ids).forEach((id, slot) => {
    places.change(chunk * CHUNK_SIZE + slot, id, null);
  });
  await Promise.all([ids, labels, details].map(table => table.delete(chunk)));
  await cutHistories(tables, chunk, 0);
}

/** A chunk's texts while they are changed. */
class WideTexts {
  readonly #chunk: number;
  readonly #ids: string[];
  readonly #texts: Readonly<
    Record<'names' | 'companies' | 'titles' | 'addresses' | 'tags' | 'from', string[]>
  >;
  readonly #lists: Readonly<Record<'emails' | 'phones', (readonly string[])[]>>;
  readonly #numbers: Readonly<Record<'changed' | 'created' | 'made', Float64Array<ArrayBuffer>>>;

  constructor({ chunk, ids, labels, details }: StoredTexts, size: number) {
    const texts = (packed: PackedTexts) => atLength(unpackTexts(packed), size, '');
    const lists = (packed: PackedLists) => atLength<readonly string[]>(unpackLists(packed), size, []);
    const numbers = (stored: ArrayLike<number> = []) => {
      const all = new Float64Array(size);
      for (let slot = 0; slot < Math.min(size, stored.length); slot++) all[slot] = stored[slot]!;
      return all;
    };
    const from = Array.from(details.sourceOf, place => details.sources[place]!);
    this.#chunk = chunk;
    this.#ids = texts(ids);
    this.#texts = {
      names: texts(labels.names),
      companies: texts(labels.companies),
      titles: texts(labels.titles),
      addresses: texts(details.addresses),
      tags: texts(details.tags),
      from: atLength(from, size, ''),
    };
    this.#lists = { emails: lists(labels.emails), phones: lists(labels.phones) };
    this.#numbers = {
      changed: numbers(labels.changed),
      created: numbers(details.created),
      made: numbers(details.made),
    };
  }

  put(slot: number, customer: Customer, made: number): void {
    this.#ids[slot] = customer.id;
    this.#texts.names[slot] = customer.name;
    this.#texts.companies[slot] = customer.company;
    this.#texts.titles[slot] = customer.title;
    this.#texts.addresses[slot] = customer.address;
    this.#texts.tags[slot] = customer.tags.length > 0 ? JSON.stringify(customer.tags) : '';
    this.#texts.from[slot] = customer.source;
    this.#lists.emails[slot] = customer.emails;
    this.#lists.phones[slot] = customer.phones;
    this.#numbers.changed[slot] = customer.updatedAt;
    this.#numbers.created[slot] = customer.createdAt;
    this.#numbers.made[slot] = made;
  }

  pack(): Omit<StoredTexts, 'chunk'> {
    const chunk = this.#chunk;
    const { names, companies, titles, addresses, tags, from } = this.#texts;
    const sources = [...new Set(from)];
    const places = new Map(sources.map((source, place) => [source, place]));
    const made = narrowKnown(this.#numbers.made, 0);
    return {
      ids: packTexts(this.#ids),
      labels: {
        chunk,
        names: packTexts(names),
        companies: packTexts(companies),
        titles: packTexts(titles),
        emails: packLists(this.#lists.emails),
        phones: packLists(this.#lists.phones),
        changed: this.#numbers.changed,
      },
      details: {
        chunk,
        addresses: packTexts(addresses),
        tags: packTexts(tags),
        sources,
        sourceOf: narrow(from.map(source => places.get(source)!)),
        created: narrow(this.#numbers.created),
        ...(made && { made }),
      },
    };
  }
}

function atLength<Value>(list: Value[], length: number, filling: Value): Value[] {
  const known = list.length;
  list.length = length;
  return known < length ? list.fill(filling, known) : list;
}
