import {
  Bits,
  type Day,
  isInForce,
  type Override,
  overridesAt,
  Problem,
  startOf,
} from '../../domain/index.ts';
import { evaluate, type Run } from '../../rules/index.ts';
import type { Base, StoredRun, Untraceable } from '../../store/index.ts';
import type { OnProgress } from '../api.ts';
import { publishable } from '../cards.ts';
import type { Context } from '../context.ts';
import { checkText, type Evaluation } from '../evaluating.ts';
import { breathe } from '../jobs.ts';
import { modelledBase } from '../models/columns.ts';
import { decidedOf, groupsOf } from './decided.ts';
import { digestOf, previousOf } from './runs.ts';

/** Which state of the base, seen through which rules. */
export type ReplayPoint =
  /** What is in force now. */
  | { readonly is: 'now' }
  /** A run that was published, with what was known then. */
  | { readonly is: 'run'; readonly run: number }
  /** A day under any version: with all that is known by now of the time until then, or what was known that day. */
  | { readonly is: 'day'; readonly day: Day; readonly version: number; readonly known: 'now' | 'then' };

/** How a replay of a published run came out. */
export interface ReplayVerdict {
  /** Every tag, tier, segment and action of every customer is what was stored, bit for bit. */
  readonly same: boolean;
  /** The digest that was stored with the run. */
  readonly stored: string;
  /** What came since and cannot be taken out again. */
  readonly untraceable: Untraceable;
  /** The settings of the models are no longer kept; those of now were taken. */
  readonly settingsGone: boolean;
}

/** A state that was evaluated. */
export interface Replay {
  readonly base: Base;
  readonly run: Run;
  readonly asOf: Day;
  readonly version: number;
  /** Rows of customers that were there on the day; null = all. */
  readonly there: Bits | null;
  readonly digest: string;
  /** Of a published run. */
  readonly verdict: ReplayVerdict | null;
  /** Tiers keep levels that were held before, and for this day nobody knows which: they begin anew. */
  readonly isForgetful: boolean;
}

/** How many states stay at hand. */
const MOST_KEPT = 3;

/** What a replay is made of. */
interface Setting {
  readonly base: Base;
  readonly version: number;
  readonly asOf: Day;
  readonly overrides: readonly Override[];
  readonly models: Readonly<Record<string, unknown>>;
  readonly currency: string;
  readonly kept: StoredRun['kept'] | null;
}

/** Evaluates earlier states of the base under any version of the rules. */
export class Replays {
  readonly #context: Context;
  readonly #published: () => Promise<Evaluation>;
  #kept: { readonly key: string; readonly replay: Replay }[] = [];

  constructor(context: Context, published: () => Promise<Evaluation>) {
    this.#context = context;
    this.#published = published;
  }

  /** The state at a point. Throws 'runGone', 'versionGone'. */
  async at(point: ReplayPoint, onProgress: OnProgress, signal?: AbortSignal): Promise<Replay> {
    const { revision, generation, decisions, fixedDay } = await this.#context.state();
    const key = JSON.stringify([point, revision, generation, decisions, fixedDay, this.#context.today()]);
    const known = this.#kept.find(each => each.key === key)?.replay;
    const replay = known ?? (await this.#evaluate(point, onProgress, signal));
    this.#kept = [{ key, replay }, ...this.#kept.filter(each => each.key !== key)].slice(0, MOST_KEPT);
    return replay;
  }

  async #evaluate(point: ReplayPoint, onProgress: OnProgress, signal?: AbortSignal): Promise<Replay> {
    onProgress({ stage: 'evaluating', done: 0, total: 0 });
    await breathe(signal);
    if (point.is === 'run') return this.#run(point.run, onProgress, signal);
    if (point.is === 'now') return this.#now();
    const { day, version, known } = point;
    const { store } = this.#context;
    const end = startOf(day + 1) - 1;
    const [lastRun] = (await store.runs()).filter(each => each.version === version);
    const state = await this.#context.state();
    const base =
      known === 'now' ? await this.#context.base() : (await this.#baseAt(end, onProgress, signal)).base;
    const overrides = overridesAt(await store.overrides(known === 'now' ? undefined : end), end);
    const replay = await this.#made({
      base,
      version,
      asOf: day,
      overrides,
      models: (lastRun && (await store.settings(lastRun.settings))) ?? state.models,
      currency: state.currency,
      kept: null,
    });
    return known === 'now' ? { ...replay, there: thereOn(base, day, await store.createdAt()) } : replay;
  }

