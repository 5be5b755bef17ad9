import type { Text } from '../i18n/index.ts';
import { compareNumbers, planComparison } from './compare.ts';
import type { Construct } from './constructs.ts';
import {
  againstGroup,
  deviationOf,
  extremeOf,
  groupsOf,
  percentileIn,
  rankIn,
  sortedOf,
  totalOf,
} from './distribution.ts';
import { meanOf, nthLeast, quantileOf } from './kernels.ts';
import { levels } from './levels.ts';
import type { Planner, Step } from './plan.ts';
import type { Spelling } from './tokens.ts';
import { isNumeric, type Typed, type TypedOperation } from './types.ts';
import { alike, type Outcome, type Typing } from './units.ts';

type Column = Float64Array<ArrayBuffer>;

/** What all customers' values come to, and what a customer's own value is against that. */
interface Summary {
  /** Tells summaries apart. */
  readonly label: string;
  over(values: Column): number | Float64Array;
  /** Tells apart what is taken against the same summary. */
  readonly own?: string;
  /** Absent: the summary itself is the outcome, one number for everybody. */
  against?(summary: number | Float64Array, value: number): number;
}

function planSummary(
  plan: Planner,
  { label, own = '', over, against }: Summary,
  value: Typed,
): Step<unknown> {
  const values = plan.column(value);
  const summary = plan.step(label, [values], (_, column) => over(column), { population: true });
  if (!against) return summary;
  return plan.step(`against:${own}`, [summary, values], (_, of, column) => {
    const result = new Float64Array(column.length);
    for (let i = 0; i < result.length; i++) {
      const value = column[i]!;
      result[i] = value - value === 0 ? against(of, value) : Number.NaN;
    }
    return result;
  });
}

/** The same among the customers of a row's own group. */
function planGrouped(
  plan: Planner,
  { label, own = '', over, against }: Summary,
  value: Typed,
  group: Typed,
): Step<Column> {
  const values = plan.column(value);
  const coded = plan.coded(group);
  const summaries = plan.step(
    `${label} by group`,
    [values, coded],
    (_, column, { codes, values: texts }) => {
      const groups = groupsOf(column, codes, texts);
      return new Map([...groups].map(([text, members]) => [text, over(members)]));
    },
    { population: true },
  );
  const inputs = [summaries, values, coded] as const;
  return plan.step(`of group:${own}`, inputs, (_, found, column, { codes, values: texts }) => {
    return againstGroup(column, codes, texts, found, (summary, value) => {
      if (!against) return Number(summary);
      return value - value === 0 ? against(summary, value) : Number.NaN;
    });
  });
}

interface Row {
  readonly id: string;
  readonly spelling: Spelling;
  readonly help: Text;
  readonly example: Construct['example'];
  /** The second value: a share. */
  readonly argument?: true;
  readonly ofLeftSide?: true;
  /** The kind of the outcome where it is not that of the value. */
  readonly kind?: 'number' | 'share';
  summary(argument: number): Summary;
}

function statistic({ id, spelling, help, example, argument, ofLeftSide, kind, summary }: Row): Construct {
  const summaryOf = (given: Typed | undefined) =>
    summary(given?.form === 'constant' ? given.value : Number.NaN);
  return {
    id,
    form: 'function',
    section: 'population',
    level: levels.primary,
    operands: argument ? 2 : 1,
    population: summary(0).against ? 'each' : 'one',
    ...(ofLeftSide ? { ofLeftSide } : {}),
    ...spelling,
    help,
    example,
    type: (operands, typing) => statisticOutcome(id, operands, kind ?? null, typing),
    plan: (plan, [value, given]) => planSummary(plan, summaryOf(given), value!),
    grouped: (plan, [value, given], group) => planGrouped(plan, summaryOf(given), value!, group),
  };
}

function statisticOutcome(
  id: string,
  operands: readonly Typed[],
  kind: 'number' | 'share' | null,
  typing: Typing,
): Outcome | null {
  const [value, share] = operands as [Typed, Typed | undefined];
  if (value.form === 'rows') return typing.fault('statisticOfRows', { function: id }, value.node);
  if (!isNumeric(value.kind) || (kind === 'share' && id === 'shareOfTotal' && value.kind === 'date')) {
    return typing.fault('statisticNeedsNumber', { function: id, kind: value.kind }, value.node);
  }
  const given = share?.form === 'constant' ? share.value : Number.NaN;
  if (share && !(given >= 0 && given <= 1)) return typing.fault('quantileNeedsShare', {}, share.node);
  return { kind: kind ?? value.kind, operands };
}

