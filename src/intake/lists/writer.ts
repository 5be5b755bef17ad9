import { csvWriter } from './csv.ts';
import { jsonWriter } from './json.ts';
import type { OutColumn, TableWriter } from './table.ts';
import { xlsxWriter } from './xlsx.ts';

export type OutFormat = 'csv' | 'xlsx' | 'json';

/** How a list is written: `bom` is for CSV, `title` names the sheet of a workbook. */
export interface OutOptions {
  readonly format: OutFormat;
  readonly bom: boolean;
  readonly title: string;
}

/** Writes a list in a format. */
export function openWriter(columns: readonly OutColumn[], { format, bom, title }: OutOptions): TableWriter {
  if (format === 'csv') return csvWriter(columns, bom);
  return format === 'json' ? jsonWriter(columns) : xlsxWriter(columns, title);
}
