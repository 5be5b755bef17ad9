import { isHan, skeletonOf, soundOf } from './fold.ts';
import { editDistance, jaroWinkler } from './similarity.ts';

/** How alike two words are, the best first. */
export const likeness = { same: 0, sound: 1, typo: 2, near: 3, initial: 4, different: 5 } as const;
export type Likeness = (typeof likeness)[keyof typeof likeness];

const largestCache = 1 << 20;

/** The words of one kind in a base: each has a number, counts, its sound; and how alike two are is remembered. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly texts: string[] = [];
  /** How many records have it. */
  readonly counts: number[] = [];
  /** Number of its sound in `soundCounts`. */
  readonly sounds: number[] = [];
  readonly skeletons: string[] = [];
  readonly soundCounts: number[] = [];
  readonly soundTexts: string[] = [];
  readonly #soundNumbers = new Map<string, number>();
  /** What was found of pairs of words lately, by a hash of the two; made when the first two are compared. */
  #pairs = new Float64Array(0);
  #found = new Uint8Array(0);

  get size(): number {
    return this.texts.length;
  }

  /** The word's number, counted once more. */
  add(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.texts.length;
      this.#numbers.set(word, number);
      this.texts.push(word);
      this.counts.push(0);
      const sound = soundOf(word);
      this.sounds.push(this.#soundNumber(sound));
      this.skeletons.push(skeletonOf(sound));
    }
    this.counts[number]!++;
    this.soundCounts[this.sounds[number]!]!++;
    return number;
  }

  #soundNumber(sound: string): number {
    let number = this.#soundNumbers.get(sound);
    if (number === undefined) {
      number = this.soundCounts.length;
      this.#soundNumbers.set(sound, number);
      this.soundCounts.push(0);
      this.soundTexts.push(sound);
    }
    return number;
  }

  /** How alike two words are, by their numbers. */
  likeness(one: number, other: number): Likeness {
    if (one === other) return likeness.same;
    const key = one < other ? one * 67_108_864 + other : other * 67_108_864 + one;
    if (this.#pairs.length === 0) this.#makeRoom();
    const place = (Math.imul(one ^ (other << 1) ^ other, 0x9e3779b1) >>> 12) & (this.#pairs.length - 1);
    if (this.#pairs[place] === key) return this.#found[place] as Likeness;
    const found = this.#compare(one, other);
    this.#pairs[place] = key;
    this.#found[place] = found;
    return found;
  }

  #makeRoom(): void {
    let room = 1 << 10;
    while (room < largestCache && room < this.size * 16) room *= 2;
    this.#pairs = new Float64Array(room);
    this.#found = new Uint8Array(room);
  }

  #compare(one: number, other: number): Likeness {
    if (this.sounds[one] === this.sounds[other]) return likeness.sound;
    const [left, right] = [this.texts[one]!, this.texts[other]!];
    // A slip leaves a Chinese word no shape to know it by: two characters of which one is the same are near at best.
    if (isHan(left) && isHan(right))
      return left.length > 1 && left.length === right.length && (left[0] === right[0] || left[1] === right[1])
        ? likeness.near
        : likeness.different;
    return likenessOf(this.soundTexts[this.sounds[one]!]!, this.soundTexts[this.sounds[other]!]!);
  }
}

/** How alike two different words of letters or figures are: a slip of the keys, farther off, an initial. */
export function likenessOf(one: string, other: string): Likeness {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length === 1) return long.startsWith(short) ? likeness.initial : likeness.different;
  const slips = long.length >= 8 ? 2 : long.length >= 3 ? 1 : 0;
  if (editDistance(short, long, slips) <= slips) return likeness.typo;
  if (/\d/.test(short)) return likeness.different;
  if (short.length >= 3 && (long.startsWith(short) || jaroWinkler(short, long) >= 0.9)) return likeness.near;
  return likeness.different;
}
