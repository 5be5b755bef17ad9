import { type Customer, Problem } from '../domain/index.ts';
import { columnsAt } from './columns.ts';
import { Vocabulary } from './dictionaries.ts';
import { readFacts } from './facts.ts';
import { CHUNK_SIZE, type CustomerFacts } from './model.ts';
import { unpackTexts } from './packed.ts';
import { allRows, FEW_IDS, rowsOf } from './places.ts';
import { type BaseRecord, type ChunkRecord, readBase, type Tables } from './tables.ts';
import { customerAt, readTexts, type StoredTexts } from './texts.ts';

type Read = <Value>(tables: readonly (keyof Tables)[], body: () => Promise<Value>) => Promise<Value>;

/** The tables that are asked where somebody is. */
const finding = ['meta', 'places', 'ids', 'chunks', 'dictionaries'] as const;

interface KeptChunk {
  readonly record: ChunkRecord;
  /** Null before they are asked for. */
  texts: StoredTexts | null;
  /** The numbers of its orders; null before they are asked for. */
  numbers: readonly string[] | null;
}

/** Who was found: the chunk it is in, and the place there. */
interface Found {
  readonly id: string;
  readonly slot: number;
  readonly chunk: KeptChunk;
}

/**
 * Many reads of one state of the base, in any order of customers: dictionaries and chunks are read once and kept, in
 * their packed form, until the reading itself is let go.
 */
export class Reading {
  readonly #tables: Tables;
  readonly #read: Read;
  readonly #chunks = new Map<number, KeptChunk>();
  /** Where everybody is, once many were asked for. */
  #rows: ReadonlyMap<string, number> | undefined;
  #vocabulary: Vocabulary | undefined;
  #revision: number | undefined;

  constructor(tables: Tables, read: Read) {
    this.#tables = tables;
    this.#read = read;
  }

  /** The customers that are there. Rejects with 'baseChanged' once the base is another than at the first read. */
  customers(ids: readonly string[]): Promise<Customer[]> {
    return this.#read([...finding, 'labels', 'details'], async () => {
      const found = await this.#find(ids);
      const vocabulary = this.#vocabulary!;
      const kept = new Map(found.map(({ chunk }) => [chunk.record.chunk, chunk]));
      const missing = [...kept.keys()].filter(chunk => !kept.get(chunk)!.texts);
      for (const texts of await readTexts(this.#tables, missing)) kept.get(texts.chunk)!.texts = texts;
      return found.map(({ slot, chunk: { record, texts } }) =>
        customerAt(texts!, slot, columnsAt(record.columns, slot, vocabulary)),
      );
    });
  }

  /** Their orders and interactions by id, latest first. Rejects as `customers` does. */
  factsOf(ids: readonly string[]): Promise<Map<string, CustomerFacts>> {
    return this.#read([...finding, 'numbers'], async () => {
      const found = await this.#find(ids);
      const vocabulary = this.#vocabulary!;
      for (const { chunk } of found) {
        chunk.numbers ??= unpackTexts((await this.#tables.numbers.get(chunk.record.chunk))?.numbers);
      }
      return new Map(
        found.map(({ id, slot, chunk: { record, numbers } }) => [
          id,
          {
            orders: readFacts('order', record.orders, numbers!, slot, vocabulary).reverse(),
            interactions: readFacts('interaction', record.interactions, [], slot, vocabulary).reverse(),
          },
        ]),
      );
    });
  }

  async #find(ids: readonly string[]): Promise<Found[]> {
    const base = await readBase(this.#tables);
    this.#revision ??= base.revision;
    if (base.revision !== this.#revision) throw new Problem('baseChanged');
    this.#vocabulary ??= await Vocabulary.read(this.#tables);
    const rows = await this.#rowsOf(base, ids);
    const found = ids.flatMap(id => {
      const row = rows.get(id);
      return row === undefined ? [] : [{ id, row, number: Math.floor(row / CHUNK_SIZE) }];
    });
    const chunks = new Set(found.map(({ number }) => number));
    const missing = [...chunks].filter(chunk => !this.#chunks.has(chunk));
    for (const record of await this.#tables.chunks.bulkGet(missing)) {
      if (record) this.#chunks.set(record.chunk, { record, texts: null, numbers: null });
    }
    return found.map(({ id, row, number }) => ({
      id,
      slot: row % CHUNK_SIZE,
      chunk: this.#chunks.get(number)!,
    }));
  }

  /** Whoever asks for many will ask for more. */
  async #rowsOf(base: BaseRecord, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (ids.length > FEW_IDS) this.#rows ??= await allRows(this.#tables);
    return this.#rows ?? rowsOf(this.#tables, base, ids);
  }
}
