import type { Text } from '../../i18n/index.ts';

/** Scores from .. to, both included. */
export type ScoreRange = readonly [from: number, to: number];

/** One row of a segment map: a dimension that is not named may be anything. */
export interface MapRow {
  readonly id: string;
  readonly name: Text;
  readonly r?: ScoreRange;
  readonly f?: ScoreRange;
  readonly m?: ScoreRange;
  /** The mean of the scores of F and M, halves rounded up. */
  readonly fm?: ScoreRange;
}

/** A table of segments over scores: the first row that fits wins, so the order is part of the meaning. */
export interface SegmentMap {
  readonly id: string;
  readonly name: Text;
  /** For scores 1 .. bins. */
  readonly bins: number;
  readonly rows: readonly MapRow[];
}

/** The scores of a base, by row; 0 = no value. */
export interface ScoreColumns {
  readonly r: Uint8Array<ArrayBuffer>;
  readonly f: Uint8Array<ArrayBuffer>;
  readonly m: Uint8Array<ArrayBuffer>;
}

function fits(row: MapRow, r: number, f: number, m: number): boolean {
  const within = (range: ScoreRange | undefined, score: number) =>
    range === undefined || (score >= range[0] && score <= range[1]);
  return within(row.r, r) && within(row.f, f) && within(row.m, m) && within(row.fm, Math.round((f + m) / 2));
}

/** The place in the table for scores, counted from 1; 0 = no row fits. */
export function mapPlace({ rows }: Pick<SegmentMap, 'rows'>, r: number, f: number, m: number): number {
  return rows.findIndex(row => fits(row, r, f, m)) + 1;
}

/** The place in the table of every customer, counted from 1; 0 = none fits ("others") or no scores. */
export function mapSegments(map: SegmentMap, { r, f, m }: ScoreColumns): Uint8Array<ArrayBuffer> {
  const side = 1 + Math.max(map.bins, highest(r), highest(f), highest(m));
  const known = new Int16Array(side ** 3).fill(-1);
  const places = new Uint8Array(r.length);
  for (let row = 0; row < places.length; row++) {
    if (r[row] === 0 || f[row] === 0 || m[row] === 0) continue;
    const key = (r[row]! * side + f[row]!) * side + m[row]!;
    if (known[key]! < 0) known[key] = mapPlace(map, r[row]!, f[row]!, m[row]!);
    places[row] = known[key]!;
  }
  return places;
}

function highest(scores: Uint8Array): number {
  return scores.reduce((most, score) => Math.max(most, score), 0);
}

/** What is wrong with a table: scores that no row catches, and rows that earlier ones leave nothing. */
export interface MapFlaws {
  readonly uncaught: readonly (readonly [r: number, f: number, m: number])[];
  /** Places of the rows, counted from 1. */
  readonly unreached: readonly number[];
}

/** Every combination of scores against the table. */
export function mapFlaws(map: SegmentMap): MapFlaws {
  const uncaught: [number, number, number][] = [];
  const reached = new Set<number>();
  for (let r = 1; r <= map.bins; r++)
    for (let f = 1; f <= map.bins; f++)
      for (let m = 1; m <= map.bins; m++) {
        const place = mapPlace(map, r, f, m);
        if (place === 0) uncaught.push([r, f, m]);
        else reached.add(place);
      }
  const unreached = map.rows.map((_, index) => index + 1).filter(place => !reached.has(place));
  return { uncaught, unreached };
}
