import type { FieldValue, ValueKind } from '../domain/index.ts';
import type { Expression } from './ast.ts';
import { isNumeric, type Typed } from './types.ts';

/** What a construct may ask while its operands are typed. Every refusal is one note, and null is handed back. */
export interface Typing {
  readonly node: Expression;
  fault(code: string, args: Readonly<Record<string, string | number>>, at: Expression): null;
  /** The same number as money of the base: 500 means 500 yuan. */
  asMoney(number: Typed): Typed;
  /** Texts as `column` stores them; a value that the base does not have is told as a warning. */
  asStored(column: Typed, literals: Typed): Typed | null;
}

/** The kind of an outcome and the operands as they are computed with. */
export interface Outcome {
  readonly kind: ValueKind;
  readonly operands: readonly Typed[];
}

/** Brings two numbers to one kind, so that they can be compared or added. Null after a fault. */
export function alike(left: Typed, right: Typed, operator: string, typing: Typing): [Typed, Typed] | null {
  if (left.kind === 'date' && right.form === 'texts') return typing.fault('dateInQuotes', {}, right.node);
  if (isNumeric(left.kind) && isNumeric(right.kind)) {
    if (left.kind === right.kind) return [left, right];
    if (left.kind === 'money' && right.kind === 'number') return [left, typing.asMoney(right)];
    if (left.kind === 'number' && right.kind === 'money') return [typing.asMoney(left), right];
    const plain = left.kind === 'number' || right.kind === 'number';
    const other = left.kind === 'number' ? right.kind : left.kind;
    if (plain && (other === 'share' || other === 'days')) return [left, right];
  }
  return typing.fault('incomparable', { operator, left: left.kind, right: right.kind }, typing.node);
}

/** All spellings of a closed list's value. */
export function spellingsOf(value: FieldValue): string[] {
  return [value.id, value.en, value.zh, ...(value.aliases ?? [])];
}

/** The outcome of adding or subtracting. */
export function sumOutcome(operator: '+' | '-', operands: readonly Typed[], typing: Typing): Outcome | null {
  const [left, right] = operands as [Typed, Typed];
  if (!noMonths(operands, typing)) return null;
  if (left.kind === 'date' && right.kind === 'date' && operator === '-') return { kind: 'days', operands };
  if (left.kind === 'date' && right.kind === 'days') return { kind: 'date', operands };
  if (left.kind === 'days' && right.kind === 'date' && operator === '+') return { kind: 'date', operands };
  if (left.kind === 'date' || right.kind === 'date') {
    return typing.fault('notArithmetic', { operator, left: left.kind, right: right.kind }, typing.node);
  }
  const pair = alike(left, right, operator, typing);
  if (!pair) return null;
  const kinds = [pair[0].kind, pair[1].kind];
  const kind = kinds.includes('money') ? 'money' : kinds.includes('days') ? 'days' : pair[0].kind;
  return { kind: kinds[0] === kinds[1] || kind !== 'share' ? kind : 'number', operands: pair };
}

/** The outcome of multiplying: one side is a plain number or a share. */
export function productOutcome(operands: readonly Typed[], typing: Typing): Outcome | null {
  const [left, right] = operands as [Typed, Typed];
  if (!noMonths(operands, typing)) return null;
  const scales = (kind: ValueKind) => kind === 'number' || kind === 'share';
  const usable = (kind: ValueKind) => isNumeric(kind) && kind !== 'date';
  if (usable(left.kind) && usable(right.kind)) {
    if (left.kind === 'share' && scales(right.kind)) return { kind: right.kind, operands };
    if (scales(right.kind)) return { kind: left.kind, operands };
    if (scales(left.kind)) return { kind: right.kind, operands };
  }
  return typing.fault('notArithmetic', { operator: '*', left: left.kind, right: right.kind }, typing.node);
}

/** The outcome of dividing: by a plain number, by a share, or by the same kind. */
export function quotientOutcome(operands: readonly Typed[], typing: Typing): Outcome | null {
  const [left, right] = operands as [Typed, Typed];
  if (!noMonths(operands, typing)) return null;
  if (isNumeric(left.kind) && isNumeric(right.kind) && left.kind !== 'date' && right.kind !== 'date') {
    if (left.kind === right.kind) return { kind: 'number', operands };
    if (right.kind === 'number' || right.kind === 'share') return { kind: left.kind, operands };
  }
  return typing.fault('notArithmetic', { operator: '/', left: left.kind, right: right.kind }, typing.node);
}

/** Months differ in days: they can be compared with, but not calculated with. */
function noMonths(operands: readonly Typed[], typing: Typing): boolean {
  for (const operand of operands) {
    if (operand.form !== 'duration') continue;
    const { unit } = operand.duration;
    if (unit !== 'day' && unit !== 'week') {
      typing.fault('monthsInArithmetic', {}, operand.node);
      return false;
    }
  }
  return true;
}
