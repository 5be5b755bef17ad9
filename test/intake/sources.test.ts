import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { NamedSource } from '../../src/domain/index.ts';
import { importTexts } from '../../src/i18n/studio.ts';
import { guessMapping, recognise, refusalHeadings } from '../../src/intake/index.ts';
import { sourceNameOf } from '../../src/ui/studio/import/sourceName.ts';

const fieldsOfOrders = ['number', 'day', 'amount', 'product', 'category', 'quantity', 'channel', 'status'];

/** A source with a column for the customer's number and one for each of the fields. */
function sourceOf(fields: readonly string[]): NamedSource {
  return {
    id: 1,
    name: 'Shop',
    subject: 'order',
    columns: [
      { heading: 'kunde', target: { of: 'customer', field: 'customerId' } },
      ...fields.map(field => ({ heading: `x ${field}`, target: { of: 'order' as const, field } })),
    ],
    currency: 'NOK',
    reading: {},
    fileName: 'a.csv',
    usedAt: 1,
  };
}

describe('a remembered source', () => {
  it('is known in any order of its columns, and each goes where it went', () => {
    const headings = fc.shuffledSubarray(
      fieldsOfOrders.map(field => `x ${field}`),
      {
        minLength: fieldsOfOrders.length,
      },
    );
    fc.assert(
      fc.property(headings, fc.nat(8), (shuffled, at) => {
        const source = sourceOf(fieldsOfOrders);
        const all = shuffled.toSpliced(at, 0, 'Kunde');
        const { guess } = guessMapping(all, [], 'CNY');
        const found = recognise(all, '', guess, [source], [])!;
        expect(found.missing).toEqual([]);
        expect(found.added).toEqual([]);
        const wanted = new Map(source.columns.map(({ heading, target }) => [heading, target]));
        all.forEach((heading, column) => {
          expect(found.mapping.columns[column]).toEqual(wanted.get(heading.toLowerCase()));
        });
      }),
      { numRuns: 20 },
    );
  });

  it('is never known where a column is missing that every order needs', () => {
    fc.assert(
      fc.property(fc.subarray(fieldsOfOrders), kept => {
        const headings = ['kunde', ...kept.map(field => `x ${field}`)];
        const found = recognise(
          headings,
          '',
          guessMapping(headings, [], 'CNY').guess,
          [sourceOf(fieldsOfOrders)],
          [],
        );
        const isWhole = kept.includes('day') && kept.includes('amount');
        if (found) expect(isWhole).toBe(true);
        else expect(isWhole && headings.length >= 0.6 * (fieldsOfOrders.length + 1)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

test('the columns in front of a file of refused rows are known in both languages', () => {
  const words = [importTexts.refusalLine, importTexts.refusalColumn, importTexts.refusalReason];
  expect(refusalHeadings).toEqual([words.map(({ en }) => en), words.map(({ zh }) => zh)]);
});

test.each([
  ['Shop orders 2026-09.csv', 'Shop orders'],
  ['orders_20260901.xlsx', 'orders'],
  ['订单2026年9月.csv', '订单'],
  ['客户列表(3).csv', '客户列表'],
  ['2026-09-01 客户.csv', '客户'],
  ['淘宝订单_9月份.xlsx', '淘宝订单'],
  ['20260901.csv', '20260901.csv'],
  ['Q3 leads v2.csv', 'Q3 leads v2'],
])('a source of %s is called %s', (file, name) => {
  expect(sourceNameOf(file)).toBe(name);
});
