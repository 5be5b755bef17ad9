import type { Features, Prepared } from './features.ts';
import { emitKeys, type KeyKind, keyKinds } from './keys.ts';

/** Records in a block that are compared each with each; a larger one is split by name, then by birth year. */
const largest = 48;

/** Pairs worth a comparison: `ones[i]` < `others[i]`, each once. */
export interface Candidates {
  readonly ones: Uint32Array;
  readonly others: Uint32Array;
  /** How many blocks of each kind stayed too large when split: they brought no pairs. */
  readonly skipped: ReadonlyMap<KeyKind, number>;
}

/** A sorted entry holds kind (4 bits), hash of the key (28) and place of the record (21). */
const places = 2 ** 21;

/** Which records are compared at all, of at most 2,097,152. Yields how many records are done. */
export function* candidates(prepared: Prepared): Generator<number, Candidates> {
  const { features } = prepared;
  const entries = new Numbers(features.length * 24 + 64);
  for (const [place, each] of features.entries()) {
    if (place % 1_000 === 999) yield place;
    emitKeys(prepared, each, (kind, key) => entries.push(hashOf(kind, key) * places + place));
  }
  const sorted = entries.sorted();
  yield features.length;
  const skipped = new Map<KeyKind, number>();
  const pairs = new Numbers(1 << 16);
  let told = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    if (start - told > 20_000) {
      told = start;
      yield Math.floor((start / sorted.length) * features.length);
    }
    const hash = Math.floor(sorted[start]! / places);
    const block: number[] = [];
    for (; end < sorted.length && Math.floor(sorted[end]! / places) === hash; end++) {
      const place = sorted[end]! % places;
      if (block.at(-1) !== place) block.push(place);
    }
    if (block.length <= largest) pairUp(block, features.length, pairs);
    else if (split(block, prepared, pairs)) {
      const kind = keyKinds[Math.floor(hash / 2 ** 28)]!;
      skipped.set(kind, (skipped.get(kind) ?? 0) + 1);
    }
  }
  yield features.length;
  return { ...distinct(pairs.sorted(), features.length), skipped };
}

function hashOf(kind: KeyKind, key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return keyKinds.indexOf(kind) * 2 ** 28 + (hash & 0xfffffff);
}

function pairUp(block: readonly number[], size: number, pairs: Numbers): void {
  for (let one = 0; one < block.length; one++)
    for (let other = one + 1; other < block.length; other++) pairs.push(block[one]! * size + block[other]!);
}

/** Pairs up the parts of a block that agree in more. True where a part was still too large. */
function split(block: readonly number[], { features, names }: Prepared, pairs: Numbers): boolean {
  const skeleton = (word: number) => (word === -1 ? '' : names.skeletons[word]!);
  const byName = (each: Features) => [skeleton(each.given), skeleton(each.family)].sort().join(' ');
  const byYear = (each: Features) => `${byName(each)} ${each.birthday.slice(0, 4)}`;
  let isTooLarge = false;
  for (const part of partsOf(block, features, byName)) {
    if (part.length <= largest) pairUp(part, features.length, pairs);
    else
      for (const smaller of partsOf(part, features, byYear)) {
        if (smaller.length <= largest) pairUp(smaller, features.length, pairs);
        else isTooLarge = true;
      }
  }
  return isTooLarge;
}

function partsOf(
  block: readonly number[],
  features: readonly Features[],
  keyOf: (features: Features) => string,
): Iterable<number[]> {
  const parts = new Map<string, number[]>();
  for (const place of block) {
    const key = keyOf(features[place]!);
    const part = parts.get(key);
    if (part) part.push(place);
    else parts.set(key, [place]);
  }
  return parts.values();
}

function distinct(sorted: Float64Array, size: number): { ones: Uint32Array; others: Uint32Array } {
  let count = 0;
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at]!;
  const ones = new Uint32Array(count);
  const others = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    ones[at] = Math.floor(sorted[at]! / size);
    others[at] = sorted[at]! % size;
  }
  return { ones, others };
}

/** A list of numbers that grows in one piece. */
class Numbers {
  #values: Float64Array;
  #count = 0;

  constructor(room: number) {
    this.#values = new Float64Array(room);
  }

  push(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(this.#count * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count++] = value;
  }

  sorted(): Float64Array {
    return this.#values.subarray(0, this.#count).sort();
  }
}
