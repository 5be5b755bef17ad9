import { Problem } from '../../domain/index.ts';

const pieceBytes = 4 << 20;
const firstPieceBytes = 1 << 18;

export interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Offset of the first byte in the file. */
  readonly start: number;
  readonly isLast: boolean;
}

/**
 * The bytes of a file, some megabytes at a time; while one piece is looked at, the next is on its way. Throws
 * Problems: 'unreadableFile' where the file has gone, 'cancelled' by the signal.
 */
export async function* readPieces(file: Blob, name: string, signal?: AbortSignal): AsyncGenerator<Piece> {
  const read = (start: number, size: number) => {
    const end = Math.min(file.size, start + size);
    const bytes = bytesOf(file.slice(start, end), name);
    bytes.catch(() => undefined); // told where it is awaited, if the reader comes that far
    return { bytes, start, end };
  };
  if (signal?.aborted) throw new Problem('cancelled');
  let next = file.size > 0 ? read(0, firstPieceBytes) : null;
  while (next) {
    const { bytes, start, end } = next;
    const isLast = end === file.size;
    const piece = { bytes: await bytes, start, isLast };
    if (signal?.aborted) throw new Problem('cancelled');
    next = isLast ? null : read(end, pieceBytes);
    yield piece;
    if (signal?.aborted) throw new Problem('cancelled');
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
