import { Bits } from '../../domain/index.ts';
import { check } from '../check.ts';
import { type EvaluateOptions, evaluate, insideOf, type Result, type Run } from '../evaluate.ts';
import { parse } from '../parse.ts';
import { type FindCustomer, runTests, type TestOutcome } from '../tests/run.ts';
import type { Mutant } from './mutate.ts';

/** What became of a mutant. */
export type Fate =
  | { readonly kind: 'killed'; readonly by: string }
  /** No test notices; `changed` customers would be in something else, or out of it. */
  | { readonly kind: 'survived'; readonly changed: number }
  /** It is no sound text: nothing that could be overlooked. */
  | { readonly kind: 'unsound' };

/** Tries a mutant against the tests that pass without it. Only what it changes is computed anew. */
export function fateOf(mutant: Mutant, run: Run, outcomes: readonly TestOutcome[], find: FindCustomer): Fate {
  const checked = check(parse(mutant.text), run.checked.world);
  if (checked.notes.some(note => note.severity === 'error')) return { kind: 'unsound' };
  const { frame, asOf, previousTiers } = insideOf(run);
  const options: EvaluateOptions = { asOf, reuse: run, ...(previousTiers ? { previousTiers } : {}) };
  const mutated = evaluate(checked, frame, options);
  const passing = new Set(outcomes.filter(each => each.verdict === 'pass').map(each => each.name));
  const by = runTests(mutated, find).find(each => passing.has(each.name) && each.verdict === 'fail');
  if (by) return { kind: 'killed', by: by.name };
  return { kind: 'survived', changed: changedRows(run, mutated) };
}

function changedRows(before: Run, after: Run): number {
  const changes = before.results.map((result, index) =>
    changeBetween(result, after.results[index], before.size),
  );
  return changes.reduce((all, each) => all.or(each), new Bits(before.size)).count();
}

function changeBetween(one: Result, other: Result | undefined, size: number): Bits {
  if ('bits' in one && other && 'bits' in other) return one.bits.xor(other.bits);
  if (one.kind === 'tier' && other?.kind === 'tier') {
    return Bits.from(size, row => one.codes[row] !== other.codes[row]);
  }
  return new Bits(size);
}
