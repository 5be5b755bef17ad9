import { Problem } from '../../domain/index.ts';
import { describeProblem, toast } from '../kit/index.ts';

/** Tells the user what went wrong. What is a mistake of ours goes to the console too. */
export function report(problem: unknown): void {
  if (problem instanceof Problem && problem.code === 'cancelled') {
    toast(describeProblem(problem));
    return;
  }
  if (!(problem instanceof Problem)) console.error(problem);
  toast(describeProblem(problem), { tone: 'error' });
}
