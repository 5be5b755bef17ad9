import type { CheckedDeclaration } from '../checked.ts';
import type { Inside } from '../evaluate.ts';
import { foldName } from '../tokens.ts';
import { isNumeric, type Rows, type Typed, type TypedOperation } from '../types.ts';

/** The declaration of that name, null where the text has none that runs. */
export function declarationNamed(inside: Inside, name: string): CheckedDeclaration | null {
  const folded = foldName(name);
  return inside.checked.declarations.find(each => foldName(each.name) === folded) ?? null;
}

/** The rows that an operation aggregates, as they are or their `distinct` values; null for other operations. */
export function aggregated(typed: TypedOperation): Rows | null {
  const [first] = typed.operands;
  if (first?.form === 'operation' && first.construct.id === 'distinct') return aggregated(first);
  return first?.form === 'rows' ? first : null;
}

/** Whether a value is a statistic of the whole base: the same for everybody. */
export function isStatistic(inside: Inside, typed: TypedOperation): boolean {
  return isNumeric(typed.kind) && inside.planner.numbers(typed).population;
}

/** Operands as single values: lists opened. */
export function values(typed: TypedOperation): readonly Typed[] {
  return typed.operands.flatMap(each => (each.form === 'list' ? each.items : [each]));
}

/** What names of one meaning share, however often and wherever the text says them. */
export function identityOf(typed: Typed): object {
  return typed.form === 'operation' ? typed.operands : typed;
}
