import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/domain/index.ts';
import { check, completions, evaluate, parse, type Run } from '../../src/rules/index.ts';
import { day, exampleDay, exampleFrame, frameOf, type Person, run, worldOf } from './kit.ts';

const buyer = (...orders: readonly (readonly [iso: string, yuan: number])[]): Person => ({
  columns: {},
  orders: orders.map(([iso, yuan]) => ({ day: day(iso), amount: yuan * 100, status: 'paid', repeat: 0 })),
  interactions: [],
});
const spending = (yuan: number, industry?: string): Person => ({
  ...buyer(['2026-06-01', yuan]),
  columns: industry ? { industry } : {},
});

const rowsOf = (evaluated: Run, name: string) => {
  const result = evaluated.results.find(each => each.name === name);
  return result && 'bits' in result ? result.bits.rows() : null;
};
const valuesOf = (evaluated: Run, name: string) =>
  Array.from({ length: evaluated.size }, (_, row) => evaluated.value(name, row));
const errors = (evaluated: Run) =>
  evaluated.checked.notes.filter(note => note.severity === 'error').map(note => note.code);

describe('ties', () => {
  const frame = frameOf([50, 40, 40, 40, 10].map(yuan => spending(yuan)).concat(buyer()));
  const evaluated = run(
    `metric place = rank(averageOrder)
metric below = percentile(averageOrder)
tag best when top 2 by averageOrder
tag fifth when top 20% by averageOrder
tag half when top 40% by averageOrder
tag worst when bottom 40% by averageOrder`,
    frame,
    exampleDay,
  );

  test('share the better place', () => {
    expect(valuesOf(evaluated, 'place')).toEqual([1, 2, 2, 2, 5, null]);
    expect(valuesOf(evaluated, 'below')).toEqual([1, 0.8, 0.8, 0.8, 0.2, null]);
  });
  test('at the border are all in', () => {
    expect(rowsOf(evaluated, 'best')).toEqual([0, 1, 2, 3]);
    expect(rowsOf(evaluated, 'fifth')).toEqual([0]);
    expect(rowsOf(evaluated, 'half')).toEqual([0, 1, 2, 3]);
    expect(rowsOf(evaluated, 'worst')).toEqual([1, 2, 3, 4]);
  });
  test('are explained by the value that decided', () => {
    expect(evaluated.reasons('half', 4)).toMatchObject([{ value: 1000, relation: '<', bound: 4000 }]);
    expect(evaluated.reasons('worst', 4)).toMatchObject([{ value: 1000, relation: '<=', bound: 4000 }]);
  });
});

describe('a customer by himself', () => {
  const text = `metric place = rank(averageOrder)
metric part = percentile(averageOrder) within industry
metric group = averageOrder - mean(averageOrder) within industry
metric total = share of total(averageOrder)
tag best when top 50% by averageOrder within industry`;
  const base = run(
    text,
    frameOf([spending(10, 'C'), spending(30, 'C'), spending(90, 'P'), spending(70)]),
    exampleDay,
  );

  test('is compared with the whole base that was there', () => {
    const alone = frameOf([spending(30, 'C')]);
    const later = run(text, alone, exampleDay, { population: base.population });
    for (const name of ['place', 'part', 'group', 'total']) {
      expect(later.value(name, 0), name).toEqual(base.value(name, 1));
    }
    expect(rowsOf(later, 'best')).toEqual([0]);
    expect(run(text, alone, exampleDay).value('place', 0)).toBe(1);
    expect(base.value('place', 1)).toBe(3);
  });
  test('of an unknown or new group has no value', () => {
    expect(base.value('group', 3)).toBe(null);
    const later = run(text, frameOf([spending(30, 'S')]), exampleDay, { population: base.population });
    expect(later.value('group', 0)).toBe(null);
    expect(rowsOf(later, 'best')).toEqual([]);
  });
  test('and the statistics can be kept: they are plain data', () => {
    const kept = structuredClone(new Map(base.population));
    const later = run(text, frameOf([spending(90, 'P')]), exampleDay, { population: kept });
    expect(later.value('place', 0)).toBe(1);
  });
});

