import { candidates } from './blocks.ts';
import type { Comparison, Finding } from './comparison.ts';
import { contactComparisons } from './contactComparisons.ts';
import { type Features, prepare } from './features.ts';
import { nameComparisons } from './nameComparisons.ts';
import {
  type Crowd,
  type DuplicatePair,
  type DuplicateReason,
  type DuplicateRecord,
  leastTold,
} from './record.ts';
import { crowdsOf } from './shared.ts';
import { valueComparisons } from './valueComparisons.ts';
import {
  against,
  bitsOf,
  estimate,
  type Findings,
  type LearnedWeights,
  learnedFrom,
  nothing,
  probabilityOf,
  rounds,
  type Weights,
  weightsFrom,
} from './weights.ts';
import { wordComparisons } from './wordComparisons.ts';

export interface DuplicateSearch {
  /** The most probable first. */
  readonly pairs: readonly DuplicatePair[];
  /** Why a pair of records (places in the list) is one customer or two; the sum of the bits gives the score. */
  readonly reasons: (one: number, other: number) => readonly DuplicateReason[];
  /** Pairs that were compared. */
  readonly compared: number;
  /** What was not compared, or not counted, because too many share it, the largest first. */
  readonly crowds: readonly Crowd[];
  readonly weights: LearnedWeights;
}

/** An earlier search of the same base, to be brought up to date. */
export interface EarlierSearch {
  readonly weights: LearnedWeights;
  /** By place: 1 for records that are new or changed since. */
  readonly changed: Uint8Array;
}

export interface SearchProgress {
  readonly stage: 'preparing' | 'blocking' | 'comparing' | 'weighing';
  readonly done: number;
  readonly total: number;
}

const makers = [nameComparisons, contactComparisons, wordComparisons, valueComparisons];

/** Pairs drawn from the whole base to see what agrees by chance. */
const drawn = 100_000;

/**
 * Finds the pairs of records that may be one customer, with a probability each. After an earlier search only the
 * pairs in which a changed record has part are compared, with the weights of then: what comes of each of them is
 * what a search of the whole base with those weights says. A generator: it yields its progress every few
 * milliseconds, so that whoever drives it can let others have their turn, or stop.
 */
export function* findDuplicates(
  records: readonly DuplicateRecord[],
  earlier?: EarlierSearch,
): Generator<SearchProgress, DuplicateSearch> {
  const total = records.length;
  const prepared = yield* told('preparing', total, prepare(records));
  const comparisons = makers.flatMap(make => make(prepared));
  comparisons.sort((one, other) => (one.breadth ?? -1) - (other.breadth ?? -1));
  const { features, emails, phones, sharedEmails, sharedPhones } = prepared;
  const { ones, others, crowds } = yield* told('blocking', total, candidates(prepared, earlier?.changed));
  const found = yield* compareAll(comparisons, features, ones, others);
  const weights = earlier
    ? weightsFrom(earlier.weights, comparisons, total)
    : yield* learn(comparisons, features, found);
  const pairs = yield* scored(found, weights, ones, others);
  const shared = [
    ...crowdsOf('sharedEmail', features, emails, sharedEmails, each => each.emails),
    ...crowdsOf('sharedPhone', features, phones, sharedPhones, each => each.phones),
  ];
  return {
    pairs,
    compared: ones.length,
    crowds: [...shared, ...crowds].sort((one, other) => other.count - one.count),
    weights: learnedFrom(comparisons, weights),
    reasons: (one, other) => reasonsOf(comparisons, weights, features[one]!, features[other]!),
  };
}

function* learn(
  comparisons: readonly Comparison[],
  features: readonly Features[],
  found: Findings,
): Generator<SearchProgress, Weights> {
  const total = features.length;
  const draw = drawPairs(total, Math.min(drawn, total * 40));
  const random = yield* compareAll(comparisons, features, draw.ones, draw.others);
  return yield* told('weighing', rounds, estimate(comparisons, found, random, total));
}

