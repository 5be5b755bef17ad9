import Papa from 'papaparse';
import { neutraliseCell } from '../../domain/index.ts';
import { dateText, listText, numberOf, type OutColumn, type OutValue, type TableWriter } from './table.ts';

/** A CSV in UTF-8 with CRLF. `bom`: begins with the mark by which Excel knows UTF-8. */
export function csvWriter(columns: readonly OutColumn[], bom: boolean): TableWriter {
  const lines = (rows: readonly (readonly string[])[]) =>
    `${Papa.unparse([...rows], { newline: '\r\n' })}\r\n`;
  const parts = [`${bom ? '\uFEFF' : ''}${lines([columns.map(({ name }) => neutraliseCell(name))])}`];
  return {
    add(rows) {
      if (rows.length > 0)
        parts.push(lines(rows.map(row => row.map((value, i) => cellOf(value, columns[i]!)))));
    },
    end: () => new Blob(parts, { type: 'text/csv;charset=utf-8' }),
  };
}

function cellOf(value: OutValue, column: OutColumn): string {
  if (value === null) return '';
  if (typeof value === 'string') return neutraliseCell(value);
  if (typeof value !== 'number') return neutraliseCell(listText(value));
  if (column.kind === 'date') return dateText(value);
  if (column.kind === 'flag') return value === 1 ? 'yes' : 'no';
  if (column.kind === 'money') return numberOf(value, column).toFixed(column.decimals ?? 2);
  return String(value);
}
