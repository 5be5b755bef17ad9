import type { Features, Prepared } from './features.ts';

/** One way two values may stand to one another. */
export interface Level {
  readonly code: string;
  /** Shipped guess of how often records of one customer stand so (they add up to 1 over the levels). */
  readonly match: number;
  /** The same for records of two customers. */
  readonly chance: number;
  /** The same for two people of one household or firm, where they share more than strangers do. */
  readonly kin?: number;
  /** The chance comes from how rare the value itself is, not from the level. */
  readonly isRarity?: true;
}

/** What a comparison finds: which level (-1 = nothing to compare), and how rare the value is, log2. */
export interface Finding {
  level: number;
  rarity: number;
}

/** One thing by which two records are compared: a row of the table that everything else walks. */
export interface Comparison {
  readonly part: string;
  readonly levels: readonly Level[];
  /** Of a place: how much ground it covers. What is the same in small is so at large, which then says nothing more. */
  readonly breadth?: number;
  /** Writes into `finding`. */
  readonly compare: (one: Features, other: Features, finding: Finding) => void;
}

/** Makes the comparisons for a base. */
export type ComparisonMaker = (prepared: Prepared) => readonly Comparison[];

/** log2 of how likely another record has a value that `count` of `total` have. */
export function rarityOf(count: number, total: number): number {
  return Math.log2(Math.max(0.5, count - 0.5) / Math.max(1, total));
}
