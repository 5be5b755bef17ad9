import type { Fault } from '../../clean/cleaned.ts';
import { refuse } from '../../clean/cleaned.ts';
import { columnLimit } from '../form.ts';

/** A row, with the lines it takes. */
interface CarefulRow {
  readonly cells: readonly string[];
  readonly fault: Fault | null;
  readonly lines: number;
}

/** The fault behind an error of the parser. */
export function quoteFault(code: string): Fault {
  return refuse(code === 'MissingQuotes' ? 'quoteOpen' : 'quoteMalformed').fault!;
}

/**
 * Cuts the rows of a text from `start` on, strictly: a quoted cell ends with a quotation mark before a separator or a
 * line end. A row in which one does not is its line alone, with its fault. `end`: behind the last whole row.
 */
export function cutCarefully(
  text: string,
  start: number,
  delimiter: string,
  isLast: boolean,
): { rows: CarefulRow[]; end: number } {
  const rows: CarefulRow[] = [];
  let at = start;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    if (newline < 0 && !isLast) break;
    const lineEnd = newline < 0 ? text.length : newline;
    const row = rowAt(text, at, lineEnd, delimiter);
    if (!isLast && (row.isOpen || row.end >= text.length)) break; // what follows decides
    if (row.end < 0) {
      const cells = text.slice(at, lineEnd).split(delimiter, columnLimit);
      rows.push({ cells, fault: quoteFault(row.isOpen ? 'MissingQuotes' : 'InvalidQuotes'), lines: 1 });
      at = lineEnd + 1;
    } else {
      rows.push({ cells: row.cells, fault: null, lines: row.lines });
      at = row.end + 1;
    }
  }
  return { rows, end: Math.min(at, text.length) };
}

/** The row that begins at `start`; `end` is that of its line, -1 where its quotation marks do not fit. */
function rowAt(text: string, start: number, lineEnd: number, delimiter: string) {
  const cells: string[] = [];
  let end = lineEnd;
  let lines = 1;
  for (let at = start; ; ) {
    if (text[at] !== '"' || at >= end) {
      const next = text.indexOf(delimiter, at);
      if (next < 0 || next >= end) {
        cells.push(text.slice(at, end));
        return { cells, end, lines, isOpen: false };
      }
      cells.push(text.slice(at, next));
      at = next + delimiter.length;
      continue;
    }
    const close = closingQuote(text, at);
    if (close < 0) return { cells, end: -1, lines, isOpen: true };
    const cell = text.slice(at + 1, close).replaceAll('""', '"');
    cells.push(cell);
    for (let line = text.indexOf('\n', at); line >= 0 && line < close; line = text.indexOf('\n', line + 1))
      lines++;
    at = close + 1;
    if (at >= text.length || text[at] === '\n') return { cells, end: at, lines, isOpen: false };
    if (!text.startsWith(delimiter, at)) return { cells, end: -1, lines, isOpen: false };
    at += delimiter.length;
    const newline = text.indexOf('\n', at);
    end = newline < 0 ? text.length : newline;
  }
}

/** The quotation mark that closes the one at `open`; two together stand for one. -1 where there is none. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
