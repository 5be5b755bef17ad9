import { Bits, type Day, type ValueKind } from '../../domain/index.ts';
import {
  inGrace,
  type LadderFlaws,
  LadderReplay,
  type LadderSettings,
  ladderFlaws,
  lossDay,
  merits,
  NO_GRACE,
  plainRank,
  type Review,
  type Reviewed,
  reviewAfter,
  rowsWith,
  type Standings,
  standingAt,
} from '../../models/index.ts';
import type { Base } from '../../store/index.ts';
import type { CustomersPage, OnProgress } from '../api.ts';
import type { Context } from '../context.ts';
import { customersPage } from '../customersPage.ts';
import { type Spread, spreadOf } from '../distribution.ts';
import { moneyByRow, sumOver } from '../evaluating.ts';
import { breathe } from '../jobs.ts';
import { aroundOf } from './columns.ts';
import type { KeptModels } from './kept.ts';
import { type LadderCourse, ladderCourse } from './ladderColumns.ts';
import { LastRuns } from './lastRuns.ts';

/** A level of a ladder as the page shows it. */
export interface LadderLevelView {
  readonly name: string;
  /** As values of the measure, those of the day that is looked at; null for the lowest level. */
  readonly enter: number | null;
  readonly keep: number | null;
  readonly customers: number;
  readonly share: number;
  /** Minor units, all that its customers have paid. */
  readonly money: number;
  /** Whose value no longer keeps the level. */
  readonly grace: number;
  /** Whose value keeps the level and would not earn it. */
  readonly band: number;
  /** Whose value is exactly the one that earns the level. */
  readonly onThreshold: number;
}

/** Changes of level over the past reviews. */
export interface LadderChanges {
  readonly changes: number;
  readonly flips: number;
  /** Customers with a flip. */
  readonly flipped: number;
}

/** A ladder over the base, against the one in force. */
export interface LadderView {
  readonly settings: LadderSettings;
  /** Null where none is published. */
  readonly inForce: LadderSettings | null;
  /** What keeps it from being published. */
  readonly flaws: LadderFlaws;
  readonly asOf: Day;
  readonly currency: string;
  /** Of the measure; null where it cannot be read: then there is nothing else either. */
  readonly kind: ValueKind | null;
  readonly customers: number;
  /** Whose value is not known: they have the lowest level. */
  readonly unknown: number;
  /** The highest first. */
  readonly levels: readonly LadderLevelView[];
  readonly spread: Spread | null;
  readonly grace: number;
  /** How many of those in grace lose their level on which review, unless they recover; ascending. */
  readonly losses: readonly { readonly day: Day; readonly customers: number }[];
  /** Ascending; levels count those who had ordered by then. */
  readonly reviews: readonly Reviewed[];
  readonly nextReview: Day;
  readonly ladder: LadderChanges;
  readonly plain: LadderChanges;
  readonly avoided: number;
  /** Customers who flip on the plain ladder and not on this one. */
  readonly spared: number;
  /** Customers whose level has another name than in force; all of them where none is published. */
  readonly changed: number;
}

/** Whose names; those who lose their level on a day, those with a value of the measure from `from` on and below `to`. */
export type LadderGroup =
  | { readonly is: 'level' | 'band'; readonly rank: number }
  | { readonly is: 'loss'; readonly day: Day }
  | { readonly is: 'values'; readonly from: number; readonly to: number }
  | { readonly is: 'grace' | 'spared' | 'flipped' | 'plainFlipped' | 'unknown' | 'changed' };

export interface LadderCustomersRequest {
  readonly settings: LadderSettings;
  readonly group: LadderGroup;
  readonly offset: number;
  readonly limit: number;
}

interface Made {
  readonly settings: LadderSettings;
  readonly base: Base;
  readonly asOf: Day;
  readonly course: LadderCourse;
  readonly replay: LadderReplay;
  readonly now: Review;
  readonly standings: Standings;
}

