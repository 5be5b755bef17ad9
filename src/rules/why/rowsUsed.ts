import type { Facts } from '../../domain/index.ts';
import { windowDays } from '../calendar.ts';
import type { Inside } from '../evaluate.ts';
import { factsOf } from '../plan.ts';
import { isNumeric, type Rows } from '../types.ts';
import type { RowsUsed, RowUsed } from './proof.ts';

const shown = 20;

/** The rows of one customer that an aggregate counted, read off the steps that it was computed by. */
export function rowsUsed(inside: Inside, rows: Rows, row: number): RowsUsed {
  const { planner, frame, asOf } = inside;
  const facts = factsOf(frame, rows.of);
  const { starts, ends } = inside.read(planner.range(rows.of, rows.window));
  const filter = inside.read(planner.filter(rows));
  const numeric = rows.value && isNumeric(rows.value.kind) ? rows.value : null;
  const taken = numeric && inside.read(planner.column(numeric));
  const first = facts.offsets[row]!;
  const found: RowUsed[] = [];
  let counted = 0;
  for (let at = ends[row]! - 1; at >= starts[row]!; at--) {
    const value = taken ? taken[at]! : null;
    if ((filter && !filter.has(at)) || (value !== null && Number.isNaN(value))) continue;
    counted++;
    if (found.length < shown) {
      found.push({ index: at - first, day: facts.day[at]!, value, amount: amountAt(facts, at) });
    }
  }
  const [from, to] = rows.window ? windowDays(asOf, rows.window) : [null, asOf];
  return {
    of: rows.of,
    from,
    to,
    counted,
    among: ends[row]! - starts[row]!,
    rows: found,
  };
}

function amountAt(facts: Facts, at: number): number | null {
  const amount = facts.columns.amount;
  if (amount?.form !== 'numeric' || Number.isNaN(amount.values[at])) return null;
  return amount.values[at]!;
}
