import { Problem } from '../../../domain/index.ts';
import { bytesOf, readPieces } from '../pieces.ts';

/** A file within an archive. */
interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const directoryLimit = 16 << 20;
/** What a part may unpack to before its ratio counts; beyond it a part that grows more is made to fill the disk. */
const freeBytes = 16 << 20;
const ratioLimit = 250;

/**
 * The parts of a ZIP archive, read where they stand: nothing is unpacked that is not asked for, and nothing further
 * than its limit. Throws Problems: 'workbookBroken' for a cut or damaged archive, 'workbookLocked' for an encrypted
 * one, 'workbookBomb' where a part unpacks to more than a table can be.
 */
export class Archive {
  readonly #file: Blob;
  readonly #name: string;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: Blob, name: string, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#name = name;
    this.#entries = entries;
  }

  static async open(file: Blob, name: string): Promise<Archive> {
    const broken = () => new Problem('workbookBroken', { file: name });
    const tailStart = Math.max(0, file.size - 65_557);
    const tail = view(await bytesOf(file.slice(tailStart), name));
    let at = tail.byteLength - 22;
    while (at >= 0 && tail.getUint32(at, true) !== endMark) at--;
    if (at < 0) throw broken();
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    if (size > directoryLimit || offset + size > file.size) throw broken();
    const directory = await bytesOf(file.slice(offset, offset + size), name);
    return new Archive(file, name, entriesOf(directory, name));
  }

  has(part: string): boolean {
    return this.#entries.has(part.toLowerCase());
  }

  get parts(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The text of a part, at most `limit` bytes of it. */
  async text(part: string, limit: number): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const { bytes } of this.pieces(part, limit)) text += decoder.decode(bytes, { stream: true });
    return text + decoder.decode();
  }

  /** A part, unpacked piece by piece. `read`: the offset in the archive up to which it has been read. */
  async *pieces(part: string, limit: number): AsyncGenerator<{ bytes: Uint8Array; read: number }> {
    const entry = this.#entries.get(part.toLowerCase());
    if (!entry) throw new Problem('workbookBroken', { file: this.#name });
    if (entry.size > limit) throw this.#bomb();
    const start = await this.#startOf(entry);
    const packed = this.#file.slice(start, start + entry.packed);
    let read = start;
    if (entry.method === 0) {
      for await (const { bytes } of readPieces(packed, this.#name)) {
        read += bytes.length;
        yield { bytes, read };
      }
      return;
    }
    const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
      packedSource(packed, this.#name, count => (read += count)),
    );
    const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    let total = 0;
    try {
      for (;;) {
        const bytes = await this.#next(reader);
        if (!bytes) break;
        total += bytes.length;
        if (total > entry.size) throw this.#bomb();
        yield { bytes, read };
      }
      if (total !== entry.size) throw new Problem('workbookBroken', { file: this.#name });
    } finally {
      await reader.cancel().catch(() => undefined); // a stream that has failed has nothing left to stop
    }
  }

  async #next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | null> {
    try {
      const { done, value } = await reader.read();
      return done ? null : value;
    } catch (reason) {
      if (reason instanceof Problem) throw reason;
      throw Object.assign(new Problem('workbookBroken', { file: this.#name }), { cause: reason });
    }
  }

  async #startOf(entry: Entry): Promise<number> {
    const head = view(await bytesOf(this.#file.slice(entry.offset, entry.offset + 30), this.#name));
    if (head.byteLength < 30 || head.getUint32(0, true) !== localMark)
      throw new Problem('workbookBroken', { file: this.#name });
    return entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  }

  #bomb(): Problem {
    return new Problem('workbookBomb', { file: this.#name });
  }
}

function packedSource(
  packed: Blob,
  name: string,
  onRead: (count: number) => void,
): UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> {
  const pieces = readPieces(packed, name);
  return {
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) return controller.close();
      onRead(value.bytes.length);
      controller.enqueue(value.bytes);
    },
  };
}

function entriesOf(directory: Uint8Array, name: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const data = view(directory);
  for (let at = 0; at + 46 <= directory.length && data.getUint32(at, true) === entryMark; ) {
    const [names, extra, comment] = [28, 30, 32].map(each => data.getUint16(at + each, true));
    const part = new TextDecoder().decode(directory.subarray(at + 46, at + 46 + names!));
    const entry = {
      method: data.getUint16(at + 10, true),
      packed: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      offset: data.getUint32(at + 42, true),
    };
    if (data.getUint16(at + 8, true) & 1) throw new Problem('workbookLocked', { file: name });
    if (entry.size > freeBytes && entry.size > entry.packed * ratioLimit)
      throw new Problem('workbookBomb', { file: name });
    if (entry.method !== 0 && entry.method !== 8) throw new Problem('workbookBroken', { file: name });
    entries.set(part.replaceAll('\\', '/').replace(/^\//, '').toLowerCase(), entry);
    at += 46 + names! + extra! + comment!;
  }
  if (entries.size === 0) throw new Problem('workbookBroken', { file: name });
  return entries;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
