import type { Card, RuleVersion } from '../domain/index.ts';
import { Problem } from '../domain/index.ts';
import type { KnownCustomer, SearchRow } from '../store/index.ts';
import type { OnProgress } from './api.ts';
import { cardAt, type Publishable, publishable, searchRowAt } from './cards.ts';
import { sha256 } from './checksum.ts';
import type { Context } from './context.ts';
import { type Evaluation, type Evaluator, refuseErrors } from './evaluating.ts';
import { breathe } from './jobs.ts';
import { ruledOf, runRecord } from './review/runs.ts';
import { nextTurn } from './time.ts';

/** Customers between two breaths while cards are made. */
const BATCH = 2_048;

/** Makes rule texts the truth: versions, results over the base, a card for every customer. */
export class Publisher {
  readonly #context: Context;
  readonly #evaluator: Evaluator;
  #published: Publishable | undefined;

  constructor(context: Context, evaluator: Evaluator) {
    this.#context = context;
    this.#evaluator = evaluator;
  }

  /** Publishes `text` as the next version with its results and cards, all or nothing. */
  async publish(
    text: string,
    { note, by }: { note: string; by: string },
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<RuleVersion> {
    const state = await this.#context.state();
    const version: RuleVersion = {
      number: state.version + 1,
      text,
      checksum: await sha256(new TextEncoder().encode(text)),
      ...(by ? { by } : {}),
      note,
      at: this.#context.now().getTime(),
    };
    await this.#store(text, version, onProgress, signal);
    return version;
  }

  /** Evaluates the published rules again, over the data and at the day of now. Without rules: cards of names. */
  async refresh(onProgress: OnProgress, signal?: AbortSignal): Promise<void> {
    await this.#store(await this.publishedText(), null, onProgress, signal);
  }

  /** The text of the latest version, '' before the first. */
  async publishedText(): Promise<string> {
    const { version } = await this.#context.state();
    return version === 0 ? '' : ((await this.#context.store.version(version))?.text ?? '');
  }

  /** The published rules evaluated over the base as it is now. */
  async evaluatePublished(): Promise<Evaluation> {
    return this.#evaluator.evaluate(await this.publishedText());
  }

  /** What the published rules give every customer, over the base as it is now. */
  async current(): Promise<Publishable> {
    const { version } = await this.#context.state();
    const { base, run, asOf } = await this.evaluatePublished();
    const answers = await this.#context.answers();
    const known = this.#published;
    if (known && known.run === run && known.version === version && known.answers === answers) return known;
    this.#published = publishable(base, run, asOf, version, await this.#context.standing(), answers);
    return this.#published;
  }

  /** Stores the card of one customer whose record has just changed. */
  async refreshCustomer(id: string): Promise<void> {
    const current = await this.current();
    const row = current.base.ids.indexOf(id);
    const customer = await this.#context.store.customer(id);
    if (row < 0 || !customer) return;
    const card = cardAt(current, row, customer);
    await this.#context.store.putCards([card], [searchRowAt(card, customer)]);
    const { nextTurn } = await this.#context.state();
    const tomorrow = current.asOf + 1; // theirs may come before everybody else's
    if (nextTurn !== tomorrow) await this.#context.store.setMeta({ nextTurn: tomorrow });
  }

  async #store(
    text: string,
    version: RuleVersion | null,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<void> {
    onProgress({ stage: 'evaluating', done: 0, total: 0 });
    await breathe(signal);
    const evaluation = await this.#evaluator.evaluate(text);
    const { base, run, asOf, notes } = evaluation;
    if (version) refuseErrors(text, notes);
    const nextTurnOn = await nextTurn(this.#context, evaluation, signal);
    const state = await this.#context.state();
    const standing = await this.#context.standing();
    const number = version?.number ?? state.version;
    const from = publishable(base, run, asOf, number, standing, await this.#context.answers());
    const { cards, searchRows } = await this.#cards(from, onProgress, signal);
    const results = { size: run.size, ...from };
    const at = this.#context.now().getTime();
    await this.#context.store.publish(
      {
        version,
        asOf,
        nextTurn: nextTurnOn,
        revision: base.revision,
        results,
        cards,
        searchRows,
        ruled: ruledOf(evaluation, standing),
        ...(number > 0 && { run: await runRecord(evaluation, results, state, number, at) }),
      },
      {
        ...(signal ? { signal } : {}),
        onProgress: (done, total) => onProgress({ stage: 'publishing', done, total }),
      },
    );
  }

  async #cards(
    from: Publishable,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<{ cards: Card[]; searchRows: SearchRow[] }> {
    const known = new Map<string, KnownCustomer>();
    for (const customer of await this.#context.store.allKnown()) known.set(customer.id, customer);
    const cards: Card[] = [];
    const searchRows: SearchRow[] = [];
    const { ids } = from.base;
    for (let row = 0; row < ids.length; row++) {
      if (row % BATCH === 0) {
        onProgress({ stage: 'evaluating', done: row, total: ids.length });
        await breathe(signal);
      }
      const customer = known.get(ids[row]!);
      if (!customer) throw new Problem('baseChanged');
      const card = cardAt(from, row, customer);
      cards.push(card);
      searchRows.push(searchRowAt(card, customer));
    }
    return { cards, searchRows };
  }
}
