import { emptyChunk, summaryOf } from '../chunk.ts';
import { columnsAt, putColumns } from '../columns.ts';
import { Vocabulary } from '../dictionaries.ts';
import { putFacts } from '../factChanges.ts';
import { type Fact, factsAt } from '../facts.ts';
import { readHistories } from '../histories.ts';
import { CHUNK_SIZE } from '../model.ts';
import { packTexts, textAt, unpackTexts } from '../packed.ts';
import { Places, rowsOf } from '../places.ts';
import {
  type BaseRecord,
  type ChunkRecord,
  type ChunkSummary,
  customersIn,
  readBase,
  readFields,
  type Tables,
} from '../tables.ts';
import { customerAt, putTexts, readTexts, removeTexts, type StoredTexts } from '../texts.ts';
import type { History, Traced } from './history.ts';
import { relocate, removeCards } from './relocate.ts';

/** A customer with everything that belongs to it, as it is changed. */
export interface Entry extends Traced {
  readonly orders: readonly Fact[];
  readonly interactions: readonly Fact[];
}

interface OpenChunk {
  readonly record: ChunkRecord;
  readonly numbers: readonly string[];
  readonly texts: StoredTexts;
  /** Customers as they are from now on, by slot. */
  readonly changed: Map<number, Entry>;
}

/**
 * The base while single customers of it are changed, added and removed, inside the transaction that `tables` belong
 * to. Only what is asked for is read; `write` stores what was changed.
 */
export class OpenBase {
  readonly #tables: Tables;
  readonly #base: BaseRecord;
  readonly #vocabulary: Vocabulary;
  readonly #summaries: ChunkSummary[];
  readonly #chunks = new Map<number, OpenChunk>();
  readonly #rows = new Map<string, number>();
  readonly #removed = new Map<number, string>();
  readonly #places = new Places();
  #size: number;

  private constructor(tables: Tables, base: BaseRecord, vocabulary: Vocabulary) {
    this.#tables = tables;
    this.#base = base;
    this.#vocabulary = vocabulary;
    this.#summaries = [...base.chunks];
    this.#size = customersIn(base);
  }

  static async open(tables: Tables): Promise<OpenBase> {
    return new OpenBase(
      tables,
      await readBase(tables),
      await Vocabulary.read(tables, await readFields(tables)),
    );
  }

  /** What is remembered of every chunk. */
  get summaries(): readonly ChunkSummary[] {
    return this.#summaries;
  }

