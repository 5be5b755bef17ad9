import { idKey, keysFiledFor, takeOutCards } from '../cards.ts';
import { CHUNK_SIZE } from '../model.ts';
import { copyOfResults, type StoredResultsChunk, setBit } from '../results.ts';
import { moveSearchRows } from '../search.ts';
import type { Tables } from '../tables.ts';

/** A customer that goes from one row of the base to another. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/** Moves results and look-up rows along with their customers and cuts both at `size` rows. */
export async function relocate(tables: Tables, moves: readonly Move[], size: number): Promise<void> {
  await moveResults(tables, moves, size);
  await moveSearchRows(tables, moves, size);
}

/** Takes the cards of removed customers out, under every key. */
export async function removeCards(tables: Tables, ids: readonly string[]): Promise<void> {
  await takeOutCards(tables, await keysFiledFor(tables, ids.map(idKey)), new Set(ids));
}

async function moveResults(tables: Tables, moves: readonly Move[], size: number): Promise<void> {
  const chunks = new Map(
    (await tables.results.toArray()).map(record => [record.chunk, copyOfResults(record)]),
  );
  for (const { from, to } of moves) {
    const [source, target] = [from, to].map(row => chunks.get(Math.floor(row / CHUNK_SIZE)));
    if (!target) continue;
    const [old, now] = [from % CHUNK_SIZE, to % CHUNK_SIZE];
    for (const sets of ['tags', 'segments', 'actions'] as const) {
      target[sets].forEach((words, i) => {
        setBit(words, now, source ? hasBit(source[sets][i]!, old) : false);
      });
    }
    target.tiers.forEach((codes, i) => {
      if (now < codes.length) codes[now] = source?.tiers[i]?.[old] ?? 0;
    });
  }
  const count = Math.ceil(size / CHUNK_SIZE);
  const kept: StoredResultsChunk[] = [];
  for (const record of chunks.values()) {
    if (record.chunk < count) kept.push(cut(record, Math.min(record.size, size - record.chunk * CHUNK_SIZE)));
  }
  await tables.results.clear();
  await tables.results.bulkPut(kept);
}

function cut(record: StoredResultsChunk, size: number): StoredResultsChunk {
  const shorten = (all: readonly Uint32Array[]) =>
    all.map(words => {
      const rest = words.slice(0, Math.ceil(size / 32));
      if (size % 32 > 0 && rest.length > 0) rest[rest.length - 1]! &= (1 << (size % 32)) - 1;
      return rest;
    });
  return {
    ...record,
    size,
    tags: shorten(record.tags),
    segments: shorten(record.segments),
    actions: shorten(record.actions),
    tiers: record.tiers.map(codes => codes.slice(0, size)),
  };
}

function hasBit(words: Uint32Array, slot: number): boolean {
  return ((words[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;
}
