import type { Day, Span, Subject, ValueKind } from '../../domain/index.ts';
import type { CheckedDeclaration } from '../checked.ts';
import type { RowSubject } from '../tokens.ts';

/** `unknown`: a value it needs is not known, which counts as failing. */
export type Verdict = 'holds' | 'fails' | 'unknown';

/**
 * What a line of a proof is: all / any / not of its children; a test of values; a calculation; an aggregate over the
 * customer's rows; a statistic of the base; a field of the record; a literal of the text; the outcome of another
 * declaration (in `proof`); or a metric or derived field by name, defined by its only child.
 */
export type LineForm =
  | 'all'
  | 'any'
  | 'not'
  | 'test'
  | 'calculation'
  | 'aggregate'
  | 'statistic'
  | 'field'
  | 'literal'
  | 'reference'
  | 'definition';

/** One row that an aggregate counted. */
export interface RowUsed {
  /** Among the customer's orders or interactions, in order of day, from 0. */
  readonly index: number;
  readonly day: Day;
  /** The value that the aggregate took, null for counts and texts; dates as Day, money in minor units. */
  readonly value: number | null;
  /** Minor units; null for interactions and where not known. */
  readonly amount: number | null;
}

/** What an aggregate looked at. */
export interface RowsUsed {
  readonly of: RowSubject;
  /** First day that counts, null = from the beginning. */
  readonly from: Day | null;
  readonly to: Day;
  /** How many rows counted, of how many in the window. */
  readonly counted: number;
  readonly among: number;
  /** The last 20 that counted, latest first. */
  readonly rows: readonly RowUsed[];
}

export interface ProofLine {
  readonly form: LineForm;
  /** Where the rules say it; a part of a catalogue field's definition has the span of the field's name. */
  readonly span: Span;
  /** As the rule (or the catalogue's definition) writes it. */
  readonly text: string;
  readonly kind: ValueKind;
  /** Conditions: 1 or 0. null = not known, or a list. */
  readonly value: number | string | null;
  /** Of conditions, null for values. */
  readonly verdict: Verdict | null;
  /** It had a part in the outcome: of a false `and` only what failed, of a true `or` only what holds. */
  readonly decisive: boolean;
  readonly children: readonly ProofLine[];
  /** The catalogue's field that is read or named. */
  readonly field: { readonly of: Subject; readonly id: string } | null;
  /** Of aggregates. */
  readonly rows: RowsUsed | null;
  /** Of statistics: over how many customers; null where it was not computed by this run. */
  readonly over: number | null;
  /** Of references: the other declaration's own proof. One object for all references within a proof. */
  readonly proof: Proof | null;
}

/** A level of a tier and what became of it: not looked at below the one that was reached. */
export interface LevelProof {
  readonly name: string;
  readonly outcome: 'entered' | 'kept' | 'otherwise' | 'missed' | 'below';
  readonly from: ProofLine | null;
  readonly keep: ProofLine | null;
}

/** Why a declaration came out as it did for one customer. Plain data. */
export interface Proof {
  readonly kind: CheckedDeclaration['kind'];
  readonly name: string;
  readonly span: Span;
  /** A metric's value, a tier's level (null = none), else 1 or 0. */
  readonly value: number | string | null;
  /** Of tags, segments and actions: the bit. null for metrics and tiers. */
  readonly holds: boolean | null;
  /** The condition, the metric's value, or what a tier goes by. */
  readonly line: ProofLine;
  /** Of tiers, highest first. */
  readonly levels: readonly LevelProof[];
  /** Of tiers with `keep`: the level held before, null = none. */
  readonly previous: string | null;
  /** A person decided otherwise: this is what the rule alone says. */
  readonly byHand: boolean;
}
