import type { Text } from '../../i18n/index.ts';

/** Scores from .. to, both included. */
export type ScoreRange = readonly [from: number, to: number];

/** One row of a segment map: a dimension that is not named may be anything. */
export interface MapRow {
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
export function mapPlace(rows: readonly MapRow[], r: number, f: number, m: number): number {
  return rows.findIndex(row => fits(row, r, f, m)) + 1;
}

/** The place in the table of every customer, counted from 1; 0 = none fits ("others") or no scores. */
export function mapSegments(rows: readonly MapRow[], { r, f, m }: ScoreColumns): Uint8Array<ArrayBuffer> {
  const side = 1 + Math.max(highest(r), highest(f), highest(m));
  const known = new Int16Array(side ** 3).fill(-1);
  const places = new Uint8Array(r.length);
  for (let row = 0; row < places.length; row++) {
    if (r[row] === 0 || f[row] === 0 || m[row] === 0) continue;
    const key = (r[row]! * side + f[row]!) * side + m[row]!;
    if (known[key]! < 0) known[key] = mapPlace(rows, r[row]!, f[row]!, m[row]!);
    places[row] = known[key]!;
  }
  return places;
}

function highest(scores: Uint8Array): number {
  return scores.reduce((most, score) => Math.max(most, score), 0);
}

/** Scores that lie in a block of the table; `m` null where no row looks at money. */
export interface ScoreBlock {
  readonly r: ScoreRange;
  readonly f: ScoreRange;
  readonly m: ScoreRange | null;
}

/** What is to be said of a table. Rows are named by their places, counted from 1. */
export interface MapFlaws {
  /** Scores that no row catches. */
  readonly uncaught: readonly ScoreBlock[];
  /** Rows to which earlier ones leave nothing, or whose scores are not given. */
  readonly unreached: readonly number[];
  /** Scores that a row would catch too, had an earlier one not: the order decides. */
  readonly overlaps: readonly {
    readonly first: number;
    readonly second: number;
    readonly blocks: readonly ScoreBlock[];
  }[];
}

/** Every combination of scores up to the best ones against the rows. */
export function mapFlaws(
  rows: readonly MapRow[],
  best: { readonly r: number; readonly f: number; readonly m: number },
): MapFlaws {
  const looksAtMoney = rows.some(({ m, fm }) => m !== undefined || fm !== undefined);
  const depth = looksAtMoney ? best.m : 1;
  const uncaught: Scored[] = [];
  const reached = new Set<number>();
  const shared = new Map<string, Scored[]>();
  for (let r = 1; r <= best.r; r++)
    for (let f = 1; f <= best.f; f++)
      for (let m = 1; m <= depth; m++) {
        const places = rows.flatMap((row, at) => (fits(row, r, f, m) ? [at + 1] : []));
        const [first] = places;
        if (first === undefined) uncaught.push([r, f, m]);
        else reached.add(first);
        for (const second of places.slice(1)) {
          const key = `${first} ${second}`;
          shared.set(key, [...(shared.get(key) ?? []), [r, f, m]]);
        }
      }
  const blocks = (each: readonly Scored[]) => blocksOf(each, looksAtMoney);
  return {
    uncaught: blocks(uncaught),
    unreached: rows.map((_, at) => at + 1).filter(place => !reached.has(place)),
    overlaps: [...shared].map(([key, scores]) => {
      const [first, second] = key.split(' ').map(Number) as [number, number];
      return { first, second, blocks: blocks(scores) };
    }),
  };
}

type Scored = readonly [r: number, f: number, m: number];

/** Combinations as few blocks: from the lowest on, each grown as far as it goes in one direction after the other. */
function blocksOf(scores: readonly Scored[], withMoney: boolean): ScoreBlock[] {
  const left = new Set(scores.map(each => each.join(' ')));
  const has = (...each: Scored) => left.has(each.join(' '));
  const blocks: ScoreBlock[] = [];
  for (const [r, f, m] of scores) {
    if (!has(r, f, m)) continue;
    let [toM, toF, toR] = [m, f, r];
    const spans = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, at) => low + at);
    while (has(r, f, toM + 1)) toM++;
    while (spans(m, toM).every(each => has(r, toF + 1, each))) toF++;
    while (spans(f, toF).every(up => spans(m, toM).every(deep => has(toR + 1, up, deep)))) toR++;
    for (const across of spans(r, toR))
      for (const up of spans(f, toF))
        for (const deep of spans(m, toM)) left.delete(`${across} ${up} ${deep}`);
    blocks.push({ r: [r, toR], f: [f, toF], m: withMoney ? [m, toM] : null });
  }
  return blocks;
}
