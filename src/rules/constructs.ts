import type { Text } from '../i18n/index.ts';
import { planKnown } from './aggregate.ts';
import { aggregates } from './aggregates.ts';
import { type Comparison, comparisonOutcome, planComparison, planTextTest } from './compare.ts';
import { dates } from './dates.ts';
import { type Arithmetic, arithmetic } from './kernels.ts';
import { levels } from './levels.ts';
import type { Planner, Step } from './plan.ts';
import { rowValues } from './rowValues.ts';
import { scores } from './scores.ts';
import { statistics } from './statistics.ts';
import { textTests } from './textTests.ts';
import type { Spelling } from './tokens.ts';
import { isNumeric, type Typed, type TypedOperation } from './types.ts';
import { alike, type Outcome, productOutcome, quotientOutcome, sumOutcome, type Typing } from './units.ts';

export { levels } from './levels.ts';

/** The chapter of the language's reference in which it stands. */
export type Section =
  | 'logic'
  | 'comparison'
  | 'text'
  | 'arithmetic'
  | 'date'
  | 'rows'
  | 'population'
  | 'score';

/**
 * One operator or function, with all it means: spelling (the first of a language is printed), types, the step that
 * computes it, and an example with what it gives for the example customer of the tests.
 */
export interface Construct extends Spelling {
  readonly id: string;
  /** How it is written: `layouts` of print.ts shows each. `internal` = never written, what others are made of. */
  readonly form:
    | 'chain'
    | 'infix'
    | 'prefix'
    | 'postfix'
    | 'between'
    | 'of'
    | 'function'
    | 'word'
    | 'top'
    | 'within'
    | 'frozen'
    | 'soon'
    | 'internal';
  readonly section: Section;
  readonly level: number;
  /** Functions: how many operands. */
  readonly operands?: number;
  /** Conditions: what can be said, in English, where this one does not hold. */
  readonly negation?: string;
  /** Conditions: what can be said where it holds, if that is not its spelling. */
  readonly relation?: string;
  /** A condition whose outcome one value decides. */
  readonly atom?: true;
  /** Over all customers: one number for everybody, or one for each. */
  readonly population?: 'one' | 'each';
  /** May be written without operands: those are then the left side of the comparison. */
  readonly ofLeftSide?: true;
  readonly help: Text;
  readonly example: readonly [text: string, gives: number | boolean | string | null];
  type(operands: readonly Typed[], typing: Typing): Outcome | null;
  plan(plan: Planner, operands: readonly Typed[], typed: TypedOperation): Step<unknown>;
  /** Over the customers of a row's own group instead of all. */
  grouped?(plan: Planner, operands: readonly Typed[], group: Typed): Step<unknown>;
}

function flagsOutcome(operands: readonly Typed[], typing: Typing): Outcome | null {
  const wrong = operands.find(operand => operand.kind !== 'flag');
  if (wrong) return typing.fault('conditionNeeded', { kind: wrong.kind }, wrong.node);
  return { kind: 'flag', operands };
}

function chain(id: 'and' | 'or', spelling: Spelling, help: Text, example: Construct['example']): Construct {
  return {
    id,
    form: 'chain',
    section: 'logic',
    level: levels[id],
    ...spelling,
    help,
    example,
    type: flagsOutcome,
    plan(plan, operands) {
      const steps = operands.map(operand => plan.flags(operand));
      return steps.reduce((left, right) => {
        return plan.step(id, [left, right], (_, a, b) => (id === 'and' ? a.and(b) : a.or(b)));
      });
    },
  };
}

function comparison(
  id: Comparison,
  negation: Comparison,
  zh: readonly string[],
  help: Text,
  example: Construct['example'],
): Construct {
  return {
    id,
    form: 'infix',
    section: 'comparison',
    level: levels.comparison,
    negation,
    atom: true,
    en: [id],
    zh,
    help,
    example,
    type: (operands, typing) => comparisonOutcome(id, operands, typing),
    plan: (plan, operands, typed) => planComparison(plan, id, operands, typed),
  };
}

