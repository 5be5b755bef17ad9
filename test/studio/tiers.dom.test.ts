import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LadderGroup, LadderSettings, LadderView, ScoreGroup } from '../../src/engine/index.ts';
import { ladderFlaws } from '../../src/models/index.ts';
import { readRoute } from '../../src/ui/studio/route.ts';
import { isSame } from '../../src/ui/studio/segments/isSame.ts';
import { readPart } from '../../src/ui/studio/segments/parts.ts';
import {
  keyOf,
  ladderFields,
  measureChoices,
  withCurrent,
} from '../../src/ui/studio/segments/tiers/measures.ts';
import { inQuantiles, inValues } from '../../src/ui/studio/segments/tiers/thresholds.ts';
import { usualLadder } from '../../src/ui/studio/segments/tiers/usual.ts';
import { groupHash, groupOf, scoreGroupOf, scoreHash } from '../../src/ui/studio/segments/tiers/words.ts';

describe('addresses of groups', () => {
  const what = (hash: string) => readPart(readRoute(hash).id).what;

  it('lead back to the group of the ladder', () => {
    const groups: LadderGroup[] = [
      { is: 'level', rank: 2 },
      { is: 'band', rank: 0 },
      { is: 'loss', day: 20_000 },
      { is: 'values', from: -0.5, to: Number.POSITIVE_INFINITY },
      ...(['grace', 'spared', 'flipped', 'plainFlipped', 'unknown', 'changed'] as const).map(is => ({ is })),
    ];
    for (const group of groups) expect(groupOf(what(groupHash(group)))).toEqual(group);
    for (const none of ['', 'level', 'level x', 'score', 'nobody']) expect(groupOf(none)).toBeNull();
  });

  it('lead back to the group of the score', () => {
    const groups: ScoreGroup[] = [{ is: 'tenth', at: 0 }, { is: 'tenth', at: 9 }, { is: 'changed' }];
    for (const group of groups) expect(scoreGroupOf(what(scoreHash(group)))).toEqual(group);
    for (const none of ['score', 'score tenth 10', 'score tenth']) expect(scoreGroupOf(none)).toBeNull();
  });
});

describe('thresholds that change their kind', () => {
  const levels = fc
    .array(fc.double({ min: 1, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 7 })
    .map(values =>
      [...values].sort((a, b) => b - a).filter((value, at, all) => at === 0 || value < all[at - 1]! * 0.9),
    );
  const viewOf = (values: readonly number[], shares: readonly number[] = []): LadderView => {
    const rows = values.map((enter, at) => ({ enter, keep: enter * 0.9, share: shares[at] ?? 0 }));
    return { kind: 'money', levels: rows } as unknown as LadderView;
  };

  it('as values are round numbers near those of now, still a ladder', () => {
    fc.assert(
      fc.property(levels, values => {
        const settings = {
          ...usualLadder(),
          levels: values.map((_, at) => ({ name: `${at}`, enter: 1 - at / 10 })),
        };
        const next = { ...settings, ...inValues(settings, viewOf(values)) };
        expect(next.by).toBe('value');
        next.levels.forEach(({ enter }, at) => {
          expect(Math.abs(enter - values[at]!)).toBeLessThanOrEqual(values[at]! * 0.01);
        });
        expect(ladderFlaws(next)).toMatchObject({ notBelow: [], keepAboveEnter: [] });
      }),
    );
  });

  it('as shares are always a ladder, whoever stands where', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 }),
        parts => {
          const total = parts.reduce((sum, part) => sum + part, 0) || 1;
          const shares = parts.map(part => part / total);
          const settings = {
            ...usualLadder(),
            by: 'value' as const,
            levels: parts.map((_, at) => ({ name: `${at}`, enter: 100 - at })),
          };
          const next = { ...settings, ...inQuantiles(settings, viewOf(parts, shares)) };
          expect(next.by).toBe('quantile');
          expect(ladderFlaws(next)).toMatchObject({ notBelow: [], keepAboveEnter: [] });
          for (const { enter, keep = enter } of next.levels as LadderSettings['levels']) {
            expect(enter).toBeLessThan(1);
            expect(keep).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});

describe('what customers are measured by', () => {
  const text = 'metric big = sum(orders.amount)\nmetric circular = ladderLevel + 1\ntag A when big >= 1';

  it('is the last year, the metrics of the rules and the numbers of customers, never the ladder itself', () => {
    const labels = measureChoices(text, [], ladderFields).map(({ measure }) =>
      measure.is === 'metric' ? measure.name : measure.id,
    );
    expect(labels).toEqual(expect.arrayContaining(['spend12', 'orders12', 'big', 'monetary', 'valueScore']));
    expect(labels).not.toContain('circular');
    expect(labels.filter(label => ladderFields.includes(label) || label === 'city')).toEqual([]);
  });

  it('keeps the definition in use when the rules have another one by now', () => {
    const choices = measureChoices(text, [], ladderFields);
    const before = { is: 'metric', name: 'big', text: 'metric big = count(orders)' } as const;
    expect(withCurrent(choices, before, []).map(({ measure }) => keyOf(measure))).toContain(keyOf(before));
    expect(withCurrent(choices, choices[3]!.measure, [])).toBe(choices);
  });
});

it('settings are the same in whatever order they name things', () => {
  expect(isSame({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
  expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame(null, {})).toBe(false);
});
