import Papa from 'papaparse';
import { Problem } from '../../../domain/index.ts';
import type { Fault } from '../../clean/cleaned.ts';
import { refuse } from '../../clean/cleaned.ts';
import { columnLimit, hasText, type Row, type Rows, rowLimit, type TableForm } from '../form.ts';
import { cutCarefully, quoteFault } from './careful.ts';
import { readText } from './decode.ts';
import { cutPlain } from './plain.ts';

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number; readonly index?: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * The rows of a text table, piece by piece; rows without any text are left out. Memory is bounded by the longest
 * row. A quotation mark that never closes spoils its line alone. Throws Problems: 'cancelled' by the signal,
 * 'lineTooLong', 'tooManyColumns', 'unreadableFile'.
 */
export async function* readDelimited(
  file: Blob,
  name: string,
  form: Pick<TableForm, 'encoding' | 'isMixed' | 'delimiter'>,
  signal?: AbortSignal,
): AsyncGenerator<Rows> {
  let rest = '';
  let cutter: RowCutter | null = null;
  for await (const { text: piece, bytes, isLast } of readText(file, name, form, signal)) {
    let text = rest + piece;
    if (!isLast && !piece.includes('\n')) {
      rest = text;
      refuseEndless(rest, form.delimiter, cutter?.line ?? 1, name);
      continue;
    }
    if (!cutter) {
      const declared = separatorLine.exec(text);
      if (declared) text = text.slice(declared[0].length);
      cutter = new RowCutter(form.delimiter, declared ? 2 : 1);
    }
    const { rows, end } = cutter.cut(text, isLast);
    if (rows.length > 0) yield { rows, bytes };
    rest = text.slice(end);
    refuseEndless(rest, form.delimiter, cutter.line, name);
  }
}

/** What a text holds that has to be looked for cell by cell. */
interface Looks {
  readonly isDamaged: boolean;
  readonly hasQuotes: boolean;
}

/** The line with which Excel is told the separator. */
export const separatorLine = /^\ufeff?sep=(.)[^\n]*\n/i;

/** Reads on, row by row, through one text after the other. */
class RowCutter {
  readonly #delimiter: string;
  /** Line on which the next text begins. */
  line: number;

  constructor(delimiter: string, line: number) {
    this.#delimiter = delimiter;
    this.line = line;
  }

  /**
   * The whole rows of a text, and where they end. From the first row on that quotation marks have run together out
   * of several lines, rows are cut with care, so that each such mark spoils its own line alone.
   */
  cut(text: string, isLast: boolean): { rows: readonly Row[]; end: number } {
    const isDamaged = text.includes('\ufffd');
    const hasQuotes = text.includes('"');
    if (!isDamaged && !hasQuotes && isPlain(this.#delimiter)) return this.#cutPlain(text, isLast);
    const rows: Row[] = [];
    const from = this.line;
    const parsed = this.#parse(text, isLast);
    const broken = parsed.errors.find(error => isRunTogether(error, parsed.data));
    this.#add(parsed, broken?.row ?? parsed.data.length, { isDamaged, hasQuotes }, rows);
    if (!broken) return { rows, end: isLast ? text.length : parsed.meta.cursor };
    const careful = cutCarefully(text, skipLines(text, this.line - from), this.#delimiter, isLast);
    for (const { cells, fault, lines } of careful.rows) {
      if (hasText(cells)) rows.push({ line: this.line, cells, fault: fault ?? damageIn(cells, isDamaged) });
      this.line += lines;
    }
    return { rows, end: careful.end };
  }

  /** Where there is no quotation mark, a line is a row. */
  #cutPlain(text: string, isLast: boolean): { rows: readonly Row[]; end: number } {
    const { rows, lines, end } = cutPlain(text, this.#delimiter, this.line, isLast);
    this.line += lines;
    return { rows, end };
  }

  #parse(text: string, isLast: boolean): Parsed {
    const parser = new Papa.Parser({
      delimiter: this.#delimiter,
      newline: '\n',
      quoteChar: '"',
      escapeChar: '"',
    });
    return parser.parse(text, 0, !isLast) as Parsed;
  }

  #add({ data, errors }: Parsed, count: number, { isDamaged, hasQuotes }: Looks, rows: Row[]): void {
    const faults = errors.length > 0 ? new Map(errors.map(({ code, row }) => [row, quoteFault(code)])) : null;
    for (let index = 0; index < count; index++) {
      const cells = data[index]!;
      const fault = faults?.get(index) ?? damageIn(cells, isDamaged);
      if (hasText(cells)) rows.push({ line: this.line, cells, fault });
      this.line++;
      if (hasQuotes) for (const cell of cells) this.line += newlinesIn(cell);
    }
  }
}

/** Whether the parser takes a separator as it is, and it is one character. */
function isPlain(delimiter: string): boolean {
  return delimiter.length === 1 && !Papa.BAD_DELIMITERS.includes(delimiter);
}

/** Whether a fault has made one row of several lines, which are told apart again. */
function isRunTogether({ code, row = -1 }: Parsed['errors'][number], data: readonly string[][]): boolean {
  return (
    code === 'MissingQuotes' || (row < data.length && data[row]?.some(cell => cell.includes('\n')) === true)
  );
}

function damageIn(cells: readonly string[], isDamaged: boolean): Fault | null {
  return isDamaged && cells.some(cell => cell.includes('\ufffd')) ? refuse('characterDamaged').fault : null;
}

/** The position behind the first `count` line ends. */
function skipLines(text: string, count: number): number {
  let at = 0;
  for (let passed = 0; passed < count; passed++) at = text.indexOf('\n', at) + 1;
  return at;
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Ends the reading of a line that will not end, before it fills the memory. */
function refuseEndless(rest: string, delimiter: string, line: number, name: string): void {
  if (rest.length > rowLimit)
    throw new Problem('lineTooLong', { file: name, line, megabytes: rowLimit >> 20 });
  if (rest.length <= columnLimit || rest.includes('"') || rest.includes('\n')) return;
  let count = 1;
  for (let at = rest.indexOf(delimiter); at >= 0; at = rest.indexOf(delimiter, at + 1)) count++;
  if (count > columnLimit) throw new Problem('tooManyColumns', { file: name, line, limit: columnLimit });
}
