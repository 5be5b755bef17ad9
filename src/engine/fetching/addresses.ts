import {
  checkHeader,
  type FetchRecord,
  type NamedSource,
  Problem,
  readAddress,
  type Secret,
  type SourceAddress,
  waitOf,
} from '../../domain/index.ts';
import { inspectHeadings, readAs } from '../../intake/index.ts';
import type { OnProgress } from '../api.ts';
import type { Context } from '../context.ts';
import type { Importer } from '../importing.ts';
import type {
  AddressChange,
  AddressRequest,
  FetchedTable,
  ImportPart,
  RefreshTerms,
} from '../importModel.ts';
import type { Jobs } from '../jobs.ts';
import { settle } from '../remembering.ts';
import { type Fetched, fetchTable } from './fetchTable.ts';

const noAnswer = { etag: '', lastModified: '', checksum: '' };

/** Sources that are fetched from an address: at first to be looked at, later by themselves. */
export class Addresses {
  readonly #context: Context;
  readonly #importer: Importer;
  readonly #jobs: Jobs;
  /** A source is fetched once at a time: who asks meanwhile gets the same answer. */
  readonly #running = new Map<number, Promise<FetchRecord | null>>();

  constructor(context: Context, importer: Importer, jobs: Jobs) {
    this.#context = context;
    this.#importer = importer;
    this.#jobs = jobs;
  }

  /** Fetches a table to be looked at. */
  async fetch(request: AddressRequest, signal: AbortSignal): Promise<FetchedTable> {
    const url = readAddress(request.url).href;
    const headers = await this.#headers(request);
    const fetched = await fetchTable({ url, headers, known: null }, signal);
    if (fetched.isSame) throw new Problem('unexpected', { reason: 'an answer that is known to nobody' });
    return fetched;
  }

  /** Changes a remembered address. A secret that is not given again stays, unless it would go elsewhere. */
  async change(id: number, { name, schedule, ...request }: AddressChange): Promise<void> {
    const source = await this.#source(id);
    if (!source?.address) return;
    const url = readAddress(request.url).href;
    await this.#headers({ ...request, id });
    const secrets: Secret[] = [];
    const isSame = url === source.address.url;
    const draft = { ...request, url, schedule, answer: isSame ? source.address.answer : noAnswer };
    const address = {
      ...source.address,
      ...settle(draft, source.address, this.#context.newId, secrets),
      since: this.#context.now().getTime(),
    };
    await this.#context.store.changeSource(id, { name, address }, secrets[0]);
  }

  async pause(id: number, isPaused: boolean): Promise<void> {
    const source = await this.#source(id);
    if (!source?.address) return;
    const since = this.#context.now().getTime();
    await this.#context.store.changeSource(id, { address: { ...source.address, isPaused, since } });
  }

  /** Fetches a remembered address again; see the engine's `refreshSource`. */
  refresh(
    id: number,
    terms: RefreshTerms,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<FetchRecord | null> {
    const running = this.#running.get(id);
    if (running) return running;
    const work = this.#refresh(id, terms, onProgress, signal).finally(() => this.#running.delete(id));
    this.#running.set(id, work);
    return work;
  }

  async #refresh(
    id: number,
    terms: RefreshTerms,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<FetchRecord | null> {
    try {
      const source = await this.#source(id);
      if (!source?.address) return null;
      const fetched = await this.#again(source.address, terms, signal);
      // Only now: while a server is slow, others may write.
      return await this.#jobs.alone(async () => {
        const now = await this.#source(id);
        if (now?.address?.url !== source.address!.url) return null; // changed or gone meanwhile
        const part = fetched.isSame ? null : await this.#part(now, fetched);
        if (!part) return this.#note(id, { ...blank, result: 'unchanged' });
        await this.#importer.run([part], onProgress, signal);
        return (await this.#source(id))?.address?.last ?? null;
      });
    } catch (error) {
      if (error instanceof Problem && error.code === 'cancelled') throw error;
      if (!(error instanceof Problem)) console.error(error);
      const { code, args } = asProblem(error);
      const wait = waitOf(String(args.retryAfter ?? ''), this.#context.now().getTime());
      const asked = wait > 0 ? { wait } : {};
      return this.#jobs.alone(() => this.#note(id, { ...blank, result: 'failed', code, args, ...asked }));
    }
  }

  async #again(
    address: SourceAddress,
    { isAllowed, byHand }: RefreshTerms,
    signal: AbortSignal,
  ): Promise<Fetched> {
    const { url, header, secret, answer } = address;
    if (!isAllowed) throw new Problem('sourceNotAllowed', { host: new URL(url).host });
    const headers = await this.#sent(url, header, secret);
    const isUndone = byHand && (await this.#wasTakenBack(address.import));
    return fetchTable({ url, headers, known: isUndone ? null : answer }, signal);
  }

  async #wasTakenBack(id: number): Promise<boolean> {
    return (await this.#context.store.imports()).some(each => each.id === id && each.undoneAt !== undefined);
  }

  /** The answer as a file of an import, its columns where they went; null without rows. Throws 'sourceUnfit'. */
  async #part(source: NamedSource, { file, answer }: FetchedTable): Promise<ImportPart | null> {
    const { headings, hasRows } = await inspectHeadings(file, source.reading);
    const own = await this.#context.store.ownFields();
    const { mapping, missing, isWhole } = readAs(headings, source, own);
    if (!isWhole) throw new Problem('sourceUnfit', { columns: missing.join(', ') });
    return hasRows ? { file, mapping, choice: source.reading, refreshes: { source, answer } } : null;
  }

  /** Keeps how a fetch went. */
  async #note(id: number, how: Omit<FetchRecord, 'at'>): Promise<FetchRecord | null> {
    const source = await this.#source(id);
    if (!source?.address) return null;
    const last = { ...how, at: this.#context.now().getTime() };
    const failures = how.result === 'failed' ? source.address.failures + 1 : 0;
    await this.#context.store.changeSource(id, { address: { ...source.address, last, failures } });
    return last;
  }

  async #source(id: number): Promise<NamedSource | undefined> {
    return (await this.#context.store.sources()).find(each => each.id === id);
  }

  async #headers({ url, header, value, id }: AddressRequest): Promise<Readonly<Record<string, string>>> {
    if (header === '') return {};
    if (value === null) {
      const known = id === undefined ? undefined : await this.#source(id);
      return this.#sent(readAddress(url).href, header, known?.address?.secret ?? '');
    }
    checkHeader(header, value);
    return { [header]: value };
  }

  /** The header with the secret that is kept; it goes to the origin that it was given for only. */
  async #sent(url: string, header: string, key: string): Promise<Readonly<Record<string, string>>> {
    if (header === '') return {};
    const secret = await this.#context.store.secret(key);
    if (secret?.origin !== new URL(url).origin) throw new Problem('sourceNoSecret', { header });
    return { [header]: secret.value };
  }
}

const blank = { rows: 0, refused: 0, code: '', args: {} } as const;

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem('unexpected', { reason: error instanceof Error ? error.message : String(error) });
}
