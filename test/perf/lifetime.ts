import { fitPurchases, type Histories } from '../../src/models/index.ts';
import { logBeta, logGamma } from '../../src/models/lifetime/special.ts';
import { simulate } from '../models/simulate.ts';

/** A fit from histories to parameters, against one plain pass of the same likelihood: medians in milliseconds. */
export interface FitTimes {
  readonly customers: number;
  readonly groups: number;
  readonly evaluations: number;
  readonly fit: number;
  readonly pass: number;
}

/** BG/NBD of the shop CDNOW (Fader, Hardie & Lee 2005), and the weeks that its 2,357 customers were seen. */
const cdnow = [0.243, 4.414, 0.793, 2.426] as const;
const seen = [27, 39] as const;

/** Fits of 2,357 customers like CDNOW's and of 100,000 that are seen for up to two years. */
export function benchLifetime(): FitTimes[] {
  return [
    timesOf(simulate(1, 'BG/NBD', cdnow, 2_357, seen)),
    timesOf(simulate(2, 'BG/NBD', cdnow, 100_000, [27, 104])),
  ];
}

function timesOf(histories: Histories<'weeks'>): FitTimes {
  const fits: number[] = [];
  const passes: number[] = [];
  const found = fitPurchases(histories, 'BG/NBD');
  const rounds = histories.repeats.length < 10_000 ? 121 : 9;
  for (let round = 0; round < rounds; round++) {
    fits.push(timed(() => fitPurchases(histories, 'BG/NBD')));
    const value = { sum: 0 };
    passes.push(
      timed(() => {
        value.sum = plainLikelihood(histories, found.parameters);
      }),
    );
    if (Math.abs(value.sum / found.logLikelihood - 1) > 1e-9) throw new Error('the likelihoods differ');
  }
  const { customers, groups, evaluations } = found;
  return { customers, groups, evaluations, fit: median(fits), pass: median(passes) };
}

/** The log-likelihood as it is printed (Fader, Hardie & Lee 2005, eq. 6), customer by customer, without derivatives. */
function plainLikelihood(
  { repeats, lastAt, age }: Histories<'weeks'>,
  parameters: readonly number[],
): number {
  const [r, alpha, a, b] = parameters as [number, number, number, number];
  let sum = 0;
  for (let row = 0; row < repeats.length; row++) {
    const x = repeats[row]!;
    const alive = logBeta(a, b + x) - logBeta(a, b) - (r + x) * Math.log(alpha + age[row]!);
    const lost =
      x > 0
        ? logBeta(a + 1, b + x - 1) - logBeta(a, b) - (r + x) * Math.log(alpha + lastAt[row]!)
        : -Infinity;
    const rate = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    sum += rate + Math.max(alive, lost) + Math.log1p(Math.exp(-Math.abs(alive - lost)));
  }
  return sum;
}

function timed(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}
