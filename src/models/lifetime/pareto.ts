import type { Grouped } from './group.ts';
import { rateOfAges } from './likelihood.ts';
import type { Slope } from './maximise.ts';
import { negligible, nodes, panelWidth, weights } from './quadrature.ts';
import { digamma, logGamma, trigamma } from './special.ts';

/**
 * The log-likelihood of a base under Pareto/NBD with its derivatives by (r, alpha, s, beta):
 *
 *   L = G(r+x) alpha^r beta^s / G(r) / (alpha+T)^(r+x) / (beta+T)^s * (1 + odds)
 *
 * (Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, A note on deriving the Pareto/NBD model), with the odds
 * of having been lost as the integral that their hypergeometric functions stand for. It has no difference of large
 * terms, so it neither overflows nor cancels.
 */
export function paretoLikelihood(grouped: Grouped, [r, alpha, s, beta]: readonly number[]): Slope {
  const { customers, repeats, withRepeats, age, withAge, count, repeatsAt, lastAtAt, ageAt, lastAt } =
    grouped;
  const rate = rateOfAges(grouped, r!, alpha!);
  const [ofR, firstR, secondR] = [logGamma(r!), digamma(r!), trigamma(r!)];
  let value = rate.value + customers * s! * Math.log(beta!);
  let [gr, galpha, gs, gbeta] = [rate.r, rate.alpha, customers * Math.log(beta!), (customers * s!) / beta!];
  let [rr, rAlpha, alphaAlpha] = [0, customers / alpha! - rate.perAge, rate.alphaAlpha];
  let [sBeta, betaBeta] = [customers / beta!, (-customers * s!) / (beta! * beta!)];
  let [ss, rs, rBeta, alphaS, alphaBeta] = [0, 0, 0, 0, 0];
  for (let index = 0; index < repeats.length; index++) {
    const shape = r! + repeats[index]!;
    value += withRepeats[index]! * (logGamma(shape) - ofR);
    gr += withRepeats[index]! * (digamma(shape) - firstR);
    rr += withRepeats[index]! * (trigamma(shape) - secondR);
  }
  for (let index = 0; index < age.length; index++) {
    const inverse = 1 / (beta! + age[index]!);
    const logAge = Math.log(beta! + age[index]!);
    value -= withAge[index]! * s! * logAge;
    gs -= withAge[index]! * logAge;
    gbeta -= withAge[index]! * s! * inverse;
    sBeta -= withAge[index]! * inverse;
    betaBeta += withAge[index]! * s! * inverse * inverse;
  }
  const parameters = [r!, alpha!, s!, beta!];
  for (let index = 0; index < count.length; index++) {
    const times = count[index]!;
    const x = repeats[repeatsAt[index]!]!;
    const loss = lossOf(parameters, x, lastAt[lastAtAt[index]!]!, age[ageAt[index]!]!);
    if (!loss) continue;
    const odds = Math.exp(loss.logOdds);
    value += times * (loss.logOdds > 35 ? loss.logOdds : Math.log1p(odds));
    const lost = loss.logOdds > 35 ? 1 : odds / (1 + odds);
    const weight = times * lost;
    const [mr, malpha, ms, mbeta] = [loss.r, loss.alpha, loss.s, loss.beta];
    gr += weight * mr;
    galpha += weight * malpha;
    gs += weight * ms;
    gbeta += weight * mbeta;
    rr += weight * (loss.rr - lost * mr * mr);
    rAlpha += weight * (loss.rAlpha - lost * mr * malpha);
    rs += weight * (loss.rs - lost * mr * ms);
    rBeta += weight * (loss.rBeta - lost * mr * mbeta);
    alphaAlpha += weight * (loss.alphaAlpha - lost * malpha * malpha);
    alphaS += weight * (loss.alphaS - lost * malpha * ms);
    alphaBeta += weight * (loss.alphaBeta - lost * malpha * mbeta);
    ss += weight * (loss.ss - lost * ms * ms);
    sBeta += weight * (loss.sBeta - lost * ms * mbeta);
    betaBeta += weight * (loss.betaBeta - lost * mbeta * mbeta);
  }
  return {
    value,
    gradient: [gr, galpha, gs, gbeta],
    hessian: [
      [rr, rAlpha, rs, rBeta],
      [rAlpha, alphaAlpha, alphaS, alphaBeta],
      [rs, alphaS, ss, sBeta],
      [rBeta, alphaBeta, sBeta, betaBeta],
    ],
  };
}

