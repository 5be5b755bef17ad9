import { describe, expect, it } from 'vitest';
import { type BenchRow, benchTable, isKept, ratioOf } from './benchTable.ts';

const loops = { name: 'loops', measured: 40 };

describe('a row of the benchmark', () => {
  it.each<[string, Partial<BenchRow>, number | null, boolean | null]>([
    ['has no target', {}, null, null],
    ['keeps a limit', { target: { most: 100 } }, null, true],
    ['misses a limit', { target: { most: 99.9 } }, null, false],
    ['keeps a ratio', { against: loops, target: { times: 2.5 } }, 2.5, true],
    ['misses a ratio', { against: loops, target: { times: 2.4 } }, 2.5, false],
    ['has a ratio to look at and a limit to keep', { against: loops, target: { most: 100 } }, 2.5, true],
    ['is as often as it should be', { against: loops, target: { atLeast: 2.5 } }, 2.5, true],
    ['is not as often', { against: loops, target: { atLeast: 2.6 } }, 2.5, false],
    ['keeps no ratio to nothing', { target: { times: 2 } }, null, false],
  ])('%s', (_, part, ratio, kept) => {
    const row: BenchRow = { name: 'a', unit: 'ms', measured: 100, ...part };
    expect(ratioOf(row)).toBe(ratio);
    expect(isKept(row)).toBe(kept);
  });
});

it('the table is aligned and marks what misses its target', () => {
  const rows: BenchRow[] = [
    { name: 'script', unit: 'bytes', measured: 15_001, target: { most: 15_000 } },
    { name: 'run', unit: 'ms', measured: 88.25, against: loops, target: { times: 2.5 } },
    { name: 'peer', unit: 'ms', measured: 40, against: loops, target: { atLeast: 6 } },
    { name: 'one', unit: 'ms', measured: 0.094, target: { most: 1 } },
  ];
  expect(benchTable(rows).split('\n')).toEqual([
    'name    measured  against          ratio       target  ok',
    '──────  ────────  ──────────────  ──────  ───────────  ──────',
    'script  15,001 B                          <= 15,000 B  MISSED',
    'run      88.3 ms  loops, 40.0 ms  2.21 x     <= 2.5 x  ok',
    'peer     40.0 ms  loops, 40.0 ms  1.00 x       >= 6 x  MISSED',
    'one      0.09 ms                            <= 1.0 ms  ok',
  ]);
});
