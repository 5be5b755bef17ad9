import type { Duration, Expression, MetricDeclaration, NumberLiteral, TextLiteral } from '../ast.ts';
import type { RowSubject } from '../tokens.ts';

type Located = Pick<TextLiteral, 'id' | 'span'>;

/** Rows that a test invents: `orders 6 of 300 within 90 days, last 5 days ago where channel = "Shop"`. */
export interface InventedRows extends Located {
  readonly kind: 'invented';
  readonly of: RowSubject;
  readonly count: number;
  /** What each is worth, null = not known. */
  readonly each: NumberLiteral | null;
  /** The length of time in which all lie, null = a month between two. */
  readonly over: Duration | null;
  /** How long ago the latest was, null = today. */
  readonly latest: Duration | null;
  readonly where: Expression | null;
}

/** A customer that a test invents: facts such as `industry = "Education"`, and rows. */
export interface Given extends Located {
  readonly kind: 'given';
  readonly facts: readonly (Expression | InventedRows)[];
}

/** `test NAME for "..." expects ...`, `test NAME given {...} expects ...`, `test NAME always ...`. */
export interface TestDeclaration extends Omit<MetricDeclaration, 'kind' | 'value'> {
  readonly kind: 'test';
  /** Whom it is about: one of the base by contact, number or name; an invented one; null = every customer. */
  readonly about: TextLiteral | Given | null;
  /** Conditions that must hold. */
  readonly expects: readonly Expression[];
}
