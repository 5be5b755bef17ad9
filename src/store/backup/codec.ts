/**
 * Stored records as bytes: everything that our tables hold and the structured clone keeps. One byte of kind, then
 * the value; lengths and small numbers are varints, numbers that are no such float64, texts UTF-8 (or UTF-16 where
 * a lone surrogate would be lost). Little endian.
 */
const kinds = {
  null: 0,
  undefined: 1,
  false: 2,
  true: 3,
  natural: 4,
  number: 5,
  text: 6,
  units: 7,
  list: 8,
  record: 9,
  map: 10,
  set: 11,
  date: 12,
  bytes: 13,
} as const;

type View = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

interface ViewMaker<Made extends View> {
  readonly name: string;
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer): Made;
}

const views: readonly ViewMaker<View>[] = [
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float64Array,
];

/** What a record may not hold, or bytes that are no records. */
export class CodecError extends Error {}

/** Writes values one after the other. */
export class Encoder {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  readonly #texts = new TextEncoder();

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** Everything written, and an empty encoder again. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  /** Throws a CodecError for what cannot be kept (functions, symbols, blobs). */
  write(value: unknown): void {
    if (value === null) this.#byte(kinds.null);
    else if (value === undefined) this.#byte(kinds.undefined);
    else if (typeof value === 'boolean') this.#byte(value ? kinds.true : kinds.false);
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'string') this.#text(value);
    else if (Array.isArray(value)) {
      this.#byte(kinds.list);
      this.#natural(value.length);
      for (const each of value) this.write(each);
    } else if (value instanceof Map) {
      this.#byte(kinds.map);
      this.#natural(value.size);
      for (const [key, each] of value) {
        this.write(key);
        this.write(each);
      }
    } else if (value instanceof Set) {
      this.#byte(kinds.set);
      this.#natural(value.size);
      for (const each of value) this.write(each);
    } else if (value instanceof Date) {
      this.#byte(kinds.date);
      this.#float(value.getTime());
    } else if (ArrayBuffer.isView(value)) this.#view(value);
    else this.#record(value);
  }

  #record(value: unknown): void {
    const prototype = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
    if (prototype !== null && prototype?.constructor?.name !== 'Object') {
      throw new CodecError(`cannot be kept: ${Object.prototype.toString.call(value)}`);
    }
    const entries = Object.entries(value as object);
    this.#byte(kinds.record);
    this.#natural(entries.length);
    for (const [key, each] of entries) {
      this.#text(key);
      this.write(each);
    }
  }

  #view(value: ArrayBufferView): void {
    const place = views.findIndex(({ name }) => name === value.constructor.name);
    if (place < 0) throw new CodecError(`cannot be kept: ${value.constructor.name}`);
    this.#byte(kinds.bytes + place);
    this.#natural(value.byteLength);
    this.#raw(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }

  #number(value: number): void {
    if (Number.isInteger(value) && value >= 0 && value <= 0xffffffff && !Object.is(value, -0)) {
      this.#byte(kinds.natural);
      this.#natural(value);
    } else {
      this.#byte(kinds.number);
      this.#float(value);
    }
  }

  #text(value: string): void {
    if (!/\p{Surrogate}/u.test(value)) {
      const bytes = this.#texts.encode(value);
      this.#byte(kinds.text);
      this.#natural(bytes.length);
      this.#raw(bytes);
    } else {
      this.#byte(kinds.units);
      this.#natural(value.length * 2);
      const units = Uint16Array.from({ length: value.length }, (_, i) => value.charCodeAt(i));
      this.#raw(new Uint8Array(units.buffer));
    }
  }

  #float(value: number): void {
    this.#raw(new Uint8Array(Float64Array.of(value).buffer));
  }

  #natural(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#byte(rest);
  }

  #byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  #raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Reads values that an Encoder wrote; throws a CodecError where the bytes are none. */
export class Decoder {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  read(): unknown {
    const kind = this.#byte();
    switch (kind) {
      case kinds.null:
        return null;
      case kinds.undefined:
        return undefined;
      case kinds.false:
        return false;
      case kinds.true:
        return true;
      case kinds.natural:
        return this.#natural();
      case kinds.number:
        return this.#float();
      case kinds.text:
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#raw(this.#natural()));
      case kinds.units:
        return textOf(this.#view(Uint16Array));
      case kinds.list:
        return this.#many(() => this.read());
      case kinds.record:
        return this.#record();
      case kinds.map:
        return new Map(this.#many(() => [this.read(), this.read()] as const));
      case kinds.set:
        return new Set(this.#many(() => this.read()));
      case kinds.date:
        return new Date(this.#float());
    }
    const Made = views[kind - kinds.bytes];
    if (!Made) throw new CodecError(`no such kind: ${kind}`);
    return this.#view(Made);
  }

  #view<Made extends View>(View: ViewMaker<Made>): Made {
    const bytes = this.#raw(this.#natural());
    if (bytes.length % View.BYTES_PER_ELEMENT > 0) throw new CodecError('half a number');
    return new View(bytes.buffer);
  }

  #record(): object {
    const entries = this.#many(() => [String(this.read()), this.read()] as const);
    return Object.fromEntries(entries); // defines, never assigns: a field may be called __proto__
  }

  #many<Value>(read: () => Value): Value[] {
    const length = this.#natural();
    if (length > this.#bytes.length) throw new CodecError('longer than the bytes');
    return Array.from({ length }, read);
  }

  #float(): number {
    return new Float64Array(this.#raw(8).buffer)[0]!;
  }

  #natural(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  #byte(): number {
    if (this.isAtEnd) throw new CodecError('ends too early');
    return this.#bytes[this.#at++]!;
  }

  /** A copy, so that it is aligned and the frame can go. */
  #raw(length: number): Uint8Array<ArrayBuffer> {
    if (this.#at + length > this.#bytes.length) throw new CodecError('ends too early');
    this.#at += length;
    return new Uint8Array(this.#bytes.slice(this.#at - length, this.#at));
  }
}

function textOf(units: Uint16Array): string {
  let text = '';
  for (let from = 0; from < units.length; from += 8_192) {
    text += String.fromCharCode(...units.subarray(from, from + 8_192));
  }
  return text;
}
