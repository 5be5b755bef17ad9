import { valueLabel } from '../../../../domain/index.ts';
import type { InCommon, ReviewPart, ReviewRule } from '../../../../engine/index.ts';
import { formatShare } from '../../../../i18n/index.ts';
import { reviewTexts } from '../../../../i18n/review.ts';
import { formatValue, language, t } from '../../../kit/index.ts';
import { count } from '../../words.ts';
import { partHash } from '../address.ts';

/** What the address of the page can name: the customers of a part of a rule, who was moved, or its examples. */
export interface ReviewPlace extends ReviewPart {
  readonly show: 'members' | 'moved' | 'examples';
}

/** The address of a place on the page. */
export function placeHash({ kind, name, level, show }: ReviewPlace): string {
  return partHash('review', JSON.stringify([show, kind, name, level]));
}

/** The place that an address names; null for the page itself, or where it names none. */
export function placeOf(what: string): ReviewPlace | null {
  try {
    const [show, kind, name, level] = JSON.parse(what) as [
      ReviewPlace['show'],
      ReviewPlace['kind'],
      string,
      string,
    ];
    return { show, kind, name, level };
  } catch {
    return null;
  }
}

/** A part of a rule by name: the rule, or the level with it. */
export function partName({ name, level }: Pick<ReviewPart, 'name' | 'level'>): string {
  return level ? `${name} · ${level}` : name;
}

/** A change with its sign: '+12 (+8%)'; null where nothing was accepted. */
export function changeText(now: number, accepted: number | null): string | null {
  if (accepted === null) return null;
  const change = now - accepted;
  if (change === 0) return t(reviewTexts.same);
  const sign = change > 0 ? '+' : '−';
  const share = accepted > 0 ? ` (${sign}${formatShare(language.value, Math.abs(change) / accepted)})` : '';
  return `${sign}${count(Math.abs(change))}${share}`;
}

const signs = { '=': '=', '>=': '≥', '<=': '≤' } as const;

/** A condition that moved customers have in common: '渠道 = 经销商'. */
export function conditionText({ field, relation, value }: InCommon, currency: string): string {
  const shown =
    typeof value === 'string'
      ? valueLabel(field, value, language.value)
      : formatValue(field.kind, value, currency);
  return `${field[language.value]} ${signs[relation]} ${shown}`;
}

/** How many were moved against a rule, and what they have in common: '14% moved by hand, all with ...'. */
export function driftText({ moved, among, common }: ReviewRule, currency: string): string {
  const first = t(reviewTexts.drift, {
    share: formatShare(language.value, among > 0 ? moved / among : 0),
    count: moved,
    among,
  });
  if (!common) return first;
  const what = conditionText(common, currency);
  const second =
    common.matched === moved
      ? t(reviewTexts.allWith, { what })
      : t(reviewTexts.mostWith, { matched: common.matched, count: moved, what });
  return `${first}${language.value === 'zh' ? '，' : ', '}${second}`;
}
