import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bits } from '../../src/domain/index.ts';
import { parse, print, sampleRules } from '../../src/rules/index.ts';
import { day, exampleDay, exampleFrame, frameOf, type Person, run } from './kit.ts';
import { asOfDay, condition, metric, population } from './oracle.ts';

describe('against a row-by-row reading of the same rules', () => {
  const world = asOfDay.chain(asOf => fc.record({ asOf: fc.constant(asOf), people: population(asOf) }));

  test('conditions hold for the same people', () => {
    fc.assert(
      fc.property(world, fc.array(condition, { minLength: 1, maxLength: 4 }), (base, conditions) => {
        const text = conditions.map((each, index) => `tag t${index} when ${each.text}`).join('\n');
        const { checked, results } = run(text, frameOf(base.people), base.asOf);
        expect(checked.notes.filter(note => note.severity === 'error')).toEqual([]);
        conditions.forEach((each, index) => {
          const result = results[index]!;
          const rows = 'bits' in result ? result.bits.rows() : [];
          const expected = base.people.flatMap((person, row) => (each.of(person, base) ? [row] : []));
          expect(rows, text).toEqual(expected);
        });
        const chinese = run(print(parse(text), 'zh'), frameOf(base.people), base.asOf);
        expect(chinese.results.map(each => 'bits' in each && each.bits.rows())).toEqual(
          results.map(each => 'bits' in each && each.bits.rows()),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('metrics have the same values', () => {
    fc.assert(
      fc.property(world, metric, (base, each) => {
        const { results, value } = runOf(`metric m = ${each.text}`, base);
        expect(results.length).toBe(1);
        base.people.forEach((person, row) => {
          const expected = each.of(person, base);
          const found = value(row);
          if (expected === null || found === null) expect(found, each.text).toBe(expected);
          else expect(found, each.text).toBeCloseTo(expected, 9);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('a run that looked at no day comes to the same on any later day', () => {
    let stood = 0;
    fc.assert(
      fc.property(
        world,
        fc.boolean(),
        fc.oneof(
          condition.map(each => `tag a when ${each.text}`),
          metric.map(each => `metric a = ${each.text}`),
        ),
        fc.integer({ min: 1, max: 800 }),
        ({ people, asOf }, hasComing, text, later) => {
          const come = <Row extends { day: number }>(rows: readonly Row[]) =>
            rows.filter(({ day }) => hasComing || day <= asOf);
          const frame = frameOf(
            people.map(person => ({
              ...person,
              orders: come(person.orders),
              interactions: come(person.interactions),
            })),
          );
          const [now, then] = [asOf, asOf + later].map(day => run(text, frame, day));
          if (now!.readsDay) return;
          stood++;
          expect(then!.results, text).toEqual(now!.results);
        },
      ),
      { numRuns: 200 },
    );
    expect(stood).toBeGreaterThan(5);
  });

  test.each([
    ['monetary >= 100', false],
    ['monetary > mean(monetary) and top 20% by frequency', false],
    ['joined < 2026-01-01', false],
    ['recency > 30 days', true],
    ['monetary in last 3 months >= 100', true],
    ['monetary in this year >= 100', true],
    ['days since joined > 30', true],
  ])('%s looks at the day: %s', (condition, readsDay) => {
    const people = [buyer(['2025-03-01', 200], ['2025-04-01', 50]), buyer(['2025-01-05', 10])];
    const { checked, readsDay: found } = run(`tag a when ${condition}`, frameOf(people), exampleDay);
    expect(checked.notes.filter(note => note.severity === 'error')).toEqual([]);
    expect(found).toBe(readsDay);
  });

  test('rows that are still to come make another day', () => {
    const text = 'tag a when monetary >= 100';
    expect(run(text, frameOf([buyer(['2030-01-01', 200])]), exampleDay).readsDay).toBe(true);
  });

  function runOf(text: string, base: { people: readonly Person[]; asOf: number }) {
    const evaluated = run(text, frameOf(base.people), base.asOf);
    return { results: evaluated.results, value: (row: number) => evaluated.value('m', row) };
  }
});

const buyer = (...orders: readonly (readonly [iso: string, yuan: number])[]): Person => ({
  columns: {},
  orders: orders.map(([iso, yuan]) => ({ day: day(iso), amount: yuan * 100, status: 'paid', repeat: 0 })),
  interactions: [],
});

describe('windows', () => {
  test.each([
    ['2024-03-31', '1 month', '2024-02-29', '2024-03-01'],
    ['2023-03-31', '1 month', '2023-02-28', '2023-03-01'],
    ['2024-02-29', '1 year', '2023-02-28', '2023-03-01'],
    ['2024-05-30', '3 months', '2024-02-29', '2024-03-01'],
    ['2024-01-10', '10 days', '2023-12-31', '2024-01-01'],
    ['2024-01-10', '1 week', '2024-01-03', '2024-01-04'],
  ])('at %s the last %s leave out %s and begin with %s', (asOf, length, out, first) => {
    const frame = frameOf([buyer([out, 1]), buyer([first, 1]), buyer([asOf, 1]), buyer(['2024-12-31', 1])]);
    const { results } = run(`metric n = count(orders in last ${length})`, frame, day(asOf));
    expect(
      results[0]?.kind === 'metric' && 'values' in results[0].column && [...results[0].column.values],
    ).toEqual([0, 1, 1, 0]);
  });
});

describe('tiers', () => {
  const text = `tier t by count(orders) {
    高 from 5 keep 3
    中 from 2
    低 otherwise
  }`;
  const people = [0, 1, 2, 3, 4, 5].map(count =>
    buyer(...Array.from({ length: count }, () => ['2024-01-01', 1] as const)),
  );
  const frame = frameOf(people);
  const codes = (previous?: { levels: string[]; codes: number[] }) => {
    const previousTiers = new Map(
      previous ? [['t', { levels: previous.levels, codes: Uint8Array.from(previous.codes) }]] : [],
    );
    const [result] = run(text, frame, day('2024-02-01'), previous ? { previousTiers } : {}).results;
    return result?.kind === 'tier' ? [...result.codes] : [];
  };

  test('are entered at `from`', () => {
    expect(codes()).toEqual([3, 3, 2, 2, 2, 1]);
  });
  test('are kept from `keep` on, by those who held them or a higher one', () => {
    expect(codes({ levels: ['高', '中', '低'], codes: [1, 1, 1, 1, 1, 1] })).toEqual([3, 3, 2, 1, 1, 1]);
    expect(codes({ levels: ['高', '中', '低'], codes: [2, 2, 2, 2, 2, 2] })).toEqual([3, 3, 2, 2, 2, 1]);
  });
  test('know earlier levels by name', () => {
    expect(codes({ levels: ['金', '高'], codes: [2, 2, 2, 2, 1, 1] })).toEqual([3, 3, 2, 1, 2, 1]);
  });
  test('of an unknown value is what is otherwise, or none', () => {
    const [with_, without] = run(
      'tier a by recency { old from 90  rest otherwise }\ntier b by recency { old from 90 }',
      frameOf([buyer()]),
      exampleDay,
    ).results;
    expect([with_, without].map(each => each?.kind === 'tier' && each.codes[0])).toEqual([2, 0]);
  });
  test('compare by rank', () => {
    const { results } = run(
      `${text}\ntag a when t >= 中\ntag b when t < 高\ntag c when t != 低`,
      frame,
      exampleDay,
    );
    const rows = results.slice(1).map(each => ('bits' in each ? each.bits.rows() : []));
    expect(rows).toEqual([
      [2, 3, 4, 5],
      [0, 1, 2, 3, 4],
      [2, 3, 4, 5],
    ]);
  });
});

describe('what is computed once', () => {
  test('equal parts of different rules are one step', () => {
    const one = run('tag a when frequency in last 6 months >= 5', exampleFrame, exampleDay).computed;
    const two = run(
      'tag a when frequency in last 6 months >= 5\n标签 b 当 近6个月消费频次 ≥ 6',
      exampleFrame,
      exampleDay,
    ).computed;
    expect(two).toBe(one + 2);
  });

  test('a later run over the same frame and day computes only what is new', () => {
    const first = run(sampleRules.zh, exampleFrame, exampleDay);
    const again = run(sampleRules.zh, exampleFrame, exampleDay, { reuse: first });
    expect(first.computed).toBeGreaterThan(40);
    expect(again.computed).toBe(0);
    const changed = sampleRules.zh.replace('≥ 5 且', '≥ 4 且');
    const edited = run(changed, exampleFrame, exampleDay, { reuse: first });
    expect(edited.computed).toBeGreaterThan(0);
    expect(edited.computed).toBeLessThan(8);
    expect(edited.results).toEqual(run(changed, exampleFrame, exampleDay).results);
  });

  test('nothing is taken over from another day, frame or earlier tier', () => {
    const text = 'tier t by frequency { 高 from 5 keep 3  低 otherwise }\ntag a when t = 高';
    const first = run(text, exampleFrame, exampleDay);
    expect(run(text, exampleFrame, exampleDay + 1, { reuse: first }).computed).toBe(first.computed);
    expect(run(text, { ...exampleFrame }, exampleDay, { reuse: first }).computed).toBe(first.computed);
    const previousTiers = new Map([['t', { levels: ['高'], codes: Uint8Array.of(1, 1, 1) }]]);
    const next = run(text, exampleFrame, exampleDay, { reuse: first, previousTiers });
    expect(next.value('t', 0)).toBe('高');
    expect(next.computed).toBe(2);
  });

  test('one customer is evaluated against the statistics of the whole base', () => {
    const whole = run(sampleRules.en, exampleFrame, exampleDay);
    const text = 'tag big when monetary >= 150% of mean and monetary > quantile(monetary, 40%)';
    const base = run(text, exampleFrame, exampleDay);
    const alone = frameOf([buyer(['2026-06-01', 599])]);
    expect(base.population.size).toBe(2);
    const frozen = run(text, alone, exampleDay, { population: base.population });
    expect(frozen.results.map(each => 'bits' in each && each.bits.has(0))).toEqual([true]);
    expect(run(text, alone, exampleDay).results.map(each => 'bits' in each && each.bits.has(0))).toEqual([
      false,
    ]);
    expect(whole.population.size).toBe(1);
  });
});

describe('the sample of the documentation', () => {
  const english = `metric 消费频次 = count(orders where status = "paid")
metric 客单价 = avg(orders.amount in last 12 months where status = "paid")
metric 复购率 = share(orders in last 12 months where repeat)

tag 高价值客户 weight 30
  when 消费频次 in last 6 months >= 5 and 客单价 >= 150% of mean(客单价)

tag 重点企业客户 weight 20
  when 行业 = "制造业" and 企业规模 = "大型" and recency <= 30 days

tier 忠诚度 by 复购率 {
  高 from 60% keep 55%
  中 from 30% keep 25%
  低 otherwise
}

segment 流失预警
  when tag 高价值客户 and recency > 90 days and not channel in ["广告", "活动"]

action 回访电话 for 流失预警 priority 80 within 3 days
  say "您好 {name}，您已有 {recency} 天没有下单，本月为您保留 {coupon} 元券。"
`;
  const chinese = `标签 高价值客户 权重 30
  当 近6个月消费频次 ≥ 5 且 客单价 ≥ 均值(客单价)的150%
等级 忠诚度 按 复购率 { 高 达到 60% 保持 55%   中 达到 30% 保持 25%   低 其余 }
动作 回访电话 针对 流失预警 优先级 80 限时 3天 话术 "您好 {姓名}…"
`;
  const often = Array.from({ length: 6 }, (_, i) => [`2024-05-0${i + 1}`, 900] as const);
  const frame = frameOf([
    { ...buyer(...often), columns: { industry: 'C', size: 'large' } },
    { ...buyer(...often), columns: { channel: '广告' } },
    buyer(['2024-06-15', 10], ['2024-06-20', 12]),
    buyer(['2024-06-15', 20]),
    buyer(),
  ]);

  test('in English', () => {
    const { checked, results } = run(english, frame, day('2024-09-01'));
    expect(checked.notes.map(note => [note.code, note.args.name ?? note.args.value])).toEqual([
      ['unknownValue', '活动'],
      ['openPlaceholder', 'coupon'],
    ]);
    const rows = Object.fromEntries(
      results.flatMap(each => ('bits' in each ? [[each.name, each.bits.rows()]] : [])),
    );
    expect(rows).toEqual({ 高价值客户: [0, 1], 重点企业客户: [], 流失预警: [0], 回访电话: [0] });
    const summer = run(english, frame, day('2024-06-30'));
    expect(summer.results.find(each => each.name === '高价值客户')).toMatchObject({ weight: 30 });
    expect(summer.value('消费频次', 0)).toBe(6);
    expect(summer.value('客单价', 2)).toBe(1100);
  });

  test('in Chinese: the action lacks its segment, the others run', () => {
    const { checked, results } = run(chinese, frame, day('2024-06-30'));
    expect(checked.notes.map(note => [note.code, note.args.name])).toEqual([['unknownName', '流失预警']]);
    expect(results.map(each => each.name)).toEqual(['高价值客户', '忠诚度']);
    const [tag] = results;
    expect(tag && 'bits' in tag && tag.bits.rows()).toEqual([0, 1]);
  });

  test('all of it in Chinese comes to the same', () => {
    const translated = print(parse(english), 'zh');
    expect(translated).toContain('当 近6个月消费频次 ≥ 5 且 客单价 ≥ 均值(客单价)的150%');
    const plain = (text: string) =>
      run(text, frame, day('2024-06-30')).results.map(({ span: _, ...each }) => ({
        ...each,
        ...('bits' in each ? { bits: each.bits.rows() } : {}),
      }));
    expect(plain(translated)).toEqual(plain(english));
  });
});

test('both shipped samples come to the same, for somebody in every declaration', () => {
  const shop = frameOf([
    ...Array.from({ length: 30 }, (_, i) =>
      buyer(
        ...Array.from({ length: 1 + (i % 7) }, (__, j) => [`2024-0${1 + ((i + j) % 9)}-11`, 20 + i] as const),
      ),
    ),
    { ...buyer(['2024-08-20', 100]), interactions: [{ day: day('2024-08-25'), topic: 'complaint' }] },
    { ...buyer(), columns: { industry: 'C', size: 'large' } },
  ]);
  const bits = (text: string) =>
    run(text, shop, day('2024-08-31')).results.flatMap(each => ('bits' in each ? [each.bits.rows()] : []));
  expect(bits(sampleRules.zh)).toEqual(bits(sampleRules.en));
  expect(bits(sampleRules.en).filter(rows => rows.length > 0).length).toBeGreaterThanOrEqual(7);
});

test('a frame without the columns of the catalogue has unknown values, not errors', () => {
  const bare = {
    size: 40,
    customers: {},
    orders: { offsets: new Uint32Array(41), day: new Int32Array(), columns: {} },
    interactions: { offsets: new Uint32Array(41), day: new Int32Array(), columns: {} },
  };
  const { results } = run(sampleRules.en, bare, exampleDay);
  expect(results.length).toBe(20);
  for (const each of results) if ('bits' in each) expect(each.bits.equals(new Bits(40))).toBe(true);
});
