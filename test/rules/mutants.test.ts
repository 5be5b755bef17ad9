import { describe, expect, test } from 'vitest';
import { check, fateOf, mutantsOf, parse, runTests, sampleRules } from '../../src/rules/index.ts';
import { emptyWorld, exampleDay, exampleFrame, run } from './kit.ts';

const changes = (text: string) =>
  mutantsOf(text).map(({ kind, span, replacement }) => `${kind}: ${text.slice(...span)} -> ${replacement}`);

describe('mutants', () => {
  test.each([
    [
      'tag a when frequency >= 5 and recency < 30 days',
      [
        'operator: >= -> >',
        'threshold: 5 -> 6',
        'connective: and -> or',
        'operator: < -> <=',
        'threshold: 30 -> 33',
      ],
    ],
    [
      '标签 甲 当 消费频次 不低于 5 且 最近消费间隔 ≤ 30天',
      [
        'operator: 不低于 -> >',
        'threshold: 5 -> 6',
        'connective: 且 -> 或',
        'operator: ≤ -> <',
        'threshold: 30 -> 33',
      ],
    ],
    [
      'tag a when not (channel not in ["A"]) or size is known',
      [
        'connective: not -> ',
        'operator: not in -> in',
        'connective: or -> and',
        'operator: is known -> is unknown',
      ],
    ],
    [
      'metric m = count(orders in last 6 months where amount > 100)',
      ['window: 6 -> 7', 'operator: > -> >=', 'threshold: 100 -> 110'],
    ],
    ['指标 乙 = 近12个月消费频次', ['window: 12 -> 13']],
    [
      'tier t by repurchaseRate { A from 60% keep 55.5% B otherwise }',
      ['threshold: 60 -> 66', 'threshold: 55.5 -> 49.95'],
    ],
    ['tag a when averageOrder >= 150% of mean(averageOrder)', ['operator: >= -> >', 'threshold: 150 -> 165']],
    [
      'action c for a priority 80 within 3 days when frequency = 1',
      ['operator: = -> !=', 'threshold: 1 -> 2'],
    ],
    ['tag a when', []],
  ])('%s', (text, expected) => {
    expect(changes(text)).toEqual(expected);
  });

  test.each(['en', 'zh'] as const)('of the sample (%s) are sound, and each is another text', language => {
    const mutants = mutantsOf(sampleRules[language]);
    expect(mutants.length).toBeGreaterThan(50);
    expect(new Set(mutants.map(each => each.text)).size).toBe(mutants.length);
    for (const mutant of mutants) {
      expect(mutant.text).not.toBe(sampleRules[language]);
      const notes = check(parse(mutant.text), emptyWorld).notes.filter(note => note.severity === 'error');
      expect([mutant.span, notes]).toEqual([mutant.span, []]);
    }
  });

  test('are the same in number in both spellings', () => {
    expect(mutantsOf(sampleRules.zh).map(each => each.kind)).toEqual(
      mutantsOf(sampleRules.en).map(each => each.kind),
    );
  });
});

test('a test at the boundary notices, a test far from it does not', () => {
  const fates = (tests: string) => {
    const text = `tag a when frequency >= 3\n${tests}`;
    const base = run(text, exampleFrame, exampleDay);
    const outcomes = runTests(base, () => []);
    return mutantsOf(text).map(mutant => fateOf(mutant, base, outcomes, () => []));
  };
  expect(fates('test t given { frequency = 3 } expects tag a')).toEqual([
    { kind: 'killed', by: 't' },
    { kind: 'killed', by: 't' },
  ]);
  expect(fates('test t given { frequency = 9 } expects tag a')).toEqual([
    { kind: 'survived', changed: 1 },
    { kind: 'survived', changed: 1 },
  ]);
  // one that fails anyway notices nothing
  expect(fates('test t given { frequency = 3 } expects not tag a')[0]).toEqual({
    kind: 'survived',
    changed: 1,
  });
});
