import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/domain/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import { sampleRules } from '../../src/rules/index.ts';
import type { Store } from '../../src/store/index.ts';
import { importFile, openEngine, quiet } from './kit.ts';

let engine: Engine;
let store: Store;

beforeEach(() => {
  ({ engine, store } = openEngine());
});

const csv = (name: string, text: string) => new File([text], name, { type: 'text/csv' });

async function importAll(file: File): Promise<void> {
  await importFile(engine, file);
}

const customersFile = csv(
  'customers.csv',
  'Customer ID,Name,E-mail,Phone,Industry,Company size\n' +
    'C1,张伟,zhang.wei@acme-sz.test,13800138000,制造业,大型\n' +
    'C2,Alice Johnson,alice@northwind.test,,IT,small\n' +
    'C3,李娜,not an address,,零售,微型\n',
);
const ordersFile = csv(
  'orders.csv',
  'Order number,Customer ID,Order date,Amount,Status\n' +
    'O1,C1,2026-09-01,1200.50,paid\n' +
    'O2,C1,2026-09-20,800,paid\n' +
    'O3,C2,2026-01-05,99.9,paid\n' +
    'O4,C2,2026-02-30,10,paid\n',
);
const rules =
  'tag Recent weight 5\n  when recency <= 30 days\ntier Value by monetary { High from 1000  Low otherwise }\n';

describe('from files to cards', () => {
  it('imports what is clean, names what is not, and publishes cards found by contact', async () => {
    const inspection = await engine.inspect(customersFile);
    expect(inspection.guess.subject).toBe('customer');
    const dry = await engine.previewImport(
      'dry',
      [{ file: customersFile, mapping: inspection.guess }],
      quiet,
    );
    expect(dry).toMatchObject({ rows: 3, newCustomers: 2, refused: 1 });
    expect(dry.refusals[0]).toMatchObject({ line: 4, column: 'E-mail' });
    expect((await engine.workspace()).customers).toBe(0);

    await importAll(customersFile);
    await importAll(ordersFile);
    expect(await engine.workspace()).toMatchObject({ customers: 2, orders: 3, version: 0 });
    expect((await store.cardsFor(['e:alice@northwind.test']))[0]).toMatchObject({
      name: 'Alice Johnson',
      tier: null,
    });

    const version = await engine.publish('publish', rules, 'first', quiet);
    expect(version.number).toBe(1);
    const [card] = await store.cardsFor(['p:13800138000']);
    expect(card).toMatchObject({
      name: '张伟',
      tags: ['Recent'],
      tier: { name: 'Value', level: 'High', rank: 0, levels: 2 },
    });
    const view = await engine.customer(card!.id);
    expect(view!.tags[0]!.reasons[0]).toMatchObject({ kind: 'days', value: 10, relation: '<=', bound: 30 });
    expect(view!.metrics.find(metric => metric.name === 'monetary')!.value).toBe(200050);
    expect(view!.orders.map(order => order.number)).toEqual(['O2', 'O1']);
  });

  it('evaluates again after an import, so that cards follow the data', async () => {
    await importAll(customersFile);
    await importAll(ordersFile);
    await engine.publish('publish', rules, '', quiet);
    await importAll(csv('more.csv', 'Order number,Customer ID,Order date,Amount\nO9,C2,2026-09-29,5000\n'));
    expect((await store.cardsFor(['e:alice@northwind.test']))[0]).toMatchObject({
      tags: ['Recent'],
      tier: { level: 'High' },
    });
  });

  it('adds what a later file says to customers that are known, and takes nothing away', async () => {
    await importAll(customersFile);
    await importAll(
      csv('phones.csv', 'Customer ID,Name,Phone,City\nC2,Alice Johnson,+1 415 555 0132,Oakland\n'),
    );
    const [card] = await store.cardsFor(['p:14155550132']);
    expect(await store.customer(card!.id)).toMatchObject({
      emails: ['alice@northwind.test'],
      columns: { city: 'Oakland', size: 'small' },
    });
  });

  it("tells which contact is nobody's key because many names share it", async () => {
    const shared = ['张伟', '王芳', '李娜'].map(name => `${name},info@hengtong.test`).join('\n');
    const file = csv('shared.csv', `Name,E-mail\n${shared}\n`);
    const { guess } = await engine.inspect(file);
    const summary = await engine.runImport('shared', [{ file, mapping: guess }], quiet);
    expect(summary.newCustomers).toBe(3);
    expect(summary.notes).toMatchObject([{ code: 'contactShared', args: { value: 'info@hengtong.test' } }]);
  });

  it('replaces an order that comes again under its number', async () => {
    await importAll(customersFile);
    await importAll(ordersFile);
    const again = csv('again.csv', 'Order number,Customer ID,Order date,Amount\nO1,C1,2026-09-01,1\n');
    const { guess } = await engine.inspect(again);
    expect(await engine.runImport('again', [{ file: again, mapping: guess }], quiet)).toMatchObject({
      orders: 1,
      replacedOrders: 1,
    });
    expect((await engine.workspace()).orders).toBe(3);
  });
});

