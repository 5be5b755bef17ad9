import { z } from '../../domain/zod.ts';

/** How sure an interval is wanted. */
export const coverages = [0.5, 0.8, 0.9] as const;

const schema = z.object({ coverage: z.union(coverages.map(each => z.literal(each))) });

/** How next purchases are foretold. */
export type NextSettings = z.infer<typeof schema>;

export const usualNext: NextSettings = { coverage: 0.8 };

/** Settings as they were kept; the usual ones where there are none that this version can read. */
export function readNext(kept: unknown): NextSettings {
  const { data } = schema.safeParse(kept);
  return data ?? usualNext;
}
