import type { Hit } from '../../domain/index.ts';
import { almostRows, borderlineRows, type ReviewMeasure, typicalRows } from '../../models/index.ts';
import { measuresOf, type Result } from '../../rules/index.ts';
import type { NamedValue } from '../api.ts';
import type { Context } from '../context.ts';
import type { Evaluation } from '../evaluating.ts';
import { hitAt } from '../members.ts';
import { numbersIn } from '../numbers.ts';
import { type ReviewPart, rowsOf } from './parts.ts';

/** A member that shows what a part of a rule is like. */
export interface Exemplar extends Hit {
  readonly values: readonly NamedValue[];
}

export interface Exemplars {
  readonly typical: readonly Exemplar[];
  /** In it, but close to a bound; not in it, but close to those who are. */
  readonly borderline: readonly Exemplar[];
  readonly almost: readonly Exemplar[];
}

const MOST_EXEMPLARS = 5;

/** Members that are typical of a part of a rule, and those on both sides of its border. */
export async function exemplarsOf(
  context: Context,
  evaluation: Evaluation,
  { kind, name, level }: ReviewPart,
): Promise<Exemplars> {
  const { run, base } = evaluation;
  const result = run.results.find(each => each.kind === kind && each.name === name);
  if (!result) return { typical: [], borderline: [], almost: [] };
  const members = rowsOf(result, level, run.size);
  const measured = measuresOfPart(evaluation, result, level);
  const measures = measured.map(({ measure }) => measure);
  const [labels, results] = [await context.labels(), await context.results()];
  const shown = (near: readonly { row: number }[]) =>
    near.map(
      ({ row }): Exemplar => ({
        ...hitAt(row, base.ids[row]!, labels, results),
        values: measured.map(({ label, kind: valueKind, measure: { values } }) => ({
          name: label,
          kind: valueKind,
          value: Number.isNaN(values[row]) ? null : values[row]!,
        })),
      }),
    );
  return {
    typical: shown(typicalRows(members, measures, MOST_EXEMPLARS)),
    borderline: shown(borderlineRows(members, measures, MOST_EXEMPLARS)),
    almost: shown(almostRows(members, measures, MOST_EXEMPLARS)),
  };
}

interface Measured {
  readonly label: string;
  readonly kind: NamedValue['kind'];
  readonly measure: ReviewMeasure;
}

/** The numbers that a part of a rule looks at, with the bounds that matter to it. */
function measuresOfPart(
  { run, text }: Evaluation,
  result: Extract<Result, { kind: string }>,
  level: string,
): Measured[] {
  const levels = result.kind === 'tier' ? result.levels : [];
  const place = levels.indexOf(level);
  const isUpperBound = (each: { level: string; keep: boolean }) =>
    place > 0 && each.level === levels[place - 1] && !each.keep;
  return measuresOf(run.checked, result.name).flatMap(({ value, span, field, thresholds }): Measured[] => {
    if (value.kind === 'flag' || value.kind === 'text' || value.kind === 'texts') return [];
    const over = run.over(value);
    const values = typeof over === 'number' ? null : numbersIn(over);
    if (!values) return [];
    const bounds = thresholds
      .filter(each => level === '' || each.level === level || isUpperBound(each))
      .map(({ bound }) => run.over(bound))
      .filter((bound): bound is number => typeof bound === 'number' && !Number.isNaN(bound));
    const label = field?.id ?? text.slice(...span).replace(/\s+/g, ' ');
    return [{ label, kind: value.kind, measure: { values, thresholds: bounds } }];
  });
}
