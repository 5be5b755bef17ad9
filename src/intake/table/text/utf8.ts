const noWords = new Int32Array();

/** Looks through bytes that come in pieces for what is no UTF-8 (as WHATWG decodes it), without making text of them. */
export class Utf8Scan {
  /** Bytes that the character begun last still wants. */
  #wanted = 0;
  /** Between which the next of them lies. */
  #least = 0x80;
  #most = 0xbf;

  /** Whether these bytes go on as UTF-8, and with the last piece end as such. */
  goesOn(bytes: Uint8Array, isLast: boolean): boolean {
    const aligned = -bytes.byteOffset & 3;
    const fours = Math.max(0, (bytes.length - aligned) >> 2);
    const words = fours === 0 ? noWords : new Int32Array(bytes.buffer, bytes.byteOffset + aligned, fours);
    for (let at = 0; at < bytes.length; at++) {
      if (this.#wanted === 0 && ((at - aligned) & 3) === 0)
        at = aligned + 4 * asciiEnd(words, (at - aligned) >> 2);
      if (at >= bytes.length) break;
      const byte = bytes[at]!;
      if (this.#wanted === 0) {
        if (byte >= 0x80 && !this.#begin(byte)) return false;
      } else {
        if (byte < this.#least || byte > this.#most) return false;
        this.#wanted--;
        this.#least = 0x80;
        this.#most = 0xbf;
      }
    }
    return !isLast || this.#wanted === 0;
  }

  /** A first byte decides how many follow; some shut out longer spellings than needed, surrogates, and what is beyond U+10FFFF. */
  #begin(byte: number): boolean {
    if (byte < 0xc2 || byte > 0xf4) return false;
    this.#wanted = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    if (byte === 0xe0) this.#least = 0xa0;
    else if (byte === 0xed) this.#most = 0x9f;
    else if (byte === 0xf0) this.#least = 0x90;
    else if (byte === 0xf4) this.#most = 0x8f;
    return true;
  }
}

/** The first of four bytes, from a place on, that are not all ASCII. */
function asciiEnd(words: Int32Array, from: number): number {
  let at = from;
  while (at < words.length && (words[at]! & 0x80808080) === 0) at++;
  return at;
}
