import {
  Bits,
  type CodedColumn,
  type Day,
  Dictionary,
  type Field,
  type Frame,
  type NumericColumn,
  type Reason,
  type Span,
  type ValueKind,
} from '../domain/index.ts';
import type { ActionDetails, Checked, CheckedDeclaration, CheckedTier, World } from './checked.ts';
import { type Extra, fillMessage } from './fill.ts';
import { parse } from './parse.ts';
import {
  type Coded,
  type Context,
  type Decided,
  Planner,
  type Population,
  type PreviousTiers,
  type Statistic,
  type Step,
} from './plan.ts';
import { type Columns, explain } from './reasons.ts';
import { planTier } from './tiers.ts';
import { foldName } from './tokens.ts';
import { isNumeric, type Typed } from './types.ts';
import { ExpressionTyper, outerScope } from './typing.ts';

export interface EvaluateOptions {
  /** Only what happened until the end of this day counts. */
  readonly asOf: Day;
  /** Levels held before, by tier and row: what `keep` looks at. */
  readonly previousTiers?: PreviousTiers;
  /** What people decided against the rules; it wins. */
  readonly decided?: Decided;
  /** An earlier run over the same frame and day: what it computed is taken over. */
  readonly reuse?: Run;
  /** Statistics of an earlier run, used instead of this frame's: one customer against the whole base. */
  readonly population?: Population;
  /** Values that are taken for those of an expression wherever it stands: numbers, or texts as stored. */
  readonly given?: ReadonlyMap<Typed, number | string>;
}

/** What a declaration came to for every row of the frame. */
export type Result =
  | {
      readonly kind: 'metric';
      readonly name: string;
      readonly span: Span;
      readonly valueKind: ValueKind;
      readonly column: NumericColumn | CodedColumn | Bits;
    }
  | {
      readonly kind: 'tag';
      readonly name: string;
      readonly span: Span;
      readonly weight: number;
      readonly bits: Bits;
    }
  | {
      readonly kind: 'tier';
      readonly name: string;
      readonly span: Span;
      /** Highest first. */
      readonly levels: readonly string[];
      /** 0 = none, k = levels[k - 1]. */
      readonly codes: Uint8Array;
    }
  | {
      readonly kind: 'segment';
      readonly name: string;
      readonly span: Span;
      readonly bits: Bits;
      /** Segments of one group exclude each other; null = in none. */
      readonly group: string | null;
    }
  | {
      readonly kind: 'action';
      readonly name: string;
      readonly span: Span;
      readonly target: string | null;
      readonly priority: number;
      /** Days, or null. */
      readonly within: number | null;
      /** Whom it is proposed to: all of its conditions hold. */
      readonly bits: Bits;
      /** Each condition's own set, in the order in which they are asked; null = not stated. */
      readonly stages: Readonly<Record<'targeted' | 'eligible' | 'applicable' | 'suitable', Bits | null>>;
      /** For whom all speaks but that it is not suitable; null where that is not stated. */
      readonly avoided: Bits | null;
      /** Money, minor units, a customer; null = not stated. */
      readonly value: NumericColumn | null;
      readonly cost: NumericColumn | null;
      /** Who meets the condition of success on this day; null = not stated. */
      readonly success: Bits | null;
      readonly details: ActionDetails;
      /** As written, with its `{placeholders}`. */
      readonly message: string;
    };

/** A rule text evaluated over a frame. */
export interface Run {
  readonly checked: Checked;
  readonly size: number;
  readonly asOf: Day;
  /** Of the declarations without errors, in order of the text. */
  readonly results: readonly Result[];
  /** Steps computed, not counting those taken over from an earlier run. */
  readonly computed: number;
  /** Statistics of the whole base by step, to evaluate single customers against later. */
  readonly population: Population;
  /** What decided a declaration for a row, as statements that hold for it. [] for an unknown name. */
  reasons(name: string, row: number): Reason[];
  /** The value of a metric, a tier (its level), or a field of the catalogue; null where unknown. */
  value(name: string, row: number): number | string | null;
  /** What a tag, tier or segment comes to by the rule alone, whatever people decided; null for an unknown name. */
  ruled(name: string): Bits | Uint8Array | null;
  /** The action's message with the row's values; what cannot be filled stays in braces. */
  fill(action: string, row: number, extra: Extra): string;
  /**
   * Whether anything computed so far looked at the day, or rows are still to come: where not, a run of any later day
   * over the same frame, earlier tiers and decisions comes to the same.
   */
  readonly readsDay: boolean;
  /** An expression of the checked text over all customers: a column, or the one number that stands for all. */
  over(typed: Typed): NumericColumn | CodedColumn | Bits | number;
}

