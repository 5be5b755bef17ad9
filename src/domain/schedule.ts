/** When something is done again, by the clock on the user's wall. */
export interface Schedule {
  readonly every: 'never' | 'hour' | 'sixHours' | 'day' | 'week';
  /** Minutes after midnight, for a day and a week. */
  readonly minute: number;
  /** 0 = Sunday, for a week. */
  readonly weekday: number;
}

const HOUR = 3_600_000;
/** From the first retry on, each waits twice as long as the one before. */
const FIRST_RETRY = 5 * 60_000;
const LONGEST_RETRY = 24 * HOUR;

/**
 * The next time after `after` (both milliseconds since 1970), null = never. Days are local calendar days: a time that
 * the clock skips in spring comes as much later, one that it shows twice in autumn comes once.
 */
export function nextRun({ every, minute, weekday }: Schedule, after: number): number | null {
  if (every === 'never') return null;
  if (every === 'hour') return after + HOUR;
  if (every === 'sixHours') return after + 6 * HOUR;
  const from = new Date(after);
  for (let days = 0; ; days++) {
    const at = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, 0, minute);
    if (at.getTime() > after && (every === 'day' || at.getDay() === weekday)) return at.getTime();
  }
}

/**
 * When to try again after the `failures`-th failure in a row, which was at `at`: soon and then ever more seldom where
 * it may pass by itself, else at the next regular time, but not more often either. Null = never.
 */
export function nextTry(schedule: Schedule, at: number, failures: number, mayPass: boolean): number | null {
  const regular = nextRun(schedule, at);
  if (regular === null || failures === 0) return regular;
  const retry = at + Math.min(FIRST_RETRY * 2 ** (failures - 1), LONGEST_RETRY);
  return mayPass ? retry : Math.max(regular, retry);
}
