import type { Bits } from '../domain/index.ts';
import {
  arithmetic,
  countIn,
  extremeIn,
  firstDayIn,
  inRange,
  lastDayIn,
  type Totals,
  totalsIn,
} from './kernels.ts';
import type { Planner, Step } from './plan.ts';
import { distinctCodes, distinctValues, rowAt } from './rowKernels.ts';
import { isNumeric, type Rows, type Typed } from './types.ts';
import type { Outcome, Typing } from './units.ts';

type Column = Step<Float64Array<ArrayBuffer>>;

/** Checks that an aggregate got rows, with or without a number of each. Null after a fault. */
export function rowsOperand(
  name: string,
  operands: readonly Typed[],
  value: 'needed' | 'optional' | 'none',
  typing: Typing,
): Rows | null {
  const [rows] = operands;
  if (rows?.form !== 'rows') {
    return typing.fault('aggregateNeedsRows', { function: name }, rows?.node ?? typing.node);
  }
  if (value === 'needed' && !rows.value)
    return typing.fault('aggregateNeedsField', { function: name }, rows.node);
  if (value === 'none' && rows.value)
    return typing.fault('aggregateTakesRows', { function: name }, rows.node);
  if (value === 'needed' && !isNumeric(rows.value!.kind)) {
    return typing.fault('aggregateNeedsNumber', { function: name, kind: rows.value!.kind }, rows.node);
  }
  return rows;
}

/** The outcome of an aggregate that keeps the kind of its field; sums of dates mean nothing. */
export function fieldOutcome(
  name: string,
  operands: readonly Typed[],
  dates: boolean,
  typing: Typing,
): Outcome | null {
  const rows = rowsOperand(name, operands, 'needed', typing);
  if (!rows) return null;
  if (!dates && rows.value!.kind === 'date') {
    return typing.fault('aggregateNeedsNumber', { function: name, kind: 'date' }, rows.node);
  }
  return { kind: rows.value!.kind, operands };
}

/** How many rows there are; with a field, how many of them have it. */
export function planCount(plan: Planner, rows: Rows): Column {
  const filter = rows.value ? knownFilter(plan, rows, rows.value) : plan.filter(rows);
  return plan.step('count', [plan.range(rows.of, rows.window), filter], (_, range, taken) =>
    countIn(range, taken),
  );
}

function planTotals(plan: Planner, rows: Rows): Step<Totals> {
  const inputs = [plan.range(rows.of, rows.window), plan.column(rows.value!), plan.filter(rows)] as const;
  return plan.step('totals', inputs, (_, range, values, taken) => totalsIn(range, values, taken));
}

/** The sum of the known values; 0 over nothing. */
export function planSum(plan: Planner, rows: Rows): Column {
  return plan.step('sum', [planTotals(plan, rows)], (_, { sums }) => sums);
}

/** The mean of the known values; unknown over nothing. */
export function planAverage(plan: Planner, rows: Rows): Column {
  return plan.step('average', [planTotals(plan, rows)], (_, { sums, counts }) => ratio(sums, counts));
}

/** The share of the rows that pass the condition, among all rows of the window. */
export function planShare(plan: Planner, rows: Rows): Column {
  const counts = [planCount(plan, rows), planCount(plan, { ...rows, where: null })] as const;
  return plan.step('ratio', counts, (_, taken, all) => ratio(taken, all));
}

function ratio(above: Float64Array<ArrayBuffer>, below: Float64Array<ArrayBuffer>) {
  return arithmetic('/', above, below) as Float64Array<ArrayBuffer>;
}

/** The least (1) or greatest (-1) known value; unknown over nothing. */
export function planExtreme(plan: Planner, rows: Rows, sign: 1 | -1): Column {
  const range = plan.range(rows.of, rows.window);
  const values = plan.numbers(rows.value!) as Step<Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>;
  const inOrder = rows.value!.form === 'column' && rows.value!.field.id === 'day';
  return plan.step(`extreme:${sign}`, [range, values, plan.filter(rows)], (_, found, column, taken) => {
    if (!inOrder) return extremeIn(found, column, taken, sign);
    const day = column as Int32Array;
    return sign === 1 ? firstDayIn(found, day, taken) : lastDayIn(found, day, taken);
  });
}

/** How many different known values there are. */
export function planDistinct(plan: Planner, rows: Rows): Column {
  const range = plan.range(rows.of, rows.window);
  const filter = plan.filter(rows);
  if (isNumeric(rows.value!.kind)) {
    return plan.step('distinct', [range, plan.numbers(rows.value!), filter], (_, found, values, taken) => {
      return distinctValues(found, values as Float64Array, taken);
    });
  }
  return plan.step('distinct', [range, plan.coded(rows.value!), filter], (_, found, coded, taken) => {
    return distinctCodes(found, coded.codes, coded.values.length, taken);
  });
}

/** The mean number of days from one row to the next; unknown for fewer than two. */
export function planGap(plan: Planner, rows: Rows): Column {
  const [first, last] = [planPlace(plan, rows, 1), planPlace(plan, rows, -1)];
  const day = plan.numbers(rows.value!);
  const count = planCount(plan, { ...rows, value: null });
  return plan.step('gap', [first, last, day, count], (_, from, to, days, counts) => {
    const gaps = new Float64Array(counts.length);
    for (let i = 0; i < gaps.length; i++) {
      const rowsThere = counts[i]!;
      const span = rowsThere < 2 ? 0 : (days as Float64Array)[to[i]!]! - (days as Float64Array)[from[i]!]!;
      gaps[i] = rowsThere < 2 ? Number.NaN : span / (rowsThere - 1);
    }
    return gaps;
  });
}

/** The number of each customer's first (1) or last (-1) row, -1 for none. */
export function planPlace(plan: Planner, rows: Rows, direction: 1 | -1): Step<Int32Array<ArrayBuffer>> {
  const range = plan.range(rows.of, rows.window);
  return plan.step(`place:${direction}`, [range, plan.filter(rows)], (_, found, taken) => {
    return rowAt(found, taken, direction);
  });
}

function knownFilter(plan: Planner, rows: Rows, value: Typed): Step<Bits> {
  const known = planKnown(plan, value);
  return plan.step('and', [known, plan.filter(rows)], (_, a, b) => (b ? a.and(b) : a));
}

/** Rows that have a value. */
export function planKnown(plan: Planner, value: Typed): Step<Bits> {
  const column = plan.column(value);
  return plan.step('known', [column], (_, values) => {
    return inRange(values, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  });
}
