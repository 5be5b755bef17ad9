const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** log of the gamma function, for `x` > 0, to about 15 digits: Stirling's series, reached by recurrence. */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 10) product *= shifted++;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 -
              square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360_360 - square / 156))))));
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product);
}

/** log of the beta function. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** The first derivative of log gamma, for `x` > 0. */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < 10) sum -= 1 / shifted++;
  const square = 1 / (shifted * shifted);
  const series =
    square *
    (1 / 12 -
      square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square / 47.4)))));
  return sum + Math.log(shifted) - 0.5 / shifted - series;
}

/** The second derivative of log gamma, for `x` > 0. */
export function trigamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < 10) {
    sum += 1 / (shifted * shifted);
    shifted++;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    square * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * (5 / 66)))));
  return sum + inverse * (1 + 0.5 * inverse + series);
}

/**
 * The regularised incomplete beta function I_z(a, b): the share of Beta(a, b) that lies below `z`. By its continued
 * fraction (Lentz's method, Press et al., Numerical Recipes, 6.4).
 */
export function betaShare(z: number, a: number, b: number): number {
  if (!(z > 0)) return 0;
  if (z >= 1) return 1;
  const logFront = a * Math.log(z) + b * Math.log1p(-z) - logBeta(a, b);
  if (z < (a + 1) / (a + b + 2)) return Math.min(1, (Math.exp(logFront) * betaFraction(z, a, b)) / a);
  return Math.max(0, 1 - (Math.exp(logFront) * betaFraction(1 - z, b, a)) / b);
}

function betaFraction(z: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * z) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 20_000; m++) {
    const even = (m * (b - m) * z) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * z) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}
