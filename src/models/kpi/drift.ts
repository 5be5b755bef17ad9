/** A share as a count of so many. */
export interface Counted {
  readonly hits: number;
  readonly n: number;
}

/** How a share moved. */
export interface Drift {
  readonly before: number;
  readonly now: number;
  /** Whether chance alone would hardly move it so far: |z| >= 1.96, 5 % on both sides together. */
  readonly isMarked: boolean;
}

/** From here on z is rare by chance. */
const RARE = 1.96;

/**
 * A share now against before: the z test of two proportions with the pooled share. null where there is nobody to take
 * a share of. See any text on the comparison of two proportions, e.g. NIST/SEMATECH e-Handbook 7.3.3.
 */
export function driftBetween(before: Counted, now: Counted): Drift | null {
  if (before.n === 0 || now.n === 0) return null;
  const [earlier, later] = [before.hits / before.n, now.hits / now.n];
  const pooled = (before.hits + now.hits) / (before.n + now.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.n + 1 / now.n));
  return { before: earlier, now: later, isMarked: error > 0 && Math.abs(later - earlier) / error >= RARE };
}