/** So many merits of past reviews are kept at hand, so that other thresholds are tried at once: 32 MB. */
const mostKept = 4_000_000;

/** What the page on tiers asks of the base. */
export class LadderModel {
  readonly #context: Context;
  readonly #kept: KeptModels;
  /** The last two, for the page compares one with the ladder in force. */
  readonly #runs = new LastRuns<Made | null>(2);
  #seen: { readonly key: string; readonly base: Base; readonly values: Map<Day, Float64Array> } | undefined;

  constructor(context: Context, kept: KeptModels) {
    this.#context = context;
    this.#kept = kept;
  }

  /** The base on a ladder: every review of the past is replayed. */
  async view(settings: LadderSettings, onProgress: OnProgress, signal?: AbortSignal): Promise<LadderView> {
    const { currency } = await this.#context.state();
    const inForce = await this.#kept.read('ladder');
    const asOf = await this.#context.day();
    const base = await this.#context.base();
    const made = await this.#made(settings, onProgress, signal);
    const shared = {
      ...{ settings, inForce, asOf, currency, customers: base.frame.size },
      flaws: ladderFlaws(settings),
      nextReview: reviewAfter(asOf, settings.review),
    };
    if (!made) {
      const none = { changes: 0, flips: 0, flipped: 0 };
      return {
        ...{ ...shared, kind: null, unknown: 0, levels: [], spread: null, grace: 0, losses: [], reviews: [] },
        ...{ ladder: none, plain: none, avoided: 0, spared: 0, changed: 0 },
      };
    }
    const { course, replay, now } = made;
    const count = async (group: LadderGroup) => (await this.#rows(made, group)).count();
    const levels = levelsOf(made, moneyByRow(base, asOf));
    const marks = levels.flatMap(({ enter, keep }) => [enter, keep]).filter(mark => mark !== null);
    const values = Float64Array.from(merits(now.values, settings.lessIsBetter));
    return {
      ...shared,
      kind: course.measure.kind,
      unknown: await count({ is: 'unknown' }),
      levels,
      spread: spreadOf({ form: 'numeric', values }, course.measure.kind, marks, null),
      grace: await count({ is: 'grace' }),
      losses: lossesOf(made),
      reviews: replay.reviews,
      ladder: { ...replay.ladder, flipped: replay.ladder.flipped.count() },
      plain: { ...replay.plain, flipped: replay.plain.flipped.count() },
      avoided: replay.avoided,
      spared: replay.spared.count(),
      changed: await count({ is: 'changed' }),
    };
  }

  /** The customers of a group, in the order of the base. */
  async customers({ settings, group, offset, limit }: LadderCustomersRequest): Promise<CustomersPage> {
    const made = await this.#made(settings, () => undefined);
    const rows = made ? await this.#rows(made, group) : new Bits((await this.#context.base()).frame.size);
    return customersPage(this.#context, rows, offset, limit);
  }

  async #made(settings: LadderSettings, onProgress: OnProgress, signal?: AbortSignal): Promise<Made | null> {
    const state = await this.#context.state();
    const asOf = await this.#context.day();
    const base = await this.#context.base();
    const around = aroundOf('ladder', base, state);
    return this.#runs.of(base, [asOf, settings, around.key], async () => {
      const course = ladderCourse(base.frame, asOf, settings, state.currency, around);
      if (!course) return null;
      const kept = this.#keptValues(JSON.stringify([settings.measure, asOf, around.key]), base);
      const look = (day: Day): Review => {
        const values = kept.get(day) ?? course.values(day);
        if ((kept.size + 1) * values.length < mostKept) kept.set(day, values);
        return course.look(day, values);
      };
      const replay = new LadderReplay(base.frame.size);
      for (const [done, day] of course.days.entries()) {
        onProgress({ stage: 'reviewing', done, total: course.days.length });
        await breathe(signal);
        replay.see(look(day));
      }
      const now = look(asOf);
      return { settings, base, asOf, course, replay, now, standings: replay.standingsOn(now) };
    });
  }

  /** The values of the measure by day of review, whatever the thresholds are. */
  #keptValues(key: string, base: Base): Map<Day, Float64Array> {
    if (this.#seen?.key !== key || this.#seen.base !== base) this.#seen = { key, base, values: new Map() };
    return this.#seen.values;
  }

  async #rows(made: Made, group: LadderGroup): Promise<Bits> {
    const { standings, now, replay } = made;
    switch (group.is) {
      case 'level':
        return rowsWith(standings.rank, group.rank);
      case 'band':
        return bandRows(made, group.rank);
      case 'grace':
        return inGrace(standings);
      case 'loss':
        return Bits.from(now.values.length, row => lossAt(made, row) === group.day);
      case 'spared':
        return replay.spared;
      case 'flipped':
        return replay.ladder.flipped;
      case 'plainFlipped':
        return replay.plain.flipped;
      case 'values': {
        const values = merits(now.values, made.settings.lessIsBetter);
        return Bits.from(values.length, row => values[row]! >= group.from && values[row]! < group.to);
      }
      case 'unknown':
        return Bits.from(now.values.length, row => Number.isNaN(now.values[row]));
      case 'changed':
        return this.#changed(made);
    }
  }

  async #changed({ standings: { rank }, settings }: Made): Promise<Bits> {
    const inForce = await this.#kept.read('ladder');
    const before = inForce && (await this.#made(inForce, () => undefined));
    if (!inForce || !before) return new Bits(rank.length).not();
    const [names, namesBefore] = [levelNames(settings), levelNames(inForce)];
    return Bits.from(rank.length, row => names[rank[row]!] !== namesBefore[before.standings.rank[row]!]);
  }
}

