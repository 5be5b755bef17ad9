export * from './cohorts.ts';
export * from './drift.ts';
export * from './periods.ts';
export * from './purchases.ts';
export * from './satisfaction.ts';
export * from './trend.ts';
