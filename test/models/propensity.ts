import type { Day } from '../../src/domain/index.ts';
import {
  type Days,
  ended,
  type Learned,
  learningPropensity,
  type Purchases,
  propensityOn,
} from '../../src/models/index.ts';

/** What is learned on a base, and the probabilities of the same day. */
export function buyingPropensity(
  purchases: Purchases,
  asOf: Day,
  horizon: Days,
): Learned & { readonly probability: Float64Array } {
  const { learned } = ended(learningPropensity(purchases, asOf, horizon));
  return { ...learned, probability: propensityOn(learned, purchases, asOf) };
}
