import { Bits } from '../domain/index.ts';
import { arithmetic, codesIn, inRange, type Numbers, setsWith, type Values } from './kernels.ts';
import { type Coded, type Planner, rowsOf, type Step } from './plan.ts';
import type { Typed } from './types.ts';
import { alike, type Outcome, type Typing } from './units.ts';

export type Comparison = '=' | '!=' | '>' | '>=' | '<' | '<=';

interface ComparisonRow {
  /** What holds for the same pair the other way round. */
  readonly mirror: Comparison;
  holds(left: number, right: number): boolean;
  /** The closed ranges of values that compare so with `bound`. */
  ranges(bound: number): readonly (readonly [low: number, high: number])[];
}

const highest = Number.POSITIVE_INFINITY;
const lowest = Number.NEGATIVE_INFINITY;

const comparisons: Readonly<Record<Comparison, ComparisonRow>> = {
  '=': { mirror: '=', holds: (a, b) => a === b, ranges: bound => [[bound, bound]] },
  '!=': {
    mirror: '!=',
    holds: (a, b) => a < b || a > b,
    ranges: bound => [
      [lowest, neighbour(bound, -1)],
      [neighbour(bound, 1), highest],
    ],
  },
  '>': { mirror: '<', holds: (a, b) => a > b, ranges: bound => [[neighbour(bound, 1), highest]] },
  '>=': { mirror: '<=', holds: (a, b) => a >= b, ranges: bound => [[bound, highest]] },
  '<': { mirror: '>', holds: (a, b) => a < b, ranges: bound => [[lowest, neighbour(bound, -1)]] },
  '<=': { mirror: '>=', holds: (a, b) => a <= b, ranges: bound => [[lowest, bound]] },
};

/** What holds for the same pair the other way round: `90 < recency` is `recency > 90`. */
export function mirrorOf(operator: Comparison): Comparison {
  return comparisons[operator].mirror;
}

/** Types `left operator right`: two numbers of one kind, or a text and what it is compared with. */
export function comparisonOutcome(
  operator: Comparison,
  operands: readonly Typed[],
  typing: Typing,
): Outcome | null {
  let [left, right] = operands as [Typed, Typed];
  const equality = operator === '=' || operator === '!=';
  if (left.form === 'texts' && right.form !== 'texts' && equality) [left, right] = [right, left];
  if (left.kind === 'text' && left.form !== 'texts') {
    if (right.form !== 'texts') return typing.fault('textNeedsLiteral', {}, right.node);
    if (!equality && levelsOf(left) === null)
      return typing.fault('textHasNoOrder', { operator }, typing.node);
    const stored = typing.asStored(left, right);
    return stored && { kind: 'flag', operands: [left, stored] };
  }
  if (left.kind === 'texts' && right.kind === 'text') {
    return typing.fault('textsNeedContains', {}, typing.node);
  }
  const pair = alike(left, right, operator, typing);
  return pair && { kind: 'flag', operands: pair };
}

/** Plans a comparison of texts or numbers. */
export function planComparison(
  plan: Planner,
  operator: Comparison,
  operands: readonly Typed[],
  typed: Typed,
): Step<Bits> {
  const [left, right] = operands as [Typed, Typed];
  if (right.form === 'texts') return planTexts(plan, operator, left, right.values);
  const { space } = typed;
  return plan.step(`${operator}:${space}`, [plan.numbers(left), plan.numbers(right)], ({ frame }, a, b) => {
    return compareNumbers(operator, a, b, rowsOf(frame, space));
  });
}

/** The levels of a tier, highest first; null for other texts. */
export function levelsOf(typed: Typed): readonly string[] | null {
  if (typed.form === 'operation' && typed.construct.id === 'ofCustomer') return levelsOf(typed.operands[0]!);
  if (typed.form !== 'declared' || typed.declaration.kind !== 'tier') return null;
  return typed.declaration.levels.map(level => level.name);
}

function planTexts(plan: Planner, operator: Comparison, left: Typed, wanted: readonly string[]): Step<Bits> {
  const levels = levelsOf(left);
  if (!levels || operator === '=' || operator === '!=') {
    const equal = operator === '=';
    return planTextTest(plan, left, `${operator}${JSON.stringify(wanted)}`, text => {
      return wanted.includes(text) === equal;
    });
  }
  const bound = levels.indexOf(wanted[0]!);
  return planTextTest(plan, left, `${operator}${JSON.stringify([wanted, levels])}`, text => {
    return comparisons[mirrorOf(operator)].holds(levels.indexOf(text), bound);
  });
}

/** Rows of which a known text passes the test; the test sees each text of the dictionary once. */
export function planTextTest(
  plan: Planner,
  texts: Typed,
  label: string,
  test: (text: string) => boolean,
): Step<Bits> {
  return plan.step(`texts:${label}`, [plan.coded(texts)], (_, coded) => markedRows(coded, test));
}

function markedRows(coded: Coded, test: (text: string) => boolean): Bits {
  const table = Uint8Array.from(coded.values, (text, code) => (code > 0 && test(text) ? 1 : 0));
  return coded.offsets
    ? setsWith(coded.offsets, coded.codes as Uint32Array, table)
    : codesIn(coded.codes, table);
}

/** Rows for which `left operator right` holds; unknown holds in no comparison. */
export function compareNumbers(
  operator: Comparison,
  left: Numbers | Int32Array,
  right: Numbers | Int32Array,
  size: number,
): Bits {
  if (typeof right === 'number') {
    if (typeof left === 'number')
      return comparisons[operator].holds(left, right) ? new Bits(size).not() : new Bits(size);
    return compareWithNumber(operator, left as Values, right);
  }
  if (typeof left === 'number') return compareWithNumber(mirrorOf(operator), right as Values, left);
  return compareWithNumber(operator, arithmetic('-', left, right) as Values, 0);
}

function compareWithNumber(operator: Comparison, values: Values, bound: number): Bits {
  const ranges = comparisons[operator].ranges(bound);
  return ranges.map(([low, high]) => inRange(values, low, high)).reduce((all, each) => all.or(each));
}

const double = new Float64Array(1);
const bitsOfDouble = new BigInt64Array(double.buffer);

/** The next double above (1) or below (-1), so that strict bounds need no kernel of their own. */
function neighbour(value: number, direction: 1 | -1): number {
  if (Number.isNaN(value)) return value;
  if (value === 0) return direction * Number.MIN_VALUE;
  double[0] = value;
  bitsOfDouble[0]! += BigInt(value > 0 ? direction : -direction);
  return double[0];
}
