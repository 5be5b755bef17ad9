import { isNumeric } from '../types.ts';
import type { Atom, Levers, RowsLever } from './atoms.ts';
import type { RowsEdit } from './change.ts';
import { likelyRow } from './likely.ts';
import { leastCount, nearestValue, rounded, type Sought } from './seek.ts';
import type { Trial } from './trial.ts';

/** More rows than anybody waits for. */
const mostRows = 100;

/** The least and the greatest answer that a survey takes: the ends make the difference soonest. */
const scales: Readonly<Record<string, readonly number[]>> = { csat: [5, 1], nps: [10, 0] };

/** Orders and interactions to come that turn an atom: as few as possible, or one of the least amount. */
export function rowEdits(trial: Trial, atom: Atom, { rows, texts }: Levers): RowsEdit[] {
  return rows.flatMap(lever => editsOf(trial, atom, lever, texts)).filter(edit => edit !== null);
}

function editsOf(
  trial: Trial,
  atom: Atom,
  { rows, sum }: RowsLever,
  texts: readonly string[],
): (RowsEdit | null)[] {
  const { of, value } = rows;
  const { columns, asked } = likelyRow(rows, trial.usualAmount, trial.situation);
  const usual: RowsEdit = { kind: 'rows', of, count: 1, columns, vary: null, adds: false, asked };
  const field = value?.form === 'column' && value.field.id !== 'day' ? value.field : null;
  if (!field) return [fewest(trial, atom, usual)];
  const values = isNumeric(field.kind) ? scales[field.id] : texts;
  if (values) return values.map(each => fewest(trial, atom, varied(usual, field.id, each)));
  return [fewest(trial, atom, usual), telling(trial, atom, { ...usual, adds: sum }, field.id)];
}

function varied(edit: RowsEdit, vary: string, value: number | string): RowsEdit {
  return { ...edit, columns: { ...edit.columns, [vary]: value }, vary };
}

function turns(trial: Trial, atom: Atom, edit: RowsEdit): boolean {
  return atom.read(trial.after(edit)) !== atom.read(trial.now);
}

/** As few such rows as turn the atom. */
function fewest(trial: Trial, atom: Atom, one: RowsEdit): RowsEdit | null {
  const count = leastCount(tried => turns(trial, atom, { ...one, count: tried }), mostRows);
  return count === null ? null : { ...one, count };
}

/** One such row with the value that turns the atom. */
function telling(trial: Trial, atom: Atom, one: RowsEdit, vary: string): RowsEdit | null {
  const sought: Sought = {
    start: 0,
    least: 1,
    step: vary === 'amount' ? trial.unit : 1,
    guesses: atom.bounds(trial.now),
    test: value => turns(trial, atom, varied(one, vary, value)),
    gap: value => atom.gap(trial.after(varied(one, vary, value))),
  };
  const value = nearestValue(sought);
  return value === null ? null : varied(one, vary, rounded(value, sought));
}
