import { type Answer, Problem } from '../../domain/index.ts';
import { checksumOf } from '../checksum.ts';

/** What is asked for, with which headers, and what is there already. */
export interface TableRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The answer that is known; null = answer in any case. */
  readonly known: Answer | null;
}

export interface Limits {
  readonly bytes: number;
  readonly seconds: number;
}

export const limits: Limits = { bytes: 100_000_000, seconds: 120 };

/** The bytes of an answer, or that it is the one that is known. */
export type Fetched =
  | { readonly isSame: true }
  | { readonly isSame: false; readonly file: File; readonly answer: Answer };

/**
 * Fetches a table: no cookies, no referrer, nothing from a cache, no other host. Throws a Problem for whatever keeps
 * the table from coming; what `signal` was aborted with where it was.
 */
export async function fetchTable(
  { url, headers, known }: TableRequest,
  signal: AbortSignal,
  { bytes: most, seconds }: Limits = limits,
): Promise<Fetched> {
  const host = new URL(url).host;
  const late = AbortSignal.timeout(seconds * 1000);
  const either = AbortSignal.any([signal, late]);
  try {
    const validators = {
      ...(known?.etag ? { 'If-None-Match': known.etag } : {}),
      ...(known?.lastModified ? { 'If-Modified-Since': known.lastModified } : {}),
    };
    const response = await requestAt(url, { ...headers, ...validators }, either);
    if (response.status === 304 && known) return { isSame: true };
    if (!response.ok) {
      await response.body?.cancel();
      throw statusProblem(response, host);
    }
    const { file, checksum } = await readBody(response, url, most);
    if (known && checksum === known.checksum) return { isSame: true };
    const etag = response.headers.get('ETag') ?? '';
    const lastModified = response.headers.get('Last-Modified') ?? '';
    return { isSame: false, file, answer: { etag, lastModified, checksum } };
  } catch (error) {
    if (error instanceof Problem) throw error;
    signal.throwIfAborted();
    if (late.aborted) throw new Problem('sourceSlow', { host, seconds });
    throw new Problem('sourceOffline', { host });
  }
}

/**
 * Requests without following a redirect, since its headers must reach no other host. Where there is one, the way is
 * looked at without them first, and gone only if it stays with the host.
 */
async function requestAt(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  const first = await send(url, headers, 'manual', signal);
  if (!isRedirect(first)) return first;
  const { host, origin } = new URL(url);
  const target = await send(url, {}, 'follow', signal).then(
    async response => {
      await response.body?.cancel();
      return response.url;
    },
    () => '', // the browser does not let us see a host that was not granted
  );
  signal.throwIfAborted();
  if (target === '') throw new Problem('sourceForwardedAway', { host });
  if (new URL(target).origin !== origin) throw new Problem('sourceForwarded', { host, target });
  const second = await send(target, headers, 'manual', signal);
  if (isRedirect(second)) throw new Problem('sourceForwardedAway', { host });
  return second;
}

function send(
  url: string,
  headers: Readonly<Record<string, string>>,
  redirect: RequestRedirect,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(url, {
    headers,
    redirect,
    signal,
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
}

/** A browser hides a redirect that it does not follow; elsewhere the status says it. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status);
}

function statusProblem({ status, headers }: Response, host: string): Problem {
  const retryAfter = headers.get('Retry-After') ?? '';
  if (status === 401) return new Problem('sourceSignIn', { host });
  if (status === 403) return new Problem('sourceForbidden', { host });
  if (status === 404 || status === 410) return new Problem('sourceNotThere', { host, status });
  if (status === 429) return new Problem('sourceBusy', { host, retryAfter });
  if (status >= 500) return new Problem('sourceServer', { host, status, retryAfter });
  return new Problem('sourceStatus', { host, status });
}

/** Reads the answer up to the limit; never holds more than that. */
async function readBody(
  response: Response,
  url: string,
  most: number,
): Promise<{ file: File; checksum: string }> {
  const { host } = new URL(url);
  const tooLarge = new Problem('sourceTooLarge', { host, megabytes: Math.round(most / 1_000_000) });
  if (Number(response.headers.get('Content-Length') ?? 0) > most) {
    await response.body?.cancel();
    throw tooLarge;
  }
  const parts: BlobPart[] = [];
  let size = 0;
  for await (const part of piecesOf(response)) {
    size += part.byteLength;
    if (size > most) throw tooLarge;
    parts.push(part);
  }
  const file = new File(parts, nameOf(url));
  const checksum = await checksumOf(file);
  if (await isPage(file)) throw new Problem('sourceIsPage', { host });
  return { file, checksum };
}

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/** What a server shows to people instead of the table, such as a page to sign in. */
async function isPage(file: File): Promise<boolean> {
  const head = await file.slice(0, 200).text();
  return /^\s*<(!doctype html|html)[\s>]/i.test(head);
}

/** The last part of the path, else the host. */
function nameOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const last = pathname.split('/').findLast(part => part !== '');
  if (last === undefined) return hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // a stray % in the path
  }
}
