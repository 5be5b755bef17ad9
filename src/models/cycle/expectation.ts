import type { Day } from '../../domain/index.ts';
import type { Cycles } from './cycles.ts';

/**
 * Where a customer stands on the way to the next purchase, by the day it is expected on: past the whole interval
 * ('overdue'), past the day but within it ('late'), within seven days from today on, within thirty, or later.
 */
export const expectations = ['overdue', 'late', 'week', 'month', 'later'] as const;
export type Expectation = (typeof expectations)[number];

/** The expectation of a row; null where nothing is expected. */
export function expectationAt(
  { next, latest }: Pick<Cycles, 'next' | 'latest'>,
  row: number,
  asOf: Day,
): Expectation | null {
  const until = next[row]! - asOf;
  if (Number.isNaN(until)) return null;
  if (asOf > latest[row]!) return 'overdue';
  if (until < 0) return 'late';
  return until < 7 ? 'week' : until < 30 ? 'month' : 'later';
}
