import { cholesky, solve } from '../matrix.ts';
import { ended } from '../steps.ts';

/** A function's value with its first and second derivatives at a point. */
export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: readonly (readonly number[])[];
}

export interface Maximum {
  readonly at: readonly number[];
  readonly slope: Slope;
  /** How often the function was evaluated. */
  readonly evaluations: number;
  readonly converged: boolean;
  /** Places of the parameters that ended at the least or the greatest value allowed. */
  readonly edges: readonly number[];
}

/** What is allowed of each logarithm: parameters between e^-14 and e^14 (about 1e-6 to 1e6). */
const farthest = 14;
const longestStep = 2;
const mostEvaluations = 200;
/** By how much another step might still raise the value when the search ends. */
const precision = 1e-9;

/**
 * The maximum of a function of positive parameters, sought on their logarithms by Newton's method, damped as by
 * Levenberg and Marquardt until a step goes up, and kept within bounds. It ends for every function: at a maximum, at
 * an edge, or after 200 evaluations with the best point so far.
 * @param evaluate the function with derivatives by the parameters themselves
 * @param start positive parameters with a finite value
 */
export function maximise(evaluate: (at: readonly number[]) => Slope, start: readonly number[]): Maximum {
  return ended(maximising(evaluate, start));
}

/** `maximise` in steps: yields how often it has evaluated the function. */
export function* maximising(
  evaluate: (at: readonly number[]) => Slope,
  start: readonly number[],
): Generator<number, Maximum> {
  let logs = start.map(value => clamp(Math.log(value), farthest));
  let at = logs.map(Math.exp);
  let slope = evaluate(at);
  let here = onLogs(slope, at);
  let evaluations = 1;
  let damping = 0;
  let converged = false;
  while (evaluations < mostEvaluations && Number.isFinite(here.value)) {
    const free = freePlaces(logs, here.gradient);
    if (free.length === 0) {
      converged = true;
      break;
    }
    const step = ascent(here, free, damping);
    const rise = step ? free.reduce((sum, place, index) => sum + here.gradient[place]! * step[index]!, 0) : 0;
    if (!step) {
      damping = Math.max(damping * 10, 1e-4);
      if (damping > 1e16) break;
      continue;
    }
    if (rise < precision && damping <= 1) {
      converged = true;
      break;
    }
    const stretch = Math.min(1, longestStep / Math.max(...step.map(Math.abs)));
    const next = [...logs];
    free.forEach((place, index) => {
      next[place] = clamp(logs[place]! + stretch * step[index]!, farthest);
    });
    const there = next.map(Math.exp);
    const slopeThere = evaluate(there);
    const found = onLogs(slopeThere, there);
    evaluations++;
    yield evaluations;
    if (found.value > here.value) {
      [logs, at, slope, here] = [next, there, slopeThere, found];
      damping = damping > 1e-6 ? damping / 10 : 0;
    } else {
      damping = Math.max(damping * 10, 1e-4);
      if (damping > 1e12) {
        converged = rise < 1e-6;
        break;
      }
    }
  }
  const edges = logs.flatMap((value, place) => (Math.abs(value) >= farthest ? [place] : []));
  return { at, slope, evaluations, converged, edges };
}

/** Standard errors from the observed information (the negative Hessian); null where it says nothing. */
export function standardErrors({ hessian }: Slope, edges: readonly number[]): (number | null)[] {
  const free = hessian.flatMap((_, place) => (edges.includes(place) ? [] : [place]));
  const factor = cholesky(free.map(row => free.map(column => -hessian[row]![column]!)));
  return hessian.map((_, place) => {
    const index = free.indexOf(place);
    if (!factor || index < 0) return null;
    const unit = free.map((_, other) => (other === index ? 1 : 0));
    const error = Math.sqrt(solve(factor, unit)[index]!);
    return Number.isFinite(error) ? error : null;
  });
}

/** Derivatives by the logarithms of the parameters. */
function onLogs({ value, gradient, hessian }: Slope, at: readonly number[]): Slope {
  return {
    value,
    gradient: gradient.map((slope, place) => slope * at[place]!),
    hessian: hessian.map((row, i) =>
      row.map((entry, j) => entry * at[i]! * at[j]! + (i === j ? gradient[i]! * at[i]! : 0)),
    ),
  };
}

/** The parameters that may move: not those at a bound with the way up beyond it. */
function freePlaces(logs: readonly number[], gradient: readonly number[]): number[] {
  return logs.flatMap((value, place) =>
    Math.abs(value) >= farthest && gradient[place]! * Math.sign(value) >= 0 ? [] : [place],
  );
}

/** The damped Newton step over the free parameters, null where the function is not curved downwards there. */
function ascent({ gradient, hessian }: Slope, free: readonly number[], damping: number): number[] | null {
  const curvature = free.map(row => free.map(column => -hessian[row]![column]!));
  curvature.forEach((row, place) => {
    row[place]! += damping * Math.max(Math.abs(row[place]!), 1e-6);
  });
  const factor = cholesky(curvature);
  if (!factor) return null;
  const step = solve(
    factor,
    free.map(place => gradient[place]!),
  );
  return step.every(Number.isFinite) ? step : null;
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
