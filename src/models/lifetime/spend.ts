import type { Histories } from './history.ts';
import { maximise, type Slope, standardErrors } from './maximise.ts';
import { digamma, logGamma, trigamma } from './special.ts';
import type { Unit } from './units.ts';

/** What a fit of spends has to tell: as in FitNote; 'unreadable' counts repeaters without a positive mean spend. */
export type SpendNote =
  | { readonly code: 'tooLittleData'; readonly customers: number }
  | { readonly code: 'atEdge'; readonly parameters: readonly string[] }
  | { readonly code: 'notConverged' }
  | { readonly code: 'unreadable'; readonly customers: number }
  /** The fitted tail is so heavy that it has no mean (q <= 1): the base's own mean stands in for newcomers. */
  | { readonly code: 'noMean' };

/**
 * What customers spend on a day of a purchase. `parameters`: p, q, gamma (Gamma-Gamma), or none for the simple average.
 * `mean`: the mean over customers of their own means, in the money of the histories.
 */
export interface SpendFit {
  readonly model: 'Gamma-Gamma' | 'average';
  readonly parameters: readonly number[];
  readonly errors: readonly (number | null)[];
  readonly logLikelihood: number;
  readonly mean: number;
  readonly customers: number;
  /** Correlation of repeats and mean spend, which the model takes for 0; null where one of them does not vary. */
  readonly correlation: number | null;
  readonly evaluations: number;
  readonly notes: readonly SpendNote[];
}

/** Customers with equal repeats and equal mean spend, counted. */
interface Spends {
  readonly customers: number;
  readonly repeats: Float64Array;
  readonly spend: Float64Array;
}

/** Nobody spends so much on a day, in any currency's minor units. */
const mostSpend = 1e18;
const fewestSpenders = 10;
export const spendParameters = ['p', 'q', 'gamma'] as const;

/**
 * Fits the Gamma-Gamma model of spend (Fader, Hardie & Lee 2005; Fader & Hardie 2013) to those who repeated, by
 * maximum likelihood. Never throws: under 10 spenders, or where all spend the same, the simple average stands in.
 */
export function fitSpends(histories: Histories<Unit>): SpendFit {
  const spends = spendersOf(histories);
  const { customers } = spends;
  const repeaters = histories.repeats.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0);
  const mean = customers > 0 ? spends.spend.reduce((sum, each) => sum + each, 0) / customers : 0;
  const notes: SpendNote[] = [];
  if (repeaters > customers) notes.push({ code: 'unreadable', customers: repeaters - customers });
  const about = { mean, customers, correlation: correlationOf(spends.repeats, spends.spend) };
  const alike = spends.spend.every(each => Math.abs(each - spends.spend[0]!) <= 1e-9 * mean);
  if (customers < fewestSpenders || alike) {
    notes.push({ code: 'tooLittleData', customers });
    return {
      ...about,
      model: 'average',
      parameters: [],
      errors: [],
      logLikelihood: 0,
      evaluations: 0,
      notes,
    };
  }
  // Money is counted in the mean spend while searching, so that no currency is farther than another.
  const scaled = { ...spends, spend: spends.spend.map(each => each / mean) };
  const found = maximise(at => spendLikelihood(scaled, at), [3, 3, 1]);
  if (!found.converged) notes.push({ code: 'notConverged' });
  if (found.edges.length > 0) {
    notes.push({ code: 'atEdge', parameters: found.edges.map(at => spendParameters[at]!) });
  }
  if (found.at[1]! <= 1) notes.push({ code: 'noMean' });
  const errors = standardErrors(found.slope, found.edges);
  const unit = (at: number) => (at === 2 ? mean : 1);
  return {
    ...about,
    model: 'Gamma-Gamma',
    parameters: found.at.map((value, at) => value * unit(at)),
    errors: errors.map((error, at) => (error === null ? null : error * unit(at))),
    logLikelihood: found.slope.value - customers * Math.log(mean),
    evaluations: found.evaluations,
    notes,
  };
}

