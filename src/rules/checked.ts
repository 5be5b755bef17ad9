import type { Dictionary, Field, Note, Span, Subject } from '../domain/index.ts';
import type { Parsed } from './parse.ts';
import type { CheckedTest } from './tests/check.ts';
import type { Typed } from './types.ts';

/** What the checker knows of the base that the rules will run on. */
export interface World {
  /** ISO 4217 code of all money. */
  readonly currency: string;
  /** The values that occur in a text field, null where not known. */
  dictionary(of: Subject, field: string): Dictionary | null;
}

interface CheckedBase {
  readonly name: string;
  readonly span: Span;
}
export interface CheckedMetric extends CheckedBase {
  readonly kind: 'metric';
  readonly value: Typed;
}
export interface CheckedTag extends CheckedBase {
  readonly kind: 'tag';
  readonly weight: number;
  readonly when: Typed;
}
export interface CheckedLevel {
  readonly name: string;
  readonly from: Typed | null;
  readonly keep: Typed | null;
}
export interface CheckedTier extends CheckedBase {
  readonly kind: 'tier';
  readonly by: Typed;
  /** Highest first. */
  readonly levels: readonly CheckedLevel[];
}
export interface CheckedSegment extends CheckedBase {
  readonly kind: 'segment';
  readonly when: Typed;
}
export interface CheckedAction extends CheckedBase {
  readonly kind: 'action';
  readonly target: string | null;
  readonly when: Typed;
  readonly priority: number;
  readonly within: number | null;
  readonly message: string;
  /** What each `{placeholder}` of the message shows: a value, or a field of the customer's record. */
  readonly placeholders: ReadonlyMap<string, Typed | Field>;
}
export type CheckedDeclaration = CheckedMetric | CheckedTag | CheckedTier | CheckedSegment | CheckedAction;

export interface Checked {
  readonly parsed: Parsed;
  readonly world: World;
  /** Those without errors, each after the ones it refers to. */
  readonly declarations: readonly CheckedDeclaration[];
  /** Those without errors, in order of the text. */
  readonly tests: readonly CheckedTest[];
  /** Of parsing and checking, in order of the text. */
  readonly notes: readonly Note[];
}
