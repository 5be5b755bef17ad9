import { z } from '../../domain/zod.ts';
import { type Measured, measuredSchema } from '../measured.ts';
import { type Ladder, ladderFlaws } from './ladder.ts';
import type { ReviewCycle } from './reviews.ts';

const bound = z.number();

const ladderSchema = z.object({
  measure: measuredSchema,
  lessIsBetter: z.boolean(),
  levels: z
    .array(z.object({ name: z.string().trim().min(1).max(40), enter: bound, keep: bound.optional() }))
    .min(1)
    .max(7),
  otherwise: z.string().trim().min(1).max(40),
  by: z.enum(['value', 'quantile']),
  dwell: z.int().min(0).max(3650),
  grace: z.int().min(0).max(3650),
  oneStepDown: z.boolean(),
  review: z.enum(['week', 'month', 'quarter']),
});

/** A ladder over a measure, reviewed in a cycle: kept with the workspace once it is published. */
export interface LadderSettings extends Ladder {
  readonly measure: Measured;
  readonly review: ReviewCycle;
}

/** A ladder as it was kept; null where there is none that this version can read. */
export function readLadder(kept: unknown): LadderSettings | null {
  const { data } = ladderSchema.safeParse(kept);
  if (!data) return null;
  const levels = data.levels.map(({ name, enter, keep }) =>
    keep === undefined ? { name, enter } : { name, enter, keep },
  );
  const ladder = { ...data, levels };
  return Object.values(ladderFlaws(ladder)).every(places => places.length === 0) ? ladder : null;
}

const scoreSchema = z.object({
  parts: z
    .array(
      z.object({
        measure: measuredSchema,
        weight: z.int().min(0).max(100),
        lessIsBetter: z.boolean(),
        unknown: z.enum(['worst', 'leftOut']),
      }),
    )
    .min(1)
    .max(12),
});

/** What the customer value score is made of. Only the proportions between the weights matter. */
export type ScoreSettings = z.infer<typeof scoreSchema>;

/** Money first, then how often, how lately and how faithfully. */
export const usualScore: ScoreSettings = {
  parts: [
    { measure: { is: 'field', id: 'monetary' }, weight: 40, lessIsBetter: false, unknown: 'worst' },
    { measure: { is: 'field', id: 'frequency' }, weight: 25, lessIsBetter: false, unknown: 'worst' },
    { measure: { is: 'field', id: 'recency' }, weight: 20, lessIsBetter: true, unknown: 'worst' },
    { measure: { is: 'field', id: 'repurchaseRate' }, weight: 15, lessIsBetter: false, unknown: 'worst' },
  ],
};

/** A score as it was kept; the usual one where there is none that this version can read. */
export function readScore(kept: unknown): ScoreSettings {
  const { data } = scoreSchema.safeParse(kept);
  return data ?? usualScore;
}
