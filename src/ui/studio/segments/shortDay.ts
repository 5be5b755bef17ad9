import { localeOf } from '../../../i18n/index.ts';
import { language } from '../../kit/index.ts';

/** A `Day` without its year, for an axis: '11/22'. */
export function shortDay(day: number): string {
  return new Date(day * 86_400_000).toLocaleDateString(localeOf(language.value), {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
}
