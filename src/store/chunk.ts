import type { Day } from '../domain/index.ts';
import { noFacts, type StoredFacts } from './facts.ts';
import type { ChunkRecord, ChunkSummary } from './tables.ts';

/** A chunk before anything is in it. */
export function emptyChunk(chunk: number): ChunkRecord {
  return { chunk, size: 0, columns: { values: {}, sets: {} }, orders: noFacts, interactions: noFacts };
}

/** What the base remembers of a chunk. `steps`: the imports that have something in it. */
export function summaryOf(record: ChunkRecord, steps: readonly number[]): ChunkSummary {
  return {
    size: record.size,
    orders: record.orders.offsets.at(-1)!,
    interactions: record.interactions.offsets.at(-1)!,
    latestOrder: latestDay(record.orders),
    steps,
  };
}

function latestDay({ columns }: StoredFacts): Day | null {
  const days = columns.day;
  if (!days || days.length === 0) return null;
  let latest = days[0]!;
  for (let row = 1; row < days.length; row++) latest = Math.max(latest, days[row]!);
  return latest;
}