/** What explanations read of a run beyond its results: any step of its rules, over its own columns. */
export interface Inside extends Columns {
  readonly checked: Checked;
  readonly frame: Frame;
  readonly asOf: Day;
  readonly previousTiers: PreviousTiers | undefined;
  readonly decided: Decided | undefined;
  /** Statistics that were given to the run rather than computed from its frame. */
  readonly frozen: Population | undefined;
  readonly planner: Planner;
  /** The value of a step; computed now where the run did not need it. */
  read<Value>(step: Step<Value>): Value;
}

/** The columns behind a run's results. */
export function insideOf(run: Run): Inside {
  if (run instanceof RuleRun) return run;
  throw new Error('not a run of evaluate');
}

/** The rules and statistics of `run` over other facts; nothing is computed before it is asked for. */
export function insideAnew(
  run: Run,
  facts: Pick<Inside, 'frame' | 'asOf' | 'previousTiers'> & Pick<EvaluateOptions, 'given'>,
): Inside {
  const { frame, asOf, previousTiers, given = new Map() } = facts;
  let lazy = lazily.get(run.checked);
  if (!lazy) {
    lazy = { ...run.checked, declarations: [] };
    lazily.set(run.checked, lazy);
    programs.set(lazy, programOf(run.checked));
  }
  const { population } = run;
  return new RuleRun(lazy, frame, { asOf, population, given, ...(previousTiers ? { previousTiers } : {}) });
}

/** The same text with nothing that must be computed at once. */
const lazily = new WeakMap<Checked, Checked>();

/** Evaluates all declarations over the frame. */
export function evaluate(checked: Checked, frame: Frame, options: EvaluateOptions): Run {
  return new RuleRun(checked, frame, options);
}

/** A field of the catalogue or of `own` over a frame, by any of its names: number, flag (0/1) or text column. */
export function evaluateField(
  id: string,
  frame: Frame,
  asOf: Day,
  own: readonly Field[] = [],
): NumericColumn | CodedColumn {
  const world: World = { currency: '', fields: own, dictionary: () => null };
  const run = new RuleRun({ parsed: parse(''), world, declarations: [], tests: [], notes: [] }, frame, {
    asOf,
  });
  return run.fieldColumn(id);
}

/** The steps of a checked text: independent of any frame, so planned once for all runs of it. */
class Program {
  readonly planner = new Planner(planDeclaration);
  readonly #typer: ExpressionTyper;
  readonly #fields = new Map<string, Typed | null>();

  constructor(world: World) {
    const nothing = { find: () => undefined, names: () => [], resolve: () => null };
    this.#typer = new ExpressionTyper(world, nothing, () => {});
  }

  /** A field of the catalogue by any of its names, null where it has no column. */
  field(name: string): Typed | null {
    let typed = this.#fields.get(name);
    if (typed === undefined) {
      typed = this.#typer.type({ kind: 'name', id: 0, span: [0, 0], name }, outerScope(null));
      this.#fields.set(name, typed);
    }
    return typed;
  }
}

const programs = new WeakMap<Checked, Program>();

function programOf(checked: Checked): Program {
  let program = programs.get(checked);
  if (!program) {
    program = new Program(checked.world);
    programs.set(checked, program);
  }
  return program;
}

class RuleRun implements Run, Inside {
  readonly checked: Checked;
  readonly size: number;
  readonly asOf: Day;
  readonly results: readonly Result[];
  readonly #context: Context;
  readonly #program: Program;
  readonly #values = new Map<string, unknown>();
  readonly #population = new Map<string, Statistic>();
  #earlier: RuleRun | null;
  #computed = 0;
  #readsDay = false;

  constructor(checked: Checked, frame: Frame, options: EvaluateOptions) {
    const { asOf, previousTiers, population, decided, reuse } = options;
    this.checked = checked;
    this.#program = programOf(checked);
    this.size = frame.size;
    this.asOf = asOf;
    const usable = reuse instanceof RuleRun && reuse.#sees(options, frame);
    this.#readsDay = usable && reuse.#readsDay;
    const read = () => {
      this.#readsDay = true;
      return asOf;
    };
    this.#context = {
      ...{ frame, until: asOf, previousTiers, population, decided },
      get asOf() {
        return read();
      },
    };
    this.#earlier = usable ? reuse : null;
    for (const [typed, value] of options.given ?? []) this.#take(typed, value);
    const inOrder = [...checked.declarations].sort((a, b) => a.span[0] - b.span[0]);
    this.results = inOrder.map(declaration => this.#result(declaration));
    this.#earlier = null;
  }

