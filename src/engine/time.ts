import { type Bits, type Day, isInForce, nextExpiry, nextWaking, type Override } from '../domain/index.ts';
import { evaluate, levelsOf, type Moved, movesBetween, type Run, wordsDiffer } from '../rules/index.ts';
import type { BaseState } from '../store/index.ts';
import type { CustomersPage, OnProgress } from './api.ts';
import type { Context } from './context.ts';
import { customersPage } from './customersPage.ts';
import type { Evaluation } from './evaluating.ts';
import { breathe } from './jobs.ts';
import { modelledBase } from './models/columns.ts';
import { decidedOf, groupsOf } from './review/decided.ts';

/** How many days are looked ahead. Where nothing changes in them, somebody looks again when they are over. */
export const LOOK_AHEAD = 31;

/** What time alone changes on one day, against the day before. */
export interface DayOfTurns {
  readonly day: Day;
  /** Customers for whom anything changes. */
  readonly customers: number;
  readonly turns: readonly {
    readonly kind: Moved['kind'];
    readonly name: string;
    readonly enters: number;
    readonly leaves: number;
  }[];
}

/** What time alone will change for the published rules, if no data come in. */
export interface TimeView {
  readonly asOf: Day;
  /** The last day that was looked at. */
  readonly until: Day;
  /** Customers for whom anything changes on any of the days. */
  readonly customers: number;
  /** Days on which somebody changes, ascending. */
  readonly days: readonly DayOfTurns[];
}

/** Whose names: all that change on a day (`name` ''), or those who enter or leave one declaration. */
export interface TurnsRequest {
  readonly day: Day;
  readonly name: string;
  readonly show: 'enters' | 'leaves';
  readonly offset: number;
  readonly limit: number;
}

/**
 * The run of each day after an evaluation, with what changed against the day before: data as they are, time going on.
 * Where rules and models looked at no day, and nothing else differs from the day before, its run stands for the next.
 */
async function* laterDays(
  context: Context,
  { run: first, asOf }: Evaluation,
  signal?: AbortSignal,
): AsyncGenerator<{ day: Day; before: Run; run: Run; moved: Moved[] }> {
  const state = await context.state();
  const base = await context.base();
  const [overrides, groups] = [await context.overrides(), groupsOf(first.checked)];
  let before = first;
  let decisions: readonly Override[] | null = null; // of a day whose run stands until they are others
  for (let day = asOf + 1; day <= asOf + LOOK_AHEAD; day++) {
    await breathe(signal);
    const standing = overrides.filter(each => isInForce(each, day));
    if (decisions?.length === standing.length && standing.every((each, at) => each === decisions![at])) {
      yield { day, before, run: before, moved: [] };
      continue;
    }
    let readsModels = false;
    const { frame } = modelledBase(base, day, state, () => {
      readsModels = true;
    });
    const earlier = levelsOf(before);
    const decided = decidedOf(standing, base.ids, groups);
    const run = evaluate(first.checked, frame, {
      asOf: day,
      previousTiers: earlier,
      ...(decided && { decided }),
    });
    yield { day, before, run, moved: movesBetween(before, run) };
    decisions = !run.readsDay && !readsModels && areSame(earlier, levelsOf(run)) ? standing : null;
    before = run;
  }
}

/**
 * The first day after an evaluation on which evaluating again would put anything else on a card: a tag, a tier, a
 * segment, an action, the words of its message or why it is proposed, or that somebody decided by hand, or an action
 * that rested. Where that is none of the days looked at, the last of them.
 */
export async function nextTurn(context: Context, evaluation: Evaluation, signal?: AbortSignal): Promise<Day> {
  const expires = nextExpiry(await context.overrides(), evaluation.asOf);
  const wakes = nextWaking(await context.answers(), evaluation.asOf);
  for await (const { day, before, run, moved } of laterDays(context, evaluation, signal)) {
    if (moved.length > 0 || day === expires || day === wakes || wordsDiffer(before, run)) return day;
  }
  return evaluation.asOf + LOOK_AHEAD;
}

/** The next day on which somebody changes, null where none is foreseen: without rules, or in the days looked at. */
export function foreseenTurn({ version, resultsAsOf, nextTurn }: BaseState): Day | null {
  if (version === 0 || resultsAsOf === null || nextTurn === resultsAsOf + LOOK_AHEAD) return null;
  return nextTurn;
}

/** What the page on changes by time asks: looked at once for a state of the base, the rules and the day. */
export class TimeAhead {
  readonly #context: Context;
  readonly #published: () => Promise<Evaluation>;
  #seen:
    | { readonly run: Run; readonly view: TimeView; readonly moved: ReadonlyMap<Day, Moved[]> }
    | undefined;

  constructor(context: Context, published: () => Promise<Evaluation>) {
    this.#context = context;
    this.#published = published;
  }

  async view(onProgress: OnProgress, signal?: AbortSignal): Promise<TimeView> {
    return (await this.#look(onProgress, signal)).view;
  }

  /** The customers behind one of its counts, in the order of the base. */
  async customers({ day, name, show, offset, limit }: TurnsRequest): Promise<CustomersPage> {
    const { moved } = await this.#look(() => undefined);
    const of = moved.get(day) ?? [];
    const rows = name === '' ? all(of) : of.find(each => each.name === name)?.[show];
    if (!rows) return { total: 0, hits: [] };
    return customersPage(this.#context, rows, offset, limit);
  }

  async #look(onProgress: OnProgress, signal?: AbortSignal) {
    const evaluation = await this.#published();
    const { asOf, run } = evaluation;
    if (this.#seen?.run === run) return this.#seen;
    const days: DayOfTurns[] = [];
    const byDay = new Map<Day, Moved[]>();
    for await (const { day, moved } of laterDays(this.#context, evaluation, signal)) {
      onProgress({ stage: 'evaluating', done: day - asOf, total: LOOK_AHEAD });
      if (moved.length === 0) continue;
      byDay.set(day, moved);
      const turns = moved.map(({ kind, name, enters, leaves }) => ({
        kind,
        name,
        enters: enters.count(),
        leaves: leaves.count(),
      }));
      days.push({ day, customers: all(moved)!.count(), turns });
    }
    const customers = all([...byDay.values()].flat())?.count() ?? 0;
    this.#seen = { run, view: { asOf, until: asOf + LOOK_AHEAD, customers, days }, moved: byDay };
    return this.#seen;
  }
}

type Levels = ReturnType<typeof levelsOf>;

function areSame(one: Levels, other: Levels): boolean {
  return [...one].every(([name, { codes }]) => {
    const others = other.get(name)?.codes;
    return codes.every((code, row) => code === others?.[row]);
  });
}

function all(moved: readonly Moved[]): Bits | null {
  const [first, ...rest] = moved.flatMap(({ enters, leaves }) => [enters, leaves]);
  return first ? rest.reduce((sum, each) => sum.or(each), first) : null;
}
