import type { Day } from '../../domain/index.ts';
import { type Days, days, type Purchases } from '../lifetime/index.ts';
import {
  boughtWithin,
  type FeatureName,
  type Features,
  featureNames,
  featuresOn,
  type Rhythm,
  rhythmOn,
} from './features.ts';
import { fittingLogistic, type Logistic, probabilitiesOf } from './logistic.ts';
import { areaUnderCurve, type Calibration, calibrationOf, compareAreas } from './ranking.ts';

export type PropensityNote =
  /** Too few customers, buyers or absentees: everybody gets the share of the base that bought. */
  | { readonly code: 'tooLittleData'; readonly customers: number; readonly buyers: number }
  /**
   * The log is too short for the horizon: learned on windows of `days`. The purchase model carries 'learned' and
   * 'model' on to the horizon, which no hold-out has seen; 'recency' and 'average' speak of the window.
   */
  | { readonly code: 'windowShortened'; readonly days: Days }
  /** On the hold-out the learner ranks no better than plain recency, so recency is used. */
  | { readonly code: 'recencyIsAsGood' };

/** What the latest window says of a learner that has not seen it. */
export interface HoldOut {
  /** The window: after `from`, up to and on `to`. */
  readonly from: Day;
  readonly to: Day;
  readonly customers: number;
  readonly buyers: number;
  /** Area under the ROC curve of the learner, and of plain recency. */
  readonly area: number;
  readonly recencyArea: number;
  /** Of the one that is used, and of recency alone. */
  readonly calibration: Calibration;
  readonly recencyCalibration: Calibration;
}

/** How the probability of buying within a horizon is made, as learned on a base. */
export interface Learned {
  /**
   * 'learned': a regression on everything known; 'model': the purchase model's probability, calibrated; 'recency': a
   * regression on recency alone; 'average': the same share for everybody.
   */
  readonly method: 'learned' | 'model' | 'recency' | 'average';
  readonly horizon: Days;
  /** The last day that it has learned from. */
  readonly learnedOn: Day;
  readonly rhythm: Rhythm;
  /** Null for the average. */
  readonly regression: Logistic | null;
  /** The share of the latest window that bought. */
  readonly share: number;
  readonly holdOut: HoldOut | null;
  readonly notes: readonly PropensityNote[];
}

/** What was learned, and where each customer of the hold-out stands in its calibration. */
export interface Learning {
  readonly learned: Learned;
  readonly looked: {
    readonly rows: Uint32Array<ArrayBuffer>;
    readonly bins: Uint8Array<ArrayBuffer>;
    readonly bought: Uint8Array<ArrayBuffer>;
  } | null;
}

/** A day on which was looked ahead: what was known then, and who bought within the window. */
interface Look {
  readonly features: Features;
  readonly bought: Uint8Array<ArrayBuffer>;
}

const fewestCustomers = 50;
const fewestOfEither = 15;
/** How many windows before the hold-out are learned from at most. */
const mostLooks = 3;

/**
 * Learns the probability that each customer buys again within `horizon` after a day: the purchase model's own one
 * (MBG/NBD), calibrated by a logistic regression, which also learns from recency, frequency and rhythm where that
 * ranks better by more than chance. It is learned on earlier windows of that length and held against plain recency on
 * the latest one, which it has not seen; if it does not rank better there, a regression on recency alone is used. What
 * is used then learns from all windows. Nothing after `asOf` is read. Never throws. In steps: yields passes over the
 * base.
 */
export function* learningPropensity(
  purchases: Purchases,
  asOf: Day,
  horizon: Days,
): Generator<number, Learning> {
  const window = windowOf(purchases, asOf, horizon);
  const looks: Look[] = [];
  for (let look = 1; look <= mostLooks + 1; look++) {
    const found = yield* lookingAhead(purchases, asOf - look * window, window);
    if (!isEnough(found)) {
      if (look === 1) looks.push(found);
      break;
    }
    looks.push(found);
  }
  const rhythm = yield* rhythmOn(purchases, asOf);
  const [latest, ...earlier] = looks as [Look, ...Look[]];
  const buyers = sumOf(latest.bought);
  const about = {
    horizon,
    learnedOn: asOf,
    rhythm,
    share: latest.bought.length > 0 ? buyers / latest.bought.length : 0,
  };
  const notes: PropensityNote[] = [];
  if (earlier.length === 0) notes.push({ code: 'tooLittleData', customers: latest.bought.length, buyers });
  if (window < horizon) notes.push({ code: 'windowShortened', days: window });
  if (earlier.length === 0) {
    const learned: Learned = { ...about, method: 'average', regression: null, holdOut: null, notes };
    return { learned, looked: null };
  }
  const scores = {
    learned: yield* trying(earlier, learners.learned, latest),
    model: yield* trying(earlier, learners.model, latest),
    recency: yield* trying(earlier, learners.recency, latest),
  };
  // What was learned beyond the purchase model must be more than chance, for it has more to be wrong with.
  const { difference, error } = compareAreas(scores.learned, scores.model, latest.bought);
  const best = difference > error ? 'learned' : 'model';
  const area = areaUnderCurve(scores[best], latest.bought);
  const silence = latest.features.recency.map(time => -time);
  const recencyArea = areaUnderCurve(silence, latest.bought);
  const better = area > recencyArea;
  if (!better) notes.unshift({ code: 'recencyIsAsGood' });
  const method = better ? best : 'recency';
  const { binOf, ...calibration } = calibrationOf(scores[method], latest.bought);
  const { binOf: _, ...recencyCalibration } = calibrationOf(scores.recency, latest.bought);
  const learned: Learned = {
    ...about,
    method,
    regression: yield* learning(looks, learners[method]),
    holdOut: {
      from: asOf - window,
      to: asOf,
      customers: latest.bought.length,
      buyers,
      area,
      recencyArea,
      calibration,
      recencyCalibration,
    },
    notes,
  };
  return { learned, looked: { rows: latest.features.rows, bins: binOf, bought: latest.bought } };
}

