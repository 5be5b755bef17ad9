import type { NumericColumn } from '../../domain/index.ts';
import {
  type ChurnKept,
  churnedByRule,
  type PaidOrders,
  paidOrders,
  propensityOn,
  readChurn,
} from '../../models/index.ts';
import type { ColumnModel } from './columns.ts';
import { unknownColumn } from './unknown.ts';

/** Churn as columns: the published rule, and the probability of buying as it was learned. */
export const churnColumnModel = {
  id: 'churn',
  fields: ['buyProbability', 'churnRisk', 'isChurned'],
  shown: ['buyProbability'],
  isOfOne: true,
  read: readChurn,
  columns(frame, asOf, kept) {
    if (!kept) {
      const unknown = unknownColumn(frame.size);
      return { buyProbability: unknown, churnRisk: unknown, isChurned: unknown };
    }
    const orders = paidOrders(frame, asOf);
    const probability = propensityOn(kept.learned, orders, asOf);
    const last = lastDays(orders);
    const churned = churnedByRule(last, asOf, kept.settings.silence);
    const column = (values: Float64Array<ArrayBuffer>): NumericColumn => ({ form: 'numeric', values });
    return {
      buyProbability: column(probability),
      churnRisk: column(probability.map(each => 1 - each)),
      isChurned: column(last.map((day, row) => (Number.isNaN(day) ? Number.NaN : +churned.has(row)))),
    };
  },
} as const satisfies ColumnModel<ChurnKept | null>;

/** The day of each customer's last order, NaN where there is none. */
export function lastDays({ offsets, day }: PaidOrders): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: offsets.length - 1 }, (_, row) =>
    offsets[row + 1]! > offsets[row]! ? day[offsets[row + 1]! - 1]! : Number.NaN,
  );
}
