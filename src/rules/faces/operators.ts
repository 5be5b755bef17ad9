import type { Field, Subject, ValueKind } from '../../domain/index.ts';
import type { Expression } from '../ast.ts';
import { type Construct, constructs, levels } from '../constructs.ts';
import { parseExpression } from '../parse.ts';
import { isNumeric, type Typed } from '../types.ts';
import type { Typing } from '../units.ts';
import type { Operand } from './form.ts';

/** What an operator compares with: nothing, one value, a range, several of a list, a length of time. */
export type Shape = 'none' | 'one' | 'two' | 'many' | 'duration';

export interface Operator {
  readonly construct: Construct;
  readonly shape: Shape;
}

const node: Expression = { kind: 'missing', id: -1, span: [0, 0] };
const typing: Typing = {
  node,
  fault: () => null,
  asMoney: number => ({ ...number, kind: 'money' }),
  asStored: (_, literals) => literals,
};

function columnOf(kind: ValueKind, of: Subject): Typed {
  const field: Field = {
    id: '',
    of,
    kind,
    place: 'column',
    en: '',
    zh: '',
    help: { en: '', zh: '' },
  };
  return { form: 'column', kind, space: of, field, node };
}

function literalOf(kind: ValueKind): Typed {
  if (!isNumeric(kind)) return { form: 'texts', kind: 'text', values: [''], space: 'customer', node };
  return { form: 'constant', kind, value: 1, space: 'customer', node };
}

const duration: Typed = {
  form: 'duration',
  kind: 'days',
  duration: { count: 1, unit: 'day' },
  space: 'customer',
  node,
};

/** Whether a construct is written with a list, as its own example shows. */
function takesList({ example }: Construct): boolean {
  const { expression } = parseExpression(example[0]);
  return expression.kind === 'operation' && expression.operands.some(each => each.kind === 'list');
}

function shapeOf(construct: Construct, kind: ValueKind): Shape | null {
  const column = columnOf(kind, 'customer');
  const literal = literalOf(kind);
  const accepts = (...operands: Typed[]) => construct.type([column, ...operands], typing) !== null;
  switch (construct.form) {
    case 'postfix':
      return accepts() ? 'none' : null;
    case 'between':
      return accepts(literal, literal) ? 'two' : null;
    case 'soon':
      return accepts(duration) ? 'duration' : null;
    case 'infix': {
      if (!takesList(construct)) return accepts(literal) ? 'one' : null;
      const list: Typed = isNumeric(kind)
        ? { form: 'list', kind, items: [literal], space: 'customer', node }
        : literal;
      return accepts(list) ? 'many' : null;
    }
    default:
      return null;
  }
}

const byKind = new Map<ValueKind, readonly Operator[]>();

/** What can be said of a value of a kind, found by asking every construct; in the order of the table. */
export function operatorsFor(kind: ValueKind): readonly Operator[] {
  let found = byKind.get(kind);
  if (!found) {
    found = constructs
      .filter(each => each.level === levels.comparison)
      .flatMap(construct => {
        const shape = shapeOf(construct, kind);
        return shape ? [{ construct, shape }] : [];
      });
    byKind.set(kind, found);
  }
  return found;
}

/** A value to begin with, of a kind; `text` is the likeliest of a text field. */
export function firstValue(kind: ValueKind, shape: Shape, text: string, today: number): Operand {
  const made = { origin: null } as const;
  if (shape === 'duration') return { is: 'duration', ...made, duration: { count: 7, unit: 'day' } };
  switch (kind) {
    case 'money':
      return { is: 'number', ...made, value: 1000, unit: 'money' };
    case 'share':
      return { is: 'number', ...made, value: 0.5, unit: 'percent' };
    case 'days':
      return { is: 'duration', ...made, duration: { count: 30, unit: 'day' } };
    case 'date':
      return { is: 'date', ...made, day: today };
    case 'text':
    case 'texts': {
      const literal: Operand = { is: 'text', ...made, value: text };
      return shape === 'many' ? { is: 'list', ...made, items: [literal] } : literal;
    }
    default:
      return { is: 'number', ...made, value: 1, unit: 'plain' };
  }
}

/** Aggregates that can be taken over rows with a field of that kind, null = over the rows themselves. */
export function aggregatesFor(kind: ValueKind | null): readonly Construct[] {
  const value = kind && columnOf(kind, 'order');
  const where: Typed = { ...columnOf('flag', 'order') };
  const rows: Typed = {
    form: 'rows',
    kind: kind ?? 'number',
    space: 'customer',
    of: 'order',
    value,
    window: null,
    where,
    node,
  };
  return constructs.filter(each => each.form === 'function' && each.type([rows], typing) !== null);
}
