import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checksumOf } from '../../src/engine/checksum.ts';

const piece = 8 << 20;
const hash = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

describe('what tells a file from others', () => {
  it.each([0, 1, piece])('is the SHA-256 of %i bytes', async size => {
    const bytes = new Uint8Array(size).fill(7);
    expect(await checksumOf(new Blob([bytes]))).toBe(hash(bytes));
  });

  it('is made of the digests of the pieces of a long one', async () => {
    const bytes = new Uint8Array(2 * piece + 5).fill(9);
    const digests = [0, 1, 2].map(at => hash(bytes.subarray(at * piece, (at + 1) * piece)));
    expect(await checksumOf(new Blob([bytes]))).toBe(`pieces:${hash(digests.join(''))}`);
  });

  it('is given up when nobody wants it', async () => {
    const given = new AbortController();
    given.abort(new Error('enough'));
    await expect(checksumOf(new Blob(['a']), given.signal)).rejects.toThrow('enough');
  });
});