  get computed(): number {
    return this.#computed;
  }

  get readsDay(): boolean {
    const { orders, interactions } = this.frame;
    const isToCome = (day: Day) => day > this.asOf;
    return this.#readsDay || orders.day.some(isToCome) || interactions.day.some(isToCome);
  }

  get population(): Population {
    return this.#population;
  }

  get frame(): Frame {
    return this.#context.frame;
  }

  get previousTiers(): PreviousTiers | undefined {
    return this.#context.previousTiers;
  }

  get decided(): Decided | undefined {
    return this.#context.decided;
  }

  get frozen(): Population | undefined {
    return this.#context.population;
  }

  get planner(): Planner {
    return this.#program.planner;
  }

  read<Value>(step: Step<Value>): Value {
    return this.#step(step);
  }

  reasons(name: string, row: number): Reason[] {
    const declaration = this.#declaration(name);
    return declaration ? explain(declaration, row, this.checked.parsed.text, this) : [];
  }

  value(name: string, row: number): number | string | null {
    const declaration = this.#declaration(name);
    if (declaration?.kind === 'metric') return this.valueOf(declaration.value, row);
    if (declaration?.kind === 'tier') {
      const { codes, values } = this.#step(this.#program.planner.declared(declaration)) as Coded;
      return values[codes[row]!] || null;
    }
    const field = this.#program.field(name);
    return field && this.valueOf(field, row);
  }

  ruled(name: string): Bits | Uint8Array | null {
    const declaration = this.#declaration(name);
    if (!declaration || declaration.kind === 'metric' || declaration.kind === 'action') return null;
    const outcome = this.#step(this.#program.planner.ruled(declaration)) as Bits | Coded;
    return outcome instanceof Bits ? outcome : (outcome.codes as Uint8Array);
  }

  fill(action: string, row: number, extra: Extra): string {
    const declaration = this.#declaration(action);
    if (declaration?.kind !== 'action') return '';
    return fillMessage(declaration, this.checked.world.currency, extra, typed => this.valueOf(typed, row));
  }

  ruledLevel(tier: CheckedTier, row: number): string | null {
    const { codes } = this.#step(this.#program.planner.ruled(tier)) as Coded;
    return tier.levels[codes[row]! - 1]?.name ?? null;
  }

  over(typed: Typed): NumericColumn | CodedColumn | Bits | number {
    const one = isNumeric(typed.kind) ? this.#step(this.#program.planner.numbers(typed)) : null;
    return typeof one === 'number' ? one : this.#column(typed);
  }

  holds(typed: Typed, row: number): boolean {
    return this.#step(this.#program.planner.flags(typed)).has(row);
  }

  valueOf(typed: Typed, row: number): number | string | null {
    if (typed.form === 'texts') return typed.values.join(', ');
    if (typed.kind === 'flag') return this.holds(typed, row) ? 1 : 0;
    if (isNumeric(typed.kind)) {
      const numbers = this.#step(this.#program.planner.numbers(typed));
      const value = typeof numbers === 'number' ? numbers : numbers[row]!;
      return Number.isNaN(value) ? null : value;
    }
    const { codes, values, offsets } = this.#step(this.#program.planner.coded(typed));
    if (!offsets) return values[codes[row]!] || null;
    return [...codes.subarray(offsets[row], offsets[row + 1])].map(code => values[code]).join(', ') || null;
  }

  fieldColumn(name: string): NumericColumn | CodedColumn {
    const typed = this.#program.field(name);
    if (!typed) throw new Error(`no field ${name}`);
    const column = this.#column(typed);
    if (!(column instanceof Bits)) return column;
    return {
      form: 'numeric',
      values: Float64Array.from({ length: this.size }, (_, row) => +column.has(row)),
    };
  }

