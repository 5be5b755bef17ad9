import type { ValueKind } from '../../../../domain/index.ts';
import type { LadderGroup, LadderSettings, ScoreGroup } from '../../../../engine/index.ts';
import { minorDigits } from '../../../../i18n/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { formatValue, roundMoney, t } from '../../../kit/index.ts';
import { partHash } from '../address.ts';

/** A value of a measure as it is read. */
export function measureText(value: number, kind: ValueKind, currency: string): string {
  if (kind === 'money') return roundMoney(value, currency);
  return formatValue(kind, kind === 'share' ? value : Math.round(value * 100) / 100, currency);
}

/** How much of what is stored one in a threshold's input is: a percent, or a whole unit of money. */
export function inputUnit({ by }: Pick<LadderSettings, 'by'>, kind: ValueKind, currency: string): number {
  if (by === 'quantile' || kind === 'share') return 0.01;
  return kind === 'money' ? 10 ** minorDigits(currency) : 1;
}

/** A heading with the unit of the inputs below it. */
export function withUnit(
  heading: string,
  { by }: Pick<LadderSettings, 'by'>,
  kind: ValueKind,
  currency: string,
): string {
  if (by === 'quantile' || kind === 'share') return t(tierTexts.unitquantile, { heading });
  if (kind === 'money') return t(tierTexts.unitmoney, { heading, currency });
  return kind === 'days' ? t(tierTexts.unitdays, { heading }) : heading;
}

/** The names of the levels, the highest first. */
export function levelNames({ levels, otherwise }: LadderSettings): string[] {
  return [...levels.map(({ name }) => name), otherwise];
}

/** The address of the customers of a group of the ladder. */
export function groupHash(group: LadderGroup): string {
  if (group.is === 'level' || group.is === 'band') return partHash('tiers', `${group.is} ${group.rank}`);
  if (group.is === 'loss') return partHash('tiers', `loss ${group.day}`);
  if (group.is === 'values') return partHash('tiers', `values ${group.from} ${group.to}`);
  return partHash('tiers', group.is);
}

/** The group of such an address; null where it names none. */
export function groupOf(what: string): LadderGroup | null {
  const [is, ...rest] = what.split(' ');
  const [first, second] = rest.map(Number);
  if ((is === 'level' || is === 'band') && Number.isInteger(first)) return { is, rank: first! };
  if (is === 'loss' && Number.isInteger(first)) return { is, day: first! };
  if (is === 'values' && rest.length === 2) return { is, from: first!, to: second! };
  const plain = ['grace', 'spared', 'flipped', 'plainFlipped', 'unknown', 'changed'] as const;
  const found = plain.find(each => each === is);
  return found ? { is: found } : null;
}

/** The address of the customers of a group of the score. */
export function scoreHash(group: ScoreGroup): string {
  return partHash('tiers', group.is === 'tenth' ? `score tenth ${group.at}` : 'score changed');
}

/** The group of such an address; null where it names none. */
export function scoreGroupOf(what: string): ScoreGroup | null {
  const [, is, at] = what.split(' ');
  if (is === 'changed') return { is };
  return is === 'tenth' && /^[0-9]$/.test(at ?? '') ? { is, at: Number(at) } : null;
}
