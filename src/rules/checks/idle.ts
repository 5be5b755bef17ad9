import type { Bits } from '../../domain/index.ts';
import type { CheckedDeclaration } from '../checked.ts';
import type { Run } from '../evaluate.ts';
import type { Typed, TypedOperation } from '../types.ts';
import type { Finding } from './findings.ts';
import { ownCondition, ownNodes, said, setOf } from './own.ts';

/**
 * Conditions of a declaration that never decide: without them it holds for the same customers. Later ones are
 * looked at first, and each without those already found, so that all may be left out together.
 */
export function idleConditions(run: Run, declaration: CheckedDeclaration): Finding[] {
  const condition = ownCondition(run, declaration);
  if (!condition) return [];
  const nodes = ownNodes(run, declaration.name);
  const holds = setOf(run, condition);
  const idle = new Set<Typed>();
  for (const part of partsOf(condition).toReversed()) {
    if (!nodes.has(part.node)) continue;
    idle.add(part);
    if (!setWithout(run, condition, idle)?.equals(holds)) idle.delete(part);
  }
  return [...idle].reverse().map(part => {
    const args = { name: declaration.name, condition: said(run, part) };
    return { code: 'neverDecides', severity: 'info', args, span: part.node.span, row: null };
  });
}

/** The operands of `and` and `or`, down to what is neither. */
function partsOf(typed: Typed): Typed[] {
  return isChain(typed) ? typed.operands.flatMap(partsOf) : [typed];
}

function isChain(typed: Typed): typed is TypedOperation {
  const named = typed.node.kind === 'name' || typed.node.kind === 'reference';
  return typed.form === 'operation' && typed.construct.form === 'chain' && !named;
}

/** Who would be left if the parts were not written; null where nothing would be written at all. */
function setWithout(run: Run, typed: Typed, parts: ReadonlySet<Typed>): Bits | null {
  if (parts.has(typed)) return null;
  if (!isChain(typed)) return setOf(run, typed);
  const sets = typed.operands.map(operand => setWithout(run, operand, parts)).filter(set => set !== null);
  const every = typed.construct.id === 'and';
  return sets.length === 0 ? null : sets.reduce((all, each) => (every ? all.and(each) : all.or(each)));
}
