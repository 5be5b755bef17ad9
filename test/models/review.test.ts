import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bits } from '../../src/domain/index.ts';
import {
  alarmsOf,
  almostRows,
  borderlineRows,
  type CommonColumn,
  commonCondition,
  typicalRows,
} from '../../src/models/index.ts';

const column = (...values: number[]) => Float64Array.from(values);
const rowsOf = (near: readonly { row: number }[]) => near.map(({ row }) => row);

describe('alarms', () => {
  it.each([
    [{ count: 20, customers: 100 }, null, []],
    [{ count: 21, customers: 100 }, null, ['large']],
    [{ count: 12, customers: 100 }, { count: 10, customers: 100 }, []],
    [{ count: 14, customers: 100 }, { count: 10, customers: 100 }, []],
    [{ count: 15, customers: 100 }, { count: 10, customers: 100 }, ['grown']],
    [{ count: 100, customers: 1000 }, { count: 120, customers: 1000 }, []],
    [{ count: 96, customers: 1000 }, { count: 120, customers: 1000 }, ['shrunk']],
    [{ count: 20, customers: 200 }, { count: 10, customers: 100 }, []],
    [{ count: 0, customers: 100 }, { count: 2, customers: 100 }, ['emptied']],
    [{ count: 50, customers: 100 }, { count: 40, customers: 100 }, ['large', 'grown']],
    [{ count: 3, customers: 10 }, { count: 0, customers: 0 }, ['large']],
  ] as const)('of %o against %o are %o', (now, accepted, alarms) => {
    expect(alarmsOf(now, accepted)).toEqual(alarms);
  });
});

describe('typical and borderline members', () => {
  const values = column(10, 20, 30, 31, 90, 29, Number.NaN, 5);
  const members = Bits.from(8, row => row < 5 || row === 6);
  const measures = [{ values, thresholds: [9, 100] }];

  it('are those nearest to the centre, to a bound, and to the members', () => {
    expect(rowsOf(typicalRows(members, measures, 3))).toEqual([2, 3, 1]);
    expect(borderlineRows(members, measures, 2)).toMatchObject([
      { row: 0, threshold: 9, measure: 0 },
      { row: 4, threshold: 100, measure: 0 },
    ]);
    expect(rowsOf(almostRows(members, measures, 5))).toEqual([7]);
  });

  it('are none where a rule looks at no number, and nobody is known twice', () => {
    expect([typicalRows(members, [], 3), borderlineRows(members, [], 3), almostRows(members, [], 3)]).toEqual(
      [[], [], []],
    );
    expect(almostRows(new Bits(8), measures, 3)).toEqual([]);
  });

  it('are found as a plain search finds them', () => {
    const number = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constant(Number.NaN));
    const rows = fc.array(fc.tuple(number, number, fc.boolean()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer({ min: -5, max: 5 }), (all, bound) => {
        const inside = Bits.from(all.length, row => all[row]![2]);
        const one = { values: Float64Array.from(all, each => each[0]), thresholds: [bound] };
        const two = { values: Float64Array.from(all, each => each[1]), thresholds: [] };
        const near = borderlineRows(inside, [one, two], 3);
        const gaps = inside
          .rows()
          .map(row => Math.abs(one.values[row]! - bound))
          .filter(gap => !Number.isNaN(gap))
          .sort((a, b) => a - b);
        expect(near.map(({ row }) => Math.abs(one.values[row]! - bound))).toEqual(gaps.slice(0, 3));
        for (const { row } of typicalRows(inside, [one, two], 9)) expect(inside.has(row)).toBe(true);
        for (const { row } of almostRows(inside, [one, two], 9)) expect(inside.has(row)).toBe(false);
      }),
    );
  });
});

describe('what some customers have in common', () => {
  it('is the one condition that tells them best from the rest', () => {
    const channel: CommonColumn = { id: 'channel', form: 'coded', codes: [1, 1, 1, 2, 2, 2, 2, 0], texts: 3 };
    const spent: CommonColumn = { id: 'spent', form: 'numeric', values: column(9, 1, 2, 3, 4, 5, 6, 7) };
    const target = Bits.from(8, row => row < 3);
    const all = new Bits(8).not();
    expect(commonCondition([spent, channel], target, all)).toEqual({
      id: 'channel',
      relation: '=',
      value: 1,
      matched: 3,
      among: 3,
    });
    expect(
      commonCondition(
        [channel],
        Bits.from(8, row => row < 2),
        all,
      ),
    ).toBeNull();
    expect(commonCondition([channel], all, all)).toBeNull();
  });

  it('is never worse than any condition that a plain search finds', () => {
    const person = fc.record({
      code: fc.integer({ min: 0, max: 3 }),
      value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.NaN)),
      is: fc.constantFrom('target', 'within', 'outside'),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 3, maxLength: 25 }), people => {
        const target = Bits.from(people.length, row => people[row]!.is === 'target');
        const within = Bits.from(people.length, row => people[row]!.is !== 'outside');
        const codes = people.map(each => each.code);
        const values = Float64Array.from(people, each => each.value);
        const found = commonCondition(
          [
            { id: 'c', form: 'coded', codes, texts: 4 },
            { id: 'n', form: 'numeric', values },
          ],
          target,
          within,
        );
        const tests = [
          ...[1, 2, 3].map(code => (row: number) => codes[row] === code),
          // that a value is known at all is no bound
          ...people
            .flatMap(({ value }) => [
              (row: number) => values[row]! >= value,
              (row: number) => values[row]! <= value,
            ])
            .filter(test => within.rows().some(row => !Number.isNaN(values[row]) && !test(row))),
        ];
        const wanted = target.count();
        const score = (test: (row: number) => boolean) => {
          const rows = within.rows().filter(test);
          return (2 * rows.filter(row => target.has(row)).length) / (rows.length + wanted);
        };
        const best = Math.max(...tests.map(score));
        const everybody = (2 * wanted) / (within.count() + wanted);
        if (wanted < 3 || best <= everybody + 0.1) expect(found).toBeNull();
        else {
          const { relation, value } = found!;
          const holds = (row: number) =>
            relation === '='
              ? codes[row] === value
              : relation === '>='
                ? values[row]! >= value
                : values[row]! <= value;
          expect(score(holds)).toBeCloseTo(best, 12);
          expect(found!.among).toBe(within.rows().filter(holds).length);
          expect(found!.matched).toBe(target.rows().filter(holds).length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