/** The probability of buying within the horizon after a day, by row; NaN for those who had not bought by it. */
export function propensityOn(learned: Learned, purchases: Purchases, day: Day): Float64Array<ArrayBuffer> {
  const features = featuresOn(purchases, day, learned.horizon, learned.rhythm);
  const { method, regression, share } = learned;
  const values =
    method === 'average' || !regression
      ? new Float64Array(features.rows.length).fill(share)
      : read(regression, learners[method], features);
  const column = new Float64Array(purchases.offsets.length - 1).fill(Number.NaN);
  features.rows.forEach((row, at) => {
    column[row] = values[at]!;
  });
  return column;
}

/** What one standard deviation more of each feature adds to the logit. */
export function weightsOf({
  method,
  regression,
}: Learned): readonly { readonly feature: FeatureName; readonly weight: number }[] {
  if (method === 'average' || !regression) return [];
  return regression.weights.map((weight, at) => ({ feature: learners[method].features[at]!, weight }));
}

/** What a regression is of: whether it departs from the purchase model's own logit, and what it learns from. */
interface Learner {
  readonly fromModel: boolean;
  readonly features: readonly FeatureName[];
  /** How strongly it is held back: a few hundred customers shall not turn what the model says. */
  readonly penalty: number;
}

const learners = {
  learned: { fromModel: true, features: featureNames, penalty: 100 },
  model: { fromModel: true, features: ['model'], penalty: 1 },
  recency: { fromModel: false, features: ['recency'], penalty: 1 },
} as const satisfies Record<string, Learner>;

function known({ model }: Features, { fromModel }: Learner): Float64Array {
  return fromModel ? model : new Float64Array(model.length);
}

function learnt({ columns }: Features, { features }: Learner): readonly Float64Array[] {
  return features.map(name => columns[featureNames.indexOf(name)]!);
}

function* learning(looks: readonly Look[], learner: Learner): Generator<number, Logistic> {
  const tables = looks.map(look => learnt(look.features, learner));
  const columns = tables[0]!.map((_, at) => joined(tables.map(table => table[at]!)));
  const before = joined(looks.map(look => known(look.features, learner)));
  const bought = Uint8Array.from(looks.flatMap(look => Array.from(look.bought)));
  return yield* fittingLogistic(before, columns, bought, learner.penalty);
}

/** What is said of a look by what was learned on others. */
function* trying(
  looks: readonly Look[],
  learner: Learner,
  { features }: Look,
): Generator<number, Float64Array<ArrayBuffer>> {
  return read(yield* learning(looks, learner), learner, features);
}

function read(learned: Logistic, learner: Learner, features: Features): Float64Array<ArrayBuffer> {
  return probabilitiesOf(learned, known(features, learner), learnt(features, learner));
}

function* lookingAhead(purchases: Purchases, day: Day, window: Days): Generator<number, Look> {
  const features = featuresOn(purchases, day, window, yield* rhythmOn(purchases, day));
  return { features, bought: boughtWithin(purchases, features.rows, day, day + window) };
}

function isEnough({ bought }: Look): boolean {
  const buyers = sumOf(bought);
  const fewer = Math.min(buyers, bought.length - buyers);
  return bought.length >= fewestCustomers && fewer >= fewestOfEither;
}

/** The horizon, or a third of the log where that is shorter: one part to know, one to learn from, one to hold out. */
function windowOf({ day }: Purchases, asOf: Day, horizon: Days): Days {
  let first = asOf;
  for (const each of day) first = Math.min(first, each);
  return days(Math.max(1, Math.min(horizon, Math.floor((asOf - first) / 3))));
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function sumOf(values: Uint8Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
