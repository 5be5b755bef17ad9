import { type Hit, phoneKey, type TierResult } from '../domain/index.ts';
import { CHUNK_SIZE, type SearchRow } from './model.ts';
import { type PackedTexts, packTexts, textAt, unpackTexts } from './packed.ts';
import { rowsOf } from './places.ts';
import { readBase, type Tables } from './tables.ts';

/** Stands before and after every spelling that can be found. */
export const EDGE = '\u0001';

/**
 * The look-up's rows of one chunk, by slot. In `words` and `digits`, which are what is scanned, every spelling
 * stands between two EDGE marks.
 */
export interface SearchRecord {
  readonly chunk: number;
  readonly words: PackedTexts;
  readonly digits: PackedTexts;
  readonly ids: PackedTexts;
  readonly names: PackedTexts;
  readonly companies: PackedTexts;
  readonly emails: PackedTexts;
  readonly phones: PackedTexts;
  readonly tiers: Enumerated<TierResult | null>;
  readonly segments: Enumerated<string>;
}

/** One of few values a slot: slot i has list[places[i]]. */
interface Enumerated<Value> {
  readonly list: readonly Value[];
  readonly places: Uint16Array;
}

/** A text as it is compared: width and case folded, single spaces, no control characters. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Packs rows (index = row of the base) into records. */
export function searchRecordsOf(rows: Iterable<SearchRow>): SearchRecord[] {
  const records: SearchRecord[] = [];
  let pending: SearchRow[] = [];
  const flush = () => {
    if (pending.length > 0) records.push(pack(records.length, pending.map(entryOf)));
    pending = [];
  };
  for (const row of rows) {
    pending.push(row);
    if (pending.length === CHUNK_SIZE) flush();
  }
  flush();
  return records;
}

/** Replaces all rows of the look-up. */
export async function writeSearch(tables: Tables, records: readonly SearchRecord[]): Promise<void> {
  await tables.search.clear();
  await tables.search.bulkPut(records);
}

/** Replaces or adds the rows of these customers, at their own place in the base. */
export async function replaceSearchRows(tables: Tables, rows: readonly SearchRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const places = await rowsOf(tables, await readBase(tables), ids);
  const byChunk = new Map<number, Map<number, SearchRow>>();
  for (const row of rows) {
    const place = places.get(row.id);
    if (place === undefined) throw new Error(`a card for a customer that is not in the base: ${row.id}`);
    const chunk = Math.floor(place / CHUNK_SIZE);
    const ofChunk = byChunk.get(chunk) ?? new Map<number, SearchRow>();
    byChunk.set(chunk, ofChunk.set(place % CHUNK_SIZE, row));
  }
  for (const [chunk, changed] of byChunk) {
    const record = await tables.search.get(chunk);
    const entries = record ? entriesOf(record) : [];
    for (const [slot, row] of changed) entries[slot] = entryOf(row);
    await tables.search.put(
      pack(
        chunk,
        Array.from(entries, entry => entry ?? blank),
      ),
    );
  }
}

/** Moves rows from one place in the base to another and cuts the look-up at `size` rows. */
export async function moveSearchRows(
  tables: Pick<Tables, 'search'>,
  moves: readonly { readonly from: number; readonly to: number }[],
  size: number,
): Promise<void> {
  const count = Math.ceil(size / CHUNK_SIZE);
  const touched = moves.flatMap(({ from, to }) => [
    Math.floor(from / CHUNK_SIZE),
    Math.floor(to / CHUNK_SIZE),
  ]);
  const opened = new Map<number, (Entry | undefined)[]>();
  for (const chunk of new Set([...touched, Math.max(0, count - 1)])) {
    const record = await tables.search.get(chunk);
    opened.set(chunk, record ? entriesOf(record) : []);
  }
  for (const { from, to } of moves) {
    const source = opened.get(Math.floor(from / CHUNK_SIZE))!;
    const target = opened.get(Math.floor(to / CHUNK_SIZE))!;
    target[to % CHUNK_SIZE] = source[from % CHUNK_SIZE] ?? blank;
  }
  await tables.search.where('chunk').aboveOrEqual(count).delete();
  for (const [chunk, entries] of opened) {
    if (chunk >= count) continue;
    const kept = Array.from(entries, entry => entry ?? blank).slice(0, size - chunk * CHUNK_SIZE);
    if (kept.length > 0) await tables.search.put(pack(chunk, kept));
  }
}

