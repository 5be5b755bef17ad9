import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bits, Dice } from '../../src/domain/index.ts';
import {
  type ClusterMetric,
  clusterCodes,
  describeRows,
  findClusters,
  NO_CLUSTER,
  roundest,
  silhouetteOf,
} from '../../src/models/index.ts';

/** Three groups of customers: few large and recent, many small and recent, some long gone. */
function groupedBase(size: number, seed: number) {
  const dice = new Dice(seed);
  const groups = Array.from({ length: size }, () =>
    dice.weighted([[0, 6] as const, [1, 3] as const, [2, 1] as const]),
  );
  const around = (middles: readonly number[]) =>
    Float64Array.from(groups, group => Math.round(dice.skewed(middles[group]!, 0.15)));
  const metrics: ClusterMetric[] = [
    { id: 'recency', values: around([20, 300, 20]), scale: 'log' },
    { id: 'monetary', values: around([20_000, 30_000, 900_000]), scale: 'log' },
  ];
  return { groups, metrics };
}

/** Clusters found to the end, with everybody's. */
function clustersOf(metrics: readonly ClusterMetric[], size: number, how: { groups?: number; seed: number }) {
  const steps = findClusters(metrics, size, how);
  const shares: number[] = [];
  let turn = steps.next();
  for (; !turn.done; turn = steps.next()) shares.push(turn.value.done / turn.value.total);
  expect(shares.every((share, at) => share >= 0 && share < 1 && share > (shares[at - 1] ?? -1))).toBe(true);
  const { scalings, clusters, suggested } = turn.value;
  const codes = clusterCodes(metrics, size, { scalings, centres: clusters.map(({ centre }) => centre) });
  return { codes, clusters, suggested };
}

describe('clusters', () => {
  it('find the groups that are there, and the rule that tells each', () => {
    const { groups, metrics } = groupedBase(3000, 7);
    const { codes, clusters, suggested } = clustersOf(metrics, 3000, { seed: 1 });
    expect([suggested.groups, suggested.clear]).toEqual([3, true]);
    expect([...codes]).toEqual(groups);
    clusters.forEach(({ description }, at) => {
      expect([description.precision, description.recall]).toEqual([1, 1]);
      expect(description.rows.count()).toBe(groups.filter(group => group === at).length);
      expect(description.conditions.length).toBeLessThanOrEqual(2);
    });
    const [, gone, large] = clusters;
    expect(gone!.description.conditions.map(each => [each.metric, each.relation])).toEqual([
      ['recency', '>='],
    ]);
    expect(large!.description.conditions.map(each => [each.metric, each.relation])).toEqual([
      ['monetary', '>='],
    ]);
    expect(large!.centre[1]).toBeGreaterThan(2);
  });

  it('are the same for the same seed, also where centres come from a sample', () => {
    const { groups, metrics } = groupedBase(9000, 3);
    const [one, other] = [1, 1].map(seed => clustersOf(metrics, 9000, { groups: 3, seed }));
    expect(one!.codes).toEqual(other!.codes);
    expect([...one!.codes]).toEqual(groups);
  });

  it('leave out whom a metric does not know, and end on a base without any difference or anybody', () => {
    const metric = (...values: number[]): ClusterMetric => ({
      id: 'x',
      values: Float64Array.from(values),
      scale: 'plain',
    });
    const some = clustersOf([metric(1, Number.NaN, 1, 9, 9)], 5, { groups: 2, seed: 1 });
    expect([...some.codes]).toEqual([0, NO_CLUSTER, 0, 1, 1]);
    const same = clustersOf([metric(4, 4, 4)], 3, { seed: 1 });
    expect([same.suggested.groups, same.suggested.clear, [...same.codes]]).toEqual([1, false, [0, 0, 0]]);
    expect(same.clusters[0]!.description.conditions).toEqual([]);
    expect(clustersOf([metric(4, 4, 4)], 3, { groups: 3, seed: 1 }).clusters).toHaveLength(1);
    expect(clustersOf([metric()], 0, { seed: 1 }).clusters).toEqual([]);
  });

  it('say that an even cloud has no clear groups', () => {
    const dice = new Dice(5);
    const cloud = () => Float64Array.from({ length: 600 }, () => dice.skewed(1, 1));
    const metrics = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id, values: cloud(), scale: 'log' as const }));
    const { suggested } = clustersOf(metrics, 600, { seed: 2 });
    expect(suggested.clear).toBe(false);
    expect(suggested.candidates.map(each => each.groups)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('the silhouette', () => {
  it('is the mean over points of (next - within) / larger', () => {
    const base = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 })), {
      minLength: 3,
      maxLength: 15,
    });
    fc.assert(
      fc.property(base, points => {
        const codes = Uint8Array.from(points, ([, code]) => code);
        if (new Set(codes).size < 2) return;
        const distances = Float64Array.from(points.flatMap(([a]) => points.map(([b]) => Math.abs(a - b))));
        const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
        const each = points.map(([place, code], at) => {
          const to = (group: number) =>
            points.flatMap(([other, own], index) =>
              own === group && index !== at ? [Math.abs(place - other)] : [],
            );
          if (to(code).length === 0) return 0;
          const next = Math.min(
            ...[0, 1, 2]
              .filter(group => group !== code && to(group).length > 0)
              .map(group => mean(to(group))),
          );
          const within = mean(to(code));
          return Math.max(within, next) === 0 ? 0 : (next - within) / Math.max(within, next);
        });
        expect(silhouetteOf(distances, codes, 3)).toBeCloseTo(mean(each), 10);
      }),
    );
  });
});

