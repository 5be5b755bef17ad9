export * from './actions.ts';
export * from './audit.ts';
export * from './migration/index.ts';
export * from './paidOrders.ts';
export * from './quality.ts';
export * from './rfm/index.ts';
export * from './tiers/index.ts';
