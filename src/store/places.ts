import { bucketOf } from './hash.ts';
import { CHUNK_SIZE } from './model.ts';
import { narrow, packTexts, unpackTexts } from './packed.ts';
import type { BaseRecord, PlaceRecord, Tables } from './tables.ts';

/** A change of one customer touches a bucket or none; an import into an empty base writes them all. */
const BUCKETS = 1_024;
/** Buckets up to which single ones are read; for more, one large read is faster. */
const FEW_BUCKETS = 256;
/** Ids up to which they are looked up one by one; for more, reading the packed ids of all chunks is faster. */
export const FEW_IDS = 500;

/** The rows (chunk * CHUNK_SIZE + slot) of those ids that are stored. */
export async function rowsOf(
  tables: Pick<Tables, 'places' | 'ids'>,
  base: BaseRecord,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (base.chunks.length === 0) return new Map();
  const wanted = new Set(ids);
  if (wanted.size <= FEW_IDS) {
    const rows = new Map<string, number>();
    const buckets = new Set(Array.from(wanted, id => bucketOf(id, BUCKETS)));
    for (const record of (await readBuckets(tables, buckets)).values()) {
      unpackTexts(record.ids).forEach((id, i) => {
        if (wanted.has(id)) rows.set(id, record.rows[i]!);
      });
    }
    return rows;
  }
  return allRows(tables, id => wanted.has(id));
}

/** The rows of everybody who is wanted, from the packed ids of all chunks. */
export async function allRows(
  tables: Pick<Tables, 'ids'>,
  isWanted: (id: string) => boolean = () => true,
): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  for (const record of await tables.ids.toArray()) {
    unpackTexts(record.ids).forEach((id, slot) => {
      if (isWanted(id)) rows.set(id, record.chunk * CHUNK_SIZE + slot);
    });
  }
  return rows;
}

/** A customer who comes to a row, or leaves it. */
interface PlaceChange {
  readonly id: string;
  readonly row: number;
  readonly isThere: boolean;
}

/** Changes of who is where: gathered while chunks are written, stored in the same transaction by `write`. */
export class Places {
  readonly #changes = new Map<number, PlaceChange[]>();

  /** Another customer is in a row than before; null = nobody. */
  change(row: number, before: string | null, after: string | null): void {
    if (before === after) return;
    if (before !== null) this.#note({ id: before, row, isThere: false });
    if (after !== null) this.#note({ id: after, row, isThere: true });
  }

  /** Stores what has changed. */
  async write(tables: Pick<Tables, 'places'>): Promise<void> {
    const stored = await readBuckets(tables, this.#changes);
    const changed: PlaceRecord[] = [];
    const empty: number[] = [];
    for (const [bucket, changes] of this.#changes) {
      const rows = changedRows(stored.get(bucket), changes);
      if (rows.size === 0) empty.push(bucket);
      else changed.push({ bucket, ids: packTexts([...rows.keys()]), rows: narrow([...rows.values()]) });
    }
    this.#changes.clear();
    await tables.places.bulkPut(changed);
    if (empty.length > 0) await tables.places.bulkDelete(empty);
  }

  #note(change: PlaceChange): void {
    const bucket = bucketOf(change.id, BUCKETS);
    const changes = this.#changes.get(bucket);
    if (changes) changes.push(change);
    else this.#changes.set(bucket, [change]);
  }
}

/** The rows of a bucket's customers by id. Somebody may come to a new row before the old one is left. */
function changedRows(
  record: PlaceRecord | undefined,
  changes: readonly PlaceChange[],
): ReadonlyMap<string, number> {
  const rows = new Map(unpackTexts(record?.ids).map((id, i) => [id, record!.rows[i]!]));
  for (const { id, row, isThere } of changes) {
    if (isThere) rows.set(id, row);
    else if (rows.get(id) === row) rows.delete(id);
  }
  return rows;
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
