import { isoOf, type ValueKind } from '../../domain/index.ts';

/** A column of a list that goes out. `decimals`: of money, whose values are in minor units. */
export interface OutColumn {
  readonly name: string;
  readonly kind: ValueKind;
  readonly decimals?: number;
}

/**
 * A value of such a list: numbers as fields hold them (money in minor units, shares 1 = 100 %, dates as days, with
 * the minute as a fraction), several texts as a list, null where it is not known.
 */
export type OutValue = string | number | readonly string[] | null;
export type OutRow = readonly OutValue[];

/** Takes a list row by row and makes it a file. */
export interface TableWriter {
  /** Throws the Problem 'sheetFull' where the format holds no more rows. */
  add(rows: readonly OutRow[]): void;
  end(): Blob;
  /** How many texts so far were longer than a cell of the format may be, and were cut. */
  readonly shortened: number;
}

const minutes = 1_440;

/** The day and, where there is one, the time: '2026-09-01', '2026-09-01 10:15'. */
export function dateText(value: number, between = ' '): string {
  const day = Math.floor(value);
  const minute = Math.round((value - day) * minutes);
  if (minute === 0) return isoOf(day);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${isoOf(day)}${between}${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The number that a value is in its own unit: money in whole units of its currency. */
export function numberOf(value: number, { kind, decimals = 2 }: OutColumn): number {
  return kind === 'money' ? value / 10 ** decimals : value;
}

/** Several texts as one cell; each of them is found again at the import. */
export function listText(texts: readonly string[]): string {
  return texts.join('; ');
}
