import { fieldNamed, foldSpelling, type ValueKind } from '../domain/index.ts';
import { evaluateField } from '../rules/index.ts';
import type { Evaluation } from './evaluating.ts';
import type { Values } from './numbers.ts';

/** Values of all customers by row, and what they mean. */
export interface NamedColumn {
  readonly kind: ValueKind;
  readonly values: Values;
}

const fieldColumns = new WeakMap<object, Map<string, NamedColumn>>();

/** A metric of the text, or a customer field of the catalogue, by any of its names; null where it is neither. */
export function columnNamed({ run, base, asOf }: Evaluation, name: string): NamedColumn | null {
  const folded = foldSpelling(name);
  const own = run.results.find(each => each.kind === 'metric' && foldSpelling(each.name) === folded);
  if (own?.kind === 'metric') return { kind: own.valueKind, values: own.column };
  const field = fieldNamed(name, 'customer', base.ownFields);
  if (!field || field.place === 'row' || field.kind === 'texts') return null;
  const kept = fieldColumns.get(base.frame) ?? new Map<string, NamedColumn>();
  fieldColumns.set(base.frame, kept);
  const key = `${asOf} ${field.id}`;
  const column = kept.get(key) ?? {
    kind: field.kind,
    values: evaluateField(field.id, base.frame, asOf, base.ownFields),
  };
  kept.set(key, column);
  return column;
}

/** The value of a column at a row: number, text, null where it is not known. */
export function valueIn({ values }: NamedColumn, row: number): number | string | null {
  if (!('form' in values)) return +values.has(row);
  if (values.form === 'coded') return values.dictionary.values[values.codes[row]!] || null;
  const value = values.values[row]!;
  return Number.isNaN(value) ? null : value;
}
