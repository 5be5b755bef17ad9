import { Bits, type Day } from '../../domain/index.ts';
import {
  type Cell,
  type ClassSummary,
  type Crowding,
  classSummaries,
  type EightCode,
  heatCells,
  type NameFamily,
  NO_CLASS,
  nameFamilies,
  type Rfm,
  type RfmMeasureId,
  type RfmSettings,
  type Threshold,
  type TieConvention,
  tieConventions,
} from '../../models/index.ts';
import type { Base } from '../../store/index.ts';
import type { CustomersPage } from '../api.ts';
import type { Context } from '../context.ts';
import { customersPage } from '../customersPage.ts';
import { moneyByRow } from '../evaluating.ts';
import type { KeptModels } from './kept.ts';
import { rfmOfBase } from './rfmColumns.ts';

/** One of the three measures: where its scores are cut, and where high and low part. */
export interface RfmMeasureView {
  readonly best: number;
  readonly cuts: readonly Threshold[];
  readonly split: Threshold;
}

/** RFM of the base under some settings, against the settings in force. */
export interface RfmView {
  readonly settings: RfmSettings;
  /** Those that rules read the columns under. */
  readonly inForce: RfmSettings;
  readonly asOf: Day;
  readonly currency: string;
  /** What can be chosen: how equal customers are treated, and how the classes are called. */
  readonly conventions: readonly Pick<TieConvention, 'id' | 'name' | 'about'>[];
  readonly families: readonly NameFamily[];
  /** With a class; `without` never bought. */
  readonly customers: number;
  readonly without: number;
  /** Minor units, of all classes. */
  readonly revenue: number;
  readonly classes: readonly ClassSummary[];
  /** Recency scores across, frequency scores up, row by row from the top; mean monetary value. */
  readonly cells: readonly Cell[];
  readonly measures: Readonly<Record<RfmMeasureId, RfmMeasureView>>;
  readonly crowded: readonly Crowding[];
  /** Customers whose class is another one than under the settings in force. */
  readonly changed: number;
}

/** Whose names: of a class, of a field of the heat map, those who never bought, those whose class would change. */
export type RfmGroup =
  | { readonly is: 'class'; readonly code: EightCode }
  | { readonly is: 'cell'; readonly recency: number; readonly frequency: number }
  | { readonly is: 'without' }
  | { readonly is: 'changed' };

export interface RfmCustomersRequest {
  readonly settings: RfmSettings;
  readonly group: RfmGroup;
  readonly offset: number;
  readonly limit: number;
}

/** What the page on RFM asks of the base. */
export class RfmModel {
  readonly #context: Context;
  readonly #kept: KeptModels;
  /** The last two, for the page compares one with the settings in force. */
  #known: { readonly key: string; readonly base: Base; readonly asOf: Day; readonly rfm: Rfm }[] = [];

  constructor(context: Context, kept: KeptModels) {
    this.#context = context;
    this.#kept = kept;
  }

  /** RFM under `settings`, null = those in force. */
  async view(wanted: RfmSettings | null): Promise<RfmView> {
    const inForce = await this.#kept.read('rfm');
    const settings = wanted ?? inForce;
    const { rfm, base, asOf } = await this.#made(settings);
    const { currency } = await this.#context.state();
    const classes = classSummaries(rfm.classes, moneyByRow(base, asOf));
    const customers = classes.reduce((sum, each) => sum + each.customers, 0);
    const measure = (id: RfmMeasureId): RfmMeasureView => ({
      best: rfm.scores[id].best,
      cuts: rfm.scores[id].thresholds,
      split: rfm.classes.halves[id].threshold,
    });
    return {
      settings,
      inForce,
      asOf,
      currency,
      conventions: tieConventions.map(({ id, name, about }) => ({ id, name, about })),
      families: nameFamilies,
      customers,
      without: base.frame.size - customers,
      revenue: classes.reduce((sum, each) => sum + each.revenue, 0),
      classes,
      cells: heatCells(rfm.scores.recency, rfm.scores.frequency, rfm.measures.monetary),
      measures: {
        recency: measure('recency'),
        frequency: measure('frequency'),
        monetary: measure('monetary'),
      },
      crowded: rfm.crowded,
      changed: (await this.#rows(rfm, { is: 'changed' })).count(),
    };
  }

  /** The customers of a group, in the order of the base. */
  async customers({ settings, group, offset, limit }: RfmCustomersRequest): Promise<CustomersPage> {
    const { rfm } = await this.#made(settings);
    return customersPage(this.#context, await this.#rows(rfm, group), offset, limit);
  }

  async #made(settings: RfmSettings): Promise<{ rfm: Rfm; base: Base; asOf: Day }> {
    const { currency } = await this.#context.state();
    const asOf = await this.#context.day();
    const base = await this.#context.base();
    const { names: _, ...rest } = settings;
    const key = JSON.stringify([rest, currency]);
    let made = this.#known.find(each => each.key === key && each.base === base && each.asOf === asOf);
    made ??= { key, base, asOf, rfm: rfmOfBase(base.frame, asOf, settings, currency) };
    this.#known = [made, ...this.#known.filter(each => each !== made)].slice(0, 2);
    return made;
  }

  async #rows({ scores, classes: { codes } }: Rfm, group: RfmGroup): Promise<Bits> {
    const { length } = codes;
    switch (group.is) {
      case 'class': {
        const wanted = Number.parseInt(group.code, 2);
        return Bits.from(length, row => codes[row] === wanted);
      }
      case 'cell':
        return Bits.from(
          length,
          row =>
            scores.recency.scores[row] === group.recency && scores.frequency.scores[row] === group.frequency,
        );
      case 'without':
        return Bits.from(length, row => codes[row] === NO_CLASS);
      case 'changed': {
        const { rfm } = await this.#made(await this.#kept.read('rfm'));
        return Bits.from(length, row => codes[row] !== rfm.classes.codes[row]);
      }
    }
  }
}
