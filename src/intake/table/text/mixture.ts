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
export async function mixtureOf(file: Blob, name: string, encoding: Encoding): Promise<Mixture | null> {
  if (encoding !== 'utf-8' && encoding !== 'gb18030' && encoding !== 'big5') return null;
  const isOdd = encoding === 'utf-8' ? (line: LineBytes) => !line.isUtf8 : isSurelyUtf8;
  const bytesOfLine = new LineBytes();
  let line = 1;
  let first = 0;
  let count = 0;
  const end = () => {
    bytesOfLine.end();
    if (bytesOfLine.isForeign && isOdd(bytesOfLine)) {
      count++;
      first ||= line;
    }
    line++;
    bytesOfLine.begin();
  };
  for await (const { bytes } of readPieces(file, name))
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === 0x0a) end();
      else bytesOfLine.add(byte);
    }
  end();
  return count > 0 ? { line: first, count } : null;
}

/**
 * UTF-8 to the last byte, with Chinese characters in it. An odd number of high bytes is no GB18030 then, and four
 * characters in a row are no accident.
 */
function isSurelyUtf8(line: LineBytes): boolean {
  return line.isUtf8 && line.chinese > 0 && (line.chinese >= 4 || line.isOddRun);
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

  /** High bytes that stand together end here. */
  end(): void {
    if (this.#wanted > 0) this.isUtf8 = false;
    if (this.#run % 2 === 1) this.isOddRun = true;
    this.#run = 0;
    this.#wanted = 0;
  }
}
