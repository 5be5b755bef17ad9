import { type Day, type Frame, fieldNamed, type OwnField, type ValueKind } from '../../domain/index.ts';
import type { Measured } from '../../models/index.ts';
import { type CheckedMetric, evaluate, evaluateField } from '../../rules/index.ts';
import { checkText } from '../evaluating.ts';
import { numbersIn } from '../numbers.ts';

/** A measure that can be read of a base. */
export interface Measure {
  readonly kind: ValueKind;
  /** The number of every customer as it was known at a day, NaN where there was none. */
  on(frame: Frame, asOf: Day): Float64Array;
}

/** Kinds of which a larger value is more of something. */
const measurable: readonly ValueKind[] = ['number', 'money', 'share', 'days'];

/** The measure over a base with these fields of its own; null where what it names is gone or is no number. */
export function measureOf(
  measured: Measured,
  frame: Frame,
  ownFields: readonly OwnField[],
  currency: string,
): Measure | null {
  return measured.is === 'field'
    ? fieldMeasure(measured.id, ownFields)
    : metricMeasure(measured, frame, ownFields, currency);
}

function fieldMeasure(id: string, ownFields: readonly OwnField[]): Measure | null {
  const field = fieldNamed(id, 'customer', ownFields);
  if (field?.id !== id || field.place === 'row' || !measurable.includes(field.kind)) return null;
  return { kind: field.kind, on: (frame, asOf) => numbersIn(evaluateField(id, frame, asOf, ownFields))! };
}

function metricMeasure(
  { name, text }: Extract<Measured, { is: 'metric' }>,
  frame: Frame,
  ownFields: readonly OwnField[],
  currency: string,
): Measure | null {
  const checked = checkText(text, { frame, ownFields }, currency);
  const metric = checked.declarations.find(
    (each): each is CheckedMetric => each.kind === 'metric' && each.name === name,
  );
  if (!metric || !measurable.includes(metric.value.kind)) return null;
  return {
    kind: metric.value.kind,
    on: (of, asOf) => {
      const result = evaluate(checked, of, { asOf }).results.find(each => each.name === name);
      return result?.kind === 'metric'
        ? numbersIn(result.column)!
        : new Float64Array(of.size).fill(Number.NaN);
    },
  };
}
