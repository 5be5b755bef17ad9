/** How much of a file is in memory at once. */
const pieceBytes = 8 << 20;

/**
 * What tells a file from others: SHA-256 of its bytes, hex. The platform digests nothing piece by piece, so that of a
 * file longer than one piece it is 'pieces:' and the SHA-256 over the digests (hex, joined) of its 8 MB pieces.
 * Ends with the signal's reason.
 */
export async function checksumOf(file: Blob, signal?: AbortSignal): Promise<string> {
  const digests: string[] = [];
  for (let start = 0; start === 0 || start < file.size; start += pieceBytes) {
    signal?.throwIfAborted();
    digests.push(await sha256(await file.slice(start, start + pieceBytes).arrayBuffer()));
  }
  if (digests.length === 1) return digests[0]!;
  return `pieces:${await sha256(new TextEncoder().encode(digests.join('')))}`;
}

/** SHA-256 in hex. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}