describe('rules against the published version', () => {
  beforeEach(async () => {
    await importAll(customersFile);
    await importAll(ordersFile);
    await engine.publish('publish', rules, '', quiet);
  });

  it('counts who enters and who leaves, and names them', async () => {
    const wider = rules.replace('<= 30 days', '> 30 days');
    const preview = await engine.preview(wider);
    expect(preview.declarations[0]).toMatchObject({ name: 'Recent', count: 1, enters: 1, leaves: 1 });
    expect(preview.changed).toBe(2);
    const enters = await engine.members({
      text: wider,
      name: 'Recent',
      show: 'enters',
      search: '',
      offset: 0,
      limit: 10,
    });
    expect(enters.members.map(member => member.name)).toEqual(['Alice Johnson']);
  });

  it('refuses to publish a text with errors and keeps the version', async () => {
    const broken = engine.publish('publish', 'tag Broken\n  when recency <=\n', '', quiet);
    await expect(broken).rejects.toMatchObject({ code: 'rulesHaveErrors', args: { count: 1 } });
    expect(await engine.workspace()).toMatchObject({ version: 1, published: rules });
  });

  it('drops a preview that a later one overtakes', async () => {
    const first = engine.preview(rules).catch((error: Problem) => error.code);
    const second = engine.preview(`${rules}\n`);
    expect(await first).toBe('stale');
    expect((await second).declarations).toHaveLength(2);
  });

  it('keeps every version as it was published', async () => {
    await engine.publish('publish', rules.replace('30', '60'), 'wider', quiet);
    const versions = await engine.versions();
    expect(versions.map(version => [version.number, version.note])).toEqual([
      [2, 'wider'],
      [1, ''],
    ]);
    expect(versions[1]!.text).toBe(rules);
  });

  it('saves a customer by hand with a card at once, and says what is wrong with a draft', async () => {
    const saved = await engine.saveCustomer({
      name: '王芳',
      emails: ['wangfang@qqmail.test'],
      source: 'hand',
    });
    expect(saved.ok).toBe(true);
    expect((await store.cardsFor(['e:wangfang@qqmail.test']))[0]).toMatchObject({ name: '王芳' });
    const faulty = await engine.saveCustomer({ name: '', emails: ['nobody'], source: 'hand' });
    expect(faulty).toMatchObject({ ok: false });
    expect(faulty.ok === false && faulty.faults.map(fault => fault.field).sort()).toEqual(['email', 'name']);
  });
});

