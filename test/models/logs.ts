import { readFileSync } from 'node:fs';
import { type Day, dayFromIso } from '../../src/domain/index.ts';
import type { Purchases } from '../../src/models/index.ts';

export const truth = '../shared/truth';

/** One purchase of a log: who, when, how much. */
export type Line = readonly [id: string, day: Day, amount: number];

/** A log of purchases with the names of its customers, in the order of their first lines. */
export interface Log {
  readonly ids: readonly string[];
  readonly purchases: Purchases;
}

/** The cells of a small comma-separated file with its headings; quotes only around plain values. */
export function readTable(file: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(`${truth}/data/${file}`, 'utf8').trim().split(/\r?\n/);
  const cells = (line: string) => line.replaceAll('"', '').split(',');
  const names = cells(head!);
  return lines.map(line => Object.fromEntries(cells(line).map((cell, at) => [names[at]!, cell])));
}

export function readLog(file: string, id: string, date: string, amount?: string): Log {
  return logOf(
    readTable(file).map(row => [
      row[id]!,
      dayFromIso(row[date]!.slice(0, 10))!,
      amount ? Number(row[amount]) : 0,
    ]),
  );
}

export function logOf(lines: Iterable<Line>): Log {
  const byId = new Map<string, Line[]>();
  for (const line of lines) byId.set(line[0], [...(byId.get(line[0]) ?? []), line]);
  const sorted = [...byId.values()].map(each => each.sort((a, b) => a[1] - b[1]));
  const offsets = [0];
  for (const each of sorted) offsets.push(offsets.at(-1)! + each.length);
  const all = sorted.flat();
  return {
    ids: [...byId.keys()],
    purchases: {
      offsets: Uint32Array.from(offsets),
      day: Int32Array.from(all, line => line[1]),
      amount: Float64Array.from(all, line => line[2]),
    },
  };
}
