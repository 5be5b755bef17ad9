import { Bits, type Day } from '../../domain/index.ts';

/** Days without an order after which a customer counts as churned. */
export const usualSilence = 90;

/**
 * Who has churned by the plain rule: has ordered, and the last order is more than `silence` whole days ago. Who never
 * ordered cannot churn.
 * @param lastDay day of each customer's last order, NaN where there was none
 */
export function churnedByRule(lastDay: Float64Array, asOf: Day, silence = usualSilence): Bits {
  const churned = new Bits(lastDay.length);
  for (let row = 0; row < lastDay.length; row++) if (asOf - lastDay[row]! > silence) churned.add(row);
  return churned;
}
