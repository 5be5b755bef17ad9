export { expressionOf, readCode } from './build.ts';
export { fromForm } from './edits.ts';
export type * from './form.ts';
export { type Meaning, meaningsOf } from './kinds.ts';
export { aggregatesFor, firstValue, type Operator, operatorsFor, type Shape } from './operators.ts';
export { nounWords, type Surroundings, sentence } from './sentence.ts';
export { spellingOf } from './source.ts';
export { toForm } from './toForm.ts';
