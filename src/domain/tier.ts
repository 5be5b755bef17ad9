import type { TierResult } from './model.ts';

/** The letter of a tier's level: A is the highest. */
export function tierLetter(tier: Pick<TierResult, 'rank'>): string {
  return String.fromCharCode(65 + Math.min(tier.rank, 25));
}

/** Which of the four looks a level has: 0 highest .. 3 lowest, spread over however many levels there are. */
export function tierStep(tier: Pick<TierResult, 'rank' | 'levels'>): 0 | 1 | 2 | 3 {
  if (tier.levels <= 1 || tier.rank <= 0) return 0;
  if (tier.rank >= tier.levels - 1) return 3;
  return tier.rank / (tier.levels - 1) <= 0.5 ? 1 : 2;
}
