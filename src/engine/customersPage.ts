import type { Bits, Hit } from '../domain/index.ts';
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
  return { total: rows.count(), hits: await customersAt(context, rows.rows(offset, limit)) };
}

/** The customers of some rows, in that order. */
export async function customersAt(context: Context, rows: readonly number[]): Promise<Hit[]> {
  const [base, labels, results] = [await context.base(), await context.labels(), await context.results()];
  return rows.map(row => hitAt(row, base.ids[row]!, labels, results));
}
