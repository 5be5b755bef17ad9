import type { Encoding } from '../../../domain/index.ts';
import { readPieces } from '../pieces.ts';

/** Lines that are written in another encoding than the rest. */
export interface Mixture {
  /** The first of them, from 1. */
  readonly line: number;
  readonly count: number;
}

/**
 * The lines of a file that are not in its `encoding`: of UTF-8 those that are no UTF-8; of a Chinese code page those
 * that can hardly be anything but UTF-8. Null where there are none, and for encodings in which this cannot be seen.
 */
export async function mixtureOf(
  file: Blob,
  name: string,
  encoding: Encoding,
  signal?: AbortSignal,
): Promise<Mixture | null> {
  if (encoding !== 'utf-8' && encoding !== 'gb18030' && encoding !== 'big5') return null;
  const bytesOfLine = new LineBytes();
  let line = 1;
  let first = 0;
  let count = 0;
  const end = () => {
    bytesOfLine.end();
    if (bytesOfLine.isOddIn(encoding)) {
      count++;
      first ||= line;
    }
    line++;
    bytesOfLine.begin();
  };
  for await (const { bytes } of readPieces(file, name, signal))
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === 0x0a) end();
      else bytesOfLine.add(byte);
    }
  end();
  return count > 0 ? { line: first, count } : null;
}

/** Decodes whole lines of a Chinese code page. What is UTF-8 among them is read as such, and marked with U+FFFD. */
export function decodeMixed(bytes: Uint8Array, encoding: string): string {
  const [own, other] = [new TextDecoder(encoding), new TextDecoder()];
  const bytesOfLine = new LineBytes();
  let text = '';
  let from = 0; // of the lines that are not decoded yet
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    bytesOfLine.begin();
    for (let at = start; at < end; at++) bytesOfLine.add(bytes[at]!);
    bytesOfLine.end();
    if (bytesOfLine.isOddIn(encoding)) {
      text += own.decode(bytes.subarray(from, start));
      text += other.decode(bytes.subarray(start, end)).replace(/[\u00a0-\uffff]/, '\ufffd$&');
      from = end;
    }
    start = end;
  }
  return text + own.decode(bytes.subarray(from));
}

/** What the bytes of one line show. */
class LineBytes {
  isForeign = false;
  isUtf8 = true;
  /** Characters of three bytes from U+4000 to U+9FFF, nearly all of which are Chinese. */
  chinese = 0;
  /** Whether an odd number of high bytes stands together somewhere. */
  isOddRun = false;
  #run = 0;
  #wanted = 0;

  begin(): void {
    this.isForeign = false;
    this.isUtf8 = true;
    this.chinese = 0;
    this.isOddRun = false;
    this.#run = 0;
    this.#wanted = 0;
  }

  add(byte: number): void {
    if (byte < 0x80) {
      if (this.#run > 0) this.end();
      return;
    }
    this.isForeign = true;
    this.#run++;
    if (this.#wanted > 0) {
      if (byte >= 0xc0) this.isUtf8 = false;
      this.#wanted--;
    } else if (byte >= 0xe0 && byte < 0xf0) {
      this.#wanted = 2;
      if (byte >= 0xe4 && byte <= 0xe9) this.chinese++;
    } else if (byte >= 0xc2 && byte < 0xe0) this.#wanted = 1;
    else if (byte >= 0xf0 && byte < 0xf5) this.#wanted = 3;
    else this.isUtf8 = false;
  }

  /**
   * Whether the line is in another encoding than this one: no UTF-8, or surely UTF-8. That is UTF-8 to the last byte
   * with Chinese characters in it, where an odd number of high bytes is no Chinese code page, and four characters
   * are no accident.
   */
  isOddIn(encoding: string): boolean {
    if (encoding === 'utf-8') return this.isForeign && !this.isUtf8;
    return this.isUtf8 && this.chinese > 0 && (this.chinese >= 4 || this.isOddRun);
  }

  /** High bytes that stand together end here. */
  end(): void {
    if (this.#wanted > 0) this.isUtf8 = false;
    if (this.#run % 2 === 1) this.isOddRun = true;
    this.#run = 0;
    this.#wanted = 0;
  }
}
