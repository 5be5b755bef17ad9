import { type TierResult, tierLetter, tierStep } from '../../domain/index.ts';
import { kitTexts } from '../../i18n/kit.ts';
import { t } from './language.ts';
import styles from './Tier.module.css';
import { tierShapes } from './tierShapes.ts';

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
      <path class={styles.shape} d={tierShapes[step]} />
      <text class={styles.letter} x="12" y={step === 1 ? 15.6 : 16.3} text-anchor="middle">
        {tier ? tierLetter(tier) : '–'}
      </text>
    </svg>
  );
}
