import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine, ImportPart } from '../../src/engine/index.ts';
import { openEngine, quiet } from './kit.ts';

let engine: Engine;

beforeEach(() => {
  ({ engine } = openEngine());
});

const csv = (name: string, ...lines: string[]) => new File([`${lines.join('\n')}\n`], name);

/** Files with the mapping that is guessed, or known. */
async function partsOf(...files: File[]): Promise<ImportPart[]> {
  return Promise.all(
    files.map(async file => {
      const { guess, recognised } = await engine.inspect(file);
      return { file, mapping: recognised?.mapping ?? guess };
    }),
  );
}

const customers = csv(
  'customers.csv',
  'Customer ID,Name,E-mail,City',
  'C1,Nora Falk,nora@falk.test,Oslo',
  'C2,Ida Berg,ida@berg.test,Bergen',
  'C3,Ole Dahl,not an address,Oslo',
);
const orders = csv(
  'orders.csv',
  'Order number,Customer ID,Order date,Amount',
  'O1,C1,2026-09-01,1200.50',
  'O2,C2,2026-09-20,800',
  'O3,C9,2026-01-05,99.9',
  'O4,C2,2026-02-30,10',
);
const surveys = csv('surveys.csv', 'Email,Date,CSAT,NPS,Topic', 'ida@berg.test,2026-08-01,5,9,delivery');
const chineseSurveys = csv(
  '问卷.csv',
  '邮箱,提交时间,满意度,推荐值,问题类型',
  'ida@berg.test,2026-08-02,4,8,物流',
);

describe('several files as one import', () => {
  it('joins customers, orders and surveys by their keys, in whatever order they are dropped', async () => {
    const parts = await partsOf(surveys, orders, chineseSurveys, customers);
    expect(parts.map(({ mapping }) => mapping.subject)).toEqual([
      'interaction',
      'order',
      'interaction',
      'customer',
    ]);
    const dry = await engine.previewImport('dry', parts, quiet);
    expect(dry).toMatchObject({ newCustomers: 3, orders: 3, interactions: 2, refused: 2, rows: 9 });
    expect(dry.refusals).toMatchObject([
      { file: 1, line: 5, column: 'Order date' },
      { file: 3, line: 4, column: 'E-mail' },
    ]);
    expect(dry.notes).toMatchObject([{ code: 'keysUnknown', args: { count: 1, examples: 'C9' } }]);
    expect(await engine.workspace()).toMatchObject({ customers: 0, revision: 0 });

    const done = await engine.runImport('run', parts, quiet);
    expect(done).toMatchObject({ newCustomers: 3, orders: 3, interactions: 2, refused: 2 });
    const ida = await engine.customer('C2');
    expect(ida!.orders.map(({ number }) => number)).toEqual(['O2']);
    expect(ida!.interactions).toMatchObject([
      { kind: 'survey', csat: 4, nps: 8 },
      { kind: 'survey', csat: 5, nps: 9, topic: 'delivery' },
    ]);
    const [record, ...others] = await engine.imports();
    expect(others).toEqual([]);
    expect(record!.fileName).toBe('surveys.csv + orders.csv + 问卷.csv + customers.csv');
    const again = await engine.inspect(orders);
    expect(again.notes.map(({ code }) => code)).toContain('importedBefore');

    const empty = await engine.digest();
    await engine.undoImport('undo', done.id, quiet);
    expect(await engine.workspace()).toMatchObject({ customers: 0, orders: 0, interactions: 0 });
    expect(await engine.digest()).not.toBe(empty);
  });

  it('refuses amounts in two currencies', async () => {
    const [first, second] = await partsOf(
      orders,
      csv('more.csv', 'Customer ID,Order date,Amount', 'C1,2026-09-02,5'),
    );
    const euro = { ...second!, mapping: { ...second!.mapping, currency: 'EUR' } };
    await expect(engine.previewImport('dry', [first!, euro], quiet)).rejects.toMatchObject({
      code: 'otherCurrency',
    });
  });
});

