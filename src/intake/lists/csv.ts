import Papa from 'papaparse';
import { neutraliseCell } from '../../domain/index.ts';
import { dateText, listText, numberOf, type OutColumn, type OutValue, type TableWriter } from './table.ts';

/** A CSV in UTF-8 with CRLF. `bom`: for Excel, with the mark by which it knows UTF-8 and the signs of numbers kept. */
export function csvWriter(columns: readonly OutColumn[], bom: boolean): TableWriter {
  const lines = (rows: readonly (readonly string[])[]) =>
    `${Papa.unparse([...rows], { newline: '\r\n' })}\r\n`;
  const parts = [`${bom ? '\uFEFF' : ''}${lines([columns.map(({ name }) => neutraliseCell(name, bom))])}`];
  return {
    add(rows) {
      if (rows.length > 0)
        parts.push(lines(rows.map(row => row.map((value, i) => cellOf(value, columns[i]!, bom)))));
    },
    shortened: 0,
    end: () => new Blob(parts, { type: 'text/csv;charset=utf-8' }),
  };
}

function cellOf(value: OutValue, column: OutColumn, bom: boolean): string {
  if (value === null) return '';
  if (typeof value === 'string') return neutraliseCell(value, bom);
  if (typeof value !== 'number') return neutraliseCell(listText(value), bom);
  if (column.kind === 'date') return dateText(value);
  if (column.kind === 'flag') return value === 1 ? 'yes' : 'no';
  if (column.kind === 'money') return numberOf(value, column).toFixed(column.decimals ?? 2);
  return String(value);
}
