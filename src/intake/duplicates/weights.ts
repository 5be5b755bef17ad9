import type { Comparison } from './comparison.ts';

/** Findings of many pairs: `levels[pair * comparisons + comparison]`, 255 = nothing to compare. */
export interface Findings {
  readonly count: number;
  readonly levels: Uint8Array;
  /** Sum of the rarities of a pair, bits: of all that is compared, and of what kin do not share. */
  readonly rarities: Float32Array;
  readonly ownRarities: Float32Array;
}

/** What the base says of itself, log2, by comparison and level; the rarity of a value comes to that. */
export interface Weights {
  /** match / chance: one customer against two strangers. */
  readonly stranger: readonly (readonly number[])[];
  /** match / kin: one customer against two of one household or firm. */
  readonly kin: readonly (readonly number[])[];
  /** Odds that any two records are one customer, against their being strangers and against their being kin. */
  readonly prior: number;
  readonly kinPrior: number;
}

export const nothing = 255;

/** Pairs that the shipped numbers are worth against what is seen, and the same as a share of the records. */
const trust = 100;
const trustShare = 0.1;
const chanceTrust = 1_000;
/** Rounds of an estimate. */
export const rounds = 8;
const most = 14;
/** Pairs that are enough to estimate from. */
const enough = 300_000;
/** Duplicates and pairs of kin that are expected before anything is seen, for each record. */
const shippedMatches = 0.1;
const shippedKin = 0.3;

/**
 * Fellegi and Sunter's weights, estimated on the base itself by expectation and maximisation, held near the shipped
 * numbers where the base has little to say. `found`: the pairs of the blocks; `random`: pairs drawn from the whole
 * base, which say what agrees by chance.
 */
export function* estimate(
  comparisons: readonly Comparison[],
  found: Findings,
  random: Findings,
  records: number,
): Generator<number, Weights> {
  const shipped = (pick: 'match' | 'chance') => sharesOf(comparisons, pick);
  const blendAll = (pick: 'match' | 'chance', counts: readonly Float64Array[], trusted: number) =>
    shipped(pick).map((shares, at) => blend(shares, counts[at]!, trusted));
  let weights = shippedWeights(comparisons, records);
  for (let round = 0; round < rounds; round++) {
    yield round;
    const matching = tally(comparisons, found, weights, true);
    yield round;
    const others = tally(comparisons, random, weights, false);
    const expected = 0.75 * matching.total + 0.25 * records * shippedMatches;
    weights = weightsOf(
      comparisons,
      blendAll('match', matching.counts, trust + records * trustShare),
      blendAll('chance', others.counts, chanceTrust),
      Math.min(records, expected),
      records,
    );
  }
  return weights;
}

function sharesOf(comparisons: readonly Comparison[], pick: 'match' | 'chance'): number[][] {
  return comparisons.map(({ levels }) => levels.map(level => level[pick]));
}

function shippedWeights(comparisons: readonly Comparison[], records: number): Weights {
  const [match, chance] = [sharesOf(comparisons, 'match'), sharesOf(comparisons, 'chance')];
  return weightsOf(comparisons, match, chance, records * shippedMatches, records);
}

/** Weights by the names of what is compared, to be kept and used for further records of the base. */
export interface LearnedWeights extends Pick<Weights, 'prior' | 'kinPrior'> {
  readonly parts: readonly {
    readonly part: string;
    readonly stranger: readonly number[];
    readonly kin: readonly number[];
  }[];
}

export function learnedFrom(comparisons: readonly Comparison[], weights: Weights): LearnedWeights {
  const { prior, kinPrior, stranger, kin } = weights;
  const parts = comparisons.map(({ part }, at) => ({ part, stranger: stranger[at]!, kin: kin[at]! }));
  return { prior, kinPrior, parts };
}

/** Learned weights for these comparisons; one that was not there then has the shipped ones. */
export function weightsFrom(
  learned: LearnedWeights,
  comparisons: readonly Comparison[],
  records: number,
): Weights {
  const shipped = shippedWeights(comparisons, records);
  const known = new Map(learned.parts.map(each => [each.part, each]));
  const rows = (side: 'stranger' | 'kin') =>
    comparisons.map(({ part }, at) => known.get(part)?.[side] ?? shipped[side][at]!);
  return {
    prior: learned.prior,
    kinPrior: learned.kinPrior,
    stranger: rows('stranger'),
    kin: rows('kin'),
  };
}

function weightsOf(
  comparisons: readonly Comparison[],
  match: readonly (readonly number[])[],
  chance: readonly (readonly number[])[],
  expected: number,
  records: number,
): Weights {
  const all = Math.max(1, (records * (records - 1)) / 2);
  const ratio = (one: number, other: number) => Math.max(-most, Math.min(most, Math.log2(one / other)));
  const table = (isKin: boolean) =>
    comparisons.map(({ levels }, at) =>
      levels.map(({ kin, isRarity }, each) => {
        const other = isKin && kin !== undefined ? kin : isRarity ? 1 : chance[at]![each]!;
        return ratio(match[at]![each]!, other);
      }),
    );
  return {
    stranger: table(false),
    kin: table(true),
    prior: Math.log2(expected / all),
    kinPrior: Math.log2(expected / (records * shippedKin)),
  };
}

/** The bits of a pair: everything that speaks for one customer, against strangers and against kin at once. */
export function bitsOf(findings: Findings, pair: number, weights: Weights): number {
  let stranger = weights.prior - findings.rarities[pair]!;
  let kin = weights.kinPrior - findings.ownRarities[pair]!;
  const count = weights.stranger.length;
  const start = pair * count;
  for (let at = 0; at < count; at++) {
    const level = findings.levels[start + at]!;
    if (level === nothing) continue;
    stranger += weights.stranger[at]![level]!;
    kin += weights.kin[at]![level]!;
  }
  return against(stranger, kin);
}

/** Two odds against two ways of being wrong, joined: 1 / (1/one + 1/other), in bits. */
export function against(one: number, other: number): number {
  const least = Math.min(one, other);
  return least - Math.log2(1 + 2 ** (least - Math.max(one, other)));
}

/** Bits as a probability. */
export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** How often each level is seen among what matches, or among what does not. */
function tally(
  comparisons: readonly Comparison[],
  findings: Findings,
  weights: Weights,
  isMatch: boolean,
): { counts: Float64Array[]; total: number } {
  const counts = comparisons.map(({ levels }) => new Float64Array(levels.length));
  let total = 0;
  const step = Math.max(1, Math.floor(findings.count / enough));
  for (let pair = 0; pair < findings.count; pair += step) {
    const probability = probabilityOf(bitsOf(findings, pair, weights));
    const share = step * (isMatch ? probability : 1 - probability);
    if (share < 1e-4) continue;
    total += share;
    for (let at = 0; at < counts.length; at++) {
      const level = findings.levels[pair * counts.length + at]!;
      if (level !== nothing) counts[at]![level]! += share;
    }
  }
  return { counts, total };
}

function blend(shipped: readonly number[], counts: Float64Array, trusted: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, trusted);
  return shipped.map((share, at) => (share * trusted + counts[at]!) / total);
}
