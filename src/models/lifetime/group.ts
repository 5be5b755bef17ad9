import type { Histories } from './history.ts';
import type { Unit } from './units.ts';

/**
 * The sufficient statistics of purchase models: customers with equal histories counted together, and the distinct
 * values that they are made of, so that logarithms and gamma functions are computed once for each of them.
 */
export interface Grouped {
  readonly customers: number;
  /** How many customers each group holds, and where its values are in the tables below. */
  readonly count: Float64Array<ArrayBuffer>;
  readonly repeatsAt: Uint32Array<ArrayBuffer>;
  readonly lastAtAt: Uint32Array<ArrayBuffer>;
  readonly ageAt: Uint32Array<ArrayBuffer>;
  readonly repeats: Float64Array<ArrayBuffer>;
  readonly lastAt: Float64Array<ArrayBuffer>;
  readonly age: Float64Array<ArrayBuffer>;
  /** Customers with each distinct number of repeats, with each distinct age, and the repeats of the latter. */
  readonly withRepeats: Float64Array<ArrayBuffer>;
  readonly withAge: Float64Array<ArrayBuffer>;
  readonly repeatsWithAge: Float64Array<ArrayBuffer>;
}

/** Nobody buys so often or is so old, in days or weeks. */
const most = 1e7;
/** Times are nothing, or at least this. */
const shortest = 1e-9;

/** Whether the purchase models can read a history: 0 <= lastAt <= age, and no time between purchases without one. */
export function isReadable(repeats: number, lastAt: number, age: number): boolean {
  const inOrder = lastAt >= 0 && age >= lastAt && (repeats > 0 || lastAt === 0);
  const inBounds = repeats <= most && age <= most && isTime(lastAt) && isTime(age);
  return Number.isInteger(repeats) && repeats >= 0 && inOrder && inBounds;
}

function isTime(time: number): boolean {
  return time === 0 || time >= shortest;
}

/** Groups equal histories. Customers who never bought, and histories that cannot be, are in no group. */
export function group({ repeats, lastAt, age }: Histories<Unit>): Grouped {
  const [ofRepeats, ofLastAt, ofAge] = [new Distinct(), new Distinct(), new Distinct()];
  const key = new Uint32Array(3 * repeats.length);
  let customers = 0;
  for (let row = 0; row < repeats.length; row++) {
    if (!isReadable(repeats[row]!, lastAt[row]!, age[row]!)) continue;
    const at = 3 * customers++;
    key[at] = ofRepeats.at(repeats[row]!);
    key[at + 1] = ofLastAt.at(lastAt[row]!);
    key[at + 2] = ofAge.at(age[row]!);
  }
  const repeatsOf = ofRepeats.values();
  const withRepeats = new Float64Array(ofRepeats.size);
  const withAge = new Float64Array(ofAge.size);
  const repeatsWithAge = new Float64Array(ofAge.size);
  const places = new Map<number, number>();
  const count: number[] = [];
  const leaders: number[] = [];
  for (let at = 0; at < 3 * customers; at += 3) {
    withRepeats[key[at]!]!++;
    withAge[key[at + 2]!]!++;
    repeatsWithAge[key[at + 2]!]! += repeatsOf[key[at]!]!;
    const packed = (key[at]! * ofLastAt.size + key[at + 1]!) * ofAge.size + key[at + 2]!;
    const place = places.get(packed);
    if (place === undefined) {
      places.set(packed, count.length);
      count.push(1);
      leaders.push(at);
    } else count[place]!++;
  }
  return {
    customers,
    count: Float64Array.from(count),
    repeatsAt: Uint32Array.from(leaders, at => key[at]!),
    lastAtAt: Uint32Array.from(leaders, at => key[at + 1]!),
    ageAt: Uint32Array.from(leaders, at => key[at + 2]!),
    repeats: repeatsOf,
    lastAt: ofLastAt.values(),
    age: ofAge.values(),
    withRepeats,
    withAge,
    repeatsWithAge,
  };
}

/** The same groups with every time divided by `span`. */
export function rescale(grouped: Grouped, span: number): Grouped {
  const shorten = (time: number) => time / span;
  return { ...grouped, lastAt: grouped.lastAt.map(shorten), age: grouped.age.map(shorten) };
}

/** Distinct values in the order of their first appearance. */
class Distinct {
  readonly #places = new Map<number, number>();

  at(value: number): number {
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(value, place);
    }
    return place;
  }

  get size(): number {
    return this.#places.size;
  }

  values(): Float64Array<ArrayBuffer> {
    return Float64Array.from(this.#places.keys());
  }
}
