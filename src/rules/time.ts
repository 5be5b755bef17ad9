import { Bits } from '../domain/index.ts';
import type { CheckedDeclaration } from './checked.ts';
import { type Inside, insideOf, type Result, type Run } from './evaluate.ts';
import type { PreviousTiers } from './plan.ts';
import type { Typed } from './types.ts';
import { timingOf } from './why/timing.ts';

/** The levels that the rules of a run give, whatever people decided: what the run of the next day looks back at. */
export function levelsOf(run: Run): PreviousTiers {
  return new Map(
    run.results.flatMap(each => {
      const codes = each.kind === 'tier' && run.ruled(each.name);
      return codes instanceof Uint8Array && each.kind === 'tier'
        ? [[each.name, { levels: each.levels, codes }] as const]
        : [];
    }),
  );
}

/** Who gets and who loses a tag, segment or action between two runs of one text; for a tier, who rises and falls. */
export interface Moved {
  readonly kind: Exclude<Result['kind'], 'metric'>;
  readonly name: string;
  readonly enters: Bits;
  readonly leaves: Bits;
}

/** What differs between two runs of one text over the same rows, declaration by declaration; [] where nothing does. */
export function movesBetween(before: Run, after: Run): Moved[] {
  return after.results.flatMap((now, at): Moved[] => {
    const moved = movedIn(before.results[at]!, now);
    return moved && moved.enters.count() + moved.leaves.count() > 0 ? [moved] : [];
  });
}

function movedIn(old: Result, now: Result): Moved | null {
  const { kind, name } = now;
  if (kind === 'metric') return null;
  if (kind === 'tier') {
    const before = (old as typeof now).codes;
    const rank = (code: number) => code || Number.POSITIVE_INFINITY; // 0 = no level, 1 = the highest
    const rises = (row: number) => rank(now.codes[row]!) < rank(before[row]!);
    const falls = (row: number) => rank(now.codes[row]!) > rank(before[row]!);
    const { length } = now.codes;
    return { kind, name, enters: Bits.from(length, rises), leaves: Bits.from(length, falls) };
  }
  const before = (old as typeof now).bits;
  return { kind, name, enters: now.bits.minus(before), leaves: before.minus(now.bits) };
}

/**
 * Whether an action says something else to anybody in both runs: its message, why it is proposed, that it is to be
 * avoided or why.
 */
export function wordsDiffer(before: Run, after: Run): boolean {
  const [old, now] = [insideOf(before), insideOf(after)];
  return after.checked.declarations.some(declaration => {
    if (declaration.kind !== 'action') return false;
    const { name, placeholders } = declaration;
    const action = actionOf(after, name);
    if (!action) return false;
    const { bits, avoided } = action;
    if (avoided && !actionOf(before, name)?.avoided?.equals(avoided)) return true;
    const values = [...placeholders.values()].flatMap(each => ('form' in each ? [each] : []));
    const isTimed = dependsOnTime(now, declaration);
    if (values.length === 0 && !isTimed) return false;
    const reasonsOf = (run: Run, row: number) => JSON.stringify(run.reasons(name, row));
    const isOtherwise = (row: number) => isTimed && reasonsOf(before, row) !== reasonsOf(after, row);
    return (
      avoided?.rows().some(isOtherwise) ||
      bits
        .rows()
        .some(
          row =>
            isOtherwise(row) || values.some(typed => old.valueOf(typed, row) !== now.valueOf(typed, row)),
        )
    );
  });
}

function actionOf({ results }: Run, name: string) {
  return results.find(result => result.kind === 'action' && result.name === name) as
    | Extract<Result, { kind: 'action' }>
    | undefined;
}

function dependsOnTime(inside: Inside, declaration: CheckedDeclaration): boolean {
  const node = { kind: 'name', id: 0, span: declaration.span, name: declaration.name } as const;
  const root: Typed = { form: 'declared', kind: 'flag', space: 'customer', declaration, node };
  const { windows, drifts, ages, daily } = timingOf(inside, [root]);
  return daily || windows.length + drifts.length + ages.length > 0;
}
