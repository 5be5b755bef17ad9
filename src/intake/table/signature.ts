import { Problem } from '../../domain/index.ts';
import { bytesOf, readPieces } from './pieces.ts';

/** First bytes of files that people drop by mistake. */
const signatures: readonly { readonly bytes: readonly number[]; readonly format: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], format: 'PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], format: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], format: 'JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], format: 'GIF' },
  { bytes: [0x1f, 0x8b], format: 'GZIP' },
  { bytes: [0x52, 0x61, 0x72, 0x21], format: 'RAR' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], format: '7z' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], format: 'SQLite' },
];
/** How a workbook that is locked with a password names its content, in UTF-16. */
const lockedMark = [...'EncryptedPackage'].join('\0');

/**
 * Whether a file is an archive, as new workbooks are, or text. Throws Problems for an empty file and for what the
 * first bytes show to be neither: 'spreadsheet' for an old workbook, 'workbookLocked', 'foreignFormat'.
 */
export async function lookAtBytes(file: Blob, name: string): Promise<'archive' | 'text'> {
  if (file.size === 0) throw new Problem('emptyFile', { file: name });
  const head = await bytesOf(file.slice(0, 16), name);
  const startsWith = (wanted: readonly number[]) => wanted.every((byte, index) => head[index] === byte);
  if (startsWith([0x50, 0x4b, 0x03, 0x04]) || startsWith([0x50, 0x4b, 0x05, 0x06])) return 'archive';
  if (startsWith([0xd0, 0xcf, 0x11, 0xe0])) {
    const code = (await isLocked(file, name)) ? 'workbookLocked' : 'spreadsheet';
    throw new Problem(code, { file: name });
  }
  const found = signatures.find(({ bytes }) => startsWith(bytes));
  if (found) throw new Problem('foreignFormat', { file: name, format: found.format });
  return 'text';
}

/** An old workbook and a new one with a password lie in the same kind of container. */
async function isLocked(file: Blob, name: string): Promise<boolean> {
  const decoder = new TextDecoder('windows-1252');
  let tail = '';
  for await (const { bytes } of readPieces(file, name)) {
    const text = tail + decoder.decode(bytes);
    if (text.includes(lockedMark)) return true;
    tail = text.slice(-lockedMark.length);
  }
  return false;
}
