import type { Day } from '../../domain/index.ts';
import { quantileAt, sortedKnown } from '../quantile.ts';

/** A level but the lowest: it is earned from `enter` on and kept down to `keep`. */
export interface Level {
  readonly name: string;
  readonly enter: number;
  /** At most `enter`; absent: the same. */
  readonly keep?: number;
}

/** Levels from the highest to the lowest, which everybody else has, and how slowly they change. */
export interface Ladder {
  /** Highest first; `enter` falls from one to the next. */
  readonly levels: readonly Level[];
  /** The name of the lowest level, which needs nothing. */
  readonly otherwise: string;
  /** Whether `enter` and `keep` are values of the metric, or shares of the base below (0.9: the best tenth). */
  readonly by: 'value' | 'quantile';
  /** Whether small values are the good ones, as with days since the last order. */
  readonly lessIsBetter: boolean;
  /** Days that a level lasts at least: no change of direction, and no second fall, sooner. */
  readonly dwell: number;
  /** Days below `keep` after which a level is lost. 0 = at once. */
  readonly grace: number;
  /** Whether a fall leads one level down however little is left. */
  readonly oneStepDown: boolean;
}

/** Where a customer stands: rank 0 is the highest level. */
export interface Standing {
  readonly rank: number;
  /** The day from which on the rank has held. */
  readonly since: Day;
  /** How the rank was reached: by a rise (1), by a fall (-1), or it is the first (0). */
  readonly came: -1 | 0 | 1;
  /** The day on which the rank is lost unless the value recovers; null where it is not in danger. */
  readonly graceUntil: Day | null;
}

/** A ladder with values of the metric alone, ready to climb: more is better, see `merits`. */
export interface Rungs {
  readonly enter: readonly number[];
  readonly keep: readonly number[];
  readonly dwell: number;
  readonly grace: number;
  readonly oneStepDown: boolean;
}

/** Values of the metric such that more is better. */
export function merits(values: Float64Array, lessIsBetter: boolean): Float64Array {
  return lessIsBetter ? values.map(value => -value) : values;
}

/** The thresholds of a ladder as merits. Quantiles are those of `base`, the merits that the ladder is set by. */
export function rungsOf(ladder: Ladder, base: Float64Array): Rungs {
  const { levels, by, dwell, grace, oneStepDown } = ladder;
  const sorted = by === 'quantile' ? sortedKnown(base) : null;
  const meritAt = (bound: number) => (sorted ? quantileAt(sorted, bound) : meritOf(ladder, bound));
  return {
    enter: levels.map(({ enter }) => meritAt(enter)),
    keep: levels.map(({ enter, keep = enter }) => meritAt(keep)),
    dwell,
    grace,
    oneStepDown,
  };
}

function meritOf({ by, lessIsBetter }: Pick<Ladder, 'by' | 'lessIsBetter'>, bound: number): number {
  return lessIsBetter && by === 'value' ? -bound : bound;
}

/** What is wrong with a ladder: places of levels, counted from 0. */
export interface LadderFlaws {
  /** These are not below the level above them, so that it leaves them nobody. */
  readonly notBelow: readonly number[];
  /** These are kept from a higher value on than they are earned. */
  readonly keepAboveEnter: readonly number[];
  /** These are called as an earlier one is; the lowest level is the one after the last. */
  readonly sameName: readonly number[];
  /** These have no name. */
  readonly noName: readonly number[];
}

/** What is wrong with the thresholds and names of a ladder. */
export function ladderFlaws(
  ladder: Pick<Ladder, 'levels' | 'otherwise' | 'by' | 'lessIsBetter'>,
): LadderFlaws {
  const { levels, otherwise } = ladder;
  const enter = levels.map(level => meritOf(ladder, level.enter));
  const keep = levels.map(level => meritOf(ladder, level.keep ?? level.enter));
  const names = [...levels.map(({ name }) => name), otherwise].map(name => name.trim().toLowerCase());
  return {
    notBelow: [...enter.keys()].filter(place => place > 0 && enter[place]! >= enter[place - 1]!),
    keepAboveEnter: [...enter.keys()].filter(place => keep[place]! > enter[place]!),
    sameName: [...names.keys()].filter(place => names[place] && names.indexOf(names[place]) !== place),
    noName: [...names.keys()].filter(place => names[place] === ''),
  };
}

/** The rank that a value earns by itself, without any memory; an unknown value earns the lowest. */
export function plainRank({ enter }: Pick<Rungs, 'enter'>, value: number): number {
  const rank = enter.findIndex(bound => value >= bound);
  return rank < 0 ? enter.length : rank;
}

/**
 * Where a customer stands on `day` with that value, after standing there before (null: never seen). Rises are at
 * once, unless the customer fell within the dwell; a fall waits until the value has been below what the level is kept
 * for through the days of grace and the dwell is over. Days come in ascending order; the same
 * day and value again change nothing.
 */
export function stepStanding(rungs: Rungs, before: Standing | null, value: number, day: Day): Standing {
  const earned = plainRank(rungs, value);
  if (!before) return { rank: earned, since: day, came: 0, graceUntil: null };
  const { rank, since, came } = before;
  const settled = came === 0 || day >= since + rungs.dwell;
  if (earned < rank) {
    if (settled || came === 1) return { rank: earned, since: day, came: 1, graceUntil: null };
    return { ...before, graceUntil: null };
  }
  if (rank === rungs.enter.length || value >= rungs.keep[rank]!) return { ...before, graceUntil: null };
  if (came === -1 && day === since) return before;
  const graceUntil = before.graceUntil ?? day + rungs.grace;
  if (day < graceUntil || !settled) return { ...before, graceUntil };
  return {
    rank: rungs.oneStepDown ? rank + 1 : keptRank(rungs, rank, value),
    since: day,
    came: -1,
    graceUntil: null,
  };
}

/** The highest level below `rank` for which the value is enough to keep it. */
function keptRank({ keep }: Rungs, rank: number, value: number): number {
  const below = keep.findIndex((bound, place) => place > rank && value >= bound);
  return below < 0 ? keep.length : below;
}
