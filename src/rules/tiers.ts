import type { Bits } from '../domain/index.ts';
import type { CheckedTier } from './checked.ts';
import { planComparison } from './compare.ts';
import { codesIn, firstOf } from './kernels.ts';
import type { Coded, Planner, PreviousTiers, Step } from './plan.ts';
import type { Typed } from './types.ts';

/** Codes a row's level: 0 = none, k = levels[k - 1]. A level held before, or a higher one, is kept from `keep` on. */
export function planTier(plan: Planner, tier: CheckedTier): Step<Coded> {
  const { levels } = tier;
  const bounds = levels.filter(level => level.from);
  const reached = (bound: Typed) => planComparison(plan, '>=', [tier.by, bound], tier.by);
  const enter = bounds.map(level => reached(level.from!));
  const kept = bounds.flatMap((level, index) => (level.keep ? [{ index, stay: reached(level.keep) }] : []));
  const names = levels.map(level => level.name);
  const otherwise = bounds.length < levels.length ? levels.length : 0;
  const label = `tier:${JSON.stringify([tier.name, names, otherwise, kept.map(({ index }) => index)])}`;
  return plan.step(
    label,
    [...enter, ...kept.map(({ stay }) => stay)],
    ({ frame, previousTiers }, ...sets): Coded => {
      const held = kept.length > 0 ? previousCodes(previousTiers, tier.name, names, frame.size) : null;
      const levelSets = sets.slice(0, enter.length);
      kept.forEach(({ index }, at) => {
        if (held)
          levelSets[index] = levelSets[index]!.or(sets[enter.length + at]!.and(heldAt(held, index + 1)));
      });
      return { codes: firstOf(levelSets, frame.size, otherwise), values: ['', ...names], offsets: null };
    },
    { remembers: kept.length > 0 },
  );
}

/** Who held the level, counted from 1, or a higher one. */
function heldAt(codes: Uint8Array, level: number): Bits {
  return codesIn(
    codes,
    Uint8Array.from({ length: 256 }, (_, code) => +(code > 0 && code <= level)),
  );
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
