export * from './ladder.ts';
export * from './replay.ts';
export * from './score.ts';