describe('the dry run', () => {
  it('says what becomes of whom, and is what the import then does', async () => {
    await engine.runImport('first', await partsOf(customers, orders), quiet);
    const rules =
      'tag Big\n  when monetary >= 2000\ntier Value by monetary { High from 1000  Low otherwise }\n';
    await engine.publish('publish', rules, '', quiet);
    const before = await engine.digest();
    const next = csv(
      'next.csv',
      'Order number,Customer ID,Name,E-mail,City,Order date,Amount',
      'O2,C2,Ida Berg,ida@berg.test,Trondheim,2026-09-20,2900',
      'O7,C8,Nora Falck,nora.falk@falk.test,Oslo,2026-09-25,10',
    );
    const parts = await partsOf(next);
    const dry = await engine.previewImport('dry', parts, quiet);
    expect(dry).toMatchObject({ newCustomers: 1, matchedCustomers: 1, orders: 2, replacedOrders: 1 });
    expect(dry.created).toMatchObject([{ id: null, name: 'Nora Falck', orders: 1 }]);
    expect(dry.matched).toMatchObject([
      { id: 'C2', changes: [{ field: 'city', before: 'Bergen', after: 'Trondheim' }] },
    ]);
    expect(dry.replaced).toMatchObject([
      { customer: 'C2', before: { amount: 80_000 }, after: { amount: 290_000, number: 'O2' } },
    ]);
    expect(dry.effect).toMatchObject({
      tierChanges: 1,
      changed: 1,
      customers: [
        {
          id: 'C2',
          moves: [
            { kind: 'tag', name: 'Big', from: null, to: 'Big' },
            { kind: 'tier', name: 'Value', from: 'Low', to: 'High' },
          ],
        },
      ],
    });
    expect(await engine.digest()).toBe(before);
    const done = await engine.runImport('run', parts, quiet);
    for (const count of ['newCustomers', 'matchedCustomers', 'orders', 'replacedOrders'] as const)
      expect(done[count], count).toBe(dry[count]);
    expect((await engine.customer('C2'))!.tiers[0]).toMatchObject({ level: 'High' });
  });

  it('finds new customers who may be somebody known, or one another', async () => {
    const others = Array.from(
      { length: 400 },
      (_, i) =>
        `F${i},Given${i} Family${i},f${i}@far${i}.test,${13_900_140_000 + i * 77},Town${(i * 13) % 97}`,
    );
    const many = csv('many.csv', 'Customer ID,Name,E-mail,Phone,City', ...others);
    await engine.runImport('first', await partsOf(customers), quiet);
    await engine.runImport('many', await partsOf(many), quiet);
    const file = csv(
      'leads.csv',
      'Customer ID,Name,E-mail,Phone,City',
      'L1,Ida Berg,ida@work.test,13800138001,Bergen',
      'L2,Eva Lund,eva@lund.test,13800138002,Oslo',
      'L3,Eva Lund,lund@work.test,13800138002,Oslo',
      'L4,Kari Moe,kari@moe.test,13900139000,Voss',
    );
    const { merging, newCustomers } = await engine.previewImport('dry', await partsOf(file), quiet);
    expect(newCustomers).toBe(4);
    const names = merging.pairs.map(({ one, other }) => [one.name, other.name, other.id]);
    expect(names).toContainEqual(['Eva Lund', 'Eva Lund', null]);
    expect(names).toContainEqual(['Ida Berg', 'Ida Berg', 'C2']);
    expect(names.flat()).not.toContain('Kari Moe');
    expect(merging.count).toBe(2);
  });

  it('is cancelled without a trace', async () => {
    const parts = await partsOf(customers, orders);
    const before = await engine.workspace();
    const job = engine.previewImport('dry', parts, ({ stage }) => {
      if (stage === 'trying') void engine.cancel('dry');
    });
    await expect(job).rejects.toMatchObject({ code: 'cancelled' });
    expect(await engine.workspace()).toEqual(before);
  });
});

describe('refused rows', () => {
  it('are tried again as they were mended, and join the import', async () => {
    const [part] = await partsOf(orders);
    const cells = ['O4', 'C2', '2026-02-28', '10'];
    expect(await engine.tryRows(part!, [{ line: 5, cells }])).toEqual([null]);
    expect(await engine.tryRows(part!, [{ line: 5, cells: cells.with(3, 'ten') }])).toMatchObject([
      { line: 5, column: 'Amount', code: 'amountInvalid' },
    ]);
    const done = await engine.runImport('run', [{ ...part!, mended: [{ line: 5, cells }] }], quiet);
    expect(done).toMatchObject({ orders: 4, refused: 0 });
    expect(await engine.refusedRows(done.id)).toEqual([]);
  });

  it('are kept with the import, mended later as part of it, and taken back with it', async () => {
    const done = await engine.runImport('run', await partsOf(customers, orders), quiet);
    const before = await engine.digest();
    expect((await engine.refusedRows(done.id)).map(({ total }) => total)).toEqual([1, 1]);
    const mended = [
      { file: 0, line: 4, cells: ['C3', 'Ole Dahl', 'ole@dahl.test', 'Oslo'] },
      { file: 1, line: 5, cells: ['O4', 'C3', '2026-02-31', '10'] },
    ];
    const first = await engine.mendRows('mend', done.id, mended, quiet);
    expect(first.accepted).toBe(1);
    expect(first.files.map(({ refusals }) => refusals.map(({ cells }) => cells[2]))).toEqual([
      [],
      ['2026-02-31'],
    ]);
    await engine.mendRows(
      'mend',
      done.id,
      [{ file: 1, line: 5, cells: ['O4', 'C3', '2026-02-28', '10'] }],
      quiet,
    );
    expect(await engine.refusedRows(done.id)).toEqual([]);
    const [record, ...others] = await engine.imports();
    expect(others).toEqual([]);
    expect(record!.summary).toMatchObject({ newCustomers: 4, orders: 4, refused: 0 });
    expect((await engine.customer('C3'))!.orders).toHaveLength(1);
    expect(await engine.digest()).not.toBe(before);
    await engine.undoImport('undo', done.id, quiet);
    expect(await engine.workspace()).toMatchObject({ customers: 0, orders: 0 });
    await expect(engine.mendRows('mend', done.id, mended, quiet)).rejects.toMatchObject({
      code: 'importGone',
    });
  });

  it('of somebody who is erased are forgotten', async () => {
    const file = csv('two.csv', 'Name,E-mail,Phone', 'Ida,ida@berg.test,13800138000', 'Ida,ida@berg.test,1x');
    const done = await engine.runImport('run', await partsOf(file), quiet);
    expect((await engine.refusedRows(done.id))[0]!.total).toBe(1);
    const { hits } = await engine.customers({ search: '', offset: 0, limit: 1 });
    await engine.removeCustomers('erase', [hits[0]!.id], quiet);
    expect((await engine.refusedRows(done.id))[0]).toMatchObject({ total: 0, refusals: [] });
  });
});

