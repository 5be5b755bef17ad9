import type { Day } from '../../../src/domain/index.ts';
import type { Duration } from '../../../src/rules/ast.ts';
import { windowStart } from '../../../src/rules/calendar.ts';
import { type Comparison, levelsOf } from '../../../src/rules/compare.ts';
import type { Checked } from '../../../src/rules/index.ts';
import type { Rows, Typed } from '../../../src/rules/types.ts';

/** What is known of one customer before any rule is asked: a column, an aggregate of orders, days since one. */
export type Fact = { readonly name: string } & (
  | { readonly form: 'column'; readonly field: string }
  | {
      readonly form: 'rows';
      readonly aggregate: 'count' | 'sum' | 'avg' | 'min' | 'max' | 'share';
      readonly field: string | null;
      /** Only orders after this day. */
      readonly after: Day | null;
      readonly where: Condition | null;
    }
  | { readonly form: 'since'; readonly of: Fact }
);

/** A number of the whole base: the mean of the known values, or the least of which that share is not above it. */
export interface Statistic {
  readonly name: string;
  readonly of: Fact;
  readonly what: 'mean' | 'quantile';
  readonly share: number;
}

export type Bound = number | { readonly statistic: Statistic; readonly times: number };

/** A comparison with something unknown does not hold; `not` turns that round. */
export type Condition =
  | { readonly form: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly form: 'not'; readonly of: Condition }
  | { readonly form: 'compare'; readonly fact: Fact; readonly operator: Comparison; readonly bound: Bound }
  | { readonly form: 'among'; readonly fact: Fact; readonly values: readonly string[] }
  | { readonly form: 'known'; readonly fact: Fact }
  /** Levels count from 1, the highest. */
  | { readonly form: 'level'; readonly tier: PlainTier; readonly levels: readonly number[] }
  | { readonly form: 'holds'; readonly set: PlainSet };

export interface PlainTier {
  readonly name: string;
  readonly by: Fact;
  /** Highest first; who reaches none has the level after the last. */
  readonly froms: readonly Bound[];
}

/** A tag, a segment or an action. */
export interface PlainSet {
  readonly name: string;
  readonly when: Condition;
}

/** The checked rules in the few forms that every peer can be told in. Each list in order of the text. */
export interface PlainRules {
  readonly asOf: Day;
  readonly facts: readonly Fact[];
  readonly statistics: readonly Statistic[];
  readonly metrics: readonly { readonly name: string; readonly fact: Fact }[];
  readonly tiers: readonly PlainTier[];
  readonly sets: readonly PlainSet[];
}

const comparisons: readonly string[] = ['=', '!=', '>', '>=', '<', '<='] satisfies Comparison[];

/** Reads the rules of the benchmark. Throws at what they do not say today: then it is to be added here. */
export function plainRules(checked: Checked, asOf: Day): PlainRules {
  return new Reader(asOf).read(checked);
}

/** How many steps each set is from facts and tiers: 0 = asks for facts alone, 1 = for tiers or sets of 0 ... */
export function depthsOf({ sets }: PlainRules): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const depthOf = (condition: Condition): number => {
    if (condition.form === 'all' || condition.form === 'any') return Math.max(...condition.of.map(depthOf));
    if (condition.form === 'not') return depthOf(condition.of);
    if (condition.form === 'level') return 1;
    return condition.form === 'holds' ? depths.get(condition.set.name)! + 1 : 0;
  };
  for (const { name, when } of sets) depths.set(name, depthOf(when));
  return depths;
}

/** The columns that the rules read of a customer and of an order. */
export function columnsRead({
  facts,
}: PlainRules): Readonly<Record<'customer' | 'order', ReadonlySet<string>>> {
  const customer = new Set<string>();
  const order = new Set<string>();
  const visit = (condition: Condition): void => {
    if (condition.form === 'all' || condition.form === 'any') condition.of.forEach(visit);
    else if (condition.form === 'not') visit(condition.of);
    else if ('fact' in condition) order.add(condition.fact.name);
  };
  for (const fact of facts) {
    if (fact.form === 'column') customer.add(fact.field);
    else if (fact.form === 'rows') {
      if (fact.field) order.add(fact.field);
      if (fact.where) visit(fact.where);
    }
  }
  return { customer, order };
}

class Reader {
  readonly #asOf: Day;
  readonly #facts = new Map<string, Fact>();
  readonly #statistics = new Map<string, Statistic>();
  readonly #tiers = new Map<string, PlainTier>();
  readonly #sets = new Map<string, PlainSet>();

  constructor(asOf: Day) {
    this.#asOf = asOf;
  }

