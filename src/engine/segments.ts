import type { SegmentCount } from './api.ts';
import { type Evaluation, moneyByRow, sumOver } from './evaluating.ts';

/** The segments of an evaluated text, in its order, with how many they hold. */
export function segmentCounts({ run, base, asOf }: Evaluation): SegmentCount[] {
  const money = moneyByRow(base, asOf);
  return run.results.flatMap(result => {
    if (result.kind !== 'segment') return [];
    const customers = result.bits.count();
    return [
      {
        name: result.name,
        group: result.group,
        customers,
        share: run.size > 0 ? customers / run.size : 0,
        money: sumOver(result.bits, money),
      },
    ];
  });
}
