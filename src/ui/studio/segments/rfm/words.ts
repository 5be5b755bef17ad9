import type { EightCode, RfmGroup, RfmMeasureId, RfmView } from '../../../../engine/index.ts';
import { formatMoney, formatNumber } from '../../../../i18n/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { language, t } from '../../../kit/index.ts';
import { partHash } from '../address.ts';

/** A segment as lists show it: with what no row of the map catches behind the others. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly code: EightCode | null;
  readonly customers: number;
  readonly share: number;
  readonly revenue: number;
  readonly group: RfmGroup;
  /** Name, bits and customers in a sentence. */
  readonly words: string;
}

/** The segments of a view, and those who are in none where there are any. */
export function listedSegments({ segments, others }: RfmView): Listed[] {
  const listed = segments.map(({ name: both, ...each }): Listed => {
    const name = both[language.value];
    const values = { name, count: each.customers };
    const words =
      each.code === null
        ? t(segmentTexts.seeSegment, values)
        : t(segmentTexts.seeClass, { ...values, code: each.code });
    return { ...each, name, group: { is: 'segment', id: each.id }, words };
  });
  if (others.customers === 0) return listed;
  const name = t(segmentTexts.others);
  const words = t(segmentTexts.seeSegment, { name, count: others.customers });
  return [...listed, { ...others, id: '', name, code: null, group: { is: 'others' }, words }];
}

/** The name of a segment, with the bits where it is a class. */
export function segmentTitle({ segments }: RfmView, id: string): string {
  const segment = segments.find(each => each.id === id);
  if (!segment) return id;
  const name = segment.name[language.value];
  return segment.code === null ? name : `${name} (${segment.code})`;
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
  return partHash('rfm', wordsOf(group));
}

function wordsOf(group: RfmGroup): string {
  if (group.is === 'segment') return `segment ${group.id}`;
  return group.is === 'cell' ? `cell ${group.recency} ${group.frequency}` : group.is;
}

/** The group of such an address; null where it names none. */
export function groupOf(id: string): RfmGroup | null {
  const [is, ...rest] = id.split(' ');
  if (is === 'segment' && rest.length > 0) return { is, id: rest.join(' ') };
  if (is === 'cell' && rest.length === 2) return { is, recency: Number(rest[0]), frequency: Number(rest[1]) };
  return is === 'without' || is === 'changed' || is === 'others' ? { is } : null;
}
