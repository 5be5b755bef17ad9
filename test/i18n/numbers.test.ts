import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber } from '../../src/i18n/index.ts';

it('a number is written as the language writes it', () => {
  const numbers = fc.oneof(
    fc.integer({ min: -2000, max: 2000 }),
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }).filter(value => !Object.is(value, -0)),
  );
  fc.assert(
    fc.property(numbers, fc.constantFrom('en' as const, 'zh' as const), (value, language) => {
      const locale = language === 'zh' ? 'zh-CN' : 'en';
      const expected = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
      expect(formatNumber(language, value)).toBe(expected);
    }),
  );
});