/** The least or greatest value of all customers: what `min` and `max` mean where no rows are named. */
export function extremeStatistic(id: 'min' | 'max'): Pick<Construct, 'type' | 'plan'> & {
  grouped: NonNullable<Construct['grouped']>;
} {
  const summary: Summary = {
    label: `${id} of all`,
    over: values => extremeOf(values, id === 'min' ? 1 : -1),
  };
  return {
    type: (operands, typing) => statisticOutcome(id, operands, null, typing),
    plan: (plan, [value]) => planSummary(plan, summary, value!),
    grouped: (plan, [value], group) => planGrouped(plan, summary, value!, group),
  };
}

const statisticRows: readonly Row[] = [
  {
    id: 'mean',
    spelling: { en: ['mean'], zh: ['均值'] },
    ofLeftSide: true,
    help: { en: 'The mean over all customers whose value is known.', zh: '全部已知客户的平均值。' },
    example: ['mean(frequency) * 3', 4],
    summary: () => ({ label: 'mean', over: meanOf }),
  },
  {
    id: 'median',
    spelling: { en: ['median'], zh: ['中位数'] },
    ofLeftSide: true,
    help: { en: 'The middle value over all customers.', zh: '全部客户的中位数。' },
    example: ['median(frequency)', 1],
    summary: () => ({ label: 'quantile:0.5', over: values => quantileOf(values, 0.5) }),
  },
  {
    id: 'quantile',
    spelling: { en: ['quantile'], zh: ['分位数'] },
    argument: true,
    help: {
      en: 'The least value that the given share of all customers does not exceed (percentile_disc): always a value that occurs.',
      zh: '使给定比例的客户不超过的最小值（percentile_disc），总是实际出现的值。',
    },
    example: ['quantile(frequency, 90%)', 3],
    summary: p => ({ label: `quantile:${p}`, over: values => quantileOf(values, p) }),
  },
  {
    id: 'stddev',
    spelling: { en: ['stddev'], zh: ['标准差'] },
    ofLeftSide: true,
    help: {
      en: 'The standard deviation over all customers (divided by their number).',
      zh: '全部客户的标准差（按总体计算）。',
    },
    example: ['stddev(frequency) > 1.2', true],
    summary: () => ({ label: 'stddev', over: deviationOf }),
  },
  {
    id: 'rank',
    spelling: { en: ['rank'], zh: ['名次'] },
    kind: 'number',
    help: {
      en: 'The place among all customers, 1 for the greatest: 1 + how many have a greater value. Equal values share a place.',
      zh: '在全部客户中的名次，最大的为 1：1 加上值更大的客户数；相同的值名次相同。',
    },
    example: ['rank(monetary)', 1],
    summary: () => ({
      label: 'sorted',
      own: 'rank',
      over: sortedOf,
      against: (sorted, value) => rankIn(sorted as Float64Array, value),
    }),
  },
  {
    id: 'percentile',
    spelling: { en: ['percentile'], zh: ['百分位'] },
    kind: 'share',
    help: {
      en: 'The share of the customers whose value is lower or equal.',
      zh: '值不高于该客户的客户所占比例。',
    },
    example: ['percentile(monetary)', 1],
    summary: () => ({
      label: 'sorted',
      own: 'percentile',
      over: sortedOf,
      against: (sorted, value) => percentileIn(sorted as Float64Array, value),
    }),
  },
  {
    id: 'shareOfTotal',
    spelling: { en: ['share of total'], zh: ['总额占比'] },
    kind: 'share',
    help: { en: 'The part of the sum over all customers.', zh: '占全部客户合计的比例。' },
    example: ['share of total(frequency)', 0.75],
    summary: () => ({
      label: 'total',
      over: totalOf,
      against: (total, value) => (total === 0 ? Number.NaN : value / Number(total)),
    }),
  },
];

