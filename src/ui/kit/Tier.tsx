import type { TierResult } from '../../domain/index.ts';
import { kitTexts } from '../../i18n/kit.ts';
import { t } from './language.ts';
import styles from './Tier.module.css';

/** The letter of a tier's level: A is the highest. */
export function tierLetter(tier: Pick<TierResult, 'rank'>): string {
  return String.fromCharCode(65 + Math.min(tier.rank, 25));
}

/** Which of the four looks a level has: 0 highest .. 3 lowest, spread over however many levels there are. */
export function tierStep(tier: Pick<TierResult, 'rank' | 'levels'>): number {
  if (tier.levels <= 1 || tier.rank <= 0) return 0;
  if (tier.rank >= tier.levels - 1) return 3;
  return Math.max(1, Math.round((tier.rank / (tier.levels - 1)) * 3 - 0.01));
}

// colour, letter and shape each tell the level alone: hexagon, shield, square, open circle
const shapes = [
  'M12 1.2 21.4 6.6v10.8L12 22.8 2.6 17.4V6.6Z',
  'M4.5 2h15A1.5 1.5 0 0 1 21 3.500V12c0 5.600-4.200 9-9 10.800C7.200 21 3 17.600 3 12V3.500A1.500 1.500 0 0 1 4.500 2Z',
  'M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4Z',
  'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Z',
];

export interface TierBadgeProps {
  tier: TierResult | null;
  /** Edge in px: 16 in lists, 20, 32 in heads. */
  size?: number;
}

/** A customer's tier as a mark; its full name is read aloud and shown on hover. */
export function TierBadge({ tier, size = 20 }: TierBadgeProps) {
  const label = tier
    ? t(kitTexts.tier, { name: tier.name, level: tier.level, place: tier.rank + 1, levels: tier.levels })
    : t(kitTexts.noTier);
  const step = tier ? tierStep(tier) : 3;
  return (
    <svg
      class={styles.badge}
      data-step={tier ? step : 'none'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <path class={styles.shape} d={shapes[step]} />
      <text class={styles.letter} x="12" y={step === 1 ? 15.6 : 16.3} text-anchor="middle">
        {tier ? tierLetter(tier) : '–'}
      </text>
    </svg>
  );
}
