import { addMonths, type Day, dayOf, isoOf } from '../../domain/index.ts';

/** Days from .. until, the latter not included. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** A period's length: calendar weeks from Monday, calendar months. */
export type Pace = 'week' | 'month';

/** The period of that pace in which `day` lies. */
export function periodOf(day: Day, pace: Pace): Period {
  if (pace === 'week') {
    const from = day - ((((day + 3) % 7) + 7) % 7); // 1970-01-01 was a Thursday
    return { from, until: from + 7 };
  }
  const [year, month] = isoOf(day).split('-').map(Number) as [number, number];
  const from = dayOf(year, month, 1)!;
  return { from, until: addMonths(from, 1) };
}

/** The last `count` periods up to the one in which `asOf` lies, the oldest first. The last one may not be over. */
export function lastPeriods(asOf: Day, pace: Pace, count: number): Period[] {
  const periods: Period[] = [];
  let period = periodOf(asOf, pace);
  for (let at = 0; at < count; at++) {
    periods.unshift(period);
    period = periodOf(period.from - 1, pace);
  }
  return periods;
}
