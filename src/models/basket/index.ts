export * from './related.ts';
export * from './suggest.ts';
