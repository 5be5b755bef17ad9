import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/index.ts';
import { cleanAmount } from '../../src/intake/clean/amount.ts';
import { cleanDate } from '../../src/intake/clean/date.ts';
import { cleanNumberText } from '../../src/intake/clean/text.ts';

const today = 20_700;
const figures = (least: number, most: number) => fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));

/** A blank at the end says nothing, but takes the cell through everything that a plain one is spared. */
describe('a plain cell is read as the same cell with a blank behind it', () => {
  const date = fc
    .tuple(figures(4, 4), figures(2, 2), figures(2, 2), fc.constantFrom('-', '/', '-', '-'))
    .map(([year, month, day, sign]) => [year, month, day].join(sign));
  const time = fc
    .tuple(fc.constantFrom(' ', 'T'), fc.array(figures(2, 2), { minLength: 2, maxLength: 3 }))
    .map(([sign, parts]) => sign + parts.join(':'));
  const real = fc.integer({ min: -40_000, max: 100_000 }).map(day => {
    const text = new Date(day * 86_400_000).toISOString();
    return text.slice(0, 10);
  });
  const cells = {
    date: fc.tuple(fc.oneof(date, real), fc.oneof(fc.constant(''), time)).map(parts => parts.join('')),
    amount: fc.oneof(
      fc.stringMatching(/^-?[0-9]{1,12}(\.[0-9]{0,3})?$/),
      fc.stringMatching(/^[-.0-9,]{1,16}$/),
    ),
    code: fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/),
      figures(1, 20),
      fc.constantFrom('NULL', 'null', '-', 'N-A', '1E5', '12.0', '5E17'),
    ),
  };
  const readers = {
    date: (cell: string) => cleanDate(cell, { order: 'ymd', today }),
    amount: (cell: string) => cleanAmount(cell, 'CNY'),
    code: cleanNumberText,
  };

  it.each(['date', 'amount', 'code'] as const)('%s', kind => {
    fc.assert(
      fc.property(cells[kind], cell => {
        const [plain, spaced] = [readers[kind](cell), readers[kind](`${cell} `)];
        expect(plain.value).toEqual(spaced.value);
        expect(plain.fault?.code).toBe(spaced.fault?.code);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['JPY', '12', 12],
    ['JPY', '12.5', 13],
    ['KWD', '1.234', 1_234],
    ['CNY', '-0.00', 0],
  ])('an amount of %s: %s', (currency, cell, minor) => {
    expect(cleanAmount(cell, currency).value).toBe(minor);
  });
});

it('a calendar date is the day that the clock of the machine counts, or none', () => {
  const part = (most: number) => fc.integer({ min: -1, max: most });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), part(14), part(33), (year, month, day) => {
      const exact = new Date(0);
      exact.setUTCFullYear(year, month - 1, day);
      const isDate = exact.getUTCMonth() === month - 1 && exact.getUTCDate() === day;
      expect(dayOf(year, month, day)).toBe(isDate ? exact.getTime() / 86_400_000 : null);
    }),
    { numRuns: 2_000 },
  );
});
