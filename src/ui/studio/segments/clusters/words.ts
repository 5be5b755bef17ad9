import type { ClustersView } from '../../../../engine/index.ts';
import { clusterTexts } from '../../../../i18n/clusters.ts';
import { formatNumber } from '../../../../i18n/index.ts';
import { formatValue, language, roundMoney, t } from '../../../kit/index.ts';
import { ownFields } from '../../rules/knownWorld.ts';
import { measureLabel } from '../tiers/measures.ts';

export type Shown = NonNullable<ClustersView['shown']>;

/** A cluster as it is called: one that has only its number is called by it. */
export function clusterTitle(name: string): string {
  return /^\d+$/.test(name) ? t(clusterTexts.numbered, { number: name }) : name;
}

/** The metrics of the clusters as they are called. */
export function metricLabels({ fit }: Pick<Shown, 'fit'>): string[] {
  return fit.settings.metrics.map(({ measure }) => measureLabel(measure, ownFields.value));
}

/** A mean as it is read: days and numbers with one decimal, money and shares as such. */
export function meanText(
  { kinds }: Pick<Shown, 'kinds'>,
  at: number,
  value: number,
  currency: string,
): string {
  const kind = kinds[at];
  if (!kind || Number.isNaN(value)) return '–';
  if (kind === 'money') return roundMoney(value, currency);
  if (kind === 'share') return formatValue(kind, value, currency);
  const short = Math.round(value * 10) / 10;
  return kind === 'days' ? t(clusterTexts.days, { count: short }) : formatNumber(language.value, short);
}
