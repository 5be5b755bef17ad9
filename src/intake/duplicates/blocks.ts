import type { Features, Prepared } from './features.ts';
import { emitKeys, type KeyKind, keyKinds } from './keys.ts';
import { Numbers } from './numbers.ts';
import { type Crowd, crowdOf } from './record.ts';

/** Records in a block that are compared each with each; a larger one is split by name, then by birth year. */
const largest = 48;

/** Pairs worth a comparison: `ones[i]` < `others[i]`, each once. */
export interface Candidates {
  readonly ones: Uint32Array;
  readonly others: Uint32Array;
  /** Blocks that stayed too large when split: they brought no pairs, or not all. */
  readonly crowds: readonly Crowd[];
}

/** A sorted entry holds kind (4 bits), hash of the key (28) and place of the record (21). */
const places = 2 ** 21;

/**
 * Which records are compared at all, of at most 2,097,152; with `changed` (1 by place) only what such a record has
 * part in. Yields how many records are done.
 */
export function* candidates(prepared: Prepared, changed?: Uint8Array): Generator<number, Candidates> {
  const { features } = prepared;
  const entries = yield* entriesOf(prepared, changed);
  const sorted = yield* entries.sorted(features.length);
  const crowds: Crowd[] = [];
  const pairs = new Pairs(features.length, changed);
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
    if (block.length <= largest) pairs.add(block);
    else {
      const crowd = split(block, prepared, pairs);
      if (crowd) crowds.push({ ...crowdOf(crowd), kind: keyKinds[Math.floor(hash / 2 ** 28)]!, value: '' });
    }
  }
  yield features.length;
  return { ...(yield* pairs.distinct()), crowds };
}

/** Every record under each of its keys; of those under which no changed record is, none. */
function* entriesOf(prepared: Prepared, changed: Uint8Array | undefined): Generator<number, Numbers> {
  const { features } = prepared;
  const entries = new Numbers(changed ? 1 << 12 : features.length * 24 + 64);
  const wanted = new Set<number>();
  for (const [place, each] of features.entries())
    if (changed?.[place]) emitKeys(prepared, each, (kind, key) => wanted.add(hashOf(kind, key)));
  for (const [place, each] of features.entries()) {
    if (place % 500 === 499) yield place;
    emitKeys(prepared, each, (kind, key) => {
      const hash = hashOf(kind, key);
      if (!changed || wanted.has(hash)) entries.push(hash * places + place);
    });
  }
  return entries;
}

function hashOf(kind: KeyKind, key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return keyKinds.indexOf(kind) * 2 ** 28 + (hash & 0xfffffff);
}

/** Pairs up the parts of a block that agree in more. The largest part that was still too large. */
function split(
  block: readonly number[],
  { features, names }: Prepared,
  pairs: Pairs,
): readonly number[] | undefined {
  const skeleton = (word: number) => (word === -1 ? '' : names.skeletons[word]!);
  const byName = (each: Features) => [skeleton(each.given), skeleton(each.family)].sort().join(' ');
  const byYear = (each: Features) => `${byName(each)} ${each.birthday.slice(0, 4)}`;
  let crowd: readonly number[] | undefined;
  for (const part of partsOf(block, features, byName)) {
    if (part.length <= largest) pairs.add(part);
    else
      for (const smaller of partsOf(part, features, byYear)) {
        if (smaller.length <= largest) pairs.add(smaller);
        else if (smaller.length > (crowd?.length ?? 0)) crowd = smaller;
      }
  }
  return crowd;
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

/** Pairs of the places of `size` records, of which one is changed where that is asked. */
class Pairs {
  readonly #size: number;
  readonly #changed: Uint8Array | undefined;
  readonly #numbers = new Numbers(1 << 16);

  constructor(size: number, changed: Uint8Array | undefined) {
    this.#size = size;
    this.#changed = changed;
  }

  /** All pairs within a block of rising places. */
  add(block: readonly number[]): void {
    const changed = this.#changed;
    for (let one = 0; one < block.length; one++)
      for (let other = one + 1; other < block.length; other++)
        if (!changed || changed[block[one]!] || changed[block[other]!])
          this.#numbers.push(block[one]! * this.#size + block[other]!);
  }

  *distinct(): Generator<number, { ones: Uint32Array; others: Uint32Array }> {
    const sorted = yield* this.#numbers.sorted(this.#size);
    let count = 0;
    for (let at = 0; at < sorted.length; at++)
      if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at]!;
    const ones = new Uint32Array(count);
    const others = new Uint32Array(count);
    for (let at = 0; at < count; at++) {
      if (at % 500_000 === 499_999) yield this.#size;
      ones[at] = Math.floor(sorted[at]! / this.#size);
      others[at] = sorted[at]! % this.#size;
    }
    return { ones, others };
  }
}
