/** Calendar arithmetic over whole columns of days, without an object a row. */
import { addMonths, type Day, dayOf, isoOf } from '../domain/index.ts';
import type { Window } from './ast.ts';
import type { Values } from './kernels.ts';
import type { DurationUnit } from './tokens.ts';

/** Parts of a date that a rule may ask for. */
export type DatePart = 'year' | 'quarter' | 'month' | 'day' | 'weekday';

/** `year * 10000 + month * 100 + day` of a day (proleptic Gregorian; years from 0 on). */
function civilOf(day: Day): number {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year * 10_000 + month * 100 + date;
}

/** The day of a calendar date; the month's end where the month is shorter. */
function dayClamped(year: number, month: number, date: number): Day {
  return dayOf(year, month, Math.min(date, monthLength(year, month)))!;
}

function monthLength(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Monday = 1 … Sunday = 7. */
function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const parts: Readonly<Record<DatePart, (day: Day) => number>> = {
  year: day => Math.floor(civilOf(day) / 10_000),
  month: day => Math.floor(civilOf(day) / 100) % 100,
  quarter: day => Math.ceil((Math.floor(civilOf(day) / 100) % 100) / 3),
  day: day => civilOf(day) % 100,
  weekday: weekdayOf,
};

/** One part of each date; unknown stays unknown. */
export function partsOf(days: Values | number, part: DatePart): Float64Array<ArrayBuffer> | number {
  return mapped(days, parts[part]);
}

/** Whole months or years from each date until `asOf`; a day that the month lacks counts at the month's end. */
export function elapsed(
  days: Values | number,
  asOf: Day,
  unit: 'month' | 'year',
): Float64Array<ArrayBuffer> | number {
  const today = civilOf(asOf);
  const year = Math.floor(today / 10_000);
  const month = Math.floor(today / 100) % 100;
  const length = unit === 'year' ? 12 : 1;
  return mapped(days, day => {
    const civil = civilOf(day);
    const wanted = Math.floor(civil / 100) % 100;
    const date = civil % 100;
    const months = (year - Math.floor(civil / 10_000)) * 12 + month - wanted;
    const short = Math.min(date, monthLength(year, month)) > today % 100 ? 1 : 0;
    return Math.floor((months - short) / length);
  });
}

/** Days from `asOf` to the next yearly return of each date, 0 on the day itself; 29 February returns on the 28th. */
export function daysUntilReturn(days: Values | number, asOf: Day): Float64Array<ArrayBuffer> | number {
  const year = Math.floor(civilOf(asOf) / 10_000);
  return mapped(days, day => {
    if (day >= asOf) return day - asOf;
    const civil = civilOf(day);
    const month = Math.floor(civil / 100) % 100;
    const next = dayClamped(year, month, civil % 100);
    return (next >= asOf ? next : dayClamped(year + 1, month, civil % 100)) - asOf;
  });
}

function mapped(days: Values | number, of: (day: Day) => number): Float64Array<ArrayBuffer> | number {
  if (typeof days === 'number') return Number.isNaN(days) ? days : of(days);
  const result = new Float64Array(days.length);
  for (let i = 0; i < result.length; i++) {
    const day = days[i]!;
    result[i] = day - day === 0 ? of(day) : Number.NaN;
  }
  return result;
}

/** The last day that is no longer in a window which ends at `asOf`. Months are clamped to the month's end. */
export function windowStart(asOf: Day, { count, unit }: { count: number; unit: DurationUnit }): Day {
  if (unit === 'day') return asOf - count;
  if (unit === 'week') return asOf - 7 * count;
  return addMonths(asOf, -count * { month: 1, quarter: 3, year: 12 }[unit]);
}

/** The first and the last day of a window; never later than `asOf`. */
export function windowDays(asOf: Day, window: Window): readonly [first: Day, last: Day] {
  if ('from' in window) return [window.from, Math.min(window.to, asOf)];
  if ('count' in window) return [windowStart(asOf, window) + 1, asOf];
  const first = periodStart(asOf, window.unit);
  return window.period === 'this' ? [first, asOf] : [periodStart(first - 1, window.unit), first - 1];
}

/** The first day of the calendar period around a day; weeks begin on Monday. */
function periodStart(day: Day, unit: DurationUnit): Day {
  if (unit === 'day') return day;
  if (unit === 'week') return day - weekdayOf(day) + 1;
  const civil = civilOf(day);
  const year = Math.floor(civil / 10_000);
  const month = Math.floor(civil / 100) % 100;
  if (unit === 'year') return dayClamped(year, 1, 1);
  return dayClamped(year, unit === 'month' ? month : 3 * Math.floor((month - 1) / 3) + 1, 1);
}

/** A window in a few characters: what tells two of them apart. */
export function windowKey(window: Window): string {
  if ('from' in window) return `${isoOf(window.from)}..${isoOf(window.to)}`;
  return 'count' in window ? `${window.count}${window.unit}` : `${window.period} ${window.unit}`;
}
