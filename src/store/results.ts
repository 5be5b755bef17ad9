import { Bits } from '../domain/index.ts';
import { CHUNK_SIZE, type PublishedResults } from './model.ts';
import type { Tables } from './tables.ts';

/** The published results without their sets: what they are called, for which rules and day. */
export interface StoredResults {
  readonly key: 'results';
  readonly version: number;
  readonly asOf: number;
  readonly tags: readonly { readonly name: string; readonly weight: number }[];
  readonly tiers: readonly { readonly name: string; readonly levels: readonly string[] }[];
  readonly segments: readonly string[];
  readonly actions: readonly string[];
}

/** A chunk's slice of the published results, in the order of the names. */
export interface StoredResultsChunk {
  readonly chunk: number;
  readonly size: number;
  readonly tags: readonly Uint32Array[];
  readonly tiers: readonly Uint8Array[];
  readonly segments: readonly Uint32Array[];
  readonly actions: readonly Uint32Array[];
}

/** Replaces the stored results. */
export async function writeResults(
  tables: Tables,
  results: PublishedResults,
  version: number,
  asOf: number,
): Promise<void> {
  const { size, tags, tiers, segments, actions } = results;
  const chunks: StoredResultsChunk[] = [];
  for (let start = 0; start < size; start += CHUNK_SIZE) {
    const length = Math.min(CHUNK_SIZE, size - start);
    const cut = (from: readonly { bits: Bits }[]) => from.map(({ bits }) => bits.slice(start, length).words);
    chunks.push({
      chunk: start / CHUNK_SIZE,
      size: length,
      tags: cut(tags),
      tiers: tiers.map(({ codes }) => codes.slice(start, start + length)),
      segments: cut(segments),
      actions: cut(actions),
    });
  }
  const named = (from: readonly { name: string }[]) => from.map(({ name }) => name);
  await tables.results.clear();
  await tables.results.bulkPut(chunks);
  await tables.meta.put({
    key: 'results',
    version,
    asOf,
    tags: tags.map(({ name, weight }) => ({ name, weight })),
    tiers: tiers.map(({ name, levels }) => ({ name, levels: [...levels] })),
    segments: named(segments),
    actions: named(actions),
  });
}

/** The stored results over `size` rows; rows that were added since have none. null before the first publication. */
export async function readResults(
  tables: Tables,
  size: number,
): Promise<(PublishedResults & { version: number; asOf: number }) | null> {
  const stored = (await tables.meta.get('results')) as StoredResults | undefined;
  if (!stored) return null;
  const chunks = await tables.results.toArray();
  const join = (pick: (chunk: StoredResultsChunk) => Uint32Array) => {
    const bits = new Bits(size);
    for (const chunk of chunks) bits.words.set(pick(chunk), (chunk.chunk * CHUNK_SIZE) >>> 5);
    return bits;
  };
  return {
    version: stored.version,
    asOf: stored.asOf,
    size,
    tags: stored.tags.map((tag, i) => ({ ...tag, bits: join(chunk => chunk.tags[i]!) })),
    tiers: stored.tiers.map((tier, i) => {
      const codes = new Uint8Array(size);
      for (const chunk of chunks) codes.set(chunk.tiers[i]!, chunk.chunk * CHUNK_SIZE);
      return { ...tier, codes };
    }),
    segments: stored.segments.map((name, i) => ({ name, bits: join(chunk => chunk.segments[i]!) })),
    actions: stored.actions.map((name, i) => ({ name, bits: join(chunk => chunk.actions[i]!) })),
  };
}

/** A record whose sets can be changed without changing the stored one. */
export function copyOfResults(record: StoredResultsChunk): StoredResultsChunk {
  const copies = (all: readonly Uint32Array[]) => all.map(words => words.slice());
  return {
    ...record,
    tags: copies(record.tags),
    segments: copies(record.segments),
    actions: copies(record.actions),
    tiers: record.tiers.map(codes => codes.slice()),
  };
}

/** Puts what the results say of a row in its place. Sets that are not stored under the same name stay out. */
export function setResults(record: StoredResultsChunk, row: number, results: PublishedResults): void {
  const slot = row % CHUNK_SIZE;
  for (const sets of ['tags', 'segments', 'actions'] as const) {
    record[sets].forEach((words, i) => {
      setBit(words, slot, results[sets][i]?.bits.has(row) ?? false);
    });
  }
  record.tiers.forEach((codes, i) => {
    if (slot < codes.length) codes[slot] = results.tiers[i]?.codes[row] ?? 0;
  });
}

/** Puts a row into a set or takes it out; rows past its end are in none. */
export function setBit(words: Uint32Array, slot: number, value: boolean): void {
  if (slot >>> 5 >= words.length) return;
  if (value) words[slot >>> 5]! |= 1 << (slot & 31);
  else words[slot >>> 5]! &= ~(1 << (slot & 31));
}
