import { countDistribution } from './counts.ts';
import { expectedPurchases } from './expected.ts';
import type { History } from './history.ts';
import { type Fitted, type Outlook, outlookOf } from './outlook.ts';
import { betaShare } from './special.ts';
import { expectedSpend, isSpend, type SpendFit } from './spend.ts';
import { inUnit, type Time, type Unit } from './units.ts';

/** For which time ahead a customer's value is counted, and what later money is worth now. */
export interface Terms<In extends Unit> {
  readonly periods: number;
  readonly period: Time<In>;
  /** The discount of one period: 0.01 = 1 %. Money of a period counts at its end. */
  readonly discount: number;
  /** The share of revenue that is profit; 1 values revenue. */
  readonly margin: number;
}

/** What a customer is expected to be worth within the terms, in the money of the spends. */
export interface CustomerValue {
  readonly alive: number;
  readonly purchases: number;
  /** The expected spend on a day of a purchase. */
  readonly spend: number;
  readonly value: number;
}

/** The value lies between these with the probability that was asked for. */
export interface ValueInterval {
  readonly low: number;
  readonly high: number;
}

const daysInMonth = 365.25 / 12;

/** Terms of whole months with the discount of a year, compounded. */
export function monthlyTerms<In extends Unit>(
  months: number,
  yearlyDiscount: number,
  margin: number,
  unit: In,
): Terms<In> {
  const period = inUnit(daysInMonth as Time<'days'>, 'days', unit);
  return { periods: months, period, discount: (1 + yearlyDiscount) ** (1 / 12) - 1, margin };
}

/**
 * Expected value: margin * expected spend * the sum over periods of the purchases expected in each, discounted to now
 * (Fader, Hardie & Lee 2005, RFM and CLV: using iso-value curves).
 * @param spend the customer's mean spend on days of repeat purchases
 */
export function customerValue<In extends Unit>(
  fit: Fitted<In>,
  spends: Pick<SpendFit, 'model' | 'parameters' | 'mean'>,
  history: History<NoInfer<In>>,
  spend: number,
  terms: Terms<NoInfer<In>>,
): CustomerValue {
  const outlook = outlookOf(fit, history);
  const each = expectedSpend(spends, history.repeats, spend);
  const { total, discounted } = purchasesWithin(outlook, terms);
  return {
    alive: outlook.alive,
    purchases: total,
    spend: each,
    value: terms.margin * each * discounted,
  };
}

/** Purchases within the terms, and their number when later ones count less. */
export function purchasesWithin<In extends Unit>(outlook: Outlook<In>, terms: Terms<NoInfer<In>>) {
  let total = 0;
  let discounted = 0;
  for (let period = 1; period <= terms.periods; period++) {
    const until = expectedPurchases(outlook, (period * terms.period) as Time<In>);
    discounted += (until - total) / (1 + terms.discount) ** period;
    total = until;
  }
  return { total, discounted };
}

/**
 * Between which amounts the customer's value lies with a probability of `confidence`: what chance does, in how often
 * the customer buys and in how much each purchase brings, with the fits taken as they are. Given n purchases their sum
 * over gamma + x z is beta-prime distributed with (p n, q + p x), as follows from the Gamma-Gamma model; the time at
 * which money comes is that of the mean.
 */
export function valueInterval<In extends Unit>(
  fit: Fitted<In>,
  spends: Pick<SpendFit, 'model' | 'parameters' | 'mean'>,
  history: History<NoInfer<In>>,
  spend: number,
  terms: Terms<NoInfer<In>>,
  confidence: number,
): ValueInterval {
  const outlook = outlookOf(fit, history);
  const { total, discounted } = purchasesWithin(outlook, terms);
  if (!(total > 0)) return { low: 0, high: 0 };
  const worth = (terms.margin * discounted) / total;
  const counts = countDistribution(outlook, (terms.periods * terms.period) as Time<In>);
  const sums = sumsOf(spends, history.repeats, spend);
  const quantile = (share: number) => worth * quantileOf(counts, sums, share);
  return { low: quantile((1 - confidence) / 2), high: quantile((1 + confidence) / 2) };
}

/** The spend of n purchases: an amount for every share of `reach`, and how probably they bring at most so much. */
interface Sums {
  amountAt(reach: number): number;
  share(purchases: number, reach: number): number;
}

function sumsOf(
  { model, parameters, mean }: Pick<SpendFit, 'model' | 'parameters' | 'mean'>,
  repeats: number,
  spend: number,
): Sums {
  if (model === 'average') {
    const amountAt = (reach: number) => (mean * reach) / (1 - reach);
    return { amountAt, share: (purchases, reach) => (amountAt(reach) >= mean * purchases ? 1 : 0) };
  }
  const [p, q, gamma] = parameters as [number, number, number];
  const known = repeats > 0 && isSpend(spend);
  const scale = gamma + (known ? repeats * spend : 0);
  const shape = q + (known ? p * repeats : 0);
  return {
    amountAt: reach => (scale * reach) / (1 - reach),
    share: (purchases, reach) => betaShare(reach, p * purchases, shape),
  };
}

/** Where the spend of a random number of purchases reaches `share`, by halving. */
function quantileOf(counts: Float64Array, sums: Sums, share: number): number {
  if (counts[0]! >= share) return 0;
  // Counts at either end that together hold less than a thousandth of what is sought are not worth their time.
  const doubt = 1e-3 * Math.min(share, 1 - share);
  let [first, last] = [1, counts.length - 1];
  for (let mass = counts[last]!; mass < doubt && last > first; mass += counts[--last]!);
  let below = counts[0]!;
  for (let mass = counts[first]!; mass < doubt && first < last; mass += counts[++first]!)
    below += counts[first]!;
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const reach = (low + high) / 2;
    let reached = below;
    for (let n = first; n <= last && reached < share; n++) reached += counts[n]! * sums.share(n, reach);
    if (reached < share) low = reach;
    else high = reach;
  }
  return sums.amountAt(low);
}
