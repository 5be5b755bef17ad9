import type { Text } from '../i18n/index.ts';
import { type DatePart, daysUntilReturn, elapsed, partsOf } from './calendar.ts';
import { planComparison } from './compare.ts';
import type { Construct } from './constructs.ts';
import { arithmetic } from './kernels.ts';
import { levels } from './levels.ts';
import type { Context } from './plan.ts';
import type { Spelling } from './tokens.ts';
import type { Typed } from './types.ts';
import type { Outcome, Typing } from './units.ts';

type Days = Parameters<typeof partsOf>[0];

function dateOperand(kind: Outcome['kind'], [date]: readonly Typed[], typing: Typing): Outcome | null {
  if (date!.kind === 'date') return { kind, operands: [date!] };
  return typing.fault('dateNeeded', { kind: date!.kind }, date!.node);
}

function ofDate(
  id: string,
  spelling: Spelling,
  kind: 'number' | 'days',
  help: Text,
  example: Construct['example'],
  compute: (context: Context, days: Days) => Days,
): Construct {
  return {
    id,
    form: 'prefix',
    section: 'date',
    level: levels.prefix,
    ...spelling,
    help,
    example,
    type: (operands, typing) => dateOperand(kind, operands, typing),
    plan: (plan, [date]) => plan.step(id, [plan.numbers(date!)], compute),
  };
}

function part(
  id: string,
  spelling: Spelling,
  of: DatePart,
  help: Text,
  example: Construct['example'],
): Construct {
  return ofDate(id, spelling, 'number', help, example, (_, days) => partsOf(days, of));
}

const daysUntil = ofDate(
  'daysUntil',
  { en: ['days until'], zh: ['距周年天数'] },
  'days',
  {
    en: 'Days to the next yearly return of a date, 0 on the day itself: 29 February returns on the 28th.',
    zh: '距某日期下一个周年日的天数，当天为 0；2月29日在平年按28日。',
  },
  ['days until joined', 305],
  ({ asOf }, days) => daysUntilReturn(days, asOf),
);

/** What may be asked of a date. */
export const dates: readonly Construct[] = [
  {
    id: 'today',
    form: 'word',
    section: 'date',
    level: levels.primary,
    en: ['today'],
    zh: ['今天'],
    help: { en: 'The day on which the rules are looked at.', zh: '规则计算的当天。' },
    example: ['today - joined', 425],
    type: () => ({ kind: 'date', operands: [] }),
    plan: plan => plan.step('today', [], ({ asOf }) => asOf),
  },
  ofDate(
    'daysSince',
    { en: ['days since'], zh: ['距今天数', '距今'] },
    'days',
    { en: 'Whole local days from a date until today.', zh: '某日期到今天的天数（本地整日）。' },
    ['days since max(orders.day where status = "paid")', 20],
    ({ asOf }, days) => arithmetic('-', asOf, days as Float64Array<ArrayBuffer>),
  ),
  ofDate(
    'monthsSince',
    { en: ['months since'], zh: ['距今月数'] },
    'number',
    { en: 'Whole months from a date until today.', zh: '某日期到今天的整月数。' },
    ['months since joined', 13],
    ({ asOf }, days) => elapsed(days, asOf, 'month'),
  ),
  ofDate(
    'yearsSince',
    { en: ['years since'], zh: ['距今年数', '周岁'] },
    'number',
    {
      en: 'Whole years from a date until today: of a birthday, the age.',
      zh: '某日期到今天的整年数；用于生日即为年龄。',
    },
    ['years since joined', 1],
    ({ asOf }, days) => elapsed(days, asOf, 'year'),
  ),
  daysUntil,
  {
    id: 'soon',
    form: 'soon',
    section: 'date',
    level: levels.comparison,
    relation: '<=',
    negation: '>',
    atom: true,
    en: ['within'],
    zh: ['内'],
    help: {
      en: 'The date returns (birthday, anniversary) within the coming days, today included.',
      zh: '该日期的周年日（生日、纪念日）在未来若干天内，含当天。',
    },
    example: ['joined within next 310 days', true],
    type([date, length], typing) {
      const found = dateOperand('days', [date!], typing);
      if (!found) return null;
      const { node, space } = date!;
      const until = {
        form: 'operation',
        construct: daysUntil,
        kind: 'days',
        operands: [date!],
        node,
        space,
      } as const;
      if (length!.form !== 'duration' || !['day', 'week'].includes(length!.duration.unit)) {
        return typing.fault('soonNeedsDays', {}, length!.node);
      }
      return { kind: 'flag', operands: [until, length!] };
    },
    plan: (plan, operands, typed) => planComparison(plan, '<=', operands, typed),
  },
  part(
    'yearOf',
    { en: ['year of'], zh: ['年份'] },
    'year',
    { en: 'The calendar year of a date.', zh: '日期的年份。' },
    ['year of lastOrder', 2026],
  ),
  part(
    'quarterOf',
    { en: ['quarter of'], zh: ['季度'] },
    'quarter',
    { en: 'The quarter of a date, 1 to 4.', zh: '日期所在季度，1 至 4。' },
    ['quarter of lastOrder', 2],
  ),
  part(
    'monthOf',
    { en: ['month of'], zh: ['月份'] },
    'month',
    { en: 'The month of a date, 1 to 12.', zh: '日期的月份，1 至 12。' },
    ['month of lastOrder = 6', true],
  ),
  part(
    'dayOf',
    { en: ['day of'], zh: ['几号'] },
    'day',
    { en: 'The day of the month, 1 to 31.', zh: '日期是几号，1 至 31。' },
    ['day of lastOrder', 10],
  ),
  part(
    'weekdayOf',
    { en: ['weekday of'], zh: ['星期几'] },
    'weekday',
    { en: 'The day of the week, Monday 1 to Sunday 7.', zh: '星期几，周一为 1，周日为 7。' },
    ['count(orders where weekday of day >= 6)', 3],
  ),
];
