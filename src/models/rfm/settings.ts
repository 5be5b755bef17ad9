import { z } from '../../domain/zod.ts';
import { type EightCode, eightCodes, type RfmMeasureId } from './classes.ts';
import type { ScoreRange } from './map.ts';
import { segmentMaps } from './maps.ts';
import { nameFamilies } from './names.ts';
import type { Scoring } from './scores.ts';
import { type TieId, tieConventions } from './ties.ts';

const cuts = z
  .array(z.number().min(0))
  .min(1)
  .max(9)
  .refine(list => list.every((cut, at) => at === 0 || cut > list[at - 1]!));

/** The longest name of a segment. */
export const MOST_OF_A_NAME = 40;
/** The most rows of a map. */
export const MOST_ROWS = 40;

const ownName = z.string().trim().min(1).max(MOST_OF_A_NAME);
const score = z.int().min(1).max(10);
const range = z
  .tuple([score, score])
  .refine(([from, to]) => from <= to)
  .transform((pair): ScoreRange => pair)
  .optional();

const schema = z.object({
  counting: z.enum(['orders', 'days']),
  money: z.enum(['sum', 'perOrder', 'perDay']),
  scoring: z.discriminatedUnion('by', [
    z.object({
      by: z.literal('quantile'),
      bins: z.int().min(2).max(10),
      ties: z.enum(tieConventions.map(each => each.id) as [TieId, ...TieId[]]),
    }),
    z.object({
      by: z.literal('fixed'),
      at: z.enum(['up', 'down']),
      /** Ascending, in days, purchases and minor units. */
      cuts: z.object({ recency: cuts, frequency: cuts, monetary: cuts }),
    }),
  ]),
  /** Where the eight classes part: the scores, or the measures themselves, at their mean or median. */
  split: z.object({
    of: z.enum(['scores', 'measures']),
    by: z.enum(['mean', 'median']),
    tie: z.enum(['high', 'low']),
  }),
  /** What the eight classes are called: the id of a family of names, or own ones by their bits. */
  names: z.union([
    z.enum(nameFamilies.map(each => each.id)),
    z.object(
      Object.fromEntries(eightCodes.map(code => [code, ownName])) as Record<EightCode, typeof ownName>,
    ),
  ]),
  /** What tells customers apart: the eight classes, a map of scores that comes with the product, or an own one. */
  segments: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('classes') }),
      z.object({ by: z.literal('map'), map: z.enum(segmentMaps.map(each => each.id)) }),
      z.object({
        by: z.literal('own'),
        rows: z
          .array(z.object({ name: ownName, r: range, f: range, m: range, fm: range }))
          .min(1)
          .max(MOST_ROWS),
      }),
    ])
    .default({ by: 'classes' }),
});

/** How RFM is made of a base: kept with the workspace, shown beside every result. */
export type RfmSettings = z.infer<typeof schema>;

/** Quintiles with equal customers kept together; a class is above the mean of the scores or not. */
export const usualRfm: RfmSettings = {
  counting: 'orders',
  money: 'sum',
  scoring: { by: 'quantile', bins: 5, ties: 'together' },
  split: { of: 'scores', by: 'mean', tie: 'low' },
  names: nameFamilies[0]!.id,
  segments: { by: 'classes' },
};

/** Settings as they were kept; the usual ones where there are none that this version can read. */
export function readRfmSettings(kept: unknown): RfmSettings {
  const { data } = schema.safeParse(kept);
  return data ?? usualRfm;
}

/** How one of the measures is scored under the settings. */
export function scoringOf({ scoring }: RfmSettings, measure: RfmMeasureId): Scoring {
  return scoring.by === 'fixed'
    ? { by: 'fixed', at: scoring.at, cuts: scoring.cuts[measure] }
    : { by: 'quantile', bins: scoring.bins, ties: scoring.ties };
}
