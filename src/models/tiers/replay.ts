import { Bits, type Day } from '../../domain/index.ts';
import { plainRank, type Rungs, type Standing, stepStanding } from './ladder.ts';

/** Where everybody stands, by row, in columns that can be stored. `NO_RANK` = never seen. */
export interface Standings {
  readonly rank: Uint8Array<ArrayBuffer>;
  readonly since: Int32Array<ArrayBuffer>;
  readonly came: Int8Array<ArrayBuffer>;
  /** `NO_GRACE` where the rank is not in danger. */
  readonly graceUntil: Int32Array<ArrayBuffer>;
}

export const NO_RANK = 255;
export const NO_GRACE = -2_147_483_648;

/** Nobody stands anywhere yet. */
export function noStandings(size: number): Standings {
  return {
    rank: new Uint8Array(size).fill(NO_RANK),
    since: new Int32Array(size),
    came: new Int8Array(size),
    graceUntil: new Int32Array(size).fill(NO_GRACE),
  };
}

/** One customer's standing; null where there is none. */
export function standingAt({ rank, since, came, graceUntil }: Standings, row: number): Standing | null {
  if (row >= rank.length || rank[row] === NO_RANK) return null;
  return {
    rank: rank[row]!,
    since: since[row]!,
    came: came[row] as Standing['came'],
    graceUntil: graceUntil[row] === NO_GRACE ? null : graceUntil[row]!,
  };
}

/** Where everybody stands on `day`; what is previewed is what a run gives. Rows beyond `before` are new. */
export function stepStandings(rungs: Rungs, before: Standings, values: Float64Array, day: Day): Standings {
  const after = noStandings(values.length);
  for (let row = 0; row < values.length; row++) {
    const next = stepStanding(rungs, standingAt(before, row), values[row]!, day);
    after.rank[row] = next.rank;
    after.since[row] = next.since;
    after.came[row] = next.came;
    after.graceUntil[row] = next.graceUntil ?? NO_GRACE;
  }
  return after;
}

/** Who keeps a level on probation. */
export function inGrace({ graceUntil }: Pick<Standings, 'graceUntil'>): Bits {
  const rows = new Bits(graceUntil.length);
  for (let row = 0; row < graceUntil.length; row++) if (graceUntil[row] !== NO_GRACE) rows.add(row);
  return rows;
}

/** The values of the metric on a day. */
export interface Snapshot {
  readonly day: Day;
  readonly values: Float64Array;
}

/** Changes of level over a replay. A flip undoes the direction of the change before it. */
export interface Changes {
  readonly changes: number;
  readonly flips: number;
  /** Whose level flipped at least once. */
  readonly flipped: Bits;
}

export interface Replay {
  readonly standings: Standings;
  readonly ladder: Changes;
  /** The same thresholds without bands, dwell and grace. */
  readonly plain: Changes;
  /** Flips that the plain ladder has and this one has not. */
  readonly avoided: number;
  /** Whom the ladder spared every flip that the plain one has. */
  readonly spared: Bits;
}

/** Runs a ladder over past days, in ascending order, beside the plain one. All snapshots have the same rows. */
export function replayLadder(rungs: Rungs, snapshots: Iterable<Snapshot>): Replay {
  let standings = noStandings(0);
  let banded: Counter | null = null;
  let plain: Counter | null = null;
  for (const { day, values } of snapshots) {
    banded ??= new Counter(values.length);
    plain ??= new Counter(values.length);
    standings = stepStandings(rungs, standings, values, day);
    for (let row = 0; row < values.length; row++) {
      banded.see(row, standings.rank[row]!);
      plain.see(row, plainRank(rungs, values[row]!));
    }
  }
  const [ladder, unbanded] = [banded ?? new Counter(0), plain ?? new Counter(0)];
  return {
    standings,
    ladder: ladder.seen,
    plain: unbanded.seen,
    avoided: unbanded.seen.flips - ladder.seen.flips,
    spared: unbanded.seen.flipped.minus(ladder.seen.flipped),
  };
}

class Counter {
  readonly #rank: Uint8Array;
  readonly #direction: Int8Array;
  readonly #flipped: Bits;
  #changes = 0;
  #flips = 0;

  constructor(size: number) {
    this.#rank = new Uint8Array(size).fill(NO_RANK);
    this.#direction = new Int8Array(size);
    this.#flipped = new Bits(size);
  }

  get seen(): Changes {
    return { changes: this.#changes, flips: this.#flips, flipped: this.#flipped };
  }

  see(row: number, rank: number): void {
    const before = this.#rank[row]!;
    this.#rank[row] = rank;
    if (before === NO_RANK || before === rank) return;
    const direction = rank < before ? 1 : -1;
    this.#changes++;
    if (this.#direction[row] === -direction) {
      this.#flips++;
      this.#flipped.add(row);
    }
    this.#direction[row] = direction;
  }
}
