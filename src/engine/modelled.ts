import type { Column, Day, Frame } from '../domain/index.ts';
import { minorDigits } from '../i18n/index.ts';
import { paidOrders, type RfmSettings, readRfmSettings, rfmColumns, rfmOf } from '../models/index.ts';
import type { Base, BaseState } from '../store/index.ts';

/** Under which id the settings of RFM are kept. */
export const rfmKey = 'rfm';

/** A base whose frame has the columns of the models too, each computed when it is first read. */
export function modelledBase(base: Base, asOf: Day, state: BaseState): Base {
  const settings = readRfmSettings(state.models[rfmKey]);
  let known: Readonly<Record<string, Column>> | undefined;
  const columns = () => {
    known ??= rfmColumns(rfmOfBase(base.frame, asOf, settings, state.currency));
    return known;
  };
  const customers = { ...base.frame.customers };
  for (const id of ['recencyScore', 'frequencyScore', 'monetaryScore', 'rfmClass']) {
    Object.defineProperty(customers, id, { enumerable: true, get: () => columns()[id] });
  }
  return { ...base, frame: { ...base.frame, customers } };
}

/** RFM of a frame at a day. */
export function rfmOfBase(frame: Frame, asOf: Day, settings: RfmSettings, currency: string) {
  return rfmOf(paidOrders(frame, asOf), asOf, settings, 10 ** minorDigits(currency));
}
