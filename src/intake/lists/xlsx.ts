import { strToU8, Zip, ZipDeflate } from 'fflate';
import { neutraliseCell, Problem } from '../../domain/index.ts';
import { dateText, listText, numberOf, type OutColumn, type OutValue, type TableWriter } from './table.ts';

/** What a sheet holds in Excel, the line of headings included. */
export const MOST_ROWS = 1_048_576;
/** UTF-16 units that a cell holds in Excel: it mends a file with longer ones by taking them out. */
export const MOST_UNITS = 32_767;
/** Day 0 of our count (1970-01-01) in the 1900 system. */
const EPOCH = 25_569;
/** The first day whose number Excel and the calendar agree upon: 1900-03-01. */
const FIRST_SERIAL = 61;

/** Places in `cellXfs` of the styles below. */
const styles = { plain: 0, head: 1, date: 2, moment: 3, money: 4, share: 5, whole: 6 } as const;

/**
 * A workbook of one sheet, written as it goes: what is in memory is the packed file. Dates and numbers are typed;
 * texts are texts, those that could become formulas when the sheet is saved as CSV with an apostrophe.
 */
export function xlsxWriter(columns: readonly OutColumn[], sheet: string): TableWriter {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(new Uint8Array(chunk));
  });
  for (const [path, text] of frameOf(sheet)) {
    const file = new ZipDeflate(path);
    zip.add(file);
    file.push(strToU8(text), true);
  }
  const body = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 4 });
  zip.add(body);
  const write = (text: string, isLast = false) => body.push(strToU8(text), isLast);
  write(sheetStart(columns));
  let rows = 1;
  let shortened = 0;
  const fitting = (text: string) => {
    const fitted = cutText(text);
    if (fitted.length < text.length) shortened++;
    return fitted;
  };
  return {
    get shortened() {
      return shortened;
    },
    add(more) {
      rows += more.length;
      if (rows > MOST_ROWS) throw new Problem('sheetFull', { limit: MOST_ROWS - 1 });
      write(
        more
          .map(row => `<row>${row.map((value, i) => cellOf(value, columns[i]!, fitting)).join('')}</row>`)
          .join(''),
      );
    },
    end() {
      write('</sheetData></worksheet>', true);
      zip.end();
      return new Blob(chunks, {
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      });
    },
  };
}

/** The part of a text that a cell holds; no character is cut in two. */
function cutText(text: string): string {
  if (text.length <= MOST_UNITS) return text;
  return text.slice(0, MOST_UNITS).replace(/\p{Surrogate}$/u, '');
}

function cellOf(value: OutValue, column: OutColumn, fitting: (text: string) => string): string {
  if (value === null || value === '') return '<c/>';
  if (typeof value !== 'number') {
    const text = typeof value === 'string' ? value : listText(value);
    return textCell(fitting(neutraliseCell(text)), styles.plain);
  }
  if (column.kind === 'date') {
    if (value + EPOCH < FIRST_SERIAL) return textCell(dateText(value), styles.plain);
    return numberCell(value + EPOCH, Number.isInteger(value) ? styles.date : styles.moment);
  }
  if (column.kind === 'flag') return `<c t="b"><v>${value === 1 ? 1 : 0}</v></c>`;
  if (column.kind === 'share') return numberCell(value, styles.share);
  if (column.kind !== 'money') return numberCell(value, styles.plain);
  return numberCell(numberOf(value, column), column.decimals === 0 ? styles.whole : styles.money);
}

function numberCell(value: number, style: number): string {
  return `<c s="${style}"><v>${value}</v></c>`;
}

function textCell(text: string, style: number): string {
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Text for XML 1.0; characters that it cannot hold are left out. */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('\r', '&#13;')
  );
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function sheetStart(columns: readonly OutColumn[]): string {
  const widths = columns.map(({ name }, i) => {
    const width = Math.min(40, Math.max(12, name.length * 2));
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
  });
  const heads = columns.map(({ name }) => textCell(cutText(neutraliseCell(name)), styles.head));
  return [
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `${columns.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData><row>${heads.join('')}</row>`,
  ].join('');
}

/** Every part of the package but the sheet: what it holds, its name, its styles. */
function frameOf(sheet: string): [path: string, text: string][] {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const name = escapeXml(
    sheet
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet1',
  ).replaceAll('"', '&quot;');
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styleSheet],
  ];
}

const styleSheet = [
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>`,
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="0.0%"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">',
  ...(
    [
      [0, 0],
      [0, 1],
      [164, 0],
      [165, 0],
      [4, 0],
      [166, 0],
      [3, 0],
    ] as const
  ).map(
    ([format, font]) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  ),
  '</cellXfs></styleSheet>',
].join('');
