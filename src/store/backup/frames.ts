import { deflateSync, inflateSync } from 'fflate';
import { Problem } from '../../domain/index.ts';
import { type BackupHead, join, readHead, readU32, same, sha256, slice, u32, writeHead } from './head.ts';
import { type Lock, lockOf } from './seal.ts';

/**
 * After the head: frames. Length (u32) and whether it is the last (u8), the payload, and the SHA-256 over the digest
 * before it, that byte and the payload. Any change, cut or addition is found without the passphrase.
 */
const DIGEST = 32;
const PREFIX = 5;
/** A frame is about a megabyte; one very large record may make one larger. */
const LARGEST = 1 << 29;

export type Frame = Uint8Array<ArrayBuffer>;

/** A frame's records, packed: their length (u32), then deflated. Synchronous, as a storage transaction needs. */
export function pack(records: Uint8Array): Frame {
  return join(u32(records.length), deflateSync(records, { level: 4 }));
}

/** The records again. Throws the Problem 'backupDamaged' where they are none. */
export function unpack(frame: Frame): Uint8Array {
  const length = readU32(frame, 0);
  if (length > LARGEST) throw new Problem('backupDamaged', { position: 0 });
  const records = inflateSync(frame.subarray(4), { out: new Uint8Array(length) });
  if (records.length !== length) throw new Problem('backupDamaged', { position: 0 });
  return records;
}

/** The file: head and frames, locked where the head says so. */
export async function writeFrames(
  head: BackupHead,
  passphrase: string,
  frames: readonly Frame[],
  onFrame: () => void,
): Promise<Blob> {
  const { bytes, digest } = await writeHead(head);
  const lock = await lockOf(head.encryption, passphrase);
  const parts: BlobPart[] = [bytes];
  let chain: Uint8Array = digest;
  for (const [number, frame] of frames.entries()) {
    onFrame();
    const isLast = number === frames.length - 1;
    const payload = await lock.seal(frame, { head: digest, number, isLast });
    chain = await sha256(join(chain, Uint8Array.of(+isLast), payload));
    parts.push(join(u32(payload.length), Uint8Array.of(+isLast), payload, chain));
  }
  return new Blob(parts, { type: 'application/octet-stream' });
}

/**
 * Reads and checks a whole backup; nothing is unlocked before every byte is known to be as it was written. Throws
 * the Problems of `readHead`, and 'backupDamaged', 'backupPassphrase'.
 */
export async function readFrames(
  file: Blob,
  passphrase: string,
  onBytes: (read: number) => void,
): Promise<{ head: BackupHead; frames: Frame[] }> {
  const { head, digest, length } = await readHead(file);
  const payloads: Frame[] = [];
  let chain: Uint8Array = digest;
  let at = length;
  for (let isLast = false; !isLast; ) {
    onBytes(at);
    const start = await slice(file, at, at + PREFIX);
    const size = start.length < PREFIX ? 0 : readU32(start, 0);
    const rest = await slice(file, at + PREFIX, at + PREFIX + size + DIGEST);
    if (size === 0 || rest.length < size + DIGEST) throw new Problem('backupDamaged', { position: at });
    const payload = rest.slice(0, size);
    chain = await sha256(join(chain, start.subarray(4), payload));
    if (!same(chain, rest.subarray(size))) throw new Problem('backupDamaged', { position: at });
    payloads.push(payload);
    isLast = start[4] === 1;
    at += PREFIX + size + DIGEST;
  }
  if (at !== file.size) throw new Problem('backupDamaged', { position: at });
  return { head, frames: await unlock(await lockOf(head.encryption, passphrase), digest, payloads) };
}

async function unlock(lock: Lock, head: Uint8Array, payloads: readonly Frame[]): Promise<Frame[]> {
  const frames: Frame[] = [];
  for (const [number, payload] of payloads.entries()) {
    frames.push(await lock.open(payload, { head, number, isLast: number === payloads.length - 1 }));
  }
  return frames;
}
