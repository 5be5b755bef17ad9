/** Runs long work to its end; between its steps a caller may also do it step by step, to stop or to say how far it is. */
export function ended<Result>(steps: Generator<unknown, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
