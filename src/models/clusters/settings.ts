import type { Day } from '../../domain/index.ts';
import { z } from '../../domain/zod.ts';
import { measuredSchema } from '../measured.ts';
import type { ClusterModel } from './cluster.ts';
import type { Condition } from './describe.ts';
import type { SuggestedGroups } from './silhouette.ts';

/** The most metrics that are looked at together. */
const MOST_METRICS = 8;

const settings = z.object({
  metrics: z
    .array(z.object({ measure: measuredSchema, scale: z.enum(['plain', 'log']) }))
    .min(1)
    .max(MOST_METRICS),
  /** How many groups; null = as many as fit best. */
  groups: z.int().min(2).max(8).nullable(),
  seed: z.int().min(0).max(4_294_967_295),
});

/** What customers are grouped by. */
export type ClusterSettings = z.infer<typeof settings>;

/** How lately, how often, how much; proportions count. */
export const usualClusters: ClusterSettings = {
  metrics: (['recency', 'frequency', 'monetary'] as const).map(id => ({
    measure: { is: 'field', id },
    scale: 'log',
  })),
  groups: null,
  seed: 1,
};

const fit = z.object({
  settings,
  /** The day whose base was looked at. */
  day: z.int(),
  scalings: z.array(z.object({ scale: z.enum(['plain', 'log']), mean: z.number(), spread: z.number() })),
  clusters: z.array(
    z.object({
      name: z.string().trim().min(1).max(40),
      centre: z.array(z.number()),
      conditions: z.array(
        z.object({ metric: z.string(), relation: z.enum(['>=', '<=']), value: z.number() }),
      ),
    }),
  ),
  suggested: z.object({
    groups: z.int(),
    candidates: z.array(z.object({ groups: z.int(), silhouette: z.number() })),
    clear: z.boolean(),
  }),
});

/** A cluster as it is kept: the metrics in its conditions are named by their places in the settings. */
export interface KeptCluster {
  readonly name: string;
  readonly centre: readonly number[];
  readonly conditions: readonly Condition[];
}

/** Clusters that were found: everybody is held against the same centres until others are published. */
export interface ClusterFit {
  readonly settings: ClusterSettings;
  readonly day: Day;
  readonly scalings: ClusterModel['scalings'];
  /** The largest of that day first. */
  readonly clusters: readonly KeptCluster[];
  readonly suggested: SuggestedGroups;
}

/** Clusters as they were kept; null where there are none that this version can read. */
export function readClusters(kept: unknown): ClusterFit | null {
  const { data } = fit.safeParse(kept);
  if (!data) return null;
  const { length } = data.settings.metrics;
  const fits =
    data.scalings.length === length && data.clusters.every(({ centre }) => centre.length === length);
  return fits ? data : null;
}
