export * from './cluster.ts';
export type { Condition, Described, Description } from './describe.ts';
export { describeRows, roundest } from './describe.ts';
export type { ClusterMetric } from './points.ts';
export { type Candidate as GroupCandidate, type SuggestedGroups, silhouetteOf } from './silhouette.ts';
