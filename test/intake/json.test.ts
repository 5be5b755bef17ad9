import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectTable } from '../../src/intake/index.ts';
import { type JsonItem, JsonItems } from '../../src/intake/table/json/items.ts';
import { readRows } from '../../src/intake/table/rows.ts';
import { fileOf, problemOf, readAll } from './kit.ts';

async function tableOf(content: string, choice = {}, name = 'x.json') {
  const file = fileOf(content, name);
  const table = await inspectTable(file, choice);
  const rows: (readonly string[])[] = [];
  for await (const piece of readRows(file, file.name, table))
    for (const { cells } of piece.rows) rows.push(cells);
  return { format: table.format, sheets: table.sheets, headings: table.headings, rows };
}

const people = '[{"name":"张伟","age":30},{"age":31.5,"vip":true,"name":"Li"},{"name":null}]';
const peopleRows = [
  ['张伟', '30', ''],
  ['Li', '31.5', 'TRUE'],
  ['', '', ''],
].slice(0, 2);

describe('JSON', () => {
  it.each([
    ['a list of objects', people],
    ['a list in an object', `{"status":"ok","n":{"a":[1,2]},"data":${people},"next":null}`],
    ['a list two objects down', `{"result": {"total": 3, "items": ${people}}}`],
    ['a list laid out over lines', JSON.stringify(JSON.parse(people), null, 2)],
    ['a list behind a byte order mark', `\ufeff${people}`],
  ])('%s is a table', async (_, content) => {
    expect(await tableOf(content)).toEqual({
      format: 'json',
      sheets: [],
      headings: ['name', 'age', 'vip'],
      rows: peopleRows,
    });
  });

  it('of lists has its headings in the first', async () => {
    expect(await tableOf('[["name","n"],["a",1],["b",null],["c"]]')).toMatchObject({
      headings: ['name', 'n'],
      rows: [['a', '1'], ['b', ''], ['c']],
    });
  });

  it('in lines is a table, of which a broken line is refused alone', async () => {
    const lines = '{"name":"a","email":"a@b.test"}\n\n{"name":"b"\n{"name":"c","email":"c@d.test"}\n';
    expect((await tableOf(lines, {}, 'x.txt')).format).toBe('jsonLines');
    const { records, refusals } = await readAll(fileOf(lines, 'x.jsonl'));
    expect(records.map(({ line, customer }) => [line, customer.name])).toEqual([
      [1, 'a'],
      [4, 'c'],
    ]);
    expect(refusals).toMatchObject([{ line: 3, code: 'jsonLineBroken', cells: ['{"name":"b"'] }]);
    expect((await tableOf('{"name":"only"}', {}, 'x.json')).rows).toEqual([['only']]);
  });

  it('with several lists offers them, the longest first in hand', async () => {
    const both = '{"customers":[{"name":"a"}],"orders":[{"no":1},{"no":2}]}';
    expect(await tableOf(both)).toEqual({
      format: 'json',
      sheets: [
        { name: 'customers', rows: 1 },
        { name: 'orders', rows: 2 },
      ],
      headings: ['no'],
      rows: [['1'], ['2']],
    });
    expect((await tableOf(both, { sheet: 'customers' })).rows).toEqual([['a']]);
    expect(await problemOf(() => tableOf(both, { sheet: 'x' }))).toMatchObject({ code: 'noSuchSheet' });
  });

  it('spreads nested objects over columns, and joins lists', async () => {
    const nested = '[{"a":{"b":{"c":1,"d":{"e":2}}},"tags":["x","y"],"items":[{"q":1}]}]';
    expect(await tableOf(nested)).toMatchObject({
      headings: ['a.b.c', 'a.b.d', 'tags', 'items'],
      rows: [['1', '{"e":2}', 'x; y', '[{"q":1}]']],
    });
  });

  it('with names of built-in properties changes no object', async () => {
    const evil = '[{"__proto__":{"polluted":"yes"},"constructor":"c","name":"<b>","toString":1}]';
    expect(await tableOf(evil)).toMatchObject({
      headings: ['__proto__.polluted', 'constructor', 'name', 'toString'],
      rows: [['yes', 'c', '<b>', '1']],
    });
    expect((await readAll(fileOf(evil, 'x.json'))).records[0]?.customer.name).toBe('<b>');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    ['cut short', '[{"name":"a"},{"name":"b"', { code: 'jsonBroken', item: 2 }],
    ['broken in an item', '[{"name":"a"},{"name":b}]', { code: 'jsonBroken', item: 2 }],
    ['with more behind it', '[{"name":"a"}] x', { code: 'jsonBroken', item: 2 }],
    ['without a list', '{"name":\n"a"}', { code: 'jsonNoList' }],
    ['of numbers', '[1,2,3]', { code: 'jsonNoList' }],
    ['of nothing', '[]', { code: 'jsonNoList' }],
  ])('%s is a Problem', async (_, content, problem) => {
    expect(await problemOf(() => tableOf(content))).toEqual({ ...problem, file: 'x.json' });
  });

  it('with an item that has no end is refused before it fills the memory', async () => {
    const endless = `[{"name":"${'x'.repeat(12 << 20)}`;
    expect(await problemOf(() => tableOf(endless))).toMatchObject({
      code: 'rowTooLong',
      row: 1,
      megabytes: 10,
    });
  });

  it('is no table of text whose heading stands in brackets', async () => {
    expect((await tableOf('[id],name\n1,a', {}, 'x.csv')).headings).toEqual(['[id]', 'name']);
    expect((await tableOf('{id},name\n1,a', {}, 'x.txt')).headings).toEqual(['{id}', 'name']);
    expect((await tableOf('"[1]",name\n1,a', {}, 'x.csv')).headings).toEqual(['[1]', 'name']);
  });

  it('is cut into the items it has, wherever the pieces end', () => {
    const layouts = fc.constantFrom(0, 1, '\t');
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), layouts, fc.integer({ min: 1, max: 9 }), (list, layout, size) => {
        const text = JSON.stringify({ head: { n: [], x: '"]' }, list }, null, layout);
        const items: JsonItem[] = [];
        const cutter = new JsonItems(item => items.push(item));
        for (let at = 0; at < text.length; at += size) cutter.push(text.slice(at, at + size));
        cutter.finish();
        expect(items.map(item => JSON.parse(item.text))).toEqual(JSON.parse(JSON.stringify(list)));
        expect(items.every((item, index) => item.list === 'list' && item.number === index + 1)).toBe(true);
      }),
    );
  });
});