describe('a description', () => {
  const rows = fc.array(
    fc.record({
      a: fc.integer({ min: 0, max: 9 }),
      b: fc.integer({ min: -5, max: 5 }),
      member: fc.boolean(),
    }),
    { minLength: 2, maxLength: 40 },
  );
  const worthOf = (precision: number, recall: number) => (2 * precision * recall) / (precision + recall) || 0;

  it('is at least as good as the best single threshold, and covers whom its conditions cover', () => {
    fc.assert(
      fc.property(rows, base => {
        const members = Bits.from(base.length, row => base[row]!.member);
        if (members.count() === 0) return;
        const metrics = (['a', 'b'] as const).map(id => ({
          id,
          values: Float64Array.from(base, each => each[id]),
        }));
        const { conditions, rows, precision, recall } = describeRows(metrics, members);
        const holds = (each: (typeof base)[number]) =>
          conditions.every(({ metric, relation, value }) =>
            relation === '>=' ? each[metric as 'a' | 'b'] >= value : each[metric as 'a' | 'b'] <= value,
          );
        expect(rows.rows()).toEqual(base.flatMap((each, row) => (holds(each) ? [row] : [])));
        const right = base.filter(each => holds(each) && each.member).length;
        expect([precision, recall]).toEqual([right / rows.count(), right / members.count()]);
        expect(new Set(conditions.map(each => each.metric + each.relation)).size).toBe(conditions.length);
        for (const id of ['a', 'b'] as const)
          for (const { [id]: bound } of base)
            for (const side of [(value: number) => value >= bound, (value: number) => value <= bound]) {
              const covered = base.filter(each => side(each[id]));
              const both = covered.filter(each => each.member).length;
              const single = worthOf(both / covered.length, both / members.count());
              expect(worthOf(precision, recall)).toBeGreaterThanOrEqual(single - 0.005 - 1e-9);
            }
      }),
    );
  });

  it.each([
    [97, 1043, 'up', 1000],
    [97, 1043, 'down', 1000],
    [0.123, 0.129, 'up', 0.129],
    [0.12, 0.13, 'down', 0.12],
    [-1043, -97, 'up', -1000],
    [-3, 5, 'up', 0],
    [3, 4, 'up', 4],
    [3, 4, 'down', 3],
    [123_456, 123_789, 'down', 123_500],
  ] as const)('between %d and %d cuts (%s) at %d', (low, high, side, expected) => {
    expect(roundest(low, high, side)).toBe(expected);
  });

  it('cuts where nobody changes side', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        if (low === high) return;
        const up = roundest(low, high, 'up');
        const down = roundest(low, high, 'down');
        expect([up > low, up <= high, down >= low, down < high]).toEqual([true, true, true, true]);
      }),
    );
  });
});
