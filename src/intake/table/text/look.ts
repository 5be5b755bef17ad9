import Papa from 'papaparse';
import type { Encoding } from '../../../domain/index.ts';
import type { TableChoice, TableFormat } from '../form.ts';
import { JsonFault, JsonItems } from '../json/items.ts';
import { readText, type TextEncoding } from './decode.ts';
import { separatorLine } from './delimited.ts';
import { findEncoding } from './encoding.ts';
import type { Mixture } from './mixture.ts';

/** How a file of text is written. */
export interface TextForm {
  readonly format: TableFormat;
  readonly encoding: Encoding;
  readonly isEncodingSure: boolean;
  readonly mixture: Mixture | null;
  readonly isMixed: boolean;
  readonly delimiter: string;
}

const looked = 65_536;
const rowsLooked = 50;
const separators = [',', '\t', ';', '|', '\u001e', '\u001f'];

/** Encoding, format and separator of a file of text; what is chosen is not looked for. */
export async function findText(
  file: Blob,
  name: string,
  choice: TableChoice,
  signal?: AbortSignal,
): Promise<TextForm> {
  const isWide = choice.encoding === 'utf-16le' || choice.encoding === 'utf-16be'; // zero bytes are no fault then
  const found = isWide
    ? { encoding: choice.encoding, isSure: true, mixture: null }
    : await findEncoding(file, name, signal);
  const isFound = choice.encoding === undefined || choice.encoding === found.encoding;
  const encoding = choice.encoding ?? found.encoding;
  const sure = {
    encoding,
    isEncodingSure: found.isSure || choice.encoding !== undefined,
    mixture: isFound ? found.mixture : null,
    isMixed: isFound && found.mixture !== null,
  };
  const head = await headOf(file, name, sure);
  const format = choice.delimiter === undefined ? formatOf(head.text, head.isWhole, name) : 'text';
  const delimiter = format === 'text' ? (choice.delimiter ?? findDelimiter(head)) : '';
  return { ...sure, format, delimiter };
}

interface Head {
  readonly text: string;
  /** Whether it is the whole file. */
  readonly isWhole: boolean;
}

async function headOf(file: Blob, name: string, encoding: TextEncoding): Promise<Head> {
  let head = '';
  for await (const { text } of readText(file, name, encoding)) {
    head += text;
    if (head.length > looked) return { text: head.slice(0, looked), isWhole: false };
  }
  return { text: head, isWhole: true };
}

/** JSON begins with a list or an object; a text table whose first heading is so called does not go on like JSON. */
function formatOf(head: string, isWhole: boolean, name: string): TableFormat {
  if (!/^\s*(?:\[\s*["{[\d\-tfn\]]|\{\s*["}])/.test(head)) {
    return /\.(?:jsonl|ndjson)$/i.test(name) ? 'jsonLines' : 'text';
  }
  if (/\.(?:csv|tsv|tab)$/i.test(name) && !isJson(head, isWhole)) return 'text';
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return 'jsonLines';
  const [first = '', second = ''] = head.trimStart().split('\n', 2);
  if (!isValue(first)) return 'json';
  if (first.startsWith('{')) return second.trim() !== '' || !hasList(first) ? 'jsonLines' : 'json';
  return isValue(second) ? 'jsonLines' : 'json';
}

function isValue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // JSON.parse throws for nothing else
  }
}

function isJson(head: string, isWhole: boolean): boolean {
  const items = new JsonItems(() => undefined);
  try {
    items.push(head);
    if (isWhole) items.finish();
    return true;
  } catch (reason) {
    if (reason instanceof JsonFault) return isValue(head.split('\n', 1)[0]!);
    throw reason;
  }
}

/** Whether an object is there for the lists in it, and not a row by itself. */
function hasList(text: string): boolean {
  let isList = false;
  const items = new JsonItems(({ text: item }) => {
    isList ||= /^[[{]/.test(item);
  });
  items.push(text);
  return isList;
}

function findDelimiter({ text, isWhole }: Head): string {
  const declared = separatorLine.exec(text);
  if (declared) return declared[1]!;
  const cut = text.lastIndexOf('\n');
  const whole = isWhole || cut < 0 ? text : text.slice(0, cut);
  const looks = separators
    .map(separator => lookAt(whole, separator, isWhole))
    .filter(({ width }) => width > 1)
    .sort((one, other) => other.score - one.score || other.width - one.width);
  return looks[0]?.separator ?? mostFrequent(whole.trimStart().split('\n', 1)[0]!);
}

/** How well a separator cuts the rows: `width` cells in most of them. */
interface Look {
  readonly separator: string;
  readonly width: number;
  readonly score: number;
}

/**
 * Rows that are equally wide and have no broken quotation marks speak for a separator, and most of all a first row
 * that it cuts as well: signs within texts seldom stand in the headings too.
 */
function lookAt(text: string, separator: string, isWhole: boolean): Look {
  const { data, errors } = Papa.parse<string[]>(text, {
    preview: rowsLooked,
    delimiter: separator,
    skipEmptyLines: 'greedy',
  });
  const rows = isWhole || data.length < 2 ? data : data.slice(0, -1);
  const broken = new Set(errors.map(({ row }) => row));
  const widths = rows.map(({ length }) => length);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width = 1] = [...counts].sort(([a, many], [b, more]) => more - many || b - a)[0] ?? [];
  const first = widths[0] ?? 1;
  const even = widths.filter((each, row) => each === width && !broken.has(row)).length / widths.length;
  const headed = first > 1 ? Math.min(first, width) / Math.max(first, width) : 0;
  return { separator, width, score: even + headed };
}

/** The separator that the line of headings has most of; a comma where it has none. */
function mostFrequent(line: string): string {
  const counts = separators.map(each => line.split(each).length);
  return separators[counts.indexOf(Math.max(...counts))]!;
}
