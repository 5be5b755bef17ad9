import { Problem } from '../../../domain/index.ts';
import { readPieces } from '../pieces.ts';

/** A piece of a file's text. Every line end is \n. `bytes`: read so far. */
export interface TextPiece {
  readonly text: string;
  readonly bytes: number;
  readonly isLast: boolean;
}

/** The text of a file, piece by piece. Throws Problems: 'cancelled' by the signal, 'unreadableFile'. */
export async function* readText(
  file: Blob,
  name: string,
  encoding: string,
  signal?: AbortSignal,
): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const { bytes, start, isLast } of readPieces(file, name)) {
    if (signal?.aborted) throw new Problem('cancelled');
    let text = held + decoder.decode(bytes, { stream: !isLast });
    held = !isLast && text.endsWith('\r') ? '\r' : '';
    if (held !== '') text = text.slice(0, -1);
    yield {
      text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text,
      bytes: start + bytes.length,
      isLast,
    };
  }
}
