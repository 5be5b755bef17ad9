import { type Column, type Day, Dictionary, type Frame } from '../../domain/index.ts';
import {
  LadderReplay,
  type LadderSettings,
  lossDay,
  merits,
  paidOrders,
  type Review,
  readLadder,
  reviewBefore,
  reviewDays,
  rungsOf,
  type Standings,
  standingAt,
} from '../../models/index.ts';
import type { Around, ColumnModel } from './columns.ts';
import { type Measure, measureOf } from './measures.ts';

/**
 * The ladder as columns. Nobody's level is stored: the reviews of the past are replayed from the orders, so that the
 * same base and day give the same levels, today as later.
 */
export const ladderColumnModel = {
  id: 'ladder',
  fields: ['ladderTier', 'ladderLevel', 'ladderDays', 'ladderGrace'],
  read: readLadder,
  columns: (frame, asOf, settings, currency, around) => {
    const course = settings && ladderCourse(frame, asOf, settings, currency, around);
    if (!settings || !course) return unknownColumns(frame.size);
    const replay = replayOf(frame, course, JSON.stringify([settings, around.key]));
    const now = course.look(asOf, course.values(asOf));
    return ladderColumns(replay.standingsOn(now), settings, asOf);
  },
} as const satisfies ColumnModel<LadderSettings | null>;

/** The reviews that a ladder has had up to a day, and how everybody is looked at on any of them. */
export interface LadderCourse {
  readonly measure: Measure;
  /** Ascending; none where the first order came after the last review. */
  readonly days: readonly Day[];
  /** The measure of everybody as it was known at a day. */
  readonly values: (day: Day) => Float64Array;
  /** A look at these values on a day. */
  readonly look: (day: Day, values: Float64Array) => Review;
}

/** The course of a ladder over a base; null where its measure cannot be read. */
export function ladderCourse(
  frame: Frame,
  asOf: Day,
  settings: LadderSettings,
  currency: string,
  around: Around,
): LadderCourse | null {
  const measure = measureOf(settings.measure, around.at(asOf), around.ownFields, currency);
  if (!measure) return null;
  const firstOrders = firstDays(frame, asOf);
  let first = Number.POSITIVE_INFINITY;
  for (const day of firstOrders) first = Math.min(first, day);
  const { review } = settings;
  return {
    measure,
    days: Number.isFinite(first) ? reviewDays(first, asOf, review) : [reviewBefore(asOf, review)],
    values: day => measure.on(around.at(day), day),
    look(day, values) {
      const found = merits(values, settings.lessIsBetter);
      const base = settings.by === 'quantile' ? ofBuyers(found, firstOrders, day) : found;
      const counts = (row: number) => firstOrders[row]! <= day;
      return { day, values: found, rungs: rungsOf(settings, base), counts };
    },
  };
}

const replays = new WeakMap<Frame, { readonly key: string; readonly replay: LadderReplay }>();

/** The course replayed to its end. From one day to a later one over the same base only the new reviews are made. */
function replayOf(frame: Frame, { days, values, look }: LadderCourse, key: string): LadderReplay {
  const last = replays.get(frame);
  const isBegun = last?.key === key && last.replay.reviews.every(({ day }, at) => day === days[at]);
  const replay = isBegun ? last.replay : new LadderReplay(frame.size);
  replays.set(frame, { key, replay });
  for (const day of days.slice(replay.reviews.length)) replay.see(look(day, values(day)));
  return replay;
}

/** Shares of the base are shares of those who had ordered; of everybody where nobody had. */
function ofBuyers(values: Float64Array, firstDay: Float64Array, day: Day): Float64Array {
  const bought = values.filter((_, row) => firstDay[row]! <= day);
  return bought.length > 0 ? bought : values;
}

/** The day of each customer's first paid order, infinite where there is none. */
function firstDays(frame: Frame, asOf: Day): Float64Array {
  const { offsets, day } = paidOrders(frame, asOf);
  return Float64Array.from({ length: frame.size }, (_, row) =>
    offsets[row + 1]! > offsets[row]! ? day[offsets[row]!]! : Number.POSITIVE_INFINITY,
  );
}

/** Standings as columns, by the ids of the catalogue. */
export function ladderColumns(
  standings: Standings,
  { levels, otherwise, dwell, review }: LadderSettings,
  asOf: Day,
): Readonly<Record<string, Column>> {
  const size = standings.rank.length;
  const days = new Float64Array(size);
  const grace = new Float64Array(size).fill(Number.NaN);
  for (let row = 0; row < size; row++) {
    days[row] = asOf - standings.since[row]!;
    const lost = lossDay(standingAt(standings, row)!, dwell, review, asOf);
    if (lost !== null) grace[row] = lost - asOf;
  }
  return {
    ladderTier: {
      form: 'coded',
      codes: Uint32Array.from(standings.rank, rank => rank + 1),
      dictionary: new Dictionary(['', ...levels.map(({ name }) => name), otherwise]),
    },
    ladderLevel: {
      form: 'numeric',
      values: Float64Array.from(standings.rank, rank => levels.length + 1 - rank),
    },
    ladderDays: { form: 'numeric', values: days },
    ladderGrace: { form: 'numeric', values: grace },
  };
}

function unknownColumns(size: number): Readonly<Record<string, Column>> {
  const unknown = { form: 'numeric', values: new Float64Array(size).fill(Number.NaN) } as const;
  return {
    ladderTier: { form: 'coded', codes: new Uint32Array(size), dictionary: new Dictionary() },
    ladderLevel: unknown,
    ladderDays: unknown,
    ladderGrace: unknown,
  };
}
