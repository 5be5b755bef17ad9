import { type Customer, Problem } from '../domain/index.ts';
import { columnsAt } from './columns.ts';
import { Vocabulary } from './dictionaries.ts';
import { readFacts } from './facts.ts';
import type { CustomerFacts } from './model.ts';
import { unpackTexts } from './packed.ts';
import { tracedOf } from './steps/history.ts';
import { type ChunkRecord, type CustomerRow, readBase, type Tables } from './tables.ts';

type Read = <Value>(tables: readonly (keyof Tables)[], body: () => Promise<Value>) => Promise<Value>;

interface KeptChunk {
  readonly record: ChunkRecord;
  /** The numbers of its orders; null before they are asked for. */
  numbers: readonly string[] | null;
}

/** What a customer is found with: its place, and the chunk it is in. */
interface Found {
  readonly row: CustomerRow;
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
  #vocabulary: Vocabulary | undefined;
  #revision: number | undefined;

  constructor(tables: Tables, read: Read) {
    this.#tables = tables;
    this.#read = read;
  }

  /** The customers that are there. Rejects with 'baseChanged' once the base is another than at the first read. */
  customers(ids: readonly string[]): Promise<Customer[]> {
    return this.#read(['meta', 'customers', 'chunks', 'dictionaries'], async () => {
      const found = await this.#find(ids);
      const vocabulary = this.#vocabulary!;
      return found.map(
        ({ row, chunk }) => tracedOf(row, columnsAt(chunk.record.columns, row.slot, vocabulary)).customer,
      );
    });
  }

  /** Their orders and interactions by id, latest first. Rejects as `customers` does. */
  factsOf(ids: readonly string[]): Promise<Map<string, CustomerFacts>> {
    return this.#read(['meta', 'customers', 'chunks', 'numbers', 'dictionaries'], async () => {
      const found = await this.#find(ids);
      const vocabulary = this.#vocabulary!;
      for (const { row, chunk } of found) {
        chunk.numbers ??= unpackTexts((await this.#tables.numbers.get(row.chunk))?.numbers);
      }
      return new Map(
        found.map(({ row: { id, slot }, chunk: { record, numbers } }) => [
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
    const { revision } = await readBase(this.#tables);
    this.#revision ??= revision;
    if (revision !== this.#revision) throw new Problem('baseChanged');
    this.#vocabulary ??= await Vocabulary.read(this.#tables);
    const rows = (await this.#tables.customers.bulkGet([...ids])).filter(row => row !== undefined);
    const missing = [...new Set(rows.map(({ chunk }) => chunk))].filter(chunk => !this.#chunks.has(chunk));
    for (const record of await this.#tables.chunks.bulkGet(missing)) {
      if (record) this.#chunks.set(record.chunk, { record, numbers: null });
    }
    return rows.map(row => ({ row, chunk: this.#chunks.get(row.chunk)! }));
  }
}
