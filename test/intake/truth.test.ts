import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectTable } from '../../src/intake/index.ts';
import { readRows } from '../../src/intake/table/rows.ts';
import { readDelimited } from '../../src/intake/table/text/delimited.ts';
import { findText } from '../../src/intake/table/text/look.ts';
import { gb18030, utf16 } from './encode.ts';
import { fileOf, match, ordersOf, problemOf, readAll } from './kit.ts';

const truth = '../shared/truth';
const load = async (path: string): Promise<File> =>
  new File([await openAsBlob(`${truth}/${path}`)], path.split('/').at(-1)!);
const cases = (name: string) => JSON.parse(readFileSync(`${truth}/cases/${name}.json`, 'utf8'));

async function cellsOf(file: File, encoding = 'utf-8', delimiter = ','): Promise<(readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for await (const { rows } of readDelimited(file, file.name, { encoding, isMixed: false, delimiter }))
    for (const row of rows) found.push(row.cells);
  return found;
}

interface ParserCase {
  readonly description: string;
  readonly input: string;
  readonly config?: { readonly delimiter?: string; readonly header?: boolean };
  readonly expected: { readonly data: readonly (readonly string[] | Record<string, string>)[] };
}

/** Settings of that parser that this reader does not offer, so that their cases ask nothing of it. */
const settingsNotOffered = new Set([
  'comments', // a line that begins with # is a row like any other
  'preview', // how many rows are looked at is its own affair
  'dynamicTyping', // cells stay text until the column is mapped
  'quoteChar', // only quotation marks quote
  'escapeChar', // a doubled quotation mark is the only escape
  'skipEmptyLines', // rows without any text are always left out
  'skipFirstNLines', // headings are found below titles
  'fastMode',
  'worker',
]);

/** Cases whose answer is another here, and why. */
const knownDifferences: Readonly<Record<string, string>> = {
  'Quoted field has invalid trailing quote after delimiter': 'a broken quotation mark spoils its line alone',
  'Quoted field has invalid trailing quote before delimiter': 'a broken quotation mark spoils its line alone',
  'Quoted field has invalid trailing quote after new line': 'a broken quotation mark spoils its line alone',
  'Simple duplicated header names': 'names of headings are made in the first look: A, A (2)',
  'Duplicated header names existing column': 'names of headings are made in the first look: c, c (2)',
  'Duplicate header names with __proto__ field': 'names of headings are made in the first look',
  'Mixed slash n and slash r should choose first as precident': 'each of the three line ends ends a line',
};

/** Rows without any text are left out, and every line end is \n. */
function toldRows(rows: readonly (readonly string[])[]): string[][] {
  return rows
    .filter(row => row.some(cell => cell.trim() !== ''))
    .map(row => row.map(cell => cell.replaceAll('\r\n', '\n')));
}

