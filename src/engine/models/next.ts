import type { Day, Hit } from '../../domain/index.ts';
import {
  type CycleBasis,
  type Cycles,
  cycleBases,
  type Expectation,
  expectationAt,
  expectations,
  type NextSettings,
} from '../../models/index.ts';
import type { Base } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { hitAt } from '../members.ts';
import type { KeptModels } from './kept.ts';
import { LastRuns } from './lastRuns.ts';
import { cyclesOf } from './nextColumns.ts';

/** How many weeks ahead the picture looks. */
const WEEKS = 12;

/** When customers are expected to buy again. */
export interface NextView {
  readonly settings: NextSettings;
  readonly inForce: NextSettings;
  readonly asOf: Day;
  /** Of those who ever bought. */
  readonly customers: number;
  readonly without: number;
  /** Median days between the last two purchases of all; null where nobody bought twice. */
  readonly usual: number | null;
  readonly expectations: Readonly<Record<Expectation, number>>;
  /** What the expectation rests on: enough own gaps, too few of them, only those of others. */
  readonly bases: Readonly<Record<CycleBasis, number>>;
  /** Customers expected in each of the next weeks, the first one begins today. */
  readonly weeks: readonly number[];
  /** Customers who are overdue and would not be, or the other way round. */
  readonly changed: number;
}

/** Whose names: by expectation, of a week ahead (0 = the one that begins today), on what it rests, or changed. */
export type NextGroup =
  | { readonly is: Expectation | 'changed' }
  | { readonly is: 'ahead'; readonly week: number }
  | { readonly is: 'basis'; readonly basis: CycleBasis };

export interface NextCustomersRequest {
  readonly settings: NextSettings;
  readonly group: NextGroup;
  readonly offset: number;
  readonly limit: number;
}

/** The purchase that is expected of a customer: nulls where nothing is. */
export interface ExpectedPurchase {
  readonly expectation: Expectation | null;
  readonly next: Day | null;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** The share of purchases that come in between; null where it is not known. */
  readonly coverage: number | null;
  readonly cycle: number | null;
  readonly basis: CycleBasis;
}

export interface NextHit extends Hit, ExpectedPurchase {}

export interface NextPage {
  readonly total: number;
  readonly hits: readonly NextHit[];
}

interface Made {
  readonly base: Base;
  readonly asOf: Day;
  readonly cycles: Cycles;
}

/** What the page on next purchases asks of the base. */
export class NextModel {
  readonly #context: Context;
  readonly #kept: KeptModels;
  /** The last two, for the page compares one with the settings in force. */
  readonly #runs = new LastRuns<Made>(2);

  constructor(context: Context, kept: KeptModels) {
    this.#context = context;
    this.#kept = kept;
  }

  /** Next purchases under `settings`, null = those in force. */
  async view(wanted: NextSettings | null): Promise<NextView> {
    const inForce = await this.#kept.read('next');
    const settings = wanted ?? inForce;
    const { cycles, asOf, base } = await this.#made(settings);
    const { size } = base.frame;
    const counts = Object.fromEntries(expectations.map(each => [each, 0])) as Record<Expectation, number>;
    const bases = Object.fromEntries(cycleBases.map(each => [each, 0])) as Record<CycleBasis, number>;
    const weeks = new Array<number>(WEEKS).fill(0);
    for (let row = 0; row < size; row++) {
      bases[cycleBases[cycles.basis[row]!]!]++;
      const expectation = expectationAt(cycles, row, asOf);
      if (expectation) counts[expectation]++;
      const week = Math.floor((cycles.next[row]! - asOf) / 7);
      if (week >= 0 && week < WEEKS) weeks[week]!++;
    }
    return {
      ...{ settings, inForce, asOf, bases, weeks, expectations: counts },
      customers: size - bases.never,
      without: bases.never,
      usual: Number.isNaN(cycles.usual) ? null : cycles.usual,
      changed: (await this.#rows(settings, { is: 'changed' })).length,
    };
  }

  /** The customers of a group, those first whose purchase is expected first; of the overdue those lately so. */
  async customers({ settings, group, offset, limit }: NextCustomersRequest): Promise<NextPage> {
    const rows = await this.#rows(settings, group);
    const { cycles, base, asOf } = await this.#made(settings);
    const [labels, results] = [await this.#context.labels(), await this.#context.results()];
    return {
      total: rows.length,
      hits: rows.slice(offset, offset + limit).map(row => ({
        ...hitAt(row, base.ids[row]!, labels, results),
        ...expectedAt(cycles, row, asOf),
      })),
    };
  }

  /** What is expected of a customer (by id) under the settings in force; null where there is no such one. */
  async of(given: string): Promise<ExpectedPurchase | null> {
    const settings = await this.#kept.read('next');
    const id = await this.#context.store.currentId(given);
    const { cycles, base, asOf } = await this.#made(settings);
    const row = base.ids.indexOf(id);
    return row < 0 ? null : expectedAt(cycles, row, asOf);
  }

  async #made(settings: NextSettings): Promise<Made> {
    const asOf = await this.#context.day();
    const base = await this.#context.base();
    return this.#runs.of(base, [asOf, settings], () => ({
      base,
      asOf,
      cycles: cyclesOf(base.frame, asOf, settings),
    }));
  }

  async #rows(settings: NextSettings, group: NextGroup): Promise<number[]> {
    const { cycles, asOf } = await this.#made(settings);
    const { cycles: before } = await this.#made(await this.#kept.read('next'));
    const isIn = (row: number): boolean => {
      switch (group.is) {
        case 'ahead':
          return Math.floor((cycles.next[row]! - asOf) / 7) === group.week;
        case 'basis':
          return cycleBases[cycles.basis[row]!] === group.basis;
        case 'changed':
          return (
            (expectationAt(cycles, row, asOf) === 'overdue') !==
            (expectationAt(before, row, asOf) === 'overdue')
          );
        default:
          return expectationAt(cycles, row, asOf) === group.is;
      }
    };
    const rows: number[] = [];
    for (let row = 0; row < cycles.next.length; row++) if (isIn(row)) rows.push(row);
    const turn = group.is === 'overdue' ? -1 : 1;
    const rank = (row: number) => {
      const day = cycles.next[row]!;
      return Number.isNaN(day) ? Number.POSITIVE_INFINITY : day * turn;
    };
    return rows.sort((a, b) => rank(a) - rank(b) || a - b);
  }
}

function expectedAt(cycles: Cycles, row: number, asOf: Day): ExpectedPurchase {
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    expectation: expectationAt(cycles, row, asOf),
    next: known(cycles.next[row]!),
    earliest: known(cycles.earliest[row]!),
    latest: known(cycles.latest[row]!),
    coverage: known(cycles.coverage[row]!),
    cycle: known(cycles.cycle[row]!),
    basis: cycleBases[cycles.basis[row]!]!,
  };
}
