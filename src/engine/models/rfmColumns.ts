import type { Day, Frame } from '../../domain/index.ts';
import { minorDigits } from '../../i18n/index.ts';
import {
  paidOrders,
  type RfmSettings,
  readRfmSettings,
  rfmColumns,
  rfmOf,
  rfmSegments,
} from '../../models/index.ts';
import type { ColumnModel } from './columns.ts';

/** RFM as columns: the settings alone are kept, the scores are made of the base of the day. */
export const rfmColumnModel = {
  id: 'rfm',
  fields: ['recencyScore', 'frequencyScore', 'monetaryScore', 'rfmClass', 'rfmSegment'],
  shown: ['rfmClass'],
  read: readRfmSettings,
  columns: (frame, asOf, settings, currency) => {
    const rfm = rfmOfBase(frame, asOf, settings, currency);
    return rfmColumns(rfm, rfmSegments(rfm, settings));
  },
} as const satisfies ColumnModel<RfmSettings>;

/** RFM of a frame at a day. */
export function rfmOfBase(frame: Frame, asOf: Day, settings: RfmSettings, currency: string) {
  return rfmOf(paidOrders(frame, asOf), asOf, settings, 10 ** minorDigits(currency));
}
