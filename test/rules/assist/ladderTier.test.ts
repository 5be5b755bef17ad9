import { describe, expect, it } from 'vitest';
import { parse, putLadderTier, standaloneMetrics } from '../../../src/rules/index.ts';
import { frameOf, run } from '../kit.ts';

const tier = { name: 'Club', levels: ['Gold class', '银', 'Bronze'] };

describe('a tier over the ladder', () => {
  const other = '# value\ntier Value by monetary {\n  High from 500\n  Low otherwise\n}\n';
  const text = `tag Big when monetary >= 9\n\n${other}`;

  it.each(['en', 'zh'] as const)(
    'is written before the other tiers, for cards show the first (%s)',
    language => {
      const put = putLadderTier(text, tier, language);
      expect(put.text.endsWith(other)).toBe(true);
      expect(put.text.slice(put.start)).toMatch(
        language === 'en' ? /^tier Club by ladderLevel/ : /^等级 Club 按 阶梯级数/,
      );
      const { results, checked } = run(put.text, frameOf([]), 20_000);
      expect(checked.notes).toEqual([]);
      const tiers = results.filter(each => each.kind === 'tier');
      expect(tiers.map(({ name, levels }) => [name, levels])).toEqual([
        ['Club', tier.levels],
        ['Value', ['High', 'Low']],
      ]);
    },
  );

  it.each([
    ['', /^tier Club/],
    ['tag Big when monetary >= 9', /^tag Big .*9\n\ntier Club/],
  ])('ends a text without tiers: %j', (before, expected) => {
    expect(putLadderTier(before, tier, 'en').text).toMatch(expected);
    expect(parse(putLadderTier(before, tier, 'en').text).notes).toEqual([]);
  });

  it('is written anew where it is, under the name it has', () => {
    const first = putLadderTier(text, { ...tier, name: 'Mine' }, 'zh').text;
    const again = putLadderTier(first, { ...tier, levels: ['A', 'B'] }, 'en');
    expect(again.text).toContain('tier Mine by ladderLevel {\n  A from 2\n  B from 1\n}\n');
    expect(again.text.match(/ladderLevel|阶梯级数/g)).toHaveLength(1);
    expect(putLadderTier(again.text, { ...tier, levels: ['A', 'B'] }, 'en').text).toBe(again.text);
  });

  it('gets another name where that one is taken', () => {
    const put = putLadderTier('tag Club when monetary >= 9\n', tier, 'en');
    expect(put.text.slice(put.start)).toMatch(/^tier `Club 2` by/);
  });

  it('gives every level its number of the ladder', () => {
    const levels = Float64Array.of(3, 2, 1, Number.NaN);
    const nobody = { columns: {}, orders: [], interactions: [] };
    const frame = frameOf([nobody, nobody, nobody, nobody]);
    const customers = { ...frame.customers, ladderLevel: { form: 'numeric', values: levels } as const };
    const { results } = run(putLadderTier('', tier, 'zh').text, { ...frame, customers }, 20_000);
    expect(results[0]?.kind === 'tier' && [...results[0].codes]).toEqual([1, 2, 3, 0]);
  });
});

describe('metrics by themselves', () => {
  const text = `metric spend = sum(orders.amount)
tag Big when spend >= 5 # comment
metric big orders = 1
metric share of big = spend / 2
metric 两倍 = spend + 倍数
metric 倍数 = valueScore * 2
tag Other when 两倍 >= 1`;

  it('bring what they refer to, and tell the fields that they look at', () => {
    const found = new Map(standaloneMetrics(text).map(each => [each.name, each]));
    expect(found.get('spend')?.text).toBe('metric spend = sum(orders.amount)');
    expect(found.get('两倍')?.text.split('\n')).toEqual([
      'metric spend = sum(orders.amount)',
      'metric 两倍 = spend + 倍数',
      'metric 倍数 = valueScore * 2',
    ]);
    expect([...found.get('两倍')!.fields]).toEqual(['valueScore']);
  });
});
