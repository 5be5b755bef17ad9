import { describe, expect, it } from 'vitest';
import { inspectTable } from '../../src/intake/index.ts';
import { readRows } from '../../src/intake/table/rows.ts';
import { gb18030, utf16 } from './encode.ts';
import { fileOf, problemOf, readAll } from './kit.ts';

const bytes = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(
    parts.flatMap(part => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]),
  );
const refusedLines = async (content: string | Uint8Array<ArrayBuffer>) => {
  const { records, refusals, table } = await readAll(fileOf(content));
  return {
    read: records.map(({ customer }) => customer.name),
    refused: refusals.map(({ line, code }) => `${line} ${code}`),
    notes: table.notes.map(({ code, args }) => `${code} ${args.line ?? args.encoding ?? args.name ?? ''}`),
  };
};

describe('a file with something wrong in it', () => {
  it('in which a quotation mark opens and never closes loses that line alone', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `n${index},n${index}@a.test`);
    rows[7] = 'n7,"n7@a.test';
    const { read, refused } = await refusedLines(['name,email', ...rows].join('\n'));
    expect(refused).toEqual(['9 quoteOpen']);
    expect(read.length).toBe(49);
  });

  it('in which an open quotation mark meets a later one loses the lines at fault alone', async () => {
    const rows = ['a,"x', 'b,y', 'c,"z"', 'd,"two\nlines"', 'e,w'];
    const { read, refused } = await refusedLines(['name,address', ...rows].join('\n'));
    expect(read).toEqual(['b', 'c', 'd', 'e']);
    expect(refused).toEqual(['2 quoteMalformed']);
  });

  it('that opens quotation marks in line after line is read in time', async () => {
    const began = performance.now();
    const { refused, read } = await refusedLines(`name,address\n${'a,"b\n'.repeat(20_000)}z,y\n`);
    expect([refused.length, refused[0], read]).toEqual([20_000, '2 quoteMalformed', ['z']]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('with lines of another encoding tells and refuses those lines', async () => {
    const gbLines = gb18030('name,address\n张伟,北京市朝阳区\n王芳,上海市浦东新区\n');
    const inGb = bytes(gbLines, '李娜,广州市天河区\n', 'plain,ascii\n');
    expect(await refusedLines(inGb)).toEqual({
      read: ['张伟', '王芳', 'plain'],
      refused: ['4 characterDamaged'],
      notes: ['encodingGuessed gb18030', 'encodingMixed 4'],
    });
    const utf8 = `name,address\n${'张伟,北京市朝阳区\n'.repeat(30)}`;
    const inUtf8 = bytes(utf8, gb18030('王芳,上海市\n'), '李娜,广州市\n');
    const told = await refusedLines(inUtf8);
    expect([told.read.length, told.refused, told.notes]).toEqual([
      31,
      ['32 characterDamaged'],
      ['encodingGuessed utf-8', 'encodingMixed 32'],
    ]);
  });

  it('is read in the encoding that is chosen', async () => {
    const file = fileOf(gb18030('姓名,地址\n张伟,北京\n'));
    expect(await inspectTable(file, { encoding: 'gb18030' })).toMatchObject({
      encoding: 'gb18030',
      isEncodingSure: true,
      headings: ['姓名', '地址'],
      notes: [],
    });
    expect((await inspectTable(file, { encoding: 'big5' })).headings).not.toEqual(['姓名', '地址']);
    const wide = utf16('姓名与称呼，地址\t所在城市与省份\n张伟先生同志\t北京市朝阳区\n'.repeat(3), true);
    expect((await inspectTable(fileOf(wide), { encoding: 'utf-16be' })).headings[1]).toBe('所在城市与省份');
    expect((await inspectTable(fileOf('a,b;c\n1,2;3'), { delimiter: ';' })).headings).toEqual(['a,b', 'c']);
  });

  it('with formulas, HTML and names of built-in properties has them as text', async () => {
    const { records, table } = await readAll(
      fileOf('name,__proto__,constructor,address\n"<img src=x onerror=alert(1)>",p,c,"=HYPERLINK(""x"")"\n'),
    );
    expect(table.headings).toEqual(['name', '__proto__', 'constructor', 'address']);
    expect(records[0]?.customer).toMatchObject({
      name: '<img src=x onerror=alert(1)>',
      address: '=HYPERLINK("x")',
    });
    expect(Object.getPrototypeOf(records[0]?.customer)).toBe(Object.prototype);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('of one endless line is refused with little of it in memory', async () => {
    const piece = new Uint8Array(1 << 20).fill(0x78);
    const line = new File([`name\n`, ...Array<Uint8Array<ArrayBuffer>>(300).fill(piece)], 'long.csv');
    const before = process.memoryUsage().arrayBuffers;
    expect(await problemOf(() => inspectTable(line))).toEqual({
      code: 'lineTooLong',
      file: 'long.csv',
      line: 2,
      megabytes: 10,
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 << 20);
  });

  it('pasted from a spreadsheet is a table', async () => {
    const pasted = new Blob(['姓名\t地址\r\n张伟\t"两行\n地址"\r\n"王""芳"\t\r\n']);
    const table = await inspectTable(pasted);
    const found: (readonly string[])[] = [];
    for await (const { rows } of readRows(pasted, '', table)) for (const { cells } of rows) found.push(cells);
    expect([table.delimiter, table.headings, found]).toEqual([
      '\t',
      ['姓名', '地址'],
      [
        ['张伟', '两行\n地址'],
        ['王"芳', ''],
      ],
    ]);
  });
});
