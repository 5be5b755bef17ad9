import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { importLines, openEngine, quiet } from './kit.ts';

let engine: Engine;

beforeEach(() => {
  ({ engine } = openEngine());
});

const customers = [
  '客户编号,姓名,公司,邮箱,手机,客户性质,行业,省份,区域,出生日期,成为客户日期',
  'C1,张伟,艾克美有限公司,zhang@acme.test,13800138000,企业,制造业,广东,华北,,2024-01-01',
  'C2,李娜,,li@home.test,,个人,,浙江,,2030-01-01,',
  'C3,王芳,,info@shared.test,13900139000,个人,,,,1910-05-05,',
  'C4,赵强,星河贸易公司,info@shared.test,,企业,卖珍珠奶茶的,上海,,,',
  'C5,孙丽,,,,个人,,,,,',
];

describe('data quality', () => {
  it('counts what is missing among those whom a field fits', async () => {
    await importLines(engine, 'customers.csv', customers);
    const { completeness } = await engine.quality();
    expect(Object.fromEntries(completeness.map(({ field, ...rest }) => [field, rest]))).toEqual({
      name: { known: 5, total: 5 },
      phone: { known: 2, total: 5 },
      email: { known: 4, total: 5 },
      company: { known: 2, total: 2 },
      industry: { known: 2, total: 2 },
      province: { known: 3, total: 5 },
    });
    const missing = await engine.qualityCustomers({ issue: 'missing phone', offset: 0, limit: 10 });
    expect(missing.hits.map(({ name }) => name)).toEqual(['李娜', '赵强', '孙丽']);
  });

  it('names every contradiction with its customers', async () => {
    await importLines(engine, 'customers.csv', customers);
    await importLines(engine, 'orders.csv', [
      '订单号,客户编号,下单日期,金额',
      'O1,C1,2023-12-31,100',
      'O2,C2,2026-10-01,50',
    ]);
    const named = async (issue: string) =>
      (await engine.qualityCustomers({ issue, offset: 0, limit: 10 })).hits.map(({ name }) => name);
    const { issues } = await engine.quality();
    const found: Record<string, string[]> = {};
    for (const { id, count } of issues) {
      found[id] = await named(id);
      expect(found[id]).toHaveLength(count);
    }
    expect(found).toEqual({
      unreachable: ['孙丽'],
      sharedEmail: ['王芳', '赵强'],
      regionOfProvince: ['张伟'],
      birthday: ['李娜', '王芳'],
      joinedAfterOrder: ['张伟'],
      orderAhead: ['李娜'],
      'unmapped industry': ['赵强'],
    });
  });

  it('maps a text once for all customers, and for files that come later', async () => {
    await importLines(engine, 'customers.csv', customers);
    expect((await engine.quality()).unmapped).toEqual([
      { field: 'industry', value: '卖珍珠奶茶的', count: 1 },
    ]);
    await engine.mapValue('map', { field: 'industry', text: '卖珍珠奶茶的', value: 'H' }, quiet);
    expect((await engine.quality()).unmapped).toEqual([]);
    await importLines(engine, 'later.csv', ['姓名,邮箱,行业', '周杰,zhou@later.test,卖珍珠奶茶的']);
    expect((await engine.quality()).unmapped).toEqual([]);
    const [hit] = (await engine.customers({ search: '周杰', offset: 0, limit: 1 })).hits;
    expect((await engine.customer(hit!.id))?.customer.columns.industry).toBe('H');
  });

  it('asks for key fields that lack, as the user has chosen them, until they are known', async () => {
    await importLines(engine, 'customers.csv', customers);
    const asked = async (search: string) => {
      const [hit] = (await engine.customers({ search, offset: 0, limit: 1 })).hits;
      return (await engine.customer(hit!.id))!;
    };
    expect((await asked('孙丽')).toAsk).toEqual(['phone', 'email', 'province']);
    await engine.setKeyFields(['phone', 'birthday']);
    expect((await asked('张伟')).toAsk).toEqual([]); // a company has no birthday
    const { customer, toAsk } = await asked('孙丽');
    expect(toAsk).toEqual(['phone', 'birthday']);
    await engine.saveCustomer({ id: customer.id, name: '孙丽', phones: ['13700137000'], source: 'hand' });
    expect((await asked('孙丽')).toAsk).toEqual(['birthday']);
    await engine.setKeyFields(null);
    expect((await asked('孙丽')).toAsk).toEqual(['email', 'province']);
  });
});
