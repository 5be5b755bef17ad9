export type { Typed } from '../types.ts';
export { type ClusterRule, clusterRule, fieldNameBeside } from './clusterRule.ts';
export { type Fix, fixesFor } from './fixes.ts';
export { formatEdits } from './format.ts';
export { type Freezable, type Frozen, freezeEdit, frozenIn } from './freeze.ts';
export { type LadderTier, putLadderTier } from './ladderTier.ts';
export { levelAt } from './levels.ts';
export { rewriteNumber, writeDate, writtenNumber } from './literal.ts';
export { type Measure, type MovableLiteral, measuresOf, type Threshold } from './measures.ts';
export { applyEdits, type Renamed, renameAt, type TextEdit } from './rename.ts';
export { type Signature, signatureAt } from './signature.ts';
export { type Snippet, snippetParts, snippets } from './snippets.ts';
export { type StandaloneMetric, standaloneMetrics } from './standalone.ts';
export { type Statistic, statisticsOf } from './statistics.ts';
export { type Suggested, suggestions } from './suggest.ts';
export {
  namesUsed,
  type Occurrence,
  type OutlineEntry,
  occurrencesOf,
  outlineOf,
  symbolAt,
} from './symbols.ts';
