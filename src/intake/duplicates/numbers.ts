/** Numbers that are sorted in one go, in a few milliseconds. */
const part = 1 << 16;

/** A list of numbers of 0 and more that grows in one piece. */
export class Numbers {
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

  /** The numbers from the least on. Sorts stretches of them, and yields `tell` after each. */
  *sorted(tell: number): Generator<number, Float64Array> {
    const values = this.#values.subarray(0, this.#count);
    if (values.length <= part) return values.sort();
    const stretches = 2 * Math.ceil(values.length / part);
    let most = 0;
    for (const value of values) most = Math.max(most, value);
    const stretchOf = (value: number) => Math.floor((value / (most + 1)) * stretches);
    const ends = new Uint32Array(stretches + 1);
    for (const value of values) ends[stretchOf(value) + 1]!++;
    for (let at = 0; at < stretches; at++) ends[at + 1]! += ends[at]!;
    yield tell;
    const sorted = new Float64Array(values.length);
    const next = ends.slice();
    for (const value of values) sorted[next[stretchOf(value)]!++] = value;
    for (let at = 0; at < stretches; at++) {
      yield tell;
      sorted.subarray(ends[at]!, ends[at + 1]!).sort();
    }
    return sorted;
  }
}
