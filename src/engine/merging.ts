import type { MergeRequest } from '../store/index.ts';
import type { OnProgress } from './api.ts';
import type { Context } from './context.ts';
import type { Publisher } from './publishing.ts';

/** Up to so many customers get their cards one by one; for more the whole base is published again. */
const FEW = 8;

/** One customer of two, and two of one again; each is one transaction, then the cards follow. */
export class Merging {
  readonly #context: Context;
  readonly #publisher: Publisher;

  constructor(context: Context, publisher: Publisher) {
    this.#context = context;
    this.#publisher = publisher;
  }

  async merge(
    requests: readonly MergeRequest[],
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<number[]> {
    const { store } = this.#context;
    onProgress({ stage: 'writing', done: 0, total: requests.length });
    const merges = await store.merge(requests, this.#context.now().getTime(), {
      signal,
      onProgress: (done, total) => onProgress({ stage: 'writing', done, total }),
    });
    const made = new Set(merges);
    const kept = (await store.merges()).flatMap(({ id, keep }) => (made.has(id) ? [keep] : []));
    await this.#refresh([...new Set(kept)], onProgress);
    return merges;
  }

  /** Undoes merges, in their order: all or none. */
  async unmerge(ids: readonly number[], onProgress: OnProgress, signal: AbortSignal): Promise<void> {
    const { store } = this.#context;
    onProgress({ stage: 'writing', done: 0, total: ids.length });
    const undone = new Set(ids);
    const merges = (await store.merges()).filter(({ id }) => undone.has(id));
    await store.unmerge(ids, {
      signal,
      onProgress: (done, total) => onProgress({ stage: 'writing', done, total }),
    });
    await this.#refresh([...new Set(merges.flatMap(({ keep, drop }) => [keep, drop]))], onProgress);
  }

  async remove(ids: readonly string[], onProgress: OnProgress): Promise<number> {
    onProgress({ stage: 'writing', done: 0, total: ids.length });
    const removed = await this.#context.store.removeCustomers(ids, this.#context.now().getTime());
    if (removed > FEW) await this.#publisher.refresh(onProgress);
    return removed;
  }

  async #refresh(ids: readonly string[], onProgress: OnProgress): Promise<void> {
    if (ids.length > FEW) await this.#publisher.refresh(onProgress);
    else for (const id of ids) await this.#publisher.refreshCustomer(id);
  }
}
