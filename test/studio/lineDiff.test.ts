import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { diffLines, foldSame } from '../../src/ui/studio/rules/lineDiff.ts';

const drawn = (before: string, after: string) =>
  diffLines(before, after).map(({ what, text }) => ({ same: ' ', added: '+', removed: '-' })[what] + text);

describe('lines of two texts', () => {
  test.each([
    ['a\nb\nc\n', 'a\nB\nc\n', [' a', '-b', '+B', ' c']],
    ['a\nb\n', 'a\nb\nc\n', [' a', ' b', '+c']],
    ['', 'a\n', ['+a']],
    ['a\nb\nc\nd', 'b\nd', ['-a', ' b', '-c', ' d']],
    ['x\ny', 'x\ny', [' x', ' y']],
  ])('%j → %j', (before, after, lines) => expect(drawn(before, after)).toEqual(lines));

  it('gives both texts back, with their line numbers, and never more than both', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '', '  d'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(`${before.join('\n')}\n`, `${after.join('\n')}\n`);
        const side = (key: 'before' | 'after') => lines.filter(line => line[key] !== null);
        if (before.join('') !== '') expect(side('before').map(line => line.text)).toEqual(before);
        for (const key of ['before', 'after'] as const) {
          expect(side(key).map(line => line[key])).toEqual(side(key).map((_, index) => index + 1));
        }
        if (before.join('\n') === after.join('\n'))
          expect(lines.every(line => line.what === 'same')).toBe(true);
      }),
    );
  });

  it('leaves out what is far from any change', () => {
    const before = Array.from({ length: 20 }, (_, index) => `${index}`);
    const after = before.with(10, 'ten');
    const folded = foldSame(diffLines(before.join('\n'), after.join('\n')), 2);
    expect(folded.map(each => (typeof each === 'number' ? each : each.text))).toEqual([
      8,
      '8',
      '9',
      '10',
      'ten',
      '11',
      '12',
      7,
    ]);
  });
});
