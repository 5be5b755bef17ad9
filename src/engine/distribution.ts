import type { Bits, Span, ValueKind } from '../domain/index.ts';
import { minorDigits } from '../i18n/index.ts';
import { type Measure, measuresOf, type Threshold, writtenNumber } from '../rules/index.ts';
import type { Distribution, DistributionRequest, Summary, ThresholdValue } from './api.ts';
import { columnNamed } from './columns.ts';
import type { Evaluation } from './evaluating.ts';
import { binAt, knownIn, numbersIn, quantileIn, scaleOf, type Values } from './numbers.ts';
import { membersOf } from './preview.ts';

/** How many values of a text are told. */
const mostValues = 12;

/** How the values that a declaration looks at are spread, and where it cuts them. */
export function distributionOf(
  evaluation: Evaluation,
  { name, measure, at }: Omit<DistributionRequest, 'text'>,
  currency: string,
): Distribution | null {
  const { run, text } = evaluation;
  const measures = measuresOf(run.checked, name);
  const result = run.results.find(each => each.name === name);
  const chosen = measure !== null && measure < measures.length ? measure : nearest(measures, at);
  const picked = measures[chosen];
  if (!picked || !result) return null;
  const over = run.over(picked.value);
  if (typeof over === 'number') return null;
  const thresholds = picked.thresholds.map(each => thresholdValue(evaluation, each, picked, currency));
  const marks = thresholds.flatMap(({ value }) => (value === null ? [] : [value]));
  return {
    measures: measures.map(({ span }) => ({ label: text.slice(...span).replace(/\s+/g, ' '), span })),
    chosen,
    kind: picked.value.kind,
    field: picked.field?.id ?? null,
    ...spreadOf(over, picked.value.kind, marks, membersOf(result, run.size)),
    thresholds,
  };
}

/** A field or metric over the whole base; null where the name is neither. */
export function summaryOf(evaluation: Evaluation, name: string): Summary | null {
  const column = columnNamed(evaluation, name);
  if (!column) return null;
  const { kind, values } = column;
  const { known, unknown, mean, quantiles, bins, values: frequent } = spreadOf(values, kind, [], null);
  return {
    kind,
    known,
    unknown,
    mean,
    median: quantiles.find(({ share }) => share === 0.5)?.value ?? null,
    bins: bins.map(({ count }) => count),
    low: bins[0]?.from ?? 0,
    high: bins.at(-1)?.to ?? 0,
    values: frequent,
  };
}

const shares = [0.05, 0.25, 0.5, 0.75, 0.95];

/** How values are spread. */
export type Spread = Pick<
  Distribution,
  'known' | 'unknown' | 'mean' | 'quantiles' | 'bins' | 'above' | 'values'
>;

/** How a column is spread, on a scale that reaches as far as `marks`; `members` are counted apart. */
export function spreadOf(
  column: Values,
  kind: ValueKind,
  marks: readonly number[],
  members: Bits | null,
): Spread {
  const numbers = numbersIn(column);
  if (!numbers) return textSpread(column as Exclude<Values, Bits>, members);
  const known = knownIn(numbers);
  const { sorted, mean } = known;
  const rest = { known: sorted.length, unknown: numbers.length - sorted.length, values: [] };
  if (sorted.length === 0) {
    return { ...rest, mean: null, quantiles: [], bins: [], above: { count: 0, members: 0 } };
  }
  const scale = scaleOf(known, kind, marks);
  const counts = new Float64Array(scale.count + 1);
  const held = new Float64Array(scale.count + 1);
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row]!;
    if (Number.isNaN(value)) continue;
    const bin = binAt(scale, value);
    counts[bin]!++;
    if (members?.has(row)) held[bin]!++;
  }
  return {
    ...rest,
    mean,
    quantiles: shares.map(share => ({ share, value: quantileIn(known, share) })),
    bins: Array.from({ length: scale.count }, (_, bin) => ({
      from: scale.from + bin * scale.width,
      to: scale.from + (bin + 1) * scale.width,
      count: counts[bin]!,
      members: held[bin]!,
    })),
    above: { count: counts[scale.count]!, members: held[scale.count]! },
  };
}

function textSpread(column: Exclude<Values, Bits>, members: Bits | null): Spread {
  if (column.form !== 'coded') throw new Error('texts are coded');
  const { codes, dictionary } = column;
  const counts = new Float64Array(dictionary.values.length);
  const held = new Float64Array(dictionary.values.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    counts[code]!++;
    if (members?.has(row)) held[code]!++;
  }
  const found = [...counts.keys()].filter(code => code > 0 && counts[code]! > 0);
  found.sort((a, b) => counts[b]! - counts[a]!);
  return {
    known: codes.length - counts[0]!,
    unknown: counts[0]!,
    mean: null,
    quantiles: [],
    bins: [],
    above: { count: 0, members: 0 },
    values: found.slice(0, mostValues).map(code => ({
      value: dictionary.values[code]!,
      count: counts[code]!,
      members: held[code]!,
    })),
  };
}

/** The measure whose place, or whose bound's place, is nearest to an offset of the text. */
function nearest(measures: readonly Measure[], at: number): number {
  const distance = ([start, end]: Span) => (at < start ? start - at : Math.max(0, at - end));
  const distances = measures.map(({ span, thresholds }) =>
    Math.min(distance(span), ...thresholds.map(threshold => distance(threshold.span))),
  );
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

function thresholdValue(
  { run, text }: Evaluation,
  { relation, level, keep, bound, span, literal }: Threshold,
  { value: { kind } }: Measure,
  currency: string,
): ThresholdValue {
  const over = run.over(bound);
  const value = typeof over === 'number' && !Number.isNaN(over) ? over : null;
  const told = { relation, level, keep, value, span };
  if (!literal || value === null) return { ...told, literal: null };
  if (literal.kind === 'date') return { ...told, literal: { span: literal.span, form: 'date', step: 1 } };
  const written = writtenNumber(text.slice(...literal.span));
  const money = 10 ** minorDigits(currency);
  const percent = literal.kind === 'number' && literal.unit === 'percent';
  const step = written === 0 ? (percent ? 0.01 : kind === 'money' ? money : 1) : value / written;
  const form = literal.kind === 'duration' ? 'days' : 'number';
  return { ...told, literal: step > 0 ? { span: literal.span, form, step } : null };
}
