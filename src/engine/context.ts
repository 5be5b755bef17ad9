import { type Answers, answersOf, type Day, isInForce, type Override } from '../domain/index.ts';
import type { Base, BaseState, Labels, PublishedResults, Store } from '../store/index.ts';
import { modelledBase } from './models/columns.ts';

/** What the engine is given from outside: storage, the clock and a maker of ids. */
export interface Surroundings {
  readonly store: Store;
  readonly now: () => Date;
  readonly today: () => Day;
  readonly newId: () => string;
}

type StoredResults = (PublishedResults & { version: number; asOf: Day }) | null;

/** The base as last read, read again only when another revision or publication is stored. */
export class Context {
  readonly store: Store;
  readonly now: () => Date;
  readonly today: () => Day;
  readonly newId: () => string;
  #base: Promise<Base> | undefined;
  #modelled: { from: Base; key: string; base: Base } | undefined;
  #labels: Promise<Labels> | undefined;
  #results: Promise<StoredResults> | undefined;
  #overrides: { key: string; all: Promise<readonly Override[]> } | undefined;
  #standing: { key: string; standing: readonly Override[] } | undefined;
  #answers: { key: string; answers: Answers } | undefined;
  #answered = 0;
  #revision = -1;
  #generation = -1;

  constructor(surroundings: Surroundings) {
    this.store = surroundings.store;
    this.now = surroundings.now;
    this.today = surroundings.today;
    this.newId = surroundings.newId;
  }

  /** The stored state; drops what is cached of an earlier one. */
  async state(): Promise<BaseState> {
    const state = await this.store.state();
    if (state.revision !== this.#revision) {
      this.#base = undefined;
      this.#labels = undefined;
      this.#results = undefined;
    }
    if (state.generation !== this.#generation) this.#results = undefined;
    this.#revision = state.revision;
    this.#generation = state.generation;
    return state;
  }

  /** Customers and facts as columns, with the id of each row. The same object until the data change. */
  base(): Promise<Base> {
    this.#base ??= this.store.load();
    return this.#base;
  }

  /** The base with the columns of the models at the user's day: the same object until any of them change. */
  async modelled(): Promise<Base> {
    const state = await this.state();
    const [asOf, from] = [state.fixedDay ?? this.today(), await this.base()];
    const key = JSON.stringify([asOf, state.currency, state.models]);
    if (this.#modelled?.from !== from || this.#modelled.key !== key) {
      this.#modelled = { from, key, base: modelledBase(from, asOf, state) };
    }
    return this.#modelled.base;
  }

  /** Names and first contacts by row. */
  labels(): Promise<Labels> {
    this.#labels ??= this.store.labels();
    return this.#labels;
  }

  /** What people decided against rules, also what has ended. The same list until that changes. */
  async overrides(): Promise<readonly Override[]> {
    const { revision, decisions, generation } = await this.state();
    const key = `${revision} ${decisions} ${generation}`; // publishing remembers what the rules came to
    if (this.#overrides?.key !== key) this.#overrides = { key, all: this.store.overrides() };
    return this.#overrides.all;
  }

  /** Those of them that are in force on the day of evaluation. The same list until it is another. */
  async standing(): Promise<readonly Override[]> {
    const [all, day] = [await this.overrides(), await this.day()];
    const standing = all.filter(each => isInForce(each, day));
    const key = JSON.stringify(standing.map(({ id, customer }) => [id, customer]));
    if (this.#standing?.key !== key) this.#standing = { key, standing };
    return this.#standing.standing;
  }

  /** How people answered actions, by customer and action. Read again after `forgetAnswers`. */
  async answers(): Promise<Answers> {
    const { revision } = await this.state();
    const key = `${revision} ${this.#answered}`;
    if (this.#answers?.key !== key) {
      this.#answers = { key, answers: answersOf(await this.store.entriesOf('outcome')) };
    }
    return this.#answers.answers;
  }

  /** Another action was answered, or an answer taken back. */
  forgetAnswers(): void {
    this.#answered++;
  }

  /** The published results over the rows of the base, null before the first publication. */
  results(): Promise<StoredResults> {
    this.#results ??= this.store.results();
    return this.#results;
  }

  /** The day at which rules are evaluated: the user's fixed day, else today. */
  async day(): Promise<Day> {
    const { fixedDay } = await this.state();
    return fixedDay ?? this.today();
  }
}
