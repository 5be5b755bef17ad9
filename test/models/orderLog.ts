import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { type Day, dayFromIso } from '../../src/domain/index.ts';

export const truth = '../shared/truth';
export const hasTruth = existsSync(truth);

/** One order of a log: who, when, how much in minor units, which product. */
export type Line = readonly [customer: string, day: Day, amount: number, product?: number];

export function tableOf(file: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(`${truth}/data/${file}`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/** The case of that id in a file of cases. */
export function caseOf<Expected>(file: string, id: string): { inputs: unknown; expected: Expected } {
  const { cases } = JSON.parse(readFileSync(`${truth}/cases/${file}.json`, 'utf8'));
  return cases.find((each: { id: string }) => each.id === id);
}

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

/** A published log by the headings of its columns; without `amount` every order is worth 0. */
export function readLog(file: string, id: string, date: string, amount?: string) {
  return logOf(
    tableOf(file).map(row => [
      row[id]!,
      dayFromIso(row[date]!.slice(0, 10))!,
      amount ? Number(row[amount]) : 0,
    ]),
  );
}