describe('a named source', () => {
  const september = csv(
    'Shop orders 2026-09.csv',
    'No.,Kunde,Dato,Sum',
    'O1,C1,2026-09-01,12',
    'O2,C2,2026-09-02,8',
  );
  const columns = [
    { of: 'order', field: 'number' },
    { of: 'customer', field: 'customerId' },
    { of: 'order', field: 'day' },
    { of: 'order', field: 'amount' },
  ] as const;
  const mapping = { subject: 'order', currency: 'NOK', columns } as const;

  it('is remembered with the import, and knows the next file', async () => {
    expect((await engine.inspect(september)).recognised).toBeNull();
    const remember = { name: 'Shop orders' };
    await engine.runImport('run', [{ file: september, mapping, remember }], quiet);
    const october = csv('Shop orders 2026-10.csv', 'Kunde,No.,Sum,Dato,Kanal', 'C1,O3,99,2026-10-01,web');
    const { recognised } = await engine.inspect(october);
    expect(recognised).toMatchObject({ source: { name: 'Shop orders' }, added: ['Kanal'], missing: [] });
    expect(recognised!.mapping).toMatchObject({ subject: 'order', currency: 'NOK' });
    expect(recognised!.mapping.columns.slice(0, 4)).toEqual([columns[1], columns[0], columns[3], columns[2]]);
    await engine.runImport(
      'next',
      [
        {
          file: october,
          mapping: recognised!.mapping,
          remember: { id: recognised!.source.id, name: 'Shop orders' },
        },
      ],
      quiet,
    );
    const sources = await engine.sources();
    expect(sources).toHaveLength(1);
    expect(sources[0]).toMatchObject({ fileName: 'Shop orders 2026-10.csv' });
    expect(sources[0]!.columns.map(({ heading }) => heading)).toContain('Kanal');
  });

  it('is told what is missing; without what is needed it is not the source', async () => {
    await engine.runImport('run', [{ file: september, mapping, remember: { name: 'Shop' } }], quiet);
    const without = csv('a.csv', 'Kunde,Dato,Sum', 'C1,2026-10-01,99');
    expect((await engine.inspect(without)).recognised).toMatchObject({ missing: ['No.'], added: [] });
    const noSum = csv('b.csv', 'No.,Kunde,Dato,Betalt', 'O1,C1,2026-10-01,ja');
    expect((await engine.inspect(noSum)).recognised).toBeNull();
  });

  it('is renamed and forgotten', async () => {
    await engine.runImport('run', [{ file: september, mapping, remember: { name: 'Shop' } }], quiet);
    const [source] = await engine.sources();
    await engine.renameSource(source!.id, 'Web shop');
    expect((await engine.inspect(september)).recognised!.source.name).toBe('Web shop');
    await engine.removeSource(source!.id);
    expect((await engine.inspect(september)).recognised).toBeNull();
  });

  it('knows its own file of refused rows, whose first columns are no data', async () => {
    await engine.runImport('run', [{ file: september, mapping, remember: { name: 'Shop' } }], quiet);
    const refused = csv(
      'refused.csv',
      '行号,列,原因,No.,Kunde,Dato,Sum',
      '3,Dato,不是日期,O2,C2,2026-09-03,8',
    );
    const { recognised } = await engine.inspect(refused);
    expect(recognised!.mapping.columns).toEqual([null, null, null, ...columns]);
    expect(recognised!.added).toEqual([]);
  });
});
