import {
  fieldOutcome,
  planAverage,
  planCount,
  planDistinct,
  planExtreme,
  planShare,
  planSum,
  rowsOperand,
} from './aggregate.ts';
import type { Construct } from './constructs.ts';
import { levels } from './levels.ts';
import type { Planner, Step } from './plan.ts';
import { extremeStatistic } from './statistics.ts';
import type { Rows, Typed } from './types.ts';

type FunctionRow = Omit<Construct, 'form' | 'section' | 'level' | 'plan' | 'operands'>;

/** A function over the rows that a customer owns. */
export function aggregate(row: FunctionRow, plan: (plan: Planner, rows: Rows) => Step<unknown>): Construct {
  return {
    ...row,
    form: 'function',
    section: 'rows',
    level: levels.primary,
    operands: 1,
    plan: (planner, [rows]) => plan(planner, rows as Rows),
  };
}

const keepsKind = (name: string, dates: boolean): Construct['type'] => {
  return (operands, typing) => fieldOutcome(name, operands, dates, typing);
};

/** The rows whose different values are counted, null where plain rows are. */
export function distinctRows(typed: Typed | undefined): Rows | null {
  const distinct = typed?.form === 'operation' && typed.construct.id === 'distinct';
  return distinct ? (typed.operands[0] as Rows) : null;
}

/** `min` and `max`: over rows where rows are named, over all customers otherwise. */
function extreme(row: Omit<FunctionRow, 'type' | 'population'> & { id: 'min' | 'max' }): Construct {
  const overRows = aggregate({ ...row, type: keepsKind(row.id, true) }, (plan, rows) => {
    return planExtreme(plan, rows, row.id === 'min' ? 1 : -1);
  });
  const overAll = extremeStatistic(row.id);
  const isRows = ([operand]: readonly Typed[]) => operand?.form === 'rows';
  return {
    ...overRows,
    population: 'one',
    type: (operands, typing) => (isRows(operands) ? overRows : overAll).type(operands, typing),
    plan: (plan, operands, typed) => (isRows(operands) ? overRows : overAll).plan(plan, operands, typed),
    grouped: overAll.grouped,
  };
}

/** What a customer's orders or interactions come to. */
export const aggregates: readonly Construct[] = [
  aggregate(
    {
      id: 'count',
      en: ['count'],
      zh: ['计数'],
      help: { en: 'How many rows there are; 0 for none.', zh: '记录的条数，没有为 0。' },
      example: ['count(orders where status = "paid")', 3],
      type(operands, typing) {
        if (distinctRows(operands[0])) return { kind: 'number', operands };
        return rowsOperand('count', operands, 'optional', typing) && { kind: 'number', operands };
      },
    },
    (plan, operand) => {
      const different = distinctRows(operand);
      return different ? planDistinct(plan, different) : planCount(plan, operand);
    },
  ),
  aggregate(
    {
      id: 'sum',
      en: ['sum'],
      zh: ['求和', '合计'],
      help: { en: 'The sum of a field over the rows; 0 for none.', zh: '各条记录某字段之和，没有为 0。' },
      example: ['sum(orders.amount in last 6 months where status = "paid")', 50000],
      type: keepsKind('sum', false),
    },
    planSum,
  ),
  aggregate(
    {
      id: 'avg',
      en: ['avg', 'average'],
      zh: ['平均', '平均值'],
      help: {
        en: 'The mean of a field over the rows; not known for none.',
        zh: '各条记录某字段的平均值，没有则未知。',
      },
      example: ['avg(orders.amount where status = "paid")', 20000],
      type: keepsKind('avg', false),
    },
    planAverage,
  ),
  extreme({
    id: 'min',
    en: ['min'],
    zh: ['最小', '最早'],
    help: {
      en: 'The least value of a field over the rows, or of a number over all customers; not known for none.',
      zh: '某字段在各条记录中的最小值，或某数值在全部客户中的最小值；没有则未知。',
    },
    example: ['min(orders.amount)', 10000],
  }),
  extreme({
    id: 'max',
    en: ['max'],
    zh: ['最大', '最晚'],
    help: {
      en: 'The greatest value of a field over the rows, or of a number over all customers; not known for none.',
      zh: '某字段在各条记录中的最大值，或某数值在全部客户中的最大值；没有则未知。',
    },
    example: ['max(orders.amount)', 40000],
  }),
  aggregate(
    {
      id: 'share',
      en: ['share'],
      zh: ['占比'],
      help: {
        en: 'The share of the rows that pass the condition; not known for none.',
        zh: '满足条件的记录所占比例，没有记录则未知。',
      },
      example: ['share(orders where repeat)', 0.5],
      type(operands, typing) {
        const rows = rowsOperand('share', operands, 'none', typing);
        if (rows && !rows.where) return typing.fault('shareNeedsWhere', {}, rows.node);
        return rows && { kind: 'share', operands };
      },
    },
    planShare,
  ),
];
