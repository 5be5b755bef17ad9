import { afterEach, describe, expect, it } from 'vitest';
import { Problem, type Reason } from '../../src/domain/index.ts';
import {
  applySettings,
  describeProblem,
  describeReason,
  formatValue,
  nameLabel,
} from '../../src/ui/kit/index.ts';

afterEach(() => applySettings({ language: 'auto', theme: 'auto' }));

const speak = (language: 'en' | 'zh') => applySettings({ language, theme: 'auto' });

const recency: Reason = { subject: 'recency', kind: 'days', value: 91, relation: '>', bound: 90 };

const cases: readonly [reason: Reason, en: string, zh: string][] = [
  [recency, 'Recency 91 days > 90 days', '最近消费间隔 91 天 > 90 天'],
  [
    { subject: '`Loyalty points`', kind: 'number', value: 2600, relation: '>', bound: 10 },
    'Loyalty points 2,600 > 10',
    'Loyalty points 2,600 > 10',
  ],
  [{ ...recency, subject: '「最近消费间隔」' }, 'Recency 91 days > 90 days', '最近消费间隔 91 天 > 90 天'],
  [{ ...recency, subject: '最近消费间隔', value: 1 }, 'Recency 1 day > 90 days', '最近消费间隔 1 天 > 90 天'],
  [
    { subject: '近6个月消费频次', kind: 'number', value: 7, relation: '>=', bound: 5 },
    '近6个月消费频次 7 ≥ 5',
    '近6个月消费频次 7 ≥ 5',
  ],
  [
    { subject: 'averageOrder', kind: 'money', value: 152_340, relation: '>=', bound: 89_200 },
    'Average order value ¥1,523.40 ≥ ¥892',
    '客单价 ¥1,523.40 ≥ ¥892',
  ],
  [
    { subject: 'industry', kind: 'text', value: 'C', relation: '=', bound: 'C' },
    'Industry Manufacturing',
    '行业 制造业',
  ],
  [
    { subject: 'size', kind: 'text', value: 'large', relation: 'in', bound: ['large', 'medium'] },
    'Company size Large is one of Large, Medium',
    '企业规模 大型 属于 大型、中型',
  ],
  [
    { subject: 'repurchaseRate', kind: 'share', value: 0.625, relation: 'between', bound: ['0.3', '0.6'] },
    'Repurchase rate 62.5% is between 0.3 and 0.6',
    '复购率 62.5% 介于 0.3 至 0.6',
  ],
  [{ subject: '高价值客户', kind: 'flag', value: 1, relation: '', bound: null }, '高价值客户', '高价值客户'],
  [
    { subject: '高价值客户', kind: 'flag', value: 0, relation: '', bound: null },
    'not 高价值客户',
    '非“高价值客户”',
  ],
  [
    { subject: 'satisfaction', kind: 'number', value: null, relation: '<', bound: 3 },
    'Satisfaction not known < 3',
    '平均满意度 未知 < 3',
  ],
];

describe('a reason in words', () => {
  it.each(cases)('%j', (reason, en, zh) => {
    speak('en');
    expect(describeReason(reason, 'CNY')).toBe(en);
    speak('zh');
    expect(describeReason(reason, 'CNY')).toBe(zh);
  });
});

describe('a problem in words', () => {
  it('has the sentence of its code, with its values', () => {
    speak('en');
    expect(describeProblem(new Problem('emptyFile', { file: 'a.csv' }))).toContain('“a.csv” is empty');
    speak('zh');
    expect(describeProblem(new Problem('emptyFile', { file: 'a.csv' }))).toContain('“a.csv”是空文件');
  });

  it('keeps the message of an error nobody foresaw', () => {
    speak('en');
    expect(describeProblem(new Error('disk on fire'))).toContain('disk on fire');
    speak('zh');
    expect(describeProblem('着火了')).toMatch(/意外错误：着火了/);
  });
});

describe('values', () => {
  it.each([
    ['money', 123_450, '¥1,234.50', '¥1,234.50'],
    ['share', 0.913, '91.3%', '91.3%'],
    ['days', 1, '1 day', '1 天'],
    ['date', 20_454, 'Jan 1, 2026', '2026年1月1日'],
    ['number', 1260, '1,260', '1,260'],
    ['number', Number.NaN, 'not known', '未知'],
    ['text', null, 'not known', '未知'],
    ['text', 'Shenzhen', 'Shenzhen', 'Shenzhen'],
    ['flag', 1, 'yes', '是'],
  ] as const)('%s %s', (kind, value, en, zh) => {
    speak('en');
    expect(formatValue(kind, value, 'CNY')).toBe(en);
    speak('zh');
    expect(formatValue(kind, value, 'CNY')).toBe(zh);
  });

  it('names a field by any spelling a rule may use, and leaves other names alone', () => {
    speak('en');
    expect(['消费金额', 'monetary', '累计消费', '我的指标'].map(nameLabel)).toEqual([
      'Monetary',
      'Monetary',
      'Monetary',
      '我的指标',
    ]);
  });
});

describe('the settings in force', () => {
  it('set the language and the colours of the document', () => {
    applySettings({ language: 'zh', theme: 'dark' });
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(document.documentElement.dataset.theme).toBe('dark');
    applySettings({ language: 'en', theme: 'auto' });
    expect(document.documentElement.lang).toBe('en');
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});
