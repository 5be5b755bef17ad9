import { Bits, type Day, type Hit } from '../../domain/index.ts';
import {
  buyersIn,
  days,
  fitSpends,
  fittingPurchases,
  type Histories,
  type LifetimeColumns,
  type LifetimeKept,
  type LifetimeSettings,
  type PaidOrders,
  type PurchaseFit,
  paidOrders,
  parametersOf,
  predictingLifetime,
  type RepeatCount,
  readLifetime,
  repeatCounts,
  retentionValue,
  type SpendFit,
  spendParameters,
  type Tracking,
  tracking,
  type Unit,
  usualLifetime,
} from '../../models/index.ts';
import type { Base } from '../../store/index.ts';
import type { Bin, CustomersPage, OnProgress } from '../api.ts';
import type { Context } from '../context.ts';
import { customersAt, customersPage } from '../customersPage.ts';
import { binAt, knownIn, type Scale, scaleOf } from '../numbers.ts';
import type { KeptModels } from './kept.ts';
import { LastRuns } from './lastRuns.ts';
import { historiesOn, intervalAt, termsOf } from './lifetimeColumns.ts';
import { walk } from './walk.ts';

/** One parameter of a fit. */
export interface FittedParameter {
  readonly name: string;
  readonly value: number;
  /** Standard error; null where the base says nothing of it. */
  readonly error: number | null;
}

/** One customer's prediction; money in minor units. */
export interface LifetimeCustomer extends Hit {
  readonly alive: number;
  readonly purchases: number;
  readonly spend: number;
  readonly value: number;
  /** Between which amounts the value lies with a probability of 80 %. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** The margin and retention formula over the two latest periods of equal length. */
export interface RetentionView {
  readonly days: number;
  /** Bought in the period before, and again in the latest one. */
  readonly before: number;
  readonly retained: number;
  readonly retention: number;
  /** What a buyer of the latest period brought in it, after the margin, minor units. */
  readonly margin: number;
  /** Of one period. */
  readonly discount: number;
  /** Minor units; null where the formula has no finite value. */
  readonly value: number | null;
  /** Buyers of the latest period, and the mean of the model's value over them. */
  readonly buyers: number;
  readonly modelValue: number;
}

/** Lifetime value of the base under some settings. */
export interface LifetimeView {
  readonly settings: LifetimeSettings;
  /** The last day that the fits know; `asOf` is the day of the predictions. */
  readonly fittedOn: Day;
  readonly asOf: Day;
  readonly currency: string;
  /** What rules read; null before the first publication. */
  readonly inForce: { readonly settings: LifetimeSettings; readonly fittedOn: Day } | null;
  /** What is shown is what is in force. */
  readonly isInForce: boolean;
  /** Have bought, and have not. */
  readonly customers: number;
  readonly without: number;
  readonly purchases: PurchaseFit<Unit>;
  readonly spends: SpendFit;
  readonly parameters: readonly FittedParameter[];
  readonly spendParameters: readonly FittedParameter[];
  /** Sums over all customers: who is expected to be alive, purchases, value in minor units. */
  readonly totals: { readonly alive: number; readonly purchases: number; readonly value: number };
  readonly counts: readonly RepeatCount[];
  /** Null where the earlier part of the orders cannot carry a fit. */
  readonly tracking: Tracking | null;
  /** Customers by value, minor units, and those beyond the last bin. */
  readonly values: readonly Pick<Bin, 'from' | 'to' | 'count'>[];
  readonly above: number;
  /** Customers by the probability of being alive, in tenths. */
  readonly alive: readonly number[];
  /** Null where the orders reach back less than two months. */
  readonly retention: RetentionView | null;
  readonly top: readonly LifetimeCustomer[];
}

/** Whose names. 'top': all with a value, the greatest first. */
export type LifetimeGroup =
  | { readonly is: 'top' }
  | { readonly is: 'without' }
  | { readonly is: 'value'; readonly bin: number }
  | { readonly is: 'alive'; readonly tenth: number }
  | { readonly is: 'repeats'; readonly repeats: number }
  | { readonly is: 'retention'; readonly of: 'before' | 'retained' | 'buyers' };

export interface LifetimeCustomersRequest {
  readonly settings: LifetimeSettings | null;
  readonly group: LifetimeGroup;
  readonly offset: number;
  readonly limit: number;
}

/** A run over the base of a day. */
interface Run {
  readonly base: Base;
  readonly kept: LifetimeKept;
  readonly asOf: Day;
  readonly orders: PaidOrders;
  readonly histories: Histories<Unit>;
  readonly columns: LifetimeColumns;
  readonly tracking: Tracking | null;
}

const mostRepeats = 7;
const topShown = 10;
const daysInMonth = 365.25 / 12;

/** What the page on lifetime value asks of the base. */
export class LifetimeModel {
  readonly #context: Context;
  readonly #kept: KeptModels;
  readonly #runs = new LastRuns<Run>(1);

