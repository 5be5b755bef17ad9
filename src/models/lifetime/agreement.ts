import type { Day } from '../../domain/index.ts';
import { countDistribution } from './counts.ts';
import { expectedPurchases } from './expected.ts';
import { fittingPurchases, type PurchaseFit, type PurchaseModel } from './fit.ts';
import { isReadable } from './group.ts';
import { type Histories, historyAt, inWeeks, type Purchases, purchaseDays, summarise } from './history.ts';
import { newcomerOutlook, outlookOf } from './outlook.ts';
import { type Days, days, inUnit, type Time, type Unit } from './units.ts';

/** How many customers repeated so often, and how many of them the model expects. */
export interface RepeatCount {
  /** The last one stands for itself and all beyond. */
  readonly repeats: number;
  readonly observed: number;
  readonly expected: number;
}

/** Ages are taken together so that no more different ones than this are looked at. */
const mostAges = 120;

/**
 * Customers by their repeat purchases against what the model expects of customers of their ages
 * (Fader, Hardie & Lee 2005, figure 2).
 */
export function repeatCounts<In extends Unit>(
  fit: PurchaseFit<In>,
  histories: Histories<NoInfer<In>>,
  most = 7,
): RepeatCount[] {
  const { repeats, lastAt, age } = histories;
  const observed = new Float64Array(most + 1);
  const ages: number[] = [];
  for (let row = 0; row < repeats.length; row++) {
    if (!isReadable(repeats[row]!, lastAt[row]!, age[row]!)) continue;
    observed[Math.min(most, repeats[row]!)]!++;
    ages.push(age[row]!);
  }
  const expected = new Float64Array(most + 1);
  const newcomer = newcomerOutlook(fit);
  for (const { mean, customers } of takenTogether(ages)) {
    const counts = countDistribution(newcomer, mean as Time<In>, most + 1);
    let rest = 1;
    for (let n = 0; n < most; n++) {
      expected[n]! += customers * counts[n]!;
      rest -= counts[n]!;
    }
    expected[most]! += customers * Math.max(0, rest);
  }
  return Array.from(observed, (count, n) => ({ repeats: n, observed: count, expected: expected[n]! }));
}

/** The ages from the least to the greatest in slices, each with its mean. */
function takenTogether(ages: number[]): { readonly mean: number; readonly customers: number }[] {
  const sorted = Float64Array.from(ages).sort();
  const slices: { mean: number; customers: number }[] = [];
  const size = Math.max(1, Math.ceil(sorted.length / mostAges));
  for (let begin = 0; begin < sorted.length; begin += size) {
    const slice = sorted.subarray(begin, begin + size);
    const sum = slice.reduce((total, age) => total + age, 0);
    slices.push({ mean: sum / slice.length, customers: slice.length });
  }
  return slices;
}

/** Repeat purchases of those who had come by the end of the calibration, up to and on a day. */
export interface TrackedDay {
  readonly day: Day;
  readonly actual: number;
  readonly expected: number;
}

/** What a model fitted to the earlier part of a log says of the later part, which it has not seen. */
export interface Tracking {
  readonly model: PurchaseFit<Unit>['model'];
  /** The last day that the fit knows, and the last one of the log. */
  readonly calibratedTo: Day;
  readonly end: Day;
  readonly customers: number;
  readonly days: readonly TrackedDay[];
  /** Purchases in the later part: counted, and expected of each customer by what was known of each. */
  readonly actual: number;
  readonly expected: number;
  /** The mean distance of the two over customers. */
  readonly error: number;
}

const mostDays = 52;

/**
 * Fits a model to a log without its last `ahead` days (its later half where that is shorter) and follows both
 * through the whole of it (Fader, Hardie & Lee 2005, figures 3 and 4). Null where the earlier part cannot carry a fit.
 */
export function* tracking(
  purchases: Purchases,
  asOf: Day,
  model: PurchaseModel,
  ahead: Days,
): Generator<number, Tracking | null> {
  const first = purchases.day.reduce((least, day) => Math.min(least, day), asOf);
  const window = Math.min(ahead, Math.ceil((asOf - first) / 2));
  if (window < 1) return null;
  const calibratedTo = asOf - window;
  const histories = inWeeks(summarise(purchases, calibratedTo));
  const fit = yield* fittingPurchases(histories, model);
  if (fit.model === 'average') return null;
  const held = heldOut(purchases, histories, fit, { from: calibratedTo, to: asOf });
  const log = repeatLog(purchases, { first, calibratedTo, asOf });
  const newcomer = newcomerOutlook(fit);
  const expectedAt = Float64Array.from({ length: asOf - first + 1 }, (_, age) =>
    expectedPurchases(newcomer, inUnit(days(age), 'days', 'weeks')),
  );
  const step = 7 * Math.max(1, Math.ceil((asOf - first) / 7 / mostDays));
  const tracked: TrackedDay[] = [];
  for (let back = Math.floor((asOf - first - 1) / step); back >= 0; back--) {
    const at = asOf - first - back * step;
    let [actual, expected] = [0, 0];
    for (let day = 0; day <= at; day++) {
      actual += log.repeats[day]!;
      expected += log.joined[day]! * expectedAt[at - day]!;
    }
    tracked.push({ day: first + at, actual, expected });
    yield tracked.length;
  }
  return { model: fit.model, calibratedTo, end: asOf, days: tracked, ...held };
}

/** How many came on each day, and how often those who came by the end of the calibration repeated on each. */
function repeatLog(
  { offsets, day }: Purchases,
  { first, calibratedTo, asOf }: { readonly first: Day; readonly calibratedTo: Day; readonly asOf: Day },
) {
  const joined = new Float64Array(asOf - first + 1);
  const repeats = new Float64Array(asOf - first + 1);
  for (let row = 0; row < offsets.length - 1; row++) {
    const begin = offsets[row]!;
    if (begin === offsets[row + 1]! || day[begin]! > calibratedTo) continue;
    joined[day[begin]! - first]!++;
    let last = day[begin]!;
    for (let order = begin + 1; order < offsets[row + 1]! && day[order]! <= asOf; order++) {
      if (day[order]! === last) continue;
      last = day[order]!;
      repeats[last - first]!++;
    }
  }
  return { joined, repeats };
}

function heldOut(
  purchases: Purchases,
  histories: Histories<'weeks'>,
  fit: PurchaseFit<'weeks'>,
  { from, to }: { readonly from: Day; readonly to: Day },
) {
  const span = inUnit(days(to - from), 'days', 'weeks');
  let [customers, actual, expected, distance] = [0, 0, 0, 0];
  for (let row = 0; row < histories.repeats.length; row++) {
    if (Number.isNaN(histories.age[row]!)) continue;
    const bought = purchaseDays(purchases, row, from, to);
    const wanted = expectedPurchases(outlookOf(fit, historyAt(histories, row)), span);
    customers++;
    actual += bought;
    expected += wanted;
    distance += Math.abs(bought - wanted);
  }
  return { customers, actual, expected, error: customers > 0 ? distance / customers : 0 };
}
