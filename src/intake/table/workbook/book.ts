import { Problem } from '../../../domain/index.ts';
import type { Sheet } from '../form.ts';
import { Archive } from './archive.ts';
import { kindOfFormat, type NumberKind } from './styles.ts';
import { attributeOf, XmlFault, XmlScan } from './xml.ts';

/** The parts that are kept in memory as a whole, and the most that they may unpack to. */
const smallLimit = 32 << 20;
const stringsLimit = 256 << 20;
/** One sheet of a million rows and many columns, unpacked. */
export const sheetLimit = 4_000_000_000;

/** A sheet with the part of the archive that holds it. */
export interface BookSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** A workbook, opened: its sheets, and what the cells of all of them refer to. */
export class Book {
  readonly archive: Archive;
  readonly name: string;
  readonly sheets: readonly BookSheet[];
  readonly from1904: boolean;
  readonly #stylesPart: string | null;
  readonly #stringsPart: string | null;
  #kinds: readonly NumberKind[] | null = null;
  #strings: readonly string[] | null = null;

  private constructor(archive: Archive, name: string, parts: BookParts) {
    this.archive = archive;
    this.name = name;
    this.sheets = parts.sheets;
    this.from1904 = parts.from1904;
    this.#stylesPart = parts.styles;
    this.#stringsPart = parts.strings;
  }

  /** Throws Problems: 'foreignFormat' for an archive that is no workbook, and those of `Archive`. */
  static async open(file: Blob, name: string): Promise<Book> {
    const archive = await Archive.open(file, name);
    const part = await scanned(name, () => mainPart(archive));
    if (archive.has('xl/workbook.bin')) throw new Problem('spreadsheet', { file: name });
    if (!archive.has(part)) throw new Problem('foreignFormat', { file: name, format: formatOf(archive) });
    const parts = await scanned(name, () => partsOf(archive, part));
    if (parts.sheets.length === 0) throw new Problem('workbookBroken', { file: name });
    return new Book(archive, name, parts);
  }

  /** The sheets with the rows that each has. */
  async count(): Promise<Sheet[]> {
    const counted: Sheet[] = [];
    for (const { name, part } of this.sheets) {
      counted.push({ name, rows: await scanned(this.name, () => rowsIn(this.archive, part)) });
    }
    return counted;
  }

  /** What the numbers of each cell format are. */
  async kinds(): Promise<readonly NumberKind[]> {
    const part = this.#stylesPart;
    this.#kinds ??= part ? await scanned(this.name, () => kindsOf(this.archive, part)) : [];
    return this.#kinds;
  }

  /** The texts that cells refer to by number. */
  async strings(signal?: AbortSignal): Promise<readonly string[]> {
    const part = this.#stringsPart;
    this.#strings ??= part ? await scanned(this.name, () => stringsOf(this.archive, part, signal)) : [];
    return this.#strings;
  }
}

interface BookParts {
  readonly sheets: readonly BookSheet[];
  readonly from1904: boolean;
  readonly styles: string | null;
  readonly strings: string | null;
}

/** Runs a scan; XML that no workbook may hold becomes a Problem. */
export async function scanned<Value>(file: string, scan: () => Promise<Value>): Promise<Value> {
  try {
    return await scan();
  } catch (reason) {
    if (!(reason instanceof XmlFault)) throw reason;
    throw Object.assign(new Problem('workbookBroken', { file }), { cause: reason });
  }
}

/** Joins the pieces of a part's text, decoded. */
export async function* textsOf(
  archive: Archive,
  part: string,
  limit: number,
): AsyncGenerator<{ text: string; read: number }> {
  let decoder: TextDecoder | null = null;
  for await (const { bytes, read } of archive.pieces(part, limit)) {
    decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
    yield { text: decoder.decode(bytes, { stream: true }), read };
  }
}

