import type { ActionDeclaration, Declaration, Expression, Operation, RowsExpression } from '../ast.ts';
import { constructOf, levels } from '../constructs.ts';
import type { ActionForm, Condition, Form, LevelForm, NumberOperand, Operand } from './form.ts';

/** A declaration of `text` as a form; null where it is broken, for then nobody knows what it says. */
export function toForm(declaration: Declaration, text: string): Form | null {
  if (declaration.broken) return null;
  const reader = new FormReader(text);
  const base = { name: declaration.name.text, origin: declaration };
  switch (declaration.kind) {
    case 'metric':
      return {
        kind: 'metric',
        ...base,
        value: reader.operand(declaration.value),
        source: text.slice(...declaration.value.span),
      };
    case 'tag':
      return { kind: 'tag', ...base, weight: declaration.weight, when: reader.condition(declaration.when) };
    case 'segment': {
      const { group, priority, when } = declaration;
      const condition = when && reader.condition(when);
      return { kind: 'segment', ...base, group: group?.text ?? null, priority, when: condition };
    }
    case 'score': {
      const items = declaration.items.map(({ value, when }) => ({
        value: reader.operand(value),
        when: when && reader.condition(when),
      }));
      return { kind: 'score', ...base, items };
    }
    case 'tier': {
      const rungs = declaration.levels.map(
        ({ name, from, keep }): LevelForm => ({
          name: name.text,
          from: from && reader.operand(from),
          keep: keep && reader.operand(keep),
        }),
      );
      return { kind: 'tier', ...base, by: reader.operand(declaration.by), levels: rungs };
    }
    case 'action':
      return reader.action(declaration);
  }
}

/** Clauses of an action that the form has no place for: absent, they are null, false or an empty list. */
const furtherClauses = [
  'goal',
  'type',
  'channels',
  'role',
  'value',
  'cost',
  'lever',
  'context',
  'active',
  'cooldown',
  'limit',
  'excludes',
  'consent',
  'incentive',
  'success',
] as const satisfies readonly (keyof ActionDeclaration)[];

class FormReader {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  action(origin: ActionDeclaration): ActionForm {
    const { name, target, priority, within, workingDays, say } = origin;
    const condition = (clause: 'when' | 'eligible' | 'applicable' | 'suitable') =>
      origin[clause] && this.condition(origin[clause]);
    return {
      kind: 'action',
      name: name.text,
      origin,
      target: target?.text ?? null,
      priority,
      within,
      workingDays,
      when: condition('when'),
      eligible: condition('eligible'),
      applicable: condition('applicable'),
      suitable: condition('suitable'),
      say: say?.value ?? null,
      more: furtherClauses.some(clause => {
        const value = origin[clause];
        return Array.isArray(value) ? value.length > 0 : Boolean(value);
      }),
    };
  }

  condition(origin: Expression): Condition {
    if (origin.kind === 'operation') {
      const construct = constructOf(origin.construct);
      const [first, ...rest] = origin.operands;
      if (construct.form === 'chain') {
        const items = origin.operands.map(each => this.condition(each));
        return { is: 'group', origin, joins: construct.id as 'and' | 'or', items };
      }
      if (construct.id === 'not') return { is: 'not', origin, item: this.condition(first!) };
      if (construct.level === levels.comparison && hasOnly(origin, ['construct', 'operands'])) {
        const values = rest.map(each => this.operand(each));
        return { is: 'row', origin, subject: this.operand(first!), operator: construct.id, values };
      }
    }
    return { is: 'flag', origin, subject: this.operand(origin) };
  }

  operand(origin: Expression): Operand {
    switch (origin.kind) {
      case 'number':
        return { is: 'number', origin, value: origin.value, unit: origin.unit };
      case 'duration':
        return { is: 'duration', origin, duration: origin.duration };
      case 'date':
        return { is: 'date', origin, day: origin.day };
      case 'text':
        return { is: 'text', origin, value: origin.value };
      case 'list':
        return { is: 'list', origin, items: origin.items.map(each => this.operand(each)) };
      case 'name':
        return { is: 'name', origin, name: origin.name };
      case 'reference':
        return { is: 'reference', origin, to: origin.to, name: origin.name };
      case 'windowed':
        return { is: 'windowed', origin, value: this.operand(origin.value), window: origin.window };
      case 'operation':
        return (hasOnly(origin, ['construct', 'operands']) && this.#operation(origin)) || this.#code(origin);
      default:
        return this.#code(origin);
    }
  }

  #operation(origin: Operation): Operand | null {
    const { construct, operands } = origin;
    const [first, second] = operands;
    if (construct === 'negative' && first?.kind === 'number') {
      return { is: 'number', origin, value: -first.value, unit: first.unit };
    }
    if (construct === 'of' && first?.kind === 'number') {
      return {
        is: 'portion',
        origin,
        share: this.operand(first) as NumberOperand,
        value: this.operand(second!),
      };
    }
    const { form } = constructOf(construct);
    if (form !== 'function' && (form !== 'prefix' || construct === 'negative' || construct === 'not'))
      return null;
    if (first?.kind === 'rows') return operands.length === 1 ? this.#aggregate(origin, first) : null;
    return { is: 'call', origin, construct, operands: operands.map(each => this.operand(each)) };
  }

  #aggregate(origin: Operation, rows: RowsExpression): Operand | null {
    if (!hasOnly(rows, ['of', 'field', 'window', 'where'])) return null;
    const { of, field, window, where } = rows;
    const { construct } = origin;
    return {
      is: 'aggregate',
      origin,
      construct,
      of,
      field: field?.text ?? null,
      window,
      where: where && this.condition(where),
    };
  }

  #code(origin: Expression): Operand {
    return { is: 'code', origin, text: this.#text.slice(...origin.span) };
  }
}

/** Whether a node says no more than the form has places for: the language may know of more. */
function hasOnly(node: Expression, known: readonly string[]): boolean {
  return Object.entries(node).every(([key, value]) => {
    return ['kind', 'id', 'span', ...known].includes(key) || value === null || value === undefined;
  });
}
