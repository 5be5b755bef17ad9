import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoOf, localDay } from '../../src/domain/index.ts';
import { cleanDate, type DateOrder } from '../../src/intake/clean/date.ts';
import { DateEvidence } from '../../src/intake/clean/dateOrder.ts';

const today = dayFromIso('2026-09-30')!;

/** '2024-01-05 14:30', or '!code' where the cell is refused. */
function read(cell: string, order: DateOrder = 'ymd'): string {
  const { value, fault } = cleanDate(cell, { order, today });
  if (fault) return `!${fault.code}`;
  if (!value) return '';
  const clock = `${String(Math.floor(value.minute / 60)).padStart(2, '0')}:${String(value.minute % 60).padStart(2, '0')}`;
  return value.minute < 0 ? isoOf(value.day) : `${isoOf(value.day)} ${clock}`;
}

const forms: Readonly<Record<string, string>> = {
  '2024-01-05': '2024-01-05',
  '2024/1/5': '2024-01-05',
  '2024.1.5': '2024-01-05',
  '20240105': '2024-01-05',
  '２０２４－０１－０５': '2024-01-05',
  '2024年1月5日': '2024-01-05',
  '2024年01月05日 14时30分': '2024-01-05 14:30',
  '2024年9月3号': '2024-09-03',
  '24/1/5': '2024-01-05',
  '24年1月5日': '2024-01-05',
  '85-3-2': '1985-03-02',
  二〇二四年一月五日: '2024-01-05',
  二零一六年十二月廿五日: '2016-12-25',
  '2024/1/5 上午 3:05': '2024-01-05 03:05',
  '2024/1/5 下午3:05:09': '2024-01-05 15:05',
  '2024-01-05 12:15 AM': '2024-01-05 00:15',
  '2024-01-05 中午12:10': '2024-01-05 12:10',
  '2015年04月08日10点05': '2015-04-08 10:05',
  '星期日 2015年04月08日10:05': '2015-04-08 10:05',
  '周六 2013年04月08日': '2013-04-08',
  '2014-12-06 02': '2014-12-06 02:00',
  '2019-01-01 00:17:59.000': '2019-01-01 00:17',
  45296: '2024-01-05',
  '45296.5': '2024-01-05 12:00',
  '20240105143000': '2024-01-05 14:30',
  '113年1月5日': '2024-01-05',
  '113/1/5': '2024-01-05',
  '2024年1月': '!dateNoDay',
  '2024-01': '!dateNoDay',
  '2024-01-05T10:00:00+24:00': '!timeInvalid',
  '2024-01-05T10:00:00+08:60': '!timeInvalid',
  民國113年1月5日: '2024-01-05',
  '5 Jan 2024': '2024-01-05',
  'January 5th, 2024': '2024-01-05',
  'Fri, Jan 5, 2024 3:05 pm': '2024-01-05 15:05',
  '2024-Jan-05': '2024-01-05',
  '': '',
  'n/a': '',
  '1月5日': '!dateNoYear',
  九月三号: '!dateNoYear',
  '1/5': '!dateNoYear',
  农历正月初一: '!dateLunar',
  '2024-02-30': '!dateInvalid',
  '2024-13-01': '!dateInvalid',
  '2024-01-05 25:00': '!timeInvalid',
  '0099-01-01': '!dateOutOfRange',
  yesterday: '!dateInvalid',
  '35-44': '!dateInvalid',
};

describe('a date', () => {
  it('is read in the forms that files bring', () => {
    expect(Object.fromEntries(Object.keys(forms).map(cell => [cell, read(cell)]))).toEqual(forms);
  });

  it('with an offset becomes the local day, as seconds and milliseconds do', () => {
    const moment = new Date('2024-01-05T22:30:00Z');
    for (const cell of ['2024-01-05T22:30:00Z', '2024-01-06T06:30:00+08:00', '1704493800', '1704493800000'])
      expect(cleanDate(cell, { order: 'ymd', today }).value).toEqual({
        day: localDay(moment),
        minute: moment.getHours() * 60 + moment.getMinutes(),
      });
  });

  it('is counted from 1900 or from 1904, as the workbook does', () => {
    const from1904 = { order: 'ymd', today, serialsFrom: 1904 } as const;
    expect(cleanDate('43834.5', from1904).value).toEqual({ day: dayFromIso('2024-01-05'), minute: 720 });
    expect(cleanDate('43834', { order: 'ymd', today }).value?.day).toBe(dayFromIso('2020-01-04'));
  });

  it('is read by the order of its column where figures leave it open', () => {
    expect(read('05/06/2024', 'mdy')).toBe('2024-05-06');
    expect(read('05/06/2024', 'dmy')).toBe('2024-06-05');
    expect(read('25/09/2003', 'mdy')).toBe('2003-09-25');
    expect(read('1/5/24', 'mdy')).toBe('2024-01-05');
    expect(read('1/5/24', 'dmy')).toBe('2024-05-01');
  });

  it('reads its own writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayFromIso('1900-01-01')!, max: dayFromIso('2200-12-31')! }), day => {
        const [year, month, date] = isoOf(day).split('-').map(Number);
        for (const cell of [isoOf(day), `${year}年${month}月${date}日`, `${year}/${month}/${date}`])
          expect(cleanDate(cell, { order: 'ymd', today }).value).toEqual({ day, minute: -1 });
      }),
    );
  });

  it('once read and written is read as the same day', () => {
    const cell = fc.oneof(
      fc.stringMatching(
        /^(?:1\d{2}|\d{2}|20\d{2})[-/.年]1?\d[-/.月][12]?\d日?(?: (?:上午|下午)?1?\d:[0-5]\d)?$/,
      ),
      fc.constantFrom(...Object.keys(forms)),
      fc.stringMatching(/^\d{5,14}$/),
    );
    fc.assert(
      fc.property(cell, fc.constantFrom('ymd', 'mdy', 'dmy'), (text, order) => {
        const { value } = cleanDate(text, { order, today });
        if (value)
          expect(cleanDate(isoOf(value.day), { order, today }).value).toEqual({ day: value.day, minute: -1 });
      }),
    );
  });

  it('never throws', () => {
    const figures = fc.stringMatching(/^[0-9年月日/:. T上下午Z+-]{0,24}$/);
    fc.assert(
      fc.property(fc.oneof(figures, fc.string()), cell => void cleanDate(cell, { order: 'dmy', today })),
      {
        numRuns: 1_000,
      },
    );
  });
});

describe('the order of a column', () => {
  const orderOf = (cells: readonly string[]) => {
    const evidence = new DateEvidence(today);
    for (const cell of cells) evidence.add(cell);
    return [evidence.order, evidence.isAmbiguous];
  };

  it.each([
    [['05/06/2024', '25/06/2024'], 'dmy', false],
    [['05/06/2024', '06/25/2024'], 'mdy', false],
    [['05/06/2024', '07/08/2024'], 'mdy', true],
    [['05/05/2024'], 'mdy', false],
    [['24/1/5', '24/1/31'], 'ymd', false],
    [['1/5/24', '1/31/24'], 'mdy', false],
    [['10/2/2017 10:56', '7/24/2018 20:41'], 'mdy', false],
    [['2024-05-06'], 'ymd', false],
    [['12/09/2026'], 'dmy', false],
  ] as const)('%j is %s, ambiguous: %s', (cells, order, ambiguous) => {
    expect(orderOf(cells)).toEqual([order, ambiguous]);
  });
});
