/** A whole calendar day in the user's time zone, as days since 1970-01-01. Time of day and offsets are gone. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
/** Days of a common year before each month. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/** Days from 0001-01-01 on. */
const DAYS_BEFORE_1970 = 719_162;

/** The local calendar day on which `date` falls. */
export function localDay(date: Date): Day {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / MS_PER_DAY;
}

/** When a day begins on the clock on the user's wall, in milliseconds since 1970. */
export function startOf(day: Day): number {
  const date = new Date(day * MS_PER_DAY);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime();
}

/** The day of a calendar date (month 1-12), or null where there is no such date. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(dayOfMonth)) return null;
  if (month < 1 || month > 12 || dayOfMonth < 1) return null;
  const leapDay = Number(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  if (dayOfMonth > DAYS_BEFORE[month]! - DAYS_BEFORE[month - 1]! + (month === 2 ? leapDay : 0)) return null;
  const past = year - 1;
  const leapYears = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const ofYear = DAYS_BEFORE[month - 1]! + (month > 2 ? leapDay : 0) + dayOfMonth - 1;
  return past * 365 + leapYears + ofYear - DAYS_BEFORE_1970;
}

/** The day written `YYYY-MM-DD`, or null. */
export function dayFromIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** `YYYY-MM-DD`. */
export function isoOf(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The same day of the month `months` later (earlier if negative), clamped to the month's end. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * MS_PER_DAY);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(month / 12);
  const lastOfMonth = new Date(Date.UTC(year, month - year * 12 + 1, 0)).getUTCDate();
  return Date.UTC(year, month - year * 12, Math.min(date.getUTCDate(), lastOfMonth)) / MS_PER_DAY;
}
