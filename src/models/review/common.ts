import type { Bits } from '../../domain/index.ts';
import { roundest } from '../clusters/describe.ts';
import { countBelow, countUpTo, sortedKnown } from '../quantile.ts';

/** A column to look for something in common in: numbers, or codes (0 = not known) of texts. */
export type CommonColumn =
  | { readonly id: string; readonly form: 'numeric'; readonly values: Float64Array }
  | {
      readonly id: string;
      readonly form: 'coded';
      readonly codes: ArrayLike<number>;
      readonly texts: number;
    };

/** One condition, and how well it tells some customers from the rest. */
export interface CommonCondition {
  readonly id: string;
  readonly relation: '=' | '>=' | '<=';
  /** A code where the column is coded. */
  readonly value: number;
  /** For how many of those looked at it holds, and for how many of all. */
  readonly matched: number;
  readonly among: number;
}

/** From so many customers on something in common is worth telling. */
export const LEAST_IN_COMMON = 3;

/**
 * The one condition that tells the rows of `target` best from the other rows of `within` (which holds them all), by
 * the F1 measure; null where there are too few, or none does better by a tenth than taking everybody.
 */
export function commonCondition(
  columns: readonly CommonColumn[],
  target: Bits,
  within: Bits,
): CommonCondition | null {
  const wanted = target.count();
  if (wanted < LEAST_IN_COMMON) return null;
  const [inside, covered] = [flagsOf(target), flagsOf(within)];
  let best: CommonCondition | null = null;
  let worth = (2 * wanted) / (within.count() + wanted) + 0.1;
  for (const column of columns) {
    const found =
      column.form === 'coded'
        ? bestValue(column, inside, covered, wanted)
        : bestBound(column, target, covered);
    if (!found) continue;
    const reached = (2 * found.matched) / (found.among + wanted);
    if (reached > worth) [best, worth] = [found, reached];
  }
  return best;
}

function bestValue(
  { id, codes, texts }: Extract<CommonColumn, { form: 'coded' }>,
  inside: Uint8Array,
  covered: Uint8Array,
  wanted: number,
): CommonCondition | null {
  const [among, matched] = [new Uint32Array(texts), new Uint32Array(texts)];
  for (let row = 0; row < covered.length; row++) {
    among[codes[row]!]! += covered[row]!;
    matched[codes[row]!]! += covered[row]! & inside[row]!;
  }
  let value = 0;
  const worthOf = (code: number) => matched[code]! / (among[code]! + wanted);
  for (let code = 1; code < texts; code++) if (value === 0 || worthOf(code) > worthOf(value)) value = code;
  return value === 0 ? null : { id, relation: '=', value, matched: matched[value]!, among: among[value]! };
}

/** The best bound lies at a value of the target: moving it up to the next one only leaves out others. */
function bestBound(
  { id, values }: Extract<CommonColumn, { form: 'numeric' }>,
  target: Bits,
  covered: Uint8Array,
): CommonCondition | null {
  const sorted = sortedKnown(values.map((value, row) => (covered[row] ? value : Number.NaN)));
  const wanted = target.count();
  const own = sortedKnown(Float64Array.from(target.rows(), row => values[row]!));
  let best: CommonCondition | null = null;
  const offer = (found: CommonCondition) => {
    const worth = found.matched / (found.among + wanted);
    if (!best || worth > best.matched / (best.among + wanted)) best = found;
  };
  for (const value of new Set(own)) {
    const [below, upTo] = [countBelow(sorted, value), countUpTo(sorted, value)];
    if (below > 0) {
      const bound = roundest(sorted[below - 1]!, value, 'up');
      const matched = own.length - countBelow(own, value);
      offer({ id, relation: '>=', value: bound, matched, among: sorted.length - below });
    }
    if (upTo < sorted.length) {
      const bound = roundest(value, sorted[upTo]!, 'down');
      offer({ id, relation: '<=', value: bound, matched: countUpTo(own, value), among: upTo });
    }
  }
  return best;
}

function flagsOf(rows: Bits): Uint8Array {
  const flags = new Uint8Array(rows.size);
  for (const row of rows.rows()) flags[row] = 1;
  return flags;
}
