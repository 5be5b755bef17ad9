import { Bits } from '../../domain/index.ts';
import { allOf, expressionsOf } from '../assist/nodes.ts';
import type { Declaration, Expression } from '../ast.ts';
import type { CheckedDeclaration } from '../checked.ts';
import type { Run } from '../evaluate.ts';
import { foldName } from '../tokens.ts';
import type { Typed } from '../types.ts';

/** The declaration as the text writes it. */
export function writtenAs(run: Run, name: string): Declaration | undefined {
  const folded = foldName(name);
  return run.checked.parsed.declarations.find(each => foldName(each.name.text) === folded);
}

/** Everything that the declaration itself writes, not what the names in it stand for. */
export function ownNodes(run: Run, name: string): ReadonlySet<Expression> {
  const written = writtenAs(run, name);
  return new Set(written ? expressionsOf(written).flatMap(each => [...allOf(each)]) : []);
}

/**
 * The condition of a tag, segment or action, null where there is none of its own. In a group it is the one that is
 * written, before segments of higher priority take their customers.
 */
export function ownCondition(run: Run, declaration: CheckedDeclaration): Typed | null {
  if (!('when' in declaration)) return null;
  if (declaration.kind !== 'segment' || declaration.group === null) return declaration.when;
  const written = writtenAs(run, declaration.name);
  if (written?.kind !== 'segment' || !written.when) return null;
  const { when } = declaration;
  const grouped =
    when.form === 'operation' && when.operands.some(each => each.node.span === written.group?.span);
  return grouped ? when.operands[0]! : when;
}

/** Who meets a condition. */
export function setOf(run: Run, condition: Typed): Bits {
  const set = run.over(condition);
  if (set instanceof Bits) return set;
  throw new Error('a condition holds or does not');
}

/** A condition as the text writes it, on one line. */
export function said(run: Run, { node }: Typed): string {
  return run.checked.parsed.text.slice(...node.span).replace(/\s+/g, ' ');
}
