import type { Field, Span } from '../../domain/index.ts';
import type { DateLiteral, DurationLiteral, Expression, NumberLiteral } from '../ast.ts';
import type { Checked, CheckedDeclaration } from '../checked.ts';
import { mirrorOf } from '../compare.ts';
import { constructOf } from '../constructs.ts';
import { foldName } from '../tokens.ts';
import { isNumeric, type Typed, type TypedOperation } from '../types.ts';
import { allOf, expressionsOf } from './nodes.ts';

export type MovableLiteral = NumberLiteral | DurationLiteral | DateLiteral;

/** Where a declaration cuts the values of a measure. */
export interface Threshold {
  readonly relation: '=' | '!=' | '>' | '>=' | '<' | '<=';
  /** The level of a tier that begins here, '' elsewhere. */
  readonly level: string;
  /** Below this a level once held is lost (`keep`). */
  readonly keep: boolean;
  readonly bound: Typed;
  /** Where the text says it. */
  readonly span: Span;
  /** The one number that moves the bound in proportion, null where there is none, or several. */
  readonly literal: MovableLiteral | null;
}

/** A value that a declaration looks at, customer by customer. */
export interface Measure {
  readonly value: Typed;
  /** Where the text says it. */
  readonly span: Span;
  /** The field, where it is one of the catalogue. */
  readonly field: Field | null;
  readonly thresholds: readonly Threshold[];
}

/**
 * What a declaration looks at, in order of the text, with the bounds it is compared to. A metric is its own
 * measure, with the bounds that other declarations give it. [] for an unknown name.
 */
export function measuresOf(checked: Checked, name: string): Measure[] {
  const folded = foldName(name);
  const declaration = checked.declarations.find(each => foldName(each.name) === folded);
  if (!declaration) return [];
  const own = new Set(
    checked.parsed.declarations.flatMap(each => expressionsOf(each)).flatMap(each => [...allOf(each)]),
  );
  const all = checked.declarations.flatMap(each => cutsOf(each, own));
  if (declaration.kind === 'metric') {
    const { value } = declaration;
    const thresholds = all
      .filter(cut => cut.value === value || foldName(nameIn(cut.value)) === folded)
      .map(cut => cut.threshold);
    return [{ value, span: value.node.span, field: fieldIn(value), thresholds: thresholds.filter(isCut) }];
  }
  const measures = new Map<string, { value: Typed; span: Span; thresholds: Threshold[] }>();
  for (const { value, at, threshold } of cutsOf(declaration, own)) {
    const key = checked.parsed.text.slice(...at).replace(/\s+/g, '');
    const measure = measures.get(key) ?? { value, span: at, thresholds: [] };
    measures.set(key, measure);
    if (threshold) measure.thresholds.push(threshold);
  }
  return [...measures.values()].map(each => ({ ...each, field: fieldIn(each.value) }));
}

interface Cut {
  readonly value: Typed;
  /** Where this declaration says the value. */
  readonly at: Span;
  readonly threshold: Threshold | null;
}

function isCut(threshold: Threshold | null): threshold is Threshold {
  return threshold !== null;
}

/** The comparisons of a declaration that its own text holds. */
function cutsOf(declaration: CheckedDeclaration, own: ReadonlySet<Expression>): Cut[] {
  if (declaration.kind === 'tier') {
    const { by } = declaration;
    const bounds = declaration.levels.flatMap(({ name, from, keep }) => [
      ...(from ? [cutAt('>=', from, name, false)] : []),
      ...(keep ? [cutAt('>=', keep, name, true)] : []),
    ]);
    const cuts = bounds.map(threshold => ({ value: by, at: by.node.span, threshold }));
    return cuts.length > 0 ? cuts : [{ value: by, at: by.node.span, threshold: null }];
  }
  if (!('when' in declaration)) return [];
  const found: Cut[] = [];
  const look = (typed: Typed): void => {
    if (typed.form !== 'operation') return;
    if (!own.has(typed.node)) return;
    const [first] = typed.operands;
    if (first && first.kind !== 'flag' && first.form !== 'rows') found.push(...comparisonCuts(typed));
    else typed.operands.forEach(look);
  };
  look(declaration.when);
  return found.filter(cut => cut.value.space === 'customer');
}

function comparisonCuts({ construct, operands, node }: TypedOperation): Cut[] {
  const [left, right, high] = operands as [Typed, Typed | undefined, Typed | undefined];
  const written = node.kind === 'operation' ? node.operands : [];
  const at = (typed: Typed, index: number): Span => written[index]?.span ?? typed.node.span;
  if (construct.id === 'between' && right && high) {
    return [
      { value: left, at: at(left, 0), threshold: cutAt('>=', right, '', false) },
      { value: left, at: at(left, 0), threshold: cutAt('<=', high, '', false) },
    ];
  }
  if (construct.form !== 'infix' || !right || !isNumeric(left.kind) || !isRelation(construct.id)) {
    return left.kind === 'text' || isNumeric(left.kind)
      ? [{ value: left, at: at(left, 0), threshold: null }]
      : [];
  }
  if (isFixed(left) && !isFixed(right)) {
    return [{ value: right, at: at(right, 1), threshold: cutAt(mirrorOf(construct.id), left, '', false) }];
  }
  return [{ value: left, at: at(left, 0), threshold: cutAt(construct.id, right, '', false) }];
}

function cutAt(relation: Threshold['relation'], bound: Typed, level: string, keep: boolean): Threshold {
  const literals = movable(bound.node);
  const literal = literals.length === 1 ? literals[0]! : null;
  return { relation, level, keep, bound, span: bound.node.span, literal };
}

function isRelation(id: string): id is Threshold['relation'] {
  return ['=', '!=', '>', '>=', '<', '<='].includes(id);
}

/** A number that is the same for every customer, as far as its form tells. */
function isFixed(typed: Typed): boolean {
  return typed.form === 'constant' || typed.form === 'duration';
}

/** The numbers of a bound; those inside of a function do not move it in proportion. */
function movable(expression: Expression): MovableLiteral[] {
  if (expression.kind === 'number' || expression.kind === 'duration' || expression.kind === 'date') {
    return [expression];
  }
  if (expression.kind !== 'operation') return [];
  const { id, form } = constructOf(expression.construct);
  return form === 'of' || id === '*' ? expression.operands.flatMap(movable) : [];
}

function fieldIn(typed: Typed): Field | null {
  return typed.form === 'column' ? typed.field : null;
}

function nameIn({ node }: Typed): string {
  return node.kind === 'name' || node.kind === 'reference' ? node.name : '';
}
