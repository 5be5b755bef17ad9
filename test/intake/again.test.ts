import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, fields } from '../../src/domain/index.ts';
import { noValues, plainText, readerOf, type Values } from '../../src/intake/records/values.ts';
import { today } from './kit.ts';

const context = { currency: 'CNY', today, order: 'ymd' } as const;
const written = fields.filter(({ place, of }) => place !== 'derived' && of !== undefined);

/** What a cell says of a field, '' where nothing; null where it is refused. */
function read(field: Field, cell: string): string | null {
  const values = noValues();
  const fault = readerOf(field.of, field.id, context)(cell, values);
  return fault ? null : textOf(field, values);
}

function textOf(field: Field, { lists, texts, numbers }: Values): string {
  const value = texts[field.id] ?? numbers[field.id];
  if (value !== undefined) return plainText(field, value, context.currency);
  return (lists[field.id] ?? []).join('; ');
}

const cells = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[-(¥$]?\d{1,9}(?:[.,]\d{1,4})?(?:万|亿|w|元|%|千)?\)?$/),
  fc.stringMatching(/^(?:广东|北京|上海|Hebei|内蒙|制造|C13|111|大|女|VIP)(?:省|市|业|；老)?$/),
  fc.stringMatching(/^(?:24|2024|113)[-/年.](?:1[0-2]|[1-9])[-/月.]\d{1,2}日?$/),
  fc.stringMatching(/^(?:手机:)?[+0]?[\d -]{7,14}(?:转\d{1,3})?$/),
);

describe('a clean value', () => {
  it.each(written.map(field => [`${field.of}.${field.id}`, field] as const))(
    '%s, written and read again, is the same',
    (_, field) => {
      fc.assert(
        fc.property(cells, cell => {
          const once = read(field, cell);
          if (once !== null) expect(read(field, once)).toBe(once);
        }),
        { numRuns: 150 },
      );
    },
  );
});
