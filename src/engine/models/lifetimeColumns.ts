import type { Day, Frame, NumericColumn } from '../../domain/index.ts';
import {
  type Histories,
  historyAt,
  inWeeks,
  type LifetimeKept,
  type LifetimeSettings,
  lifetimeColumns,
  monthlyTerms,
  paidOrders,
  readLifetime,
  summarise,
  type Unit,
  valueInterval,
} from '../../models/index.ts';
import type { ColumnModel } from './columns.ts';
import { unknownColumn } from './unknown.ts';

/** How probably a value lies within its interval. */
export const valueConfidence = 0.8;

/** Lifetime value as columns: predictions of the published fits from what each customer had bought by the day. */
export const lifetimeColumnModel = {
  id: 'lifetime',
  fields: ['aliveProbability', 'expectedPurchases', 'lifetimeValue'],
  shown: ['lifetimeValue', 'aliveProbability', 'expectedPurchases'],
  isOfOne: true,
  read: readLifetime,
  columns(frame, asOf, kept) {
    if (!kept) {
      const unknown = unknownColumn(frame.size);
      return { aliveProbability: unknown, expectedPurchases: unknown, lifetimeValue: unknown };
    }
    const { alive, purchases, value } = lifetimeColumns(
      kept.purchases,
      kept.spends,
      historiesOn(frame, asOf, kept.settings),
      termsOf(kept.settings),
    );
    return {
      aliveProbability: numeric(alive),
      expectedPurchases: numeric(purchases),
      lifetimeValue: numeric(value.map(Math.round)),
    };
  },
  interval(id, frame, asOf, kept) {
    return id === 'lifetimeValue' && kept
      ? intervalAt(historiesOn(frame, asOf, kept.settings), 0, kept)
      : null;
  },
} as const satisfies ColumnModel<LifetimeKept | null>;

function numeric(values: Float64Array<ArrayBuffer>): NumericColumn {
  return { form: 'numeric', values };
}

/** What was bought by the day, as the settings count time. */
export function historiesOn(
  frame: Frame,
  asOf: Day,
  { unit }: Pick<LifetimeSettings, 'unit'>,
): Histories<Unit> {
  const histories = summarise(paidOrders(frame, asOf), asOf);
  return unit === 'weeks' ? inWeeks(histories) : histories;
}

/** For which time value is counted, and what later money is worth now. */
export function termsOf({ months, discount, margin, unit }: LifetimeSettings) {
  return monthlyTerms<Unit>(months, discount, margin, unit);
}

/** Between which amounts the value of a row lies, null where nothing was bought. */
export function intervalAt(
  histories: Histories<Unit>,
  row: number,
  { purchases, spends, settings }: Pick<LifetimeKept, 'purchases' | 'spends' | 'settings'>,
): { readonly low: number; readonly high: number } | null {
  if (Number.isNaN(histories.age[row]!)) return null;
  const { low, high } = valueInterval(
    purchases,
    spends,
    historyAt(histories, row),
    histories.spend[row]!,
    termsOf(settings),
    valueConfidence,
  );
  return { low: Math.round(low), high: Math.round(high) };
}
