import {
  decidableKinds,
  isInForce,
  type Movable,
  nextExpiry,
  type Override,
  Problem,
  type RuleVerdict,
} from '../../domain/index.ts';
import { cardAt, type Publishable, publishable, searchRowAt } from '../cards.ts';
import type { Context } from '../context.ts';
import type { Evaluation, Evaluator } from '../evaluating.ts';
import { rowsOfIds, ruledAt } from './decided.ts';
import { ruledOf } from './runs.ts';

/** Customers to be moved by hand against one rule. */
export interface MoveRequest
  extends Pick<Override, 'kind' | 'rule' | 'to' | 'reason' | 'author' | 'until' | 'reviewOn'> {
  /** Ids of customers. */
  readonly customers: readonly string[];
}

/** Moves customers by hand and takes that back; their cards and results follow in the same step. */
export class Moves {
  readonly #context: Context;
  readonly #evaluator: Evaluator;
  readonly #text: () => Promise<string>;

  /** `text`: of the published rules. */
  constructor(context: Context, evaluator: Evaluator, text: () => Promise<string>) {
    this.#context = context;
    this.#evaluator = evaluator;
    this.#text = text;
  }

  /**
   * Decides against a rule for customers, in the place of earlier decisions about it. The ids of the overrides. Throws
   * 'moveNoReason', 'moveOver' (it would end before it begins), 'moveNoRule', 'customerGone'.
   */
  async move(request: MoveRequest): Promise<number[]> {
    const { customers, kind, rule, to, author, until, reviewOn } = request;
    const reason = request.reason.trim();
    const day = await this.#context.day();
    if (reason === '') throw new Problem('moveNoReason');
    if (until !== null && until <= day) throw new Problem('moveOver');
    const { run, base } = await this.#evaluator.evaluate(await this.#text());
    const rows = rowsOfIds(base.ids);
    const at = this.#context.now().getTime();
    const add = customers.map((customer): Omit<Override, 'id'> => {
      const row = rows.get(customer);
      if (row === undefined) throw new Problem('customerGone');
      const ruled = ruledAt(run, request, row);
      if (ruled === undefined) throw new Problem('moveNoRule', { name: rule });
      return { customer, kind, rule, to, reason, author: author.trim(), at, until, reviewOn, ruled };
    });
    const isSame = (each: Override) =>
      each.endedAt === undefined &&
      each.kind === kind &&
      each.rule === rule &&
      customers.includes(each.customer);
    const known = new Set((await this.#context.overrides()).map(({ id }) => id));
    const end = (await this.#context.overrides()).filter(isSame).map(({ id }) => id);
    await this.#decide(add, end, at);
    return (await this.#context.overrides()).flatMap(({ id }) => (known.has(id) ? [] : [id]));
  }

  /** Takes decisions back: the rules decide again. */
  async takeBack(ids: readonly number[]): Promise<void> {
    await this.#decide([], ids, this.#context.now().getTime());
  }

  async #decide(add: readonly Omit<Override, 'id'>[], end: readonly number[], at: number): Promise<void> {
    const [all, day] = [await this.#context.overrides(), await this.#context.day()];
    const next = 1 + Math.max(0, ...all.map(({ id }) => id));
    const tried = [
      ...all.filter(({ id }) => !end.includes(id)),
      ...add.map((each, i) => ({ ...each, id: next + i })),
    ].filter(each => isInForce(each, day));
    const evaluation = await this.#evaluator.evaluate(await this.#text(), tried);
    const { base, run } = evaluation;
    const { version, resultsAsOf, nextTurn } = await this.#context.state();
    const expiry = nextExpiry(tried, day);
    const earlier = nextTurn !== null && expiry !== null ? Math.min(nextTurn, expiry) : nextTurn;
    const from = publishable(base, run, evaluation.asOf, version, tried, await this.#context.answers());
    const about = new Set([...add, ...all.filter(({ id }) => end.includes(id))].map(each => each.customer));
    const rows = [...about].flatMap(id => rowsOfIds(base.ids).get(id) ?? []);
    const people = new Map(
      (await this.#context.store.customers(rows.map(row => base.ids[row]!))).map(each => [each.id, each]),
    );
    const cards = rows.map(row => ({ row, customer: people.get(base.ids[row]!)! }));
    const made = cards.map(({ row, customer }) => cardAt(from, row, customer));
    await this.#context.store.decide({
      add,
      end,
      at,
      nextTurn: earlier,
      revision: base.revision,
      cards: made,
      searchRows: made.map((card, i) => searchRowAt(card, cards[i]!.customer)),
      rows,
      results: resultsAsOf === null ? null : { size: run.size, ...from },
    });
  }
}

/** The rules that a customer can be moved in, tiers first, and where the customer stands. */
export function movableAt({ run }: Publishable, row: number): Movable[] {
  const movable = run.results.flatMap((result): Movable[] => {
    if (result.kind === 'metric' || result.kind === 'action') return [];
    const { kind, name } = result;
    const isTier = result.kind === 'tier';
    const levels = isTier ? result.levels : [];
    const now: RuleVerdict = isTier ? (levels[result.codes[row]! - 1] ?? null) : result.bits.has(row);
    return [{ kind, name, levels, now, ruled: ruledAt(run, { kind, rule: name }, row) ?? now }];
  });
  return decidableKinds.flatMap(kind => movable.filter(each => each.kind === kind));
}

/** Overrides with what the rules say of them by now. */
export function withRuled(evaluation: Evaluation, overrides: readonly Override[]): Override[] {
  const ruled = ruledOf(evaluation, overrides);
  return overrides.map(each => {
    const verdict = ruled.get(each.id);
    return verdict === undefined ? each : { ...each, ruled: verdict };
  });
}