function membership(
  id: 'in' | 'notIn',
  spelling: Spelling,
  help: Text,
  example: Construct['example'],
): Construct {
  return {
    id,
    form: 'infix',
    section: 'comparison',
    level: levels.comparison,
    negation: id === 'in' ? 'not in' : 'in',
    atom: true,
    ...spelling,
    help,
    example,
    type([value, options], typing) {
      if (value!.kind === 'text') {
        if (options!.form !== 'texts') return typing.fault('listNeeded', {}, options!.node);
        const stored = typing.asStored(value!, options!);
        return stored && { kind: 'flag', operands: [value!, stored] };
      }
      if (value!.kind === 'texts') return typing.fault('textsNeedContains', {}, typing.node);
      if (options!.form !== 'list') return typing.fault('listNeeded', {}, options!.node);
      const items = options!.items.map(item => alike(value!, item, 'in', typing)?.[1]);
      if (items.some(item => item === undefined)) return null;
      return { kind: 'flag', operands: [value!, { ...options!, items: items as Typed[] }] };
    },
    plan(plan, [value, options], typed) {
      const among = id === 'in';
      if (options!.form === 'texts') {
        const { values } = options!;
        return planTextTest(
          plan,
          value!,
          `${id}${JSON.stringify(values)}`,
          text => values.includes(text) === among,
        );
      }
      const items = options!.form === 'list' ? options!.items : [];
      const steps = items.map(item => planComparison(plan, among ? '=' : '!=', [value!, item], typed));
      return steps.reduce((left, right) => {
        return plan.step(among ? 'or' : 'and', [left, right], (_, a, b) => (among ? a.or(b) : a.and(b)));
      });
    },
  };
}

function knowledge(
  id: 'isKnown' | 'isUnknown',
  spelling: Spelling,
  help: Text,
  example: Construct['example'],
): Construct {
  return {
    id,
    form: 'postfix',
    section: 'comparison',
    level: levels.comparison,
    negation: id === 'isKnown' ? 'is unknown' : 'is known',
    atom: true,
    ...spelling,
    help,
    example,
    type([value], typing) {
      if (value!.kind === 'flag') return typing.fault('alwaysKnown', {}, typing.node);
      return { kind: 'flag', operands: [value!] };
    },
    plan(plan, [value]) {
      const known = isNumeric(value!.kind)
        ? planKnown(plan, value!)
        : planTextTest(plan, value!, 'any', () => true);
      return id === 'isKnown' ? known : plan.step('not', [known], (_, bits) => bits.not());
    },
  };
}

function calculation(
  id: Arithmetic,
  level: number,
  type: (operands: readonly Typed[], typing: Typing) => Outcome | null,
  help: Text,
  example: Construct['example'],
): Construct {
  return {
    id,
    form: 'infix',
    section: 'arithmetic',
    level,
    en: [id],
    zh: [id],
    help,
    example,
    type,
    plan(plan, [left, right]) {
      return plan.step(id, [plan.numbers(left!), plan.numbers(right!)], (_, a, b) => arithmetic(id, a, b));
    },
  };
}