test('a frozen statistic is the number that is written, in the unit of what it is of', () => {
  const evaluated = run(
    `tag a when averageOrder > mean(averageOrder) frozen 150 on 2026-06-01
tag b when averageOrder > mean frozen 250元 on 2026-06-01
tag c when repurchaseRate >= mean frozen 50% on 2026-06-01`,
    exampleFrame,
    exampleDay,
  );
  expect(errors(evaluated)).toEqual([]);
  expect(['a', 'b', 'c'].map(name => rowsOf(evaluated, name))).toEqual([[0], [], [0]]);
  expect(evaluated.population.size).toBe(0);
});

describe('scores', () => {
  const evaluated = run(
    `score 分 {
  tag 大 , 回头 5
  10 when recency <= 30 days; 回头 -2
  repurchaseRate * 40
  tag 大 when frequency > 3
  -1 when frequency = 0
}
tag 大 weight 30 when monetary >= 500
tag 回头 weight 7 when frequency >= 2
tag 轻 when tag score >= 30
metric 总 = tag score
tier 级 by 分 { A from 60  B from 0  C otherwise }`,
    exampleFrame,
    exampleDay,
  );

  test('add up what holds; what is not known counts nothing', () => {
    expect(errors(evaluated)).toEqual([]);
    expect(valuesOf(evaluated, '分')).toEqual([63, 10, -1]);
    expect(valuesOf(evaluated, '级')).toEqual(['A', 'B', 'C']);
  });
  test('of tags are the sum of their weights', () => {
    expect(valuesOf(evaluated, '总')).toEqual([37, 0, 0]);
    expect(rowsOf(evaluated, '轻')).toEqual([0]);
  });
});

describe('segments of a group', () => {
  const text = (order: readonly string[]) => order.join('\n');
  const lines = [
    'segment 新 in group 周期 priority 3 when frequency <= 1',
    'segment 活跃 in group 周期 priority 2 when recency <= 30 days',
    'segment 流失 in group 周期 priority 1 when recency > 30 days',
    'segment 其他 in group 周期 otherwise',
  ];
  const people = [
    buyer(['2026-06-20', 1]),
    buyer(['2026-06-20', 1], ['2026-06-21', 1]),
    buyer(['2026-01-20', 1], ['2026-01-21', 1]),
    buyer(),
  ];
  test.each([[lines], [[...lines].reverse()], [[lines[2]!, lines[0]!, lines[3]!, lines[1]!]]])(
    'hold for one each, in any order of the text',
    order => {
      const evaluated = run(text(order), frameOf(people), exampleDay);
      expect(errors(evaluated)).toEqual([]);
      expect(['新', '活跃', '流失', '其他'].map(name => rowsOf(evaluated, name))).toEqual([
        [0, 3],
        [1],
        [2],
        [],
      ]);
      expect(evaluated.results.map(each => each.kind === 'segment' && each.group)).toEqual(
        Array(4).fill('周期'),
      );
    },
  );
  test('without priorities the first in the text wins', () => {
    const bare = lines.map(line => line.replace(/priority \d /, ''));
    expect(rowsOf(run(text(bare), frameOf(people), exampleDay), '新')).toEqual([0, 3]);
    const turned = [bare[1]!, bare[0]!];
    expect(rowsOf(run(text(turned), frameOf(people), exampleDay), '新')).toEqual([3]);
  });
  test('are explained by what kept a customer out', () => {
    const evaluated = run(text(lines), frameOf(people), exampleDay);
    expect(evaluated.reasons('活跃', 0)).toMatchObject([{ value: 1, relation: '<=', bound: 1 }]);
  });
});

