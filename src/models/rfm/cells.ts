/** One field of a heat map over two scores. */
export interface Cell {
  readonly across: number;
  readonly up: number;
  readonly customers: number;
  /** Mean of `values` over the customers of the cell who have one; NaN where nobody has. */
  readonly mean: number;
}

/** Counts and means over two score columns, every field from 1 to `best`, row by row from the top. */
export function heatCells(
  across: { readonly scores: Uint8Array; readonly best: number },
  up: { readonly scores: Uint8Array; readonly best: number },
  values: Float64Array,
): Cell[] {
  const width = across.best;
  const counts = new Uint32Array(width * up.best);
  const known = new Uint32Array(width * up.best);
  const totals = new Float64Array(width * up.best);
  for (let row = 0; row < values.length; row++) {
    if (across.scores[row] === 0 || up.scores[row] === 0) continue;
    const at = (up.best - up.scores[row]!) * width + across.scores[row]! - 1;
    counts[at]!++;
    if (Number.isNaN(values[row]!)) continue;
    known[at]!++;
    totals[at]! += values[row]!;
  }
  return Array.from(counts, (customers, at) => ({
    across: (at % width) + 1,
    up: up.best - Math.floor(at / width),
    customers,
    mean: totals[at]! / known[at]!,
  }));
}
