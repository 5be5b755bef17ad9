import type { Day, Frame } from '../../domain/index.ts';
import { readScore, type ScoreSettings, valueScores } from '../../models/index.ts';
import type { Around, ColumnModel } from './columns.ts';
import { measureOf } from './measures.ts';

/** The customer value score as a column: its weights are kept, the places are those in the base of the day. */
export const scoreColumnModel = {
  id: 'score',
  fields: ['valueScore'],
  read: readScore,
  columns: (frame, asOf, settings, currency, around) => ({
    valueScore: { form: 'numeric', values: scoresOf(frame, asOf, settings, currency, around) },
  }),
} as const satisfies ColumnModel<ScoreSettings>;

/** The score of every customer at a day. A measure that cannot be read counts for nothing. */
export function scoresOf(
  frame: Frame,
  asOf: Day,
  { parts }: ScoreSettings,
  currency: string,
  around: Around,
): Float64Array<ArrayBuffer> {
  const known = around.at(asOf);
  const weighted = parts.flatMap(({ measure, ...part }) => {
    const found = part.weight > 0 ? measureOf(measure, known, around.ownFields, currency) : null;
    return found ? [{ ...part, values: found.on(known, asOf) }] : [];
  });
  return valueScores(weighted, frame.size);
}
