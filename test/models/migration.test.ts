import fc from 'fast-check';
import { expect, it } from 'vitest';
import { migrants, migrationOf } from '../../src/models/index.ts';

it('every cell of a migration has its customers behind it, and everybody with two codes is in one', () => {
  const codes = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 })), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(codes, pairs => {
      const sides = {
        before: Uint8Array.from(pairs, ([was]) => was),
        now: Uint8Array.from(pairs, ([, is]) => is),
        from: 3,
        to: 4,
      };
      const migration = migrationOf(sides);
      const known = pairs.filter(([was, is]) => was < 3 && is < 4);
      for (let was = 0; was < 3; was++)
        for (let is = 0; is < 4; is++) {
          const expected = pairs.flatMap((pair, row) => (pair[0] === was && pair[1] === is ? [row] : []));
          expect(migrants(sides, was, is).rows()).toEqual(expected);
          expect(migration.counts[was * 4 + is]).toBe(expected.length);
        }
      expect(migrants(sides, null, null).count()).toBe(known.length);
      expect(migration.moved).toBe(known.filter(([was, is]) => was !== is).length);
    }),
  );
});

it('customers who were not there before are in no cell', () => {
  const sides = { before: Uint8Array.of(0), now: Uint8Array.of(0, 1), from: 2, to: 2 };
  expect([...migrationOf(sides).counts]).toEqual([1, 0, 0, 0]);
});
