import { Problem } from '../../../domain/index.ts';
import { refuse } from '../../clean/cleaned.ts';
import { columnLimit, hasText, type Row, type Rows, rowLimit, type Sheet, type TableForm } from '../form.ts';
import { readText } from '../text/decode.ts';
import { cellsOfItem } from './cells.ts';
import { JsonFault, type JsonItem, JsonItems, parseJson } from './items.ts';

type Form = Pick<TableForm, 'format' | 'encoding' | 'isMixed' | 'sheet' | 'keys'>;

/** An item, cut out and understood; null where it is no JSON. */
interface Item {
  readonly list: string;
  readonly line: number;
  readonly value: unknown;
  readonly text: string;
}

/** What a JSON file holds: its lists, and the names in the objects of the chosen one. */
export interface JsonShape {
  readonly sheets: readonly Sheet[];
  readonly sheet: string;
  readonly keys: readonly string[];
}

/**
 * A look through a whole JSON file. The list is the chosen one, else the first with most rows. `keys` is empty for
 * lists of lists. Throws Problems: 'jsonBroken' with the item, 'jsonNoList', 'noSuchSheet', 'rowTooLong'.
 */
export async function findShape(
  file: Blob,
  name: string,
  form: Pick<Form, 'format' | 'encoding' | 'isMixed'>,
  sheet?: string,
): Promise<JsonShape> {
  const lists = new Map<string, { rows: number; keys: Set<string>; isPlain: boolean }>();
  for await (const { items } of readItems(file, name, form)) {
    for (const { list, value } of items) {
      const known = lists.get(list) ?? { rows: 0, keys: new Set(), isPlain: true };
      lists.set(list, known);
      known.rows++;
      if (typeof value !== 'object' || value === null) continue;
      known.isPlain = false;
      const cells = cellsOfItem(value);
      if (cells instanceof Map) for (const key of cells.keys()) known.keys.add(key);
      if (known.keys.size > columnLimit)
        throw new Problem('tooManyColumns', { file: name, line: known.rows, limit: columnLimit });
    }
  }
  const sheets = [...lists].flatMap(([list, { rows, isPlain }]) => (isPlain ? [] : [{ name: list, rows }]));
  const first = sheets.reduce<Sheet | undefined>(
    (most, each) => (most && most.rows >= each.rows ? most : each),
    undefined,
  );
  if (!first) throw new Problem('jsonNoList', { file: name });
  const chosen = sheet ?? first.name;
  const found = lists.get(chosen);
  if (!found || found.isPlain) throw new Problem('noSuchSheet', { file: name, sheet: chosen });
  return { sheets, sheet: chosen, keys: [...found.keys] };
}

/** The rows of the chosen list, in the order of `form.keys`; of lists of lists, as they stand. */
export async function* readJson(
  file: Blob,
  name: string,
  form: Form,
  signal?: AbortSignal,
): AsyncGenerator<Rows> {
  const columns = new Map(form.keys.map((key, index) => [key, index]));
  for await (const { items, bytes } of readItems(file, name, form, signal)) {
    const rows: Row[] = [];
    for (const item of items) {
      if (item.list !== form.sheet) continue;
      const row = rowOf(item, columns);
      if (hasText(row.cells) || row.fault) rows.push(row);
    }
    if (rows.length > 0) yield { rows, bytes };
  }
}

function rowOf({ line, value, text }: Item, columns: ReadonlyMap<string, number>): Row {
  if (value === undefined) return { line, cells: [text], fault: refuse('jsonLineBroken').fault };
  const found = cellsOfItem(value);
  if (!(found instanceof Map)) return { line, cells: found as readonly string[], fault: null };
  const cells = new Array<string>(columns.size).fill('');
  for (const [key, cell] of found) {
    const column = columns.get(key);
    if (column !== undefined) cells[column] = cell;
  }
  return { line, cells, fault: null };
}

async function* readItems(
  file: Blob,
  name: string,
  form: Pick<Form, 'format' | 'encoding' | 'isMixed'>,
  signal?: AbortSignal,
): AsyncGenerator<{ items: readonly Item[]; bytes: number }> {
  let items: Item[] = [];
  let count = 0;
  const take = (item: JsonItem) => {
    count = item.number - 1;
    items.push({ list: item.list, line: item.number, value: parseJson(item.text), text: item.text });
    count = item.number;
  };
  const cutter = form.format === 'jsonLines' ? new Lines(line => items.push(line)) : new JsonItems(take);
  try {
    for await (const { text, bytes, isLast } of readText(file, name, form, signal)) {
      cutter.push(text);
      if (isLast) cutter.finish();
      yield { items, bytes };
      items = [];
    }
  } catch (reason) {
    if (!(reason instanceof JsonFault)) throw reason;
    if (!reason.isTooLong)
      throw Object.assign(new Problem('jsonBroken', { file: name, item: count + 1 }), { cause: reason });
    throw new Problem('rowTooLong', { file: name, row: count + 1, megabytes: rowLimit >> 20 });
  }
}

/** Cuts JSON lines: one value in each. A line that is none is told with its row, for the others stand by themselves. */
class Lines {
  readonly #take: (item: Item) => void;
  #rest = '';
  #line = 0;

  constructor(take: (item: Item) => void) {
    this.#take = take;
  }

  push(piece: string): void {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop()!;
    for (const line of lines) this.#one(line);
    if (this.#rest.length > rowLimit) throw new JsonFault(true);
  }

  finish(): void {
    if (this.#rest !== '') this.#one(this.#rest);
  }

  #one(text: string): void {
    this.#line++;
    if (text.trim() === '') return;
    this.#take({ list: '', line: this.#line, value: jsonOf(text), text: text.slice(0, 4_000) });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON text has this value
  }
}
