export * from './actions.ts';
export * from './audit.ts';
export * from './quality.ts';
