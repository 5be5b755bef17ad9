import type { Row, Rows, TableForm } from './form.ts';
import { readJson } from './json/read.ts';
import { readDelimited } from './text/delimited.ts';
import { Book } from './workbook/book.ts';
import { readSheet } from './workbook/sheet.ts';

/**
 * The rows of a file below its headings, piece by piece. Throws Problems: 'cancelled' by the signal,
 * 'unreadableFile', and what makes a file of that format unreadable.
 */
export async function* readRows(
  file: Blob,
  name: string,
  form: TableForm,
  signal?: AbortSignal,
): AsyncGenerator<Rows> {
  for await (const piece of readAllRows(file, name, form, signal)) {
    const isBelow = piece.rows[0]!.line > form.headingLine;
    const rows = isBelow ? piece.rows : piece.rows.filter(({ line }) => line > form.headingLine);
    const isRagged = form.format === 'workbook';
    yield { ...piece, rows: isRagged ? rows.map(row => filledUp(row, form.width)) : rows };
  }
}

/** All rows of a file, headings and what stands above them among them. */
export async function* readAllRows(
  file: Blob,
  name: string,
  form: TableForm,
  signal?: AbortSignal,
): AsyncGenerator<Rows> {
  if (form.format === 'text') yield* readDelimited(file, name, form, signal);
  else if (form.format === 'workbook') yield* readSheet(await Book.open(file, name), form.sheet, signal);
  else yield* readJson(file, name, form, signal);
}

/** The row with as many cells as the table has columns, or more. */
export function filledUp(row: Row, width: number): Row {
  if (row.cells.length >= width) return row;
  return { ...row, cells: [...row.cells, ...Array<string>(width - row.cells.length).fill('')] };
}
