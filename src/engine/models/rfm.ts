import { Bits, type Day } from '../../domain/index.ts';
import type { Text } from '../../i18n/index.ts';
import {
  type Cell,
  type Crowding,
  chosenRows,
  classNames,
  type EightCode,
  heatCells,
  type MapFlaws,
  type MapRow,
  mapFlaws,
  type NameFamily,
  NO_CLASS,
  nameFamilies,
  type Rfm,
  type RfmMeasureId,
  type RfmSettings,
  rfmSegments,
  type SegmentMap,
  type SegmentSummary,
  segmentMaps,
  segmentSummaries,
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
import { LastRuns } from './lastRuns.ts';
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
  /** What tells customers apart under the settings: the eight classes or the rows of a map. */
  readonly segments: readonly SegmentSummary[];
  /** Buyers whose scores no row of the map catches. */
  readonly others: Pick<SegmentSummary, 'customers' | 'share' | 'revenue'>;
  readonly maps: readonly SegmentMap[];
  /** The map that is chosen, and what is to be said of it; null where the eight classes are. */
  readonly map: { readonly rows: readonly MapRow[]; readonly flaws: MapFlaws } | null;
  /** The names of the eight classes. */
  readonly names: Readonly<Record<EightCode, Text>>;
  /** Recency scores across, frequency scores up, row by row from the top; mean monetary value. */
  readonly cells: readonly Cell[];
  readonly measures: Readonly<Record<RfmMeasureId, RfmMeasureView>>;
  readonly crowded: readonly Crowding[];
  /** Customers whose class or segment is another one than under the settings in force. */
  readonly changed: number;
}

/** Whose names: of a segment, those in none, of a field of the heat map, those who never bought, those who change. */
export type RfmGroup =
  | { readonly is: 'segment'; readonly id: string }
  | { readonly is: 'others' }
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
  readonly #runs = new LastRuns<{ readonly rfm: Rfm; readonly base: Base; readonly asOf: Day }>(2);

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
    const { codes } = rfm.classes;
    const found = rfmSegments(rfm, settings);
    const bought = (row: number) => codes[row] !== NO_CLASS;
    const { segments, others } = segmentSummaries(found, bought, moneyByRow(base, asOf));
    const sumOf = (measure: 'customers' | 'revenue') =>
      segments.reduce((sum, each) => sum + each[measure], others[measure]);
    const rows = chosenRows(settings);
    const { recency, frequency, monetary } = rfm.scores;
    const best = { r: recency.best, f: frequency.best, m: monetary.best };
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
      customers: sumOf('customers'),
      without: base.frame.size - sumOf('customers'),
      revenue: sumOf('revenue'),
      segments,
      others,
      maps: segmentMaps,
      map: rows && { rows, flaws: mapFlaws(rows, best) },
      names: classNames(settings),
      cells: heatCells(rfm.scores.recency, rfm.scores.frequency, rfm.measures.monetary),
      measures: {
        recency: measure('recency'),
        frequency: measure('frequency'),
        monetary: measure('monetary'),
      },
      crowded: rfm.crowded,
      changed: (await this.#rows(rfm, settings, { is: 'changed' })).count(),
    };
  }

  /** The customers of a group, in the order of the base. */
  async customers({ settings, group, offset, limit }: RfmCustomersRequest): Promise<CustomersPage> {
    const { rfm } = await this.#made(settings);
    return customersPage(this.#context, await this.#rows(rfm, settings, group), offset, limit);
  }

  async #made(settings: RfmSettings): Promise<{ rfm: Rfm; base: Base; asOf: Day }> {
    const { currency } = await this.#context.state();
    const asOf = await this.#context.day();
    const base = await this.#context.base();
    const { names: _, segments: __, ...rest } = settings;
    return this.#runs.of(base, [asOf, rest, currency], () => ({
      rfm: rfmOfBase(base.frame, asOf, settings, currency),
      base,
      asOf,
    }));
  }

  async #rows(rfm: Rfm, settings: RfmSettings, group: RfmGroup): Promise<Bits> {
    const {
      scores,
      classes: { codes },
    } = rfm;
    const { length } = codes;
    switch (group.is) {
      case 'segment': {
        const { segments, places } = rfmSegments(rfm, settings);
        const wanted = segments.findIndex(({ id }) => id === group.id) + 1;
        return Bits.from(length, row => wanted > 0 && places[row] === wanted);
      }
      case 'others': {
        const { places } = rfmSegments(rfm, settings);
        return Bits.from(length, row => places[row] === 0 && codes[row] !== NO_CLASS);
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
        const inForce = await this.#kept.read('rfm');
        const { rfm: before } = await this.#made(inForce);
        const [was, is] = [rfmSegments(before, inForce), rfmSegments(rfm, settings)];
        const idAt = ({ segments, places }: typeof is, row: number) => segments[places[row]! - 1]?.id;
        return Bits.from(
          length,
          row => codes[row] !== before.classes.codes[row] || idAt(was, row) !== idAt(is, row),
        );
      }
    }
  }
}