describe('actions', () => {
  const text = `action 回访 for 老客 priority 80 within 3 working days
  goal 挽留 kind promotion
  channels 电话、微信
  eligible when frequency >= 1
  applicable when recency > 10 days
  suitable when not channel = "广告"
  value 10% of monetary
  cost 20
  lever 1.2 by "王敏" until 2026-12-31
  context 语言 = "英语" -10%
  active from 2026-01-01 to 2026-12-31
  cooldown 1 month
  每 2周 最多 3 次
  excludes 短信
  needs consent
  incentive coupon
  success within 14 days when count(orders in last 14 days) >= 1
action 短信 for 老客 say "hi"
segment 老客 when frequency >= 0`;
  const evaluated = run(text, exampleFrame, exampleDay);
  const [call, message] = evaluated.results.filter(each => each.kind === 'action');

  test('keep every condition apart', () => {
    expect(errors(evaluated)).toEqual([]);
    const sets = Object.entries(call!.stages).map(([stage, bits]) => [stage, bits?.rows()]);
    expect(Object.fromEntries(sets)).toEqual({
      targeted: [0, 1, 2],
      eligible: [0, 1],
      applicable: [0],
      suitable: [0, 2],
    });
    expect(call!.bits.rows()).toEqual([0]);
    expect(call!.success?.rows()).toEqual([0, 1]);
    expect(call!.value && [...call!.value.values]).toEqual([6000, 1000, 0]);
    expect(call!.cost && [...call!.cost.values]).toEqual([2000, 2000, 2000]);
  });
  test('are avoided where all holds but that they are suitable', () => {
    const avoidedBy = (clauses: string) => {
      const { results } = run(
        `action a for 老客 ${clauses} say "hi"\nsegment 老客 when frequency >= 0`,
        exampleFrame,
        exampleDay,
      );
      return results[0]?.kind === 'action' ? results[0].avoided?.rows() : undefined;
    };
    expect(call!.avoided?.rows()).toEqual([]);
    expect(message!.avoided).toBeNull();
    expect(avoidedBy('suitable when not channel = "广告"')).toEqual([1]);
    expect(avoidedBy('when frequency >= 1 suitable when frequency < 1')).toEqual([0, 1]);
    expect(avoidedBy('applicable when recency > 10 days suitable when frequency < 1')).toEqual([0]);
    expect(avoidedBy('eligible when frequency >= 3 suitable when recency > 10 days')).toEqual([]);
  });
  test('say what they say in ids and days', () => {
    expect(call).toMatchObject({ target: '老客', priority: 80, within: 3, message: '' });
    expect(call!.details).toEqual({
      goal: 'retain',
      kind: 'promotion',
      channels: ['phone', 'wechat'],
      role: null,
      workingDays: true,
      lever: { factor: 1.2, author: '王敏', until: day('2026-12-31') },
      context: [{ key: '语言', text: '英语', weight: -0.1 }],
      active: { from: day('2026-01-01'), to: day('2026-12-31') },
      cooldown: 30,
      limit: { times: 3, per: 14 },
      excludes: ['短信'],
      consent: true,
      incentive: 'coupon',
      successWithin: 14,
    });
  });
  test('need say none of it', () => {
    expect(message!.stages).toMatchObject({ eligible: null, applicable: null, suitable: null });
    expect(message).toMatchObject({ value: null, cost: null, success: null, message: 'hi' });
    expect(message!.details).toMatchObject({ goal: null, channels: [], consent: false, limit: null });
  });
});

