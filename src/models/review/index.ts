export * from './alarms.ts';
export * from './common.ts';
export * from './exemplars.ts';
