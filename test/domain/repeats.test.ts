import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasRepeats } from '../../src/domain/index.ts';

it('texts that stand twice are seen, however many there are, and blank ones do not count', () => {
  const texts = fc.array(
    fc.nat({ max: 60 }).map(number => (number % 7 === 0 ? '' : `N${number}`)),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(texts, each => {
      const seen = new Map<string, number>();
      for (const text of each) seen.set(text, (seen.get(text) ?? 0) + 1);
      const isTwice = [...seen].some(([text, count]) => text !== '' && count > 1);
      expect(hasRepeats(each)).toBe(isTwice);
    }),
    { numRuns: 500 },
  );
});
