import { type TierResult, tierLetter, tierStep } from '../../domain/index.ts';
import type { Appearance } from '../../shell/client.ts';
import { tierShapes } from '../kit/tierShapes.ts';
import { say } from './say.ts';
import { Words } from './Words.tsx';

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
    <span
      class="badge"
      data-step={tier ? step : 'none'}
      style={{ fontSize: `${size / 2}px` }}
      role="img"
      aria-label={label}
      title={label}
    >
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
        <path class="shape" d={tierShapes[step]} />
      </svg>
      <Words class="letter" of={tier ? tierLetter(tier) : '–'} />
    </span>
  );
}
