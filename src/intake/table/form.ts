import type { Encoding } from '../../domain/index.ts';
import type { Fault } from '../clean/cleaned.ts';

/** How a file holds its table. */
export type TableFormat = 'text' | 'workbook' | 'json' | 'jsonLines';

/** What a user may settle where the first look could err; what is absent is found. */
export interface TableChoice {
  /** Name of the sheet of a workbook, or of the list in a JSON file. */
  readonly sheet?: string;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** How a table is to be read. */
export interface TableForm {
  readonly format: TableFormat;
  /** '' for a workbook, which needs none. */
  readonly encoding: string;
  /** Whether some lines are in another encoding; they are refused. */
  readonly isMixed: boolean;
  /** '' where cells are not separated by a character. */
  readonly delimiter: string;
  /** The year from which a workbook counts its days, where it is not 1900. */
  readonly serialsFrom?: 1904;
  /** The sheet or list that is read, '' where there are none. */
  readonly sheet: string;
  /** Line of the headings; rows begin below it. 0 = they are the names in each JSON object. */
  readonly headingLine: number;
  /** How many columns the table has. Rows of a workbook, which end with their last filled cell, are filled up to it. */
  readonly width: number;
  /** The names in JSON objects, in order of the columns; empty elsewhere. */
  readonly keys: readonly string[];
}

/** One row as it stands in the file. `line` is the line (of a workbook the row, of a JSON list the item), from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the row cannot be trusted: a quotation mark that does not close, bytes of another encoding. */
  readonly fault: Fault | null;
}

/** Some rows of a file. `bytes`: read so far. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly bytes: number;
}

/** A sheet of a workbook, or a list in a JSON file, with the rows it has (headings among them). */
export interface Sheet {
  readonly name: string;
  readonly rows: number;
}

/** More columns than this are a wrong separator, not a table. */
export const columnLimit = 2_000;
/** Longest row in characters. */
export const rowLimit = 10 << 20;

/** True for a row in which anything is written. */
export function hasText(cells: readonly string[]): boolean {
  for (const cell of cells) if (isPrinted(cell.charCodeAt(0)) || cell.trim() !== '') return true;
  return false;
}

/** Characters of ASCII that are no space; NaN is none. */
export const isPrinted = (code: number): boolean => code > 0x20 && code < 0x7f;
