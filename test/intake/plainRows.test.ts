import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { TableMapping } from '../../src/intake/index.ts';
import { Columns, cellsOf } from '../../src/intake/table/cells.ts';
import { cutPlain } from '../../src/intake/table/text/plain.ts';
import { fileOf, readAll } from './kit.ts';

const cell = fc.oneof(fc.constantFrom('', ' ', 'a', '\u0000', '张三', 'N1'), fc.string({ maxLength: 6 }));
const plainCell = cell.map(text => text.replace(/["\n\r\ufffd,]/g, ''));
const width = fc.integer({ min: 1, max: 4 });

describe('rows without quotation marks', () => {
  it('are cut as the parser cuts them, whole rows alone where more is to come', () => {
    const text = fc
      .array(fc.constantFrom('a', 'é张', ' ', ',', ',', '\n', '\n'))
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, fc.boolean(), (given, isLast) => {
        const { rows, lines, end } = cutPlain(given, ',', 7, isLast);
        const whole = isLast ? given : given.slice(0, given.lastIndexOf('\n') + 1);
        const expected = Papa.parse<string[]>(whole, { delimiter: ',', newline: '\n' }).data;
        const filled = expected.flatMap((cells, i) =>
          cells.join('').trim() === '' ? [] : [{ line: 7 + i, cells }],
        );
        expect(rows.map(({ line, cells }) => ({ line, cells }))).toEqual(filled);
        expect(end).toBe(whole.length);
        expect(lines).toBe(whole.split('\n').length - (whole === '' || whole.endsWith('\n') ? 1 : 0));
      }),
    );
  });

  it('are joined to the same text just where the cells are the same, cut already or not', () => {
    const pair = width.chain(count => {
      const row = fc.array(plainCell, { minLength: count, maxLength: count });
      const columns = fc.shuffledSubarray([...Array(count).keys()], { minLength: 1 });
      return fc.tuple(row, fc.oneof(row, fc.constant(null)), columns);
    });
    fc.assert(
      fc.property(pair, fc.boolean(), ([one, maybe, columns], isCut) => {
        const other = maybe ?? one;
        const joinedOf = (cells: readonly string[]) => {
          const { rows } = cutPlain(`${cells.join(',')},.\n`, ',', 1, true);
          const row = isCut ? cellsOf({ line: 1, cells, fault: null }) : rows[0]!;
          return [row.joined(new Columns(columns)), row.hash(new Columns(columns))] as const;
        };
        const isSame = columns.every(column => one[column] === other[column]);
        const [[text, hash], [otherText, otherHash]] = [joinedOf(one), joinedOf(other)];
        expect(text === otherText).toBe(isSame);
        if (isSame) expect(hash).toBe(otherHash);
      }),
    );
  });

  it('and rows with them are of the same customers in one file', async () => {
    const columns: TableMapping['columns'] = [
      { of: 'customer', field: 'customerId' },
      { of: 'order', field: 'number' },
      { of: 'customer', field: 'name' },
      { of: 'order', field: 'day' },
      { of: 'order', field: 'amount' },
    ];
    const row = (i: number) => {
      const name = i % 3 === 0 ? `"王, ${i % 5}"` : `王 ${i % 5}`;
      return `C${i % 5},N${i},${name},2026-01-0${1 + (i % 9)},${i}\n`;
    };
    const rows = Array.from({ length: 9_000 }, (_, i) => row(i % 1_500 < 750 ? i * 15 + 1 : i));
    const { records: read } = await readAll(fileOf(`id,no,name,day,amount\n${rows.join('')}`), {
      subject: 'order',
      currency: 'CNY',
      columns,
    });
    expect(read.length).toBe(rows.length);
    read.forEach(({ customer, order }, i) => {
      const number = Number(order!.number.slice(1));
      expect([customer.customerId, customer.name]).toEqual([
        `C${number % 5}`,
        number % 3 === 0 ? `王, ${number % 5}` : `王 ${number % 5}`,
      ]);
      expect(order!.amount).toBe(number * 100);
      expect(rows[i]).toContain(`,${order!.number},`);
    });
  });
});
