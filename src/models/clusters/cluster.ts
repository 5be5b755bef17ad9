import { rowsWith } from '../codes.ts';
import { type Description, describeRows, orderRows } from './describe.ts';
import { assign, kMeans, settle } from './kMeans.ts';
import { type ClusterMetric, samplePoints, scaledPoints } from './points.ts';
import { type SuggestedGroups, suggestGroups } from './silhouette.ts';

/** A group of customers who are alike. */
export interface Cluster {
  readonly customers: number;
  /** Mean of each metric in its own unit, in the order of the metrics. */
  readonly means: readonly number[];
  readonly description: Description;
}

export interface Clusters {
  /** The cluster of each customer by row, 0 the largest; `NO_CLUSTER` where a metric is not known. */
  readonly codes: Uint8Array<ArrayBuffer>;
  readonly clusters: readonly Cluster[];
  readonly suggested: SuggestedGroups;
}

export const NO_CLUSTER = 255;
/** Centres are looked for among so many customers, and then moved with all of them. */
const SAMPLE = 8_000;
const FULL_ROUNDS = 12;

/** Groups customers by metrics; as many groups as suggested, unless `groups` says. The same seed gives the same. */
export function clusterCustomers(
  metrics: readonly ClusterMetric[],
  size: number,
  { groups, seed }: { readonly groups?: number; readonly seed: number },
): Clusters {
  const { rows, points } = scaledPoints(metrics, size);
  const codes = new Uint8Array(size).fill(NO_CLUSTER);
  const suggested = suggestGroups(points, seed);
  if (points.size === 0) return { codes, clusters: [], suggested };
  const wanted = Math.max(1, Math.min(groups ?? suggested.groups, points.size, NO_CLUSTER));
  const sample = samplePoints(points, SAMPLE, seed);
  const drawn = kMeans(sample, wanted, seed);
  const found =
    sample === points ? assign(points, drawn.centres) : settle(points, drawn.centres, FULL_ROUNDS);
  const counts = new Uint32Array(wanted);
  for (const code of found.codes) counts[code]!++;
  const firstOf = (code: number) => found.centres[code * metrics.length]!;
  const bySize = [...counts.keys()]
    .filter(code => counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || firstOf(a) - firstOf(b));
  found.codes.forEach((code, point) => {
    codes[rows[point]!] = bySize.indexOf(code);
  });
  const orders = orderRows(metrics);
  const clusters = bySize.map((code, place) => {
    const members = rowsWith(codes, place);
    const list = members.rows();
    const means = metrics.map(({ values }) => list.reduce((sum, row) => sum + values[row]!, 0) / list.length);
    return { customers: counts[code]!, means, description: describeRows(metrics, members, orders) };
  });
  return { codes, clusters, suggested };
}
