import Papa from 'papaparse';
import type { Note } from '../../domain/index.ts';
import { Problem } from '../../domain/index.ts';
import { DateEvidence } from '../clean/dateOrder.ts';
import { tidy } from '../clean/text.ts';
import { findEncoding } from './encoding.ts';
import { readPieces } from './pieces.ts';
import type { Row } from './rows.ts';
import { columnLimit, readRows, separatorLine } from './rows.ts';

/** A file after a first look: how it is written, its headings, up to 50 rows, and what is worth telling. */
export interface Table {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headings: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly notes: readonly Note[];
}

const sampleSize = 50;
const separators = [',', '\t', ';', '|', '\u001e', '\u001f'];
/** Far enough ahead that no date is left out for lying in the future: 2170-01-01. */
const endOfTime = 73_049;

/** A first look at a file. Throws a Problem where it is empty, is no text table, or has no rows. */
export async function inspectTable(file: Blob & { readonly name?: string }): Promise<Table> {
  const name = file.name ?? '';
  const { encoding, isSure } = await findEncoding(file, name);
  const delimiter = await findDelimiter(file, name, encoding);
  const rows = await firstRows(file, name, { encoding, delimiter });
  const first = rows[0];
  if (!first) throw new Problem('emptyFile', { file: name });
  if (first.fault) throw new Problem('headingsBroken', { file: name, line: first.line });
  if (first.cells.length > columnLimit)
    throw new Problem('tooManyColumns', { file: name, line: first.line, limit: columnLimit });
  if (rows.length === 1) throw new Problem('headerOnly', { file: name });
  const { headings, notes } = nameColumns(first.cells, rows.slice(1));
  const sample = rows.slice(1).map(row => row.cells.slice(0, headings.length));
  const guessed = isSure ? [] : [note('encodingGuessed', { encoding })];
  return {
    encoding,
    delimiter,
    headings,
    sample,
    notes: [...guessed, ...notes, ...dateNotes(headings, sample)],
  };
}

async function findDelimiter(file: Blob, name: string, encoding: string): Promise<string> {
  for await (const { bytes, isLast } of readPieces(file, name)) {
    const text = new TextDecoder(encoding).decode(bytes, { stream: !isLast }).slice(0, 65_536);
    const declared = separatorLine.exec(text.replaceAll('\r\n', '\n'));
    if (declared) return declared[1]!;
    const cut = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    const whole = isLast || cut < 0 ? text : text.slice(0, cut);
    const { meta } = Papa.parse<string[]>(whole, { preview: sampleSize, delimitersToGuess: separators });
    return meta.delimiter || ',';
  }
  return ',';
}

async function firstRows(
  file: Blob,
  name: string,
  form: { readonly encoding: string; readonly delimiter: string },
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const piece of readRows(file, name, form)) {
    rows.push(...piece.rows.slice(0, sampleSize + 1 - rows.length));
    if (rows.length > sampleSize) break;
  }
  return rows;
}

/** The headings: empty ones at the end without any value are dropped, other empty and repeated ones get a name. */
function nameColumns(cells: readonly string[], rows: readonly Row[]) {
  let width = cells.length;
  while (
    width > 1 &&
    tidy(cells[width - 1]!) === '' &&
    rows.every(row => tidy(row.cells[width - 1] ?? '') === '')
  )
    width--;
  const taken = new Set<string>();
  const notes: Note[] = [];
  const headings = cells.slice(0, width).map((cell, index) => {
    const heading = tidy(cell) || `#${index + 1}`;
    let name = heading;
    for (let count = 2; taken.has(name); count++) name = `${heading} (${count})`;
    taken.add(name);
    if (name !== tidy(cell)) notes.push(note('headingRepeated', { heading, name }));
    return name;
  });
  return { headings, notes };
}

/** Tells which columns hold dates that can be read month first and day first. */
function dateNotes(headings: readonly string[], sample: readonly (readonly string[])[]): Note[] {
  return headings.flatMap((heading, column) => {
    const evidence = new DateEvidence(endOfTime);
    for (const row of sample) evidence.add(row[column] ?? '');
    if (!evidence.isAmbiguous) return [];
    return [note('dateAmbiguous', { heading, example: evidence.example, order: evidence.order })];
  });
}

function note(code: string, args: Note['args']): Note {
  return { code, severity: 'warning', args, span: [0, 0] };
}
