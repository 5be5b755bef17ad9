import type { Note } from '../../domain/index.ts';
import { Problem } from '../../domain/index.ts';
import { DateEvidence } from '../clean/dateOrder.ts';
import { holdsResidentIds, widthBeforeLoss } from '../clean/identity.ts';
import { isBlank, tidy } from '../clean/text.ts';
import { columnLimit, type Row, type Sheet, type TableChoice, type TableForm } from './form.ts';
import { findHeadings, note } from './headings.ts';
import { findShape } from './json/read.ts';
import { filledUp, readAllRows } from './rows.ts';
import { lookAtBytes } from './signature.ts';
import { findText, type TextForm } from './text/look.ts';
import { Book } from './workbook/book.ts';

/** A file after a first look: how it is written, its headings, up to 50 rows, and what is worth telling. */
export interface Table extends TableForm {
  /** False where the encoding is a guess. */
  readonly isEncodingSure: boolean;
  /** Sheets of a workbook or lists of a JSON file; empty where there is one table only. */
  readonly sheets: readonly Sheet[];
  readonly headings: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly notes: readonly Note[];
}

const sampleSize = 50;
/** Far enough ahead that no date is left out for lying in the future: 2170-01-01. */
const endOfTime = 73_049;

/** What a format says of a file before any row is read. */
type Found = Omit<Table, 'headings' | 'sample' | 'headingLine' | 'width'>;

/**
 * A first look at a file: workbook, JSON, JSON lines or text, read as `choice` says where it says anything. Throws a
 * Problem where the file is empty, is no table, has no rows, and 'cancelled' by the signal.
 */
export async function inspectTable(
  file: Blob & { readonly name?: string },
  choice: TableChoice = {},
  signal?: AbortSignal,
): Promise<Table> {
  const name = file.name ?? '';
  const found = await findForm(file, name, choice, signal);
  const form = { ...found, headingLine: 0, width: 0 };
  const rows = await firstRows(file, name, form);
  if (rows.length === 0) throw new Problem('emptyFile', { file: name });
  if (form.keys.length > 0) return tableOf(form, form.keys, 0, rows, []);
  if (rows[0]!.fault) throw new Problem('headingsBroken', { file: name, line: rows[0]!.line });
  const tooWide = rows.find(({ cells }) => cells.length > columnLimit);
  if (tooWide) throw new Problem('tooManyColumns', { file: name, line: tooWide.line, limit: columnLimit });
  if (rows.length === 1) throw new Problem('headerOnly', { file: name, line: rows[0]!.line });
  const { names, line, notes } = findHeadings(rows, form.format === 'workbook');
  return tableOf(form, names, line, rows, notes);
}

/** The headings of a table that may have nothing below them. Throws as `inspectTable` does for all other faults. */
export async function inspectHeadings(
  file: Blob & { readonly name?: string },
  choice: TableChoice = {},
): Promise<{ readonly headings: readonly string[]; readonly hasRows: boolean }> {
  try {
    return { headings: (await inspectTable(file, choice)).headings, hasRows: true };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'headerOnly') throw error;
    const name = file.name ?? '';
    const form = { ...(await findForm(file, name, choice)), headingLine: 0, width: 0 };
    const { names } = findHeadings(await firstRows(file, name, form), form.format === 'workbook');
    return { headings: names, hasRows: false };
  }
}

function tableOf(
  form: Found,
  names: readonly string[],
  headingLine: number,
  rows: readonly Row[],
  notes: readonly Note[],
): Table {
  const sample = rows
    .filter(({ line }) => line > headingLine)
    .slice(0, sampleSize)
    .map(row =>
      (form.format === 'workbook' ? filledUp(row, names.length) : row).cells.slice(0, names.length),
    );
  return {
    ...form,
    headingLine,
    width: names.length,
    headings: names,
    sample,
    notes: [...form.notes, ...notes, ...dateNotes(names, sample), ...identityNotes(names, sample)],
  };
}

async function findForm(file: Blob, name: string, choice: TableChoice, signal?: AbortSignal): Promise<Found> {
  if ((await lookAtBytes(file, name)) === 'archive') return findSheet(file, name, choice);
  const text = await findText(file, name, choice, signal);
  const { mixture: _, ...found } = text;
  const plain = { ...found, sheet: '', sheets: [], keys: [], notes: textNotes(text) };
  if (found.format === 'text') return plain;
  const { sheet, sheets, keys } = await findShape(file, name, found, choice.sheet);
  return { ...plain, sheet, sheets: sheets.length > 1 ? sheets : [], keys };
}

function textNotes({ encoding, isEncodingSure, mixture }: TextForm): Note[] {
  const guessed = isEncodingSure ? [] : [note('encodingGuessed', { encoding })];
  return mixture ? [...guessed, note('encodingMixed', { encoding, ...mixture })] : guessed;
}

/** The chosen sheet of a workbook, else the first that is shown and has rows below a heading. */
async function findSheet(file: Blob, name: string, choice: TableChoice): Promise<Found> {
  const book = await Book.open(file, name);
  const sheets = await book.count();
  const shown = book.sheets.filter(({ isHidden }) => !isHidden);
  const filled = (shown.length > 0 ? shown : book.sheets).find(
    ({ name: each }) => sheets.find(sheet => sheet.name === each)!.rows > 1,
  );
  const sheet = choice.sheet ?? (filled ?? shown[0] ?? book.sheets[0]!).name;
  if (!sheets.some(each => each.name === sheet)) throw new Problem('noSuchSheet', { file: name, sheet });
  const form = { format: 'workbook', encoding: '', isMixed: false, delimiter: '', keys: [] } as const;
  const counted = book.from1904 ? ({ serialsFrom: 1904 } as const) : {};
  return { ...form, ...counted, sheet, sheets, isEncodingSure: true, notes: [] };
}

async function firstRows(file: Blob, name: string, form: TableForm): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const piece of readAllRows(file, name, form)) {
    rows.push(...piece.rows.slice(0, sampleSize * 2 - rows.length));
    if (rows.length > sampleSize * 2 - 1) break;
  }
  return rows;
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

/** Tells which columns are left out as identity card numbers, and where codes may have lost leading zeros. */
function identityNotes(headings: readonly string[], sample: readonly (readonly string[])[]): Note[] {
  return headings.flatMap((heading, column) => {
    const values = sample.map(row => row[column] ?? '').filter(value => !isBlank(tidy(value)));
    if (holdsResidentIds(heading, values)) return [note('residentIdsLeftOut', { heading })];
    const width = widthBeforeLoss(heading, values);
    return width === null ? [] : [note('zerosLost', { heading, width })];
  });
}