  /** Looks up where these customers are; needed before they are asked for. */
  async find(ids: Iterable<string>): Promise<void> {
    const unknown = [...ids].filter(id => !this.#rows.has(id));
    if (unknown.length === 0) return;
    for (const [id, row] of await rowsOf(this.#tables, this.#base, unknown)) this.#rows.set(id, row);
  }

  /** Whether a customer that was looked for is there. */
  has(id: string): boolean {
    return this.#rows.has(id);
  }

  /** The row of a customer that was looked for. */
  rowOf(id: string): number | undefined {
    return this.#rows.get(id);
  }

  /** The customer, or null where there is none. */
  async get(id: string): Promise<Entry | null> {
    if (!this.#rows.has(id)) await this.find([id]);
    const row = this.#rows.get(id);
    return row === undefined ? null : this.#at(row);
  }

  /** All customers of a chunk, by slot. */
  async entries(chunk: number): Promise<Entry[]> {
    const { texts, changed } = await this.#chunk(chunk);
    const histories = await readHistories(this.#tables, texts);
    return Array.from(histories, ([slot, history]) => {
      this.#rows.set(textAt(texts.ids, slot), chunk * CHUNK_SIZE + slot);
      return changed.get(slot) ?? this.#entry(chunk, slot, history);
    });
  }

  /** Puts a customer that was asked for back in its place, changed. */
  put(entry: Entry): void {
    const row = this.#rows.get(entry.customer.id)!;
    this.#chunks.get(Math.floor(row / CHUNK_SIZE))!.changed.set(row % CHUNK_SIZE, entry);
  }

  /** Adds a customer at the end of the base. */
  async add(entry: Entry): Promise<void> {
    const row = this.#size++;
    this.#rows.set(entry.customer.id, row);
    await this.#chunk(Math.floor(row / CHUNK_SIZE));
    this.put(entry);
  }

  /** Takes a customer out; the place is filled when the base is written. */
  remove(id: string): void {
    const row = this.#rows.get(id)!;
    this.#rows.delete(id);
    this.#removed.set(row, id);
    this.#chunks.get(Math.floor(row / CHUNK_SIZE))?.changed.delete(row % CHUNK_SIZE);
  }

  /** Stores the changed customers of a chunk and forgets it, so that few are in memory at a time. */
  async close(chunk: number): Promise<void> {
    const open = this.#chunks.get(chunk);
    if (open && this.#isChanged(chunk, open)) await this.#store(chunk, open);
    this.#chunks.delete(chunk);
  }

  /** Stores everything: the last customers of the base move into the places of those that were removed. */
  async write(): Promise<void> {
    await this.#fill();
    const changed = [...this.#chunks].filter(([chunk, open]) => this.#isChanged(chunk, open));
    for (const [chunk, open] of changed.sort(([a], [b]) => a - b)) await this.#store(chunk, open);
    await this.#places.write(this.#tables);
    await this.#vocabulary.write(this.#tables);
    const base = await readBase(this.#tables);
    await this.#tables.meta.put({ ...base, revision: this.#base.revision + 1, chunks: this.#summaries });
  }

  async #fill(): Promise<void> {
    if (this.#removed.size === 0) return;
    const size = this.#size - this.#removed.size;
    const holes = [...this.#removed.keys()].filter(row => row < size).sort((a, b) => a - b);
    const movers: Entry[] = [];
    for (let row = size; row < this.#size; row++) {
      if (!this.#removed.has(row)) movers.push(this.#known(row) ?? (await this.#at(row)));
    }
    const moves = movers.map(({ customer }, i) => ({ from: this.#rows.get(customer.id)!, to: holes[i]! }));
    for (const chunk of new Set(holes.map(row => Math.floor(row / CHUNK_SIZE)))) await this.#chunk(chunk);
    movers.forEach((mover, i) => {
      this.#rows.set(mover.customer.id, moves[i]!.to);
      this.put(mover);
    });
    const gone = [...this.#removed.values()];
    await relocate(this.#tables, moves, size);
    await removeCards(this.#tables, gone);
    this.#size = size;
    await this.#cut(Math.ceil(size / CHUNK_SIZE));
  }

  async #cut(count: number): Promise<void> {
    const { chunks, numbers } = this.#tables;
    for (let chunk = count; chunk < this.#summaries.length; chunk++) {
      this.#chunks.delete(chunk);
      await Promise.all([chunks, numbers].map(table => table.delete(chunk)));
      await removeTexts(this.#tables, this.#places, chunk);
    }
    this.#summaries.length = Math.min(count, this.#summaries.length);
    if (count > 0) await this.#chunk(count - 1);
  }

  /** The customer of a row as it was changed already. */
  #known(row: number): Entry | undefined {
    return this.#chunks.get(Math.floor(row / CHUNK_SIZE))?.changed.get(row % CHUNK_SIZE);
  }

  #isChanged(chunk: number, { record, changed }: OpenChunk): boolean {
    return changed.size > 0 || this.#sizeOf(chunk) !== record.size;
  }

  #sizeOf(chunk: number): number {
    return Math.min(CHUNK_SIZE, this.#size - chunk * CHUNK_SIZE);
  }

  async #at(row: number): Promise<Entry> {
    const chunk = Math.floor(row / CHUNK_SIZE);
    const slot = row % CHUNK_SIZE;
    const { texts } = await this.#chunk(chunk);
    const known = this.#known(row);
    if (known) return known;
    this.#rows.set(textAt(texts.ids, slot), row);
    const histories = await readHistories(this.#tables, texts, [slot]);
    return this.#entry(chunk, slot, histories.get(slot)!);
  }

  #entry(chunk: number, slot: number, history: History): Entry {
    const { record, texts, numbers } = this.#chunks.get(chunk)!;
    return {
      customer: customerAt(texts, slot, columnsAt(record.columns, slot, this.#vocabulary)),
      history,
      orders: factsAt('order', record.orders, slot, this.#vocabulary, numbers),
      interactions: factsAt('interaction', record.interactions, slot, this.#vocabulary),
    };
  }

  async #chunk(chunk: number): Promise<OpenChunk> {
    let open = this.#chunks.get(chunk);
    if (!open) {
      const [record, [texts], numbers] = await Promise.all([
        this.#tables.chunks.get(chunk),
        readTexts(this.#tables, [chunk]),
        this.#tables.numbers.get(chunk),
      ]);
      open = {
        record: record ?? emptyChunk(chunk),
        texts: texts!,
        numbers: unpackTexts(numbers?.numbers),
        changed: new Map(),
      };
      this.#chunks.set(chunk, open);
    }
    return open;
  }

  async #store(chunk: number, { record: before, texts, numbers, changed: all }: OpenChunk): Promise<void> {
    const size = this.#sizeOf(chunk);
    const changed = new Map([...all].filter(([slot]) => slot < size));
    const customers = new Map(Array.from(changed, ([slot, { customer }]) => [slot, customer]));
    const orderLists = new Map(Array.from(changed, ([slot, { orders }]) => [slot, orders]));
    const interactionLists = new Map(Array.from(changed, ([slot, { interactions }]) => [slot, interactions]));
    const orders = putFacts('order', before.orders, numbers, size, orderLists, this.#vocabulary);
    const { facts: interactions } = putFacts(
      'interaction',
      before.interactions,
      [],
      size,
      interactionLists,
      this.#vocabulary,
    );
    const columns = putColumns(before.columns, size, customers, this.#vocabulary);
    const record = { chunk, size, columns, orders: orders.facts, interactions };
    await this.#tables.chunks.put(record);
    await this.#tables.numbers.put({ chunk, numbers: packTexts(orders.numbers) });
    await putTexts(this.#tables, this.#places, texts, size, changed);
    const steps = new Set(this.#summaries[chunk]?.steps);
    for (const entry of changed.values()) for (const step of stepsOf(entry)) steps.add(step);
    this.#summaries[chunk] = summaryOf(record, [...steps]);
  }
}

/** The imports that have something in a customer. */
export function stepsOf({ history, orders, interactions }: Entry): Set<number> {
  const steps = new Set<number>([history.made ?? 0]);
  for (const { step } of history.later ?? []) steps.add(step);
  for (const { step } of [...(history.older ?? []), ...orders, ...interactions]) steps.add(Number(step ?? 0));
  steps.delete(0);
  return steps;
}
