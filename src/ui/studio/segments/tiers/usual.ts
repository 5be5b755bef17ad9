import type { LadderSettings, Measured } from '../../../../engine/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { t } from '../../../kit/index.ts';

/** Measures over the last year, which the catalogue has no field for. */
export const yearMeasures = {
  spend12: {
    is: 'metric',
    name: 'spend12',
    text: 'metric spend12 = sum(orders.amount in last 12 months where status = "paid")',
  },
  orders12: {
    is: 'metric',
    name: 'orders12',
    text: 'metric orders12 = count(orders in last 12 months where status = "paid")',
  },
} as const satisfies Record<string, Measured>;

/** The ladder to begin with: three levels by what was spent in a year, lost slowly. */
export function usualLadder(): LadderSettings {
  return {
    measure: yearMeasures.spend12,
    lessIsBetter: false,
    levels: [
      { name: t(tierTexts.usualHigh), enter: 0.9, keep: 0.85 },
      { name: t(tierTexts.usualMid), enter: 0.6, keep: 0.5 },
    ],
    otherwise: t(tierTexts.usualLow),
    by: 'quantile',
    dwell: 90,
    grace: 30,
    oneStepDown: true,
    review: 'month',
  };
}
