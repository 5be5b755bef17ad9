import { type Encoding, Problem } from '../../../domain/index.ts';
import { readPieces } from '../pieces.ts';
import { type Mixture, mixtureOf } from './mixture.ts';
import { Utf8Scan } from './utf8.ts';

export interface FoundEncoding {
  readonly encoding: Encoding;
  /** False where the bytes do not settle it. */
  readonly isSure: boolean;
  /** Lines in another encoding, where there are any. */
  readonly mixture: Mixture | null;
}

/**
 * The encoding of a text file: byte order mark, zero bytes of UTF-16, strict UTF-8 over the whole file, else the
 * code page that fits. Throws a Problem for a file that is no text.
 */
export async function findEncoding(file: Blob, name: string, signal?: AbortSignal): Promise<FoundEncoding> {
  const head = await headOf(file, name);
  if (startsWith(head, [0xff, 0xfe])) return { encoding: 'utf-16le', isSure: true, mixture: null };
  if (startsWith(head, [0xfe, 0xff])) return { encoding: 'utf-16be', isSure: true, mixture: null };
  const wide = wideEncoding(head);
  if (wide) return { encoding: wide, isSure: false, mixture: null };
  const broken = await firstBadUtf8(file, name, signal);
  if (broken === null) return { encoding: 'utf-8', isSure: true, mixture: null };
  const isMarked = startsWith(head, [0xef, 0xbb, 0xbf]);
  const encoding = isMarked ? 'utf-8' : codePage(broken);
  return { encoding, isSure: isMarked, mixture: await mixtureOf(file, name, encoding, signal) };
}

async function headOf(file: Blob, name: string): Promise<Uint8Array> {
  for await (const { bytes } of readPieces(file, name)) return bytes.subarray(0, 65_536);
  return new Uint8Array();
}

/** UTF-16 without a mark: figures and separators have a zero byte on one side. */
function wideEncoding(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (let index = 0; index < head.length; index++) if (head[index] === 0) zeros[index & 1]!++;
  const half = head.length / 2;
  if (zeros[0]! + zeros[1]! < 4) return null;
  if (zeros[1]! > half * 0.15 && zeros[0]! < half * 0.02) return 'utf-16le';
  if (zeros[0]! > half * 0.15 && zeros[1]! < half * 0.02) return 'utf-16be';
  return null;
}

/** The first piece that is not UTF-8, or null. A zero byte means that the file is no text. */
async function firstBadUtf8(file: Blob, name: string, signal?: AbortSignal): Promise<Uint8Array | null> {
  const scan = new Utf8Scan();
  let broken: Uint8Array | null = null;
  for await (const { bytes, start, isLast } of readPieces(file, name, signal)) {
    const zero = bytes.indexOf(0);
    if (zero >= 0) throw new Problem('notATable', { file: name, position: start + zero + 1 });
    if (!broken && !scan.goesOn(bytes, isLast)) broken = bytes;
  }
  return broken;
}

/**
 * The encoding of bytes that are not clean UTF-8. UTF-8 with a few broken bytes is still UTF-8. GB18030 writes
 * pairs of high bytes; Big5 has many pairs whose second byte is a letter's; Western code pages put single high
 * bytes between small letters and spaces.
 */
function codePage(bytes: Uint8Array): Encoding {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let foreign = 0;
  for (const character of text) {
    if (character === '\ufffd') broken++;
    else if (character > '\u007f') foreign++;
  }
  if (broken * 10 < foreign) return 'utf-8';
  let highPairs = 0;
  let lowPairs = 0;
  let singles = 0;
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index]! < 0x80) continue;
    const next = bytes[index + 1] ?? 0;
    if (next >= 0x80) {
      highPairs++;
      index++;
    } else if (next < 0x40 || (next >= 0x61 && next <= 0x7a)) singles++;
    else lowPairs++;
  }
  const all = highPairs + lowPairs + singles;
  if (singles > (lowPairs + singles) * 0.85 && singles > all * 0.6) return 'windows-1252';
  return lowPairs > all * 0.1 && isBig5(bytes) ? 'big5' : 'gb18030';
}

function isBig5(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('big5', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false; // fatal decoding throws exactly where the bytes are not Big5
  }
}

function startsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[index] === byte);
}
