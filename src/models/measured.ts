import { z } from '../domain/zod.ts';

/** How a measure is kept with settings. */
export const measuredSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('field'), id: z.string() }),
  z.object({ is: z.literal('metric'), name: z.string(), text: z.string() }),
]);

/**
 * What a customer is measured by: a field by its id, or a metric of the rules with `text`, the rules that define it
 * at the time it was chosen.
 */
export type Measured = z.infer<typeof measuredSchema>;
