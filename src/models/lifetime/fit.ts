import { ended } from '../steps.ts';
import { type BetaGeometric, betaGeometricLikelihood } from './betaGeometric.ts';
import { type Grouped, group, isReadable, rescale } from './group.ts';
import type { Histories } from './history.ts';
import { maximising, type Slope, standardErrors } from './maximise.ts';
import { paretoLikelihood } from './pareto.ts';
import type { Unit } from './units.ts';

/** The purchase models: MBG/NBD is the default, for it does not take everybody who bought once for alive. */
export type PurchaseModel = BetaGeometric | 'Pareto/NBD';

/** What a fit has to tell beside its numbers. */
export type FitNote =
  /** The base cannot carry the model: the simple average stands in for it. */
  | { readonly code: 'tooLittleData'; readonly customers: number; readonly repeaters: number }
  /** Parameters that ran to an edge: the data know no best value, predictions stay usable. */
  | { readonly code: 'atEdge'; readonly parameters: readonly string[] }
  /** Parameters whose standard error is more than twice their value: others would explain the base as well. */
  | { readonly code: 'vague'; readonly parameters: readonly string[] }
  /** The search ended before it was sure of its maximum. */
  | { readonly code: 'notConverged' }
  /** Customers left out because their history cannot be: a last purchase after the end, negative times. */
  | { readonly code: 'unreadable'; readonly customers: number };

/**
 * A purchase model fitted to a base, in the unit of its histories. `parameters` are in the order of the model's
 * names: r, alpha, then a and b (beta-geometric) or s and beta (Pareto/NBD); for the simple average the mean repeats
 * per unit of time. `errors`: standard errors from the observed information, null where it says nothing.
 */
export interface PurchaseFit<In extends Unit> {
  readonly model: PurchaseModel | 'average';
  readonly unit: In;
  readonly parameters: readonly number[];
  readonly errors: readonly (number | null)[];
  readonly logLikelihood: number;
  readonly customers: number;
  readonly repeaters: number;
  /** Different histories among them, and how many passes over these the search took. */
  readonly groups: number;
  readonly evaluations: number;
  readonly notes: readonly FitNote[];
}

/** Below this a maximum of four parameters means nothing. */
const fewestRepeaters = 10;
const fewestCustomers = 30;
const fewestGroups = 8;

/** Beyond this (times counted in the mean age) a parameter is on its way to nothing or to infinity. */
const farAway = 1e4;

/** The names of a model's parameters, in their order. */
export function parametersOf(model: PurchaseModel | 'average'): readonly string[] {
  if (model === 'average') return ['rate'];
  return model === 'Pareto/NBD' ? ['r', 'alpha', 's', 'beta'] : ['r', 'alpha', 'a', 'b'];
}

/**
 * The log-likelihood of a base at given parameters, with derivatives by them: BG/NBD (Fader, Hardie & Lee 2005),
 * MBG/NBD (Batislam, Denizel & Filiztekin 2007), Pareto/NBD (Schmittlein, Morrison & Colombo 1987).
 */
export function purchaseLikelihood(model: PurchaseModel, grouped: Grouped, at: readonly number[]): Slope {
  return model === 'Pareto/NBD' ? paretoLikelihood(grouped, at) : betaGeometricLikelihood(model, grouped, at);
}

/**
 * Fits a purchase model by maximum likelihood on grouped histories. Never throws: where there are too few customers
 * (under 30, or under 10 with a repeat, or all alike) the simple average stands in and a note says so.
 */
export function fitPurchases<In extends Unit>(
  histories: Histories<In>,
  model: PurchaseModel = 'MBG/NBD',
): PurchaseFit<In> {
  return ended(fittingPurchases(histories, model));
}

