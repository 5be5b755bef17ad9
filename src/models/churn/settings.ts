import { z } from '../../domain/zod.ts';
import { days, type PurchaseFit, readPurchaseFit } from '../lifetime/index.ts';
import { featureNames } from './features.ts';
import type { Learned, PropensityNote } from './propensity.ts';
import { usualSilence } from './rule.ts';

const settings = z.object({
  /** Days without an order after which a customer counts as churned. */
  silence: z.int().min(1).max(3_650),
  /** Days within which somebody buys again, or not. */
  horizon: z.int().min(1).max(3_650),
});

/** The rule, and how far ahead the probability looks. */
export type ChurnSettings = z.infer<typeof settings>;

export const usualChurn: ChurnSettings = { silence: usualSilence, horizon: 90 };

/** What is published: the settings, and what was learned until something else is published. */
export interface ChurnKept {
  readonly settings: ChurnSettings;
  readonly learned: Learned;
}

const numbers = z.array(z.number());
const calibration = z.object({
  bins: z.array(z.object({ customers: z.int(), predicted: z.number(), observed: z.number() })),
  error: z.number(),
  brier: z.number(),
});
const schema = z.object({
  settings,
  learned: z.object({
    method: z.enum(['learned', 'model', 'recency', 'average']),
    horizon: z.int(),
    learnedOn: z.int(),
    rhythm: z.object({ fit: z.unknown(), usualGap: z.number() }),
    regression: z
      .object({
        intercept: z.number(),
        weights: numbers.max(featureNames.length),
        means: numbers,
        deviations: numbers,
      })
      .nullable(),
    share: z.number(),
    holdOut: z
      .object({
        from: z.int(),
        to: z.int(),
        customers: z.int(),
        buyers: z.int(),
        area: z.number(),
        recencyArea: z.number(),
        calibration,
        recencyCalibration: calibration,
      })
      .nullable(),
    notes: z.array(z.custom<PropensityNote>(note => typeof (note as { code?: unknown })?.code === 'string')),
  }),
});

/** What was published, null where nothing is that this version can read. */
export function readChurn(kept: unknown): ChurnKept | null {
  const { data } = schema.safeParse(kept);
  const fit = data && readPurchaseFit(data.learned.rhythm.fit);
  if (!data || fit?.unit !== 'weeks') return null;
  const { learned } = data;
  const rhythm = { ...learned.rhythm, fit: fit as PurchaseFit<'weeks'> };
  return { settings: data.settings, learned: { ...learned, horizon: days(learned.horizon), rhythm } };
}