describe('dates', () => {
  const born = (iso: string): Person => ({ ...buyer(), columns: { birthday: day(iso) } });
  test.each([
    ['1990-07-01', '2026-06-30', 1, 35],
    ['1990-06-30', '2026-06-30', 0, 36],
    ['1990-06-29', '2026-06-30', 364, 36],
    ['2000-02-29', '2026-02-27', 1, 25],
    ['2000-02-29', '2026-02-28', 0, 26],
    ['2000-02-29', '2028-02-28', 1, 27],
    ['2000-02-29', '2028-02-29', 0, 28],
    ['2000-12-31', '2026-01-01', 364, 25],
  ])('born %s, on %s the next birthday is in %i days, the age is %i', (birthday, asOf, days, age) => {
    const evaluated = run(
      `metric until = days until birthday
metric age = years since birthday
tag soon when birthday within ${days} days
标签 later 当 生日 ${days + 1}天内 且 非 生日 ${Math.max(0, days - 1)}天内`,
      frameOf([born(birthday), born('1990-01-01')]),
      day(asOf),
    );
    expect(errors(evaluated)).toEqual([]);
    expect([evaluated.value('until', 0), evaluated.value('age', 0)]).toEqual([days, age]);
    expect(rowsOf(evaluated, 'soon')).toContain(0);
    expect(rowsOf(evaluated, 'later')?.includes(0)).toBe(days > 0);
  });
  test('what is not known has no parts', () => {
    const evaluated = run(
      'metric m = month of birthday\ntag t when birthday within 300 days',
      frameOf([buyer()]),
      0,
    );
    expect([evaluated.value('m', 0), rowsOf(evaluated, 't')]).toEqual([null, []]);
  });
});

describe('the fields of the user', () => {
  const fields: readonly Field[] = [
    {
      id: 'own:assets',
      of: 'customer',
      kind: 'money',
      place: 'column',
      en: 'Assets',
      zh: '资产规模',
      help: { en: '', zh: '' },
    },
    {
      id: 'own:risk',
      of: 'customer',
      kind: 'text',
      place: 'column',
      en: 'Risk tolerance',
      zh: '风险偏好',
      help: { en: '', zh: '' },
    },
  ];
  const dictionary = { ...worldOf(exampleFrame) };
  const world = { ...dictionary, fields };
  const risk = frameOf([
    { columns: { channel: '稳健' }, orders: [], interactions: [] },
    { columns: { channel: '进取' }, orders: [], interactions: [] },
  ]);
  const frame = {
    ...risk,
    customers: {
      ...risk.customers,
      'own:assets': { form: 'numeric', values: Float64Array.of(500_000_00, Number.NaN) },
      'own:risk': risk.customers.channel!,
    } as const,
  };

  test('are named like those of the catalogue', () => {
    const text = `tag rich when 资产规模 >= 50万 and 风险偏好 = "稳健"
metric mean = mean(资产规模)
action a when \`Risk tolerance\` is known say "{资产规模} {风险偏好}"`;
    const evaluated = evaluate(check(parse(text), world), frame, { asOf: exampleDay });
    expect(errors(evaluated)).toEqual([]);
    expect(rowsOf(evaluated, 'rich')).toEqual([0]);
    expect(evaluated.value('资产规模', 0)).toBe(500_000_00);
    expect(evaluated.fill('a', 0, { language: 'zh', name: '' })).toBe('¥500,000 稳健');
    expect(check(parse(text), dictionary).notes.map(note => note.code)).toContain('unknownName');
  });
  test('are offered', () => {
    const labels = completions('标签 a 当 ', 7, world, 'zh').map(each => each.label);
    expect(labels).toContain('风险偏好');
  });
});

test('the words of an action and of its lists are offered where they can stand', () => {
  const labels = (text: string) =>
    completions(text, text.length, worldOf(exampleFrame), 'en').map(each => each.label);
  expect(labels('action a for b\n  ')).toEqual(expect.arrayContaining(['eligible when', 'at most', 'say']));
  expect(labels('action a for b\n  goal ')).toEqual(['retain', 'service', 'upsell', 'onboard', 'care']);
  expect(labels('tag a when ')).not.toContain('eligible when');
  expect(labels('tag a when last(orders.status) = "')).toContain('Paid');
});