describe.skipIf(!existsSync(truth))('real files (../shared/truth)', () => {
  it('the orders of a Chinese web shop become its buyers', async () => {
    const read = await readAll(await load('data/chinese/rfm_orders_zh.csv'));
    const { records, refusals, mapping } = read;
    expect([records.length, refusals.length, mapping.subject]).toEqual([28_833, 0, 'order']);
    const { newCustomers, orders } = match(read);
    const all = ordersOf(orders);
    expect([newCustomers, all.length]).toEqual([25_949, 28_833]);
    expect(all.filter(({ status }) => status === 'paid').length).toBe(27_793);
    expect(all.filter(({ status }) => status === 'refunded').length).toBe(1_040);
    const amounts = readFileSync(`${truth}/data/chinese/rfm_orders_zh.csv`, 'utf8')
      .split('\n')
      .slice(1)
      .filter(line => line.includes('交易成功'))
      .map(line => Number(line.split(',')[4]));
    const paid = all
      .filter(({ status }) => status === 'paid')
      .reduce((total, { amount }) => total + amount, 0);
    expect(paid).toBe(amounts.reduce((total, amount) => total + amount, 0) * 100);
  });

  it('the orders of a Chinese web shop are the same rows in every encoding', async () => {
    const text = readFileSync(`${truth}/data/chinese/rfm_orders_zh.csv`, 'utf8').replace(/^\ufeff/, '');
    const tabs = text.replaceAll(',', '\t');
    const rowsOf = async (content: Uint8Array<ArrayBuffer>) => {
      const file = fileOf(content);
      const table = await inspectTable(file);
      const found: (readonly string[])[] = [];
      for await (const { rows } of readRows(file, file.name, table))
        for (const row of rows) found.push(row.cells);
      return { found: [table.encoding, table.headings, table.isMixed], rows: found };
    };
    const plain = await rowsOf(new TextEncoder().encode(text));
    expect([plain.rows.length, plain.found[0]]).toEqual([28_833, 'utf-8']);
    for (const [encoding, content] of [
      ['utf-8', new TextEncoder().encode(`\ufeff${text}`)],
      ['gb18030', gb18030(text)],
      ['utf-16le', utf16(`\ufeff${tabs}`)],
      ['utf-16be', utf16(`\ufeff${tabs}`, true)],
    ] as const) {
      const { found, rows } = await rowsOf(content);
      expect(found).toEqual([encoding, plain.found[1], false]);
      expect(rows.length).toBe(28_833);
      expect(rows.every((cells, index) => cells.join() === plain.rows[index]!.join())).toBe(true);
    }
  });

  it.each([
    ['data/cdnow/clvtools_cdnow.csv', 6_696, 2_357],
    ['data/cdnow/cdnow_sample.csv', 6_919, 2_357],
    ['data/rfm/rfm_data_orders.csv', 4_906, 995],
    ['data/btyd/apparel_trans.csv', 3_187, 600],
  ])('%s: %i orders of %i customers', async (path, orders, customers) => {
    const read = await readAll(await load(path));
    const { refusals } = read;
    const matched = match(read);
    expect([ordersOf(matched.orders).length, matched.newCustomers, refusals.length]).toEqual([
      orders,
      customers,
      0,
    ]);
  });

  it('one table in several encodings gives the same records', async () => {
    const names = ['utf8.csv', 'utf8bom.csv', 'excel_unicode_text.utf16le.txt'];
    const [plain, ...others] = await Promise.all(
      names.map(async name => readAll(await load(`data/csv/derived_encodings/rfm_orders_zh_500.${name}`))),
    );
    expect(plain?.records.length).toBe(500);
    for (const { records, refusals } of others) expect([records, refusals]).toEqual([plain?.records, []]);
  });

  it('files of csv-spectrum and csv-test-data are cut into the cells they mean', async () => {
    const listed = cases('csv_files').cases as { id: string; csv: string; expected: unknown }[];
    let compared = 0;
    for (const { id, csv, expected } of listed) {
      if (typeof expected !== 'string' || !expected.endsWith('.json') || !existsSync(`${truth}/${csv}`))
        continue;
      const wanted = JSON.parse(readFileSync(`${truth}/${expected}`, 'utf8')) as unknown;
      if (!Array.isArray(wanted)) continue; // one file, whose own answer has another phone number
      const rows = await cellsOf(await load(csv));
      const found = wanted.some(row => !Array.isArray(row)) || wanted.length === 0 ? rows.slice(1) : rows;
      expect([id, found]).toEqual([id, toldRows(wanted.map(row => Object.values(row as object)))]);
      compared++;
    }
    expect(compared).toBeGreaterThan(15);
  });

  it('broken files are refused', async () => {
    const codes = async (name: string) => {
      const key = { of: 'customer', field: 'name' } as const;
      const mapping = { subject: 'customer', columns: [key, null], currency: 'CNY' } as const;
      const { refusals } = await readAll(await load(`data/csv/csv_test_data/csv/${name}.csv`), mapping);
      return refusals.map(({ code, line }) => `${line} ${code}`);
    };
    expect(await problemOf(() => codes('bad-header-no-header'))).toMatchObject({ code: 'emptyFile' });
    expect(await problemOf(() => codes('bad-header-wrong-header'))).toMatchObject({ code: 'headerOnly' });
    expect(await codes('bad-header-less-fields')).toEqual(['2 cellCount']);
    expect(await codes('bad-header-more-fields')).toEqual(['2 cellCount']);
    expect(await codes('bad-missing-quote')).toEqual(['2 quoteOpen']);
    expect(await codes('bad-quotes-with-unescaped-quote')).toEqual(['2 quoteMalformed']);
  });

  it('the cases of a CSV parser are cut alike, but for those that are named', async () => {
    const { PARSE_TESTS, CORE_PARSER_TESTS } = cases('csv_papaparse') as Record<string, ParserCase[]>;
    const asked = [...PARSE_TESTS!, ...CORE_PARSER_TESTS!].filter(({ config = {} }) =>
      Object.keys(config).every(key => !settingsNotOffered.has(key)),
    );
    const different: string[] = [];
    for (const { description, input, config = {}, expected } of asked) {
      const file = fileOf(input);
      const guessed = input === '' ? ',' : (await findText(file, 'x.csv', {})).delimiter;
      const found = await cellsOf(file, 'utf-8', config.delimiter ?? guessed);
      const rows = expected.data.every(Array.isArray) ? found : found.slice(1);
      const told = toldRows(expected.data.map(row => Object.values(row).flat()));
      if (JSON.stringify(rows) !== JSON.stringify(told)) different.push(description);
    }
    expect(asked.length).toBeGreaterThan(45);
    expect(different.sort()).toEqual(Object.keys(knownDifferences).sort());
  });
});
