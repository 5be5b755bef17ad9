import type { Day, Span } from '../domain/index.ts';
import type { DurationUnit, RowSubject } from './tokens.ts';

interface Located {
  /** Unique within one parse. */
  readonly id: number;
  readonly span: Span;
}

export interface Name extends Located {
  readonly text: string;
}

export interface Duration {
  readonly count: number;
  readonly unit: DurationUnit;
}

/** A literal: percent values are shares (60% = 0.6), money is in major units as written. */
export interface NumberLiteral extends Located {
  readonly kind: 'number';
  readonly value: number;
  readonly unit: 'plain' | 'percent' | 'money';
}
export interface DurationLiteral extends Located {
  readonly kind: 'duration';
  readonly duration: Duration;
}
export interface DateLiteral extends Located {
  readonly kind: 'date';
  readonly day: Day;
}
export interface TextLiteral extends Located {
  readonly kind: 'text';
  readonly value: string;
}
export interface ListLiteral extends Located {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}
export interface NameExpression extends Located {
  readonly kind: 'name';
  readonly name: string;
}
/** `tag NAME`, `segment NAME`, `tier NAME`; `action NAME` in tests. */
export interface Reference extends Located {
  readonly kind: 'reference';
  readonly to: 'tag' | 'segment' | 'tier' | 'metric' | 'action';
  readonly name: string;
}
/** `orders.amount in last 6 months where ...`: what an aggregate runs over. */
export interface RowsExpression extends Located {
  readonly kind: 'rows';
  readonly of: RowSubject;
  readonly field: Name | null;
  readonly window: Duration | null;
  readonly where: Expression | null;
}
/** `frequency in last 6 months`. */
export interface Windowed extends Located {
  readonly kind: 'windowed';
  readonly value: Expression;
  readonly window: Duration;
}
/** An operator or function of constructs.ts over its operands. */
export interface Operation extends Located {
  readonly kind: 'operation';
  readonly construct: string;
  readonly operands: readonly Expression[];
}
/** Where something was expected and a syntax note says so. */
export interface Missing extends Located {
  readonly kind: 'missing';
}

export type Expression =
  | NumberLiteral
  | DurationLiteral
  | DateLiteral
  | TextLiteral
  | ListLiteral
  | NameExpression
  | Reference
  | RowsExpression
  | Windowed
  | Operation
  | Missing;

interface DeclarationBase extends Located {
  readonly name: Name;
  /** A syntax note was given: the declaration is known by name but cannot run. */
  readonly broken: boolean;
  /** Comments before and inside it, without their marks; a broken one keeps the inner ones in its text. */
  readonly comments: readonly string[];
}
export interface MetricDeclaration extends DeclarationBase {
  readonly kind: 'metric';
  readonly value: Expression;
}
export interface TagDeclaration extends DeclarationBase {
  readonly kind: 'tag';
  readonly weight: number | null;
  readonly when: Expression;
}
export interface Level extends Located {
  readonly name: Name;
  /** null = `otherwise`. */
  readonly from: Expression | null;
  readonly keep: Expression | null;
}
export interface TierDeclaration extends DeclarationBase {
  readonly kind: 'tier';
  readonly by: Expression;
  readonly levels: readonly Level[];
}
export interface SegmentDeclaration extends DeclarationBase {
  readonly kind: 'segment';
  readonly when: Expression;
}
export interface ActionDeclaration extends DeclarationBase {
  readonly kind: 'action';
  readonly target: Name | null;
  readonly when: Expression | null;
  readonly priority: number | null;
  readonly within: Duration | null;
  readonly say: TextLiteral | null;
}
export type Declaration =
  | MetricDeclaration
  | TagDeclaration
  | TierDeclaration
  | SegmentDeclaration
  | ActionDeclaration;