/** Everything a rule may say. The only place where an operator or function is added. */
export const constructs: readonly Construct[] = [
  chain(
    'or',
    { en: ['or'], zh: ['或', '或者'] },
    { en: 'At least one of the conditions holds.', zh: '至少一个条件成立。' },
    ['frequency > 100 or industry = "制造业"', true],
  ),
  chain(
    'and',
    { en: ['and'], zh: ['且', '并且'] },
    { en: 'All of the conditions hold.', zh: '所有条件都成立。' },
    ['frequency > 100 and industry = "制造业"', false],
  ),
  {
    id: 'not',
    form: 'prefix',
    section: 'logic',
    level: levels.not,
    en: ['not'],
    zh: ['非', '不', '并非'],
    help: {
      en: 'The condition does not hold. True as well where its value is not known.',
      zh: '条件不成立；值未知时也视为真。',
    },
    example: ['not channel in ["广告"]', true],
    type: flagsOutcome,
    plan: (plan, [condition]) => plan.step('not', [plan.flags(condition!)], (_, bits) => bits.not()),
  },
  comparison('=', '!=', ['=', '等于'], { en: 'Equal.', zh: '等于。' }, ['frequency = 3', true]),
  comparison('!=', '=', ['≠', '不等于'], { en: 'Known and different.', zh: '已知且不等于。' }, [
    'channel != "广告"',
    false,
  ]),
  comparison('>=', '<', ['≥', '大于等于', '不低于', '至少'], { en: 'At least.', zh: '大于或等于。' }, [
    'averageOrder >= 200',
    true,
  ]),
  comparison('>', '<=', ['>', '大于', '超过'], { en: 'More than.', zh: '大于。' }, [
    'averageOrder > 200',
    false,
  ]),
  comparison('<=', '>', ['≤', '小于等于', '不超过', '至多'], { en: 'At most.', zh: '小于或等于。' }, [
    'recency <= 3 months',
    true,
  ]),
  comparison('<', '>=', ['<', '小于', '低于'], { en: 'Less than.', zh: '小于。' }, [
    'recency < 20 days',
    false,
  ]),
  {
    id: 'between',
    form: 'between',
    section: 'comparison',
    level: levels.comparison,
    negation: 'not between',
    atom: true,
    en: ['between'],
    zh: ['介于'],
    help: { en: 'From the first to the second, both included.', zh: '介于两者之间，含两端。' },
    example: ['frequency between 2 and 4', true],
    type([value, low, high], typing) {
      const from = alike(value!, low!, 'between', typing);
      const to = from && alike(value!, high!, 'between', typing);
      return from && to && { kind: 'flag', operands: [value!, from[1], to[1]] };
    },
    plan(plan, [value, low, high], typed) {
      const from = planComparison(plan, '>=', [value!, low!], typed);
      const to = planComparison(plan, '<=', [value!, high!], typed);
      return plan.step('and', [from, to], (_, a, b) => a.and(b));
    },
  },
  membership(
    'in',
    { en: ['in'], zh: ['在', '属于'] },
    { en: 'One of the listed values.', zh: '是所列值之一。' },
    ['industry in ["教育", "Manufacturing"]', true],
  ),
  membership(
    'notIn',
    { en: ['not in'], zh: ['不在', '不属于'] },
    { en: 'Known and none of the listed values.', zh: '已知且不是所列的值。' },
    ['channel not in ["广告"]', false],
  ),
  knowledge(
    'isKnown',
    { en: ['is known'], zh: ['已知', '不为空'] },
    { en: 'The value is known.', zh: '该值已知。' },
    ['channel is known', false],
  ),
  knowledge(
    'isUnknown',
    { en: ['is unknown'], zh: ['未知', '为空'] },
    { en: 'The value is not known.', zh: '该值未知。' },
    ['channel is unknown', true],
  ),
  calculation(
    '+',
    levels.sum,
    (operands, typing) => sumOutcome('+', operands, typing),
    { en: 'Sum.', zh: '加。' },
    ['frequency + 1', 4],
  ),
  calculation(
    '-',
    levels.sum,
    (operands, typing) => sumOutcome('-', operands, typing),
    { en: 'Difference; of two dates, the days between them.', zh: '减；两个日期相减得天数。' },
    ['lastOrder - firstOrder', 396],
  ),
  calculation('*', levels.product, productOutcome, { en: 'Product.', zh: '乘。' }, ['monetary * 2', 120000]),
  calculation(
    '/',
    levels.product,
    quotientOutcome,
    { en: 'Quotient; not known where it would divide by zero.', zh: '除；除数为零时未知。' },
    ['monetary / frequency', 20000],
  ),
  {
    id: 'of',
    form: 'of',
    section: 'arithmetic',
    level: levels.prefix,
    en: ['of'],
    zh: ['的'],
    help: { en: 'A percentage of something.', zh: '某个数的百分之几。' },
    example: ['150% of averageOrder', 30000],
    type: productOutcome,
    plan(plan, [share, value]) {
      return plan.step('*', [plan.numbers(share!), plan.numbers(value!)], (_, a, b) => arithmetic('*', a, b));
    },
  },
  {
    id: 'negative',
    form: 'prefix',
    section: 'arithmetic',
    level: levels.prefix,
    en: ['-'],
    zh: ['-'],
    help: { en: 'The number with the other sign.', zh: '相反数。' },
    example: ['-frequency', -3],
    type([value], typing) {
      if (isNumeric(value!.kind) && value!.kind !== 'date') return { kind: value!.kind, operands: [value!] };
      return typing.fault(
        'notArithmetic',
        { operator: '-', left: value!.kind, right: value!.kind },
        typing.node,
      );
    },
    plan(plan, [value]) {
      const zero = plan.step('0', [], () => 0);
      return plan.step('-', [zero, plan.numbers(value!)], (_, a, b) => arithmetic('-', a, b));
    },
  },
  ...dates,
  ...textTests,
  ...aggregates,
  ...rowValues,
  ...statistics,
  ...scores,
];

const byId = new Map(constructs.map(construct => [construct.id, construct]));

/** The construct of that id, which must exist. */
export function constructOf(id: string): Construct {
  const construct = byId.get(id);
  if (!construct) throw new Error(`no construct ${id}`);
  return construct;
}

const functions: ReadonlyMap<string, Construct> = new Map(
  constructs
    .filter(construct => construct.form === 'function')
    .flatMap(construct => [...construct.en, ...construct.zh].map(spelling => [spelling, construct] as const)),
);

/** The function of that spelling in either language. */
export function functionOf(spelling: string): Construct | undefined {
  return functions.get(spelling.toLowerCase());
}
