import { Bits, type Day } from '../../domain/index.ts';
import {
  type ChurnKept,
  type ChurnSettings,
  churnedByRule,
  days,
  type FeatureName,
  type Learned,
  type Learning,
  learningPropensity,
  type PaidOrders,
  paidOrders,
  propensityOn,
  readChurn,
  usualChurn,
  weightsOf,
} from '../../models/index.ts';
import type { Base } from '../../store/index.ts';
import type { CustomersPage, OnProgress } from '../api.ts';
import type { Context } from '../context.ts';
import { customersPage } from '../customersPage.ts';
import { lastDays } from './churnColumns.ts';
import type { KeptModels } from './kept.ts';
import { LastRuns } from './lastRuns.ts';
import { walk } from './walk.ts';

/** Churn of the base: the rule, and the probability of buying as it was learned. */
export interface ChurnView {
  readonly settings: ChurnSettings;
  readonly asOf: Day;
  /** What rules read; null before the first publication. */
  readonly inForce: { readonly settings: ChurnSettings; readonly learnedOn: Day } | null;
  /** What is shown is what is in force. */
  readonly isInForce: boolean;
  /** Have ordered, and have not. */
  readonly customers: number;
  readonly without: number;
  /** Churned by the rule. */
  readonly churned: number;
  readonly learned: Learned;
  /** What one standard deviation more of each feature adds to the logit. */
  readonly weights: readonly { readonly feature: FeatureName; readonly weight: number }[];
  /** Customers by the probability of buying, in tenths, and how many are expected to buy. */
  readonly tenths: readonly number[];
  readonly expected: number;
  /** Whether the names behind the hold-out are known: they are not kept with what is published. */
  readonly hasHoldOutNames: boolean;
}

/** Whose names. 'bin': customers of the hold-out in a bin of the calibration; 'bought': those of them who bought. */
export type ChurnGroup =
  | { readonly is: 'churned' }
  | { readonly is: 'without' }
  | { readonly is: 'tenth'; readonly tenth: number }
  | { readonly is: 'bin'; readonly bin: number }
  | { readonly is: 'bought'; readonly bin: number };

export interface ChurnCustomersRequest {
  readonly settings: ChurnSettings | null;
  readonly group: ChurnGroup;
  readonly offset: number;
  readonly limit: number;
}

interface Run {
  readonly base: Base;
  readonly asOf: Day;
  readonly kept: ChurnKept;
  readonly looked: Learning['looked'];
  readonly orders: PaidOrders;
  readonly probability: Float64Array;
}

/** What the page on churn asks of the base. */
export class ChurnModel {
  readonly #context: Context;
  readonly #kept: KeptModels;
  readonly #runs = new LastRuns<Run>(1);

  constructor(context: Context, kept: KeptModels) {
    this.#context = context;
    this.#kept = kept;
  }

  /** Churn under `settings`, learned on the base; null = as published, or the usual settings before that. */
  async view(
    settings: ChurnSettings | null,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<ChurnView> {
    const run = await this.#run(settings, onProgress, signal);
    const { kept, probability, base, asOf, looked } = run;
    const inForce = await this.#kept.read('churn');
    const tenths = new Float64Array(10);
    let expected = 0;
    for (const each of probability) {
      if (Number.isNaN(each)) continue;
      tenths[tenthOf(each)]!++;
      expected += each;
    }
    const customers = tenths.reduce((sum, each) => sum + each, 0);
    return {
      settings: kept.settings,
      asOf,
      inForce: inForce && { settings: inForce.settings, learnedOn: inForce.learned.learnedOn },
      isInForce: inForce !== null && JSON.stringify(inForce) === JSON.stringify(readChurn(kept)),
      customers,
      without: base.frame.size - customers,
      churned: rowsOf(run, { is: 'churned' }).count(),
      learned: kept.learned,
      weights: weightsOf(kept.learned),
      tenths: [...tenths],
      expected,
      hasHoldOutNames: looked !== null,
    };
  }

  /** The customers of a group, in the order of the base. */
  async customers({ settings, group, offset, limit }: ChurnCustomersRequest): Promise<CustomersPage> {
    const run = await this.#run(settings, () => undefined);
    return customersPage(this.#context, rowsOf(run, group), offset, limit);
  }

  async #run(wanted: ChurnSettings | null, onProgress: OnProgress, signal?: AbortSignal): Promise<Run> {
    await this.#context.state();
    const [asOf, base] = [await this.#context.day(), await this.#context.base()];
    const inForce = wanted ? null : await this.#kept.read('churn');
    const settings = wanted ?? inForce?.settings ?? usualChurn;
    return this.#runs.of(base, [asOf, settings, inForce], async () => {
      const orders = paidOrders(base.frame, asOf);
      const learning = inForce
        ? { learned: inForce.learned, looked: this.#lookedAt(base, inForce) }
        : await walk(learningPropensity(orders, asOf, days(settings.horizon)), signal, done =>
            onProgress({ stage: 'learning', done, total: 0 }),
          );
      return {
        base,
        asOf,
        kept: { settings, learned: learning.learned },
        looked: learning.looked,
        orders,
        probability: propensityOn(learning.learned, orders, asOf),
      };
    });
  }

  /** The hold-out behind what was published, where it is the one that was learned last. */
  #lookedAt(base: Base, { learned }: ChurnKept): Learning['looked'] {
    const { last } = this.#runs;
    const isIt =
      last?.base === base && JSON.stringify(readChurn(last.kept)?.learned) === JSON.stringify(learned);
    return isIt ? last.looked : null;
  }
}

function tenthOf(probability: number): number {
  return Math.min(9, Math.floor(10 * probability));
}

function rowsOf({ kept, orders, asOf, probability, looked }: Run, group: ChurnGroup): Bits {
  const { length } = probability;
  switch (group.is) {
    case 'churned':
      return churnedByRule(lastDays(orders), asOf, kept.settings.silence);
    case 'without':
      return Bits.from(length, row => Number.isNaN(probability[row]!));
    case 'tenth':
      return Bits.from(length, row => tenthOf(probability[row]!) === group.tenth);
    case 'bin':
    case 'bought': {
      const rows = new Bits(length);
      looked?.rows.forEach((row, at) => {
        const isIn = looked.bins[at] === group.bin && (group.is === 'bin' || looked.bought[at] === 1);
        if (isIn) rows.add(row);
      });
      return rows;
    }
  }
}
