import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { dayFromIso } from '../../src/domain/index.ts';
import { logOf } from './orders.ts';

export * from './orders.ts';

export const truth = '../shared/truth';
export const hasTruth = existsSync(truth);

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
