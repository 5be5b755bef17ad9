import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { importFile, openEngine } from './kit.ts';

let engine: Engine;

beforeEach(() => {
  ({ engine } = openEngine());
});

async function importAll(name: string, text: string): Promise<void> {
  const file = new File([text], name, { type: 'text/csv' });
  await importFile(engine, file);
}

async function importPeople(): Promise<void> {
  await importAll(
    'customers.csv',
    'Customer ID,Name,E-mail,Phone\n' +
      'C1,张伟,zhang.wei@acme-sz.test; zw@home.test,13800138000\n' +
      'C2,张伟,other.wei@acme-sz.test,\n' +
      'C3,Alice Johnson,Alice@northwind.test,\n',
  );
  await importAll(
    'orders.csv',
    'Order number,Customer ID,Order date,Amount\nO1,C1,2026-09-01,1200\nO2,C1,2026-09-20,800\nO3,C3,2026-01-05,99.9\n',
  );
}

const rules = 'tag Recent when recency <= 30 days\n';

describe('rule tests at every preview', () => {
  it('finds the customer by e-mail, any of them, phone, number or name, and names who fails', async () => {
    await importPeople();
    const tests = [
      'test mail for "zhang.wei@acme-sz.test" expects tag Recent',
      'test second for "zw@home.test" expects tag Recent',
      'test phone for "+86 138 0013 8000" expects tag Recent',
      'test name for "Alice Johnson" expects tag Recent',
      'test both for "张伟" expects tag Recent',
      'test gone for "nobody@here.test" expects tag Recent',
      'test all always recency <= 30 days or recency > 100 days',
    ];
    const { tests: found } = await engine.preview(rules + tests.join('\n'));
    expect(found.map(each => `${each.name} ${each.verdict} ${each.code}`)).toEqual([
      'mail pass testPasses',
      'second pass testPasses',
      'phone pass testPasses',
      'name fail testFails',
      'both unknown testSeveral',
      'gone unknown testNobody',
      'all fail testBroken',
    ]);
    expect(found[3]).toMatchObject({ args: { customer: 'Alice Johnson', expectation: 'tag Recent' } });
    expect(found[3]!.reasons).toMatchObject([{ subject: 'recency', value: 268, relation: '>', bound: 30 }]);
    expect((await engine.customer(found[3]!.customer!))?.customer.name).toBe('Alice Johnson');
    expect(found[6]!.args).toMatchObject({ customer: '张伟', count: 1 }); // never ordered
  });
});

describe('the mutation score', () => {
  it('tells which changes no test notices, and can be cancelled', async () => {
    await importPeople();
    const text = `${rules}test edge given { recency = 30 days } expects tag Recent\n`;
    const steps: number[] = [];
    const report = await engine.mutationReport('mutate', text, each => steps.push(each.done));
    expect(report).toMatchObject({ total: 2, killed: 1 });
    expect(report.survivors).toMatchObject([
      { kind: 'threshold', name: 'Recent', replacement: '33', changed: 0 },
    ]);
    expect(steps).toEqual([0, 1]);
    const cancelled = engine.mutationReport('again', text, () => void engine.cancel('again'));
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('packs as files', () => {
  const head = { name: 'Coffee 咖啡', version: '1.2', author: 'Lin', language: 'zh' } as const;

  it('come back as they went', async () => {
    const content = await engine.writePack(head, rules);
    expect(await engine.readPack(content)).toMatchObject({ ...head, text: rules });
    expect(await engine.readPack(`\ufeff${content}`)).toMatchObject(head);
  });

  it.each([
    ['text that is no JSON', 'hello', 'packNoPack'],
    ['another JSON', '{"name": "x"}', 'packNoPack'],
    ['nothing', 'null', 'packNoPack'],
  ])('%s is refused', async (_, content, code) => {
    await expect(engine.readPack(content)).rejects.toMatchObject({ code });
  });

  it('are refused where anything was changed, or where there are no rules', async () => {
    const content = await engine.writePack(head, rules);
    for (const [before, after] of [
      ['30 days', '90 days'],
      ['"1.2"', '"1.3"'],
      ['Lin', 'Eve'],
      ['咖啡', '茶'],
    ]) {
      const changed = content.replace(before!, after!);
      await expect(engine.readPack(changed)).rejects.toMatchObject({ code: 'packChanged' });
    }
    await expect(engine.readPack(await engine.writePack(head, '# nothing'))).rejects.toMatchObject({
      code: 'packNoRules',
    });
  });
});
