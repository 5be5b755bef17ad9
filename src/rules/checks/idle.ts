import { Bits } from '../../domain/index.ts';
import type { Run } from '../evaluate.ts';
import type { Typed, TypedOperation } from '../types.ts';
import type { Finding } from './findings.ts';

/**
 * Conditions of a declaration that never decide: without them it holds for the same customers. Later ones are
 * looked at first, and each without those already found, so that all may be left out together.
 */
export function idleConditions(run: Run, name: string, holds: Bits): Finding[] {
  const declaration = run.checked.declarations.find(each => each.name === name);
  if (!declaration || !('when' in declaration) || !declaration.when) return [];
  const { when, span } = declaration;
  const idle = new Set<Typed>();
  const parts = partsOf(when).filter(({ node }) => node.span[0] >= span[0] && node.span[1] <= span[1]);
  for (const part of parts.toReversed()) {
    idle.add(part);
    if (!setOf(run, when, idle)?.equals(holds)) idle.delete(part);
  }
  return [...idle].reverse().map(({ node }) => {
    const condition = run.checked.parsed.text.slice(...node.span).replace(/\s+/g, ' ');
    return { code: 'neverDecides', severity: 'info', args: { name, condition }, span: node.span, row: null };
  });
}

/** The operands of `and` and `or` that the text of the condition itself writes. */
function partsOf(typed: Typed): Typed[] {
  if (!isChain(typed)) return [];
  return typed.operands.flatMap(operand => (isChain(operand) ? partsOf(operand) : [operand]));
}

function isChain(typed: Typed): typed is TypedOperation {
  return typed.form === 'operation' && typed.construct.form === 'chain' && typed.node.kind === 'operation';
}

/** Who would be left if the parts in `without` were not written; null where nothing would be written at all. */
function setOf(run: Run, typed: Typed, without: ReadonlySet<Typed>): Bits | null {
  if (without.has(typed)) return null;
  if (!isChain(typed)) {
    const set = run.over(typed);
    return set instanceof Bits ? set : null;
  }
  const sets = typed.operands.map(operand => setOf(run, operand, without)).filter(set => set !== null);
  const every = typed.construct.id === 'and';
  return sets.length === 0 ? null : sets.reduce((all, each) => (every ? all.and(each) : all.or(each)));
}
