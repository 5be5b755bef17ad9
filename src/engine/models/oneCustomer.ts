import type { Column, Day, Facts, Frame, MetricResult } from '../../domain/index.ts';
import { fieldOf } from '../../domain/index.ts';
import type { BaseState } from '../../store/index.ts';
import { type ColumnModel, columnModels } from './columns.ts';

/**
 * What the models say of one customer. Those that can say it of this row alone are asked for nothing more; of the
 * others `readField` reads a field of the whole base.
 */
export function modelNumbers(
  frame: Frame,
  row: number,
  asOf: Day,
  state: BaseState,
  readField: (id: string) => number | string | null,
): MetricResult[] {
  const own: Frame = {
    size: 1,
    customers: {},
    orders: factsOf(frame.orders, row),
    interactions: factsOf(frame.interactions, row),
  };
  const around = { key: '', ownFields: [], at: () => own };
  return (columnModels as readonly ColumnModel<unknown>[]).flatMap(model => {
    const kept = model.read(state.models[model.id]);
    if (kept === null) return [];
    const columns = model.isOfOne ? model.columns(own, asOf, kept, state.currency, around) : null;
    return (model.shown ?? []).map((name): MetricResult => {
      const value = columns ? firstOf(columns[name]) : readField(name);
      const interval = value === null ? null : model.interval?.(name, own, asOf, kept);
      return { name, kind: fieldOf('customer', name).kind, value, ...(interval ? { interval } : {}) };
    });
  });
}

function firstOf(column: Column | undefined): number | string | null {
  if (column?.form === 'numeric') return Number.isNaN(column.values[0]!) ? null : column.values[0]!;
  return column?.form === 'coded' && column.codes[0]! > 0
    ? column.dictionary.values[column.codes[0]!]!
    : null;
}

/** The facts of one customer, as those of a base of one. */
function factsOf({ offsets, day, columns }: Facts, row: number): Facts {
  const [begin, end] = [offsets[row]!, offsets[row + 1]!];
  return {
    offsets: Uint32Array.of(0, end - begin),
    day: day.slice(begin, end),
    columns: Object.fromEntries(
      Object.entries(columns).map(([id, column]) => [
        id,
        column.form === 'numeric'
          ? { ...column, values: column.values.slice(begin, end) }
          : { ...column, codes: column.codes.slice(begin, end) },
      ]),
    ),
  };
}
