import { describe, expect, test } from 'vitest';
import { exampleDay, exampleFrame, run } from './kit.ts';

const rules = `tag vip when monetary >= 500 and recency <= 1 month
tag quiet when not (recency < 90 days) or frequency = 0
tag named when 'C' = industry and not channel in ["广告"] and 2 < frequency
tag sure when channel is known or labels contains "重点跟进"
tag maker when industry contains "制造" or industry contains 'nufact'
tag middle when frequency between 2 and 4
metric open = recency < 90
tag both when open and tag vip and tier t = 高
tier t by frequency { 高 from 3 keep 2  低 otherwise }
segment core when (tag vip or tag quiet) and averageOrder >= 150% of mean
action call for core when recency > 10 say "hi"
action ring for vip say "hi"
action sell when frequency >= 1 suitable when not tag vip say "hi"
`;
const { reasons, checked } = (() => {
  const evaluated = run(rules, exampleFrame, exampleDay);
  return { checked: evaluated.checked, reasons: (name: string, row: number) => evaluated.reasons(name, row) };
})();

/** `subject value relation bound`. */
const told = (name: string, row: number) =>
  reasons(name, row).map(({ subject, value, relation, bound }) => {
    return `${subject} ${value ?? '?'} ${relation} ${Array.isArray(bound) ? bound.join('|') : (bound ?? '')}`.trim();
  });

describe('reasons', () => {
  test('the rules have no errors', () => {
    expect(checked.notes.filter(note => note.severity === 'error')).toEqual([]);
  });

  test.each([
    ['all that hold of a true `and`', 'vip', 0, ['monetary 60000 >= 50000', 'recency 20 <= 31']],
    ['those that fail of a false `and`', 'vip', 1, ['monetary 10000 < 50000']],
    ['what is not known', 'vip', 2, ['monetary 0 < 50000', 'recency ? is unknown']],
    ['those that hold of a true `or`', 'quiet', 2, ['recency ? is unknown', 'frequency 0 = 0']],
    ['all of a false `or`', 'quiet', 0, ['recency 20 < 90', 'frequency 3 != 0']],
    [
      'the value first, lists, stored values',
      'named',
      0,
      ['industry C = C', 'channel ? is unknown', 'frequency 3 > 2'],
    ],
    ['a failed list', 'named', 1, ['industry P != C', 'channel 广告 in 广告', 'frequency 1 <= 2']],
    ['knowledge', 'sure', 1, ['channel 广告 is known']],
    ['one of several texts', 'sure', 0, ['labels 重点跟进 contains 重点跟进']],
    ['a failed list of texts', 'sure', 2, ['channel 门店 is known']],
    ['a part of what is shown', 'maker', 0, ['industry C contains 制造', 'industry C contains nufact']],
    ['both ends of a range', 'middle', 0, ['frequency 3 >= 2', 'frequency 3 <= 4']],
    ['the end of a range that failed', 'middle', 1, ['frequency 1 < 2']],
    ['tags and named conditions by name', 'both', 0, ['open 1 is', 'vip 1 is', 'tier t 高 = 高']],
    ['failed ones too', 'both', 1, ['vip 0 is not', 'tier t 低 != 高']],
    ['a level that was reached', 't', 0, ['frequency 3 >= 3']],
    ['a level that was not', 't', 1, ['frequency 1 < 3']],
    ['a statistic as it was used', 'core', 0, ['averageOrder 20000 < 22500']],
    [
      'an action by its segment and its own condition',
      'call',
      1,
      ['vip 0 is not', 'quiet 0 is not', 'averageOrder 10000 < 22500', 'recency 0 <= 10'],
    ],
    [
      'an action for a tag by what the tag looks at',
      'ring',
      0,
      ['monetary 60000 >= 50000', 'recency 20 <= 31'],
    ],
    ['an action that is not suitable by that alone', 'sell', 0, ['vip 1 is']],
    ['a metric by its value', 'open', 0, ['open 1']],
    ['nothing for an unknown name', 'nobody', 0, []],
  ] as const)('%s', (_, name, row, expected) => {
    expect(told(name, row)).toEqual(expected);
  });

  test('carry the kind of their value', () => {
    expect(reasons('vip', 0).map(each => each.kind)).toEqual(['money', 'days']);
    expect(reasons('both', 0).map(each => each.kind)).toEqual(['flag', 'flag', 'text']);
  });
});

describe('messages', () => {
  const text = `metric 年消费 = sum(orders.amount in last 12 months where status = "paid")
tier 忠诚度 by frequency { 高 from 3  低 otherwise }
action a when frequency >= 0 say "{name} {公司} {recency} {年消费} {复购率} {首次下单日期} {行业} {忠诚度} {coupon} {labels}"`;
  const evaluated = run(text, exampleFrame, exampleDay);

  test('are filled in with values as the language writes them', () => {
    expect(evaluated.fill('a', 0, { language: 'zh', name: '张伟', company: '艾克美' })).toBe(
      '张伟 艾克美 20 ¥500 50% 2025年5月10日 制造业 高 {coupon} 重点跟进',
    );
    expect(evaluated.fill('a', 0, { language: 'en', name: 'Wei', company: 'Acme', coupon: '50' })).toBe(
      'Wei Acme 20 ¥500 50% May 10, 2025 Manufacturing 高 50 重点跟进',
    );
  });

  test('keep in braces what is not known', () => {
    expect(evaluated.fill('a', 2, { language: 'zh', name: '李娜' })).toBe(
      '李娜 {公司} {recency} ¥0 {复购率} {首次下单日期} {行业} 低 {coupon} {labels}',
    );
    expect(evaluated.fill('nothing', 0, { language: 'zh', name: '' })).toBe('');
  });

  test('values of fields that no rule uses are computed when asked for', () => {
    expect(evaluated.value('合作时长', 0)).toBe(425);
    expect(evaluated.value('industry', 1)).toBe('P');
    expect(evaluated.value('satisfaction', 1)).toBe(null);
    expect(evaluated.value('nothing', 0)).toBe(null);
  });
});
