import { Bits } from '../../domain/index.ts';
import { rowsWith } from '../codes.ts';
import { type Description, described, describeRows, orderRows } from './describe.ts';
import { assign, kMeans, settle } from './kMeans.ts';
import {
  type ClusterMetric,
  knownRows,
  pointsOf,
  type Scaling,
  samplePoints,
  scalingsOf,
  somePlaces,
} from './points.ts';
import { type SuggestedGroups, suggestGroups, triedGroups } from './silhouette.ts';

/** A group of customers who are alike. */
export interface Cluster {
  /** Its middle: a coordinate for each metric, in deviations from the mean of all. */
  readonly centre: readonly number[];
  readonly description: Description;
}

/** What customers are told apart by: whoever is nearest to a centre belongs to it. */
export interface ClusterModel {
  /** In the order of the metrics. */
  readonly scalings: readonly Scaling[];
  readonly centres: readonly (readonly number[])[];
}

export interface Clusters {
  readonly scalings: readonly Scaling[];
  /** The largest first. */
  readonly clusters: readonly Cluster[];
  readonly suggested: SuggestedGroups;
}

export const NO_CLUSTER = 255;
/** Centres are looked for among so many customers, and then moved with all of them. */
const SAMPLE = 8_000;
const FULL_ROUNDS = 12;
/** Rules are looked for among so many customers, and then held against all of them. */
const DESCRIBED = 24_000;

/**
 * Groups customers by metrics; as many groups as suggested, unless `groups` says. The same seed gives the same.
 * Yields between its steps how many of about how many are done.
 */
export function* findClusters(
  metrics: readonly ClusterMetric[],
  size: number,
  { groups, seed }: { readonly groups?: number; readonly seed: number },
): Generator<{ readonly done: number; readonly total: number }, Clusters> {
  const rows = knownRows(metrics, size);
  const scalings = scalingsOf(metrics, rows);
  const points = pointsOf(metrics, rows, scalings);
  const total = triedGroups.length + 2 + (groups ?? triedGroups.at(-1)!);
  let done = 0;
  const step = () => ({ done: done++, total });
  const suggesting = suggestGroups(points, seed);
  let turn = suggesting.next();
  for (; !turn.done; turn = suggesting.next()) yield step();
  const suggested = turn.value;
  if (points.size === 0) return { scalings, clusters: [], suggested };

  const wanted = Math.max(1, Math.min(groups ?? suggested.groups, points.size, NO_CLUSTER));
  const sample = samplePoints(points, SAMPLE, seed);
  const drawn = kMeans(sample, wanted, seed);
  done = triedGroups.length;
  yield step();
  const found =
    sample === points ? assign(points, drawn.centres) : settle(points, drawn.centres, FULL_ROUNDS);
  const model = { scalings, centres: bySize(found, metrics.length) };
  const codes = clusterCodes(metrics, size, model);
  yield step();
  const shown = somePlaces(size, DESCRIBED, seed).sort();
  const few = metrics.map(({ id, values }) => ({
    id,
    values: Float64Array.from(shown, row => values[row]!),
  }));
  const orders = orderRows(few);
  const clusters: Cluster[] = [];
  for (const [place, centre] of model.centres.entries()) {
    const members = Bits.from(shown.length, at => codes[shown[at]!] === place);
    const { conditions } = describeRows(few, members, orders);
    const quality = described(metrics, conditions, rowsWith(codes, place));
    clusters.push({ centre, description: { conditions, ...quality } });
    yield step();
  }
  return { scalings, clusters, suggested };
}

/** The cluster of each customer by row: the first of the nearest centres; `NO_CLUSTER` where a metric is not known. */
export function clusterCodes(
  metrics: readonly Pick<ClusterMetric, 'values'>[],
  size: number,
  { scalings, centres }: ClusterModel,
): Uint8Array<ArrayBuffer> {
  const rows = knownRows(metrics, size);
  const { codes: nearest } = assign(pointsOf(metrics, rows, scalings), Float64Array.from(centres.flat()));
  const codes = new Uint8Array(size).fill(NO_CLUSTER);
  nearest.forEach((code, point) => {
    codes[rows[point]!] = code;
  });
  return codes;
}

/** The centres that anybody is nearest to, that of the largest group first. */
function bySize(
  { centres, codes }: { readonly centres: Float64Array; readonly codes: Uint8Array },
  dimensions: number,
): number[][] {
  const counts = new Uint32Array(centres.length / dimensions);
  for (const code of codes) counts[code]!++;
  const centreOf = (code: number) => [...centres.subarray(code * dimensions, (code + 1) * dimensions)];
  return [...counts.keys()]
    .filter(code => counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || centreOf(a)[0]! - centreOf(b)[0]!)
    .map(centreOf);
}
