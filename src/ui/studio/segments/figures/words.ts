import type { FiguresGroup, FiguresPoint } from '../../../../engine/index.ts';
import { figuresTexts } from '../../../../i18n/figures.ts';
import { formatDay, formatMonth } from '../../../../i18n/index.ts';
import { language, t } from '../../../kit/index.ts';
import { shareText } from '../../words.ts';
import { partHash } from '../address.ts';
import { choice } from './state.ts';

/** The name of a period: its month, or the day on which its week begins. */
export function periodName({ period, isWhole }: Pick<FiguresPoint, 'period' | 'isWhole'>): string {
  const name = shortName({ period });
  return isWhole ? name : t(figuresTexts.running, { period: name });
}

/** The same where there is little room. */
export function shortName({ period }: Pick<FiguresPoint, 'period'>): string {
  return choice.value.pace === 'month'
    ? formatMonth(language.value, period.from)
    : t(figuresTexts.weekOf, { day: formatDay(language.value, period.from) });
}

/** A share, or a dash where there is nobody to take it of. */
export function shareOrNone(share: number): string {
  return Number.isNaN(share) ? '–' : shareText(share);
}

/** The address of the customers behind a figure: `<what> <period>`, for cohorts `cohort <period> <later>`. */
export function figuresHash(group: FiguresGroup): string {
  const place = group.is === 'cohort' ? `${group.period} ${group.later}` : group.period;
  return partHash('figures', `${group.is} ${place}`);
}

/** The group of such an address; null where it names none. */
export function figuresGroupOf(what: string): FiguresGroup | null {
  const [is, ...places] = what.split(' ');
  const [period, later] = places.map(Number);
  if (period === undefined || !Number.isInteger(period)) return null;
  if (is === 'cohort') return Number.isInteger(later) ? { is, period, later: later! } : null;
  const others = ['buyers', 'repeaters', 'retained', 'lost', 'dissatisfied'] as const;
  const known = others.find(each => each === is);
  return known ? { is: known, period } : null;
}
