import type { Facts } from '../../domain/index.ts';
import type { Comparison } from '../compare.ts';
import type { Inside } from '../evaluate.ts';
import type { Rows, Typed, TypedOperation } from '../types.ts';
import { values } from './parts.ts';
import type { Situation } from './situation.ts';

type Columns = Record<string, number | string>;

/** An order or interaction that `rows` would count: a usual one, bent to what the rule asks of it. */
export function likelyRow(
  rows: Rows,
  usualAmount: number,
  { frame }: Situation,
): { columns: Readonly<Columns>; asked: readonly string[] } {
  const columns: Columns = {};
  if (rows.of === 'order') {
    columns.amount = usualAmount;
    columns.quantity = 1;
    columns.status = 'paid';
    columns.repeat = frame.orders.day.length > 0 ? 1 : 0;
  } else columns.kind = 'consultation';
  const usual = { ...columns };
  if (rows.where) bend(rows.where, true, columns);
  return { columns, asked: Object.keys(columns).filter(id => columns[id] !== usual[id]) };
}

/** What an order of this customer usually comes to: their own mean, else that of a thousand orders of the base. */
export function usualAmountOf({ frame }: Inside, row: number, unit: number): number {
  const { orders } = frame;
  const own = meanAmount(orders, orders.offsets[row]!, orders.offsets[row + 1]!, 1);
  const size = orders.day.length;
  const usual = Number.isNaN(own) ? meanAmount(orders, 0, size, Math.ceil(size / 1000)) : own;
  return Math.max(1, Math.round((Number.isNaN(usual) ? 100 * unit : usual) / unit)) * unit;
}

function meanAmount({ columns }: Facts, from: number, to: number, step: number): number {
  const amount = columns.amount;
  if (amount?.form !== 'numeric') return Number.NaN;
  let sum = 0;
  let count = 0;
  for (let row = from; row < to; row += step) {
    const value = amount.values[row]!;
    if (!(value > 0)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? Number.NaN : sum / count;
}

/** Sets columns so that a row's condition comes out as wanted, as far as that can be read off it. */
function bend(where: Typed, wanted: boolean, columns: Columns): void {
  if (where.form === 'column') {
    columns[where.field.id] = wanted ? 1 : 0;
    return;
  }
  if (where.form !== 'operation') return;
  const { id } = where.construct;
  if (id === 'not') bend(where.operands[0]!, !wanted, columns);
  else if (id === 'and' || id === 'or') {
    const all = (id === 'and') === wanted;
    for (const part of all ? where.operands : where.operands.slice(0, 1)) bend(part, wanted, columns);
  } else bendTest(where, wanted, columns);
}

const opposites: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  '>=': '<',
  '<': '>=',
  '>': '<=',
  '<=': '>',
  in: 'notIn',
  notIn: 'in',
  isKnown: 'isUnknown',
  isUnknown: 'isKnown',
};

const steps: Readonly<Record<Comparison, number>> = { '=': 0, '!=': 1, '>=': 0, '<=': 0, '>': 1, '<': -1 };

function bendTest(test: TypedOperation, wanted: boolean, columns: Columns): void {
  const [value, ...bounds] = values(test);
  const id = wanted ? test.construct.id : (opposites[test.construct.id] ?? '');
  const [bound] = bounds;
  if (value?.form !== 'column') return;
  const { field } = value;
  if (id === 'isUnknown') delete columns[field.id];
  if (bound?.form === 'texts') {
    const text = wordFor(
      id,
      bound.values,
      (field.values ?? []).map(each => each.id),
    );
    if (text !== undefined) columns[field.id] = text;
  }
  if (bound?.form === 'constant') columns[field.id] = bound.value + (steps[id as Comparison] ?? 0);
}

function wordFor(id: string, named: readonly string[], closed: readonly string[]): string | undefined {
  if (id === '=' || id === 'in' || id === 'contains') return named[0];
  if (id === '!=' || id === 'notIn')
    return closed.find(each => !named.includes(each)) ?? `${named.join(' ')} +`;
  return id === 'isKnown' ? closed[0] : undefined;
}
