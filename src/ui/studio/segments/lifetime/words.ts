import type { LifetimeGroup, LifetimeView } from '../../../../engine/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { roundMoney, t } from '../../../kit/index.ts';

import { partHash } from '../address.ts';

/** The address of the customers of a group. */
export function groupHash(group: LifetimeGroup): string {
  switch (group.is) {
    case 'value':
      return partHash('lifetime', `value ${group.bin}`);
    case 'alive':
      return partHash('lifetime', `alive ${group.tenth}`);
    case 'repeats':
      return partHash('lifetime', `repeats ${group.repeats}`);
    case 'retention':
      return partHash('lifetime', `retention ${group.of}`);
    default:
      return partHash('lifetime', group.is);
  }
}

/** The group of such an address; null where it names none. */
export function groupOf(what: string): LifetimeGroup | null {
  const [is, which = ''] = what.split(' ');
  const number = /^\d+$/.test(which) ? Number(which) : null;
  if (is === 'top' || is === 'without') return { is };
  if (is === 'value' && number !== null) return { is, bin: number };
  if (is === 'alive' && number !== null) return { is, tenth: number };
  if (is === 'repeats' && number !== null) return { is, repeats: number };
  const of = (['before', 'retained', 'buyers'] as const).find(each => each === which);
  return is === 'retention' && of ? { is, of } : null;
}

/** From where to where the values of a bin reach. */
export function valueRange({ values, currency }: LifetimeView, bin: number): string {
  const money = (minor: number) => roundMoney(minor, currency);
  const found = values[bin];
  return found
    ? t(lifetimeTexts.range, { low: money(found.from), high: money(found.to) })
    : t(lifetimeTexts.aboveLast, { from: money(values.at(-1)?.to ?? 0) });
}

/** So many repeats; the last count stands for itself and all beyond. */
export function repeatsText({ counts }: LifetimeView, repeats: number): string {
  return repeats === counts.at(-1)?.repeats
    ? t(lifetimeTexts.repeatsMore, { count: repeats })
    : String(repeats);
}
