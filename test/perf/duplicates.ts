import { findDuplicates } from '../../src/intake/duplicates/find.ts';
import { jaroWinkler } from '../../src/intake/duplicates/similarity.ts';
import { inventedBase } from '../intake/duplicates/invented.ts';

/** What finding duplicates took, in milliseconds. */
export interface DuplicateTimes {
  readonly customers: number;
  /** The whole base, compared by everything that is known. */
  readonly whole: number;
  /** One record in a hundred changed, compared with the base. */
  readonly changed: number;
  /** The longest stretch of work of either before others could have their turn. */
  readonly longest: number;
  /** Names alone, each with each, by Jaro and Winkler's measure: counted on one pair in `share`, and scaled. */
  readonly naive: number;
}

const customers = 20_000;
const share = 100;

/** Finds the duplicates of an invented base, whole and after changes. Throws where it finds too few. */
export function benchDuplicates(): DuplicateTimes {
  const { records } = inventedBase(customers, 0.08, 7);
  const whole = timed(() => findDuplicates(records));
  const { weights } = whole.search;
  const changed = Uint8Array.from(records, (_, place) => Number(place % 100 === 0));
  const part = timed(() => findDuplicates(records, { weights, changed }));
  const sure = whole.search.pairs.filter(({ score }) => score >= 0.5).length;
  if (sure < customers * 0.05) throw new Error(`only ${sure} pairs found`);
  return {
    customers,
    whole: whole.took,
    changed: part.took,
    longest: Math.max(whole.longest, part.longest),
    naive: namesAlone(records.map(({ name }) => name)),
  };
}

function timed(search: () => ReturnType<typeof findDuplicates>) {
  const began = performance.now();
  const steps = search();
  let longest = 0;
  for (let before = began; ; ) {
    const step = steps.next();
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (step.done) return { search: step.value, took: now - began, longest };
  }
}

function namesAlone(names: readonly string[]): number {
  const began = performance.now();
  let alike = 0;
  for (let one = 0; one < names.length; one += share)
    for (let other = 0; other < names.length; other++)
      if (jaroWinkler(names[one]!, names[other]!) > 0.9) alike++;
  if (alike < names.length / share) throw new Error('names are like themselves');
  return ((performance.now() - began) * share) / 2;
}