  #take(typed: Typed, value: number | string): void {
    const { planner } = this.#program;
    if (typeof value === 'number' && typed.kind === 'flag') {
      const all = new Bits(this.size);
      this.#values.set(planner.flags(typed).key, value ? all.not() : all);
    } else if (typeof value === 'number') {
      this.#values.set(planner.numbers(typed).key, new Float64Array(this.size).fill(value));
    } else {
      const codes = new Uint32Array(this.size).fill(1);
      this.#values.set(planner.coded(typed).key, {
        codes,
        values: ['', value],
        offsets: null,
      } satisfies Coded);
    }
  }

  #sees({ asOf, population }: EvaluateOptions, frame: Frame): boolean {
    return frame === this.frame && asOf === this.asOf && population === this.frozen;
  }

  #declaration(name: string): CheckedDeclaration | undefined {
    const folded = foldName(name);
    return this.checked.declarations.find(each => foldName(each.name) === folded);
  }

  #step<Value>(step: Step<Value>): Value {
    const { key } = step;
    if (this.#values.has(key)) return this.#values.get(key) as Value;
    const value = this.#takenOver(step) ?? this.#compute(step);
    this.#values.set(key, value);
    if (step.population) this.#population.set(key, value as Statistic);
    return value;
  }

  #takenOver<Value>(step: Step<Value>): Value | undefined {
    const earlier = this.#earlier;
    if (!earlier) return undefined;
    if (step.remembers && earlier.#context.previousTiers !== this.#context.previousTiers) return undefined;
    if (step.decides && earlier.#context.decided !== this.#context.decided) return undefined;
    const value = earlier.#values.get(step.key) as Value | undefined;
    if (value !== undefined) this.#keepInputs(step, earlier);
    return value;
  }

  /** What a step was computed from stays at hand: for the next edit, for its statistics, for explanations. */
  #keepInputs(step: Step<unknown>, earlier: RuleRun): void {
    for (const input of step.inputs) {
      if (this.#values.has(input.key) || !earlier.#values.has(input.key)) continue;
      const value = earlier.#values.get(input.key);
      this.#values.set(input.key, value);
      if (input.population) this.#population.set(input.key, value as number);
      this.#keepInputs(input, earlier);
    }
  }

  #compute<Value>(step: Step<Value>): Value {
    if (step.population) {
      const frozen = this.#context.population?.get(step.key);
      if (frozen !== undefined) return frozen as Value;
    }
    const inputs = step.inputs.map(input => this.#step(input));
    const value = step.compute(this.#context, ...(inputs as never[]));
    if (!inputs.includes(value)) this.#computed++; // what is handed on was computed before
    return value;
  }

  #column(typed: Typed): NumericColumn | CodedColumn | Bits {
    if (typed.kind === 'flag') return this.#step(this.#program.planner.flags(typed));
    if (isNumeric(typed.kind)) {
      const values = this.#step(this.#program.planner.column(typed));
      return { form: 'numeric', values };
    }
    const { codes, values } = this.#step(this.#program.planner.coded(typed));
    const wide = codes instanceof Uint32Array ? codes : Uint32Array.from(codes);
    return { form: 'coded', codes: wide, dictionary: new Dictionary(values) };
  }

  #result(declaration: CheckedDeclaration): Result {
    const { name, span } = declaration;
    switch (declaration.kind) {
      case 'metric': {
        const { value } = declaration;
        return { kind: 'metric', name, span, valueKind: value.kind, column: this.#column(value) };
      }
      case 'tier': {
        const { codes } = this.#step(this.#program.planner.declared(declaration)) as Coded;
        const levels = declaration.levels.map(level => level.name);
        return { kind: 'tier', name, span, levels, codes: codes as Uint8Array };
      }
      case 'tag':
        return { kind: 'tag', name, span, weight: declaration.weight, bits: this.#bits(declaration) };
      case 'segment':
        return { kind: 'segment', name, span, bits: this.#bits(declaration), group: declaration.group };
      case 'action': {
        const { target, priority, within, message, targeted, stages, details } = declaration;
        const flags = (typed: Typed | null) => typed && this.#step(this.#program.planner.flags(typed));
        const money = (typed: Typed | null) => typed && (this.#column(typed) as NumericColumn);
        const asked = {
          targeted: flags(targeted),
          eligible: flags(stages.eligible),
          applicable: flags(stages.applicable),
        };
        const suitable = flags(stages.suitable);
        const others = Object.values(asked).filter(bits => bits !== null);
        return {
          ...{ kind: 'action', name, span, target, priority, within, message, details },
          bits: this.#bits(declaration),
          stages: { ...asked, suitable },
          avoided: suitable && others.reduce((left, bits) => left.and(bits), suitable.not()),
          value: money(declaration.value),
          cost: money(declaration.cost),
          success: flags(declaration.success),
        };
      }
    }
  }

  #bits(declaration: CheckedDeclaration): Bits {
    return this.#step(this.#program.planner.declared(declaration)) as Bits;
  }
}

function planDeclaration(plan: Planner, declaration: CheckedDeclaration): Step<unknown> {
  if (declaration.kind === 'tier') return planTier(plan, declaration);
  if (declaration.kind === 'metric') return plan.numbers(declaration.value);
  return plan.flags(declaration.when);
}
