import { type TierResult, tierLetter, tierStep } from '../../domain/index.ts';
import { cardTexts } from '../../i18n/card.ts';
import { type Language, translate } from '../../i18n/index.ts';
import { tierShapes } from '../kit/tierShapes.ts';

/** A customer's tier as a mark, in the looks of the kit's. */
export function Badge({
  tier,
  size,
  language,
}: {
  tier: TierResult | null;
  size: number;
  language: Language;
}) {
  const step = tier ? tierStep(tier) : 3;
  const label = tier
    ? translate(language, cardTexts.tier, {
        name: tier.name,
        level: tier.level,
        place: tier.rank + 1,
        levels: tier.levels,
      })
    : translate(language, cardTexts.noTier);
  return (
    <svg
      class="badge"
      data-step={tier ? step : 'none'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      role="img"
    >
      <title>{label}</title>
      <path class="shape" d={tierShapes[step]} />
      <text class="letter" x="12" y={step === 1 ? 15.6 : 16.3} text-anchor="middle">
        {tier ? tierLetter(tier) : '–'}
      </text>
    </svg>
  );
}
