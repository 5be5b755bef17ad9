import type { Bits } from '../domain/index.ts';
import type { CustomersPage } from './api.ts';
import type { Context } from './context.ts';
import { hitAt } from './members.ts';

/** A page of the customers of some rows, in the order of the base. */
export async function customersPage(
  context: Context,
  rows: Bits,
  offset: number,
  limit: number,
): Promise<CustomersPage> {
  const [base, labels, results] = [await context.base(), await context.labels(), await context.results()];
  return {
    total: rows.count(),
    hits: rows.rows(offset, limit).map(row => hitAt(row, base.ids[row]!, labels, results)),
  };
}