  read(checked: Checked): PlainRules {
    const metrics: { name: string; fact: Fact }[] = [];
    for (const declaration of checked.declarations) {
      const { name } = declaration;
      if (declaration.kind === 'metric') metrics.push({ name, fact: this.#fact(declaration.value) });
      else if (declaration.kind === 'tier') {
        const froms = declaration.levels.flatMap(level => (level.from ? [this.#bound(level.from)] : []));
        if (froms.length !== declaration.levels.length - 1) throw new Error(`${name} has no otherwise`);
        this.#tiers.set(name, { name, by: this.#fact(declaration.by), froms });
      } else this.#sets.set(name, { name, when: this.#condition(declaration.when) });
    }
    const place = new Map(checked.declarations.map(({ name, span }) => [name, span[0]]));
    const inOrder = <Named extends { readonly name: string }>(items: Iterable<Named>): Named[] =>
      [...items].sort((a, b) => place.get(a.name)! - place.get(b.name)!);
    return {
      asOf: this.#asOf,
      facts: [...this.#facts.values()],
      statistics: [...this.#statistics.values()],
      metrics: inOrder(metrics),
      tiers: inOrder(this.#tiers.values()),
      sets: inOrder(this.#sets.values()),
    };
  }

  #condition(typed: Typed): Condition {
    if (typed.form === 'declared') return { form: 'holds', set: this.#sets.get(typed.declaration.name)! };
    if (typed.form === 'column') {
      return { form: 'compare', fact: this.#fact(typed), operator: '=', bound: 1 };
    }
    if (typed.form !== 'operation') throw new Error(`no condition: ${typed.form}`);
    const { construct, operands } = typed;
    const [left, right, third] = operands as [Typed, Typed, Typed];
    if (construct.id === 'and' || construct.id === 'or') {
      const of = operands.map(operand => this.#condition(operand));
      return { form: construct.id === 'and' ? 'all' : 'any', of };
    }
    if (construct.id === 'not') return { form: 'not', of: this.#condition(left) };
    if (construct.id === 'isKnown') return { form: 'known', fact: this.#fact(left) };
    if (construct.id === 'between') {
      return { form: 'all', of: [this.#compare(left, '>=', right), this.#compare(left, '<=', third)] };
    }
    if (right?.form === 'texts') return this.#texts(construct.id, left, right.values);
    if (comparisons.includes(construct.id)) return this.#compare(left, construct.id as Comparison, right);
    throw new Error(`no condition: ${construct.id}`);
  }

  #compare(left: Typed, operator: Comparison, right: Typed): Condition {
    return { form: 'compare', fact: this.#fact(left), operator, bound: this.#bound(right) };
  }

  #texts(id: string, left: Typed, values: readonly string[]): Condition {
    const names = levelsOf(left);
    if (!names) {
      if (id !== '=' && id !== 'in') throw new Error(`no test of texts: ${id}`);
      return { form: 'among', fact: this.#fact(left), values };
    }
    const wanted = names.indexOf(values[0]!) + 1;
    const holds = { '=': 0, '!=': 0, '>=': -1, '>': -1, '<=': 1, '<': 1 }[id];
    if (holds === undefined) throw new Error(`no test of levels: ${id}`);
    const levels = names
      .map((_, index) => index + 1)
      .filter(level =>
        level === wanted ? /^(=|>=|<=)$/.test(id) : id === '!=' || Math.sign(level - wanted) === holds,
      );
    const name = left.form === 'declared' ? left.declaration.name : '';
    return { form: 'level', tier: this.#tiers.get(name)!, levels };
  }

  #bound(typed: Typed): Bound {
    if (typed.form === 'constant') return typed.value;
    if (typed.form === 'duration') return this.#asOf - windowStart(this.#asOf, typed.duration);
    if (typed.form !== 'operation') throw new Error(`no bound: ${typed.form}`);
    const [left, right] = typed.operands as [Typed, Typed];
    if (typed.construct.id !== 'of') return { statistic: this.#statistic(typed), times: 1 };
    if (left.form !== 'constant') throw new Error('no share of a statistic');
    return { statistic: this.#statistic(right), times: left.value };
  }

  #statistic(typed: Typed): Statistic {
    const id = typed.form === 'operation' ? typed.construct.id : typed.form;
    if (typed.form !== 'operation' || !['mean', 'median', 'quantile'].includes(id)) {
      throw new Error(`no statistic: ${id}`);
    }
    const [value, share] = typed.operands as [Typed, Typed | undefined];
    const what = id === 'mean' ? 'mean' : 'quantile';
    const part = share?.form === 'constant' ? share.value : 0.5;
    return kept(this.#statistics, { of: this.#fact(value), what, share: part }, what);
  }

  #fact(typed: Typed): Fact {
    // A column of orders is a fact of an order, and none of the customer's.
    if (typed.form === 'column') {
      const { id } = typed.field;
      const column: Fact = { form: 'column', field: id, name: id };
      if (typed.space === 'customer') this.#facts.set(id, column);
      return column;
    }
    if (typed.form !== 'operation') throw new Error(`no fact: ${typed.form}`);
    const [of] = typed.operands as [Typed];
    const { id } = typed.construct;
    if (id === 'daysSince') return kept(this.#facts, { form: 'since', of: this.#fact(of) }, 'since');
    if (of?.form === 'rows' && isAggregate(id)) return this.#rows(id, of);
    throw new Error(`no fact: ${id}`);
  }

  #rows(aggregate: (Fact & { form: 'rows' })['aggregate'], rows: Rows): Fact {
    const field = rows.value?.form === 'column' ? rows.value.field.id : null;
    if (rows.value && !field) throw new Error('rows are asked for a column');
    const after = rows.window && windowStart(this.#asOf, rows.window as Duration);
    const where = rows.where && this.#condition(rows.where);
    return kept(this.#facts, { form: 'rows', aggregate, field, after, where }, aggregate);
  }
}

function isAggregate(id: string): id is (Fact & { form: 'rows' })['aggregate'] {
  return ['count', 'sum', 'avg', 'min', 'max', 'share'].includes(id);
}

/** The item that says the same, or this one under a name of its own. */
function kept<Item extends { readonly name: string }>(
  items: Map<string, Item>,
  item: Item extends unknown ? Omit<Item, 'name'> : never,
  prefix: string,
): Item {
  const key = JSON.stringify(item);
  let found = items.get(key);
  if (!found) {
    found = { ...item, name: `${prefix}${items.size}` } as unknown as Item;
    items.set(key, found);
  }
  return found;
}
