export type { Typed } from '../types.ts';
export { rewriteNumber, writeDate, writtenNumber } from './literal.ts';
export { type Measure, type MovableLiteral, measuresOf, type Threshold } from './measures.ts';
export { type Statistic, statisticsOf } from './statistics.ts';
