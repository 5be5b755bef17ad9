import { addMonths, type Day } from '../../domain/index.ts';
import { periodOf } from '../kpi/periods.ts';
import type { Standing } from './ladder.ts';

/** How often levels are looked at: on Mondays, on the first of each month, or of January, April, July, October. */
export type ReviewCycle = 'week' | 'month' | 'quarter';

/** The last day of review up to and on `day`. */
export function reviewBefore(day: Day, cycle: ReviewCycle): Day {
  if (cycle !== 'quarter') return periodOf(day, cycle).from;
  const month = periodOf(day, 'month').from;
  return addMonths(month, -(monthOf(month) % 3));
}

/** The first day of review after `day`. */
export function reviewAfter(day: Day, cycle: ReviewCycle): Day {
  const before = reviewBefore(day, cycle);
  if (cycle === 'week') return before + 7;
  return addMonths(before, cycle === 'month' ? 1 : 3);
}

/** Ten years of weeks. */
const mostReviews = 520;

/** The days of review from the one after `first` to the last up to `asOf`, ascending; of a long history the latest. */
export function reviewDays(first: Day, asOf: Day, cycle: ReviewCycle): Day[] {
  const days: Day[] = [];
  for (let day = reviewBefore(asOf, cycle); day > first && days.length < mostReviews; ) {
    days.push(day);
    day = reviewBefore(day - 1, cycle);
  }
  return days.reverse();
}

/** The day of review after `asOf` on which a level in danger is lost, where the value stays; null where none is. */
export function lossDay(
  { since, came, graceUntil }: Standing,
  dwell: number,
  cycle: ReviewCycle,
  asOf: Day,
): Day | null {
  if (graceUntil === null) return null;
  const settledOn = came === 0 ? since : since + dwell;
  return reviewAfter(Math.max(asOf, graceUntil - 1, settledOn - 1), cycle);
}

/** 0 = January. */
function monthOf(day: Day): number {
  return new Date(day * 86_400_000).getUTCMonth();
}
