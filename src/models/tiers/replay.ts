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

/** One look at everybody: the merits on a day, and the thresholds as they were then. */
export interface Review {
  readonly day: Day;
  readonly rungs: Rungs;
  readonly values: Float64Array;
  /** Who is counted: absent, everybody. */
  readonly counts?: (row: number) => boolean;
}

/** Changes of level over a replay. A flip undoes the direction of the change before it. */
export interface Changes {
  readonly changes: number;
  readonly flips: number;
  /** Whose level flipped at least once. */
  readonly flipped: Bits;
}

/** What one review came to. */
export interface Reviewed {
  readonly day: Day;
  /** Customers by rank, those who are counted. */
  readonly levels: readonly number[];
  /** Whose level changed, on this ladder and on the plain one. */
  readonly changes: number;
  readonly plainChanges: number;
}

/** Runs a ladder over past reviews beside the plain one: the same thresholds without bands, dwell and grace. */
export class LadderReplay {
  readonly #ladder: Counter;
  readonly #plain: Counter;
  readonly #reviews: Reviewed[] = [];
  #standings: Standings;

  constructor(size: number) {
    this.#standings = noStandings(size);
    this.#ladder = new Counter(size);
    this.#plain = new Counter(size);
  }

  /** Where everybody stood after the last review. */
  get standings(): Standings {
    return this.#standings;
  }

  /** What each review came to, in ascending order. */
  get reviews(): readonly Reviewed[] {
    return this.#reviews;
  }

  get ladder(): Changes {
    return this.#ladder.seen;
  }

  get plain(): Changes {
    return this.#plain.seen;
  }

  /** Flips that the plain ladder has and this one has not. */
  get avoided(): number {
    return this.plain.flips - this.ladder.flips;
  }

  /** Whom the ladder spared every flip that the plain one has. */
  get spared(): Bits {
    return this.plain.flipped.minus(this.ladder.flipped);
  }

  /** The next review; reviews come in ascending order, all of the same customers. */
  see({ day, rungs, values, counts }: Review): void {
    const before = [this.ladder.changes, this.plain.changes] as const;
    const levels = new Array<number>(rungs.enter.length + 1).fill(0);
    this.#standings = stepStandings(rungs, this.#standings, values, day);
    const { rank } = this.#standings;
    for (let row = 0; row < values.length; row++) {
      if (!counts || counts(row)) levels[rank[row]!]!++;
      this.#ladder.see(row, rank[row]!);
      this.#plain.see(row, plainRank(rungs, values[row]!));
    }
    const [changes, plainChanges] = [this.ladder.changes - before[0], this.plain.changes - before[1]];
    this.#reviews.push({ day, levels, changes, plainChanges });
  }

  /**
   * Where everybody stands between two reviews: as the last one left them. Who never had more than the lowest level
   * gets the first one earned at once.
   */
  standingsOn({ day, rungs, values }: Review): Standings {
    const lowest = rungs.enter.length;
    const { rank, since, came, graceUntil } = this.#standings;
    const now = {
      rank: rank.slice(),
      since: since.slice(),
      came: came.slice(),
      graceUntil: graceUntil.slice(),
    };
    for (let row = 0; row < values.length; row++) {
      const isPlaced = rank[row] !== NO_RANK && (rank[row]! < lowest || came[row] !== 0);
      const earned = plainRank(rungs, values[row]!);
      if (isPlaced || earned === rank[row]) continue;
      now.rank[row] = earned;
      now.since[row] = day;
    }
    return now;
  }
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
