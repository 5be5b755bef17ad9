import { Problem } from '../../../domain/index.ts';
import { columnLimit, hasText, type Row, type Rows } from '../form.ts';
import { type Book, plainText, scanned, sheetLimit, textsOf } from './book.ts';
import { type NumberKind, numberText, serialText } from './styles.ts';
import { attributeOf, XmlScan } from './xml.ts';

/**
 * The rows of a sheet, piece by piece; empty ones are left out, and each ends with its last filled cell. Cells are
 * texts: dates as '2024-01-05', numbers with a point, TRUE and FALSE, errors as shown (#N/A); a formula is its
 * value. Throws Problems: 'noSuchSheet', 'tooManyColumns', 'cancelled', and those of the archive.
 */
export async function* readSheet(book: Book, sheet: string, signal?: AbortSignal): AsyncGenerator<Rows> {
  const found = book.sheets.find(({ name }) => name === sheet);
  if (!found) throw new Problem('noSuchSheet', { file: book.name, sheet });
  const cells = new CellReader(await book.strings(signal), await book.kinds(), book.from1904);
  const reader = new SheetReader(cells, book.name);
  const scan = new XmlScan(reader);
  const pieces = textsOf(book.archive, found.part, sheetLimit);
  for (;;) {
    if (signal?.aborted) throw new Problem('cancelled');
    const piece = await scanned(book.name, async () => {
      const { done, value } = await pieces.next();
      if (done) scan.finish();
      else scan.push(value.text);
      return value;
    });
    if (!piece) return;
    const rows = reader.take();
    if (rows.length > 0) yield { rows, bytes: piece.read };
  }
}

/** What the values of cells are, by the type and format that each states. */
class CellReader {
  readonly #strings: readonly string[];
  readonly #kinds: readonly NumberKind[];
  readonly #from1904: boolean;

  constructor(strings: readonly string[], kinds: readonly NumberKind[], from1904: boolean) {
    this.#strings = strings;
    this.#kinds = kinds;
    this.#from1904 = from1904;
  }

  textOf(value: string, type: string, format: number): string {
    if (type === 's') return this.#strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ');
    if (type !== 'n') return plainText(value);
    const kind = this.#kinds[format] ?? 'number';
    if (kind === 'number' || value.trim() === '' || !Number.isFinite(Number(value))) return numberText(value);
    return serialText(Number(value), kind, this.#from1904);
  }
}

/** Puts rows together from what the scan meets. */
class SheetReader {
  readonly #cells: CellReader;
  readonly #file: string;
  #rows: Row[] = [];
  #line = 0;
  #row: string[] = [];
  #column = -1;
  #type = 'n';
  #format = 0;
  #value = '';
  #isValue = false;
  #isReading = false;

  constructor(cells: CellReader, file: string) {
    this.#cells = cells;
    this.#file = file;
  }

  take(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#isValue = true;
    else if (name === 'rPh') this.#isReading = true;
    else if (name === 'row') {
      this.#line = Number(attributeOf(attributes, 'r')) || this.#line + 1;
      this.#row = [];
      this.#column = -1;
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'rPh') this.#isReading = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row' && hasText(this.#row)) {
      this.#rows.push({ line: this.#line, cells: this.#row, fault: null });
    }
  }

  text(text: string): void {
    if (this.#isValue && !this.#isReading) this.#value += text;
  }

  #openCell(attributes: string): void {
    this.#column = columnOf(attributeOf(attributes, 'r')) ?? this.#column + 1;
    this.#type = attributeOf(attributes, 't') ?? 'n';
    this.#format = Number(attributeOf(attributes, 's') ?? 0);
    this.#value = '';
  }

  #closeCell(): void {
    if (this.#value === '') return;
    const text = this.#cells.textOf(this.#value, this.#type, this.#format);
    if (text === '') return;
    if (this.#column >= columnLimit)
      throw new Problem('tooManyColumns', { file: this.#file, line: this.#line, limit: columnLimit });
    while (this.#row.length < this.#column) this.#row.push('');
    this.#row[this.#column] = text;
  }
}

/** 0 for A, 27 for AB; null where no reference is given. */
function columnOf(reference: string | null): number | null {
  if (reference === null) return null;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) break;
    column = column * 26 + (letter - 0x60);
  }
  return column === 0 ? null : column - 1;
}
