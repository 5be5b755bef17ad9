import Papa from 'papaparse';
import { Problem } from '../../domain/index.ts';
import type { Fault } from '../clean/cleaned.ts';
import { refuse } from '../clean/cleaned.ts';
import { readPieces } from './pieces.ts';

export const columnLimit = 2_000;
const lineLimit = 10 << 20;

/** How the text of a file is to be read. */
export interface TableForm {
  readonly encoding: string;
  readonly delimiter: string;
}

/** One row as it stands in the file. `line` is the line on which it begins, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark that does not close, or closes too early. */
  readonly fault: Fault | null;
}

export interface Rows {
  readonly rows: readonly Row[];
  /** Bytes read so far. */
  readonly bytes: number;
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * The rows of a file, piece by piece; rows without any text are left out. Memory is bounded by the longest line.
 * Throws Problems: 'cancelled' by the signal, 'lineTooLong', 'tooManyColumns', 'unreadableFile'.
 */
export async function* readRows(
  file: Blob,
  name: string,
  form: TableForm,
  signal?: AbortSignal,
): AsyncGenerator<Rows> {
  const decode = decoderOf(form.encoding);
  let rest = '';
  let line = 1;
  for await (const { bytes, start, isLast } of readPieces(file, name)) {
    if (signal?.aborted) throw new Problem('cancelled');
    let text = rest + decode(bytes, isLast);
    if (line === 1) {
      const declared = separatorLine.exec(text);
      if (declared) {
        text = text.slice(declared[0].length);
        line = 2;
      }
    }
    const parser = new Papa.Parser({
      delimiter: form.delimiter,
      newline: '\n',
      quoteChar: '"',
      escapeChar: '"',
    });
    const parsed = parser.parse(text, 0, !isLast) as Parsed;
    rest = isLast ? '' : text.slice(parsed.meta.cursor);
    const rows: Row[] = [];
    for (let index = 0; index < parsed.data.length; index++) {
      const cells = parsed.data[index]!;
      if (cells.some(cell => cell !== '' && cell.trim() !== ''))
        rows.push({ line, cells, fault: faultOf(parsed, index) });
      line += 1 + newlinesIn(cells);
    }
    if (rows.length > 0) yield { rows, bytes: start + bytes.length };
    refuseEndless(rest, form.delimiter, line, name);
  }
}

/** The line with which Excel is told the separator. */
export const separatorLine = /^\ufeff?sep=(.)[^\n]*\n/i;

/** Decodes piece after piece; all line ends become \n, so that lines can be counted. */
function decoderOf(encoding: string): (bytes: Uint8Array, isLast: boolean) => string {
  const decoder = new TextDecoder(encoding);
  let held = '';
  return (bytes, isLast) => {
    let text = held + decoder.decode(bytes, { stream: !isLast });
    held = !isLast && text.endsWith('\r') ? '\r' : '';
    if (held !== '') text = text.slice(0, -1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  };
}

function faultOf(parsed: Parsed, row: number): Fault | null {
  const error = parsed.errors.length > 0 ? parsed.errors.find(each => each.row === row) : undefined;
  if (!error) return null;
  return refuse(error.code === 'MissingQuotes' ? 'quoteOpen' : 'quoteMalformed').fault;
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}

/** Ends the reading of a line that will not end, before it fills the memory. */
function refuseEndless(rest: string, delimiter: string, line: number, name: string): void {
  if (rest.length > lineLimit)
    throw new Problem('lineTooLong', { file: name, line, megabytes: lineLimit >> 20 });
  if (rest.length <= columnLimit || rest.includes('"') || rest.includes('\n')) return;
  let count = 1;
  for (let at = rest.indexOf(delimiter); at >= 0; at = rest.indexOf(delimiter, at + 1)) count++;
  if (count > columnLimit) throw new Problem('tooManyColumns', { file: name, line, limit: columnLimit });
}
