export * from './bits.ts';
export * from './contact.ts';
export * from './day.ts';
export * from './fields.ts';
export * from './frame.ts';
export * from './model.ts';
export * from './note.ts';
export * from './regions.ts';
