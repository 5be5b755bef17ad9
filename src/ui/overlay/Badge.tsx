import { type TierResult, tierLetter, tierStep } from '../../domain/index.ts';
import type { Appearance } from '../../shell/client.ts';
import { tierShapes } from '../kit/tierShapes.ts';
import { say } from './say.ts';

/** A customer's tier as a mark, in the looks of the kit's. */
export function Badge({
  tier,
  size,
  appearance,
}: {
  tier: TierResult | null;
  size: number;
  appearance: Appearance;
}) {
  const step = tier ? tierStep(tier) : 3;
  const label = tier
    ? say(appearance, 'tier', {
        name: tier.name,
        level: tier.level,
        place: tier.rank + 1,
        levels: tier.levels,
      })
    : say(appearance, 'noTier');
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