/**
 * What the next purchase is expected to bring, of a customer whose `repeats` brought `spend` on average: between the
 * customer's own mean and the base's (Fader & Hardie 2013, eq. 5); the base's mean where nothing was repeated.
 */
export function expectedSpend(
  { model, parameters, mean }: Pick<SpendFit, 'model' | 'parameters' | 'mean'>,
  repeats: number,
  spend: number,
): number {
  const known = repeats > 0 && isSpend(spend);
  if (model === 'average') return mean;
  const [p, q, gamma] = parameters as [number, number, number];
  const shape = q + (known ? p * repeats : 0);
  if (shape <= 1) return known ? spend : mean;
  return (p * (gamma + (known ? repeats * spend : 0))) / (shape - 1);
}

/** Whether a mean spend tells anything. */
export function isSpend(spend: number): boolean {
  return spend > 0 && spend <= mostSpend;
}

function spendersOf({ repeats, spend }: Histories<Unit>): Spends {
  const rows = Array.from(repeats.keys()).filter(
    row => repeats[row]! > 0 && isSpend(spend[row]!) && repeats[row]! < Infinity,
  );
  return {
    customers: rows.length,
    repeats: Float64Array.from(rows, row => repeats[row]!),
    spend: Float64Array.from(rows, row => spend[row]!),
  };
}

/** The log-likelihood of the mean spends (Fader & Hardie 2013, eq. 1a), with derivatives by (p, q, gamma). */
function spendLikelihood({ customers, repeats, spend }: Spends, [p, q, gamma]: readonly number[]): Slope {
  const logScale = Math.log(gamma!);
  let value = customers * (q! * logScale - logGamma(q!));
  let gp = 0;
  let gq = customers * (logScale - digamma(q!));
  let ggamma = (customers * q!) / gamma!;
  let [pp, pq, pgamma] = [0, 0, 0];
  let qq = -customers * trigamma(q!);
  let qgamma = customers / gamma!;
  let gammaGamma = (-customers * q!) / (gamma! * gamma!);
  const gammasOf = new Map<number, readonly [number, number, number, number, number]>();
  for (let row = 0; row < customers; row++) {
    const x = repeats[row]!;
    let gammas = gammasOf.get(x);
    if (!gammas) {
      const [own, all] = [p! * x, p! * x + q!];
      const log = logGamma(all) - logGamma(own);
      gammas = [log, digamma(own), digamma(all), trigamma(own), trigamma(all)];
      gammasOf.set(x, gammas);
    }
    const [log, firstOwn, firstAll, secondOwn, secondAll] = gammas;
    const money = x * spend[row]!;
    const logMoney = Math.log(money);
    const logAll = Math.log(gamma! + money);
    const inverse = 1 / (gamma! + money);
    const shape = p! * x + q!;
    value += log + p! * x * logMoney - Math.log(spend[row]!) - shape * logAll;
    gp += x * (firstAll - firstOwn + logMoney - logAll);
    gq += firstAll - logAll;
    ggamma -= shape * inverse;
    pp += x * x * (secondAll - secondOwn);
    pq += x * secondAll;
    pgamma -= x * inverse;
    qq += secondAll;
    qgamma -= inverse;
    gammaGamma += shape * inverse * inverse;
  }
  return {
    value,
    gradient: [gp, gq, ggamma],
    hessian: [
      [pp, pq, pgamma],
      [pq, qq, qgamma],
      [pgamma, qgamma, gammaGamma],
    ],
  };
}

/** Pearson's correlation, null where one side does not vary. */
function correlationOf(one: Float64Array, other: Float64Array): number | null {
  const n = one.length;
  if (n < 2) return null;
  const [meanOne, meanOther] = [one, other].map(values => values.reduce((sum, each) => sum + each, 0) / n);
  let [both, ones, others] = [0, 0, 0];
  for (let row = 0; row < n; row++) {
    const [a, b] = [one[row]! - meanOne!, other[row]! - meanOther!];
    both += a * b;
    ones += a * a;
    others += b * b;
  }
  return ones > 0 && others > 0 ? both / Math.sqrt(ones * others) : null;
}
