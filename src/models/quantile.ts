/** The known values in ascending order. */
export function sortedKnown(values: Float64Array): Float64Array<ArrayBuffer> {
  let count = 0;
  const known = new Float64Array(values.length);
  for (const value of values) if (!Number.isNaN(value)) known[count++] = value;
  return known.slice(0, count).sort();
}

/** The quantile between neighbours (Hyndman & Fan 1996, type 7, as R and pandas have it); NaN of no values. */
export function quantileAt(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (at - below);
}

/** How many of the sorted values are below `value`. */
export function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the sorted values are `value` or below. */
export function countUpTo(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mean of the known values; NaN of none. */
export function meanOfKnown(values: Float64Array): number {
  let [total, count] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    total += value;
    count++;
  }
  return total / count;
}
