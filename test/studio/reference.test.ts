import { describe, expect, test } from 'vitest';
import { reference } from '../../src/rules/index.ts';
import { findEntries } from '../../src/ui/studio/reference/findEntries.ts';

describe('the search of the reference', () => {
  const zh = reference('zh');
  const en = reference('en');
  const idsOf = (sections: typeof zh, search: string) =>
    findEntries(sections, search).flatMap(({ entries }) => entries.map(each => each.id));

  test('every entry is found by each of its spellings, first in its section', () => {
    for (const { id, entries } of en) {
      for (const { id: entry, spellings, others } of entries) {
        for (const spelling of [...spellings, ...others]) {
          const section = findEntries(en, spelling).find(each => each.id === id)!;
          const same = section.entries.filter(each => [...each.spellings, ...each.others].includes(spelling));
          expect(
            same.map(each => each.id),
            spelling,
          ).toContain(entry);
          expect(same, `${spelling}: ${section.entries[0]!.id}`).toContain(section.entries[0]);
        }
      }
    }
  });

  test('either language finds the same construct; so does what it is for', () => {
    expect(idsOf(zh, 'median')).toContain('median');
    expect(idsOf(en, '中位数')).toContain('median');
    expect(idsOf(en, 'ＭＥＤＩＡＮ')[0]).toBe('median');
  });

  test('nothing typed is everything, nonsense is nothing', () => {
    expect(findEntries(zh, ' ')).toEqual(zh);
    expect(findEntries(zh, 'qqqq')).toEqual([]);
  });
});
