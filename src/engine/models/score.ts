import { Bits, type Day } from '../../domain/index.ts';
import type { ScoreSettings } from '../../models/index.ts';
import type { CustomersPage } from '../api.ts';
import type { Context } from '../context.ts';
import { customersPage } from '../customersPage.ts';
import { type Spread, spreadOf } from '../distribution.ts';
import { aroundOf } from './columns.ts';
import type { KeptModels } from './kept.ts';
import { measureOf } from './measures.ts';
import { scoresOf } from './scoreColumns.ts';

/** The customer value score of the base under some weights, against those in force. */
export interface ScoreView {
  readonly settings: ScoreSettings;
  readonly inForce: ScoreSettings;
  readonly asOf: Day;
  readonly currency: string;
  readonly customers: number;
  readonly spread: Spread;
  /** By tens, from 0 to 100; 100 itself is in the last. */
  readonly tenths: readonly number[];
  /** In the order of the parts: whether the measure can be read, and of how many customers it is known. */
  readonly parts: readonly { readonly readable: boolean; readonly known: number }[];
  /** Whose score, in whole points, is another than in force. */
  readonly changed: number;
}

/** Whose names: with a score in one of the tenths (0 = below 10), or changed. */
export type ScoreGroup = { readonly is: 'tenth'; readonly at: number } | { readonly is: 'changed' };

export interface ScoreCustomersRequest {
  readonly settings: ScoreSettings;
  readonly group: ScoreGroup;
  readonly offset: number;
  readonly limit: number;
}

/** What the page on the customer value score asks of the base. */
export class ScoreModel {
  readonly #context: Context;
  readonly #kept: KeptModels;

  constructor(context: Context, kept: KeptModels) {
    this.#context = context;
    this.#kept = kept;
  }

  /** The base scored under `settings`, null = those in force. */
  async view(wanted: ScoreSettings | null): Promise<ScoreView> {
    const inForce = await this.#kept.read('score');
    const settings = wanted ?? inForce;
    const { currency, ...state } = await this.#context.state();
    const [base, asOf] = [await this.#context.base(), await this.#context.day()];
    const around = aroundOf('score', base, { currency, ...state });
    const known = around.at(asOf);
    const scores = await this.#scores(settings);
    return {
      ...{ settings, inForce, asOf, currency, customers: base.frame.size },
      spread: spreadOf({ form: 'numeric', values: scores }, 'number', [0, 100], null),
      tenths: Array.from({ length: 10 }, (_, at) => tenthRows(scores, at).count()),
      parts: settings.parts.map(({ measure }) => {
        const found = measureOf(measure, known, around.ownFields, currency);
        const values = found?.on(known, asOf) ?? new Float64Array();
        return { readable: found !== null, known: values.filter(each => !Number.isNaN(each)).length };
      }),
      changed: (await this.#rows(scores, { is: 'changed' })).count(),
    };
  }

  /** The customers of a group, in the order of the base. */
  async customers({ settings, group, offset, limit }: ScoreCustomersRequest): Promise<CustomersPage> {
    const rows = await this.#rows(await this.#scores(settings), group);
    return customersPage(this.#context, rows, offset, limit);
  }

  async #scores(settings: ScoreSettings): Promise<Float64Array<ArrayBuffer>> {
    const state = await this.#context.state();
    const [base, asOf] = [await this.#context.base(), await this.#context.day()];
    return scoresOf(base.frame, asOf, settings, state.currency, aroundOf('score', base, state));
  }

  async #rows(scores: Float64Array, group: ScoreGroup): Promise<Bits> {
    if (group.is === 'tenth') return tenthRows(scores, group.at);
    const before = await this.#scores(await this.#kept.read('score'));
    return Bits.from(scores.length, row => !Object.is(Math.round(scores[row]!), Math.round(before[row]!)));
  }
}

function tenthRows(scores: Float64Array, at: number): Bits {
  return Bits.from(scores.length, row => Math.min(9, Math.floor(scores[row]! / 10)) === at);
}
