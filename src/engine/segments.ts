import { Bits } from '../domain/index.ts';
import type { CustomersPage, SegmentCounts, UnsortedRequest } from './api.ts';
import type { Context } from './context.ts';
import { customersPage } from './customersPage.ts';
import { type Evaluation, moneyByRow, sumOver } from './evaluating.ts';

/** The segments of an evaluated text, in its order, with how many they hold. */
export function segmentCounts({ run, base, asOf }: Evaluation): SegmentCounts {
  const money = moneyByRow(base, asOf);
  return {
    customers: run.size,
    money: money.reduce((sum, each) => sum + each, 0),
    segments: run.results.flatMap(result => {
      if (result.kind !== 'segment') return [];
      const { name, group, bits } = result;
      return [{ name, group, customers: bits.count(), money: sumOver(bits, money) }];
    }),
  };
}

/** The customers whom no segment of the groups holds. */
export function unsortedCustomers(
  context: Context,
  { run }: Evaluation,
  { groups, offset, limit }: Omit<UnsortedRequest, 'text'>,
): Promise<CustomersPage> {
  let sorted = new Bits(run.size);
  for (const result of run.results) {
    const isOne = result.kind === 'segment' && result.group !== null && groups.includes(result.group);
    if (isOne) sorted = sorted.or(result.bits);
  }
  return customersPage(context, sorted.not(), offset, limit);
}
