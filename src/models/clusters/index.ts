export * from './cluster.ts';
export type { Condition, Described, Description } from './describe.ts';
export { described, describeRows, roundest } from './describe.ts';
export type { ClusterMetric, Scaling } from './points.ts';
export {
  type ClusterFit,
  type ClusterSettings,
  type KeptCluster,
  readClusters,
  usualClusters,
} from './settings.ts';
export {
  type Candidate as GroupCandidate,
  type SuggestedGroups,
  silhouetteOf,
  triedGroups,
} from './silhouette.ts';
