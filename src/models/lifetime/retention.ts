/**
 * Lifetime value by the margin and retention formula, margin * r / (1 + d - r): what a customer brings who gives
 * `margin` a period, stays from one period to the next with probability `retention` and whose later money is
 * discounted by `discount` a period (Berger & Nasr 1998; Gupta & Lehmann 2003). The first margin comes after the first
 * retained period. Null where it has no finite value: shares outside 0 to 1, or nobody ever leaves and nothing is
 * discounted.
 */
export function retentionValue(margin: number, retention: number, discount: number): number | null {
  if (!Number.isFinite(margin) || !(retention >= 0 && retention <= 1) || !(discount >= 0)) return null;
  const left = 1 + discount - retention;
  if (!(left > 0)) return null;
  const value = (margin * retention) / left;
  return Number.isFinite(value) ? value : null;
}
