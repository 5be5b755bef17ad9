import { type Day, isoOf } from '../../domain/index.ts';
import { narrowWidth } from '../tokens.ts';

const digits = /\d+(?:\.\d+)?/;

/** The number that a literal writes, without its unit: 30 of `30 days`, 1.5 of `1.5万元`; NaN where there is none. */
export function writtenNumber(source: string): number {
  const found = digits.exec(narrowWidth(source));
  return found ? Number(found[0]) : Number.NaN;
}

/** The same literal with another number: its unit and its spaces stay. Times are whole and nothing is negative. */
export function rewriteNumber(source: string, value: number, whole: boolean): string {
  const found = digits.exec(narrowWidth(source));
  if (!found) return source;
  const wanted = Math.max(0, whole ? Math.round(value) : value);
  const text = wanted.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 });
  return source.slice(0, found.index) + text + source.slice(found.index + found[0].length);
}

/** A date as rules write it. */
export function writeDate(day: Day): string {
  return isoOf(day);
}
