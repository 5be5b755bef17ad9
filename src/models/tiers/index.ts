export * from './ladder.ts';
export * from './replay.ts';
export * from './reviews.ts';
export * from './score.ts';
export * from './settings.ts';
