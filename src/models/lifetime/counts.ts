import type { Outlook } from './outlook.ts';
import { negligible, nodes, panelWidth, weights } from './quadrature.ts';
import { logGamma } from './special.ts';
import type { Time, Unit } from './units.ts';

/** Longer distributions are cut, what is left lies on their last count. */
const longest = 5_000;

/** The probability of at least one purchase within `span` from now. */
export function buyingProbability<In extends Unit>(outlook: Outlook<In>, span: Time<NoInfer<In>>): number {
  if (!(span > 0)) return 0;
  if (outlook.loss === 'steady') return -Math.expm1(-outlook.rate * span);
  const { alive, shape, scale } = outlook;
  if (outlook.loss === 'geometric') return alive * -Math.expm1(-shape * Math.log1p(span / scale));
  // The first purchase comes at y while the customer has not been lost.
  const { s, beta } = outlook;
  let total = 0;
  const rateAt = (y: number) => shape / (scale + y) + (s + 1) / (beta + y);
  overTime(span, Math.min(scale, beta), rateAt, (y, width) => {
    const still = Math.exp(-shape * Math.log1p(y / scale) - s * Math.log1p(y / beta));
    const share = (width * shape * still) / (scale + y);
    total += share;
    return share;
  });
  return Math.min(1, alive * total);
}

/**
 * The probabilities of 0, 1, 2 ... purchases within `span` from now, at least `least` of them, on until the rest is
 * negligible. Fader, Hardie & Lee 2005, eq. 8 (BG/NBD); Fader & Hardie 2006, Deriving an expression for P(X(t) = x)
 * under the Pareto/NBD model; as mixtures of negative binomials, which have no cancelling terms.
 */
export function countDistribution<In extends Unit>(
  outlook: Outlook<In>,
  span: Time<NoInfer<In>>,
  least = 1,
): Float64Array<ArrayBuffer> {
  if (!(span > 0)) return endless(null, 0, least);
  if (outlook.loss === 'steady') return endless(null, outlook.rate * span, least);
  const { alive, shape, scale } = outlook;
  const kept = endless(shape, (shape * span) / scale, least);
  if (outlook.loss === 'geometric') cutByLoss(kept, outlook.a, outlook.b);
  else spreadOverLoss(kept, outlook, span);
  for (let n = 0; n < kept.length; n++) kept[n]! *= alive;
  kept[0]! += 1 - alive;
  return kept;
}

/** From the purchases N without a loss to min(N, D), D geometric with a Beta(a, b) probability. */
function cutByLoss(counts: Float64Array, a: number, b: number): void {
  let survived = 1;
  const surviving = counts.map((_, n) => {
    const now = survived;
    survived *= (b + n) / (a + b + n);
    return now;
  });
  let atLeast = 0;
  for (let n = counts.length - 1; n > 0; n--) {
    atLeast += counts[n]!;
    counts[n] = counts[n]! * surviving[n]! + ((surviving[n - 1]! * a) / (a + b + n - 1)) * atLeast;
  }
}

/** From the purchases within the whole span to those before a loss at y, over all y. */
function spreadOverLoss(
  counts: Float64Array,
  { shape, scale, s, beta }: Extract<Outlook<Unit>, { loss: 'time' }>,
  span: number,
): void {
  const stays = Math.exp(-s * Math.log1p(span / beta));
  for (let n = 0; n < counts.length; n++) counts[n]! *= stays;
  // As a function of log y the distribution is a hill, the narrower the more purchases it is of.
  const least = Math.min(scale, beta);
  const hill = Math.min(shape, counts.length) + 4 * Math.sqrt(counts.length);
  const rateAt = (y: number) => hill / (least + y) + (s + 1) / (beta + y);
  overTime(span, least, rateAt, (y, width) => {
    const weight = (width * s * Math.exp(-s * Math.log1p(y / beta))) / (beta + y);
    const until = endless(shape, (shape * y) / scale, counts.length);
    for (let n = 0; n < counts.length; n++) counts[n]! += weight * until[n]!;
    return weight;
  });
}

/**
 * The negative binomial distribution with a shape and mean (Poisson without a shape), from the greatest probability
 * outwards, so that nothing underflows.
 */
function endless(shape: number | null, mean: number, least: number): Float64Array<ArrayBuffer> {
  if (!(mean > 0)) return Float64Array.from({ length: Math.max(1, least) }, (_, n) => (n === 0 ? 1 : 0));
  const z = shape === null ? 0 : mean / (shape + mean);
  const spread = Math.sqrt(mean * (shape === null ? 1 : 1 + mean / shape));
  const fall = shape === null ? 0 : 45 / -Math.log(z);
  const length = Math.min(longest, Math.ceil(Math.max(least, mean + 12 * spread + fall + 20)));
  const found = new Float64Array(length);
  const ratio = (n: number) => (shape === null ? mean / n : ((shape + n - 1) / n) * z);
  const mode = Math.min(
    length - 1,
    Math.max(0, Math.floor(shape === null ? mean : (mean * (shape - 1)) / shape)),
  );
  found[mode] = Math.exp(
    shape === null
      ? mode * Math.log(mean) - mean - logGamma(mode + 1)
      : logGamma(shape + mode) -
          logGamma(shape) -
          logGamma(mode + 1) +
          shape * Math.log1p(-z) +
          (mode > 0 ? mode * Math.log(z) : 0),
  );
  for (let n = mode + 1; n < length; n++) found[n] = found[n - 1]! * ratio(n);
  for (let n = mode; n > 0; n--) found[n - 1] = found[n]! / ratio(n);
  if (length === longest)
    found[length - 1] = Math.max(0, 1 - found.subarray(0, -1).reduce((sum, each) => sum + each, 0));
  return found;
}

/**
 * Visits the nodes of an integral over the times up to `span`, each with its share of time, until nothing is added.
 * `rateAt`: by how many e-folds a unit of time the integrand changes at most.
 */
function overTime(
  span: number,
  scale: number,
  rateAt: (time: number) => number,
  visit: (time: number, width: number) => number,
): void {
  const reach = Math.log1p(span / scale);
  const timeAt = (along: number) => scale * Math.expm1(along);
  const rate = (along: number) => rateAt(timeAt(along)) * (scale + timeAt(along));
  let total = 0;
  let width = 0;
  for (let from = 0; from < reach; from += width) {
    width = panelWidth(from, reach, rate);
    let here = 0;
    for (let node = 0; node < nodes.length; node++) {
      const time = timeAt(from + nodes[node]! * width);
      here += visit(time, weights[node]! * (scale + time) * width);
    }
    total += here;
    if (here <= negligible * total) break;
  }
}
