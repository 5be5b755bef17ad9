import type { Card } from '../domain/index.ts';
import { bucketOf as hashedBucketOf } from './hash.ts';
import type { WriteOptions } from './model.ts';
import { stopIfCancelled } from './problems.ts';
import type { BucketRecord, Tables } from './tables.ts';

/**
 * Cards lie in buckets by the hash of their contact keys, ready-made as JSON: an address is one read by primary
 * key. Under `i:<id>` lies the card of a customer without contacts; for one with contacts, the list of its keys
 * (an array), through which the card is found and, when contacts change, its old places are cleared.
 */
const BUCKETS = 2_048;
/** Buckets written between two looks at the signal. */
const BATCH = 128;

/** The cards filed under the keys, in the order of the keys, each once. */
export async function readCards(tables: Tables, keys: readonly string[]): Promise<Card[]> {
  const buckets = await readBuckets(tables, keys);
  const cards = new Map<string, Card>();
  for (const key of keys) {
    for (const filed of filedUnder(buckets.get(bucketOf(key)), key)) {
      const card = Array.isArray(filed) ? await cardAtHome(tables, key, filed[0]!) : filed;
      if (card && !cards.has(card.id)) cards.set(card.id, card);
    }
  }
  return [...cards.values()];
}

/** The card that `i:<id>` refers to, from under the first of its contact keys. */
async function cardAtHome(tables: Tables, key: string, home: string): Promise<Card | undefined> {
  const buckets = await readBuckets(tables, [home]);
  return filedUnder(buckets.get(bucketOf(home)), home).find(
    (filed): filed is Card => !Array.isArray(filed) && idKey(filed.id) === key,
  );
}

/** Replaces all cards. */
export async function writeAllCards(
  tables: Tables,
  buckets: ReadonlyMap<number, Bucket>,
  { signal, onProgress }: WriteOptions,
): Promise<void> {
  await tables.cards.clear();
  const records = Array.from(buckets, ([bucket, { keys, cards }]) => ({ bucket, keys, cards }));
  for (let from = 0; from < records.length; from += BATCH) {
    stopIfCancelled(signal);
    await tables.cards.bulkPut(records.slice(from, from + BATCH));
    onProgress?.(Math.min(from + BATCH, records.length), records.length);
  }
}

/** Replaces the cards of these customers, wherever they were filed before. */
export async function replaceCards(tables: Tables, cards: readonly Card[]): Promise<void> {
  const ids = cards.map(({ id }) => id);
  const places = await keysFiledFor(tables, ids.map(idKey));
  for (const { keys } of cards) for (const key of keys) places.add(key);
  const buckets = await bucketsWithout(tables, places, new Set(ids));
  for (const card of cards) fileCard(buckets, card);
  await putBuckets(tables, buckets);
}

/** Takes the cards of these customers out of the places of the keys. */
export async function takeOutCards(
  tables: Pick<Tables, 'cards'>,
  places: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): Promise<void> {
  await putBuckets(tables, await bucketsWithout(tables, places, ids));
}

/** The keys under which the customers of these id keys are filed, the id keys among them. */
export async function keysFiledFor(
  tables: Pick<Tables, 'cards'>,
  idKeys: readonly string[],
): Promise<Set<string>> {
  const stored = await readBuckets(tables, idKeys);
  const places = new Set<string>(idKeys);
  for (const key of idKeys) {
    const [filed] = filedUnder(stored.get(bucketOf(key)), key);
    if (Array.isArray(filed)) for (const each of filed) places.add(each);
  }
  return places;
}

async function bucketsWithout(
  tables: Pick<Tables, 'cards'>,
  places: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): Promise<Map<number, Bucket>> {
  const stored = await readBuckets(tables, [...places]);
  const buckets = new Map<number, Bucket>();
  for (const key of places) {
    const bucket = bucketOf(key);
    if (!buckets.has(bucket)) buckets.set(bucket, without(stored.get(bucket), ids));
  }
  return buckets;
}

async function putBuckets(
  tables: Pick<Tables, 'cards'>,
  buckets: ReadonlyMap<number, Bucket>,
): Promise<void> {
  await tables.cards.bulkPut(Array.from(buckets, ([bucket, { keys, cards }]) => ({ bucket, keys, cards })));
}

export interface Bucket {
  readonly keys: string[];
  readonly cards: string[];
}

/** Sorts cards into buckets. */
export function bucketsOf(cards: Iterable<Card>): Map<number, Bucket> {
  const buckets = new Map<number, Bucket>();
  for (const card of cards) fileCard(buckets, card);
  return buckets;
}

function fileCard(buckets: Map<number, Bucket>, card: Card): void {
  const keys = [...new Set(card.keys)];
  const text = JSON.stringify(card);
  const put = (key: string, content: string) => {
    const number = bucketOf(key);
    let bucket = buckets.get(number);
    if (!bucket) {
      bucket = { keys: [], cards: [] };
      buckets.set(number, bucket);
    }
    bucket.keys.push(key);
    bucket.cards.push(content);
  };
  for (const key of keys) put(key, text);
  put(idKey(card.id), keys.length > 0 ? JSON.stringify(keys) : text);
}

function without(record: BucketRecord | undefined, ids: ReadonlySet<string>): Bucket {
  const bucket: Bucket = { keys: [], cards: [] };
  record?.keys.forEach((key, i) => {
    const text = record.cards[i]!;
    const filed = JSON.parse(text) as Card | string[];
    if (Array.isArray(filed) ? ids.has(key.slice(2)) : ids.has(filed.id)) return;
    bucket.keys.push(key);
    bucket.cards.push(text);
  });
  return bucket;
}

function filedUnder(record: BucketRecord | undefined, key: string): (Card | string[])[] {
  const found: (Card | string[])[] = [];
  for (let i = record?.keys.indexOf(key) ?? -1; i >= 0; i = record!.keys.indexOf(key, i + 1)) {
    found.push(JSON.parse(record!.cards[i]!));
  }
  return found;
}

async function readBuckets(
  tables: Pick<Tables, 'cards'>,
  keys: readonly string[],
): Promise<Map<number, BucketRecord>> {
  const records = await tables.cards.bulkGet([...new Set(keys.map(bucketOf))]);
  return new Map(records.flatMap(record => (record ? [[record.bucket, record]] : [])));
}

/** The key under which a customer is filed by id. */
export function idKey(id: string): string {
  return `i:${id}`;
}

function bucketOf(key: string): number {
  return hashedBucketOf(key, BUCKETS);
}
