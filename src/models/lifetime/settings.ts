import type { Day } from '../../domain/index.ts';
import { z } from '../../domain/zod.ts';
import { type FitNote, type PurchaseFit, parametersOf } from './fit.ts';
import type { SpendFit, SpendNote } from './spend.ts';
import type { Unit } from './units.ts';

const settings = z.object({
  model: z.enum(['BG/NBD', 'MBG/NBD', 'Pareto/NBD']),
  unit: z.enum(['days', 'weeks']),
  /** How far ahead is looked. */
  months: z.int().min(1).max(120),
  /** Of a year: 0.1 = 10 %. */
  discount: z.number().min(0).max(5),
  /** The share of revenue that is profit; 1 values revenue. */
  margin: z.number().gt(0).max(1),
});

/** How lifetime value is made of a base. */
export type LifetimeSettings = z.infer<typeof settings>;

export const usualLifetime: LifetimeSettings = {
  model: 'MBG/NBD',
  unit: 'weeks',
  months: 12,
  discount: 0.1,
  margin: 1,
};

/** What is published: the settings, and the fits that predictions are made from until others are published. */
export interface LifetimeKept {
  readonly settings: LifetimeSettings;
  /** The fits know what was bought up to and on this day. */
  readonly fittedOn: Day;
  readonly purchases: PurchaseFit<Unit>;
  readonly spends: SpendFit;
}

const numbers = z.array(z.number());
const errors = z.array(z.number().nullable());
const noteOf = <Note extends { readonly code: string }>() =>
  z.custom<Note>(note => typeof (note as Note | null)?.code === 'string');
const positive = (parameters: readonly number[]) => parameters.every(value => value > 0);

const purchaseFit = z
  .object({
    model: z.enum(['BG/NBD', 'MBG/NBD', 'Pareto/NBD', 'average']),
    unit: z.enum(['days', 'weeks']),
    parameters: numbers,
    errors,
    logLikelihood: z.number(),
    customers: z.int(),
    repeaters: z.int(),
    groups: z.int(),
    evaluations: z.int(),
    notes: z.array(noteOf<FitNote>()),
  })
  .refine(
    ({ model, parameters }) =>
      parameters.length === parametersOf(model).length && (model === 'average' || positive(parameters)),
  );

const spendFit = z
  .object({
    model: z.enum(['Gamma-Gamma', 'average']),
    parameters: numbers,
    errors,
    logLikelihood: z.number(),
    mean: z.number(),
    customers: z.int(),
    correlation: z.number().nullable(),
    evaluations: z.int(),
    notes: z.array(noteOf<SpendNote>()),
  })
  .refine(
    ({ model, parameters }) => model === 'average' || (parameters.length === 3 && positive(parameters)),
  );

const schema = z.object({ settings, fittedOn: z.int(), purchases: purchaseFit, spends: spendFit });

/** What was published, null where nothing is that this version can read. */
export function readLifetime(kept: unknown): LifetimeKept | null {
  return schema.safeParse(kept).data ?? null;
}

/** A fit as it was kept, null where it is none that this version can read. */
export function readPurchaseFit(kept: unknown): PurchaseFit<Unit> | null {
  return purchaseFit.safeParse(kept).data ?? null;
}
