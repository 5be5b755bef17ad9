import { expect, it } from 'vitest';
import { isoOf } from '../../src/domain/index.ts';
import { shippedPacks } from '../../src/rules/index.ts';
import { importLines, openEngine, today } from './kit.ts';

it('counts the stages of life in both languages, and names as many as it counts', async () => {
  const { engine } = openEngine();
  /** Days ago of each customer's orders, and the stage that they come to. */
  const lives = [
    { ago: [], stage: 0 },
    { ago: [30], stage: 1 },
    { ago: [400, 10], stage: 2 },
    { ago: [90, 31], stage: 2 },
    { ago: [91], stage: 3 },
    { ago: [500, 180], stage: 3 },
    { ago: [181], stage: 4 },
  ];
  const customers = ['客户编号,姓名', ...lives.map((_, at) => `C${at},客户${at}`)];
  const orders = lives.flatMap(({ ago }, at) =>
    ago.map((days, order) => `O${at}${order},C${at},${isoOf(today - days)},100`),
  );
  for (const lines of [customers, ['订单号,客户编号,下单日期,金额', ...orders]]) {
    await importLines(engine, 'table.csv', lines);
  }

  const { text } = shippedPacks.find(({ id }) => id === 'lifecycle')!;
  for (const rules of [text.en, text.zh]) {
    const { segments, ...all } = await engine.segments(rules);
    expect(all).toEqual({ customers: lives.length, money: 90_000 });
    const groups = [...new Set(segments.map(({ group }) => group!))];
    expect(groups).toHaveLength(1);
    expect((await engine.unsorted({ text: rules, groups, offset: 0, limit: 5 })).total).toBe(0);
    for (const [stage, { name, customers: held, money }] of segments.entries()) {
      const inIt = lives.filter(each => each.stage === stage);
      const paid = inIt.reduce((sum, { ago }) => sum + ago.length * 10_000, 0);
      expect([held, money]).toEqual([inIt.length, paid]);
      const request = { text: rules, name, show: 'matches', search: '', offset: 0, limit: 5 } as const;
      expect(await engine.members(request)).toMatchObject({ total: held, money });
    }
    const types = shippedPacks.find(({ id }) => id === 'types')!.text[rules === text.en ? 'en' : 'zh'];
    const counted = (await engine.segments(types)).segments;
    const none = await engine.unsorted({ text: types, groups: [counted[0]!.group!], offset: 0, limit: 5 });
    expect(none.total).toBe(lives.length - counted.reduce((sum, { customers: held }) => sum + held, 0));
    expect(none.hits.map(({ name }) => name)).toContain('客户0');
  }
});
