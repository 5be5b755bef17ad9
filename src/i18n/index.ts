export * from './text.ts';
export * from './problems.ts';
