import type { Day } from '../../src/domain/index.ts';

/** One order of a log: who, when, how much in minor units, which product. */
export type Line = readonly [customer: string, day: Day, amount: number, product?: number];

/** The orders of customers in the order of their first lines, by day as the models read them. */
export function logOf(lines: Iterable<Line>) {
  const byCustomer = new Map<string, Line[]>();
  for (const line of lines) {
    const own = byCustomer.get(line[0]);
    if (own) own.push(line);
    else byCustomer.set(line[0], [line]);
  }
  const sorted = [...byCustomer.values()].map(own => own.sort((a, b) => a[1] - b[1]));
  const offsets = new Uint32Array(sorted.length + 1);
  sorted.forEach((each, row) => {
    offsets[row + 1] = offsets[row]! + each.length;
  });
  const all = sorted.flat();
  return {
    customers: [...byCustomer.keys()],
    orders: {
      offsets,
      day: Int32Array.from(all, line => line[1]),
      amount: Float64Array.from(all, line => line[2]),
      product: Uint32Array.from(all, line => line[3] ?? 0),
    },
  };
}

/** Lines by the names of their customers, as published tables list them. */
export function byName(lines: readonly Line[]): Line[] {
  return [...lines].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}
