import { countFacts, Problem } from '../domain/index.ts';
import type { Change } from './model.ts';
import type { BaseRecord, ChunkSummary } from './tables.ts';

/**
 * A write of any size may rewrite a chunk, grow the browser's log and be undone again: so much must always be free.
 */
const LEAST = 4_000_000;
/** On its way to the disk a record exists in the log, in the table, and in what undoes it. Measured: at most 2. */
const COPIES = 2;
/** Measured: 23 bytes an order, its number included. */
const BYTES_PER_FACT = 25;
/** Measured: 480 bytes a customer with everything but the orders, before the browser has tidied up. */
const BYTES_PER_CUSTOMER = 500;
const BLOCK = 4_000_000;
/** Looking costs 3 ms for every megabyte: what was seen holds for so many ms. */
const LASTS = 10_000;

/** Measured: orders with their customers take at most so much room for each byte of their file. */
const ROOM_FOR_A_BYTE = 1.5;

/** Room that was last seen, and when (milliseconds since 1970). One look serves one large write, and small ones. */
let seen = { bytes: 0, at: Number.NEGATIVE_INFINITY };
/** A look that was begun before its write. */
let early: Promise<void> = Promise.resolve();

/**
 * Begins to look for the room that an import of so many bytes will need, while its files are read. What is wrong is
 * told by the write itself, which looks again where less was seen than it needs.
 */
export function expectImport(bytes: number): void {
  early = look(bytes * ROOM_FOR_A_BYTE).catch(() => undefined);
}

/**
 * Makes sure that `bytes` more (at least LEAST) fit on the disk; rejects with the Problem 'storageFull'. Does nothing
 * where there are no files.
 */
export async function ensureRoom(bytes: number): Promise<void> {
  await early;
  const age = Date.now() - seen.at;
  if (bytes > seen.bytes || age < 0 || age >= LASTS) await look(bytes);
  if (bytes > LEAST) seen = { ...seen, bytes: LEAST };
}

/** How Chromium says that a disk is full, and that files cannot be opened any more since it was. */
const signsOfNoRoom = new Set(['QuotaExceededError', 'NotReadableError', 'InvalidStateError']);

/**
 * Looks for room by writing to a file that is thrown away. Needed because Chromium throws a whole database away when
 * the disk runs full in the middle of a transaction, before any quota is looked at.
 */
async function look(bytes: number): Promise<void> {
  const storage = globalThis.navigator?.storage;
  if (!storage?.getDirectory) return;
  const wanted = Math.max(bytes, LEAST);
  const block = new Blob([new Uint8Array(BLOCK)]);
  try {
    const directory = await storage.getDirectory();
    const file = await directory.getFileHandle('room', { create: true });
    const writer = await file.createWritable();
    // A blob stays in the browser's own process, which writes it while this one goes on.
    await writer.write(new Blob(Array<Blob>(Math.ceil(wanted / BLOCK)).fill(block)));
    await writer.abort();
  } catch (error) {
    seen = { bytes: 0, at: Number.NEGATIVE_INFINITY };
    if (error instanceof DOMException && signsOfNoRoom.has(error.name))
      throw Object.assign(new Problem('storageFull'), { cause: error });
    throw error;
  }
  seen = { bytes: wanted, at: Date.now() };
}

/** Bytes that everything stored takes, 0 where the browser does not say. */
export async function bytesInUse(): Promise<number> {
  return (await globalThis.navigator?.storage?.estimate?.())?.usage ?? 0;
}

/** How much room a change may take for a moment. */
export function roomFor({ customers, orders, interactions }: Change): number {
  const facts = countFacts(orders) + countFacts(interactions);
  return COPIES * (textBytes(customers) + facts * BYTES_PER_FACT);
}

/** How much room it may take for a moment to write chunks anew: all of them, or the largest `most`. */
export function roomToRewrite({ chunks }: BaseRecord, most = chunks.length): number {
  const sizes = chunks.map(bytesOf).sort((a, b) => b - a);
  return COPIES * sizes.slice(0, most).reduce((sum, size) => sum + size, 0);
}

function bytesOf({ size, orders, interactions }: ChunkSummary): number {
  return size * BYTES_PER_CUSTOMER + (orders + interactions) * BYTES_PER_FACT;
}

/** How much room it may take for a moment to publish cards and look-up rows: two keys each, well compressed. */
export function roomForCards(cards: readonly unknown[], rows: readonly unknown[]): number {
  return textBytes(cards) + textBytes(rows);
}

/** How much room a new audit may take for a moment. */
export function roomForAudit({ items }: { readonly items: readonly unknown[] }): number {
  return COPIES * textBytes(items);
}

/** The length of the records as text, judged by a sample of them. */
function textBytes(records: readonly unknown[]): number {
  const step = Math.ceil(records.length / 64);
  const sample = records.filter((_, i) => i % step === 0);
  const units = sample.reduce((total: number, record) => total + JSON.stringify(record).length, 0);
  return sample.length === 0 ? 0 : (units / sample.length) * records.length;
}
