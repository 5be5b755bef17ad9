import type { Day } from '../../domain/index.ts';
import type { Declaration, Duration, Expression, NumberLiteral, Reference, RowsExpression } from '../ast.ts';
import type { RowSubject } from '../tokens.ts';

/**
 * A rule as a form: plain data that can be shown, changed and written back. Whatever a form has no widget for is a
 * `code` operand, kept to the letter. `origin` is the part of the text that it was read from, null where it was
 * made in the form.
 */
/** The days whose rows count. */
export type FormWindow = NonNullable<RowsExpression['window']>;

interface Part {
  readonly origin: Expression | null;
}

/** Shares as such (60% = 0.6), money in major units; may be negative. */
export interface NumberOperand extends Part {
  readonly is: 'number';
  readonly value: number;
  readonly unit: NumberLiteral['unit'];
}
export interface DurationOperand extends Part {
  readonly is: 'duration';
  readonly duration: Duration;
}
export interface DateOperand extends Part {
  readonly is: 'date';
  readonly day: Day;
}
export interface TextOperand extends Part {
  readonly is: 'text';
  readonly value: string;
}
export interface ListOperand extends Part {
  readonly is: 'list';
  readonly items: readonly Operand[];
}
/** A field, a metric, or another declaration by its bare name. */
export interface NameOperand extends Part {
  readonly is: 'name';
  readonly name: string;
}
export interface ReferenceOperand extends Part {
  readonly is: 'reference';
  readonly to: Reference['to'];
  readonly name: string;
}
/** A value within a window: `frequency in last 6 months`. */
export interface WindowedOperand extends Part {
  readonly is: 'windowed';
  readonly value: Operand;
  readonly window: FormWindow;
}
/** What is made of the orders or interactions of a customer. */
export interface AggregateOperand extends Part {
  readonly is: 'aggregate';
  readonly construct: string;
  readonly of: RowSubject;
  readonly field: string | null;
  readonly window: FormWindow | null;
  readonly where: Condition | null;
}
/** A function of values; without operands it is of the left side of the comparison. */
export interface CallOperand extends Part {
  readonly is: 'call';
  readonly construct: string;
  readonly operands: readonly Operand[];
}
/** `150% of ...`. */
export interface PortionOperand extends Part {
  readonly is: 'portion';
  readonly share: NumberOperand;
  readonly value: Operand;
}
/** Text of the rule language, as it is written. */
export interface CodeOperand extends Part {
  readonly is: 'code';
  readonly text: string;
}
export type Operand =
  | NumberOperand
  | DurationOperand
  | DateOperand
  | TextOperand
  | ListOperand
  | NameOperand
  | ReferenceOperand
  | WindowedOperand
  | AggregateOperand
  | CallOperand
  | PortionOperand
  | CodeOperand;

/** At least two conditions of which all or one must hold. */
export interface Group extends Part {
  readonly is: 'group';
  readonly joins: 'and' | 'or';
  readonly items: readonly Condition[];
}
export interface Negation extends Part {
  readonly is: 'not';
  readonly item: Condition;
}
/** A comparison: `operator` is the construct's id, `values` what it compares with. */
export interface Row extends Part {
  readonly is: 'row';
  readonly subject: Operand;
  readonly operator: string;
  readonly values: readonly Operand[];
}
/** Something that holds or does not: a tag, a segment, a flag. */
export interface Flag extends Part {
  readonly is: 'flag';
  readonly subject: Operand;
}
export type Condition = Group | Negation | Row | Flag;

export interface LevelForm {
  readonly name: string;
  /** null = whoever is left. */
  readonly from: Operand | null;
  readonly keep: Operand | null;
}

interface FormBase {
  readonly name: string;
  /** What the form shows. Clauses that it has no place for stay as they are there. */
  readonly origin: Declaration;
}
export interface MetricForm extends FormBase {
  readonly kind: 'metric';
  readonly value: Operand;
  /** The value as it is written. */
  readonly source: string;
}
export interface TagForm extends FormBase {
  readonly kind: 'tag';
  readonly weight: number | null;
  readonly when: Condition;
}
export interface SegmentForm extends FormBase {
  readonly kind: 'segment';
  /** The group whose segments exclude each other. */
  readonly group: string | null;
  readonly priority: number | null;
  /** null = whoever is in no other segment of the group. */
  readonly when: Condition | null;
}
/** A line of a score: what it counts, and for whom; null = for everybody. */
export interface ScoreLine {
  readonly value: Operand;
  readonly when: Condition | null;
}
export interface ScoreForm extends FormBase {
  readonly kind: 'score';
  readonly items: readonly ScoreLine[];
}
export interface TierForm extends FormBase {
  readonly kind: 'tier';
  readonly by: Operand;
  readonly levels: readonly LevelForm[];
}
export interface ActionForm extends FormBase {
  readonly kind: 'action';
  readonly target: string | null;
  readonly priority: number | null;
  readonly within: Duration | null;
  /** `within` counts working days, which the form does not change. */
  readonly workingDays: boolean;
  readonly when: Condition | null;
  readonly eligible: Condition | null;
  readonly applicable: Condition | null;
  readonly suitable: Condition | null;
  readonly say: string | null;
  /** It has clauses that the form has no place for. */
  readonly more: boolean;
}
export type Form = MetricForm | TagForm | SegmentForm | ScoreForm | TierForm | ActionForm;
