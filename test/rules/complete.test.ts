import { describe, expect, test } from 'vitest';
import { completions, highlight, parse } from '../../src/rules/index.ts';
import { exampleFrame, worldOf } from './kit.ts';

const world = worldOf(exampleFrame);
const at = (text: string, language: 'en' | 'zh' = 'en') => {
  const offset = text.indexOf('|');
  return completions(text.replace('|', ''), offset, world, language);
};
const labels = (text: string, language?: 'en' | 'zh') => at(text, language).map(each => each.label);

describe('completion', () => {
  test('offers declarations at the beginning of a line', () => {
    expect(labels('|').slice(0, 5)).toEqual(['metric', 'tag', 'tier', 'segment', 'action']);
    expect(labels('tag a when frequency > 1\nse|', 'zh').slice(0, 5)).toEqual([
      '指标',
      '标签',
      '等级',
      '分群',
      '动作',
    ]);
  });

  test('offers fields, declared names and functions in a condition', () => {
    const offered = labels('metric 我的 = 1\ntag a when |');
    expect(offered).toEqual(
      expect.arrayContaining(['recency', 'industry', '我的', 'count', 'days since', 'not']),
    );
    expect(offered).not.toContain('amount');
    expect(labels('标签 a 当 |', 'zh')).toEqual(
      expect.arrayContaining(['最近消费间隔', '行业', '计数', '非']),
    );
  });

  test('offers the fields of the rows inside an aggregate', () => {
    expect(labels('metric a = sum(orders.|')).toContain('amount');
    const offered = labels('metric a = count(orders where |');
    expect(offered).toContain('status');
    expect(offered).not.toContain('recency');
    expect(labels('metric a = count(interactions where csat > 3) + |')).toContain('recency');
  });

  test('offers the values of a text field', () => {
    expect(labels('tag a when industry = "|')).toContain('Manufacturing');
    expect(labels('标签 a 当 行业 = "|"', 'zh')).toContain('制造业');
    expect(labels('tag a when channel in ["门店", "|')).toContain('广告');
    expect(at('tag a when channel = |').find(each => each.label === '广告')).toMatchObject({
      insert: '"广告"',
    });
    expect(labels('action a for b say "|')).toEqual([]);
  });

  test('offers the words of tests inside tests alone, with the fields of the rows they make up', () => {
    const rules = 'tag vip when frequency > 1\naction call for vip\n';
    expect(labels('te|')).toContain('test');
    expect(labels(`${rules}test a |`)).toEqual(expect.arrayContaining(['given', 'for', 'always', 'expects']));
    expect(labels(`${rules}test a given { orders 2 of 100 | }`)).toEqual(
      expect.arrayContaining(['within', 'last', 'ago', 'where']),
    );
    expect(labels(`${rules}测试 甲 |`, 'zh')).toEqual(expect.arrayContaining(['假设', '恒有', '期望']));
    expect(labels(`${rules}tag b when |`)).not.toContain('expects');
    expect(labels(`${rules}tag b when |`)).not.toContain('call');
    expect(labels(`${rules}test a given { recency = 3 days } expects |`)).toEqual(
      expect.arrayContaining(['vip', 'call', 'tag', 'segment', 'recency']),
    );
    expect(labels(`${rules}test a given { orders 2 where |`)).toContain('status');
    expect(labels(`${rules}test a given { orders 2 where status = "paid" } expects |`)).toContain('recency');
    expect(labels(`${rules}test a given { interactions 1, last 3 days ago where topic = "|`)).toContain(
      'Complaint',
    );
  });

  test('inserts what can be read again', () => {
    for (const { insert, kind } of at('metric 「my own」 = 1\ntag a when |')) {
      if (kind !== 'field' && kind !== 'declared') continue;
      expect(parse(`metric x = ${insert}`).notes, insert).toEqual([]);
    }
  });
});

test('highlighting names every piece', () => {
  const text =
    '标签 高价值 权重 30 # 说明\n  当 近6个月消费频次≥5 且 行业 = "制造业" and mean(recency) > days since joined';
  expect(highlight(text).map(each => `${each.class}:${text.slice(each.start, each.end)}`)).toEqual([
    'keyword:标签',
    'name:高价值',
    'keyword:权重',
    'number:30',
    'comment:# 说明',
    'keyword:当',
    'keyword:近',
    'duration:6个月',
    'name:消费频次',
    'operator:≥',
    'number:5',
    'keyword:且',
    'name:行业',
    'operator:=',
    'string:"制造业"',
    'keyword:and',
    'keyword:mean',
    'operator:(',
    'name:recency',
    'operator:)',
    'operator:>',
    'keyword:days',
    'keyword:since',
    'name:joined',
  ]);
});

test.each([
  ['mean(a) within industry frozen 3 on 2026-01-01', 'mean within frozen on'],
  ['top 20% by top', 'top by'],
  [
    'count(orders in last calendar month) and orders in this year',
    'count orders in last calendar month and orders in this year',
  ],
  ['share of total(month) and month of joined and month = on', 'share of total and month of and'],
  ['x starts with "a" or x contains any of ["b"]', 'starts with or contains any of'],
  ['计数(本月 订单) 且 生日 7天内 且 本月 > 3', '计数 本月 订单 且 内 且'],
  ['消费金额 前20%', '前'],
  ['tag score', 'tag score'],
])('in %s the words of the language stand out', (text, expected) => {
  const found = highlight(`metric x = ${text}`).filter(each => each.class === 'keyword');
  const words = found.map(({ start, end }) => `metric x = ${text}`.slice(start, end));
  expect(words.slice(1).join(' ')).toBe(expected);
});

test('clauses of an action stand out at the beginning of their lines', () => {
  const text =
    'action value for goal\n  goal retain\n  at most 2 per 3 days\n  value value\nmetric value = goal';
  const found = highlight(text).filter(each => each.class === 'keyword');
  expect(found.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(
    'action for goal at most per value metric',
  );
});

test('the words of a test stand out in it, not in its name nor elsewhere', () => {
  const keywords = (text: string) =>
    highlight(text)
      .filter(each => each.class === 'keyword')
      .map(({ start, end }) => text.slice(start, end))
      .join(' ');
  const text =
    'test given given { orders 2 of 100 within 3 days, last 2 days ago }\n  expects tag a\ntag expects when given > 1';
  expect(keywords(text)).toBe('test given orders of within last ago expects tag tag when');
  expect(keywords('测试 甲 假设 { 互动 1次, 最近 3天前 } 期望 标签 乙')).toBe(
    '测试 假设 互动 次 最近 前 期望 标签',
  );
});
