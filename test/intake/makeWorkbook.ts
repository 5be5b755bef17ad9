import { strToU8, type Zippable, zipSync } from 'fflate';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface MadeSheet {
  readonly name: string;
  /** The rows as XML. */
  readonly rows: string;
  readonly state?: string;
  readonly dimension?: string;
}

export interface MadeBook {
  readonly sheets: readonly MadeSheet[];
  readonly strings?: string;
  /** Number formats of the cell formats 1, 2, ...: a number of a built-in one, or a code. */
  readonly formats?: readonly (number | string)[];
  readonly from1904?: boolean;
}

/** The parts of a workbook, written by hand. */
export function partsOfBook({
  sheets,
  strings,
  formats = [],
  from1904 = false,
}: MadeBook): Record<string, string> {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const parts: Record<string, string> = {
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 10}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      [
        ...sheets.map((_, index) =>
          relation(`rId${index + 10}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
        ),
        relation('rId1', 'styles', 'styles.xml'),
        ...(strings === undefined ? [] : [relation('rId2', 'sharedStrings', '/xl/sharedStrings.xml')]),
      ].join(''),
    ),
    'xl/styles.xml': stylesXml(formats),
  };
  sheets.forEach(({ rows, dimension }, index) => {
    const stated = dimension ? `<dimension ref="${dimension}"/>` : '';
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${head}<worksheet xmlns="${main}">${stated}<sheetData>${rows}</sheetData></worksheet>`;
  });
  if (strings !== undefined) parts['xl/sharedStrings.xml'] = `${head}<sst xmlns="${main}">${strings}</sst>`;
  return parts;
}

function stylesXml(formats: readonly (number | string)[]): string {
  const own = formats.flatMap((format, index) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${200 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`]
      : [],
  );
  const cells = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + index}" xfId="0"/>`,
  );
  return `${head}<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`;
}

/** Parts as an archive, packed as spreadsheets do. */
export function archiveOf(parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  return new Uint8Array(zipSync(files));
}

/** A workbook as a file. */
export function bookFile(book: MadeBook, name = 'book.xlsx'): File {
  return new File([archiveOf(partsOfBook(book))], name);
}

/** Cells of text, written into the cell itself. */
export function textRows(rows: readonly (readonly string[])[]): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const cell = (text: string) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  return rows.map(cells => `<row>${cells.map(cell).join('')}</row>`).join('');
}
