import { breathe } from '../jobs.ts';

/** Walks long work to its end, letting messages in between its steps. Rejects with the Problem of a cancelled job. */
export async function walk<Step, Result>(
  steps: Generator<Step, Result>,
  signal: AbortSignal | undefined,
  onStep: (step: Step) => void,
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onStep(step.value);
    await breathe(signal);
  }
}
