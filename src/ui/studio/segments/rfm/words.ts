import type { EightCode, RfmGroup, RfmMeasureId, RfmView } from '../../../../engine/index.ts';
import { formatMoney, formatNumber, minorDigits } from '../../../../i18n/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { language, t } from '../../../kit/index.ts';
import { partHash } from '../parts.ts';

/** The name of a class in the family that is chosen. */
export function className({ families, settings }: RfmView, code: EightCode): string {
  const family = families.find(each => each.id === settings.names) ?? families[0]!;
  return family.names[code][language.value];
}

/** Money without cents. */
export function roundMoney(minor: number, currency: string): string {
  const unit = 10 ** minorDigits(currency);
  return formatMoney(language.value, Math.round(minor / unit) * unit, currency);
}

/** A value of a measure as it is read: days, purchases, money. */
export function measureValue(measure: RfmMeasureId, value: number, currency: string): string {
  if (measure === 'monetary') return formatMoney(language.value, Math.round(value), currency);
  if (measure === 'recency') return t(segmentTexts.days, { count: tidy(value) });
  return formatNumber(language.value, tidy(value));
}

/** At most two decimals. */
export function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The address of the customers of a group. */
export function groupHash(group: RfmGroup): string {
  const words: Record<RfmGroup['is'], string> = {
    class: group.is === 'class' ? `class ${group.code}` : '',
    cell: group.is === 'cell' ? `cell ${group.recency} ${group.frequency}` : '',
    without: 'without',
    changed: 'changed',
  };
  return partHash('rfm', words[group.is]);
}

/** The group of such an address; null where it names none. */
export function groupOf(id: string): RfmGroup | null {
  const [is, ...rest] = id.split(' ');
  if (is === 'class' && /^[01]{3}$/.test(rest[0] ?? '')) return { is, code: rest[0] as EightCode };
  if (is === 'cell' && rest.length === 2) return { is, recency: Number(rest[0]), frequency: Number(rest[1]) };
  return is === 'without' || is === 'changed' ? { is } : null;
}
