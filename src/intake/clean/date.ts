import type { Day } from '../../domain/index.ts';
import { addMonths, dayOf, isoOf, localDay } from '../../domain/index.ts';
import { figuresOf } from './chineseDigits.ts';
import type { Cleaned } from './cleaned.ts';
import { clean, refuse } from './cleaned.ts';
import { isBlank, tidyCode } from './text.ts';
import { takeTime } from './time.ts';

/** In which order a column writes year, month and day where figures alone do not tell. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';

export interface DateContext {
  readonly order: DateOrder;
  /** Decides the century of two-digit years: none lies more than a year ahead. */
  readonly today: Day;
  /** The year from which the workbook counts its days: 1904 in files of old Macintosh spreadsheets, else 1900. */
  readonly serialsFrom?: 1900 | 1904;
}

/** A local calendar day; `minute` of the day, -1 where the cell names none. */
export interface Moment {
  readonly day: Day;
  readonly minute: number;
}

const MS_PER_DAY = 86_400_000;
const earliest = dayOf(1900, 1, 1)!;
const latest = dayOf(2200, 12, 31)!;
/** Day 0 of a workbook: 1899-12-30 (29 February 1900 is counted, though it never was), or 1904-01-01. */
const dayZero = { 1900: -25_569, 1904: -24_107 };
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const plain =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?)?$/;
const lunar = /农历|阴历|腊月|正月|冬月|初[一二三四五六七八九十]|廿[一二三四五六七八九]$/;
const weekday =
  /(?:^|[\s,])(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?(?=[\s,]|$),?|[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?/gi;

/** Reads a date as people and systems write it; null where the cell is blank. */
export function cleanDate(text: string, context: DateContext): Cleaned<Moment | null> {
  const exact = isoMoment(text);
  if (exact) return inRange(exact, text);
  const fast = plain.exec(text);
  if (fast) {
    const day = dayOf(Number(fast[1]), Number(fast[3]), Number(fast[4]));
    const minute = fast[5] === undefined ? -1 : Number(fast[5]) * 60 + Number(fast[6]);
    if (day !== null && minute < 1440 && Number(fast[6] ?? 0) < 60) return inRange({ day, minute }, text);
  }
  const whole = tidyCode(text);
  if (isBlank(whole)) return clean(null);
  if (lunar.test(simplified(whole))) return refuse('dateLunar', { value: whole });
  const figures = /^\d+(?:\.\d+)?$/.test(whole) ? fromFigures(whole, context) : undefined;
  if (figures !== undefined)
    return figures ? inRange(figures, whole) : refuse('dateInvalid', { value: whole });
  const words = simplified(whole).replace(weekday, ' ');
  const spoken = /[年月]/.test(words) ? figuresOf(words).replace(/年\s*,/, '年') : words;
  const time = takeTime(dateFirst(spoken.replace(/\s+/g, ' ').replace(/,$/, '').trim()));
  if (!time) return refuse('timeInvalid', { value: whole });
  const date = time.rest.replace(/[,\s]+$/, '').replace(/^[,\s]+/, '');
  if (
    /^\d{1,2}月\d{1,2}[日号]?$/.test(date) ||
    /^(?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])$/.test(date)
  )
    return refuse('dateNoYear', { value: whole });
  if (/^\d{4}(?:年\d{1,2}月?|[-/.](?:1[0-2]|0?[1-9]))$/.test(date))
    return refuse('dateNoDay', { value: whole });
  const day = readDay(date, context);
  if (day === null) return refuse('dateInvalid', { value: whole });
  if (time.offset === null) return inRange({ day, minute: time.minute }, whole);
  return inRange(local((day * 1440 + time.minute - time.offset) * 60_000), whole);
}

/** '2024-01-31', '2024-01-31 14:30' and '2024-01-31 14:30:00', as most systems write; null for all else. */
function isoMoment(text: string): Moment | null {
  const { length } = text;
  if ((length !== 10 && length !== 16 && length !== 19) || !isAt(text, 4, dash) || !isAt(text, 7, dash))
    return null;
  const day = dayOf(figuresAt(text, 0, 4), figuresAt(text, 5, 2), figuresAt(text, 8, 2));
  if (day === null) return null;
  if (length === 10) return { day, minute: -1 };
  if ((!isAt(text, 10, space) && !isAt(text, 10, letterT)) || !isAt(text, 13, colon)) return null;
  if (length === 19 && (!isAt(text, 16, colon) || !(figuresAt(text, 17, 2) <= 60))) return null;
  const [hours, minutes] = [figuresAt(text, 11, 2), figuresAt(text, 14, 2)];
  return hours < 24 && minutes < 60 ? { day, minute: hours * 60 + minutes } : null;
}

const [dash, space, letterT, colon] = [0x2d, 0x20, 0x54, 0x3a];

function isAt(text: string, at: number, unit: number): boolean {
  return text.charCodeAt(at) === unit;
}

/** The number that some figures of a text make, NaN where one is none. */
function figuresAt(text: string, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const figure = text.charCodeAt(at) - 0x30;
    if (!(figure >= 0 && figure <= 9)) return Number.NaN;
    value = value * 10 + figure;
  }
  return value;
}

const traditional: Readonly<Record<string, string>> = {
  號: '号',
  點: '点',
  時: '时',
  週: '周',
  農: '农',
  曆: '历',
  陰: '阴',
  國: '国',
  臘: '腊',
};

