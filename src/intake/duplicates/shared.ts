import type { Features, Prepared } from './features.ts';
import { likeness, type Vocabulary } from './vocabulary.ts';

/** So many people with names that have nothing in common are a switchboard, not one customer. */
const tooMany = 4;

/** For every value of a vocabulary: 1 where people with different names share it. */
export function isShared(
  { features, names }: Pick<Prepared, 'features' | 'names'>,
  vocabulary: Vocabulary,
  pick: (features: Features) => readonly number[],
): Uint8Array {
  const shared = new Uint8Array(vocabulary.size);
  const seen = new Map<number, Features[]>();
  for (const each of features) {
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

/** True where neither word of one name is like either of the other. */
export function areStrangers(names: Vocabulary, one: Features, other: Features): boolean {
  for (const left of [one.given, one.family])
    for (const right of [other.given, other.family])
      if (left !== -1 && right !== -1 && names.likeness(left, right) !== likeness.different) return false;
  return true;
}
