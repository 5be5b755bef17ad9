import { describe, expect, test } from 'vitest';
import {
  describeChange,
  describeChanges,
  describeLevel,
  describeProofLine,
  describeWhen,
  flips,
  nextChange,
  type ProofLine,
  prove,
} from '../../src/rules/index.ts';
import { day, exampleDay, frameOf, type Person, run } from './kit.ts';

const zh = { language: 'zh', currency: 'CNY' } as const;
const en = { language: 'en', currency: 'CNY' } as const;

const paid = (iso: string, yuan: number) => ({
  day: day(iso),
  amount: yuan * 100,
  status: 'paid',
  repeat: 0,
});
const person: Person = {
  columns: { industry: 'P', labels: ['vip'] },
  orders: [paid('2026-03-01', 100), paid('2026-06-01', 80)],
  interactions: [{ day: day('2026-06-10'), kind: 'survey', csat: 2 }],
};
const at = (text: string) => run(text, frameOf([person]), exampleDay);

describe('changes in words', () => {
  test.each([
    ['tag a when frequency >= 3 or monetary >= 500', '还差 1 单，或 ¥320', 'one more order, or ¥320 more'],
    ['tag a when frequency in last 1 month >= 4', '还差 3 单', '3 more orders'],
    ['tag a when averageOrder >= 100', '下一笔 ¥120 的订单', 'an order of ¥120'],
    ['tag a when recency > 30', '2 天内无新动态', '2 days without anything new'],
    ['tag a when industry = "制造业"', '行业 = 制造业', 'Industry = Manufacturing'],
    ['tag a when not labels contains "vip"', '手工标签去掉“vip”', 'Manual tags without vip'],
    ['tag a when satisfaction >= 4', '再有 2 次联系（满意度 = 5）', '2 more contacts (CSAT = 5)'],
    [
      'tag a when count(interactions where topic = "complaint") >= 1',
      '再有 1 次联系（问题类型 = 投诉）',
      'one more contact (Topic = Complaint)',
    ],
    [
      'tag a when frequency >= 3 and recency > 30',
      '再下 1 单，然后 31 天内无新动态',
      'one more order, then 31 days without anything new',
    ],
    ['tag a when frequency < 1', '没有足够接近的改变能使其变化。', 'Nothing near enough would change it.'],
  ])('%s', (text, chinese, english) => {
    const changes = flips(at(text), 'a', 0).filter(each =>
      each.edits.every(edit => edit.kind !== 'field' || edit.value !== null),
    );
    const near = changes.slice(0, text.includes(' or ') ? 2 : 1);
    expect([describeChanges(near, zh), describeChanges(near, en)]).toEqual([chinese, english]);
  });

  test('a single one by itself', () => {
    const [change] = flips(at('tag a when monetary >= 500'), 'a', 0);
    expect([describeChange(change!, zh), describeChange(change!, en)]).toEqual([
      '再消费 ¥320',
      '¥320 more in orders',
    ]);
  });
});

test('when, in words', () => {
  const rules = at(`segment 流失预警 when recency > 34
tag 新近 when recency <= 29
tier 忠诚度 by frequency in last 4 months { 高 from 2  中 from 1 }`);
  const told = (name: string) => {
    const turn = nextChange(rules, name, 0)!;
    return [describeWhen(name, turn, exampleDay, zh), describeWhen(name, turn, exampleDay, en)];
  };
  expect(told('流失预警')).toEqual(['6 天后：流失预警', 'in 6 days: 流失预警']);
  expect(told('新近')).toEqual(['明天：不再是新近', 'tomorrow: no longer 新近']);
  expect(told('忠诚度')).toEqual(['明天：忠诚度变为中', 'tomorrow: 忠诚度 中']);
});

test('a proof in words', () => {
  const rules = at(`tag a when monetary in last 6 months >= 150% of mean and not industry = "教育"
tier t by monetary { 高 from 500  中 from 100  低 otherwise }`);
  const lines = (line: ProofLine): string[] => [describeProofLine(line, zh), ...line.children.flatMap(lines)];
  expect(lines(prove(rules, 'a', 0)!.line)).toEqual([
    '以下未全部成立',
    'monetary in last 6 months >= 150% of mean：不成立',
    'monetary in last 6 months：¥180',
    'sum(orders.amount where status = "paid")：¥180（2025年12月31日至2026年6月30日的 2 单中计入 2 单）',
    '150% of mean：¥270',
    '150%',
    'mean：¥180（1 位客户）',
    '以下成立，而规则要求不成立',
    'industry = "教育"：成立',
    'industry：教育',
    '"教育"',
  ]);
  const { levels, line } = prove(rules, 't', 0)!;
  expect(levels.map(level => describeLevel(level, line, en))).toEqual([
    '高: not reached, ¥180 is below ¥500',
    '中: reached, ¥180 is at least ¥100',
    '低: below the level reached',
  ]);
});
