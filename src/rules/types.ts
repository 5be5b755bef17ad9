import type { Field, Subject, ValueKind } from '../domain/index.ts';
import type { Duration, Expression, Window } from './ast.ts';
import type { CheckedDeclaration } from './checked.ts';
import type { Construct } from './constructs.ts';
import type { RowSubject } from './tokens.ts';

interface TypedBase {
  readonly kind: ValueKind;
  /** Whose rows it has a value for. */
  readonly space: Subject;
  /** Where the text says it. */
  readonly node: Expression;
}

/** A number known before the first row: money in minor units, dates as Day, shares as 0..1. */
export interface Constant extends TypedBase {
  readonly form: 'constant';
  readonly value: number;
}
/** A length of time counted back from the day of evaluation: months differ in days. */
export interface DurationValue extends TypedBase {
  readonly form: 'duration';
  readonly duration: Duration;
}
/** Texts to compare with, as they are stored. */
export interface Texts extends TypedBase {
  readonly form: 'texts';
  readonly values: readonly string[];
}
export interface List extends TypedBase {
  readonly form: 'list';
  readonly items: readonly Typed[];
}
export interface FieldColumn extends TypedBase {
  readonly form: 'column';
  readonly field: Field;
}
/** The outcome of a tag, tier or segment declared elsewhere in the text. */
export interface Declared extends TypedBase {
  readonly form: 'declared';
  readonly declaration: CheckedDeclaration;
}
/** What an aggregate runs over; `value` null = the rows themselves. */
export interface Rows extends TypedBase {
  readonly form: 'rows';
  readonly of: RowSubject;
  readonly value: Typed | null;
  readonly window: Window | null;
  readonly where: Typed | null;
}
export interface TypedOperation extends TypedBase {
  readonly form: 'operation';
  readonly construct: Construct;
  readonly operands: readonly Typed[];
}

/** An expression whose names, types, units and literals are settled. A graph: shared parts are one object. */
export type Typed = Constant | DurationValue | Texts | List | FieldColumn | Declared | Rows | TypedOperation;

/** How a kind behaves in arithmetic and comparisons. */
export function isNumeric(kind: ValueKind): boolean {
  return kind !== 'text' && kind !== 'texts' && kind !== 'flag';
}

/** The field whose texts a value has: the column itself, or one that a function hands on. */
export function fieldBehind(typed: Typed): Field | null {
  if (typed.form === 'column') return typed.field;
  if (typed.form === 'rows') return typed.value && fieldBehind(typed.value);
  const handsOn = ['first', 'last', 'mostCommon', 'ofCustomer'];
  const [inner] = typed.form === 'operation' && handsOn.includes(typed.construct.id) ? typed.operands : [];
  return inner ? fieldBehind(inner) : null;
}
