import { PlainRow } from '../cells.ts';
import { hasText, isPrinted } from '../form.ts';

/**
 * The rows of a text without quotation marks, cut by a separator of one character: its whole lines, and what follows
 * the last line end where that is the end of the file. Rows without any text are left out. `line`: on which the text
 * begins; `lines`: how many were read; `end`: behind them.
 */
export function cutPlain(
  text: string,
  delimiter: string,
  line: number,
  isLast: boolean,
): { readonly rows: readonly PlainRow[]; readonly lines: number; readonly end: number } {
  const rows: PlainRow[] = [];
  const bounds: number[] = [];
  let lines = 0;
  let start = 0;
  let next = text.indexOf(delimiter);
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    if (newline < 0 && !isLast) break;
    const end = newline < 0 ? text.length : newline;
    const from = bounds.length;
    bounds.push(start - 1);
    while (next >= 0 && next < end) {
      bounds.push(next);
      next = text.indexOf(delimiter, next + 1);
    }
    bounds.push(end);
    const row = new PlainRow(line + lines, text, bounds, from);
    const isWritten = bounds[from + 1]! > start && isPrinted(text.charCodeAt(start));
    if (isWritten || hasText(row.cells)) rows.push(row);
    lines++;
    start = end + 1;
  }
  return { rows, lines, end: Math.min(start, text.length) };
}
