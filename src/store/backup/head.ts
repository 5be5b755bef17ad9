import { Problem } from '../../domain/index.ts';
import { z } from '../../domain/zod.ts';

/** The file's own version; a reader refuses a later one. */
export const FORMAT = 1;
/** First bytes of every backup, whatever its version. */
const MAGIC = new TextEncoder().encode('TIERLENS BACKUP\n');
const DIGEST = 32;
/** A head is a few hundred bytes; more is no head. */
const LONGEST = 65_536;

const bytes = (length: number) => z.array(z.number().int().min(0).max(255)).length(length);

const encryptionShape = z.object({
  cipher: z.literal('AES-256-GCM'),
  derivation: z.literal('PBKDF2-HMAC-SHA-256'),
  iterations: z.number().int().min(1).max(20_000_000),
  salt: bytes(16),
  /** The first 8 bytes of every nonce; the rest is the number of the frame. */
  nonce: bytes(8),
});

const headShape = z.object({
  format: z.literal(FORMAT),
  /** Version of the tables. */
  schema: z.number().int().positive(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  customers: z.number().int().min(0),
  orders: z.number().int().min(0),
  interactions: z.number().int().min(0),
  /** Rule version that was published. */
  version: z.number().int().min(0),
  /** Bytes of all records before they were packed. */
  bytes: z.number().min(0),
  encryption: encryptionShape.nullable(),
});

/** How a backup is locked: readable by all, and no secret. */
export type Encryption = z.infer<typeof encryptionShape>;
/** What a backup says of itself before it is unlocked. */
export type BackupHead = z.infer<typeof headShape>;

/** MAGIC, the length of the JSON (u32, little endian), the JSON, and its SHA-256. */
export async function writeHead(
  head: BackupHead,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; digest: Uint8Array }> {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const digest = await sha256(json);
  return { bytes: join(MAGIC, u32(json.length), json, digest), digest };
}

/**
 * Reads the beginning of a backup. Throws the Problems 'backupForeign' (no backup at all), 'backupNewer' (written by
 * a later Tierlens) and 'backupDamaged'.
 */
export async function readHead(
  file: Blob,
): Promise<{ head: BackupHead; digest: Uint8Array; length: number }> {
  const start = await slice(file, 0, MAGIC.length + 4);
  if (!MAGIC.every((byte, i) => start[i] === byte)) throw new Problem('backupForeign');
  const damaged = () => new Problem('backupDamaged', { position: MAGIC.length });
  if (start.length < MAGIC.length + 4) throw damaged();
  const length = readU32(start, MAGIC.length);
  if (length > LONGEST) throw damaged();
  const rest = await slice(file, start.length, start.length + length + DIGEST);
  const json = rest.subarray(0, length);
  const digest = await sha256(json);
  if (rest.length < length + DIGEST || !same(digest, rest.subarray(length))) throw damaged();
  const told: unknown = JSON.parse(new TextDecoder().decode(json));
  const format = z.object({ format: z.number() }).safeParse(told);
  if (format.success && format.data.format > FORMAT) {
    throw new Problem('backupNewer', { version: format.data.format });
  }
  const head = headShape.safeParse(told);
  if (!head.success) throw damaged();
  return { head: head.data, digest, length: start.length + rest.length };
}

/** Bytes from .. to of a file, fewer where it ends before. Throws the Problem 'unreadableFile'. */
export async function slice(file: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    throw new Problem('unreadableFile', { file: (file as Partial<File>).name ?? '' });
  }
}

/** SHA-256 of bytes. */
export async function sha256(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', content));
}

/** Whether two runs of bytes are the same. */
export function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Parts one after the other. */
export function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A number as four bytes, little endian. */
export function u32(value: number): Uint8Array {
  const written = new Uint8Array(4);
  new DataView(written.buffer).setUint32(0, value, true);
  return written;
}

/** The number that four bytes hold. */
export function readU32(from: Uint8Array, at: number): number {
  return new DataView(from.buffer, from.byteOffset).getUint32(at, true);
}
