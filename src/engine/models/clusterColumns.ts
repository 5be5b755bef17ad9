import { type Day, Dictionary, type Frame } from '../../domain/index.ts';
import {
  type ClusterFit,
  type ClusterSettings,
  clusterCodes,
  NO_CLUSTER,
  readClusters,
} from '../../models/index.ts';
import type { Around, ColumnModel } from './columns.ts';
import { type Measure, measureOf } from './measures.ts';

/** Clusters as a column: whoever is nearest to a kept centre has its name. */
export const clusterColumnModel = {
  id: 'clusters',
  fields: ['cluster'],
  read: readClusters,
  columns: (frame, asOf, fit, currency, around) => {
    const dictionary = new Dictionary();
    if (!fit) return { cluster: { form: 'coded', codes: new Uint32Array(frame.size), dictionary } };
    const metrics = metricsOf(fit.settings, asOf, currency, around);
    const names = fit.clusters.map(({ name }) => dictionary.add(name));
    const codes = Uint32Array.from(codesOf(fit, metrics, frame.size), code => names[code] ?? 0);
    return { cluster: { form: 'coded', codes, dictionary } };
  },
} as const satisfies ColumnModel<ClusterFit | null>;

/** A metric over the base of a day. */
export interface MetricColumn {
  /** Its place in the settings: what conditions name it by. */
  readonly id: string;
  readonly scale: ClusterSettings['metrics'][number]['scale'];
  /** Null where it cannot be read: then nobody has a value. */
  readonly kind: Measure['kind'] | null;
  readonly values: Float64Array;
}

/** The metrics of the settings at a day, with the columns of the models before this one. */
export function metricsOf(
  { metrics }: Pick<ClusterSettings, 'metrics'>,
  asOf: Day,
  currency: string,
  around: Around,
): MetricColumn[] {
  const known: Frame = around.at(asOf);
  return metrics.map(({ measure, scale }, at) => {
    const found = measureOf(measure, known, around.ownFields, currency);
    const values = found?.on(known, asOf) ?? new Float64Array(known.size).fill(Number.NaN);
    return { id: String(at), scale, kind: found?.kind ?? null, values };
  });
}

/** The place of everybody's cluster, `NO_CLUSTER` for those who are in none. */
export function codesOf(
  { scalings, clusters }: Pick<ClusterFit, 'scalings' | 'clusters'>,
  metrics: readonly MetricColumn[],
  size: number,
): Uint8Array<ArrayBuffer> {
  if (clusters.length === 0) return new Uint8Array(size).fill(NO_CLUSTER);
  return clusterCodes(metrics, size, { scalings, centres: clusters.map(({ centre }) => centre) });
}
