import Papa from 'papaparse';
import { neutraliseCell, type Refusal } from '../../../domain/index.ts';

/**
 * Refused rows as a CSV that spreadsheets open rightly: a byte order mark, the file's own headings behind the
 * line, the column and the reason. Cells that a spreadsheet would run as a formula get a leading apostrophe.
 */
export function refusalFile(
  headings: readonly string[],
  refusals: readonly Refusal[],
  labels: { readonly line: string; readonly column: string; readonly reason: string },
  describe: (refusal: Refusal) => string,
): string {
  const rows = [
    [labels.line, labels.column, labels.reason, ...headings],
    ...refusals.map(each => [String(each.line), each.column, describe(each), ...each.cells]),
  ];
  return `\uFEFF${Papa.unparse(
    rows.map(row => row.map(cell => neutraliseCell(cell, true))),
    { newline: '\r\n' },
  )}`;
}
