import { beforeEach, describe, expect, it } from 'vitest';
import { dayFromIso, Problem } from '../../src/domain/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import { archiveOf, bookFile, partsOfBook, textRows } from '../intake/makeWorkbook.ts';
import { openEngine, quiet } from './kit.ts';

const rows = [
  ['Customer ID', 'Name', 'E-mail', 'Order number', 'Order date', 'Amount', 'Status'],
  ['C1', '张伟', 'zhang@acme.test', 'O1', '2026-09-01', '1200.50', 'paid'],
  ['C2', 'Alice <b>', 'alice@north.test', 'O2', '2026-09-20', '800', 'paid'],
];
const [headings, ...body] = rows;
const objects = body.map(cells => Object.fromEntries(headings!.map((key, index) => [key, cells[index]])));
let engine: Engine;

beforeEach(() => {
  ({ engine } = openEngine());
});

async function contentOf() {
  const { customers, orders, latestOrder } = await engine.workspace();
  const { hits } = await engine.customers({ search: '', offset: 0, limit: 10 });
  return { customers, orders, latestOrder, names: hits.map(({ name }) => name).sort() };
}

const csv = rows.map(cells => cells.join(',')).join('\r\n');
const files: Record<string, File> = {
  csv: new File([csv], 'a.csv'),
  pasted: new File([rows.map(cells => cells.join('\t')).join('\n')], ''),
  workbook: bookFile({
    sheets: [
      { name: 'Notes', rows: textRows([['see the other sheet'], ['x']]) },
      { name: 'Orders', rows: textRows(rows) },
    ],
  }),
  json: new File([JSON.stringify({ data: objects })], 'a.json'),
  lines: new File([objects.map(each => JSON.stringify(each)).join('\n')], 'a.jsonl'),
};

describe('one table in any format', () => {
  it.each(Object.keys(files))('%s gives the same base', async name => {
    const choice = name === 'workbook' ? { sheet: 'Orders' } : {};
    const inspection = await engine.inspect(files[name]!, choice);
    const part = { file: files[name]!, mapping: inspection.guess, choice };
    const dry = await engine.previewImport('dry', [part], quiet);
    expect([dry.rows, dry.newCustomers, dry.orders, dry.refused]).toEqual([2, 2, 2, 0]);
    await engine.runImport('run', [part], quiet);
    expect(await contentOf()).toEqual({
      customers: 2,
      orders: 2,
      latestOrder: dayFromIso('2026-09-20'),
      names: ['Alice <b>', '张伟'],
    });
  });
});

describe('a file that cannot be read', () => {
  const good = () => partsOfBook({ sheets: [{ name: 'S', rows: textRows(rows) }] });
  const sheet = 'xl/worksheets/sheet1.xml';
  const bad: Record<string, [() => BlobPart[], string]> = {
    'a.xlsx': [() => [archiveOf({ ...good(), [sheet]: ' '.repeat(40 << 20) })], 'workbookBomb'],
    'cut.xlsx': [() => [archiveOf(good()).slice(0, 900)], 'workbookBroken'],
    'old.xls': [() => [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])], 'spreadsheet'],
    'a.pdf': [() => ['%PDF-1.7 ...'], 'foreignFormat'],
    'zero.csv': [() => [csv, '\0'], 'notATable'],
    'empty.csv': [() => [], 'emptyFile'],
    'header.csv': [() => [headings!.join(',')], 'headerOnly'],
    'cut.json': [() => [JSON.stringify(objects).slice(0, -9)], 'jsonBroken'],
    'long.csv': [() => [`${csv}\r\n`, ...Array<string>(11).fill('x'.repeat(1 << 20))], 'lineTooLong'],
  };

  it.each(Object.keys(bad))('%s is told, and the base is as it was', async name => {
    const { guess } = await engine.inspect(files.csv!);
    await engine.runImport('first', [{ file: files.csv!, mapping: guess }], quiet);
    const before = await contentOf();
    const [content, code] = bad[name]!;
    const attempt = engine.runImport('bad', [{ file: new File(content(), name), mapping: guess }], quiet);
    await expect(attempt).rejects.toBeInstanceOf(Problem);
    await expect(attempt).rejects.toMatchObject({ code });
    expect(await contentOf()).toEqual(before);
  });
});