  /** What is published, over the base of now. */
  async #now(): Promise<Replay> {
    const { base, run, asOf } = await this.#published();
    const { version } = await this.#context.state();
    return this.#told({ base, run, asOf, version });
  }

  async #run(id: number, onProgress: OnProgress, signal?: AbortSignal): Promise<Replay> {
    const { store } = this.#context;
    const stored = (await store.runs()).find(each => each.id === id);
    if (!stored) throw new Problem('runGone');
    const { base, untraceable } = await this.#baseAt(stored.at, onProgress, signal);
    const models = await store.settings(stored.settings);
    const replay = await this.#made({
      base,
      version: stored.version,
      asOf: stored.asOf,
      overrides: overridesAt(await store.overrides(stored.at), stored.at),
      models: models ?? (await this.#context.state()).models,
      currency: stored.currency,
      kept: stored.kept,
    });
    const verdict = {
      same: replay.digest === stored.digest,
      stored: stored.digest,
      untraceable,
      settingsGone: models === null,
    };
    return { ...replay, verdict };
  }

  #baseAt(moment: number, onProgress: OnProgress, signal?: AbortSignal) {
    return this.#context.store.baseAt(moment, {
      ...(signal && { signal }),
      onProgress: (done, total) => onProgress({ stage: 'reading', done, total }),
    });
  }

  async #made({ base, version, asOf, overrides, models, currency, kept }: Setting): Promise<Replay> {
    const text = (await this.#context.store.version(version))?.text;
    if (text === undefined) throw new Problem('versionGone', { version });
    const state = { ...(await this.#context.state()), models, currency };
    const modelled = modelledBase(base, asOf, state);
    const checked = checkText(text, modelled, currency);
    const standing = overrides.filter(each => isInForce(each, asOf));
    const decided = decidedOf(standing, base.ids, groupsOf(checked));
    const run = evaluate(checked, modelled.frame, {
      asOf,
      previousTiers: previousOf(kept ?? [], base.ids),
      ...(decided && { decided }),
    });
    const isForgetful =
      kept === null &&
      checked.declarations.some(
        each => each.kind === 'tier' && each.levels.some(level => level.keep !== null),
      );
    return { ...(await this.#told({ base: modelled, run, asOf, version })), isForgetful };
  }

  async #told(of: Pick<Replay, 'base' | 'run' | 'asOf' | 'version'>): Promise<Replay> {
    const { base, run, asOf, version } = of;
    const digest = await digestOf(base.ids, {
      size: run.size,
      ...publishable(base, run, asOf, version, [], new Map()),
    });
    return { ...of, there: null, digest, verdict: null, isForgetful: false };
  }
}

/** Who was there on a day: whose first order or contact, beginning or record is not later. */
function thereOn({ frame }: Base, day: Day, created: Float64Array): Bits {
  const { joined } = frame.customers;
  const since = joined?.form === 'numeric' ? joined.values : null;
  const end = startOf(day + 1);
  return Bits.from(frame.size, row => {
    if (created[row]! < end || (since?.[row] ?? Number.NaN) <= day) return true;
    return [frame.orders, frame.interactions].some(
      ({ offsets, day: days }) => offsets[row]! < offsets[row + 1]! && days[offsets[row]!]! <= day,
    );
  });
}
