import { Bits, type Day } from '../domain/index.ts';
import {
  buyersIn,
  type Counted,
  cohortMembers,
  cohortsOf,
  type Drift,
  driftBetween,
  lastPeriods,
  type Pace,
  type PaidOrders,
  type Period,
  paidOrders,
  purchaseTrend,
  satisfactionIn,
  type TrendPoint,
} from '../models/index.ts';
import type { Base } from '../store/index.ts';
import type { CustomersPage } from './api.ts';
import type { Context } from './context.ts';
import { customersPage } from './customersPage.ts';
import type { Evaluation } from './evaluating.ts';

/** Whose figures, and in what steps. */
export interface FiguresChoice {
  readonly pace: Pace;
  /** Tag, segment or tier level of the published rules (`tier level`); '' = everybody. */
  readonly of: string;
}

export interface FiguresPoint extends TrendPoint {
  /** False where the period is not over on the day that is looked at. */
  readonly isWhole: boolean;
  /** Answers to surveys, the share of them in the top two boxes, the customers below; NaN and 0 without answers. */
  readonly answers: number;
  readonly satisfaction: number;
  readonly dissatisfied: number;
}

export interface FiguresView {
  readonly asOf: Day;
  readonly currency: string;
  /** What `of` can be. */
  readonly groups: readonly string[];
  readonly customers: number;
  readonly points: readonly FiguresPoint[];
  /** The last whole period against those before it together; null where one of them had nobody. */
  readonly drifts: Readonly<Record<'retention' | 'repurchase' | 'satisfaction', Drift | null>>;
  /** Oldest first; active[k] bought in the k-th period after the one of their first purchase. */
  readonly cohorts: readonly { readonly customers: number; readonly active: readonly number[] }[];
}

/** Whose names: of a figure of the period with that place, or of a field of the cohorts. */
export type FiguresGroup =
  | {
      readonly is: 'buyers' | 'repeaters' | 'retained' | 'lost' | 'dissatisfied';
      readonly period: number;
    }
  | { readonly is: 'cohort'; readonly period: number; readonly later: number };

export interface FiguresCustomersRequest {
  readonly choice: FiguresChoice;
  readonly group: FiguresGroup;
  readonly offset: number;
  readonly limit: number;
}

/** Periods that are looked at. */
const PERIODS = 13;

/** What the page of figures asks: how customers buy, come back and answer, period by period. */
export class Figures {
  readonly #context: Context;
  readonly #published: () => Promise<Evaluation>;
  #orders: { readonly base: Base; readonly asOf: Day; readonly orders: PaidOrders } | undefined;

  constructor(context: Context, published: () => Promise<Evaluation>) {
    this.#context = context;
    this.#published = published;
  }

  async view(choice: FiguresChoice): Promise<FiguresView> {
    const { base, asOf, orders, periods, members, groups } = await this.#read(choice);
    const { currency } = await this.#context.state();
    const points = purchaseTrend(orders, periods, members).map(point => {
      const { n, value, dissatisfied } = satisfactionIn(base.frame, point.period, members);
      return {
        ...point,
        isWhole: point.period.until <= asOf + 1,
        answers: n,
        satisfaction: value,
        dissatisfied: dissatisfied.count(),
      };
    });
    return {
      asOf,
      currency,
      groups,
      customers: members?.count() ?? base.frame.size,
      points,
      drifts: driftsOf(points),
      cohorts: cohortsOf(orders, periods, members).map(({ customers, active }) => ({ customers, active })),
    };
  }

  /** The customers behind one of its numbers, in the order of the base. */
  async customers({ choice, group, offset, limit }: FiguresCustomersRequest): Promise<CustomersPage> {
    const { base, orders, periods, members } = await this.#read(choice);
    const rows = rowsOf(group, base, orders, periods, members);
    return customersPage(this.#context, rows, offset, limit);
  }

  async #read({ pace, of }: FiguresChoice) {
    await this.#context.state();
    const [base, asOf] = [await this.#context.base(), await this.#context.day()];
    const known = this.#orders;
    if (known?.base !== base || known.asOf !== asOf)
      this.#orders = { base, asOf, orders: paidOrders(base.frame, asOf) };
    const sets = setsOf(await this.#published());
    const members = of === '' ? undefined : (sets.get(of) ?? new Bits(base.frame.size));
    const { orders } = this.#orders!;
    return {
      base,
      asOf,
      orders,
      periods: lastPeriods(asOf, pace, PERIODS),
      members,
      groups: [...sets.keys()],
    };
  }
}

/** Periods that the last one is held against. */
const BEFORE = 6;

function driftsOf(points: readonly FiguresPoint[]): FiguresView['drifts'] {
  const whole = points.filter(each => each.isWhole);
  const drift = (countIn: (point: FiguresPoint) => Counted) => {
    const counts = whole.slice(-1 - BEFORE).map(countIn);
    const sum = (measure: keyof Counted) =>
      counts.slice(0, -1).reduce((total, each) => total + (each[measure] || 0), 0);
    const now = counts.at(-1);
    return now ? driftBetween({ hits: sum('hits'), n: sum('n') }, now) : null;
  };
  return {
    retention: drift(({ retained, before }) => ({ hits: retained, n: before })),
    repurchase: drift(({ repeaters, buyers }) => ({ hits: repeaters, n: buyers })),
    satisfaction: drift(({ satisfaction, answers }) => ({
      hits: answers > 0 ? satisfaction * answers : 0,
      n: answers,
    })),
  };
}

/** The customers of everything that the published rules put a name to, tier levels one by one. */
function setsOf({ run }: Evaluation): Map<string, Bits> {
  const sets = new Map<string, Bits>();
  for (const result of run.results) {
    if (result.kind === 'tag' || result.kind === 'segment') sets.set(result.name, result.bits);
    if (result.kind !== 'tier') continue;
    result.levels.forEach((level, at) => {
      sets.set(
        `${result.name} ${level}`,
        Bits.from(result.codes.length, row => result.codes[row] === at + 1),
      );
    });
  }
  return sets;
}

function rowsOf(
  group: FiguresGroup,
  base: Base,
  orders: PaidOrders,
  periods: readonly Period[],
  members: Bits | undefined,
): Bits {
  const [period, before] = [periods[group.period], periods[group.period - 1]];
  const none = new Bits(base.frame.size);
  if (!period) return none;
  const buyers = (of: Period, least = 1) => buyersIn(orders, of, least, members);
  switch (group.is) {
    case 'buyers':
      return buyers(period);
    case 'repeaters':
      return buyers(period, 2);
    case 'retained':
      return before ? buyers(before).and(buyers(period)) : none;
    case 'lost':
      return before ? buyers(before).minus(buyers(period)) : none;
    case 'dissatisfied':
      return satisfactionIn(base.frame, period, members).dissatisfied;
    case 'cohort':
      return periods[group.period + group.later]
        ? cohortMembers(orders, periods, group.period, group.later, members)
        : none;
  }
}
