import type { CodedColumn, Frame, NumericColumn } from '../../../src/domain/index.ts';
import type { Comparison } from '../../../src/rules/compare.ts';
import {
  type Bound,
  type Condition,
  columnsRead,
  type Fact,
  type PlainRules,
  type PlainTier,
} from './plain.ts';

type Cell = number | string | null;
type Cells = Readonly<Record<string, Cell>>;
/** A customer as a program without columns has it. */
export interface Customer {
  readonly columns: Cells;
  /** Ascending by day. */
  readonly orders: readonly (Cells & { readonly day: number })[];
}
/** What is known of a customer, and what the rules came to so far. */
export type Facts = Record<string, Cell | boolean>;
type Test<Of> = (of: Of) => boolean;

/** Every customer of the frame as objects with what the rules read; unknown is null. */
export function customersOf(frame: Frame, rules: PlainRules): Customer[] {
  const { offsets, day } = frame.orders;
  const read = columnsRead(rules);
  const customerColumns = (Object.entries(frame.customers) as [string, NumericColumn | CodedColumn][]).filter(
    ([id]) => read.customer.has(id),
  );
  const orderColumns = Object.entries(frame.orders.columns).filter(([id]) => read.order.has(id));
  return Array.from({ length: frame.size }, (_, row) => ({
    columns: cellsAt(customerColumns, row),
    orders: Array.from({ length: offsets[row + 1]! - offsets[row]! }, (_, index) => {
      const at = offsets[row]! + index;
      return { ...cellsAt(orderColumns, at), day: day[at]! };
    }),
  }));
}

function cellsAt(columns: readonly (readonly [string, NumericColumn | CodedColumn])[], row: number): Cells {
  const cells: Record<string, Cell> = {};
  for (const [id, column] of columns) {
    if (column.form === 'coded') cells[id] = column.dictionary.values[column.codes[row]!] || null;
    else cells[id] = Number.isNaN(column.values[row]!) ? null : column.values[row]!;
  }
  return cells;
}

/** The rules as closures that look at one customer after the other. */
export interface RowRules {
  /** What is known of each customer: all that rules ask for but the statistics and one another. */
  factsOf(customers: readonly Customer[]): Facts[];
  /** By name. */
  statisticsOf(facts: readonly Facts[]): ReadonlyMap<string, number>;
  /** Adds to each customer's facts what every tier (a level, 1 = highest) and set comes to. */
  decide(facts: readonly Facts[], statistics: ReadonlyMap<string, number>): void;
}

/** What reads each fact off a customer, by the name of the fact. */
export function factReaders({
  facts,
  asOf,
}: PlainRules): (readonly [string, (customer: Customer) => Cell])[] {
  return facts.map(fact => [fact.name, factOf(fact, asOf)] as const);
}

export function rowRules(rules: PlainRules): RowRules {
  const facts = factReaders(rules);
  return {
    factsOf: customers =>
      customers.map(customer => {
        const known: Facts = {};
        for (const [name, read] of facts) known[name] = read(customer);
        return known;
      }),
    statisticsOf: known =>
      new Map(
        rules.statistics.map(({ name, of, what, share }) => {
          const values = known.map(each => each[of.name]).filter(value => typeof value === 'number');
          if (what === 'mean') return [name, values.reduce((sum, value) => sum + value, 0) / values.length];
          return [name, values.sort((a, b) => a - b)[Math.ceil(share * values.length - 1e-9) - 1]!];
        }),
      ),
    decide(known, statistics) {
      const tiers = rules.tiers.map(tier => [tier.name, levelOf(tier, statistics)] as const);
      const sets = rules.sets.map(({ name, when }) => [name, testOf(when, statistics)] as const);
      for (const each of known) {
        for (const [name, level] of tiers) each[name] = level(each);
        for (const [name, test] of sets) each[name] = test(each);
      }
    },
  };
}

function factOf(fact: Fact, asOf: number): (customer: Customer) => Cell {
  if (fact.form === 'column') return ({ columns }) => columns[fact.field]!;
  if (fact.form === 'since') {
    const date = factOf(fact.of, asOf);
    return customer => {
      const day = date(customer);
      return day === null ? null : asOf - (day as number);
    };
  }
  const { aggregate, field, after, where } = fact;
  const test = where ? testOf(where, new Map()) : () => true;
  const inWindow = (day: number) => day <= asOf && (after === null || day > after);
  return ({ orders }) => {
    let all = 0;
    let count = 0;
    let sum = 0;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (const order of orders) {
      if (!inWindow(order.day)) continue;
      all++;
      if (!test(order)) continue;
      count++;
      if (field === null) continue;
      const value = order[field] as number;
      sum += value;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (aggregate === 'count') return count;
    if (aggregate === 'sum') return sum;
    if (aggregate === 'share') return all === 0 ? null : count / all;
    if (count === 0) return null;
    return aggregate === 'avg' ? sum / count : aggregate === 'min' ? least : most;
  };
}

/** The bound as a number, its statistic known. */
export function numberOf(bound: Bound, statistics: ReadonlyMap<string, number>): number {
  return typeof bound === 'number' ? bound : bound.times * statistics.get(bound.statistic.name)!;
}

function levelOf({ by, froms }: PlainTier, statistics: ReadonlyMap<string, number>): (of: Facts) => number {
  const bounds = froms.map(from => numberOf(from, statistics));
  return of => {
    const value = of[by.name] as number | null;
    const reached = value === null ? -1 : bounds.findIndex(bound => value >= bound);
    return reached < 0 ? bounds.length + 1 : reached + 1;
  };
}

const comparisons: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
};

function testOf(condition: Condition, statistics: ReadonlyMap<string, number>): Test<Facts | Cells> {
  switch (condition.form) {
    case 'all': {
      const tests = condition.of.map(each => testOf(each, statistics));
      return of => tests.every(test => test(of));
    }
    case 'any': {
      const tests = condition.of.map(each => testOf(each, statistics));
      return of => tests.some(test => test(of));
    }
    case 'not': {
      const test = testOf(condition.of, statistics);
      return of => !test(of);
    }
    case 'compare': {
      const { name } = condition.fact;
      const bound = numberOf(condition.bound, statistics);
      const holds = comparisons[condition.operator];
      return of => {
        const value = of[name];
        return value !== null && holds(value as number, bound);
      };
    }
    case 'among': {
      const { name } = condition.fact;
      const values = new Set<unknown>(condition.values);
      return of => values.has(of[name]);
    }
    case 'known': {
      const { name } = condition.fact;
      return of => of[name] !== null;
    }
    case 'level': {
      const { name } = condition.tier;
      const levels = new Set<unknown>(condition.levels);
      return of => levels.has(of[name]);
    }
    case 'holds': {
      const { name } = condition.set;
      return of => of[name] === true;
    }
  }
}
