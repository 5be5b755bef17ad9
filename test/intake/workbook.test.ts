import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { Problem } from '../../src/domain/index.ts';
import { inspectTable } from '../../src/intake/index.ts';
import { readRows } from '../../src/intake/table/rows.ts';
import { fileOf, problemOf, readAll } from './kit.ts';
import { archiveOf, bookFile, type MadeBook, partsOfBook, textRows } from './makeWorkbook.ts';

async function cellsOf(file: File, choice = {}): Promise<readonly (readonly string[])[]> {
  const table = await inspectTable(file, choice);
  const found: (readonly string[])[] = [table.headings];
  for await (const { rows } of readRows(file, file.name, table))
    for (const { cells } of rows) found.push(cells);
  return found;
}

/** One column below the heading h, of which every cell is XML. */
const column = (cells: readonly string[], book: Partial<MadeBook> = {}): File =>
  bookFile({
    sheets: [{ name: 'S', rows: `${textRows([['h']])}${cells.map(cell => `<row>${cell}</row>`).join('')}` }],
    ...book,
  });
const values = async (file: File) => (await cellsOf(file)).slice(1).map(([cell]) => cell);

describe('workbooks', () => {
  it('read what a writer of workbooks has written', async () => {
    const row = (...cells: (string | number | boolean | Date)[]) =>
      cells.map(value => (value instanceof Date ? { value, format: 'yyyy-mm-dd hh:mm' } : { value }));
    const { toBuffer } = writeXlsx(
      [
        row('姓名', 'amount', 'paid', 'day'),
        row('张伟 & <b>', 1234.5, true, new Date(Date.UTC(2024, 0, 5, 14, 30))),
        row('=1+1', -0.1, false, new Date(Date.UTC(2024, 11, 31))),
      ].map(cells => cells.map(cell => ({ ...cell, type: cell.value.constructor as never }))),
      { sheet: 'Orders' },
    );
    const file = new File([new Uint8Array(await toBuffer())], 'orders.xlsx');
    expect(await cellsOf(file)).toEqual([
      ['姓名', 'amount', 'paid', 'day'],
      ['张伟 & <b>', '1234.5', 'TRUE', '2024-01-05 14:30:00'],
      ['=1+1', '-0.1', 'FALSE', '2024-12-31'],
    ]);
    expect(await inspectTable(file)).toMatchObject({
      format: 'workbook',
      sheet: 'Orders',
      encoding: '',
      delimiter: '',
      isEncodingSure: true,
    });
  });

  it.each([
    ['a number with a long tail', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a phone kept as a number', '<c><v>13800138000</v></c>', '13800138000'],
    ['an identity number, whose end is lost', '<c><v>510322199001011000</v></c>', '5.10322199001011E+17'],
    ['a number kept as text', '<c t="str"><v>0012</v></c>', '0012'],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c t="e"><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a formula', '<c><f>SUM(A1:A9)</f><v>45</v></c>', '45'],
    ['a formula of text', '<c t="str"><f>A1&amp;"&lt;"</f><v>a&lt;</v></c>', 'a<'],
    ['a date of its own type', '<c t="d"><v>2024-01-05T00:00:00</v></c>', '2024-01-05'],
    ['rich text without its reading aid', '<c t="s"><v>0</v></c>', '東京都'],
    ['text in a section', '<c t="inlineStr"><is><t><![CDATA[<b>&amp;]]></t></is></c>', '<b>&amp;'],
    ['a line end', '<c t="inlineStr"><is><t>a_x000D_&#10;b</t></is></c>', 'a\nb'],
    ['a far column', '<c r="A2" t="str"><v>x</v></c><c r="AB2"/>', 'x'],
  ])('cells: %s', async (_, cell, text) => {
    const strings = '<si><r><t>東京</t></r><r><t>都</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>';
    expect(await values(column([cell], { strings }))).toEqual([text]);
  });

  it.each([
    [14, 45_296, '2024-01-05'],
    [22, 45_296.604_166_666_664, '2024-01-05 14:30:00'],
    [31, 45_296, '2024-01-05'],
    [57, 45_296, '2024-01-05'],
    [20, 0.604_166_666_666_666_6, '14:30:00'],
    [20, 45_296.5, '2024-01-05 12:00:00'],
    ['yyyy"年"m"月"d"日"', 45_296, '2024-01-05'],
    ['[$-804]aaaa, yyyy/m/d', 45_296, '2024-01-05'],
    ['mmm', 45_296, '2024-01-05'],
    ['[h]:mm', 0.5, '12:00:00'],
    ['[Red]0.00 "days"', 45_296, '45296'],
    ['General', 45_296, '45296'],
    ['#,##0.00_);[Red](#,##0.00)', 12.5, '12.5'],
    [14, 1, '1900-01-01'],
    [14, 59, '1900-02-28'],
    [14, 60, '1900-02-29'],
    [14, 61, '1900-03-01'],
    [14, 2_958_465, '9999-12-31'],
    [14, -1, '-1'],
    [14, 45_295.999_999_99, '2024-01-05'],
  ])('number format %j shows %f as %s', async (format, serial, text) => {
    const cell = `<c s="1"><v>${serial}</v></c>`;
    expect(await values(column([cell], { formats: [format] }))).toEqual([text]);
  });

  it('count days from 1904 where they say so', async () => {
    const cell = '<c s="1"><v>43834</v></c>';
    expect(await values(column([cell], { formats: [14], from1904: true }))).toEqual(['2024-01-05']);
    const plain = '<row><c><v>7</v></c><c><v>43834</v></c></row>';
    for (const [from1904, birthday] of [
      [true, 19_727],
      [false, 18_265],
    ] as const) {
      const rows = `${textRows([['id', 'dob']])}${plain}`;
      const { records } = await readAll(bookFile({ sheets: [{ name: 'S', rows }], from1904 }), {
        subject: 'customer',
        columns: [
          { of: 'customer', field: 'customerId' },
          { of: 'customer', field: 'birthday' },
        ],
        currency: 'CNY',
      });
      expect(records.map(({ customer }) => customer.columns.birthday)).toEqual([birthday]);
    }
  });

  it('offer their sheets, and read the first that is shown and filled', async () => {
    const rows = (name: string) => textRows([['name'], [name]]);
    const file = bookFile({
      sheets: [
        { name: 'Secret', rows: rows('hidden'), state: 'veryHidden' },
        { name: 'Cover', rows: textRows([['Report']]) },
        { name: 'Jan & Feb'.replace('&', '&amp;'), rows: rows('january'), dimension: 'A1:A2' },
        { name: '三月', rows: rows('march') },
      ],
    });
    const table = await inspectTable(file);
    expect(table.sheets).toEqual([
      { name: 'Secret', rows: 2 },
      { name: 'Cover', rows: 1 },
      { name: 'Jan & Feb', rows: 2 },
      { name: '三月', rows: 2 },
    ]);
    expect([table.sheet, table.sample]).toEqual(['Jan & Feb', [['january']]]);
    expect(await cellsOf(file, { sheet: '三月' })).toEqual([['name'], ['march']]);
    expect(await problemOf(() => inspectTable(file, { sheet: 'April' }))).toEqual({
      code: 'noSuchSheet',
      file: 'book.xlsx',
      sheet: 'April',
    });
    expect(await problemOf(() => inspectTable(file, { sheet: 'Cover' }))).toMatchObject({
      code: 'headerOnly',
    });
  });

  it('find the headings below a title, and below headings of groups', async () => {
    const title = [['Orders of 2024'], [''], ['name', 'day', 'amount'], ['a', '2024-01-05', '1']];
    const table = await inspectTable(bookFile({ sheets: [{ name: 'S', rows: textRows(title) }] }));
    expect([table.headings, table.headingLine]).toEqual([['name', 'day', 'amount'], 3]);
    expect(table.notes).toMatchObject([{ code: 'headingsFurtherDown', args: { line: 3 } }]);
    const groups = [
      ['', 'customer', '', '', 'order'],
      ['no', 'name', 'phone', 'city', ''],
      ['1', 'a', '2', 'b', '3'],
      ['2', 'b', '2', 'b', '3'],
    ];
    const grouped = await inspectTable(bookFile({ sheets: [{ name: 'S', rows: textRows(groups) }] }));
    expect(grouped.headings).toEqual(['no', 'name', 'phone', 'city', 'order']);
    expect(grouped.sample).toEqual(groups.slice(2));
  });

  it('keep the numbers of their rows, and fill up short ones', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
    const rows = [
      `<row r="1">${cell('A1', 'name')}${cell('B1', 'email')}${cell('C1', 'address')}</row>`,
      `<row r="4">${cell('A4', 'a')}</row>`,
      `<row r="5">${cell('B5', 'broken')}</row>`,
      `<row r="9">${cell('C9', 'x')}${cell('A9', 'b')}${cell('E9', 'beside')}</row>`,
    ].join('');
    const { records, refusals } = await readAll(bookFile({ sheets: [{ name: 'S', rows }] }));
    expect(records.map(({ line, customer }) => [line, customer.name, customer.address])).toEqual([
      [4, 'a', ''],
      [9, 'b', 'x'],
    ]);
    expect(refusals.map(({ line, code }) => [line, code])).toEqual([[5, 'keyMissing']]);
  });

  it('with an error in a cell that is wanted have that row refused', async () => {
    const error = '<c t="str"><v>a</v></c><c t="e"><v>#REF!</v></c>';
    const rows = `${textRows([['name', 'phone']])}<row>${error}</row>`;
    const columns = [{ of: 'customer', field: 'name' } as const, { of: 'customer', field: 'phone' } as const];
    const file = bookFile({ sheets: [{ name: 'S', rows }] });
    const { refusals } = await readAll(file, { subject: 'customer', columns, currency: 'CNY' });
    expect(refusals).toMatchObject([
      { code: 'cellError', args: { value: '#REF!' }, line: 2, column: 'phone' },
    ]);
  });

  it('come back as they were written, whatever the text', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '<', '&', '"', ' ', '张', '\n', ']]>', '&#65;', '😀'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          cell.map(text => `.${text}`),
          { minLength: 1, maxLength: 8 },
        ),
        async cells => {
          const rows = textRows([['x', 'h'], ...cells.map(text => ['.', text])]);
          const found = await cellsOf(bookFile({ sheets: [{ name: 'S', rows }] }));
          expect(found.slice(1).map(([, text]) => text)).toEqual(cells);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('archives that are no proper workbook', () => {
  const good = () => partsOfBook({ sheets: [{ name: 'S', rows: textRows([['name'], ['a']]) }] });
  const refused = (content: Uint8Array<ArrayBuffer>) => problemOf(() => readAll(fileOf(content, 'x.xlsx')));
  const sheet = 'xl/worksheets/sheet1.xml';

  it('cut at any place are told', async () => {
    const whole = archiveOf(good());
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.999])
      expect(await refused(whole.slice(0, Math.floor(whole.length * share)))).toEqual({
        code: 'workbookBroken',
        file: 'x.xlsx',
      });
  });

  it('with bytes changed anywhere are a table or a Problem', async () => {
    const whole = archiveOf(good());
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const changed = whole.slice();
        changed[at] = byte;
        const outcome = await readAll(fileOf(changed, 'x.xlsx')).then(
          () => 'read',
          problem => (problem instanceof Problem ? 'Problem' : String(problem.stack)),
        );
        expect(['read', 'Problem']).toContain(outcome);
      }),
      { numRuns: 200 },
    );
  });

  it('that unpack to far more than they are are not unpacked', async () => {
    const spaces = ' '.repeat(40 << 20);
    const bomb = archiveOf({
      ...good(),
      [sheet]: good()[sheet]!.replace('<sheetData>', `${spaces}<sheetData>`),
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb)).toEqual({ code: 'workbookBomb', file: 'x.xlsx' });
    const unused = archiveOf({ ...good(), 'xl/media/image1.png': spaces });
    expect(await refused(unused)).toMatchObject({ code: 'workbookBomb' });
  });

  it('that state a smaller size than they unpack to are stopped there', async () => {
    const bomb = archiveOf({ ...good(), [sheet]: `${good()[sheet]}${' '.repeat(40 << 20)}` });
    const data = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 46; at++)
      if (data.getUint32(at, true) === 0x02014b50 && data.getUint32(at + 24, true) > 1 << 20)
        data.setUint32(at + 24, 5_000, true);
    expect(await refused(bomb)).toEqual({ code: 'workbookBomb', file: 'x.xlsx' });
  });

  it.each([
    ['entities that multiply', '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet/>'],
    ['a tag without an end', `<worksheet a="${'x'.repeat(5 << 20)}`],
    ['no XML', 'name,email\na,b'],
  ])('with %s are broken', async (_, text) => {
    expect(await refused(archiveOf({ ...good(), [sheet]: text }))).toMatchObject({
      code: expect.stringMatching(/^(workbookBroken|emptyFile)$/),
    });
  });

  it('locked with a password, or encrypted, are told so', async () => {
    const name = [...'EncryptedPackage'].join('\u0000');
    const container = new Uint8Array([
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      ...new Uint8Array(4_000),
      ...new TextEncoder().encode(name),
    ]);
    expect(await refused(container)).toEqual({ code: 'workbookLocked', file: 'x.xlsx' });
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(4_000)]);
    expect(await refused(old)).toEqual({ code: 'spreadsheet', file: 'x.xlsx' });
  });

  it('of other programs are named', async () => {
    const document = new Uint8Array(zipSync({ 'word/document.xml': new Uint8Array(3) }));
    expect(await refused(document)).toMatchObject({ code: 'foreignFormat', format: 'DOCX' });
    const other = new Uint8Array(zipSync({ 'a.csv': new Uint8Array(3) }));
    expect(await refused(other)).toMatchObject({ code: 'foreignFormat', format: 'ZIP' });
  });
});
