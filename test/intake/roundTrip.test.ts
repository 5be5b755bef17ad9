import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectTable } from '../../src/intake/index.ts';
import { readRows } from '../../src/intake/table/rows.ts';
import { gb18030, utf16 } from './encode.ts';
import { fileOf } from './kit.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const writers = {
  'utf-8': utf8,
  'utf-8 with a mark': (text: string) => utf8(`\ufeff${text}`),
  gb18030,
  'utf-16le with a mark': (text: string) => utf16(`\ufeff${text}`),
  'utf-16be with a mark': (text: string) => utf16(`\ufeff${text}`, true),
} as const;
const ends = ['\n', '\r\n', '\r'] as const;
const separators = [',', ';', '\t', '|', '\u001f'] as const;

const cell = fc.string({
  unit: fc.constantFrom('a', '"', ',', '\n', ';', ' ', '张', '\t', '|', '，', '0', "'"),
  maxLength: 8,
});
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });

describe('a table written as text', () => {
  it.each(Object.keys(writers) as (keyof typeof writers)[])('comes back as it was: %s', async written => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...separators),
        fc.constantFrom(...ends),
        fc.boolean(),
        async (rows, delimiter, end, always) => {
          const needed = (text: string) => always || /["\n\r]/.test(text) || text.includes(delimiter);
          const quote = (text: string) => (needed(text) ? `"${text.replaceAll('"', '""')}"` : text);
          const lines = [['姓名', '电话', '城市'], ...rows].map(cells => cells.map(quote).join(delimiter));
          const file = fileOf(writers[written](lines.join(end)));
          const [encoding] = written.split(' ') as ['utf-8'];
          const told = rows.filter(cells => cells.some(each => each.trim() !== ''));
          if (told.length === 0) return;
          const found = await inspectTable(file, { encoding, delimiter });
          expect(found.headings).toEqual(['姓名', '电话', '城市']);
          const read: (readonly string[])[] = [];
          for await (const piece of readRows(file, '', found))
            for (const { cells } of piece.rows) read.push(cells);
          expect(read).toEqual(told);
        },
      ),
      { numRuns: 60 },
    );
  });
});
