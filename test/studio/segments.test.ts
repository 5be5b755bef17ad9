import { describe, expect, it } from 'vitest';
import { cutsText, readCuts } from '../../src/ui/studio/segments/rfm/cuts.ts';
import { moved, readRows, withEnd } from '../../src/ui/studio/segments/rfm/rows.ts';

describe('own thresholds', () => {
  it.each([
    ['30, 60, 90', 1, [30, 60, 90]],
    ['３０，６０、90', 1, [30, 60, 90]],
    ['0.29 10', 100, [29, 1_000]],
    ['', 1, null],
    ['60, 30', 1, null],
    ['30, 30', 1, null],
    ['-1, 2', 1, null],
    ['a few', 1, null],
    ['1 2 3 4 5 6 7 8 9 10', 1, null],
  ])('%s in %i', (text, unit, expected) => {
    expect(readCuts(text, unit)).toEqual(expected);
    if (expected) expect(readCuts(cutsText(expected, unit), unit)).toEqual(expected);
  });
});

describe('rows of an own map', () => {
  it('keep their ends in order', () => {
    expect(withEnd([2, 3], 'from', 5)).toEqual([5, 5]);
    expect(withEnd([2, 3], 'to', 1)).toEqual([1, 1]);
    expect(withEnd([2, 3], 'to', 4)).toEqual([2, 4]);
    expect(withEnd(undefined, 'from', 4)).toEqual([4, 4]);
    expect(withEnd([2, 3], 'from', null)).toBeUndefined();
  });

  it('are tried only when each has a name', () => {
    expect(readRows([{ name: ' a ' }, { name: ' ' }])).toBeNull();
    expect(readRows([{ name: ' a ', r: [1, 2] }])).toEqual([{ name: 'a', r: [1, 2] }]);
    expect(readRows([])).toBeNull();
  });

  it('move up and down', () => {
    const names = (from: number, to: number) =>
      moved([{ name: 'a' }, { name: 'b' }, { name: 'c' }], from, to).map(({ name }) => name);
    expect([names(2, 1), names(0, 1)]).toEqual([
      ['a', 'c', 'b'],
      ['b', 'a', 'c'],
    ]);
  });
});
