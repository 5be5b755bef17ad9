import { minorDigits } from '../../i18n/index.ts';
import { type Inside, insideAnew, insideOf, type Run } from '../evaluate.ts';
import type { Typed } from '../types.ts';
import { type Atom, decidingAtoms, leversOf } from './atoms.ts';
import type { Change, Edit } from './change.ts';
import { fieldEdits } from './fieldEdits.ts';
import { days, type Outcome, outcomeOf, wait } from './later.ts';
import { usualAmountOf } from './likely.ts';
import { declarationNamed } from './parts.ts';
import { rowEdits } from './rowEdits.ts';
import { type Situation, situationOf, withField, withRows } from './situation.ts';
import { type Timing, timingOf } from './timing.ts';
import type { Trial } from './trial.ts';

/** As many changes as somebody would read. */
const told = 6;
/** First steps of a change of two. */
const tracked = 8;
/** Runs of one row after which no further pairs are looked for. */
const patience = 1500;
const horizonDays = 400;

/**
 * What would change a declaration's outcome for a customer: the nearest changes first, of one or two steps. Each was
 * applied to a copy of the customer's facts and turned the outcome there, with the statistics of the run. [] for
 * metrics, unknown names, and where nothing near enough does.
 */
export function flips(run: Run, name: string, row: number): Change[] {
  const inside = insideOf(run);
  const declaration = declarationNamed(inside, name);
  if (!declaration || declaration.kind === 'metric') return [];
  const outcome = outcomeOf(inside, declaration);
  return new Search(run, inside, row, outcome).changes();
}

/** A customer's facts, day and earlier levels after a change, to evaluate the rules over. */
export function situationAfter(run: Run, name: string, row: number, edits: readonly Edit[]): Situation {
  const inside = insideOf(run);
  const declaration = declarationNamed(inside, name);
  if (!declaration || declaration.kind === 'metric') throw new Error(`${name} has no outcome to change`);
  const { timing } = outcomeOf(inside, declaration);
  return edits.reduce((now, edit) => applied(run, now, edit, timing), situationOf(inside, row));
}

function applied(run: Run, situation: Situation, edit: Edit, timing: Timing): Situation {
  switch (edit.kind) {
    case 'rows':
      return withRows(situation, edit.of, edit.columns, edit.count);
    case 'field':
      return withField(situation, edit.field, edit.value);
    case 'wait':
      return wait(run, situation, edit.days, timing);
  }
}

interface Step {
  readonly edit: Edit;
  readonly situation: Situation;
  readonly cost: number;
  readonly verdict: Outcome;
}

class Search {
  readonly #run: Run;
  readonly #inside: Inside;
  readonly #start: Situation;
  readonly #root: Typed;
  readonly #timing: Timing;
  readonly #read: (one: Inside) => Outcome;
  readonly #unit: number;
  readonly #usualAmount: number;
  #looked = 0;

  constructor(run: Run, inside: Inside, row: number, { root, timing, read }: ReturnType<typeof outcomeOf>) {
    this.#run = run;
    this.#inside = inside;
    this.#start = situationOf(inside, row);
    this.#root = root;
    this.#timing = timing;
    this.#read = read;
    this.#unit = 10 ** minorDigits(inside.checked.world.currency);
    this.#usualAmount = usualAmountOf(inside, row, this.#unit);
  }

  changes(): Change[] {
    const now = this.#read(this.#look(this.#start));
    const steps = this.#steps(this.#start);
    const found = steps
      .filter(step => step.verdict !== now)
      .map(({ edit, cost, verdict }): Change => ({ edits: [edit], verdict, cost }));
    const first = steps.filter(step => step.verdict === now).sort((a, b) => a.cost - b.cost);
    for (const step of first.slice(0, tracked)) {
      if (found.length >= told || this.#looked > patience) break;
      const alone = new Set(
        found.flatMap(({ edits }) => (edits.length === 1 ? [JSON.stringify(edits[0])] : [])),
      );
      for (const { edit, cost, verdict } of this.#steps(step.situation)) {
        if (verdict === now || alone.has(JSON.stringify(edit))) continue;
        found.push({ edits: [step.edit, edit], verdict, cost: step.cost + cost + 1 });
      }
    }
    return nearest(found);
  }

  #look(situation: Situation): Inside {
    this.#looked++;
    return insideAnew(this.#run, situation);
  }

  /** The edits that turn one of the atoms which decide in a situation, and what the outcome then is. */
  #steps(situation: Situation): Step[] {
    const now = this.#look(situation);
    const apply = (edit: Edit) => applied(this.#run, situation, edit, this.#timing);
    const trial: Trial = {
      inside: this.#inside,
      situation,
      now,
      usualAmount: this.#usualAmount,
      unit: this.#unit,
      after: edit => this.#look(apply(edit)),
    };
    const edits = new Map<string, Edit>();
    const enter = (edit: Edit) => edits.set(JSON.stringify(edit), edit);
    for (const atom of decidingAtoms(now, this.#root)) {
      const levers = leversOf(this.#inside, atom.typed);
      for (const edit of rowEdits(trial, atom, levers)) enter(edit);
      for (const edit of fieldEdits(trial, atom, levers)) enter(edit);
      const waiting = this.#waiting(trial, atom);
      if (waiting > 0) enter({ kind: 'wait', days: waiting });
    }
    return [...edits.values()].map(edit => {
      const next = apply(edit);
      return { edit, situation: next, cost: this.#cost(edit), verdict: this.#read(this.#look(next)) };
    });
  }

  /** In how many days time alone turns an atom; 0 where it does not. */
  #waiting({ situation, now }: Trial, atom: Atom): number {
    const before = atom.read(now);
    const timing = timingOf(this.#inside, [atom.typed]);
    for (const later of days(this.#run, situation, timing, situation.asOf + horizonDays)) {
      this.#looked++;
      if (atom.read(later) !== before) return later.asOf - situation.asOf;
    }
    return 0;
  }

  #cost(edit: Edit): number {
    if (edit.kind === 'wait') return 0.5 + edit.days / 30;
    if (edit.kind === 'field') return edit.valueKind === 'texts' ? 1.5 : edit.value === null ? 6 : 3;
    if (edit.vary === 'amount') return 1 + Number(edit.columns.amount) / this.#usualAmount / 2;
    return edit.count;
  }
}

/** The nearest first; a pair whose steps are of the same sorts as a nearer change's says nothing new. */
function nearest(found: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const change of [...found].sort((a, b) => a.cost - b.cost)) {
    const sorts = change.edits.map(sortOf);
    const known = kept.some(each => {
      return each.verdict === change.verdict && each.edits.every(edit => sorts.includes(sortOf(edit)));
    });
    if (!known || change.edits.every(edit => edit.kind === 'field')) kept.push(change);
    if (kept.length === told) break;
  }
  return kept;
}

function sortOf(edit: Edit): string {
  if (edit.kind === 'wait') return 'wait';
  if (edit.kind === 'field') return `field ${edit.field}`;
  return JSON.stringify([edit.of, edit.vary, { ...edit.columns, amount: 0 }]);
}