/** `top 20% by monetary`: the value against the least one that is still among them, so that equals stand together. */
function best(
  id: 'top' | 'bottom',
  spelling: Spelling,
  help: Text,
  example: Construct['example'],
): Construct {
  const relation = id === 'top' ? '>=' : '<=';
  const summaryOf = (places: Typed | undefined): Summary => {
    const share = places?.kind === 'share';
    const count = places?.form === 'constant' ? places.value : Number.NaN;
    const placesOf = (known: number) => Math.min(known, share ? Math.ceil(count * known - 1e-9) : count);
    return {
      label: `${id}:${count}${share ? ' share' : ''}`,
      over: values => {
        return nthLeast(values, known => (id === 'top' ? known - placesOf(known) + 1 : placesOf(known)));
      },
    };
  };
  const threshold: Construct = {
    id: `${id}Threshold`,
    form: 'internal',
    section: 'population',
    level: levels.primary,
    en: [],
    zh: [],
    help,
    example,
    population: 'one',
    type: operands => ({ kind: operands[0]!.kind, operands }),
    plan: (plan, [value, places]) => planSummary(plan, summaryOf(places), value!),
    grouped: (plan, [value, places], group) => planGrouped(plan, summaryOf(places), value!, group),
  };
  return {
    id,
    form: 'top',
    section: 'population',
    level: levels.comparison,
    relation,
    negation: id === 'top' ? '<' : '>',
    atom: true,
    ...spelling,
    help,
    example,
    type([value, places], typing) {
      if (!isNumeric(value!.kind)) {
        return typing.fault('statisticNeedsNumber', { function: id, kind: value!.kind }, value!.node);
      }
      const count = places?.form === 'constant' ? places.value : Number.NaN;
      const sound =
        places?.kind === 'share' ? count <= 1 : places?.kind === 'number' && Number.isInteger(count);
      if (!sound || count <= 0) return typing.fault('placesNeeded', {}, places!.node);
      const { node } = typing;
      const bound = {
        form: 'operation',
        construct: threshold,
        kind: value!.kind,
        space: 'customer',
      } as const;
      return { kind: 'flag', operands: [value!, { ...bound, operands: [value!, places!], node }] };
    },
    plan: (plan, operands, typed) => planComparison(plan, relation, operands, typed),
    grouped(plan, [value, bound], group) {
      const { operands } = bound as TypedOperation;
      const least = threshold.grouped!(plan, operands, group);
      return plan.step(`compared:${relation}`, [plan.column(value!), least as Step<Column>], (_, a, b) => {
        return compareNumbers(relation, a, b, a.length);
      });
    },
  };
}

/** Statistics over all customers, and what is said of one of them. */
export const statistics: readonly Construct[] = [
  ...statisticRows.map(statistic),
  best(
    'top',
    { en: ['top'], zh: ['前'] },
    {
      en: 'Among the best share (or number) of the customers whose value is known; equal values stand together.',
      zh: '值排在前百分之几（或前几名）；并列的一同入选。',
    },
    ['top 20% by monetary', true],
  ),
  best(
    'bottom',
    { en: ['bottom'], zh: ['后'] },
    {
      en: 'Among the lowest share (or number) of the customers whose value is known; equal values stand together.',
      zh: '值排在后百分之几（或后几名）；并列的一同入选。',
    },
    ['bottom 1 by monetary', false],
  ),
  {
    id: 'within',
    form: 'within',
    section: 'population',
    level: levels.primary,
    en: ['within'],
    zh: ['同'],
    help: {
      en: 'The statistic over the customers of the same group as this one: of the same industry, tier or any text.',
      zh: '只在与该客户同组的客户中统计：同行业、同等级或同一文本值。',
    },
    example: ['mean(frequency) within industry', 3],
    type([value, group], typing) {
      if (!isStatistic(value!)) return typing.fault('groupNeedsStatistic', {}, value!.node);
      if (group!.kind !== 'text' || group!.form === 'texts') {
        return typing.fault('groupNeedsText', { kind: group!.kind }, group!.node);
      }
      const foreign = value.operands.find(operand => operand.space !== 'customer');
      if (foreign) return typing.fault('noLeftSide', { function: value.construct.id }, value.node);
      return { kind: value.kind, operands: [value, group!] };
    },
    plan(plan, [value, group]) {
      const { construct, operands } = value as TypedOperation;
      return construct.grouped!(plan, operands, group!);
    },
  },
  {
    id: 'frozen',
    form: 'frozen',
    section: 'population',
    level: levels.primary,
    en: ['frozen'],
    zh: ['冻结为'],
    help: {
      en: 'The statistic as it was on a day: the number that is written is used, and stays until it is written anew.',
      zh: '取某日冻结的统计值：使用写明的数，直到重新填写。',
    },
    example: ['mean(averageOrder) frozen 356.69 on 2026-06-01', 35669],
    type([value, number, date], typing) {
      if (!isStatistic(value!) || value.construct.population !== 'one') {
        return typing.fault('frozenNeedsStatistic', {}, value!.node);
      }
      const pair = alike(value, number!, '=', typing);
      return pair && { kind: value.kind, operands: [value, pair[1], date!] };
    },
    plan: (plan, [, number]) => plan.numbers(number!),
  },
];

/** Whether a value is taken over all customers, not over one customer's rows. */
export function isStatistic(typed: Typed): typed is TypedOperation {
  return (
    typed.form === 'operation' && typed.construct.grouped !== undefined && typed.operands[0]?.form !== 'rows'
  );
}
