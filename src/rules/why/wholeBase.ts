import type { Bits, Day } from '../../domain/index.ts';
import { evaluate, insideOf, type Result, type Run } from '../evaluate.ts';
import type { PreviousTiers } from '../plan.ts';
import type { Typed } from '../types.ts';
import { timingOf } from './timing.ts';

/**
 * The first later day on which time alone changes any tag, tier, segment or action of anybody, with the statistics of
 * the run; null where none does within the horizon. One whole run a day until then: usually tomorrow.
 */
export function nextChangeDay(run: Run, horizonDays = 31): Day | null {
  const inside = insideOf(run);
  const { checked, asOf, frame } = inside;
  const roots = checked.declarations.map((declaration): Typed => {
    const node = { kind: 'name', id: 0, span: declaration.span, name: declaration.name } as const;
    return { form: 'declared', kind: 'flag', space: 'customer', declaration, node };
  });
  const { windows, drifts, ages, daily } = timingOf(inside, roots);
  if (windows.length + drifts.length + ages.length === 0 && !daily) return null;
  const previousTiers = levelsOf(run);
  for (let day = asOf + 1; day <= asOf + horizonDays; day++) {
    const later = evaluate(checked, frame, { asOf: day, population: run.population, previousTiers });
    if (later.results.some((result, index) => differs(result, run.results[index]!))) return day;
  }
  return null;
}

function levelsOf({ results }: Run): PreviousTiers {
  return new Map(results.flatMap(each => (each.kind === 'tier' ? [[each.name, each] as const] : [])));
}

function differs(later: Result, now: Result): boolean {
  if (later.kind === 'metric') return false;
  if (later.kind === 'tier')
    return later.codes.some((code, row) => code !== (now as typeof later).codes[row]);
  return !later.bits.equals((now as { bits: Bits }).bits);
}
