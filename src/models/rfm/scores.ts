import { countBelow, countUpTo, sortedKnown } from '../quantile.ts';
import { type Cutting, type TieId, tieConvention } from './ties.ts';

/** How a measure becomes scores 1 (worst) .. n (best). */
export type Scoring =
  | { readonly by: 'quantile'; readonly bins: number; readonly ties: TieId }
  /** Ascending cuts in the measure's own unit; exactly at a cut counts to the part above ('up') or below ('down'). */
  | { readonly by: 'fixed'; readonly cuts: readonly number[]; readonly at: 'up' | 'down' };

/** A threshold and the customers who stand exactly on it. */
export interface Threshold {
  readonly value: number;
  readonly customers: number;
  /** Of the customers who have a value. */
  readonly share: number;
}

export interface Scores {
  /** By row; 0 = no value. */
  readonly scores: Uint8Array<ArrayBuffer>;
  /** The highest score there is. */
  readonly best: number;
  readonly thresholds: readonly Threshold[];
}

/** From this share on, those who stand on a threshold are worth a warning. */
export const CROWDED_SHARE = 0.1;

/** Whether so many stand on the threshold that the tie convention decides more than the measure. */
export function isCrowded({ share }: Pick<Threshold, 'share'>): boolean {
  return share > CROWDED_SHARE;
}

/** How many stand exactly at `value`, of those who have one. */
export function thresholdAt(sorted: Float64Array, value: number): Threshold {
  const customers = countUpTo(sorted, value) - countBelow(sorted, value);
  return { value, customers, share: sorted.length > 0 ? customers / sorted.length : 0 };
}

/**
 * Scores of a measure. `lessIsBetter` turns them round (recency). `unit`: one of what the measure is shown in.
 * A quantile that falls between two values has nobody on it; "quantile plus one" is judged at the quantile itself.
 */
export function scoresOf(
  values: Float64Array,
  scoring: Scoring,
  { lessIsBetter = false, unit = 1 }: { readonly lessIsBetter?: boolean; readonly unit?: number } = {},
): Scores {
  const sorted = sortedKnown(values);
  const { cuts, crowdAt, partOf } = planParts(sorted, scoring, unit);
  const scores = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    const part = partOf(value);
    scores[row] = lessIsBetter ? cuts.length + 1 - part : part + 1;
  }
  const thresholds = cuts.map((value, index) => ({ ...thresholdAt(sorted, crowdAt[index]!), value }));
  return { scores, best: cuts.length + 1, thresholds };
}

interface Parts {
  readonly cuts: readonly number[];
  /** Where the tie on each cut is decided. */
  readonly crowdAt: readonly number[];
  /** Called once a row, in order: some conventions tell equal values apart by it. */
  partOf(value: number): number;
}

function planParts(sorted: Float64Array, scoring: Scoring, unit: number): Parts {
  if (sorted.length === 0) return { cuts: [], crowdAt: [], partOf: () => 0 };
  if (scoring.by === 'fixed') {
    const { cuts, at } = scoring;
    return {
      cuts,
      crowdAt: cuts,
      partOf: value => cuts.filter(cut => (at === 'up' ? value >= cut : value > cut)).length,
    };
  }
  const convention = tieConvention(scoring.ties);
  const cutting: Cutting = { sorted, bins: scoring.bins, unit };
  const cuts = convention.cuts(cutting);
  const seen = new Map<number, number>();
  return {
    cuts,
    crowdAt: scoring.ties === 'plusOne' ? cuts.map(cut => cut - unit) : cuts,
    partOf: value => {
      const earlier = seen.get(value) ?? 0;
      seen.set(value, earlier + 1);
      return convention.part(cutting, cuts, value, earlier);
    },
  };
}
