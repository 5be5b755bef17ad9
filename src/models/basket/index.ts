export * from './holdOut.ts';
export * from './related.ts';
export * from './suggest.ts';
