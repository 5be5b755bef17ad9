import type { Atom, Levers } from './atoms.ts';
import type { RowsEdit } from './change.ts';
import { likelyRow } from './likely.ts';
import { leastCount, nearestValue, rounded, type Sought } from './seek.ts';
import type { Trial } from './trial.ts';

/** More rows than anybody waits for. */
const mostRows = 100;

/** The least and the greatest answer that a survey takes: the ends make the difference soonest. */
const scales: Readonly<Record<string, readonly number[]>> = { csat: [5, 1], nps: [10, 0] };

/** Orders and interactions to come that turn an atom: as few as possible, or one of the least amount. */
export function rowEdits(trial: Trial, atom: Atom, { rows }: Levers): RowsEdit[] {
  return rows
    .flatMap(({ rows: each, sum }) => {
      const { columns, asked } = likelyRow(each, trial.usualAmount, trial.situation);
      const usual: RowsEdit = {
        kind: 'rows',
        of: each.of,
        count: 1,
        columns,
        vary: null,
        adds: false,
        asked,
      };
      const valued = each.value?.form === 'column' ? each.value.field.id : null;
      const scale = valued === null ? undefined : scales[valued];
      if (scale) return scale.map(value => fewest(trial, atom, varied(usual, valued!, value)));
      const valuable = valued !== null && valued !== 'day';
      return [
        fewest(trial, atom, usual),
        valuable ? telling(trial, atom, { ...usual, adds: sum }, valued) : null,
      ];
    })
    .filter(edit => edit !== null);
}

function varied(edit: RowsEdit, vary: string, value: number): RowsEdit {
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
