import type { Grouped } from './group.ts';
import { addSlopes, rateOfAges } from './likelihood.ts';
import type { Slope } from './maximise.ts';
import { digamma, logGamma, trigamma } from './special.ts';

/** A customer may be lost after every purchase: BG/NBD after each repeat, MBG/NBD after the first one too. */
export type BetaGeometric = 'BG/NBD' | 'MBG/NBD';

/** How many more chances of loss a customer has survived than the repeats tell. */
export function chancesBefore(model: BetaGeometric): 0 | 1 {
  return model === 'MBG/NBD' ? 1 : 0;
}

/**
 * The log-likelihood of a base with its first and second derivatives by (r, alpha, a, b), in one pass over the groups.
 * With k = 0 for BG/NBD (Fader, Hardie & Lee 2005, eq. 6) and 1 for MBG/NBD (Batislam, Denizel & Filiztekin 2007):
 *
 *   L = G(r+x) alpha^r / G(r) / (alpha+T)^(r+x) * B(a, b+x+k) / B(a, b) * (1 + e^u)
 *   u = log(a / (b+x+k-1)) + (r+x) log((alpha+T) / (alpha+t_x)), left out for x + k = 0
 *
 * so that only u is particular to a group, and 1 / (1 + e^u) is the probability of being alive.
 */
export function betaGeometricLikelihood(
  model: BetaGeometric,
  grouped: Grouped,
  at: readonly number[],
): Slope {
  return addSlopes(ofTables(model, grouped, at), ofGroups(model, grouped, at));
}

/** The part of the likelihood that is a sum over distinct repeats and distinct ages. */
function ofTables(model: BetaGeometric, grouped: Grouped, [r, alpha, a, b]: readonly number[]): Slope {
  const n = grouped.customers;
  const rate = rateOfAges(grouped, r!, alpha!);
  const [ofR, ofB, ofSum] = [logGamma(r!), logGamma(b!), logGamma(a! + b!)];
  const [firstR, firstB, firstSum] = [digamma(r!), digamma(b!), digamma(a! + b!)];
  const [secondR, secondB, secondSum] = [trigamma(r!), trigamma(b!), trigamma(a! + b!)];
  let value = rate.value;
  let [gr, ga, gb] = [rate.r, 0, 0];
  let [rr, aa, bb] = [0, 0, 0];
  for (let index = 0; index < grouped.repeats.length; index++) {
    const x = grouped.repeats[index]!;
    const times = grouped.withRepeats[index]!;
    const survived = x + chancesBefore(model);
    value += times * (logGamma(r! + x) - ofR + logGamma(b! + survived) - ofB);
    value -= times * (logGamma(a! + b! + survived) - ofSum);
    const sum = firstSum - digamma(a! + b! + survived);
    const curve = secondSum - trigamma(a! + b! + survived);
    gr += times * (digamma(r! + x) - firstR);
    ga += times * sum;
    gb += times * (digamma(b! + survived) - firstB + sum);
    rr += times * (trigamma(r! + x) - secondR);
    aa += times * curve;
    bb += times * (trigamma(b! + survived) - secondB + curve);
  }
  const rAlpha = n / alpha! - rate.perAge;
  return {
    value,
    gradient: [gr, rate.alpha, ga, gb],
    hessian: [
      [rr, rAlpha, 0, 0],
      [rAlpha, rate.alphaAlpha, 0, 0],
      [0, 0, aa, aa],
      [0, 0, aa, bb],
    ],
  };
}

/** The part log(1 + e^u): that customers with such a silence may have been lost. */
function ofGroups(model: BetaGeometric, grouped: Grouped, [r, alpha, a, b]: readonly number[]): Slope {
  const { count, repeatsAt, lastAtAt, ageAt, repeats } = grouped;
  const logAge = grouped.age.map(age => Math.log(alpha! + age));
  const logLast = grouped.lastAt.map(last => Math.log(alpha! + last));
  const perAge = grouped.age.map(age => 1 / (alpha! + age));
  const perLast = grouped.lastAt.map(last => 1 / (alpha! + last));
  const base = Math.log(a!);
  const logChances = repeats.map(x => base - Math.log(Math.max(b! + x + chancesBefore(model) - 1, 0)));
  const perChances = repeats.map(x => 1 / (b! + x + chancesBefore(model) - 1));
  const ua = 1 / a!;
  let value = 0;
  let [gr, galpha, ga, gb] = [0, 0, 0, 0];
  let [rr, rAlpha, ra, rb, alphaAlpha, alphaA, alphaB, aa, ab, bb] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let index = 0; index < count.length; index++) {
    const atX = repeatsAt[index]!;
    const x = repeats[atX]!;
    if (x + chancesBefore(model) === 0) continue;
    const atAge = ageAt[index]!;
    const atLast = lastAtAt[index]!;
    const times = count[index]!;
    const silence = logAge[atAge]! - logLast[atLast]!;
    const shape = r! + x;
    const u = logChances[atX]! + shape * silence;
    const odds = Math.exp(u);
    value += times * (u > 35 ? u : Math.log1p(odds));
    const lost = u > 35 ? 1 : odds / (1 + odds);
    const weight = times * lost;
    const spread = weight * (1 - lost);
    const shift = perAge[atAge]! - perLast[atLast]!;
    const ualpha = shape * shift;
    const ub = -perChances[atX]!;
    gr += weight * silence;
    galpha += weight * ualpha;
    ga += weight * ua;
    gb += weight * ub;
    rr += spread * silence * silence;
    rAlpha += spread * silence * ualpha + weight * shift;
    ra += spread * silence * ua;
    rb += spread * silence * ub;
    alphaAlpha += spread * ualpha * ualpha - weight * ualpha * (perAge[atAge]! + perLast[atLast]!);
    alphaA += spread * ualpha * ua;
    alphaB += spread * ualpha * ub;
    aa += spread * ua * ua - weight * ua * ua;
    ab += spread * ua * ub;
    bb += spread * ub * ub + weight * ub * ub;
  }
  return {
    value,
    gradient: [gr, galpha, ga, gb],
    hessian: [
      [rr, rAlpha, ra, rb],
      [rAlpha, alphaAlpha, alphaA, alphaB],
      [ra, alphaA, aa, ab],
      [rb, alphaB, ab, bb],
    ],
  };
}
