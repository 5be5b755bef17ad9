import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../../src/domain/index.ts';
import { clusterRule, fieldNameBeside, parse } from '../../../src/rules/index.ts';

const metrics = [
  { measure: { is: 'field', id: 'monetary' }, kind: 'money' },
  { measure: { is: 'field', id: 'recency' }, kind: 'days' },
  { measure: { is: 'field', id: 'repurchaseRate' }, kind: 'share' },
  { measure: { is: 'metric', name: 'my metric' }, kind: 'number' },
] as const;

function rule(
  conditions: readonly (readonly [metric: number, relation: '>=' | '<=', value: number])[],
  language: 'en' | 'zh',
  beside = '',
): string {
  return clusterRule(
    {
      name: 'Big ones',
      conditions: conditions.map(([metric, relation, value]) => ({
        metric: String(metric),
        relation,
        value,
      })),
      ...{ metrics, currency: 'CNY', ownFields: [], beside },
    },
    language,
  );
}

describe('the rule of a cluster', () => {
  it('writes values in the units of rules, in either spelling', () => {
    const conditions = [
      [0, '>=', 123_450],
      [1, '<=', 30],
      [2, '>=', 0.125],
      [3, '<=', -2.5],
    ] as const;
    expect(rule(conditions, 'en').replace(/\s+/g, ' ').trim()).toBe(
      'segment `Big ones` when monetary >= 1234.5 and recency <= 30 days and repurchaseRate >= 12.5% and `my metric` <= -2.5',
    );
    const chinese = rule(conditions, 'zh');
    expect(chinese.replace(/\s+/g, ' ')).toContain('消费金额 ≥ 1234.5 且 最近消费间隔 ≤ 30天');
    expect(parse(chinese).notes).toEqual([]);
  });

  it('says an equality once, and whole days', () => {
    expect(
      rule(
        [
          [3, '>=', 1],
          [3, '<=', 1],
        ],
        'en',
      ),
    ).toContain('when `my metric` = 1\n');
    expect(
      rule(
        [
          [1, '>=', 12.5],
          [1, '<=', 90.5],
        ],
        'en',
      ),
    ).toContain('recency >= 13 days and recency <= 90 days');
  });

  it('calls a field by a name that the rules beside it do not use for something else', () => {
    const beside = '指标 消费金额 = 计数(订单)';
    expect(rule([[0, '>=', 100]], 'zh', beside)).toContain('当 累计消费 ≥ 1\n');
    expect(fieldNameBeside(fieldOf('customer', 'monetary'), 'zh', '')).toBe('消费金额');
  });
});
