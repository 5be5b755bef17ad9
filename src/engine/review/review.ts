import type { Hit, Override } from '../../domain/index.ts';
import { type Alarm, alarmsOf } from '../../models/index.ts';
import type { Result } from '../../rules/index.ts';
import type { AcceptedRule, RuleCount } from '../../store/index.ts';
import type { CustomersPage } from '../api.ts';
import type { Context } from '../context.ts';
import { customersPage } from '../customersPage.ts';
import { type Evaluation, moneyByRow, sumOver } from '../evaluating.ts';
import { hitAt } from '../members.ts';
import type { Publisher } from '../publishing.ts';
import { rowsOfIds } from './decided.ts';
import { type Drift, driftOf, movedRows } from './drift.ts';
import { withRuled } from './moves.ts';
import { type ReviewPart, rowsOf } from './parts.ts';
import { countsOf, runRecord } from './runs.ts';

/** How many customers are in it, how many there were when somebody last accepted it, and what is to be looked at. */
export interface ReviewCount {
  readonly level: string;
  readonly count: number;
  /** Minor units. */
  readonly money: number;
  /** null = never accepted. */
  readonly accepted: number | null;
  readonly alarms: readonly Alarm[];
}

/** A rule with its counts and how far people have come to decide otherwise. */
export interface ReviewRule extends Drift {
  readonly kind: ReviewPart['kind'];
  readonly name: string;
  /** The rule as a whole; then a tier's levels, highest first. */
  readonly whole: ReviewCount;
  readonly levels: readonly ReviewCount[];
  readonly accepted: Pick<AcceptedRule, 'at' | 'by' | 'run' | 'customers'> | null;
}

/** An override with whom it is about; `hit` null = the customer is not in the base by now. */
export interface MovedCustomer {
  readonly override: Override;
  readonly hit: Hit | null;
  /** The rules do not have such a rule, or such a level, any more. */
  readonly isGone: boolean;
  readonly isDue: boolean;
}

export interface ReviewView {
  readonly customers: number;
  readonly version: number;
  readonly asOf: number;
  readonly currency: string;
  readonly rules: readonly ReviewRule[];
  /** Those in force, the ones to be looked at again first. */
  readonly moved: readonly MovedCustomer[];
}

/** What the review page asks: the published rules over the base as it is now. */
export class Review {
  readonly #context: Context;
  readonly #publisher: Publisher;

  constructor(context: Context, publisher: Publisher) {
    this.#context = context;
    this.#publisher = publisher;
  }

  async view(): Promise<ReviewView> {
    const evaluation = await this.#publisher.evaluatePublished();
    const { run, base, asOf } = evaluation;
    const { version, currency } = await this.#context.state();
    const accepted = await this.#context.store.accepted();
    const standing = withRuled(evaluation, await this.#context.standing());
    const money = moneyByRow(base, asOf);
    const counts = countsOf(run);
    const rules = run.results.flatMap((result): ReviewRule[] => {
      if (result.kind === 'metric' || result.kind === 'action') return [];
      const count = counts.find(each => each.kind === result.kind && each.name === result.name)!;
      const before = accepted.find(each => each.kind === result.kind && each.name === result.name) ?? null;
      const of = standing.filter(each => each.kind === result.kind && each.rule === result.name);
      return [
        {
          kind: result.kind,
          name: result.name,
          ...countedRule(result, count, before, run.size, money),
          accepted: before && { at: before.at, by: before.by, run: before.run, customers: before.customers },
          ...driftOf(evaluation, result, of),
        },
      ];
    });
    return {
      customers: run.size,
      version,
      asOf,
      currency,
      rules,
      moved: await this.#moved(evaluation, standing),
    };
  }

  /** Remembers the counts of now as those that are right: of one rule, or (null) of all of them. */
  async accept(part: Pick<ReviewPart, 'kind' | 'name'> | null, by: string): Promise<void> {
    const { run } = await this.#publisher.evaluatePublished();
    const at = this.#context.now().getTime();
    const accepted = await this.#runOfNow(at);
    const counts = countsOf(run).filter(
      each => each.kind !== 'action' && (!part || (each.kind === part.kind && each.name === part.name)),
    );
    await this.#context.store.accept(
      counts.map(each => ({ ...each, run: accepted, at, by, customers: run.size })),
    );
  }

  /** The number of the latest run where it is as everything is now, else of one that is remembered from now on. */
  async #runOfNow(at: number): Promise<number> {
    const current = await this.#publisher.current();
    const state = await this.#context.state();
    const evaluation = await this.#publisher.evaluatePublished();
    const results = { size: current.run.size, ...current };
    const now = await runRecord(evaluation, results, state, state.version, at);
    const [latest] = await this.#context.store.runs();
    const isSame =
      latest?.digest === now.digest && latest.asOf === now.asOf && latest.version === now.version;
    return isSame ? latest.id : this.#context.store.addRun(now);
  }

  /** The customers of a part of a rule, or those of it whom somebody moved by hand. */
  async customers(
    { kind, name, level }: ReviewPart,
    show: 'members' | 'moved',
    offset: number,
    limit: number,
  ): Promise<CustomersPage> {
    const evaluation = await this.#publisher.evaluatePublished();
    const { run } = evaluation;
    const result = run.results.find(each => each.kind === kind && each.name === name);
    if (!result) return { total: 0, hits: [] };
    if (show === 'members')
      return customersPage(this.#context, rowsOf(result, level, run.size), offset, limit);
    const standing = (await this.#context.standing()).filter(
      each => each.kind === kind && each.rule === name,
    );
    return customersPage(this.#context, movedRows(evaluation, standing), offset, limit);
  }

  async #moved(evaluation: Evaluation, standing: readonly Override[]): Promise<MovedCustomer[]> {
    const { base, run, asOf } = evaluation;
    const [labels, results] = [await this.#context.labels(), await this.#context.results()];
    const rows = rowsOfIds(base.ids);
    const moved = standing.map((override): MovedCustomer => {
      const row = rows.get(override.customer);
      const result = run.results.find(each => each.kind === override.kind && each.name === override.rule);
      const isLevel =
        result?.kind !== 'tier' || override.to === null || result.levels.includes(String(override.to));
      return {
        override,
        hit: row === undefined ? null : hitAt(row, override.customer, labels, results),
        isGone: !result || !isLevel,
        isDue: override.reviewOn !== null && override.reviewOn <= asOf,
      };
    });
    return moved.sort((a, b) => +b.isDue - +a.isDue || b.override.at - a.override.at);
  }
}

function countedRule(
  result: Extract<Result, { kind: ReviewPart['kind'] }>,
  count: RuleCount,
  before: AcceptedRule | null,
  customers: number,
  money: Float64Array,
): Pick<ReviewRule, 'whole' | 'levels'> {
  const counted = (level: string, now: number, accepted: number | null): ReviewCount => ({
    level,
    count: now,
    money: sumOver(rowsOf(result, level, customers), money),
    accepted,
    alarms: alarmsOf(
      { count: now, customers },
      before && accepted !== null ? { count: accepted, customers: before.customers } : null,
    ),
  });
  return {
    whole: counted('', count.count, before?.count ?? null),
    levels: count.levels.map(level => {
      const then = before?.levels.find(each => each.name === level.name);
      return counted(level.name, level.count, before ? (then?.count ?? 0) : null);
    }),
  };
}
