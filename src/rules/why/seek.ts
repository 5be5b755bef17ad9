/** The least n in 1..most for which `test` holds, where more never undoes it; null where `most` does not do. */
export function leastCount(test: (count: number) => boolean, most: number): number | null {
  let high = 1;
  let low = 0;
  while (!test(high)) {
    if (high >= most) return null;
    low = high;
    high = Math.min(most, high * 2);
  }
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A value to be found: whole numbers from `least` up; `start` is what it is now, `step` what one would notice. */
export interface Sought {
  readonly start: number;
  readonly least: number;
  readonly step: number;
  /** Values that are likely to be it. */
  readonly guesses: readonly number[];
  test(value: number): boolean;
  /** The signed distance to the point where it turns; NaN where that cannot be told. */
  gap(value: number): number;
}

const greatest = 1e13;

/** The value nearest to `start` that passes the test, found from where its distance comes to nothing; null if none. */
export function nearestValue(sought: Sought): number | null {
  const { start, least, step, guesses, test, gap } = sought;
  const tried = new Set<number>();
  const passes = (value: number): boolean => {
    const usable =
      Number.isFinite(value) && value >= least && Math.abs(value) <= greatest && !tried.has(value);
    tried.add(value);
    return usable && test(value);
  };
  const base = gap(start + step);
  const slope = (gap(start + 2 * step) - base) / step;
  const zero = start + step - base / slope;
  const near = Number.isFinite(zero) ? [Math.round(zero), Math.ceil(zero), Math.floor(zero)] : [];
  const candidates = [...near, ...guesses].flatMap(value => [value, value + 1, value - 1]);
  const found = candidates.filter(passes).sort((a, b) => Math.abs(a - start) - Math.abs(b - start))[0];
  if (found !== undefined || !Number.isNaN(base)) return found ?? null;
  const tenfold = Array.from({ length: 10 }, (_, index) => start + step * 10 ** index);
  return tenfold.find(passes) ?? null;
}

/** The same value rounded to whole steps away from `start`, where that passes too. */
export function rounded(value: number, { start, step, least, test }: Sought): number {
  const away = value >= start ? Math.ceil(value / step) * step : Math.floor(value / step) * step;
  return away !== value && away >= least && test(away) ? away : value;
}
