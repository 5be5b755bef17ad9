export * from './ast.ts';
export { check } from './check.ts';
export type * from './checked.ts';
export { type Construct, constructs } from './constructs.ts';
export { type EvaluateOptions, evaluate, evaluateField, type Result, type Run } from './evaluate.ts';
export type { Extra } from './fill.ts';
export { type Parsed, parse } from './parse.ts';
export { print, printExpression } from './print.ts';
export { sampleRules } from './sample.ts';
