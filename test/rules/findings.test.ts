import { describe, expect, test } from 'vitest';
import { Bits } from '../../src/domain/index.ts';
import { findingTexts } from '../../src/i18n/checks.ts';
import { type Finding, findings, type Run } from '../../src/rules/index.ts';
import { exampleDay, frameOf, type Person, run } from './kit.ts';

/** Forty customers: number i has i % 10 paid orders of i + 1 yuan, the latest i days ago; the odd ones are companies. */
const people: readonly Person[] = Array.from({ length: 40 }, (_, i) => ({
  columns: { kind: i % 2 ? 'company' : 'person', province: i < 20 ? 'guangdong' : 'zhejiang' },
  orders: Array.from({ length: i % 10 }, (_, order) => ({
    day: exampleDay - i - 10 * order,
    amount: (i + 1) * 100,
    status: 'paid',
    repeat: order > 0 ? 1 : 0,
  })),
  interactions: [],
}));
const frame = frameOf(people);
const noted: string[] = [];

function found(
  text: string,
  published: Parameters<typeof findings>[1] = null,
  on: Run['size'] = 40,
): Finding[] {
  const evaluated = run(text, on === 40 ? frame : frameOf(people.slice(0, on)), exampleDay);
  expect(evaluated.checked.notes.filter(note => note.severity === 'error')).toEqual([]);
  const all = findings(evaluated, published);
  noted.push(...all.map(each => each.code));
  for (const { span } of all) expect(span[1]).toBeGreaterThan(span[0]);
  return all;
}

const codes = (text: string) => found(text).map(({ code, span }) => `${code} ${text.slice(...span)}`);

describe('what the base says of rules', () => {
  test.each([
    ['nobody', 'tag a when frequency > 20', ['neverTrue a']],
    ['nobody, for one part', 'tag a when kind = "person" and frequency > 20', ['neverTruePart a']],
    [
      'nobody, though each part holds for some',
      'tag a when frequency > 8 and frequency < 2',
      ['neverTrueTogether a'],
    ],
    ['nobody, for a value that does not occur: told by the checker', 'tag a when province = "Narnia"', []],
    ['the same as one part', 'tag a when frequency > 2 and province in ["Narnia"]', []],
    [
      'nobody, one value of several conditions',
      'tag a when province = "Narnia" or frequency > 20',
      ['neverTrue a'],
    ],
    ['everybody', 'tag a when frequency >= 0', ['alwaysTrue a']],
    [
      'a part that never decides',
      'tag a when frequency > 5 and frequency > 2',
      ['neverDecides frequency > 2'],
    ],
    [
      'a part that never decides, in the middle',
      'tag a when frequency > 5 and (kind = "person" or frequency > 6 or frequency > 7) and frequency < 100',
      ['neverDecides frequency > 7', 'neverDecides frequency < 100'],
    ],
    [
      'two that say the same: one may go',
      'tag a when frequency >= 5 and frequency > 4',
      ['neverDecides frequency > 4'],
    ],
    ['a large segment', 'segment a when frequency > 6', ['segmentLarge a']],
    ['a tag may be large', 'tag a when frequency > 6', []],
    ['a bound that holds nobody up', 'segment a when frequency > 8', []],
    ['nearly the same', 'tag a when frequency > 8\ntag b when frequency > 8.5', ['nearlyEqual b']],
    ['the same on purpose', 'tag a when frequency > 8\nsegment b when tag a', []],
    ['alike, but not nearly the same', 'tag a when frequency > 8\ntag b when frequency > 7', []],
    ['a level for nobody', 'tier t by frequency { A from 20 B from 5.5 C otherwise }', ['levelEmpty A']],
    ['customers without a level', 'tier t by frequency { A from 5.5 B from 3.5 }', ['ladderGap t']],
    ['a metric for nothing', 'metric m = frequency\nmetric n = m + 1\ntag a when n > 9', []],
    ['a metric that nothing looks at', 'metric m = frequency\ntag a when frequency > 8', ['unusedMetric m']],
    ['a metric in a message', 'metric m = frequency\ntag a when frequency > 8\naction c for a say "{m}"', []],
    ['a metric in a test', 'metric m = frequency\ntest t always m >= 0', []],
    ['a metric in itself alone', 'metric frequency = frequency', ['unusedMetric frequency']],
    ['who is not measured is in no gap', 'tier t by averageOrder { A from 10 B from 0 }', []],
    [
      'a group that claims some twice',
      'segment a in group g when frequency > 7\nsegment b in group g when frequency > 6\nsegment c in group g otherwise',
      ['groupOverlap b', 'segmentLarge c'],
    ],
    [
      'a group with priorities',
      'segment a in group g priority 2 when frequency > 7\nsegment b in group g priority 1 when frequency > 6\nsegment c in group g otherwise',
      ['segmentLarge c'],
    ],
    [
      'a group that leaves some out',
      'segment a in group g priority 2 when frequency > 7\nsegment b in group g priority 1 when frequency = 6',
      ['groupGap a'],
    ],
    [
      'a segment whose customers are all taken',
      'segment a in group g priority 2 when frequency > 7\nsegment b in group g priority 1 when frequency > 8\nsegment c in group g otherwise',
      ['neverTrueInGroup b', 'segmentLarge c'],
    ],
    ['an action for a segment of nobody', 'segment a when frequency > 20\naction b for a', ['neverTrue a']],
    [
      'an action that never comes',
      'tag a when frequency > 8\naction b for a when frequency < 8',
      ['neverTrue b'],
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('a threshold on which many sit', () => {
    const crowd = frameOf(
      people.map((person, i) => (i < 8 ? { ...people[9]!, columns: person.columns } : person)),
    );
    const text =
      'tag a when averageOrder >= 10\ntag b when frequency >= 9\ntier t by averageOrder { A from 10 B otherwise }';
    const all = findings(run(text, crowd, exampleDay), null).filter(each => each.code === 'crowdedThreshold');
    expect(
      all.map(({ severity, args, row }) => [severity, args.subject, args.level, args.value, args.count, row]),
    ).toEqual([
      ['warning', 'averageOrder', '', 1000, 9, 0],
      ['info', 'frequency', '', 9, 12, 0],
      ['warning', 'averageOrder', 'A', 1000, 9, 0],
    ]);
    noted.push('crowdedThreshold');
    const none = 'tag a when frequency > 0 and frequency >= 1 and averageOrder >= 10.5';
    expect(findings(run(none, crowd, exampleDay), null).map(each => each.code)).not.toContain(
      'crowdedThreshold',
    );
  });

  test('a segment that changes much against the published one', () => {
    const before = { segments: [{ name: 'a', bits: Bits.from(40, row => row === 0) }] };
    const [changed] = found('segment a when frequency > 8', before);
    expect(changed).toMatchObject({
      code: 'segmentChanged',
      args: { enters: 4, leaves: 1, before: 1 },
      row: 0,
    });
    const same = { segments: [{ name: 'a', bits: Bits.from(40, row => row % 10 === 9) }] };
    expect(found('segment a when frequency > 8', same)).toEqual([]);
  });

  test('a base of a few customers says nothing', () => {
    expect(found('tag a when frequency > 20', null, 19)).toEqual([]);
  });

  test('each finding has words, and the words a finding', () => {
    const worded = Object.keys(findingTexts).filter(key => key !== 'suchAs');
    expect([...new Set(noted)].sort()).toEqual(worded.sort());
  });
});
