import type { Bits } from '../domain/index.ts';
import type { Construct } from './constructs.ts';
import type { Numbers } from './kernels.ts';
import { levels } from './levels.ts';
import type { Planner, Step } from './plan.ts';
import type { Typed } from './types.ts';

/** What scores are made of. */
export const scores: readonly Construct[] = [
  {
    id: 'tagScore',
    form: 'word',
    section: 'score',
    level: levels.primary,
    en: ['tag score'],
    zh: ['标签总分'],
    help: { en: 'The sum of the weights of all tags that the customer has.', zh: '客户所有标签的权重之和。' },
    example: ['tag score', 0],
    type: operands => ({ kind: 'number', operands }),
    plan: (plan, operands) => planTotal(plan, operands),
  },
  {
    id: 'total',
    form: 'internal',
    section: 'score',
    level: levels.primary,
    en: [],
    zh: [],
    help: {
      en: 'The sum of the lines of a score; an unknown value counts 0.',
      zh: '评分各行之和，未知的值计 0。',
    },
    example: ['tag score', 0],
    type: operands => ({ kind: 'number', operands }),
    plan: (plan, operands) => planTotal(plan, operands),
  },
  {
    id: 'points',
    form: 'internal',
    section: 'score',
    level: levels.primary,
    en: [],
    zh: [],
    help: { en: 'A value where a condition holds, else 0.', zh: '条件成立时取该值，否则为 0。' },
    example: ['tag score', 0],
    type: operands => ({ kind: 'number', operands }),
    plan(plan, [condition, value]) {
      return plan.step('points', [plan.flags(condition!), plan.numbers(value!)], (_, bits, values) => {
        return pointsOf(bits, values);
      });
    },
  },
];

function planTotal(plan: Planner, parts: readonly Typed[]): Step<Numbers> {
  const zero: Step<Numbers> = plan.step('0', [], () => 0);
  return parts.reduce((sum, part) => {
    return plan.step('plus', [sum, plan.numbers(part)], (_, total, values) => plus(total, values));
  }, zero);
}

/** `total + values`, an unknown value counting 0. */
function plus(total: Numbers, values: Numbers): Numbers {
  if (typeof values === 'number' && typeof total === 'number') return total + (values || 0);
  const size = typeof values === 'number' ? (total as Float64Array).length : values.length;
  const sums = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const before = typeof total === 'number' ? total : total[i]!;
    sums[i] = before + ((typeof values === 'number' ? values : values[i]!) || 0);
  }
  return sums;
}

function pointsOf(bits: Bits, values: Numbers): Float64Array<ArrayBuffer> {
  const points = new Float64Array(bits.size);
  for (const row of bits.rows()) points[row] = typeof values === 'number' ? values : values[row]!;
  return points;
}
