import type { Grouped } from './group.ts';
import type { Slope } from './maximise.ts';

/** The slope of a sum of two functions. */
export function addSlopes(one: Slope, other: Slope): Slope {
  return {
    value: one.value + other.value,
    gradient: one.gradient.map((slope, place) => slope + other.gradient[place]!),
    hessian: one.hessian.map((row, i) => row.map((entry, j) => entry + other.hessian[i]![j]!)),
  };
}

/**
 * What all purchase models share: the sum over customers of r log alpha - (r + x) log(alpha + T), with derivatives;
 * `perAge` is the sum of 1 / (alpha + T).
 */
export function rateOfAges({ customers, age, withAge, repeatsWithAge }: Grouped, r: number, alpha: number) {
  const logAlpha = Math.log(alpha);
  let value = customers * r * logAlpha;
  let ofR = customers * logAlpha;
  let ofAlpha = (customers * r) / alpha;
  let alphaAlpha = (-customers * r) / (alpha * alpha);
  let perAge = 0;
  for (let index = 0; index < age.length; index++) {
    const times = withAge[index]!;
    const weight = times * r + repeatsWithAge[index]!;
    const inverse = 1 / (alpha + age[index]!);
    const logAge = Math.log(alpha + age[index]!);
    value -= weight * logAge;
    ofR -= times * logAge;
    ofAlpha -= weight * inverse;
    alphaAlpha += weight * inverse * inverse;
    perAge += times * inverse;
  }
  return { value, r: ofR, alpha: ofAlpha, alphaAlpha, perAge };
}
