import { cholesky, solve } from '../matrix.ts';
import { ended } from '../steps.ts';

/**
 * A logistic regression over standardised features: what one standard deviation more of each adds to a logit that is
 * known beforehand.
 */
export interface Logistic {
  readonly intercept: number;
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

const mostSteps = 50;
/** Features are logarithms: what varies by less is taken for constant, lest a later shift of it count for much. */
const leastDeviation = 0.1;

/**
 * Fits a logistic regression with a ridge penalty by Newton's method (iteratively reweighted least squares). Ends for
 * all data; features that do not vary get the weight 0.
 * @param known the logit of each row that the weights depart from
 * @param features columns of equal length, finite
 * @param happened 0 or 1 for each row
 * @param penalty half of it times the squares of the weights counts against them
 */
export function fitLogistic(
  known: Float64Array,
  features: readonly Float64Array[],
  happened: Uint8Array,
  penalty = 1,
): Logistic {
  return ended(fittingLogistic(known, features, happened, penalty));
}

/** `fitLogistic` in steps: yields passes over the rows. */
export function* fittingLogistic(
  known: Float64Array,
  features: readonly Float64Array[],
  happened: Uint8Array,
  penalty: number,
): Generator<number, Logistic> {
  const rows = happened.length;
  const means = features.map(column => sumOf(column) / rows);
  const deviations = features.map((column, at) => {
    const square = column.reduce((sum, value) => sum + (value - means[at]!) ** 2, 0);
    return Math.max(Math.sqrt(square / rows), leastDeviation);
  });
  let at = [0, ...features.map(() => 0)];
  const standard = features.map((column, place) =>
    column.map(value => (value - means[place]!) / deviations[place]!),
  );
  let here = slopeAt(known, standard, happened, penalty, at);
  for (let step = 0; step < mostSteps; step++) {
    const factor = cholesky(here.curvature);
    if (!factor) break;
    const move = solve(factor, here.gradient);
    // Halved until the penalised likelihood rises: a full step may leap over the top.
    let stretch = 1;
    let next = here;
    let there = at;
    do {
      there = at.map((value, place) => value + stretch * move[place]!);
      next = slopeAt(known, standard, happened, penalty, there);
      yield step;
      stretch /= 2;
    } while (!(next.value > here.value) && stretch > 1e-6);
    if (!(next.value > here.value + 1e-9)) break;
    [at, here] = [there, next];
  }
  return { intercept: at[0]!, weights: at.slice(1), means, deviations };
}

/** The probability of each row under a fitted regression. */
export function probabilitiesOf(
  { intercept, weights, means, deviations }: Logistic,
  known: Float64Array,
  features: readonly Float64Array[],
): Float64Array<ArrayBuffer> {
  return Float64Array.from(known, (before, row) => {
    let logit = before + intercept;
    weights.forEach((weight, place) => {
      logit += (weight * (features[place]![row]! - means[place]!)) / deviations[place]!;
    });
    return 1 / (1 + Math.exp(-logit));
  });
}

function slopeAt(
  known: Float64Array,
  features: readonly Float64Array[],
  happened: Uint8Array,
  penalty: number,
  at: readonly number[],
) {
  const size = at.length;
  const gradient = at.map((value, place) => (place > 0 ? -penalty * value : 0));
  const curvature = at.map((_, i) => at.map((_, j) => (i === j ? (i > 0 ? penalty : 1e-9) : 0)));
  let value = at.reduce((sum, weight, place) => (place > 0 ? sum - (penalty * weight * weight) / 2 : sum), 0);
  const x = new Float64Array(size);
  x[0] = 1;
  for (let row = 0; row < happened.length; row++) {
    let logit = known[row]! + at[0]!;
    for (let place = 1; place < size; place++) {
      x[place] = features[place - 1]![row]!;
      logit += at[place]! * x[place]!;
    }
    const signed = happened[row] === 1 ? -logit : logit;
    value -= signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed));
    const probability = 1 / (1 + Math.exp(-logit));
    const spread = probability * (1 - probability);
    const rest = happened[row]! - probability;
    for (let i = 0; i < size; i++) {
      gradient[i]! += rest * x[i]!;
      for (let j = 0; j <= i; j++) curvature[i]![j]! += spread * x[i]! * x[j]!;
    }
  }
  return { value, gradient, curvature };
}

function sumOf(values: Float64Array | Uint8Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