function* scored(
  found: Findings,
  weights: Weights,
  ones: Uint32Array,
  others: Uint32Array,
): Generator<SearchProgress, DuplicatePair[]> {
  const pairs: DuplicatePair[] = [];
  for (let pair = 0; pair < found.count; pair++) {
    if (pair % 65_536 === 0) yield { stage: 'weighing', done: rounds, total: rounds };
    const score = probabilityOf(bitsOf(found, pair, weights));
    if (score >= leastTold) pairs.push({ one: ones[pair]!, other: others[pair]!, score });
  }
  return pairs.sort((one, other) => other.score - one.score);
}

/** Runs a part that tells how many records are done. */
function* told<Value>(
  stage: SearchProgress['stage'],
  total: number,
  part: Generator<number, Value>,
): Generator<SearchProgress, Value> {
  let step = part.next();
  for (; !step.done; step = part.next()) yield { stage, done: step.value, total };
  return step.value;
}

function* compareAll(
  comparisons: readonly Comparison[],
  features: readonly Features[],
  ones: Uint32Array,
  others: Uint32Array,
): Generator<SearchProgress, Findings> {
  const count = ones.length;
  const levels = new Uint8Array(count * comparisons.length).fill(nothing);
  const rarities = new Float32Array(count);
  const ownRarities = new Float32Array(count);
  let pair = 0;
  const keep = (at: number, { level, rarity }: Finding) => {
    levels[pair * comparisons.length + at] = level;
    rarities[pair]! += rarity;
    if (comparisons[at]!.levels[level]!.kin === undefined) ownRarities[pair]! += rarity;
  };
  for (; pair < count; pair++) {
    if (pair % 4_096 === 4_095) yield { stage: 'comparing', done: pair, total: count };
    compareOne(comparisons, features[ones[pair]!]!, features[others[pair]!]!, keep);
  }
  return { count, levels, rarities, ownRarities };
}

const finding: Finding = { level: -1, rarity: 0 };

/** Tells every finding on a pair. Comparisons of places come from small to large: see `breadth`. */
function compareOne(
  comparisons: readonly Comparison[],
  one: Features,
  other: Features,
  tell: (at: number, finding: Finding) => void,
): void {
  let narrowest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < comparisons.length; at++) {
    const { breadth, compare } = comparisons[at]!;
    compare(one, other, finding);
    if (finding.level === -1) continue;
    if (breadth !== undefined && finding.level === 0) {
      if (breadth > narrowest) continue;
      narrowest = Math.min(narrowest, breadth);
    }
    tell(at, finding);
  }
}

/** Pairs spread evenly over all: a fixed sequence (Weyl), the same at every run. */
function drawPairs(size: number, count: number): { ones: Uint32Array; others: Uint32Array } {
  const ones = new Uint32Array(size < 2 ? 0 : count);
  const others = new Uint32Array(ones.length);
  for (let at = 0; at < ones.length; at++) {
    const one = Math.floor(((at * 0.618_033_988_749_895) % 1) * size);
    const other = Math.floor(((at * 0.754_877_666_246_693 + 0.37) % 1) * size);
    ones[at] = one;
    others[at] = other === one ? (one + 1) % size : other;
  }
  return { ones, others };
}

function reasonsOf(
  comparisons: readonly Comparison[],
  weights: Weights,
  one: Features,
  other: Features,
): DuplicateReason[] {
  const reasons: DuplicateReason[] = [{ part: 'prior', code: 'prior', bits: weights.prior }];
  let [stranger, kin] = [weights.prior, weights.kinPrior];
  compareOne(comparisons, one, other, (at, { level, rarity }) => {
    const { part, levels } = comparisons[at]!;
    const bits = weights.stranger[at]![level]! - rarity;
    stranger += bits;
    kin += weights.kin[at]![level]! - (levels[level]!.kin === undefined ? rarity : 0);
    reasons.push({ part, code: levels[level]!.code, bits });
  });
  reasons.push({ part: 'kin', code: 'kin', bits: against(stranger, kin) - stranger });
  return reasons;
}
