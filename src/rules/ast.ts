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

/** The calendar month (week, quarter, year) that runs, or the whole one before it. */
export interface Period {
  readonly period: 'this' | 'previous';
  readonly unit: DurationUnit;
}
/** From one day to another, both included. */
export interface DateRange {
  readonly from: Day;
  readonly to: Day;
}
/** The days whose orders and interactions count: a length of time until today, a calendar period, or given days. */
export type Window = Duration | Period | DateRange;

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
  readonly to: 'tag' | 'segment' | 'tier' | 'metric' | 'action' | 'score';
  readonly name: string;
}
/** `orders.amount in last 6 months where ...`: what an aggregate runs over. */
export interface RowsExpression extends Located {
  readonly kind: 'rows';
  readonly of: RowSubject;
  readonly field: Name | null;
  readonly window: Window | null;
  readonly where: Expression | null;
}
/** `frequency in last 6 months`. */
export interface Windowed extends Located {
  readonly kind: 'windowed';
  readonly value: Expression;
  readonly window: Window;
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
/** One line of a score: `30 when tag vip`, `复购率 * 40`, or a tag by itself, which counts its own weight. */
export interface ScoreItem extends Located {
  readonly value: Expression;
  readonly when: Expression | null;
}
export interface ScoreDeclaration extends DeclarationBase {
  readonly kind: 'score';
  readonly items: readonly ScoreItem[];
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
  /** The segments of a group exclude each other: a customer is in the one of the highest priority. */
  readonly group: Name | null;
  readonly priority: number | null;
  /** null = `otherwise`: whoever is in no other segment of the group. */
  readonly when: Expression | null;
}
/** `value` raises or lowers the priority where the page or the file says `key = text`. */
export interface ContextWeight extends Located {
  readonly key: Name;
  readonly text: TextLiteral;
  /** 0.1 = 10 % more. */
  readonly weight: number;
}
export interface Lever extends Located {
  readonly factor: number;
  readonly author: TextLiteral | null;
  readonly until: Day | null;
}
export interface Success extends Located {
  readonly within: Duration;
  readonly when: Expression;
}
export interface ActionDeclaration extends DeclarationBase {
  readonly kind: 'action';
  readonly target: Name | null;
  readonly when: Expression | null;
  readonly priority: number | null;
  readonly within: Duration | null;
  /** `within` counts working days. */
  readonly workingDays: boolean;
  readonly goal: Name | null;
  readonly type: Name | null;
  readonly channels: readonly Name[];
  readonly role: TextLiteral | null;
  readonly eligible: Expression | null;
  readonly applicable: Expression | null;
  readonly suitable: Expression | null;
  readonly value: Expression | null;
  readonly cost: Expression | null;
  readonly lever: Lever | null;
  readonly context: readonly ContextWeight[];
  readonly active: DateRange | null;
  readonly cooldown: Duration | null;
  readonly limit: { readonly times: number; readonly per: Duration } | null;
  readonly excludes: readonly Name[];
  readonly consent: boolean;
  readonly incentive: Name | null;
  readonly success: Success | null;
  readonly say: TextLiteral | null;
}
export type Declaration =
  | MetricDeclaration
  | TagDeclaration
  | ScoreDeclaration
  | TierDeclaration
  | SegmentDeclaration
  | ActionDeclaration;
