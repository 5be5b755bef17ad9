import { expect, test } from 'vitest';
import { sampleRules } from '../../src/rules/index.ts';
import { changesBetween } from '../../src/ui/studio/rules/changes.ts';

const before = `# value
tag a weight 3
  when recency <= 30 days
tag b
  when recency > 90 days
`;

test.each([
  ['nothing', before, []],
  [
    'only spaces and comments',
    before.replace('# value', '# worth').replace('tag b\n ', 'tag b // old\n   '),
    [],
  ],
  ['other keywords', before.replace('tag a weight 3', '标签 a 权重 3').replace('when', '当'), []],
  ['a number', before.replace('30', '31'), [{ kind: 'tag', name: 'a', what: 'changed' }]],
  [
    'another name',
    before.replace('tag b', 'tag c'),
    [
      { kind: 'tag', name: 'c', what: 'added' },
      { kind: 'tag', name: 'b', what: 'removed' },
    ],
  ],
])('a text that differs by %s', (_, after, changes) => {
  expect(changesBetween(before, after)).toEqual(changes);
});

test('against nothing published everything is new', () => {
  const changes = changesBetween('', sampleRules.zh);
  expect(changes.length).toBeGreaterThan(5);
  expect(new Set(changes.map(change => change.what))).toEqual(new Set(['added']));
});
