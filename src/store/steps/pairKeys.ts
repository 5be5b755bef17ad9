/** Stands between the two ids of a pair. */
const SEPARATOR = '\t';

/** The two ids in order, as they are kept. */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join(SEPARATOR);
}

/** The two ids again. */
export function idsOf(pair: string): [string, string] {
  return pair.split(SEPARATOR) as [string, string];
}
