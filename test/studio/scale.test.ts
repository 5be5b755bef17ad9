import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  chartScale,
  labelRows,
  placeOf,
  snap,
  ticksOf,
  valueAt,
  writtenStep,
} from '../../src/ui/studio/rules/scale.ts';

const bins = (from: number, width: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    from: from + index * width,
    to: from + (index + 1) * width,
    count: 1,
    members: 0,
  }));

describe('the scale of a chart', () => {
  it('brings a value to its place and back', () => {
    const scale = chartScale(bins(10, 5, 8));
    expect(scale).toEqual({ low: 10, high: 50, width: 5 });
    fc.assert(
      fc.property(fc.double({ min: 10, max: 50, noNaN: true }), value => {
        expect(valueAt(scale, placeOf(scale, value))).toBeCloseTo(value);
      }),
    );
    expect([placeOf(scale, 0), placeOf(scale, 99)]).toEqual([0, 1]);
  });

  it('has ticks where bins begin', () => {
    expect(ticksOf(bins(0, 0.02, 51), 5).map(({ value }) => snap(value, 0.01))).toEqual([
      0, 0.26, 0.5, 0.76, 1,
    ]);
    expect(ticksOf(bins(0, 1, 2), 5).map(({ value }) => value)).toEqual([0, 1]);
  });

  test.each([
    ['money of 50 yuan a bin, written in yuan', 5_000, 100, 10],
    ['shares of 2% a bin, written in percent', 0.02, 0.01, 1],
    ['whole counts', 1, 1, 1],
    ['a percentage of a mean of 357 yuan', 5_000, 357, 10],
  ])('moves by a round step: %s', (_, width, step, written) => {
    const literal = { span: [0, 1], form: 'number', step } as const;
    expect(writtenStep(chartScale(bins(0, width, 40)), literal)).toBe(written);
    expect(writtenStep(chartScale(bins(0, width, 40)), { ...literal, form: 'days' })).toBe(1);
  });

  it('puts labels that would overlap into rows of their own', () => {
    expect(labelRows([0.1, 0.15, 0.5], 0.2, 3)).toEqual([0, 1, 0]);
    expect(labelRows([0.15, 0.1, null], 0.2, 3)).toEqual([2, 1, 0]);
    expect(Math.max(...labelRows([0, 0, 0, 0, 0], 0.2, 3))).toBe(2);
  });
});
