import type { Reason } from '../domain/index.ts';
import type { CheckedDeclaration, CheckedTier } from './checked.ts';
import { type Comparison, levelsOf, mirrorOf } from './compare.ts';
import type { Construct } from './constructs.ts';
import { isNumeric, type Typed, type TypedOperation } from './types.ts';

/** Reads a run's columns at a row: the explanation is the log of the one evaluation, not a second one. */
export interface Columns {
  holds(typed: Typed, row: number): boolean;
  valueOf(typed: Typed, row: number): number | string | null;
  value(name: string, row: number): number | string | null;
  /** The level of a tier by the rule alone. */
  ruledLevel(tier: CheckedTier, row: number): string | null;
}

/** What decided a declaration for a row, each as a statement that holds for it. */
export function explain(
  declaration: CheckedDeclaration,
  row: number,
  text: string,
  columns: Columns,
): Reason[] {
  const decided = (typed: Typed): Reason[] => {
    if (typed.form === 'declared' && typed.declaration.kind === 'segment')
      return decided(typed.declaration.when);
    // Conditions that the checker joined stand where the first of them does.
    const joined = typed.form === 'operation' && typed.operands.some(part => part.node === typed.node);
    const named = !joined && (typed.node.kind === 'name' || typed.node.kind === 'reference');
    if (typed.form !== 'operation' || (named && !typed.construct.atom)) return [flagReason(typed)];
    if (named) return [flagReason(typed)];
    if (typed.construct.atom) return atomReasons(typed);
    if (!['and', 'or', 'not'].includes(typed.construct.id)) return [flagReason(typed)];
    const holds = columns.holds(typed, row);
    const all = typed.construct.id !== (holds ? 'or' : 'and');
    return typed.operands.filter(each => all || columns.holds(each, row) === holds).flatMap(decided);
  };

  const subjectOf = (typed: Typed): string => {
    return text.slice(...typed.node.span).replace(/\s+/g, ' ');
  };

  const flagReason = (typed: Typed): Reason => {
    const value = columns.holds(typed, row) ? 1 : 0;
    const subject =
      typed.node.kind === 'reference' || typed.node.kind === 'name' ? typed.node.name : subjectOf(typed);
    return { subject, kind: 'flag', value, relation: value ? 'is' : 'is not', bound: null };
  };

  const statement = (value: Typed, relation: string, bound: Reason['bound']): Reason => {
    const found = columns.valueOf(value, row);
    const base = { subject: subjectOf(value), kind: value.kind, value: found };
    if (found === null && relation !== 'is known') return { ...base, relation: 'is unknown', bound: null };
    return { ...base, relation, bound };
  };

  const boundOf = (typed: Typed): Reason['bound'] => {
    if (typed.form === 'list') return typed.items.map(item => String(columns.valueOf(item, row)));
    return columns.valueOf(typed, row);
  };

  const atomReasons = (typed: TypedOperation): Reason[] => {
    const { construct, operands } = typed;
    const [value, bound, upper] = operands as [Typed, Typed?, Typed?];
    const holds = columns.holds(typed, row);
    if (!bound) return [statement(value, relationOf(construct, holds), null)];
    if (upper) return betweenReasons(value, bound, upper, holds);
    const relation = relationOf(construct, holds);
    if (bound.form === 'texts') {
      const list = !['=', '!=', 'contains'].includes(construct.id) && levelsOf(value) === null;
      return [statement(value, relation, list ? bound.values : bound.values[0]!)];
    }
    const turned = (value.form === 'constant' || value.form === 'duration') && isNumeric(bound.kind);
    if (turned && bound.form !== 'list')
      return [statement(bound, mirrorOf(relation as Comparison), boundOf(value))];
    return [statement(value, relation, boundOf(bound))];
  };

  const betweenReasons = (value: Typed, low: Typed, high: Typed, holds: boolean): Reason[] => {
    const least = boundOf(low);
    const most = boundOf(high);
    if (holds) return [statement(value, '>=', least), statement(value, '<=', most)];
    const below = Number(columns.valueOf(value, row)) < Number(least);
    return [below ? statement(value, '<', least) : statement(value, '>', most)];
  };

  const tierReasons = (tier: CheckedTier): Reason[] => {
    const level = columns.ruledLevel(tier, row);
    const index = tier.levels.findIndex(each => each.name === level);
    const held = tier.levels[index];
    const value = columns.valueOf(tier.by, row);
    if (held?.from) {
      const from = columns.valueOf(held.from, row);
      const entered = value !== null && from !== null && value >= from;
      return [statement(tier.by, '>=', entered || !held.keep ? from : boundOf(held.keep))];
    }
    const lowest = tier.levels.findLast(each => each.from);
    return [statement(tier.by, lowest ? '<' : '', lowest ? boundOf(lowest.from!) : null)];
  };

  switch (declaration.kind) {
    case 'metric': {
      const { name, value } = declaration;
      return [
        { subject: name, kind: value.kind, value: columns.valueOf(value, row), relation: '', bound: null },
      ];
    }
    case 'tier':
      return tierReasons(declaration);
    case 'action': {
      const { suitable } = declaration.stages;
      if (suitable && !columns.holds(suitable, row)) return decided(suitable);
      return actionConditions(declaration.when).flatMap(decided);
    }
    default:
      return decided(declaration.when);
  }
}

/** An action for a tag is explained by what the tag looks at, like one for a segment. */
function actionConditions(when: Typed): readonly Typed[] {
  const parts = when.form === 'operation' && when.construct.id === 'and' ? when.operands : [when];
  return parts.map(part => {
    return part.form === 'declared' && part.declaration.kind === 'tag' ? part.declaration.when : part;
  });
}

function relationOf(construct: Construct, holds: boolean): string {
  return holds ? (construct.relation ?? construct.en[0]!) : construct.negation!;
}
