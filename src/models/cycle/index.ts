export * from './cycles.ts';
export * from './expectation.ts';
export * from './settings.ts';
