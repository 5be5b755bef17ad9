import { Problem } from './note.ts';
import { nextTry, type Schedule } from './schedule.ts';

/** Where a source is fetched from, when, and how that went. The secret that goes with it is kept elsewhere. */
export interface SourceAddress {
  readonly url: string;
  /** Name of the header that carries the secret, '' = none. */
  readonly header: string;
  /** Under which the secret is kept, '' = none. */
  readonly secret: string;
  readonly schedule: Schedule;
  readonly isPaused: boolean;
  /** From when on the schedule counts (milliseconds since 1970): when it was set. */
  readonly since: number;
  /** What the last answer that was imported is known by. */
  readonly answer: Answer;
  /** The import that it became, 0 = none. */
  readonly import: number;
  readonly last: FetchRecord | null;
  /** How many fetches in a row have failed. */
  readonly failures: number;
}

/** An answer as its server and its bytes mark it; '' where it is not marked. */
export interface Answer {
  readonly etag: string;
  readonly lastModified: string;
  /** SHA-256 of the bytes, hex. */
  readonly checksum: string;
}

/** A secret that is sent to one origin and to no other. It is part of no backup. */
export interface Secret {
  readonly key: string;
  readonly origin: string;
  readonly value: string;
}

/** How one fetch went. */
export interface FetchRecord {
  readonly at: number;
  readonly result: 'imported' | 'unchanged' | 'failed';
  /** Of an import: rows read, and rows refused. */
  readonly rows: number;
  readonly refused: number;
  /** Of a failure: the Problem that it was. */
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** For how long the server asked not to be asked again, milliseconds; absent where it did not. */
  readonly wait?: number;
}

/** Failures that may pass without anybody doing anything. */
const passing: ReadonlySet<string> = new Set([
  'sourceOffline',
  'sourceSlow',
  'sourceBusy',
  'sourceServer',
  'storageInterrupted',
]);

/** When the address is to be fetched next (milliseconds since 1970), null = not by itself. */
export function dueAt({ schedule, isPaused, since, last, failures }: SourceAddress): number | null {
  if (isPaused) return null;
  const next = nextTry(schedule, Math.max(last?.at ?? 0, since), failures, passing.has(last?.code ?? ''));
  return next === null ? null : Math.max(next, (last?.at ?? 0) + (last?.wait ?? 0));
}

const LONGEST_WAIT = 7 * 86_400_000;

/**
 * For how many milliseconds after `now` a header Retry-After (RFC 9110, 10.2.3: seconds, or a date) asks to wait; 0
 * where it says nothing that can be read, a week at most.
 */
export function waitOf(header: string, now: number): number {
  const text = header.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return wait > 0 ? Math.min(wait, LONGEST_WAIT) : 0;
}

/**
 * An address as it is to be fetched, without the part behind #. Throws 'addressUnreadable', 'addressOpen' for plain
 * http to a host that is not one's own, and 'addressWithPassword'.
 */
export function readAddress(text: string): URL {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) throw new Problem('addressUnreadable', { url: text.trim() });
  if (url.username || url.password) throw new Problem('addressWithPassword');
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname))
    throw new Problem('addressOpen', { host: url.hostname });
  url.hash = '';
  return url;
}

/** True for this machine and for names and numbers that only a local network knows. */
export function isPrivateHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return /^\[(::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/.test(hostname);
  if (/^\d+(\.\d+){3}$/.test(hostname))
    return /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./.test(hostname);
  return !hostname.includes('.') || /\.(localhost|local|lan|internal|home\.arpa)$/.test(hostname);
}

/** Headers that no page may set, or that would say who is asking. */
const reserved =
  /^(accept-charset|accept-encoding|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|if-.*|keep-alive|origin|permissions-policy|proxy-.*|range|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|user-agent|via)$/i;

/** Throws 'headerRefused' for a name or a value that cannot be sent as a header. */
export function checkHeader(name: string, value: string): void {
  const isName = /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !reserved.test(name);
  if (!isName || !/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(value))
    throw new Problem('headerRefused', { name });
}
