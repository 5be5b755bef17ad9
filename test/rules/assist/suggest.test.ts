import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../../src/domain/index.ts';
import { suggestions, type World } from '../../../src/rules/index.ts';

const world: World = {
  currency: 'CNY',
  dictionary: (_, field) => (field === 'industry' ? new Dictionary(['', 'I', 'C', '养蜂']) : null),
};
const at = (marked: string, language: 'en' | 'zh') =>
  suggestions(marked.replace('|', ''), marked.indexOf('|'), world, language);

describe('what may be written', () => {
  it('offers the values that occur, the most frequent first, before those that could', () => {
    const values = at('标签 a 当 行业 = |', 'zh').filter(each => each.kind === 'value');
    expect(values.slice(0, 3).map(each => each.insert)).toEqual([
      '"信息传输、软件和信息技术服务业"',
      '"制造业"',
      '"养蜂"',
    ]);
    expect(values[0]!.stored).toMatchObject({ value: 'I', field: { id: 'industry' } });
    expect(values.length).toBeGreaterThan(10);
    expect(at('tag a when industry = "|', 'en').map(each => each.kind)).not.toContain('keyword');
  });

  it('offers a snippet for every kind of declaration at the beginning of a line, and only there', () => {
    const first = at('tag a when recency > 1\nse|', 'en').filter(each => each.snippet);
    expect(first.map(each => each.label)).toEqual(
      expect.arrayContaining(['metric …', 'tag …', 'tier …', 'segment …', 'action …', 'score …', 'test …']),
    );
    expect(at('tag a when re|', 'en').filter(each => each.snippet)).toEqual([]);
  });

  it('offers windows in the spelling of the language', () => {
    expect(at('tag a when frequency |', 'en').map(each => each.label)).toContain('in last 6 months');
    expect(at('标签 a 当 |', 'zh').map(each => each.label)).toContain('近6个月');
  });
});
