import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/domain/index.ts';
import { guessMapping, inspectTable, readRecords } from '../../src/intake/index.ts';
import { readDelimited } from '../../src/intake/table/text/delimited.ts';
import { fileOf, Kept, problemOf, readAll, today } from './kit.ts';

const utf16 = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index++) {
    bytes[index * 2] = text.charCodeAt(index) & 0xff;
    bytes[index * 2 + 1] = text.charCodeAt(index) >> 8;
  }
  return bytes;
};
/** 姓名,电话\n张伟,13800138000\n in GB18030, 姓名 and 國語 in Big5, 'nom,ville' with é in windows-1252. */
const gb = [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xd5, 0xc5, 0xce, 0xb0, 0x2c];
const big5 = [
  0xa9, 0x6d, 0xa6, 0x57, 0x2c, 0xb0, 0xea, 0xbb, 0x79, 0x0a, 0xa4, 0xa4, 0xa4, 0xe5, 0x2c, 0x31, 0x0a,
];
const western = [
  ...new TextEncoder().encode('name,city\nM'),
  0xe9,
  ...new TextEncoder().encode('ndez,Malm'),
  0xf6,
  0x0a,
];

describe('the first look at a file', () => {
  it.each([
    ['utf-8 with a mark', '\ufeff姓名,电话\n张伟,1', 'utf-8', true],
    ['utf-8', '姓名,电话\n张伟,1', 'utf-8', true],
    ['utf-16le with a mark', utf16('\ufeff姓名\t电话\n张伟\t1'), 'utf-16le', true],
    ['utf-16le without', utf16('name,phone\nzhang,1'), 'utf-16le', false],
    ['gb18030', new Uint8Array([...gb, 0x31, 0x0a]), 'gb18030', false],
    ['big5', new Uint8Array(big5), 'big5', false],
    ['windows-1252', new Uint8Array(western), 'windows-1252', false],
    ['gb18030 after a long plain beginning', longGb(), 'gb18030', false],
  ])('finds the encoding: %s', async (_, content, encoding, sure) => {
    const table = await inspectTable(fileOf(content));
    expect([table.encoding, table.notes.some(({ code }) => code === 'encodingGuessed')]).toEqual([
      encoding,
      !sure,
    ]);
  });

  it.each([
    ['a,b\n1,2', ','],
    ['a;b\n1;2', ';'],
    ['a\tb\n1\t2', '\t'],
    ['a|b\n1|2', '|'],
    ['sep=;\na;b\n1,5;2', ';'],
    ['a\n1', ','],
    ['a,b\nx|y|z,1\nu|v|w,2', ','],
    ['a,b\nx|y|z,1', ','],
    ['a,b\n"|||",|||\n|||,"|||"', ','],
    ['a,b,c\n1;2;3,x,y;z;w\n', ','],
    ['a|b\n1,5|2,5\n1,7|2,7', '|'],
    ['a|b\nx, y, z|u, v, w', '|'],
    ['a;b;c\n1,50;2,50;3,50\n1,50;2,50;3,50', ';'],
    ['a;b\n"x;y,z";"1,2,3"\n"x;y,z";"1,2,3"', ';'],
    ['a\tb\nMilk, eggs, bread\tx|y|z\nRice, beans\tu|v', '\t'],
    ['a,b,c\n1,2\n1,2,3\n1\nx|y,2,3', ','],
    ['a,b,\nx|y,1,2,3\nx|y,1,2,3\nx|y,1,2,3', ','],
  ])('finds the separator of %j', async (content, delimiter) => {
    const table = await inspectTable(fileOf(content));
    expect(table.delimiter).toBe(delimiter);
    expect(table.headings[0]).toBe('a');
  });

  it('names empty and repeated headings and drops empty columns at the end', async () => {
    const table = await inspectTable(fileOf('name,,name,x,,\n1,2,3,4,,\n'));
    expect(table.headings).toEqual(['name', '#2', 'name (2)', 'x']);
    expect(table.notes.map(({ code, args }) => [code, args.name])).toEqual([
      ['headingRepeated', '#2'],
      ['headingRepeated', 'name (2)'],
    ]);
    expect(table.sample).toEqual([['1', '2', '3', '4']]);
  });

  it('tells dates that can be read in two ways', async () => {
    const { notes } = await inspectTable(fileOf('name,day\na,05/06/2024\nb,07/08/2024'));
    expect(notes).toMatchObject([
      { code: 'dateAmbiguous', args: { heading: 'day', example: '05/06/2024', order: 'mdy' } },
    ]);
    expect((await inspectTable(fileOf('name,day\na,05/06/2024\nb,25/08/2024'))).notes).toEqual([]);
  });

  it.each([
    ['an empty file', '', { code: 'emptyFile', file: 'test.csv' }],
    ['nothing but blank lines', '\n\n ,\n', { code: 'emptyFile', file: 'test.csv' }],
    ['headings alone', 'a,b,c\n', { code: 'headerOnly', file: 'test.csv', line: 1 }],
    ['zero bytes', 'a,b\n1\u0000,2', { code: 'notATable', file: 'test.csv', position: 6 }],
    ['a PDF', '%PDF-1.7\n', { code: 'foreignFormat', file: 'test.csv', format: 'PDF' }],
    ['a cut archive', 'PK\u0003\u0004zip', { code: 'workbookBroken', file: 'test.csv' }],
    [
      'an old workbook',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      { code: 'spreadsheet', file: 'test.csv' },
    ],
    ['broken headings', '"a,b\n1,2\n', { code: 'headingsBroken', file: 'test.csv', line: 1 }],
  ])('refuses %s', async (_, content, problem) => {
    expect(await problemOf(() => inspectTable(fileOf(content)))).toEqual(problem);
  });

  it('refuses ten million columns before they fill the memory', async () => {
    const wide = fileOf(`${','.repeat(10_000_000)}\n1`);
    const began = performance.now();
    expect(await problemOf(() => inspectTable(wide))).toEqual({
      code: 'tooManyColumns',
      file: 'test.csv',
      line: 1,
      limit: 2_000,
    });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await problemOf(() => inspectTable(fileOf(`${'a,'.repeat(2_000)}b\n1`)))).toMatchObject({
      code: 'tooManyColumns',
    });
  });

  it('refuses a line that will not end', async () => {
    const endless = fileOf(`name\nfirst\n"${'x'.repeat(11 << 20)}`);
    expect(await problemOf(() => readAll(endless))).toEqual({
      code: 'lineTooLong',
      file: 'test.csv',
      line: 3,
      megabytes: 10,
    });
  });
});

