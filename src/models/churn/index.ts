export * from './features.ts';
export * from './propensity.ts';
export * from './ranking.ts';
export * from './rule.ts';
export * from './settings.ts';
