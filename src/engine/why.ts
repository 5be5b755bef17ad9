import { flips, nextChange, prove } from '../rules/index.ts';
import type { RuleOutcome, WhyRequest, WhyView } from './api.ts';
import type { Evaluation } from './evaluating.ts';

/** Why a declaration comes out as it does for a customer; null where the text or the base has no such one. */
export function whyOf(
  evaluation: Evaluation,
  { name, id, language }: Omit<WhyRequest, 'text'>,
): WhyView | null {
  const { run, base, asOf } = evaluation;
  const row = base.ids.indexOf(id);
  const proof = row < 0 ? null : prove(run, name, row, language);
  if (!proof) return null;
  return {
    proof,
    flips: flips(run, name, row),
    next: nextChange(run, name, row),
    asOf,
    ownFields: base.ownFields,
  };
}

/** What the rules but metrics come to for a customer, in order of the text; nothing where the base has no such one. */
export function outcomesOf({ run, base }: Evaluation, id: string): RuleOutcome[] {
  const row = base.ids.indexOf(id);
  if (row < 0) return [];
  return run.results.flatMap(result => {
    if (result.kind === 'metric') return [];
    const { kind, name } = result;
    const outcome =
      result.kind === 'tier' ? (result.levels[result.codes[row]! - 1] ?? null) : result.bits.has(row);
    return [{ kind, name, outcome }];
  });
}
