import { Problem } from '../../domain/index.ts';

const pieceBytes = 1 << 20;
const firstPieceBytes = 1 << 18;

export interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Offset of the first byte in the file. */
  readonly start: number;
  readonly isLast: boolean;
}

/** The bytes of a file, about a megabyte at a time. Throws Problems: 'unreadableFile' where it has gone, 'cancelled' by the signal. */
export async function* readPieces(file: Blob, name: string, signal?: AbortSignal): AsyncGenerator<Piece> {
  let start = 0;
  while (start < file.size) {
    if (signal?.aborted) throw new Problem('cancelled');
    const end = Math.min(file.size, start + (start === 0 ? firstPieceBytes : pieceBytes));
    yield { bytes: await bytesOf(file.slice(start, end), name), start, isLast: end === file.size };
    start = end;
  }
}

/** Some bytes of a file. Throws the Problem 'unreadableFile' where it has gone. */
export async function bytesOf(part: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch (reason) {
    throw Object.assign(new Problem('unreadableFile', { file: name }), { cause: reason });
  }
}
