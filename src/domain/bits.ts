/** A fixed-size set of row numbers 0..size-1, one bit each. Bits past `size` are always 0. */
export class Bits {
  readonly size: number;
  readonly words: Uint32Array<ArrayBuffer>;

  constructor(size: number, words: Uint32Array<ArrayBuffer> = new Uint32Array((size + 31) >>> 5)) {
    this.size = size;
    this.words = words;
  }

  /** The rows for which `test` holds. For tests and small sets; kernels fill `words` themselves. */
  static from(size: number, test: (row: number) => boolean): Bits {
    const bits = new Bits(size);
    for (let row = 0; row < size; row++) if (test(row)) bits.add(row);
    return bits;
  }

  has(row: number): boolean {
    return ((this.words[row >>> 5]! >>> (row & 31)) & 1) === 1;
  }

  add(row: number): void {
    this.words[row >>> 5]! |= 1 << (row & 31);
  }

  /** How many rows are in the set. */
  count(): number {
    let total = 0;
    for (let i = 0; i < this.words.length; i++) total += popcount(this.words[i]!);
    return total;
  }

  and(other: Bits): Bits {
    const [result, a, b] = this.#with(other);
    for (let i = 0; i < a.length; i++) result.words[i] = a[i]! & b[i]!;
    return result;
  }

  or(other: Bits): Bits {
    const [result, a, b] = this.#with(other);
    for (let i = 0; i < a.length; i++) result.words[i] = a[i]! | b[i]!;
    return result;
  }

  xor(other: Bits): Bits {
    const [result, a, b] = this.#with(other);
    for (let i = 0; i < a.length; i++) result.words[i] = a[i]! ^ b[i]!;
    return result;
  }

  /** The rows in this set that are not in `other`. */
  minus(other: Bits): Bits {
    const [result, a, b] = this.#with(other);
    for (let i = 0; i < a.length; i++) result.words[i] = a[i]! & ~b[i]!;
    return result;
  }

  not(): Bits {
    const result = new Bits(this.size);
    for (let i = 0; i < this.words.length; i++) result.words[i] = ~this.words[i]!;
    const spare = this.size & 31;
    if (spare) result.words[this.words.length - 1]! &= (1 << spare) - 1;
    return result;
  }

  equals(other: Bits): boolean {
    return this.size === other.size && this.words.every((word, i) => word === other.words[i]);
  }

  /** The rows in ascending order, skipping the first `skip`, at most `most`. */
  rows(skip = 0, most = Number.POSITIVE_INFINITY): number[] {
    const found: number[] = [];
    for (let i = 0; i < this.words.length && found.length < most; i++) {
      let word = this.words[i]!;
      while (word !== 0 && found.length < most) {
        const bit = 31 - Math.clz32(word & -word);
        if (skip > 0) skip--;
        else found.push(i * 32 + bit);
        word &= word - 1;
      }
    }
    return found;
  }

  /** Rows [from, from + size) as a set of their own. `from` is a multiple of 32. */
  slice(from: number, size: number): Bits {
    const result = new Bits(size, this.words.slice(from >>> 5, (from + size + 31) >>> 5));
    const spare = size & 31;
    if (spare) result.words[result.words.length - 1]! &= (1 << spare) - 1;
    return result;
  }

  /** An empty set of as many rows, and the words of both. No closure is called per word: that is far slower. */
  #with({ size, words }: Bits): [result: Bits, own: Uint32Array, other: Uint32Array] {
    if (size !== this.size) throw new Error(`sets of ${this.size} and ${size} rows`);
    return [new Bits(size), this.words, words];
  }
}

function popcount(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
