import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoOf } from '../../src/domain/index.ts';
import { cleanDate, type DateOrder } from '../../src/intake/clean/date.ts';

const path = '../shared/truth/cases/dates.json';
const today = dayFromIso('2026-09-30')!;

interface Cases {
  readonly dateutil: {
    readonly cases: readonly { group: string; input: string; expected: string }[];
  };
  readonly chrono_zh: {
    readonly cases: readonly {
      input: string;
      matched: string | null;
      expected_fields: { year?: number; month?: number; day?: number };
    }[];
  };
  readonly dateparser_zh: { readonly cases: readonly { input: string; translated: string }[] };
  readonly json_schema_suite: Record<
    'date' | 'date_time' | 'time',
    readonly { data: string; valid: boolean }[]
  >;
}

const years = 'years outside 1900 to 2200 are typing errors in a customer base';
const written = 'people write dates so, and it is read though the standard has another form';
const range = 'a span is no day';
const whole = 'the date is complete, nothing is guessed';

/** Where this cleaning decides otherwise than a suite, and why. */
const known: Readonly<Record<string, string>> = {
  '03 25 Sep': 'which figure is the year cannot be known',
  '950404 122212': 'six figures are more often a number than a date',
  '2016-12-21 04.2h': 'fractions of hours are not times of day',
  '0099-01-01T00:00:00': years,
  '0003-03-04': years,
  'December.0031.30': years,
  '0400-02-29': years,
  '0001-01-01': years,
  '1582-10-10': years,
  二零一六年九月三号ー2017年10月24号: range,
  二零一六年九月三號ー2017年10月24號: range,
  '06/19/1963': written,
  '1998-1-20': written,
  20230328: written,
  ' 2024-01-15': written,
  '2024-01-15 ': written,
  '2020 -01-01': written,
  '2020-01-01 00:00:00Z': written,
  '20-01-01': written,
  '2020.01.01': written,
  '2020 01 01': written,
  '2020-01-01\u0000': 'control characters are dropped',
  '1963-6-19T08:30:06.283185Z': written,
  '1963-06-1T08:30:06.283185Z': written,
  '1985-04-12T23:20:50+01': written,
  '1990-12-31T24:00:00Z': 'the end of a day is written 24:00',
  '1998-12-31T23:58:60Z': 'seconds are not kept, so a leap second is not looked up',
  '2020-11-28T23:55:45Z': whole,
};

/** '2024-01-05 14:30', '!' where the cell is refused or blank. */
function read(cell: string, order: DateOrder = 'ymd'): string {
  const { value } = cleanDate(cell, { order, today });
  if (!value) return '!';
  const two = (figure: number) => String(figure).padStart(2, '0');
  const clock = `${two(Math.floor(value.minute / 60))}:${two(value.minute % 60)}`;
  return value.minute < 0 ? isoOf(value.day) : `${isoOf(value.day)} ${clock}`;
}

describe.skipIf(!existsSync(path))('dates of four suites (../shared/truth)', () => {
  it('are read and refused alike, but for the differences that are listed', () => {
    const judged = judge(JSON.parse(readFileSync(path, 'utf8')) as Cases);
    expect(judged.length).toBeGreaterThan(200);
    const differing = new Set(judged.filter(({ isAlike }) => !isAlike).map(({ input }) => input));
    expect([...differing].toSorted()).toEqual(Object.keys(known).toSorted());
  });
});

interface Judged {
  readonly input: string;
  readonly isAlike: boolean;
}

/** What lacks a year, a month or a day has to be refused here, whatever a suite takes from its own today. */
function judge({ dateutil, chrono_zh, dateparser_zh, json_schema_suite: schema }: Cases): Judged[] {
  const western = dateutil.cases.map(({ group, input, expected }) => {
    const found = read(input, 'mdy');
    const isWhole = group === 'PARSER_TEST_CASES' || /^2004 10 Apr/.test(input);
    return { input, isAlike: isWhole ? expected.replace('T', ' ').startsWith(found) : found === '!' };
  });
  const chinese = chrono_zh.cases.map(({ input, matched, expected_fields: { year, month, day } }) => {
    const isWhole =
      matched === input && day !== undefined && /^[\d零〇一二三四五六七八九]{4}[-年]/.test(input);
    const two = (figure = 0) => String(figure).padStart(2, '0');
    const wanted = isWhole ? `${year}-${two(month)}-${two(day)}` : '!';
    return { input, isAlike: read(input).startsWith(wanted) };
  });
  const translated = dateparser_zh.cases.map(({ input, translated: english }) => {
    const wanted = /\d{4}-\d{2}-\d{2}.*/.exec(english)?.[0] ?? '!';
    return { input, isAlike: read(input) === wanted };
  });
  const standard = [...schema.date, ...schema.date_time].map(({ data, valid }) => ({
    input: data,
    isAlike: (read(data) !== '!') === valid,
  }));
  const times = schema.time.map(({ data }) => ({ input: data, isAlike: read(data) === '!' }));
  return [...western, ...chinese, ...translated, ...standard, ...times];
}