function simplified(text: string): string {
  return text.replace(/[號點時週農曆陰國臘]/g, character => traditional[character]!);
}

/** '10:36:28 on July 4, 1976' and 'Sep 25 10:36:28 2003' with the time at the end, where it is looked for. */
function dateFirst(text: string): string {
  return text
    .replace(/^(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:on\s+)?(.*\d.*)$/i, '$2 $1')
    .replace(/^([a-z]+\.? \d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?) (\d{4})$/i, '$1 $3 $2');
}

/** 8 figures are a date, 12 and 14 with time, 5 a spreadsheet's day count, 10 and 13 seconds and milliseconds. */
function fromFigures(text: string, { serialsFrom }: DateContext): Moment | null {
  const [whole = '', fraction = ''] = text.split('.');
  const stamp = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:\d{2})?)?$/.exec(whole);
  if (stamp && fraction.replace(/0+/, '') === '' && [8, 12, 14].includes(whole.length)) {
    const day = dayOf(Number(stamp[1]), Number(stamp[2]), Number(stamp[3]));
    const minute = stamp[4] === undefined ? -1 : Number(stamp[4]) * 60 + Number(stamp[5]);
    return day === null || minute > 1439 || Number(stamp[5] ?? 0) > 59 ? null : { day, minute };
  }
  if (whole.length === 5) {
    const minute =
      fraction === '' || Number(fraction) === 0 ? -1 : Math.round(Number(`0.${fraction}`) * 1440);
    return { day: Number(whole) + dayZero[serialsFrom ?? 1900], minute: Math.min(minute, 1439) };
  }
  if (whole.length === 10) return local(Number(text) * 1000);
  if (whole.length === 13) return local(Number(whole));
  return null;
}

function local(milliseconds: number): Moment {
  const date = new Date(milliseconds);
  return { day: localDay(date), minute: date.getHours() * 60 + date.getMinutes() };
}

function inRange(moment: Moment, text: string): Cleaned<Moment | null> {
  if (moment.day >= earliest && moment.day <= latest) return clean(moment);
  const year = new Date(moment.day * MS_PER_DAY).getUTCFullYear();
  return refuse('dateOutOfRange', { value: text, date: Number.isFinite(year) ? isoOf(moment.day) : text });
}

function readDay(text: string, context: DateContext): Day | null {
  const chinese = /^(民国|公元)?\s*(\d{2,4})\s*年\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号]?)?$/.exec(text);
  if (chinese) {
    const [, era, year, month, day] = chinese;
    if (day === undefined) return null;
    const republican = era === '民国' || (year!.length === 3 && era === undefined);
    const full = republican
      ? Number(year) + 1911
      : fullYear(year!, Number(month), Number(day), context.today);
    return dayOf(full, Number(month), Number(day));
  }
  const joined = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (joined) return dayOf(Number(joined[1]), Number(joined[2]), Number(joined[3]));
  const figures = /^(\d{1,4})\s?([-/.,\s])\s?(\d{1,2})\s?\2\s?(\d{1,4})$/.exec(text);
  if (figures) return inOrder([figures[1]!, figures[3]!, figures[4]!], context);
  return withMonthName(text, context);
}

/** The day of three figures read in an order, or null where that is no date. */
export function inOrder(parts: readonly [string, string, string], { order, today }: DateContext): Day | null {
  const [first, second, third] = parts;
  const read = (year: string, month: string, day: string): Day | null => {
    if (/^1[0-4]\d$/.test(year)) return read(String(Number(year) + 1911), month, day);
    if (month.length > 2 || day.length > 2 || year.length === 1 || year.length === 3) return null;
    return dayOf(fullYear(year, Number(month), Number(day), today), Number(month), Number(day));
  };
  if (first.length > 2) return read(first, second, third);
  if (third.length > 2) {
    const monthFirst = read(third, first, second);
    const dayFirst = read(third, second, first);
    return order === 'dmy' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
  }
  if (order === 'mdy') return read(third, first, second);
  return order === 'dmy' ? read(third, second, first) : read(first, second, third);
}

/** '5 Jan 2024', 'January 5th, 2024', '2024-Jan-05', '05JAN24'. */
function withMonthName(text: string, context: DateContext): Day | null {
  const name = /([a-z]{3,9})\.?/i.exec(text);
  const month = name ? months.indexOf(name[1]!.slice(0, 3).toLowerCase()) + 1 : 0;
  if (!name || month === 0) return null;
  const rest = `${text.slice(0, name.index)} ${text.slice(name.index + name[0].length)}`;
  if (/[a-z]/i.test(rest.replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1').replace(/\b(?:of|the|de|ad)\b/gi, '')))
    return null;
  const numbers = rest.match(/\d+/g) ?? [];
  const isNameLast = name.index > 0 && /^[\s.,]*$/.test(text.slice(name.index + name[0].length));
  if (numbers.length !== 2 || (isNameLast && numbers.every(number => number.length < 4))) return null;
  const [one, other] = numbers as [string, string];
  const yearFirst = one.length === 4 || Number(one) > 31;
  const [year, day] = yearFirst ? [one, other] : [other, one];
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return null;
  return dayOf(fullYear(year, month, Number(day), context.today), month, Number(day));
}

function fullYear(year: string, month: number, day: number, today: Day): number {
  if (year.length > 2) return Number(year);
  const recent = 2000 + Number(year);
  return (dayOf(recent, month, day) ?? 0) > addMonths(today, 12) ? recent - 100 : recent;
}
