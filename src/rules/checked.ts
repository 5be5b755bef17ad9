import type { Day, Dictionary, Field, Note, Span, Subject } from '../domain/index.ts';
import type { Parsed } from './parse.ts';
import type { CheckedTest } from './tests/check.ts';
import type { Typed } from './types.ts';

/** What the checker knows of the base that the rules will run on. */
export interface World {
  /** ISO 4217 code of all money. */
  readonly currency: string;
  /** The user's own columns: in the frame under their id, named in rules like fields of the catalogue. */
  readonly fields?: readonly Field[];
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
  /** Who is in it: in a group, those for whom no segment of higher priority holds. */
  readonly when: Typed;
  readonly group: string | null;
}
/** A condition or amount that an action states, null where it does not. */
export interface ActionStages {
  readonly eligible: Typed | null;
  readonly applicable: Typed | null;
  readonly suitable: Typed | null;
}
/** What an action says beyond its conditions: texts and numbers as they were written, durations in days. */
export interface ActionDetails {
  /** `goals` and `kinds` of actions.ts by id. */
  readonly goal: string | null;
  readonly kind: string | null;
  /** Ids of contact channels, or as written. */
  readonly channels: readonly string[];
  readonly role: string | null;
  readonly workingDays: boolean;
  readonly lever: {
    readonly factor: number;
    readonly author: string | null;
    readonly until: Day | null;
  } | null;
  readonly context: readonly { readonly key: string; readonly text: string; readonly weight: number }[];
  readonly active: { readonly from: Day; readonly to: Day } | null;
  readonly cooldown: number | null;
  readonly limit: { readonly times: number; readonly per: number } | null;
  /** Names of other actions of the text. */
  readonly excludes: readonly string[];
  readonly consent: boolean;
  /** `incentives` of actions.ts by id. */
  readonly incentive: string | null;
  /** Days after which success is looked for. */
  readonly successWithin: number | null;
}
export interface CheckedAction extends CheckedBase {
  readonly kind: 'action';
  readonly target: string | null;
  /** All its conditions together: the customers it is proposed for. */
  readonly when: Typed;
  /** Whom it is for: `for` and `when`; null where it has neither. */
  readonly targeted: Typed | null;
  readonly stages: ActionStages;
  /** Money, minor units. */
  readonly value: Typed | null;
  readonly cost: Typed | null;
  readonly success: Typed | null;
  readonly details: ActionDetails;
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
