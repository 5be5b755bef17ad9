import { Bits, type Field, fields, type Override } from '../../domain/index.ts';
import {
  type CommonColumn,
  type CommonCondition,
  commonCondition,
  LEAST_IN_COMMON,
} from '../../models/index.ts';
import type { Result } from '../../rules/index.ts';
import { columnNamed } from '../columns.ts';
import type { Evaluation } from '../evaluating.ts';
import { numbersIn } from '../numbers.ts';
import { rowsOfIds, ruledAt } from './decided.ts';

/** What those who were moved by hand have in common, as a rule would say it. */
export interface InCommon extends Omit<CommonCondition, 'id' | 'value'> {
  readonly field: Field;
  readonly value: number | string;
}

/** How far people have come to decide otherwise than a rule. */
export interface Drift {
  /** Customers for whom a person decided otherwise than the rule does, of those whom the rule is about. */
  readonly moved: number;
  readonly among: number;
  readonly common: InCommon | null;
}

/** The drift of a rule: how many were moved against it, of how many, and what they have in common. */
export function driftOf(evaluation: Evaluation, result: Result, standing: readonly Override[]): Drift {
  const moved = movedRows(evaluation, standing);
  const within = ruledRows(evaluation, result).or(moved);
  const told = { moved: moved.count(), among: within.count() };
  const candidates = told.moved >= LEAST_IN_COMMON ? candidatesIn(evaluation) : [];
  const columns = candidates.map(({ column }) => column);
  const found = commonCondition(columns, moved, within);
  const candidate = found && candidates.find(({ column }) => column.id === found.id);
  if (!found || !candidate) return { ...told, common: null };
  const { id: _, value, ...rest } = found;
  return { ...told, common: { ...rest, field: candidate.field, value: candidate.texts?.[value] ?? value } };
}

/** Whom the rule itself is about: its members by the rule alone. */
function ruledRows({ run }: Evaluation, { name }: Result): Bits {
  const ruled = run.ruled(name);
  if (ruled instanceof Uint8Array) return Bits.from(run.size, row => ruled[row] !== 0);
  return ruled ?? new Bits(run.size);
}

/** Whom a person put elsewhere than the rule does. */
export function movedRows({ run, base }: Evaluation, standing: readonly Override[]): Bits {
  const rows = rowsOfIds(base.ids);
  const moved = new Bits(run.size);
  for (const override of standing) {
    const row = rows.get(override.customer);
    if (row === undefined) continue;
    const ruled = ruledAt(run, override, row);
    if (ruled !== undefined && ruled !== override.to) moved.add(row);
  }
  return moved;
}

interface Candidate {
  readonly field: Field;
  readonly column: CommonColumn;
  readonly texts: readonly string[] | null;
}

/** What is known of everybody and may be in common: the catalogue's fields of a customer and the workspace's own. */
function candidatesIn(evaluation: Evaluation): Candidate[] {
  const own = evaluation.base.ownFields;
  const candidates = [...fields, ...own].filter(
    ({ of, kind, place }) => of === 'customer' && place !== 'row' && place !== 'model' && kind !== 'texts',
  );
  return candidates.flatMap((field): Candidate[] => {
    const named = columnNamed(evaluation, field.id);
    if (!named) return [];
    const { values } = named;
    if ('form' in values && values.form === 'coded') {
      const { codes, dictionary } = values;
      const texts = dictionary.values;
      return [{ field, column: { id: field.id, form: 'coded', codes, texts: texts.length }, texts }];
    }
    const numbers = numbersIn(values);
    return numbers
      ? [{ field, column: { id: field.id, form: 'numeric', values: numbers }, texts: null }]
      : [];
  });
}
