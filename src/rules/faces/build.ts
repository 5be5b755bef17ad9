import type { Span } from '../../domain/index.ts';
import type {
  ActionDeclaration,
  Declaration,
  Expression,
  Level,
  Name,
  Operation,
  ScoreDeclaration,
  ScoreItem,
  TierDeclaration,
} from '../ast.ts';
import { constructOf } from '../constructs.ts';
import { parseExpression } from '../parse.ts';
import type { ActionForm, CodeOperand, Condition, Form, Operand, ScoreForm, TierForm } from './form.ts';
import { same } from './same.ts';

/** A form as a tree: what was not changed is the very node that the form was read from. */
export interface Built {
  readonly declaration: Declaration;
  /** Code that was typed into the form, by the node that it says. */
  readonly typed: ReadonlyMap<Expression, string>;
}

const nowhere = { id: -1, span: [0, 0] as Span };

/** Makes the declaration that a form says. Code in it must have been read by `readCode` without a note. */
export function build(form: Form): Built {
  const builder = new Builder();
  return { declaration: builder.declaration(form), typed: builder.typed };
}

/** A value of a form as a tree. */
export function expressionOf(operand: Operand): Expression {
  return new Builder().operand(operand);
}

/** Reads code as it is typed into a form: the expression, or the note that says what is wrong with it. */
export function readCode(text: string): ReturnType<typeof parseExpression> {
  return parseExpression(text);
}

class Builder {
  readonly typed = new Map<Expression, string>();

  declaration(form: Form): Declaration {
    const { origin } = form;
    if (form.kind === 'metric' && origin.kind === 'metric') {
      return { ...origin, value: this.operand(form.value) };
    }
    if (form.kind === 'tag' && origin.kind === 'tag') {
      return { ...origin, weight: form.weight, when: this.condition(form.when) };
    }
    if (form.kind === 'segment' && origin.kind === 'segment') {
      return { ...origin, priority: form.priority, when: form.when && this.condition(form.when) };
    }
    if (form.kind === 'score' && origin.kind === 'score') return this.#score(form, origin);
    if (form.kind === 'tier' && origin.kind === 'tier') return this.#tier(form, origin);
    if (form.kind === 'action' && origin.kind === 'action') return this.#action(form, origin);
    throw new Error(`a ${form.kind} that was a ${origin.kind}`);
  }

  #score(form: ScoreForm, origin: ScoreDeclaration): ScoreDeclaration {
    const items = form.items.map(({ value, when }): ScoreItem => {
      const made = { ...nowhere, value: this.operand(value), when: when && this.condition(when) };
      return origin.items.find(each => same(each, made)) ?? made;
    });
    return { ...origin, items };
  }

  #tier(form: TierForm, origin: TierDeclaration): TierDeclaration {
    const levels = form.levels.map((level): Level => {
      const made: Level = {
        ...nowhere,
        name: nameOf(level.name),
        from: level.from && this.operand(level.from),
        keep: level.keep && this.operand(level.keep),
      };
      return origin.levels.find(each => same(each, made)) ?? made;
    });
    return { ...origin, by: this.operand(form.by), levels };
  }

  #action(form: ActionForm, origin: ActionDeclaration): ActionDeclaration {
    const { priority } = form;
    const within = origin.workingDays ? origin.within : form.within;
    const condition = (clause: 'when' | 'eligible' | 'applicable' | 'suitable') => {
      const value = form[clause];
      return value && this.condition(value);
    };
    return {
      ...origin,
      target: kept(origin.target, form.target === null ? null : nameOf(form.target)),
      priority,
      within,
      when: condition('when'),
      eligible: condition('eligible'),
      applicable: condition('applicable'),
      suitable: condition('suitable'),
      say: kept(origin.say, form.say === null ? null : { kind: 'text', ...nowhere, value: form.say }),
    };
  }

  condition(condition: Condition): Expression {
    return kept(condition.origin, this.#condition(condition));
  }

  operand(operand: Operand): Expression {
    return kept(operand.origin, this.#operand(operand));
  }

  #condition(condition: Condition): Expression {
    switch (condition.is) {
      case 'group': {
        const operands = condition.items.map(each => this.condition(each));
        return operands.length === 1 ? operands[0]! : operation(condition.joins, operands);
      }
      case 'not':
        return operation('not', [this.condition(condition.item)]);
      case 'row': {
        const values = condition.values.map(each => this.operand(each));
        return operation(condition.operator, [this.operand(condition.subject), ...values]);
      }
      case 'flag':
        return this.operand(condition.subject);
    }
  }

  #operand(operand: Operand): Expression {
    switch (operand.is) {
      case 'number': {
        const { value, unit } = operand;
        const literal: Expression = { kind: 'number', ...nowhere, value: Math.abs(value), unit };
        const first = operand.origin?.kind === 'operation' ? operand.origin.operands[0]! : null;
        const written = first && same(first, literal) ? first : literal;
        return value < 0 || Object.is(value, -0) ? operation('negative', [written]) : literal;
      }
      case 'duration':
        return { kind: 'duration', ...nowhere, duration: operand.duration };
      case 'date':
        return { kind: 'date', ...nowhere, day: operand.day };
      case 'text':
        return { kind: 'text', ...nowhere, value: operand.value };
      case 'list':
        return { kind: 'list', ...nowhere, items: operand.items.map(each => this.operand(each)) };
      case 'name':
        return { kind: 'name', ...nowhere, name: operand.name };
      case 'reference':
        return { kind: 'reference', ...nowhere, to: operand.to, name: operand.name };
      case 'windowed':
        return { kind: 'windowed', ...nowhere, value: this.operand(operand.value), window: operand.window };
      case 'aggregate': {
        const { construct, of, field, window, where } = operand;
        const rows: Expression = {
          kind: 'rows',
          ...nowhere,
          of,
          field: field === null ? null : nameOf(field),
          window,
          where: where && this.condition(where),
        };
        const origin = operand.origin?.kind === 'operation' ? operand.origin.operands[0]! : null;
        return operation(construct, [kept(origin, rows)]);
      }
      case 'call':
        return operation(
          constructOf(operand.construct).id,
          operand.operands.map(each => this.operand(each)),
        );
      case 'portion':
        return operation('of', [this.operand(operand.share), this.operand(operand.value)]);
      case 'code':
        return this.#code(operand);
    }
  }

  #code(operand: CodeOperand): Expression {
    const { expression, note } = readCode(operand.text);
    if (note) throw new Error(`code that does not read: ${note.code}`);
    // indented: at the beginning of a line a word may begin the next declaration
    this.typed.set(expression, operand.text.slice(...expression.span).replace(/\n[ \t]*/g, '\n    '));
    return expression;
  }
}

function kept<Node extends Expression | Name | null>(origin: Node | null, made: Node): Node {
  return origin && made && same(origin, made) ? origin : made;
}

function operation(construct: string, operands: readonly Expression[]): Operation {
  return { kind: 'operation', ...nowhere, construct, operands };
}

function nameOf(text: string): Name {
  return { ...nowhere, text };
}
