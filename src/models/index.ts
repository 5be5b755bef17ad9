export * from './actions.ts';
export * from './audit.ts';
