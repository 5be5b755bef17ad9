import type { Day } from '../../domain/index.ts';
import type { CheckedDeclaration } from '../checked.ts';
import { type Inside, insideAnew, insideOf, type Run } from '../evaluate.ts';
import type { Coded, PreviousTiers } from '../plan.ts';
import type { Typed } from '../types.ts';
import { declarationNamed } from './parts.ts';
import { type Situation, situationOf } from './situation.ts';
import { crossingDays, type Timing, timingOf, turningDays } from './timing.ts';

/** What a declaration comes to for one customer: a tier's level (null = none), else whether it holds. */
export type Outcome = boolean | string | null;

/** The first later day on which an outcome differs. */
export interface Turn {
  readonly day: Day;
  readonly verdict: Outcome;
}

/**
 * When time alone changes what a declaration comes to: the first day within the horizon on which it differs, with
 * the facts, statistics and model columns of the run and the rules applied every day. null where it stays, and for metrics.
 */
export function nextChange(run: Run, name: string, row: number, horizonDays = 400): Turn | null {
  const inside = insideOf(run);
  const declaration = declarationNamed(inside, name);
  if (!declaration || declaration.kind === 'metric') return null;
  const situation = situationOf(inside, row);
  const { timing, read } = outcomeOf(inside, declaration);
  const now = read(insideAnew(run, situation));
  for (const later of days(run, situation, timing, situation.asOf + horizonDays)) {
    const verdict = read(later);
    if (verdict !== now) return { day: later.asOf, verdict };
  }
  return null;
}

/** How to read a declaration's outcome off a run of one row, and how time acts on it. */
export function outcomeOf(
  inside: Inside,
  declaration: Exclude<CheckedDeclaration, { kind: 'metric' }>,
): { root: Typed; timing: Timing; read: (one: Inside) => Outcome } {
  if (declaration.kind !== 'tier') {
    const { when } = declaration;
    return { root: when, timing: timingOf(inside, [when]), read: one => one.holds(when, 0) };
  }
  const { by } = declaration;
  const declared: Typed = { form: 'declared', kind: 'text', space: 'customer', declaration, node: by.node };
  return {
    root: declared,
    timing: timingOf(inside, [declared]),
    read: one => one.valueOf(declared, 0) as string | null,
  };
}

/** The situation `count` days later, with the levels that the rules give on the way. */
export function wait(run: Run, situation: Situation, count: number, timing: Timing): Situation {
  const asOf = situation.asOf + count;
  if (timing.tiers.length === 0) return { ...situation, asOf };
  let { previousTiers } = situation;
  let now = insideAnew(run, situation);
  for (const later of days(run, situation, timing, asOf - 1)) now = later;
  previousTiers = levelsNow(now, timing);
  return { ...situation, asOf, previousTiers };
}

/** One run of one row for each later day on which something may change, ascending, up to and with `last`. */
export function* days(run: Run, start: Situation, timing: Timing, last: Day): Generator<Inside> {
  const turning = timing.daily ? everyDay(start.asOf + 1, last) : turningDays(timing, start, last);
  let now = insideAnew(run, start);
  let next = 0;
  while (now.asOf < last) {
    const { asOf } = now;
    while (turning[next]! <= asOf) next++;
    const crossings = timing.daily ? [] : crossingDays(timing, now);
    const day = Math.min(turning[next] ?? Number.POSITIVE_INFINITY, ...crossings.filter(each => each > asOf));
    if (day > last) return;
    now = insideAnew(run, { ...start, asOf: day, previousTiers: levelsNow(now, timing) });
    yield now;
  }
}

function everyDay(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The levels held before the day after `now`. */
function levelsNow(now: Inside, { tiers }: Timing): PreviousTiers | undefined {
  if (tiers.length === 0) return now.previousTiers;
  const held = new Map(now.previousTiers);
  for (const tier of tiers) {
    const { codes } = now.read(now.planner.declared(tier)) as Coded;
    const levels = tier.levels.map(level => level.name);
    held.set(tier.name, { levels, codes: Uint8Array.of(codes[0]!) });
  }
  return held;
}