describe('the sample workspace', () => {
  it('fills an empty base, runs the shipped rules in both spellings to the same counts, refuses a second time', async () => {
    await engine.loadSample('sample', 1, quiet);
    expect(await engine.workspace()).toMatchObject({ customers: 5000, orders: 40000, interactions: 10000 });
    const [en, zh] = [await engine.preview(sampleRules.en), await engine.preview(sampleRules.zh)];
    expect(en.notes.filter(note => note.severity === 'error')).toEqual([]);
    expect(zh.declarations.map(each => each.count)).toEqual(en.declarations.map(each => each.count));
    for (const each of en.declarations) expect(each.count, each.name).toBeGreaterThan(0);

    await engine.publish('publish', sampleRules.zh, '', quiet);
    const [zhang] = await store.cardsFor(['e:zhang.wei@acme-sz.test']);
    expect(zhang!.segments).toContain('流失预警');
    expect(zhang!.action!.message).toContain('张伟');

    const again = engine.loadSample('sample', 1, quiet);
    await expect(again).rejects.toBeInstanceOf(Problem);
  });

  it('stops a cancelled job and leaves the base as it was', async () => {
    const loading = engine.loadSample('sample', 1, progress => {
      if (progress.stage === 'writing') void engine.cancel('sample');
    });
    await expect(loading).rejects.toMatchObject({ code: 'cancelled' });
    expect((await engine.workspace()).customers).toBe(0);
  });
});

describe('merged customers', () => {
  it('get what files say of either, and each its own when they are taken apart', async () => {
    await importAll(customersFile);
    await importAll(csv('twin.csv', 'Customer ID,Name,E-mail\nC9,Alice J.,aj@home.test\n'));
    const [merge] = await engine.mergeCustomers('m', [{ keep: 'C2', drop: 'C9', fields: {} }], quiet);
    expect((await store.cardsFor(['e:aj@home.test']))[0]).toMatchObject({ id: 'C2', name: 'Alice Johnson' });

    const file = csv('more.csv', 'Order number,E-mail,Order date,Amount\nO8,aj@home.test,2026-09-29,5\n');
    const { guess } = await engine.inspect(file);
    expect(await engine.runImport('i', [{ file, mapping: guess }], quiet)).toMatchObject({
      newCustomers: 0,
      orders: 1,
    });
    await importAll(csv('city.csv', 'Customer ID,Name,City\nC9,Alice J.,Oakland\n'));
    expect((await engine.customer('C2'))!.orders).toHaveLength(1);
    expect((await engine.customer('C2'))!.customer.columns.city).toBe('Oakland');

    await engine.unmerge('u', merge!, quiet);
    expect((await engine.customer('C2'))!.orders).toEqual([]);
    expect(await engine.customer('C9')).toMatchObject({
      customer: { name: 'Alice J.', columns: { city: 'Oakland' } },
      orders: [{ number: 'O8' }],
    });
    expect((await store.cardsFor(['e:aj@home.test']))[0]).toMatchObject({ id: 'C9' });
  });
});

describe('taking an import back', () => {
  it('leaves base, cards and look-up as they were', async () => {
    await importAll(customersFile);
    const before = await engine.digest();
    await importAll(ordersFile);
    await importAll(
      csv('new.csv', 'Customer ID,Name,Phone\nC7,Zoe,１３８ 0013 8007\nC2,Alice Johnson,1380013 8002\n'),
    );
    const [latest, orders] = await engine.imports();
    expect(latest).toMatchObject({ fileName: 'new.csv', canBeUndone: true });
    const [phone] = (await engine.customer('C7'))!.customer.phones;
    expect((await engine.customer('C7'))!.provenance[`phone:${phone}`]).toMatchObject({
      source: 'new.csv',
      raw: '１３８ 0013 8007',
    });
    expect(await engine.planUndo(latest!.id)).toMatchObject({ customers: 1, restored: 1, orders: 0 });
    expect(await engine.undoImport('u', latest!.id, quiet)).toMatchObject({ customers: 1, restored: 1 });
    await engine.undoImport('u', orders!.id, quiet);
    expect(await engine.digest()).toBe(before);
    expect(await store.cardsFor(['p:13800138007', 'p:13800138002'])).toEqual([]);
    expect(await store.search('zoe', 5)).toEqual([]);
    expect((await engine.imports()).map(({ canBeUndone }) => canBeUndone)).toEqual([false, false, true]);
  });
});