  constructor(context: Context, kept: KeptModels) {
    this.#context = context;
    this.#kept = kept;
  }

  /** Lifetime value under `settings`, fitted to the base; null = as published, or the usual settings before that. */
  async view(
    settings: LifetimeSettings | null,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<LifetimeView> {
    const run = await this.#run(settings, onProgress, signal);
    const { kept, asOf, columns, histories, base } = run;
    const inForce = await this.#kept.read('lifetime');
    const { currency } = await this.#context.state();
    const scale = scaleOfValues(columns);
    const counts = new Float64Array(scale.count + 1);
    for (const value of columns.value) if (!Number.isNaN(value)) counts[binAt(scale, value)]!++;
    const alive = new Float64Array(10);
    for (const each of columns.alive) if (!Number.isNaN(each)) alive[tenthOf(each)]!++;
    const customers = knownIn(columns.value).sorted.length;
    return {
      settings: kept.settings,
      fittedOn: kept.fittedOn,
      asOf,
      currency,
      inForce: inForce && { settings: inForce.settings, fittedOn: inForce.fittedOn },
      isInForce: inForce !== null && JSON.stringify(inForce) === JSON.stringify(readLifetime(kept)),
      customers,
      without: base.frame.size - customers,
      purchases: kept.purchases,
      spends: kept.spends,
      parameters: named(parametersOf(kept.purchases.model), kept.purchases),
      spendParameters: named(spendParameters, kept.spends),
      totals: {
        alive: sumOf(columns.alive),
        purchases: sumOf(columns.purchases),
        value: sumOf(columns.value),
      },
      counts: repeatCounts(kept.purchases, histories, mostRepeats),
      tracking: run.tracking,
      values: Array.from({ length: scale.count }, (_, bin) => ({
        from: scale.from + bin * scale.width,
        to: scale.from + (bin + 1) * scale.width,
        count: counts[bin]!,
      })),
      above: counts[scale.count]!,
      alive: [...alive],
      retention: retentionOf(run),
      top: await this.#top(run),
    };
  }

  /** The customers of a group; those of 'top' by value, else in the order of the base. */
  async customers({ settings, group, offset, limit }: LifetimeCustomersRequest): Promise<CustomersPage> {
    const run = await this.#run(settings, () => undefined);
    if (group.is === 'top') {
      const rows = byValue(run.columns.value);
      return {
        total: rows.length,
        hits: await customersAt(this.#context, [...rows.slice(offset, offset + limit)]),
      };
    }
    return customersPage(this.#context, rowsOf(run, group), offset, limit);
  }

  async #run(wanted: LifetimeSettings | null, onProgress: OnProgress, signal?: AbortSignal): Promise<Run> {
    await this.#context.state();
    const [asOf, base] = [await this.#context.day(), await this.#context.base()];
    const inForce = wanted ? null : await this.#kept.read('lifetime');
    const settings = wanted ?? inForce?.settings ?? usualLifetime;
    return this.#runs.of(base, [asOf, settings, inForce], async () => {
      const orders = paidOrders(base.frame, asOf);
      const histories = historiesOn(base.frame, asOf, settings);
      onProgress({ stage: 'fitting', done: 0, total: 0 });
      const fitting = (done: number) => onProgress({ stage: 'fitting', done, total: 0 });
      const kept: LifetimeKept = inForce ?? {
        settings,
        fittedOn: asOf,
        purchases: await walk(fittingPurchases(histories, settings.model), signal, fitting),
        spends: fitSpends(histories),
      };
      const total = base.frame.size;
      const columns = await walk(
        predictingLifetime(kept.purchases, kept.spends, histories, termsOf(settings)),
        signal,
        done => onProgress({ stage: 'predicting', done, total }),
      );
      const ahead = days(Math.round(settings.months * daysInMonth));
      const tracked = await walk(tracking(orders, asOf, settings.model, ahead), signal, done =>
        onProgress({ stage: 'holdingOut', done, total: 0 }),
      );
      return { base, kept, asOf, orders, histories, columns, tracking: tracked };
    });
  }

  async #top({ columns, histories, kept }: Run): Promise<LifetimeCustomer[]> {
    const rows = [...byValue(columns.value).slice(0, topShown)];
    const hits = await customersAt(this.#context, rows);
    return rows.map((row, at) => ({
      ...hits[at]!,
      alive: columns.alive[row]!,
      purchases: columns.purchases[row]!,
      spend: columns.spend[row]!,
      value: columns.value[row]!,
      interval: intervalAt(histories, row, kept),
    }));
  }
}

function named(
  names: readonly string[],
  { parameters, errors }: Pick<SpendFit, 'parameters' | 'errors'>,
): FittedParameter[] {
  return parameters.map((value, at) => ({ name: names[at]!, value, error: errors[at] ?? null }));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + (value || 0), 0);
}

function scaleOfValues({ value }: LifetimeColumns): Scale {
  return scaleOf(knownIn(value), 'money', [0]);
}

function tenthOf(probability: number): number {
  return Math.min(9, Math.floor(10 * probability));
}

/** Rows with a value, the greatest first. */
function byValue(values: Float64Array): Uint32Array {
  const rows = Uint32Array.from(values.keys()).filter(row => !Number.isNaN(values[row]!));
  return rows.sort((a, b) => values[b]! - values[a]! || a - b);
}

function rowsOf(run: Run, group: Exclude<LifetimeGroup, { is: 'top' }>): Bits {
  const { columns, histories } = run;
  const { length } = columns.value;
  switch (group.is) {
    case 'without':
      return Bits.from(length, row => Number.isNaN(columns.value[row]!));
    case 'value': {
      const scale = scaleOfValues(columns);
      const of = (value: number) => !Number.isNaN(value) && binAt(scale, value) === group.bin;
      return Bits.from(length, row => of(columns.value[row]!));
    }
    case 'alive':
      return Bits.from(length, row => tenthOf(columns.alive[row]!) === group.tenth);
    case 'repeats': {
      const of = (repeats: number) => Math.min(mostRepeats, repeats) === group.repeats;
      return Bits.from(length, row => !Number.isNaN(histories.age[row]!) && of(histories.repeats[row]!));
    }
    case 'retention': {
      const periods = periodsOf(run);
      return periods ? buyersOf(run, periods)[group.of] : new Bits(length);
    }
  }
}

/** The two latest periods, each as long as is looked ahead, or half of what the orders reach back; in days. */
function periodsOf({ orders, asOf, kept }: Run) {
  const first = orders.day.reduce((least, day) => Math.min(least, day), asOf);
  const length = Math.min(Math.round(kept.settings.months * daysInMonth), Math.floor((asOf - first + 1) / 2));
  if (length < 30) return null;
  const until = asOf + 1;
  return {
    length,
    before: { from: until - 2 * length, until: until - length },
    latest: { from: until - length, until },
  };
}

function buyersOf({ orders }: Run, { before, latest }: NonNullable<ReturnType<typeof periodsOf>>) {
  const [earlier, buyers] = [buyersIn(orders, before), buyersIn(orders, latest)];
  return { before: earlier, buyers, retained: earlier.and(buyers) };
}

function retentionOf(run: Run): RetentionView | null {
  const periods = periodsOf(run);
  if (!periods) return null;
  const { settings } = run.kept;
  const sets = buyersOf(run, periods);
  const [before, retained, buyers] = [sets.before.count(), sets.retained.count(), sets.buyers.count()];
  const { offsets, day, amount } = run.orders;
  let [revenue, modelled] = [0, 0];
  for (const row of sets.buyers.rows()) {
    for (let order = offsets[row]!; order < offsets[row + 1]!; order++) {
      if (day[order]! >= periods.latest.from) revenue += amount[order]!;
    }
    modelled += run.columns.value[row]! || 0;
  }
  const retention = before > 0 ? retained / before : 0;
  const margin = buyers > 0 ? (settings.margin * revenue) / buyers : 0;
  const discount = (1 + settings.discount) ** (periods.length / 365.25) - 1;
  return {
    days: periods.length,
    before,
    retained,
    retention,
    margin,
    discount,
    value: before > 0 ? retentionValue(margin, retention, discount) : null,
    buyers,
    modelValue: buyers > 0 ? modelled / buyers : 0,
  };
}
