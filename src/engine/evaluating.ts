import type { Bits, Day, Dictionary, Frame, Note, Override, Subject } from '../domain/index.ts';
import { Problem } from '../domain/index.ts';
import {
  type Checked,
  check,
  type Decided,
  evaluate,
  evaluateField,
  parse,
  type Run,
  type World,
} from '../rules/index.ts';
import type { Base } from '../store/index.ts';
import type { Context } from './context.ts';
import { decidedOf, groupsOf, previousTiersOf } from './review/decided.ts';

/** A rule text evaluated over the base at a day, and what was to be said of the text. */
export interface Evaluation {
  readonly text: string;
  readonly base: Base;
  readonly asOf: Day;
  readonly run: Run;
  /** What people decided, as the run has it. */
  readonly decided: Decided | undefined;
  readonly notes: readonly Note[];
  /** Milliseconds in the evaluator. */
  readonly took: number;
}

/** Evaluates rule texts, keeping the last evaluation so that the next one only computes what is new. */
export class Evaluator {
  readonly #context: Context;
  #last: (Evaluation & { readonly standing: readonly Override[] }) | undefined;
  #decided: { of: readonly Override[]; base: Base; groups: string; decided: Decided | undefined } | undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * Evaluates `text` at the user's day. Rules with errors are left out of the run and named in the notes. `tried`:
   * decisions of people in the place of those that are in force.
   */
  async evaluate(text: string, tried?: readonly Override[]): Promise<Evaluation> {
    const state = await this.#context.state();
    const asOf = await this.#context.day();
    const base = await this.#context.modelled();
    const standing = tried ?? (await this.#context.standing());
    const last = this.#last;
    const isSame = last && last.base === base && last.asOf === asOf;
    if (isSame && last.text === text && last.standing === standing) return last;
    const results = await this.#context.results();
    const checked = checkText(text, base, state.currency);
    const decided = this.#decide(standing, base, checked);
    const started = performance.now();
    const run = evaluate(checked, base.frame, {
      asOf,
      previousTiers: previousTiersOf(results, await this.#context.overrides(), base.ids),
      ...(decided && { decided }),
      ...(isSame && { reuse: last.run }),
    });
    const took = performance.now() - started;
    this.#last = { text, base, asOf, run, decided, notes: checked.notes, took, standing };
    return this.#last;
  }

  /** The same object for the same decisions, so that what follows from them is not computed again. */
  #decide(of: readonly Override[], base: Base, checked: Checked): Decided | undefined {
    const byName = groupsOf(checked);
    const groups = JSON.stringify([...byName]);
    const known = this.#decided;
    if (known?.of === of && known.base === base && known.groups === groups) return known.decided;
    this.#decided = { of, base, groups, decided: decidedOf(of, base.ids, byName) };
    return this.#decided.decided;
  }
}

/** Parses and checks a text against the base's own values. */
export function checkText(text: string, base: Pick<Base, 'frame' | 'ownFields'>, currency: string): Checked {
  const world: World = {
    currency,
    fields: base.ownFields,
    dictionary: (of, field) => dictionaryOf(base.frame, of, field),
  };
  return check(parse(text), world);
}

/** The dictionary of a coded column, null where the field is none. */
export function dictionaryOf(frame: Frame, of: Subject, field: string): Dictionary | null {
  const columns =
    of === 'customer' ? frame.customers : of === 'order' ? frame.orders.columns : frame.interactions.columns;
  const column = columns[field];
  return column && column.form !== 'numeric' ? column.dictionary : null;
}

/** Throws the Problem 'rulesHaveErrors' where a note on `text` is an error. */
export function refuseErrors(text: string, notes: readonly Note[]): void {
  // what refers to a broken declaration is mended with it
  const errors = notes.filter(({ severity, code }) => severity === 'error' && code !== 'brokenReference');
  if (errors.length === 0) return;
  const first = Math.min(...errors.map(note => note.span[0]));
  throw new Problem('rulesHaveErrors', {
    count: errors.length,
    line: text.slice(0, first).split('\n').length,
  });
}

const moneyOf = new WeakMap<Frame, { asOf: Day; values: Float64Array }>();

/** What each customer has paid up to the day, minor units, 0 for those who never paid. */
export function moneyByRow(base: Base, asOf: Day): Float64Array {
  const known = moneyOf.get(base.frame);
  if (known && known.asOf === asOf) return known.values;
  const column = evaluateField('monetary', base.frame, asOf);
  if (column.form !== 'numeric') throw new Error('money is a number');
  const { values } = column;
  moneyOf.set(base.frame, { asOf, values });
  return values;
}

/** Sum of `values` over the rows of a set; unknown values count as 0. */
export function sumOver(bits: Bits, values: Float64Array): number {
  let total = 0;
  for (const row of bits.rows()) total += values[row] || 0;
  return total;
}