/** A row as it is packed. */
interface Entry {
  readonly words: string;
  readonly digits: string;
  readonly hit: Hit;
}

const blank: Entry = {
  words: '',
  digits: '',
  hit: { id: '', name: '', company: '', email: '', phone: '', tier: null, segment: '' },
};

function entryOf(row: SearchRow): Entry {
  const words = [row.name, row.company, ...row.emails, row.pinyin, row.initials].map(fold);
  const digits = row.phones.map(phone => phoneKey(phone).slice(2));
  return {
    words: betweenEdges(words),
    digits: betweenEdges(digits),
    hit: {
      id: row.id,
      name: row.name,
      company: row.company,
      email: row.emails[0] ?? '',
      phone: row.phones[0] ?? '',
      tier: row.tier,
      segment: row.segment,
    },
  };
}

function betweenEdges(spellings: readonly string[]): string {
  const known = spellings.filter(spelling => spelling !== '');
  return known.length > 0 ? EDGE + known.join(EDGE) + EDGE : '';
}

function pack(chunk: number, entries: readonly Entry[]): SearchRecord {
  const texts = (pick: (entry: Entry) => string) => packTexts(entries.map(pick));
  return {
    chunk,
    words: texts(({ words }) => words),
    digits: texts(({ digits }) => digits),
    ids: texts(({ hit }) => hit.id),
    names: texts(({ hit }) => hit.name),
    companies: texts(({ hit }) => hit.company),
    emails: texts(({ hit }) => hit.email),
    phones: texts(({ hit }) => hit.phone),
    tiers: enumerate(entries.map(({ hit }) => hit.tier)),
    segments: enumerate(entries.map(({ hit }) => hit.segment)),
  };
}

function enumerate<Value>(values: readonly Value[]): Enumerated<Value> {
  const list: Value[] = [];
  const known = new Map<string, number>();
  const places = Uint16Array.from(values, value => {
    const key = JSON.stringify(value);
    let place = known.get(key);
    if (place === undefined) {
      place = list.push(value) - 1;
      known.set(key, place);
    }
    return place;
  });
  return { list, places };
}

function entriesOf(record: SearchRecord): (Entry | undefined)[] {
  const words = unpackTexts(record.words);
  const digits = unpackTexts(record.digits);
  return words.map((text, slot) => ({ words: text, digits: digits[slot]!, hit: hitAt(record, slot) }));
}

/** What is shown of a slot. */
export function hitAt(record: SearchRecord, slot: number): Hit {
  return {
    id: textAt(record.ids, slot),
    name: textAt(record.names, slot),
    company: textAt(record.companies, slot),
    email: textAt(record.emails, slot),
    phone: textAt(record.phones, slot),
    tier: tierAt(record, slot),
    segment: record.segments.list[record.segments.places[slot]!]!,
  };
}

/** What is shown of customers by where they are; nothing of those who are not in the look-up. */
export function hitsAt(
  records: readonly SearchRecord[],
  places: readonly { readonly chunk: number; readonly slot: number }[],
): Hit[] {
  return places.flatMap(({ chunk, slot }) => {
    const record = records.find(each => each.chunk === chunk);
    return record && slot < record.ids.ends.length ? [hitAt(record, slot)] : [];
  });
}

/** The tier of a slot. */
export function tierAt(record: SearchRecord, slot: number): TierResult | null {
  return record.tiers.list[record.tiers.places[slot]!]!;
}
