import type { Outlook } from './outlook.ts';
import { foldsInPanel, integrate, integrateFalling, panelWidth } from './quadrature.ts';
import { logBeta } from './special.ts';
import type { Time, Unit } from './units.ts';

/**
 * Purchases to be expected within `span` from now. Equals the published closed forms: Fader, Hardie & Lee 2005,
 * eq. 10 (BG/NBD), Batislam et al. 2007 (MBG/NBD), Schmittlein et al. 1987 (Pareto/NBD), without their poles at a = 1
 * and s = 1 and without their differences of large terms.
 */
export function expectedPurchases<In extends Unit>(outlook: Outlook<In>, span: Time<NoInfer<In>>): number {
  if (!(span > 0)) return 0;
  if (outlook.loss === 'steady') return outlook.rate * span;
  if (outlook.loss === 'time') {
    const { alive, shape, scale, s, beta } = outlook;
    const growth = Math.log1p(span / beta);
    const lasting = Math.abs(s - 1) < 1e-12 ? growth : -Math.expm1((1 - s) * growth) / (s - 1);
    return ((alive * shape * beta) / scale) * lasting;
  }
  const { alive, shape, scale, a, b } = outlook;
  return alive * purchasesBeforeLoss(shape, span / scale, a, b);
}

/** At most so many terms of the series; beyond it an integral is cheaper. */
const mostTerms = 10_000;

/**
 * The mean of min(N, D), where N, the purchases of somebody who is never lost, is negative binomial with `shape` and
 * mean shape * ratio, and D, the purchase after which one is lost, is geometric with a Beta(a, b) probability.
 *
 *   sum over n of P(N = n) * sum over k < n of (b)_k / (a+b)_k
 *
 * has positive terms only; summed up by n it is the hypergeometric function of the published form.
 */
export function purchasesBeforeLoss(shape: number, ratio: number, a: number, b: number): number {
  const logNone = -shape * Math.log1p(ratio);
  const z = ratio / (1 + ratio);
  const terms = 3 * shape * ratio + 45 / Math.log1p(1 / ratio);
  if (!(logNone >= -700 && terms <= mostTerms)) return purchasesByIntegral(shape, ratio, a, b);
  let weight = Math.exp(logNone);
  let survived = 1;
  let before = 0;
  let total = 0;
  for (let n = 1; ; n++) {
    before += survived;
    survived *= (b + n - 1) / (a + b + n - 1);
    weight *= ((shape + n - 1) / n) * z;
    total += weight * before;
    const falling = ((shape + n) / (n + 1)) * z;
    if (falling < 1 && weight * before * falling <= 1e-17 * total * (1 - falling) ** 2) return total;
    if (weight === 0 && n > shape * ratio) return total;
  }
}

/**
 * The same mean as the integral over the Beta(a, b) probability p of (1 - (1 + p ratio)^-shape) / p, on the logit of
 * p, where both ends are exponentials.
 */
export function purchasesByIntegral(shape: number, ratio: number, a: number, b: number): number {
  const logDensity = (logit: number) => -a * softplus(-logit) - b * softplus(logit) - logBeta(a, b);
  const purchases = (logit: number) => {
    const chance = 1 / (1 + Math.exp(-logit));
    return -Math.expm1(-shape * Math.log1p(chance * ratio)) / chance;
  };
  const leftmost = -Math.log1p(shape * ratio) - Math.log1p(ratio) - 40;
  const rightmost = 40;
  // Where the density times 1 / p has fallen by 45 e-folds, nothing is left to be summed.
  const height = (logit: number) => logDensity(logit) + Math.min(softplus(-logit), -leftmost);
  const middle = Math.max(leftmost, Math.min(rightmost, Math.log(Math.max(a - 1, 1e-9) / b)));
  const top = height(middle);
  const edge = (outer: number) => {
    let [near, far] = [middle, outer];
    if (height(outer) > top - 45) return outer;
    for (let step = 0; step < 50; step++) {
      const halfway = (near + far) / 2;
      if (height(halfway) > top - 45) near = halfway;
      else far = halfway;
    }
    return far;
  };
  const [left, right] = [edge(leftmost), edge(rightmost)];
  let total = integrate(left, right, 80, logit => Math.exp(logDensity(logit)) * purchases(logit));
  if (left === leftmost) total += (Math.exp(logDensity(left)) / a) * purchases(left);
  if (right === rightmost) total += (Math.exp(logDensity(right)) / b) * purchases(right);
  return total;
}

/**
 * Purchases to be expected within `span` from now (Infinity: ever), each worth e^(-discount * time) now; `discount`
 * is continuous and by the outlook's unit. With no end to `span` it is the DERT of Fader, Hardie & Lee 2005 (RFM and
 * CLV: using iso-value curves). Infinity where neither discount nor model sees an end.
 */
export function discountedPurchases<In extends Unit>(
  outlook: Outlook<In>,
  span: Time<NoInfer<In>>,
  discount: number,
): number {
  if (!(discount > 0))
    return span === Infinity ? endlessPurchases(outlook) : expectedPurchases(outlook, span);
  const end = Math.min(span, 45 / discount);
  if (!(end > 0)) return 0;
  if (outlook.loss === 'steady') return (outlook.rate * -Math.expm1(-discount * end)) / discount;
  const scale = outlook.loss === 'time' ? outlook.beta : outlook.scale;
  const reach = Math.log1p(end / scale);
  const timeAt = (reached: number) => scale * Math.expm1(reached);
  const discounting = (reached: number) => discount * (scale + timeAt(reached));
  if (outlook.loss === 'time') {
    const { alive, shape, s } = outlook;
    const widthAt = (from: number) => panelWidth(from, reach, reached => discounting(reached) + s + 1);
    const lasting = integrateFalling(reach, widthAt, reached =>
      Math.exp((1 - s) * reached - discount * timeAt(reached)),
    );
    return ((alive * shape * scale) / outlook.scale) * lasting;
  }
  const widthAt = (from: number) =>
    Math.min(
      panelWidth(from, reach, reached => discounting(reached) + 2),
      foldsInPanel / (2 + settling(outlook.shape, Math.expm1(from))),
    );
  const waiting = integrateFalling(reach, widthAt, reached => {
    const time = timeAt(reached);
    const worth = Math.exp(-discount * time) * (scale + time);
    return worth * expectedPurchases(outlook, time as Time<In>);
  });
  return Math.exp(-discount * end) * expectedPurchases(outlook, end as Time<In>) + discount * waiting;
}

/**
 * By how many e-folds purchases still to come shrink per unit of log(1 + ratio): a chance p of loss leaves
 * (1 + p ratio)^-shape of them, which counts until it is e^-20.
 */
function settling(shape: number, ratio: number): number {
  const farthest = Math.expm1(20 / shape);
  const chance = Math.min(1, farthest / ratio);
  return (shape * chance * (1 + ratio)) / (1 + chance * ratio);
}

/** Purchases until the customer is lost. */
function endlessPurchases(outlook: Outlook<Unit>): number {
  if (outlook.loss === 'steady') return outlook.rate > 0 ? Infinity : 0;
  const { alive, shape, scale } = outlook;
  if (outlook.loss === 'geometric') {
    return outlook.a > 1 ? (alive * (outlook.a + outlook.b - 1)) / (outlook.a - 1) : Infinity;
  }
  return outlook.s > 1 ? (alive * shape * outlook.beta) / (scale * (outlook.s - 1)) : Infinity;
}

/** log(1 + e^x) without overflow. */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