async function mainPart(archive: Archive): Promise<string> {
  if (!archive.has('_rels/.rels')) return 'xl/workbook.xml';
  const targets = await relationsOf(archive, '_rels/.rels', '');
  return targets.find(({ type }) => type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml';
}

/** What an archive is that holds no workbook. */
function formatOf(archive: Archive): string {
  if (archive.has('word/document.xml')) return 'DOCX';
  if (archive.has('ppt/presentation.xml')) return 'PPTX';
  return archive.has('content.xml') ? 'ODS' : 'ZIP';
}

async function partsOf(archive: Archive, part: string): Promise<BookParts> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = await relationsOf(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, folder);
  const partOf = (kind: string) => {
    const found = relations.find(({ type }) => type.endsWith(`/${kind}`))?.part;
    return found !== undefined && archive.has(found) ? found : null;
  };
  const sheets: BookSheet[] = [];
  let from1904 = false;
  await scanPart(archive, part, (name, attributes) => {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const id = attributeOf(attributes, 'id');
    const relation = relations.find(each => each.id === id);
    if (!relation?.type.endsWith('/worksheet') || !archive.has(relation.part)) return;
    const state = attributeOf(attributes, 'state') ?? 'visible';
    sheets.push({
      name: attributeOf(attributes, 'name') ?? relation.part,
      part: relation.part,
      isHidden: state !== 'visible',
    });
  });
  return { sheets, from1904, styles: partOf('styles'), strings: partOf('sharedStrings') };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

async function relationsOf(archive: Archive, part: string, folder: string): Promise<Relation[]> {
  const found: Relation[] = [];
  if (!archive.has(part)) return found;
  await scanPart(archive, part, (name, attributes) => {
    const target = attributeOf(attributes, 'Target') ?? '';
    if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
    const id = attributeOf(attributes, 'Id') ?? '';
    found.push({ id, type: attributeOf(attributes, 'Type') ?? '', part: joined(folder, target) });
  });
  return found;
}

function joined(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

async function scanPart(
  archive: Archive,
  part: string,
  open: (name: string, attributes: string) => void,
): Promise<void> {
  const scan = new XmlScan({ open, close: () => undefined, text: () => undefined });
  for await (const { text } of textsOf(archive, part, smallLimit)) scan.push(text);
  scan.finish();
}

async function kindsOf(archive: Archive, part: string): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isCellFormats = false;
  const scan = new XmlScan({
    open(name, attributes) {
      if (name === 'cellXfs') isCellFormats = true;
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(id, attributeOf(attributes, 'formatCode') ?? '');
      if (name === 'xf' && isCellFormats) kinds.push(kindOfFormat(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') isCellFormats = false;
    },
    text: () => undefined,
  });
  for await (const { text } of textsOf(archive, part, smallLimit)) scan.push(text);
  scan.finish();
  return kinds;
}

async function stringsOf(archive: Archive, part: string, signal?: AbortSignal): Promise<string[]> {
  const strings: string[] = [];
  let parts = '';
  let isText = false;
  let isReading = false; // the reading aid above Chinese and Japanese text is no part of it
  const scan = new XmlScan({
    open(name) {
      if (name === 'si') parts = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isReading = true;
    },
    close(name) {
      if (name === 'si') strings.push(plainText(parts));
      else if (name === 't') isText = false;
      else if (name === 'rPh') isReading = false;
    },
    text(text) {
      if (isText && !isReading) parts += text;
    },
  });
  for await (const { text } of textsOf(archive, part, stringsLimit)) {
    if (signal?.aborted) throw new Problem('cancelled');
    scan.push(text);
  }
  scan.finish();
  return strings;
}

/** Text with the characters that XML cannot hold, which workbooks write as _x000D_; line ends become \n. */
export function plainText(text: string): string {
  const whole = text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
}

/** Rows of a sheet by its stated dimension, else by counting them. */
async function rowsIn(archive: Archive, part: string): Promise<number> {
  let stated = -1;
  let rows = 0;
  const scan = new XmlScan({
    open(name, attributes) {
      if (name === 'row') rows++;
      else if (name === 'dimension') {
        const last = /^[A-Z]+\d+:[A-Z]+(\d+)$/i.exec(attributeOf(attributes, 'ref') ?? '');
        if (last) stated = Number(last[1]);
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  for await (const { text } of textsOf(archive, part, sheetLimit)) {
    scan.push(text);
    if (stated >= 0) return stated;
  }
  return rows;
}
