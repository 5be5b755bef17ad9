import { type Audit, Dice, standingOf } from '../domain/index.ts';

/** What a sampling audit says of the share of wrong records in the base. */
export interface AuditVerdict {
  /** 'pass': the share is at most the tolerated one; 'fail': it is above; 'open': the evidence is not enough. */
  readonly outcome: 'pass' | 'fail' | 'open';
  readonly checked: number;
  readonly wrong: number;
  /** The share lies between these, each bound holding with the audit's confidence; 0 and 1 where nothing is known. */
  readonly least: number;
  readonly most: number;
  /** Further records without a mistake that would make it a pass; 0 once it is decided. */
  readonly needed: number;
}

/**
 * P(X <= wrong) for X ~ Binomial(checked, share). Exact, summed from the logarithms of its terms so that nothing
 * under- or overflows.
 */
export function binomialAtMost(wrong: number, checked: number, share: number): number {
  if (wrong >= checked || share <= 0) return 1;
  if (wrong < 0 || share >= 1) return 0;
  const [logHit, logMiss] = [Math.log(share), Math.log1p(-share)];
  let logWays = 0;
  let total = 0;
  for (let hits = 0; hits <= wrong; hits++) {
    if (hits > 0) logWays += Math.log(checked - hits + 1) - Math.log(hits);
    total += Math.exp(logWays + hits * logHit + (checked - hits) * logMiss);
  }
  return Math.min(total, 1);
}

/**
 * The verdict on "at most `tolerated` of the records are wrong" by the exact binomial test (Clopper and Pearson
 * 1934), one-sided at `confidence` in either direction: at 1 % and 95 % it takes 299 records without a mistake, 473
 * with one, 628 with two, 773 with three to pass.
 */
export function auditVerdict(
  checked: number,
  wrong: number,
  { tolerated, confidence }: Pick<Audit, 'tolerated' | 'confidence'>,
): AuditVerdict {
  const doubt = 1 - confidence;
  const passes = (records: number) => binomialAtMost(wrong, records, tolerated) <= doubt;
  const fails = 1 - binomialAtMost(wrong - 1, checked, tolerated) <= doubt;
  const outcome = passes(checked) && checked > 0 ? 'pass' : fails ? 'fail' : 'open';
  return {
    outcome,
    checked,
    wrong,
    least: wrong === 0 ? 0 : shareWhere(share => 1 - binomialAtMost(wrong - 1, checked, share) > doubt),
    most: wrong >= checked ? 1 : shareWhere(share => binomialAtMost(wrong, checked, share) <= doubt),
    needed: outcome === 'open' ? leastWhere(checked, passes) - checked : 0,
  };
}

/** How many records must be looked at, `wrong` of them wrong, for the audit to pass. */
export function recordsToPass(
  wrong: number,
  { tolerated, confidence }: Pick<Audit, 'tolerated' | 'confidence'>,
) {
  return leastWhere(wrong, records => binomialAtMost(wrong, records, tolerated) <= 1 - confidence);
}

/** The verdict on an audit as far as it has got. A record counts once it is wrong, or right in every field. */
export function verdictOf(audit: Audit): AuditVerdict {
  const standings = audit.items.map(item => standingOf(item, audit.fields));
  const wrong = standings.filter(standing => standing === 'wrong').length;
  const checked = standings.filter(standing => standing !== 'open').length;
  return auditVerdict(checked, wrong, audit);
}

/** `size` different items, each as likely as any other; the same seed draws the same ones, in the same order. */
export function drawSample<Item>(items: readonly Item[], size: number, seed: number): Item[] {
  const pool = [...items];
  const dice = new Dice(seed);
  const drawn = Math.min(size, pool.length);
  for (let place = 0; place < drawn; place++) {
    const other = dice.whole(place, pool.length - 1);
    [pool[place], pool[other]] = [pool[other]!, pool[place]!];
  }
  return pool.slice(0, drawn);
}

/** The share in [0, 1] from which on `holds` is true. */
function shareWhere(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The least whole number above `from` for which `holds` is true, where it stays true from there on. */
function leastWhere(from: number, holds: (value: number) => boolean): number {
  let high = from + 1;
  while (!holds(high)) high *= 2;
  let low = from;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
