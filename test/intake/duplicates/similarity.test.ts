import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, jaroWinkler } from '../../../src/intake/duplicates/similarity.ts';

/** Optimal string alignment by its definition. */
function plainDistance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [head, rest] = [one.slice(0, -1), other.slice(0, -1)];
  const options = [
    plainDistance(head, other) + 1,
    plainDistance(one, rest) + 1,
    plainDistance(head, rest) + Number(one.at(-1) !== other.at(-1)),
  ];
  if (one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1))
    options.push(plainDistance(one.slice(0, -2), other.slice(0, -2)) + 1);
  return Math.min(...options);
}

describe('how alike texts are', () => {
  it('edit distance is that of its definition, up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (one, other, limit) => {
        expect(editDistance(one, other, limit)).toBe(Math.min(plainDistance(one, other), limit + 1));
      }),
      { numRuns: 400 },
    );
  });

  // Winkler 1994, "Advanced methods for record linkage", table of the comparators.
  it.each([
    ['MARTHA', 'MARHTA', 0.961],
    ['DWAYNE', 'DUANE', 0.84],
    ['DIXON', 'DICKSONX', 0.813],
    ['SHACKLEFORD', 'SHACKELFORD', 0.982],
    ['NICHLESON', 'NICHULSON', 0.956],
    ['JERALDINE', 'GERALDINE', 0.926],
    ['MASSEY', 'MASSIE', 0.933],
    ['ABROMS', 'ABRAMS', 0.922],
  ])('Jaro-Winkler of %s and %s is %d', (one, other, expected) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(expected, 3);
    expect(jaroWinkler(other, one)).toBeCloseTo(expected, 3);
  });
});
