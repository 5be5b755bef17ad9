import type { Span } from '../../domain/index.ts';
import type { Checked } from '../checked.ts';
import type { Typed, TypedOperation } from '../types.ts';
import { allOf, expressionsOf } from './nodes.ts';

/** A place of the text that stands for one number of the whole population. */
export interface Statistic {
  readonly span: Span;
  readonly typed: TypedOperation;
}

/** The functions of a text that stand for one number each, such as `mean(basket)`, in order of the text. */
export function statisticsOf(checked: Checked): Statistic[] {
  const own = new Set(
    checked.parsed.declarations.flatMap(each => expressionsOf(each)).flatMap(each => [...allOf(each)]),
  );
  const found = new Map<number, Statistic>();
  const seen = new Set<Typed>();
  const look = (typed: Typed): void => {
    if (seen.has(typed)) return;
    seen.add(typed);
    if (typed.form === 'rows') {
      for (const part of [typed.value, typed.where]) if (part) look(part);
    }
    if (typed.form !== 'operation') return;
    const { construct, node, operands } = typed;
    const overPopulation = construct.form === 'function' && operands[0]?.form !== 'rows';
    if (overPopulation && own.has(node)) found.set(node.span[1], { span: node.span, typed });
    operands.forEach(look);
  };
  for (const declaration of checked.declarations) {
    if ('when' in declaration) look(declaration.when);
    if ('value' in declaration && declaration.value) look(declaration.value);
    if ('by' in declaration) look(declaration.by);
    if ('levels' in declaration) {
      for (const { from, keep } of declaration.levels)
        for (const bound of [from, keep]) if (bound) look(bound);
    }
  }
  return [...found.values()].sort((a, b) => a.span[0] - b.span[0]);
}
