import { Problem } from '../../domain/index.ts';
import { type Encryption, join, u32 } from './head.ts';

/** OWASP's count for PBKDF2-HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
const ITERATIONS = 600_000;

/** Frames locked and unlocked by one key; the head's digest and the frame's place are authenticated with each. */
export interface Lock {
  seal(frame: Uint8Array<ArrayBuffer>, place: Place): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws the Problem 'backupPassphrase'. */
  open(frame: Uint8Array<ArrayBuffer>, place: Place): Promise<Uint8Array<ArrayBuffer>>;
}

/** Where a frame stands in which file. */
export interface Place {
  readonly head: Uint8Array;
  readonly number: number;
  readonly isLast: boolean;
}

/** How the next backup is locked: a new salt and nonce each time. */
export function newEncryption(): Encryption {
  return {
    cipher: 'AES-256-GCM',
    derivation: 'PBKDF2-HMAC-SHA-256',
    iterations: ITERATIONS,
    salt: [...crypto.getRandomValues(new Uint8Array(16))],
    nonce: [...crypto.getRandomValues(new Uint8Array(8))],
  };
}

/** The lock of a passphrase (in NFKC, so that every keyboard's spelling of it fits); without encryption, none. */
export async function lockOf(encryption: Encryption | null, passphrase: string): Promise<Lock> {
  if (!encryption) return { seal: async frame => frame, open: async frame => frame };
  const secret = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const { iterations, salt, nonce } = encryption;
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', iterations, salt: Uint8Array.from(salt) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  const terms = ({ head, number, isLast }: Place) => ({
    name: 'AES-GCM',
    iv: join(Uint8Array.from(nonce), u32(number)),
    additionalData: join(head, u32(number), Uint8Array.of(+isLast)),
  });
  return {
    seal: async (frame, place) => new Uint8Array(await crypto.subtle.encrypt(terms(place), key, frame)),
    async open(frame, place) {
      try {
        return new Uint8Array(await crypto.subtle.decrypt(terms(place), key, frame));
      } catch {
        throw new Problem('backupPassphrase'); // damage was found before, by the digests
      }
    },
  };
}
