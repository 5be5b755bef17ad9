export * from './access.ts';
export * from './client.ts';
export * from './engine.ts';
export type * from './messages.ts';
export * from './reading.ts';
export * from './settings.ts';
export * from './sourceNews.ts';
export * from './tabs.ts';
export * from './version.ts';