/** `fitPurchases` in steps: yields how many passes over the base it has made. */
export function* fittingPurchases<In extends Unit>(
  histories: Histories<In>,
  model: PurchaseModel,
): Generator<number, PurchaseFit<In>> {
  const grouped = group(histories);
  const about = {
    unit: histories.unit,
    customers: grouped.customers,
    repeaters: grouped.repeats.reduce((sum, x, at) => sum + (x > 0 ? grouped.withRepeats[at]! : 0), 0),
    groups: grouped.count.length,
  };
  const notes: FitNote[] = [];
  const unreadable = countUnreadable(histories);
  if (unreadable > 0) notes.push({ code: 'unreadable', customers: unreadable });
  const enough =
    about.customers >= fewestCustomers && about.repeaters >= fewestRepeaters && about.groups >= fewestGroups;
  if (!enough) {
    notes.push({ code: 'tooLittleData', customers: about.customers, repeaters: about.repeaters });
    return { ...about, ...average(grouped), model: 'average', evaluations: 1, notes };
  }
  // Times are counted in the mean age while searching: parameters are near 1 then, whatever the unit.
  const span = meanOf(grouped.age, grouped.withAge);
  const scaled = rescale(grouped, span);
  const found = yield* maximising(at => purchaseLikelihood(model, scaled, at), startOf(model, scaled));
  const names = parametersOf(model);
  if (!found.converged) notes.push({ code: 'notConverged' });
  const far = names.filter((_, at) => Math.abs(Math.log(found.at[at]!)) > Math.log(farAway));
  if (far.length > 0) notes.push({ code: 'atEdge', parameters: far });
  const errors = standardErrors(found.slope, found.edges);
  const vague = names.filter((name, at) => !far.includes(name) && (errors[at] ?? 0) > 2 * found.at[at]!);
  if (vague.length > 0) notes.push({ code: 'vague', parameters: vague });
  const units = names.map(name => (name === 'alpha' || name === 'beta' ? span : 1));
  const repeats = grouped.repeats.reduce((sum, x, at) => sum + x * grouped.withRepeats[at]!, 0);
  return {
    ...about,
    model,
    parameters: found.at.map((value, at) => value * units[at]!),
    errors: errors.map((error, at) => (error === null ? null : error * units[at]!)),
    logLikelihood: found.slope.value - repeats * Math.log(span),
    evaluations: found.evaluations,
    notes,
  };
}

/** The mean repeats per unit of time, as the one rate of a Poisson process, with its likelihood and error. */
function average({ customers, age, withAge, repeatsWithAge }: Grouped) {
  const repeats = repeatsWithAge.reduce((sum, x) => sum + x, 0);
  const time = customers * meanOf(age, withAge);
  const rate = time > 0 ? repeats / time : 0;
  return {
    parameters: [rate],
    errors: [time > 0 ? Math.sqrt(repeats) / time : null],
    logLikelihood: repeats > 0 && rate > 0 ? repeats * Math.log(rate) - repeats : 0,
  };
}

/** Near the middle of what bases of buyers look like, with the base's own mean rate. */
function startOf(model: PurchaseModel, { repeats, withRepeats, customers }: Grouped): number[] {
  const mean = repeats.reduce((sum, x, at) => sum + x * withRepeats[at]!, 0) / customers;
  const alpha = 0.5 / mean;
  return model === 'Pareto/NBD' ? [0.7, alpha, 0.7, 0.5] : [0.5, alpha, 0.8, 2.5];
}

function meanOf(values: Float64Array, times: Float64Array): number {
  const customers = times.reduce((sum, each) => sum + each, 0);
  return customers > 0 ? values.reduce((sum, value, at) => sum + value * times[at]!, 0) / customers : 0;
}

/** Those who never bought (NaN) are no mistakes. */
function countUnreadable({ repeats, lastAt, age }: Histories<Unit>): number {
  let count = 0;
  for (let row = 0; row < repeats.length; row++) {
    if (Number.isNaN(age[row]!)) continue;
    if (!isReadable(repeats[row]!, lastAt[row]!, age[row]!)) count++;
  }
  return count;
}
