import type { Row } from './form.ts';

/** Some columns of a table. */
export class Columns {
  readonly list: readonly number[];
  /** The first and the last where they stand side by side, in order; else null. */
  readonly span: { readonly first: number; readonly last: number } | null;

  constructor(list: readonly number[]) {
    this.list = list;
    const first = list[0] ?? 0;
    const isSpan = list.every((column, i) => column === first + i);
    this.span = isSpan ? { first, last: first + list.length - 1 } : null;
  }
}

/** The cells of a row as a reader asks for them: those that nobody asks for need not be cut out of the text. */
export interface Cells {
  readonly width: number;
  /** '' beyond the last one. */
  cell(column: number): string;
  /** The cells of some columns as one text, by which they are told from any others. */
  joined(columns: Columns): string;
  /** A number that is the same for the same cells: 30 bits of what `joined` says. */
  hash(columns: Columns): number;
}

/** A row that is cut already. */
class CutCells implements Cells {
  readonly #cells: readonly string[];

  constructor(cells: readonly string[]) {
    this.#cells = cells;
  }

  get width(): number {
    return this.#cells.length;
  }

  cell(column: number): string {
    return this.#cells[column] ?? '';
  }

  joined({ list }: Columns): string {
    return JSON.stringify(list.map(column => this.cell(column)));
  }

  hash(columns: Columns): number {
    const text = this.joined(columns);
    return hashOf(text, 0, text.length);
  }
}

/**
 * A row of a text without quotation marks, as a part of that text: its cells, in which no line end is, are cut out
 * when they are asked for.
 */
export class PlainRow implements Row, Cells {
  readonly line: number;
  readonly fault = null;
  readonly width: number;
  readonly #text: string;
  readonly #bounds: readonly number[];
  readonly #from: number;

  /** `bounds`: from `from` on, the place before the first cell and that behind each of them. */
  constructor(line: number, text: string, bounds: readonly number[], from: number) {
    this.line = line;
    this.width = bounds.length - from - 1;
    this.#text = text;
    this.#bounds = bounds;
    this.#from = from;
  }

  get cells(): readonly string[] {
    return Array.from({ length: this.width }, (_, column) => this.cell(column));
  }

  cell(column: number): string {
    return column < this.width ? this.#part(column, column) : '';
  }

  /** Cells that stand side by side stay joined by what separates them. */
  joined({ list, span }: Columns): string {
    if (span && span.last < this.width) return this.#part(span.first, span.last);
    return list.map(column => this.cell(column)).join('\n');
  }

  hash(columns: Columns): number {
    const { span } = columns;
    if (span && span.last < this.width) {
      const [from, to] = [this.#from + span.first, this.#from + span.last + 1];
      return hashOf(this.#text, this.#bounds[from]! + 1, this.#bounds[to]!);
    }
    const text = this.joined(columns);
    return hashOf(text, 0, text.length);
  }

  #part(first: number, last: number): string {
    const from = this.#from + first;
    return this.#text.slice(this.#bounds[from]! + 1, this.#bounds[from + last - first + 1]);
  }
}

/** FNV-1a over the code units of a part of a text, 30 bits of it. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 2;
}

/** The cells of a row. */
export function cellsOf(row: Row): Cells {
  return row instanceof PlainRow ? row : new CutCells(row.cells);
}
