import { describe, expect, it } from 'vitest';
import { readRoute } from '../../src/ui/studio/route.ts';
import * as clusters from '../../src/ui/studio/segments/clusters/groups.ts';
import * as next from '../../src/ui/studio/segments/next/words.ts';
import { readPart } from '../../src/ui/studio/segments/parts.ts';
import * as rfm from '../../src/ui/studio/segments/rfm/words.ts';

/** What the address names on its part, as the page reads it. */
function whatOf(hash: string, part: string): string {
  const { screen, id } = readRoute(hash);
  const read = readPart(id);
  expect([screen, read.part.id]).toEqual(['segments', part]);
  return read.what;
}

describe('the address of a number', () => {
  it.each([
    { is: 'segment', id: '111' },
    { is: 'segment', id: 'My own / 名称 #1' },
    { is: 'cell', recency: 5, frequency: 1 },
    { is: 'others' },
    { is: 'without' },
    { is: 'changed' },
  ] as const)('leads to the same customers of RFM: %o', group => {
    expect(rfm.groupOf(whatOf(rfm.groupHash(group), 'rfm'))).toEqual(group);
  });

  it.each([
    { is: 'cluster', at: 0 },
    { is: 'rule', at: 7 },
    { is: 'missed', at: 1 },
    { is: 'unknown' },
    { is: 'changed' },
  ] as const)('leads to the same customers of clusters: %o', group => {
    expect(clusters.groupOf(whatOf(clusters.groupHash(group), 'clusters'))).toEqual(group);
  });

  it.each([
    { is: 'overdue' },
    { is: 'late' },
    { is: 'week' },
    { is: 'changed' },
    { is: 'ahead', week: 11 },
    { is: 'basis', basis: 'own' },
    { is: 'basis', basis: 'never' },
  ] as const)('leads to the same customers of next purchases: %o', group => {
    expect(next.groupOf(whatOf(next.groupHash(group), 'next'))).toEqual(group);
  });

  it('names nobody where it was written by hand and means nothing', () => {
    expect([rfm.groupOf('class'), clusters.groupOf('rule x'), next.groupOf('ahead')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(next.groupOf('basis mine')).toBeNull();
  });
});
