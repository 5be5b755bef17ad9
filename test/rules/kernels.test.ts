import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bits } from '../../src/domain/index.ts';
import { arithmetic, countIn, extremeIn, firstOf, nthLeast, totalsIn } from '../../src/rules/kernels.ts';

const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double(), fc.constant(Number.NaN));
/** Rows of several words, some of them in a set, and cuts between which customers own them. */
const owned = fc.array(fc.tuple(number, fc.boolean()), { maxLength: 200 }).chain(rows =>
  fc.record({
    rows: fc.constant(rows),
    cuts: fc
      .array(fc.nat(rows.length), { minLength: 2, maxLength: 12 })
      .map(cuts => Uint32Array.from(cuts).sort()),
    all: fc.boolean(),
  }),
);

test('counts, sums and extremes of ranges are those of their rows one by one', () => {
  fc.assert(
    fc.property(owned, ({ rows, cuts, all }) => {
      const values = Float64Array.from(rows, ([value]) => value);
      const filter = all ? null : Bits.from(rows.length, row => rows[row]![1]);
      const range = { starts: cuts.subarray(0, -1), ends: cuts.subarray(1) };
      const taken = Array.from(range.starts, (start, index) =>
        rows.slice(start, range.ends[index]).filter(([, passes]) => all || passes),
      );
      const known = taken.map(each => each.map(([value]) => value).filter(Number.isFinite));
      const best = (pick: (...of: number[]) => number) =>
        known.map(each => (each.length === 0 ? Number.NaN : pick(...each)));
      expect([...countIn(range, filter)]).toEqual(taken.map(each => each.length));
      const { sums, counts } = totalsIn(range, values, filter);
      expect([...counts]).toEqual(known.map(each => each.length));
      expect([...sums].map(sum => sum + 0)).toEqual(
        known.map(each => each.reduce((sum, value) => sum + value, 0)),
      );
      expect([...extremeIn(range, values, filter, 1)].map(value => value + 0)).toEqual(
        best(Math.min).map(value => value + 0),
      );
      expect([...extremeIn(range, values, filter, -1)].map(value => value + 0)).toEqual(
        best(Math.max).map(value => value + 0),
      );
    }),
  );
});

test('the value at a rank is that of the sorted values, with many equal ones as well', () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 80 }), fc.integer({ min: 0, max: 81 }), (values, rank) => {
      const sorted = Float64Array.from(values.filter(value => !Number.isNaN(value))).sort();
      expect(nthLeast(Float64Array.from(values), () => rank)).toEqual(sorted[rank - 1] ?? Number.NaN);
    }),
  );
});

test('the first set that has a row gives its number', () => {
  const flags = fc.array(fc.array(fc.boolean(), { minLength: 70, maxLength: 70 }), { maxLength: 4 });
  fc.assert(
    fc.property(flags, fc.nat(5), (levels, otherwise) => {
      const sets = levels.map(level => Bits.from(70, row => level[row]!));
      const expected = Array.from({ length: 70 }, (_, row) => {
        return levels.findIndex(level => level[row]) + 1 || otherwise;
      });
      expect([...firstOf(sets, 70, otherwise)]).toEqual(expected);
    }),
  );
});

test('a quotient that is no finite number is unknown; a number stands for a column of it', () => {
  const above = Float64Array.of(1, 0, -6, Number.NaN, Number.MAX_VALUE, -1);
  const below = Float64Array.of(0, 0, 4, 1, 0.5, -0);
  const unknown = Number.NaN;
  expect(arithmetic('/', above, below)).toEqual(
    Float64Array.of(unknown, unknown, -1.5, unknown, unknown, unknown),
  );
  expect(arithmetic('/', 3, 0)).toEqual(unknown);
  expect(arithmetic('-', 10, above.subarray(0, 3) as Float64Array<ArrayBuffer>)).toEqual(
    Float64Array.of(9, 10, 16),
  );
});