/**
 * The logarithm of the odds of having been lost since the last purchase, and its integrand's mean derivatives: first
 * ones of the integrand's logarithm by name (`r`), products of two plus the second ones by two names (`rAlpha`).
 */
export interface Loss {
  readonly logOdds: number;
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
  readonly rr: number;
  readonly rAlpha: number;
  readonly rs: number;
  readonly rBeta: number;
  readonly alphaAlpha: number;
  readonly alphaS: number;
  readonly alphaBeta: number;
  readonly ss: number;
  readonly sBeta: number;
  readonly betaBeta: number;
}

/**
 * The odds of having been lost since the last purchase,
 *
 *   s * integral over y from t_x to T of ((alpha+T)/(alpha+y))^(r+x) ((beta+T)/(beta+y))^s / (beta+y) dy,
 *
 * null where there was no time for it. Integrated over log(min(alpha, beta) + y), on which the integrand is nearly an
 * exponential.
 */
export function lossOf(
  [r, alpha, s, beta]: readonly number[],
  repeats: number,
  lastAt: number,
  age: number,
): Loss | null {
  if (!(age > lastAt)) return null;
  const shape = r! + repeats;
  const least = Math.min(alpha!, beta!);
  const begin = least + lastAt;
  const span = Math.log1p((age - lastAt) / begin);
  const rateAt = (along: number) => {
    const fromLast = begin * Math.expm1(along);
    const [ofAlpha, ofBeta] = [alpha! + lastAt + fromLast, beta! + lastAt + fromLast];
    return (begin + fromLast) * (shape / ofAlpha + (s! + 1) / ofBeta);
  };
  const [perAlpha, perBeta] = [1 / (alpha! + age), 1 / (beta! + age)];
  // Relative to the value at the last purchase, where the integrand is greatest or nearly so.
  const highest =
    shape * Math.log1p((age - lastAt) / (alpha! + lastAt)) +
    s! * Math.log1p((age - lastAt) / (beta! + lastAt)) +
    Math.log(begin / (beta! + lastAt));
  let total = 0;
  let [mr, malpha, ms, mbeta] = [0, 0, 0, 0];
  let [rr, rAlpha, rs, rBeta, alphaAlpha, alphaS, alphaBeta, ss, sBeta, betaBeta] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  let width = 0;
  for (let from = 0; from < span; from += width) {
    width = panelWidth(from, span, rateAt);
    const before = total;
    for (let node = 0; node < nodes.length; node++) {
      const fromLast = begin * Math.expm1(from + nodes[node]! * width);
      const left = Math.max(age - lastAt - fromLast, 0);
      const inverseAlpha = 1 / (alpha! + lastAt + fromLast);
      const inverseBeta = 1 / (beta! + lastAt + fromLast);
      const fr = Math.log1p(left * inverseAlpha);
      const logBeta = Math.log1p(left * inverseBeta);
      const height = shape * fr + s! * logBeta + Math.log((begin + fromLast) * inverseBeta);
      const weight = width * weights[node]! * Math.exp(height - highest);
      const falpha = shape * (perAlpha - inverseAlpha);
      const fs = logBeta + 1 / s!;
      const fbeta = s! * perBeta - (s! + 1) * inverseBeta;
      total += weight;
      mr += weight * fr;
      malpha += weight * falpha;
      ms += weight * fs;
      mbeta += weight * fbeta;
      rr += weight * fr * fr;
      rAlpha += weight * (fr * falpha + perAlpha - inverseAlpha);
      rs += weight * fr * fs;
      rBeta += weight * fr * fbeta;
      alphaAlpha += weight * falpha * (falpha - perAlpha - inverseAlpha);
      alphaS += weight * falpha * fs;
      alphaBeta += weight * falpha * fbeta;
      ss += weight * (fs * fs - 1 / (s! * s!));
      sBeta += weight * (fs * fbeta + perBeta - inverseBeta);
      betaBeta += weight * (fbeta * fbeta - s! * perBeta * perBeta + (s! + 1) * inverseBeta * inverseBeta);
    }
    if (total - before <= negligible * total) break;
  }
  return {
    logOdds: Math.log(s! * total) + highest,
    r: mr / total,
    alpha: malpha / total,
    s: ms / total,
    beta: mbeta / total,
    rr: rr / total,
    rAlpha: rAlpha / total,
    rs: rs / total,
    rBeta: rBeta / total,
    alphaAlpha: alphaAlpha / total,
    alphaS: alphaS / total,
    alphaBeta: alphaBeta / total,
    ss: ss / total,
    sBeta: sBeta / total,
    betaBeta: betaBeta / total,
  };
}
