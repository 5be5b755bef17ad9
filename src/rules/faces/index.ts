export { readCode } from './build.ts';
export { fromForm } from './edits.ts';
export type * from './form.ts';
export { type Surroundings, sentence } from './sentence.ts';
export { toForm } from './toForm.ts';
