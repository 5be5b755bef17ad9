import type { Features, Prepared } from './features.ts';
import { type Crowd, crowdOf } from './record.ts';
import { likeness, type Vocabulary } from './vocabulary.ts';

/** So many people with names that have nothing in common are a switchboard, not one customer. */
const tooMany = 4;

/** For every value of a vocabulary: 1 where people with different names share it. Yields how many are done. */
export function* sharedValues(
  { features, names }: Pick<Prepared, 'features' | 'names'>,
  vocabulary: Vocabulary,
  pick: (features: Features) => readonly number[],
): Generator<number, Uint8Array> {
  const shared = new Uint8Array(vocabulary.size);
  const seen = new Map<number, Features[]>();
  for (const [place, each] of features.entries()) {
    if (place % 500 === 499) yield place;
    if (each.family === -1) continue;
    for (const value of pick(each)) {
      if (vocabulary.counts[value]! < tooMany || shared[value]) continue;
      const others = seen.get(value);
      if (!others) seen.set(value, [each]);
      else if (others.every(other => areStrangers(names, each, other)) && others.push(each) >= tooMany)
        shared[value] = 1;
    }
  }
  return shared;
}

/** The values that are shared, each with the records that have it. */
export function crowdsOf(
  kind: string,
  features: readonly Features[],
  vocabulary: Vocabulary,
  shared: Uint8Array,
  pick: (features: Features) => readonly number[],
): Crowd[] {
  const having = new Map<number, number[]>();
  for (const [place, each] of features.entries())
    for (const value of pick(each)) if (shared[value]) pushTo(having, value, place);
  return Array.from(having, ([value, places]) => ({
    ...crowdOf(places),
    kind,
    value: vocabulary.texts[value]!,
  }));
}

function pushTo(lists: Map<number, number[]>, key: number, place: number): void {
  const list = lists.get(key);
  if (list) list.push(place);
  else lists.set(key, [place]);
}

/** True where neither word of one name is like either of the other. */
export function areStrangers(names: Vocabulary, one: Features, other: Features): boolean {
  for (const left of [one.given, one.family])
    for (const right of [other.given, other.family])
      if (left !== -1 && right !== -1 && names.likeness(left, right) !== likeness.different) return false;
  return true;
}
