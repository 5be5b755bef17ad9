import type { NumericColumn } from '../../domain/index.ts';

/** A column of numbers of which none is known: that of a model of which nothing is published. */
export function unknownColumn(size: number): NumericColumn {
  return { form: 'numeric', values: new Float64Array(size).fill(Number.NaN) };
}