function longGb(): Uint8Array<ArrayBuffer> {
  const plain = new TextEncoder().encode(`name,phone\n${'zhang,1\n'.repeat(60_000)}`);
  return new Uint8Array([...plain, ...gb.slice(10), 0x31, 0x0a]);
}

describe('the rows of a file', () => {
  it('keep their line numbers through quoted line ends and blank lines', async () => {
    const { records, refusals } = await readAll(
      fileOf(
        'name,address,email\r\n"a","one\r\ntwo\r\nthree",a@b.test\r\n\r\nb,x,b@c.test\r\nc,"y\r\nz",broken\r\n',
      ),
    );
    expect(records.map(({ line, customer }) => [line, customer.name, customer.address])).toEqual([
      [2, 'a', 'one two three'],
      [6, 'b', 'x'],
    ]);
    expect(refusals).toEqual([
      {
        code: 'emailNoAt',
        args: { value: 'broken' },
        line: 7,
        column: 'email',
        cells: ['c', 'y\nz', 'broken'],
      },
    ]);
  });

  it('are refused whole, with the reason and the cells', async () => {
    const { refusals, records } = await readAll(
      fileOf(
        [
          'name,date,amount,status',
          'a,2024-01-05,12,paid',
          'b,2024-01-05,,paid',
          'c,,12,paid',
          'd,2024-01-05,12,',
          'e,2024-01-05,12,in transit',
          'f,2024-01-05,$12,paid',
          ',2024-01-05,12,paid',
          'g,2024-01-05,12,paid,extra',
          'h,2024-01-05,12',
          'i,2024-01-05,12,paid,,',
          'j,2024-01-05,12,"paid"x"',
          'k,2024-01-05,-12,paid',
          'l,1月5日,12,paid',
          'm,2024-01-05,"12,paid',
        ].join('\n'),
      ),
    );
    expect(refusals.map(({ line, code, column }) => `${line} ${code} ${column}`)).toEqual([
      '3 amountMissing amount',
      '4 dateMissing date',
      '5 statusMissing status',
      '6 valueUnknown status',
      '7 foreignCurrency amount',
      '8 keyMissing ',
      '9 cellCount ',
      '10 cellCount ',
      '12 quoteMalformed ',
      '14 dateNoYear date',
      '15 quoteOpen ',
    ]);
    expect(records.map(({ customer, order }) => [customer.name, order?.amount, order?.status])).toEqual([
      ['a', 1_200, 'paid'],
      ['i', 1_200, 'paid'],
      ['k', 1_200, 'refunded'],
    ]);
  });

  it('leave nothing in the next row when they are refused', async () => {
    const { records, refusals } = await readAll(
      fileOf(
        'order no,customer id,date,amount,quantity,product,channel\nN1,a,2024-06-05,x,3,tea,web\n,b,2024-06-06,7,,,\n',
      ),
    );
    expect(refusals.map(({ line, column }) => [line, column])).toEqual([[2, 'amount']]);
    expect(records.map(({ customer, order }) => [customer.customerId, order])).toEqual([
      [
        'b',
        {
          ...{ number: '', day: 19_880, minute: -1, amount: 700, currency: 'CNY', quantity: Number.NaN },
          ...{ product: '', category: '', channel: '', status: 'paid' },
        },
      ],
    ]);
  });

  it('read a date column by the evidence of the whole file', async () => {
    const early = Array.from({ length: 80 }, (_, index) => `n${index},05/06/2024,1`);
    const { records } = await readAll(fileOf(['name,date,amount', ...early, 'late,25/06/2024,1'].join('\n')));
    expect(new Set(records.slice(0, 80).map(({ order }) => order?.day))).toEqual(new Set([19_879]));
  });

  it('are not looked for further when the look is cancelled, wherever the file would be read', async () => {
    const file = fileOf(`name,email\n${'Ann,ann@x.test\n'.repeat(200_000)}`);
    const stop = new AbortController();
    let read = 0;
    const slice = file.slice.bind(file);
    file.slice = (...part) => {
      if (++read === 3) stop.abort();
      return slice(...part);
    };
    expect(await problemOf(() => inspectTable(file, {}, stop.signal))).toEqual({ code: 'cancelled' });
    expect(read).toBe(3);
  });

  it('end when they are cancelled', async () => {
    const file = fileOf(`name,email\n${'a,a@b.test\n'.repeat(300_000)}`);
    const table = await inspectTable(file);
    const { guess } = guessMapping(table.headings, table.sample, 'CNY');
    const stop = new AbortController();
    let batches = 0;
    const problem = await problemOf(async () => {
      for await (const batch of readRecords(file, table, guess, new Kept(), { today, signal: stop.signal })) {
        batches += batch.lines.length > 0 ? 1 : 0;
        stop.abort();
      }
    });
    expect(problem).toEqual({ code: 'cancelled' });
    expect(batches).toBeLessThan(20);
  });

  it('need a key, and what their subject cannot do without', async () => {
    const file = fileOf('a,b,c\n1,2,3');
    const columns = [{ of: 'order', field: 'day' } as const, { of: 'order', field: 'amount' } as const, null];
    const problem = (mapping: Parameters<typeof readAll>[1]) => problemOf(() => readAll(file, mapping));
    expect(await problem({ subject: 'order', columns, currency: 'CNY' })).toEqual({ code: 'noKeyColumn' });
    const key = { of: 'customer', field: 'email' } as const;
    expect(await problem({ subject: 'order', columns: [columns[0]!, null, key], currency: 'CNY' })).toEqual({
      code: 'missingColumn',
      field: '金额 / Amount',
    });
    expect(await problem({ subject: 'customer', columns: [key, key, null], currency: 'CNY' })).toEqual({
      code: 'columnTwice',
      first: 'a',
      second: 'b',
    });
  });

  it('come back as they were written, however they are quoted and cut', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ';', ' x', '张', '\t', '\r\n') });
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        async (cells, delimiter, crlf) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = cells.map(row => row.map(quote).join(delimiter)).join(crlf ? '\r\n' : '\n');
          const found: (readonly string[])[] = [];
          const form = { encoding: 'utf-8', isMixed: false, delimiter };
          for await (const { rows: read } of readDelimited(fileOf(text), 'x', form))
            for (const row of read) found.push(row.cells);
          const told = cells.filter(row => row.some(each => each.trim() !== ''));
          expect(found).toEqual(told.map(row => row.map(each => each.replaceAll('\r\n', '\n'))));
        },
      ),
    );
  });

  it('of any bytes are records, refusals or a Problem', async () => {
    const scraps = fc.constantFrom(
      'name,email\n',
      '"',
      ',',
      '\n',
      '\r',
      'a@b.test',
      '\u0000',
      '张',
      '\ufeff',
      'sep=',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.array(scraps, { maxLength: 60 }).map(each => new TextEncoder().encode(each.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async content => {
        try {
          const { records, refusals } = await readAll(fileOf(new Uint8Array(content)));
          expect(records.length + refusals.length).toBeGreaterThanOrEqual(0);
        } catch (problem) {
          expect(problem).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('say the same of a customer who comes again as of one who comes once', async () => {
    const head = 'name,phone,email,day,amount\n';
    const customer = fc.constantFrom(
      '张伟, 138 0013 8000 ,a@b.test',
      'Li,,li@c.test',
      'Li,,LI@c.test',
      'x,,bad',
      ',,',
    );
    const fact = fc.constantFrom('2024-01-05,1.2万', '2024/1/6,3', ',3', '2024-01-07,');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(customer, fact), { minLength: 1, maxLength: 12 }), async rows => {
        const file = (lines: readonly string[]) => fileOf(`${head}${lines.join('\n')}`);
        const target = (of: 'customer' | 'order', field: string) => ({ of, field });
        const columns = [
          ...['name', 'phone', 'email'].map(field => target('customer', field)),
          ...['day', 'amount'].map(field => target('order', field)),
        ];
        const mapping = { subject: 'order', columns, currency: 'CNY' } as const;
        const lines = rows.map(each => each.join(','));
        const together = await readAll(file(lines), mapping);
        const alone = await Promise.all(lines.map(line => readAll(file([line]), mapping)));
        const inLine = <Value extends { line: number }>(values: readonly Value[]) =>
          values.map(({ line: _, ...value }) => value);
        expect(inLine(together.records)).toEqual(inLine(alone.flatMap(each => each.records)));
        expect(inLine(together.refusals)).toEqual(inLine(alone.flatMap(each => each.refusals)));
      }),
      { numRuns: 60 },
    );
  });

  it('are the same in pieces of a megabyte', async () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, index) => `客户${index},"多行\r\n地址，${index}",c${index}@d.test`,
    );
    const { records, refusals } = await readAll(fileOf(`name,address,email\r\n${lines.join('\r\n')}`));
    expect(refusals).toEqual([]);
    expect(records.length).toBe(60_000);
    expect(
      records.every(
        ({ line, customer }, index) => line === 2 + index * 2 && customer.name === `客户${index}`,
      ),
    ).toBe(true);
  });
});
