import type { Row } from './form.ts';

/** The cells of a row as a reader asks for them: those that nobody asks for need not be cut out of the text. */
export interface Cells {
  readonly width: number;
  /** '' beyond the last one. */
  cell(column: number): string;
  /** The cells of some columns as one text, by which they are told from any others. */
  joined(columns: readonly number[]): string;
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

  joined(columns: readonly number[]): string {
    return JSON.stringify(columns.map(column => this.cell(column)));
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
  joined(columns: readonly number[]): string {
    const first = columns[0] ?? 0;
    const last = first + columns.length - 1;
    if (last < this.width && columns.every((column, i) => column === first + i))
      return this.#part(first, last);
    return columns.map(column => this.cell(column)).join('\n');
  }

  #part(first: number, last: number): string {
    const from = this.#from + first;
    return this.#text.slice(this.#bounds[from]! + 1, this.#bounds[from + last - first + 1]);
  }
}

/** The cells of a row. */
export function cellsOf(row: Row): Cells {
  return row instanceof PlainRow ? row : new CutCells(row.cells);
}
