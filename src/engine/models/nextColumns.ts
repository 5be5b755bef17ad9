import type { Day, Frame, NumericColumn } from '../../domain/index.ts';
import {
  expectationAt,
  type NextSettings,
  paidOrders,
  purchaseCycles,
  readNext,
} from '../../models/index.ts';
import type { ColumnModel } from './columns.ts';

/** Next purchases as columns: how sure the interval is kept, the days are those of the base of the day. */
export const nextColumnModel = {
  id: 'next',
  fields: ['purchaseCycle', 'nextPurchase', 'daysUntilNextPurchase', 'purchaseOverdue'],
  read: readNext,
  columns: (frame, asOf, settings) => {
    const cycles = cyclesOf(frame, asOf, settings);
    const numeric = (values: Float64Array<ArrayBuffer>): NumericColumn => ({ form: 'numeric', values });
    const expectation = (row: number) => expectationAt(cycles, row, asOf);
    return {
      purchaseCycle: numeric(cycles.cycle),
      nextPurchase: numeric(cycles.next),
      daysUntilNextPurchase: numeric(cycles.next.map(day => day - asOf)),
      purchaseOverdue: numeric(
        cycles.next.map((day, row) => (Number.isNaN(day) ? day : +(expectation(row) === 'overdue'))),
      ),
    };
  },
} as const satisfies ColumnModel<NextSettings>;

/** The purchase cycles of a frame at a day. */
export function cyclesOf(frame: Frame, asOf: Day, { coverage }: NextSettings) {
  return purchaseCycles(paidOrders(frame, asOf), coverage);
}
