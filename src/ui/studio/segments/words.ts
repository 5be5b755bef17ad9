import { formatMoney, minorDigits } from '../../../i18n/index.ts';
import { language } from '../../kit/index.ts';

/** Money without cents. */
export function roundMoney(minor: number, currency: string): string {
  const unit = 10 ** minorDigits(currency);
  return formatMoney(language.value, Math.round(minor / unit) * unit, currency);
}
