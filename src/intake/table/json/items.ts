import { rowLimit } from '../form.ts';

/** An item of a list in a JSON text, as it is written. */
export interface JsonItem {
  /** Names that lead to the list, joined by a point; '' for a text that is a list itself. */
  readonly list: string;
  /** Which item of the list, from 1. */
  readonly number: number;
  readonly text: string;
}

/** Said by the scan where the text is no JSON, or an item has no end. */
export class JsonFault extends Error {
  readonly isTooLong: boolean;
  constructor(isTooLong: boolean) {
    super(isTooLong ? 'too long' : 'no JSON');
    this.isTooLong = isTooLong;
  }
}

interface Level {
  readonly isList: boolean;
  /** Name of the list; of an object, the names that lead to it. */
  readonly path: string;
  count: number;
}

/** How many objects may lie around a list: {"result": {"items": [...]}}. */
const deepest = 2;
const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c];

/**
 * Finds the lists of a JSON text and cuts them into items, piece by piece; it holds no more than one item. Lists
 * inside items are left alone, and so are values that are in no list.
 */
export class JsonItems {
  readonly #levels: Level[] = [];
  readonly #take: (item: JsonItem) => void;
  #text = '';
  #at = 0;
  /** Where the item, or the value of a name, begins; -1 where none has begun. */
  #start = -1;
  /** Brackets open inside the value that has begun. */
  #inside = 0;
  #key: string | null = null;
  #isDone = false;

  constructor(take: (item: JsonItem) => void) {
    this.#take = take;
  }

  push(piece: string): void {
    const kept = this.#start >= 0 ? this.#start : this.#at;
    this.#text = this.#text.slice(kept) + piece;
    this.#at -= kept;
    if (this.#start >= 0) this.#start = 0;
    while (this.#step());
    if (this.#text.length - Math.max(0, this.#start) > rowLimit && this.#start >= 0)
      throw new JsonFault(true);
    if (this.#start < 0 && this.#text.length - this.#at > rowLimit) throw new JsonFault(true);
  }

  finish(): void {
    if (!this.#isDone) throw new JsonFault(false);
  }

  /** One token further; false where more text is needed. */
  #step(): boolean {
    const text = this.#text;
    while (this.#at < text.length && isSpace(text.charCodeAt(this.#at))) this.#at++;
    if (this.#at >= text.length) return false;
    const code = text.charCodeAt(this.#at);
    if (this.#isDone) throw new JsonFault(false);
    if (code === quote) return this.#string();
    const sign = text[this.#at]!;
    if (sign === '{' || sign === '[') this.#open(sign === '[');
    else if (sign === '}' || sign === ']') this.#close(sign === ']');
    else if (code === comma && this.#inside === 0) this.#separate();
    else if (this.#start < 0 && code !== comma && code !== colon) this.#begin();
    this.#at++;
    return true;
  }

  #string(): boolean {
    const from = this.#at;
    const end = stringEnd(this.#text, from);
    if (end < 0) return false;
    const level = this.#levels.at(-1);
    const isName = this.#inside === 0 && level && !level.isList && this.#key === null;
    if (isName) this.#key = parseJson(this.#text.slice(from, end)) as string;
    else if (this.#start < 0) this.#begin();
    this.#at = end;
    return true;
  }

  /** A value begins here. */
  #begin(): void {
    const level = this.#levels.at(-1);
    if (!level || (!level.isList && this.#key === null)) throw new JsonFault(false);
    this.#start = this.#at;
  }

  #open(isList: boolean): void {
    const level = this.#levels.at(-1);
    if (this.#inside > 0 || level?.isList) {
      if (this.#inside === 0) this.#begin();
      this.#inside++;
      return;
    }
    if (level && this.#key === null) throw new JsonFault(false);
    const path = level ? [level.path, this.#key].filter(Boolean).join('.') : '';
    if (!isList && this.#levels.length >= deepest) {
      this.#begin();
      this.#inside++;
      return;
    }
    this.#key = null;
    this.#levels.push({ isList, path, count: 0 });
  }

  #close(isList: boolean): void {
    if (this.#inside > 0) {
      this.#inside--;
      return;
    }
    this.#end();
    const level = this.#levels.pop();
    if (level?.isList !== isList) throw new JsonFault(false);
    if (this.#levels.length === 0) this.#isDone = true;
  }

  #separate(): void {
    if (this.#levels.length === 0) throw new JsonFault(false);
    this.#end();
  }

  /** The value that has begun ends here. */
  #end(): void {
    const level = this.#levels.at(-1);
    if (this.#start >= 0 && level?.isList) {
      level.count++;
      this.#take({ list: level.path, number: level.count, text: this.#text.slice(this.#start, this.#at) });
    }
    this.#start = -1;
    this.#key = null;
  }
}

/** The position behind the string that begins at `start`, -1 where it is not complete. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

/** The value of a JSON text. Throws a JsonFault where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonFault(false); // JSON.parse throws for nothing else
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
