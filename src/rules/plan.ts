import type { Bits, Day, Facts, Frame, Subject } from '../domain/index.ts';
import type { Window } from './ast.ts';
import { windowDays, windowKey, windowStart } from './calendar.ts';
import type { CheckedDeclaration } from './checked.ts';
import { planDecided } from './decided.ts';
import { endsAt, inRange, type Numbers, type Range, startsAfter } from './kernels.ts';
import type { RowSubject } from './tokens.ts';
import type { Rows, Typed } from './types.ts';

/** Texts of a column: code 0 is 'not known'. `offsets` only where a row has several. */
export interface Coded {
  readonly codes: Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;
  readonly values: readonly string[];
  readonly offsets: Uint32Array<ArrayBuffer> | null;
}

/** What steps are computed from. */
export interface Context {
  readonly frame: Frame;
  /** The day of evaluation. Whoever reads it makes the run one that another day may change. */
  readonly asOf: Day;
  /** The same day, for what only leaves out rows that are still to come. */
  readonly until: Day;
  readonly previousTiers: PreviousTiers | undefined;
  /** Frozen statistics by the key of their step: used instead of computing them from the frame. */
  readonly population: Population | undefined;
  /** What people decided against the rules. */
  readonly decided: Decided | undefined;
}
/** A number of the whole base, its sorted values, or either of them by the text of a group. */
export type Statistic = number | Float64Array | ReadonlyMap<string, number | Float64Array>;
/** Statistics of the whole base by the key of their step. */
export type Population = ReadonlyMap<string, Statistic>;

export type PreviousTiers = ReadonlyMap<string, { levels: readonly string[]; codes: Uint8Array }>;

/** What people decided against a rule, by row: a tier's level (null = none), else whether it holds. */
export type Decisions = ReadonlyMap<number, string | null | boolean>;
/** Those of all rules, by kind and name: `tag Big`. */
export type Decided = ReadonlyMap<string, Decisions>;

/** One whole-column computation. Equal keys compute equal values over the same frame and day. */
export interface Step<Value> {
  readonly key: string;
  readonly inputs: readonly Step<unknown>[];
  /** Depends on the earlier tiers, itself or through its inputs. */
  readonly remembers: boolean;
  /** Depends on what people decided, itself or through its inputs. */
  readonly decides: boolean;
  /** A statistic of the whole population. */
  readonly population: boolean;
  compute(context: Context, ...inputs: readonly never[]): Value;
}

type ValuesOf<Inputs extends readonly Step<unknown>[]> = {
  [Index in keyof Inputs]: Inputs[Index] extends Step<infer Value> ? Value : never;
};

/** Turns typed expressions into steps; equal computations become one step. */
export class Planner {
  readonly #steps = new Map<string, Step<unknown>>();
  readonly #planned = new Map<Typed, Step<unknown>>();
  readonly #declared = new Map<CheckedDeclaration, Step<unknown>>();
  readonly #ruled = new Map<CheckedDeclaration, Step<unknown>>();
  readonly #planDeclaration: (plan: Planner, declaration: CheckedDeclaration) => Step<unknown>;

  constructor(planDeclaration: (plan: Planner, declaration: CheckedDeclaration) => Step<unknown>) {
    this.#planDeclaration = planDeclaration;
  }

  /** The step `label` over `inputs`. The label tells apart everything that `compute` depends on but its inputs. */
  step<const Inputs extends readonly Step<unknown>[], Value>(
    label: string,
    inputs: Inputs,
    compute: (context: Context, ...values: ValuesOf<Inputs>) => Value,
    nature: { remembers?: boolean; population?: boolean; decides?: boolean } = {},
  ): Step<Value> {
    const key = shortKey(`${label}(${inputs.map(input => input.key).join(',')})`);
    let step = this.#steps.get(key);
    if (!step) {
      step = {
        key,
        inputs,
        remembers: (nature.remembers ?? false) || inputs.some(input => input.remembers),
        decides: (nature.decides ?? false) || inputs.some(input => input.decides),
        population: nature.population ?? false,
        compute: compute as Step<unknown>['compute'],
      };
      this.#steps.set(key, step);
    }
    return step as Step<Value>;
  }

  /** A numeric expression: a column, or one number that stands for a column of it. */
  numbers(typed: Typed): Step<Numbers> {
    return this.#plan(typed) as Step<Numbers>;
  }

  /** A numeric expression as a column of its own. */
  column(typed: Typed): Step<Float64Array<ArrayBuffer>> {
    const { space } = typed;
    return this.step(`column:${space}`, [this.numbers(typed)], ({ frame }, values) => {
      return typeof values === 'number' ? new Float64Array(rowsOf(frame, space)).fill(values) : values;
    });
  }

