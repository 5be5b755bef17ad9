import type { Text } from '../i18n/index.ts';
import { planGap, planPlace, rowsOperand } from './aggregate.ts';
import { aggregate } from './aggregates.ts';
import type { Construct } from './constructs.ts';
import { levels } from './levels.ts';
import { type Coded, factsOf, type Planner, type Step } from './plan.ts';
import { codesAt, commonCodes, ownersOf, rowsOfOwners, valuesAt } from './rowKernels.ts';
import type { RowSubject, Spelling } from './tokens.ts';
import { isNumeric, type Rows, type Typed } from './types.ts';
import type { Outcome, Typing } from './units.ts';

/** The outcome of a function that hands out a field's value: of any kind, or of texts only. */
function valueOutcome(
  id: string,
  operands: readonly Typed[],
  textsOnly: boolean,
  typing: Typing,
): Outcome | null {
  const rows = rowsOperand(id, operands, 'optional', typing);
  if (!rows) return null;
  if (!rows.value) return typing.fault('aggregateNeedsField', { function: id }, rows.node);
  const { kind } = rows.value;
  if (kind === 'texts' || kind === 'flag' || (textsOnly && kind !== 'text')) {
    return typing.fault('functionNeedsText', { function: id, kind }, rows.node);
  }
  return { kind, operands };
}

function endOfRows(
  id: 'first' | 'last',
  spelling: Spelling,
  help: Text,
  example: Construct['example'],
): Construct {
  const row = {
    id,
    ...spelling,
    help,
    example,
    type: (operands: readonly Typed[], typing: Typing) => valueOutcome(id, operands, false, typing),
  };
  return aggregate(row, (plan, rows) => {
    const place = planPlace(plan, rows, id === 'first' ? 1 : -1);
    const value = rows.value!;
    if (isNumeric(value.kind)) {
      return plan.step('at', [place, plan.numbers(value)], (_, found, values) => {
        return valuesAt(found, values as Float64Array);
      });
    }
    return plan.step('at', [place, plan.coded(value)], (_, found, { codes, values }): Coded => {
      return { codes: codesAt(found, codes), values, offsets: null };
    });
  });
}

function planCommon(plan: Planner, rows: Rows): Step<Coded> {
  const range = plan.range(rows.of, rows.window);
  const coded = plan.coded(rows.value!);
  return plan.step('common', [range, coded, plan.filter(rows)], (_, found, { codes, values }, taken) => {
    return { codes: commonCodes(found, codes, values.length, taken), values, offsets: null };
  });
}

/** A customer's value at each of the rows it owns: what lets `where` speak of the customer. */
function planOfCustomer(plan: Planner, value: Typed, of: RowSubject): Step<unknown> {
  const owners = plan.step(`owners:${of}`, [], ({ frame }) => ownersOf(factsOf(frame, of).offsets));
  if (value.kind === 'flag') {
    return plan.step('owned', [owners, plan.flags(value)], (_, found, bits) => rowsOfOwners(found, bits));
  }
  if (isNumeric(value.kind)) {
    return plan.step('owned', [owners, plan.numbers(value)], (_, found, values) => {
      return typeof values === 'number' ? values : valuesAt(found, values);
    });
  }
  return plan.step('owned', [owners, plan.coded(value)], (_, found, { codes, values, offsets }): Coded => {
    if (!offsets) return { codes: codesAt(found, codes), values, offsets };
    const starts = new Uint32Array(found.length + 1);
    for (let i = 0; i < found.length; i++) {
      starts[i + 1] = starts[i]! + offsets[found[i]! + 1]! - offsets[found[i]!]!;
    }
    const spread = new Uint32Array(starts.at(-1)!);
    for (let i = 0; i < found.length; i++) {
      spread.set(codes.subarray(offsets[found[i]!], offsets[found[i]! + 1]), starts[i]);
    }
    return { codes: spread, values, offsets: starts };
  });
}

/** Values that single rows of a customer have. */
export const rowValues: readonly Construct[] = [
  {
    id: 'distinct',
    form: 'prefix',
    section: 'rows',
    level: levels.prefix,
    en: ['distinct'],
    zh: ['不同'],
    help: {
      en: 'Inside count(): how many different values the rows have; unknown ones are left out.',
      zh: '用在计数()里：各条记录有多少个不同的值，未知的不计。',
    },
    example: ['count(distinct orders.status)', 2],
    type: (operands, typing) => {
      const found = rowsOperand('count', operands, 'optional', typing);
      if (!found) return null;
      if (!found.value) return typing.fault('aggregateNeedsField', { function: 'count' }, found.node);
      return { kind: 'number', operands };
    },
    plan() {
      throw new Error('distinct is no value of its own');
    },
  },
  endOfRows(
    'first',
    { en: ['first'], zh: ['首条', '最初'] },
    {
      en: 'The value of the first row; not known where there is no row, or that row has none.',
      zh: '第一条记录的值；没有记录或该条没有值则未知。',
    },
    ['first(orders.amount)', 10000],
  ),
  endOfRows(
    'last',
    { en: ['last'], zh: ['末条', '最后'] },
    {
      en: 'The value of the last row; not known where there is no row, or that row has none.',
      zh: '最后一条记录的值；没有记录或该条没有值则未知。',
    },
    ['last(orders.status) = "refunded"', true],
  ),
  aggregate(
    {
      id: 'mostCommon',
      en: ['most common'],
      zh: ['最常见'],
      help: {
        en: 'The text that most rows have; among equally many the one that came last.',
        zh: '出现最多的文本；次数相同时取最近出现的。',
      },
      example: ['most common(orders.status) = "paid"', true],
      type: (operands, typing) => valueOutcome('mostCommon', operands, true, typing),
    },
    planCommon,
  ),
  aggregate(
    {
      id: 'averageGap',
      en: ['average gap'],
      zh: ['平均间隔'],
      help: {
        en: 'The mean number of days from one row to the next; not known for fewer than two.',
        zh: '相邻两条记录之间的平均天数；不足两条则未知。',
      },
      example: ['average gap(orders.day where status = "paid")', 198],
      type(operands, typing) {
        const rows = rowsOperand('averageGap', operands, 'needed', typing);
        if (!rows) return null;
        const { value } = rows;
        if (value?.form === 'column' && value.field.id === 'day') return { kind: 'days', operands };
        return typing.fault('gapNeedsDay', {}, rows.node);
      },
    },
    planGap,
  ),
  {
    id: 'ofCustomer',
    form: 'internal',
    section: 'rows',
    level: levels.primary,
    en: [],
    zh: [],
    help: {
      en: 'After “where” names of the customer mean the customer who owns the row.',
      zh: '“其中”之后，客户的名称指该条记录所属的客户。',
    },
    example: ['count(orders where amount > averageOrder)', 2],
    type: ([value]) => ({ kind: value!.kind, operands: [value!] }),
    plan: (plan, [value], typed) => planOfCustomer(plan, value!, typed.space as RowSubject),
  },
];
