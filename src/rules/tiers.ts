import type { CheckedTier } from './checked.ts';
import type { Numbers } from './kernels.ts';
import type { Coded, Planner, PreviousTiers, Step } from './plan.ts';
import type { Typed } from './types.ts';

/** Codes a row's level: 0 = none, k = levels[k - 1]. A level held before, or a higher one, is kept from `keep` on. */
export function planTier(plan: Planner, tier: CheckedTier): Step<Coded> {
  const { levels } = tier;
  const bounds = levels.filter(level => level.from);
  const froms = bounds.map(level => plan.numbers(level.from!));
  const keeps = bounds.map(level => plan.numbers((level.keep ?? level.from) as Typed));
  const names = levels.map(level => level.name);
  const otherwise = bounds.length < levels.length ? levels.length : 0;
  const label = `tier:${JSON.stringify([tier.name, names, otherwise])}`;
  const remembers = levels.some(level => level.keep);
  return plan.step(
    label,
    [plan.column(tier.by), ...froms, ...keeps] as const,
    ({ previousTiers }, values, ...thresholds): Coded => {
      const previous = remembers ? previousCodes(previousTiers, tier.name, names, values.length) : null;
      const enter = thresholds.slice(0, bounds.length);
      const stay = thresholds.slice(bounds.length);
      const codes = tierCodes(values, enter, stay, otherwise, previous);
      return { codes, values: ['', ...names], offsets: null };
    },
    { remembers },
  );
}

function at(numbers: Numbers, row: number): number {
  return typeof numbers === 'number' ? numbers : numbers[row]!;
}

function tierCodes(
  values: Float64Array,
  enter: readonly Numbers[],
  stay: readonly Numbers[],
  otherwise: number,
  previous: Uint8Array | null,
): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(values.length).fill(otherwise);
  for (let row = 0; row < codes.length; row++) {
    const value = values[row]!;
    const held = previous ? previous[row]! : 0;
    for (let level = 0; level < enter.length; level++) {
      const kept = held > 0 && held <= level + 1 && value >= at(stay[level]!, row);
      if (kept || value >= at(enter[level]!, row)) {
        codes[row] = level + 1;
        break;
      }
    }
  }
  return codes;
}

/** The earlier levels in the codes of today's: a level that is gone counts as none. */
function previousCodes(
  tiers: PreviousTiers | undefined,
  name: string,
  levels: readonly string[],
  size: number,
): Uint8Array | null {
  const previous = tiers?.get(name);
  if (!previous || previous.codes.length !== size) return null;
  const now = Uint8Array.from(['', ...previous.levels], level => levels.indexOf(level) + 1);
  return previous.codes.map(code => now[code] ?? 0);
}
