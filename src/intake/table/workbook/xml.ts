/** What a scan of XML meets. Names are without their prefix, attributes as written, text decoded. */
export interface XmlEvents {
  /** `attributes` is the text between the name and the end of the tag. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** Said by the scan of what is no XML that a workbook may hold. */
export class XmlFault extends Error {}

/** The longest tag or text that is kept while it is not complete. */
const longest = 4 << 20;

/**
 * Reads XML piece by piece, holding no more than one tag or text. Only what workbooks consist of is accepted: a
 * DOCTYPE, through which entities could multiply, is refused with an XmlFault.
 */
export class XmlScan {
  readonly #events: XmlEvents;
  #rest = '';

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  /** Takes the next piece; texts are told when the tag behind them is seen. */
  push(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) break;
      const end = endOf(text, tag);
      if (end < 0) break;
      if (tag > at) this.#events.text(decodeXml(text.slice(at, tag)));
      this.#tag(text, tag, end);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longest) throw new XmlFault('too long');
  }

  /** Throws where the text breaks off inside a tag. */
  finish(): void {
    if (this.#rest.trim() !== '') throw new XmlFault('cut off');
  }

  #tag(text: string, start: number, end: number): void {
    const first = text.charCodeAt(start + 1);
    if (first === 0x3f) return; // a processing instruction
    if (first === 0x21) {
      if (text.startsWith('<![CDATA[', start)) this.#events.text(text.slice(start + 9, end - 3));
      else if (!text.startsWith('<!--', start)) throw new XmlFault('declaration');
      return;
    }
    if (first === 0x2f) {
      this.#events.close(localName(text.slice(start + 2, end - 1).trimEnd()));
      return;
    }
    const closes = text.charCodeAt(end - 2) === 0x2f;
    const inside = text.slice(start + 1, closes ? end - 2 : end - 1);
    const space = inside.search(/\s/);
    const name = localName(space < 0 ? inside : inside.slice(0, space));
    this.#events.open(name, space < 0 ? '' : inside.slice(space));
    if (closes) this.#events.close(name);
  }
}

/** The value of an attribute by its name without prefix, null where it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(`${name}=`); at > 0; at = attributes.indexOf(`${name}=`, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (before > 0x20 && before !== 0x3a) continue; // the end of a longer name
    const quote = attributes[at + name.length + 1]!;
    const end = attributes.indexOf(quote, at + name.length + 2);
    if ((quote === '"' || quote === "'") && end > 0)
      return decodeXml(attributes.slice(at + name.length + 2, end));
  }
  return null;
}

/** The position behind the tag, comment or section that begins at `start`, -1 where it is not complete. */
function endOf(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === 0x21) {
    if (text.startsWith('<!--', start)) return after(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) return after(text, ']]>', start + 9);
    if (text.length < start + 9) return -1;
  }
  for (let at = start + 1; ; ) {
    const end = text.indexOf('>', at);
    if (end < 0) return -1;
    const open = openQuote(text, at, end);
    if (open === '') return end + 1;
    const close = text.indexOf(open, end);
    if (close < 0) return -1;
    at = close + 1;
  }
}

/** The quotation mark that is open at `end`, '' where none is. */
function openQuote(text: string, start: number, end: number): string {
  let open = '';
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x22 && code !== 0x27) continue;
    const mark = code === 0x22 ? '"' : "'";
    if (open === '') open = mark;
    else if (open === mark) open = '';
  }
  return open;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
