import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeclarationPreview, Preview } from '../../src/engine/index.ts';
import { shiftOffset } from '../../src/ui/studio/rules/shift.ts';
import { declarationAt, moveShown, showPreview } from '../../src/ui/studio/rules/shown.ts';

function declared(name: string, start: number, count = 1): DeclarationPreview {
  return {
    kind: 'tag',
    name,
    start,
    count,
    share: 0,
    money: 0,
    enters: 0,
    leaves: 0,
    entersMoney: 0,
    leavesMoney: 0,
    levels: [],
    metric: null,
  };
}

function previewOf(declarations: DeclarationPreview[], errors = 0): Preview {
  const note = { code: 'x', severity: 'error', args: {}, span: [0, 1] } as const;
  return {
    notes: Array(errors).fill(note),
    declarations,
    customers: 10,
    asOf: 0,
    took: 0,
    changed: 0,
    statistics: [],
    tests: [],
  };
}

describe('where an offset stands after an edit', () => {
  test.each([
    ['an insertion before', 'tag a', '# x\ntag a', 0, 0],
    ['an insertion before, behind the beginning', '\ntag a', '\n# x\ntag a', 1, 1],
    ['an insertion that ends before it', 'one\ntag a', 'one two\ntag a', 4, 8],
    ['an insertion behind it', 'tag a\n', 'tag a\nmore', 0, 0],
    ['a deletion before', 'one\ntwo\ntag a', 'two\ntag a', 8, 4],
    ['inside of what was replaced', 'abcdef', 'abXf', 3, 2],
  ])('%s', (_, before, after, offset, expected) => {
    expect(shiftOffset(before, after, offset)).toBe(expected);
  });

  test('what lies before the edit stays, the order of offsets is kept, none leaves the text', () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, text, (head, removed, added, tail) => {
        const before = head + removed + tail;
        const after = head + added + tail;
        let last = 0;
        for (let offset = 0; offset <= before.length; offset++) {
          const moved = shiftOffset(before, after, offset);
          if (offset <= head.length) expect(moved).toBe(offset);
          expect(moved).toBeGreaterThanOrEqual(last);
          expect(moved).toBeLessThanOrEqual(after.length);
          last = moved;
        }
      }),
    );
  });
});

describe('what a preview shows', () => {
  const good = 'tag a\n  when x\ntag b\n  when y\n';
  const shown = showPreview([], previewOf([declared('a', 0, 5), declared('b', 15, 7)]), good);

  test('fresh declarations with the text they are of', () => {
    expect(shown.map(each => [each.name, each.count, each.held])).toEqual([
      ['a', 5, false],
      ['b', 7, false],
    ]);
    expect(shown[0]?.text).toBe(good);
  });

  test('a declaration that broke keeps its last good numbers', () => {
    const broken = 'tag a\n  when x\ntag b\n  when y >\n';
    const next = showPreview(
      moveShown(shown, start => shiftOffset(good, broken, start)),
      previewOf([declared('a', 0, 6)], 1),
      broken,
    );
    expect(next.map(each => [each.name, each.count, each.held, each.text])).toEqual([
      ['a', 6, false, broken],
      ['b', 7, true, good],
    ]);
  });

  test('a declaration that is gone from a text without errors is gone', () => {
    expect(showPreview(shown, previewOf([declared('a', 0)]), 'tag a\n').map(each => each.name)).toEqual([
      'a',
    ]);
  });

  test('one that was renamed is not held beside its new name', () => {
    const renamed = 'tag a\n  when x\ntag c\n  when y\ntag d\n when';
    const next = showPreview(
      moveShown(shown, start => shiftOffset(good, renamed, start)),
      previewOf([declared('a', 0), declared('c', 15)], 1),
      renamed,
    );
    expect(next.map(each => each.name)).toEqual(['a', 'c']);
  });

  test('the declaration at a place is the last that begins before it, else the first', () => {
    expect(declarationAt(shown, 14)?.name).toBe('a');
    expect(declarationAt(shown, 15)?.name).toBe('b');
    expect(declarationAt(shown, 999)?.name).toBe('b');
    expect(
      declarationAt(
        [declared('z', 9)].map(each => ({ ...each, text: '', held: false })),
        0,
      )?.name,
    ).toBe('z');
    expect(declarationAt([], 3)).toBeNull();
  });
});
