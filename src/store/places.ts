import { bucketOf, idKey } from './keys.ts';
import { CHUNK_SIZE } from './model.ts';
import { narrow, packTexts, unpackTexts } from './packed.ts';
import type { BaseRecord, PlaceRecord, Tables } from './tables.ts';

/** A change of one customer touches a few buckets; an import into an empty base writes them all. */
const BUCKETS = 1_024;
/** Buckets up to which single ones are read; for more, one large read is faster. */
const FEW_BUCKETS = 256;
/** Ids up to which they are looked up by key; for more, reading the packed ids of all chunks is faster. */
const FEW_IDS = 500;

/** The rows (chunk * CHUNK_SIZE + slot) of the customers filed under each key that anybody has, ascending. */
export async function rowsUnder(
  tables: Pick<Tables, 'places'>,
  keys: Iterable<string>,
): Promise<Map<string, number[]>> {
  const wanted = new Set(keys);
  const buckets = new Set(Array.from(wanted, key => bucketOf(key, BUCKETS)));
  const rows = new Map<string, number[]>();
  for (const record of (await readBuckets(tables, buckets)).values()) {
    unpackTexts(record.keys).forEach((key, i) => {
      if (!wanted.has(key)) return;
      const known = rows.get(key);
      if (known) known.push(record.rows[i]!);
      else rows.set(key, [record.rows[i]!]);
    });
  }
  for (const found of rows.values()) found.sort((a, b) => a - b);
  return rows;
}

/** The rows of those ids that are stored. */
export async function rowsOf(
  tables: Pick<Tables, 'places' | 'ids'>,
  base: BaseRecord,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  if (base.chunks.length === 0) return rows;
  if (ids.length <= FEW_IDS) {
    const found = await rowsUnder(tables, ids.map(idKey));
    for (const id of ids) {
      const row = found.get(idKey(id))?.[0];
      if (row !== undefined) rows.set(id, row);
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

/** What is to change in one bucket, in the order in which it was said. */
interface BucketChanges {
  readonly keys: string[];
  readonly rows: number[];
  readonly isThere: boolean[];
}

/** Changes of who is found where: gathered while chunks are written, stored in the same transaction by `write`. */
export class Places {
  readonly #changes = new Map<number, BucketChanges>();

  /** The customer of a row is no longer found under the keys `before`, but under `after`. */
  change(row: number, before: ReadonlySet<string>, after: ReadonlySet<string>): void {
    for (const key of before) if (!after.has(key)) this.#note(key, row, false);
    for (const key of after) if (!before.has(key)) this.#note(key, row, true);
  }

  /** Stores what has changed. */
  async write(tables: Pick<Tables, 'places'>): Promise<void> {
    const stored = await readBuckets(tables, this.#changes);
    const changed: PlaceRecord[] = [];
    const empty: number[] = [];
    for (const [bucket, changes] of this.#changes) {
      const { keys, rows } = changedEntries(stored.get(bucket), changes);
      if (keys.length > 0) changed.push({ bucket, keys: packTexts(keys), rows: narrow(rows) });
      else empty.push(bucket);
    }
    this.#changes.clear();
    await tables.places.bulkPut(changed);
    if (empty.length > 0) await tables.places.bulkDelete(empty);
  }

  #note(key: string, row: number, isThere: boolean): void {
    const number = bucketOf(key, BUCKETS);
    let bucket = this.#changes.get(number);
    if (!bucket) {
      bucket = { keys: [], rows: [], isThere: [] };
      this.#changes.set(number, bucket);
    }
    bucket.keys.push(key);
    bucket.rows.push(row);
    bucket.isThere.push(isThere);
  }
}

interface Entries {
  readonly keys: readonly string[];
  readonly rows: readonly number[];
}

function changedEntries(record: PlaceRecord | undefined, changes: BucketChanges): Entries {
  const before = { keys: unpackTexts(record?.keys), rows: Array.from(record?.rows ?? []) };
  if (changes.isThere.every(Boolean)) {
    return { keys: [...before.keys, ...changes.keys], rows: [...before.rows, ...changes.rows] };
  }
  const entries = new Map<string, [string, number]>();
  const put = (key: string, row: number) => {
    entries.set(`${row} ${key}`, [key, row]);
  };
  for (const [i, key] of before.keys.entries()) put(key, before.rows[i]!);
  changes.keys.forEach((key, i) => {
    const row = changes.rows[i]!;
    if (changes.isThere[i]) put(key, row);
    else entries.delete(`${row} ${key}`);
  });
  const left = [...entries.values()];
  return { keys: left.map(([key]) => key), rows: left.map(([, row]) => row) };
}

async function readBuckets(
  { places }: Pick<Tables, 'places'>,
  buckets: ReadonlySet<number> | ReadonlyMap<number, unknown>,
): Promise<Map<number, PlaceRecord>> {
  const records =
    buckets.size <= FEW_BUCKETS ? await places.bulkGet([...buckets.keys()]) : await places.toArray();
  const found = new Map<number, PlaceRecord>();
  for (const record of records) if (record && buckets.has(record.bucket)) found.set(record.bucket, record);
  return found;
}
