import { rowLimit, type TableForm } from '../form.ts';
import { readPieces } from '../pieces.ts';
import { decodeMixed } from './mixture.ts';

/** A piece of a file's text. Every line end is \n. `bytes`: read so far. */
export interface TextPiece {
  readonly text: string;
  readonly bytes: number;
  readonly isLast: boolean;
}

/** How text is to be decoded. */
export type TextEncoding = Pick<TableForm, 'encoding' | 'isMixed'>;

/** How much is decoded at once: so little that the text is gone before the collector counts it among what stays. */
const decodedAtOnce = 1 << 16;

/** The text of a file, piece by piece; U+FFFD where it could not be decoded. Throws Problems: 'cancelled' by the signal, 'unreadableFile'. */
export async function* readText(
  file: Blob,
  name: string,
  { encoding, isMixed }: TextEncoding,
  signal?: AbortSignal,
): AsyncGenerator<TextPiece> {
  const decode = isMixed && encoding !== 'utf-8' ? lineDecoder(encoding) : streamDecoder(encoding);
  let held = '';
  for await (const { bytes, start, isLast: isLastPiece } of readPieces(file, name, signal)) {
    for (let at = 0, end = 0; at < bytes.length; at = end) {
      end = endOfLines(bytes, at);
      const isLast = isLastPiece && end === bytes.length;
      let text = held + decode(bytes.subarray(at, end), isLast);
      held = !isLast && text.endsWith('\r') ? '\r' : '';
      if (held !== '') text = text.slice(0, -1);
      yield {
        text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text,
        bytes: start + end,
        isLast,
      };
    }
  }
}

/** Where whole lines end, so that nothing has to be put together again; where there is none, some way on. */
function endOfLines(bytes: Uint8Array, at: number): number {
  const end = at + decodedAtOnce;
  if (end >= bytes.length) return bytes.length;
  const last = bytes.subarray(at, end).lastIndexOf(0x0a);
  return last < 0 ? end : at + last + 1;
}

type Decode = (bytes: Uint8Array, isLast: boolean) => string;

function streamDecoder(encoding: string): Decode {
  const decoder = new TextDecoder(encoding);
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}

/** Holds back what follows the last line end, unless that is longer than any row. */
function lineDecoder(encoding: string): Decode {
  let held = new Uint8Array();
  return (bytes, isLast) => {
    const all = new Uint8Array(held.length + bytes.length);
    all.set(held);
    all.set(bytes, held.length);
    const end = isLast || all.length > rowLimit ? all.length : all.lastIndexOf(0x0a) + 1;
    held = all.slice(end);
    return decodeMixed(all.subarray(0, end), encoding);
  };
}
