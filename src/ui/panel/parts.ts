import { later } from '../kit/index.ts';

// What nobody sees at first is loaded after the rest: the panel opens beside a page that somebody is reading.
export const CustomerForm = later(async () => (await import('./CustomerForm.tsx')).CustomerForm);
export const HandMoves = later(async () => (await import('./moves/HandMoves.tsx')).HandMoves);
export const Notes = later(async () => (await import('./Notes.tsx')).Notes);
export const Tasks = later(async () => (await import('./Tasks.tsx')).Tasks);
export const Timeline = later(async () => (await import('./Timeline.tsx')).Timeline);
