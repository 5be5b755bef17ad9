import type { MapRow, RfmSettings, ScoreRange } from '../../../../engine/index.ts';
import type { Language } from '../../../../i18n/index.ts';
import type { EditedRow } from './state.ts';

export type OwnRows = Extract<RfmSettings['segments'], { by: 'own' }>['rows'];
export type Dimension = 'r' | 'f' | 'm' | 'fm';

/** The longest name, as the settings allow. */
export const longestName = 40;
/** The most rows, as the settings allow. */
export const mostRows = 40;

/** The rows of a map as own ones, with the names of a language. */
export function ownRows(rows: readonly MapRow[], language: Language): OwnRows {
  return rows.map(({ name, ...ranges }) => ({ ...ranges, name: name[language] }));
}

/** Rows that can be tried; null while a name is missing. */
export function readRows(rows: readonly EditedRow[]): OwnRows | null {
  const named = rows.map(row => ({ ...row, name: row.name.trim() }));
  return named.length > 0 && named.every(({ name }) => name !== '') ? named : null;
}

/** A range with another end; the ends never cross. null = any score. */
export function withEnd(
  range: ScoreRange | undefined,
  end: 'from' | 'to',
  score: number | null,
): ScoreRange | undefined {
  if (score === null) return undefined;
  const [from, to] = range ?? [score, score];
  return end === 'from' ? [score, Math.max(score, to)] : [Math.min(from, score), score];
}

/** The rows with the one at `from` moved to `to`. */
export function moved(rows: readonly EditedRow[], from: number, to: number): EditedRow[] {
  const rest = rows.filter((_, at) => at !== from);
  return [...rest.slice(0, to), rows[from]!, ...rest.slice(to)];
}