  /** A condition. */
  flags(typed: Typed): Step<Bits> {
    return this.#plan(typed) as Step<Bits>;
  }

  /** Texts, one or several a row. */
  coded(typed: Typed): Step<Coded> {
    return this.#plan(typed) as Step<Coded>;
  }

  /** The outcome of a declaration, with what people decided in place: bits, or coded levels of a tier. */
  declared(declaration: CheckedDeclaration): Step<unknown> {
    let step = this.#declared.get(declaration);
    if (!step) {
      step = planDecided(this, declaration, this.ruled(declaration));
      this.#declared.set(declaration, step);
    }
    return step;
  }

  /** The same as the rule alone says it. */
  ruled(declaration: CheckedDeclaration): Step<unknown> {
    let step = this.#ruled.get(declaration);
    if (!step) {
      step = this.#planDeclaration(this, declaration);
      this.#ruled.set(declaration, step);
    }
    return step;
  }

  /** The rows of every customer in a window that ends at the day of evaluation, null = all until then. */
  range(of: RowSubject, window: Window | null): Step<Range> {
    const ends = this.step(`ends:${of}`, [], ({ frame, until }) => {
      const { offsets, day } = factsOf(frame, of);
      return endsAt(offsets, day, until);
    });
    if (!window) {
      return this.step(`range:${of}`, [ends], ({ frame }, found) => ({
        starts: factsOf(frame, of).offsets.subarray(0, found.length),
        ends: found,
      }));
    }
    return this.step(`range:${of}:${windowKey(window)}`, [ends], ({ frame, asOf }, found) => {
      const { offsets, day } = factsOf(frame, of);
      const [first, last] = windowDays(asOf, window);
      const until = last < asOf ? endsAt(offsets, day, last) : found;
      return { starts: startsAfter(offsets, until, day, first - 1), ends: until };
    });
  }

  /** The condition on the rows of an aggregate; its value is null for all rows. */
  filter(rows: Rows): Step<Bits | null> {
    return rows.where ? this.flags(rows.where) : this.step('all', [], () => null);
  }

  #plan(typed: Typed): Step<unknown> {
    let step = this.#planned.get(typed);
    if (!step) {
      step = this.#planNew(typed);
      this.#planned.set(typed, step);
    }
    return step;
  }

  #planNew(typed: Typed): Step<unknown> {
    switch (typed.form) {
      case 'operation':
        return typed.construct.plan(this, typed.operands, typed);
      case 'constant':
        return this.step(`${typed.value}`, [], () => typed.value);
      case 'duration': {
        const { count, unit } = typed.duration;
        return this.step(`days:${count}${unit}`, [], ({ asOf }) => asOf - windowStart(asOf, typed.duration));
      }
      case 'declared':
        return this.declared(typed.declaration);
      case 'column':
        return this.#field(typed.space, typed.field.id, typed.kind);
      default:
        throw new Error(`${typed.form} is no value of its own`);
    }
  }

  #field(of: Subject, id: string, kind: Typed['kind']): Step<unknown> {
    const label = `${of}.${id}`;
    if (kind === 'text' || kind === 'texts') {
      return this.step(label, [], ({ frame }) => codedColumn(frame, of, id));
    }
    const values = this.step(label, [], ({ frame }) => numericColumn(frame, of, id));
    if (kind !== 'flag') return values;
    return this.step('set', [values], (_, column) => inRange(column, 1, 1));
  }
}

export function factsOf(frame: Frame, of: RowSubject): Facts {
  return of === 'order' ? frame.orders : frame.interactions;
}

/** How many rows a subject has in the frame. */
export function rowsOf(frame: Frame, of: Subject): number {
  return of === 'customer' ? frame.size : factsOf(frame, of).day.length;
}

function numericColumn(
  frame: Frame,
  of: Subject,
  id: string,
): Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> {
  if (of !== 'customer' && id === 'day') return factsOf(frame, of).day;
  const column = of === 'customer' ? frame.customers[id] : factsOf(frame, of).columns[id];
  if (column?.form === 'numeric') return column.values;
  return new Float64Array(rowsOf(frame, of)).fill(Number.NaN);
}

function codedColumn(frame: Frame, of: Subject, id: string): Coded {
  const column = of === 'customer' ? frame.customers[id] : factsOf(frame, of).columns[id];
  if (!column || column.form === 'numeric') {
    return { codes: new Uint32Array(rowsOf(frame, of)), values: [''], offsets: null };
  }
  const offsets = column.form === 'set' ? column.offsets : null;
  return { codes: column.codes, values: column.dictionary.values, offsets };
}

/** A long key by two 32-bit hashes of it, so that keys of keys stay short. */
function shortKey(key: string): string {
  if (key.length <= 160) return key;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `${key.slice(0, 24)}~${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