/** The names of the levels, the highest first. */
function levelNames({ levels, otherwise }: LadderSettings): string[] {
  return [...levels.map(({ name }) => name), otherwise];
}

/** The review on which the customer of a row loses the level, null where it is in no danger. */
function lossAt({ settings, standings, asOf }: Made, row: number): Day | null {
  if (standings.graceUntil[row] === NO_GRACE) return null;
  return lossDay(standingAt(standings, row)!, settings.dwell, settings.review, asOf);
}

function lossesOf(made: Made): LadderView['losses'] {
  const found = new Map<Day, number>();
  for (const row of inGrace(made.standings).rows()) {
    const day = lossAt(made, row);
    if (day !== null) found.set(day, (found.get(day) ?? 0) + 1);
  }
  return [...found].sort(([a], [b]) => a - b).map(([day, customers]) => ({ day, customers }));
}

/** Who has the level although the value earns a lower one, and is in no danger. */
function bandRows({ standings: { rank, graceUntil }, now: { rungs, values } }: Made, of: number): Bits {
  return Bits.from(
    rank.length,
    row => rank[row] === of && graceUntil[row] === NO_GRACE && plainRank(rungs, values[row]!) > of,
  );
}

function levelsOf(made: Made, money: Float64Array): LadderLevelView[] {
  const { settings, standings, now } = made;
  const grace = inGrace(standings);
  return levelNames(settings).map((name, rank): LadderLevelView => {
    const rows = rowsWith(standings.rank, rank);
    const customers = rows.count();
    const merit = now.rungs.enter[rank];
    const value = (of: readonly number[]) => {
      const found = of[rank];
      return found === undefined || Number.isNaN(found)
        ? null
        : merits(Float64Array.of(found), settings.lessIsBetter)[0]!;
    };
    return {
      name,
      enter: value(now.rungs.enter),
      keep: value(now.rungs.keep),
      customers,
      share: rows.size > 0 ? customers / rows.size : 0,
      money: sumOver(rows, money),
      grace: rows.and(grace).count(),
      band: bandRows(made, rank).count(),
      onThreshold: now.values.reduce((sum, each) => sum + Number(each === merit), 0),
    };
  });
}
