import type { ValueKind } from '../../domain/index.ts';
import type { Text } from '../../i18n/index.ts';
import type { RowSubject } from '../tokens.ts';
import type { Outcome } from './later.ts';

/** Orders or interactions to come, all alike, on the day on which they are looked at. */
export interface RowsEdit {
  readonly kind: 'rows';
  readonly of: RowSubject;
  readonly count: number;
  /** Their columns by field id; what is not named is not known. Amounts in minor units. */
  readonly columns: Readonly<Record<string, number | string>>;
  /** The column whose value makes the difference (`amount`), null where the number of rows does. */
  readonly vary: string | null;
  /** The values add up: the rows are short of so much. */
  readonly adds: boolean;
  /** The columns that the rule asks to be so. */
  readonly asked: readonly string[];
}
/** A field of the customer's record with another value. */
export interface FieldEdit {
  readonly kind: 'field';
  readonly field: string;
  readonly label: Text;
  readonly valueKind: ValueKind;
  /** Several texts for a list of texts: all that it then has. null = not known. */
  readonly value: number | string | readonly string[] | null;
  /** How the new value (of a list: the one added or taken away) is shown; null for numbers and unknown. */
  readonly shown: Text | null;
  readonly removes: boolean;
}
/** Nothing happens for so many days. */
export interface WaitEdit {
  readonly kind: 'wait';
  readonly days: number;
}
export type Edit = RowsEdit | FieldEdit | WaitEdit;

/** What would turn an outcome, one after the other. It was tried: with it, the outcome is `verdict`. */
export interface Change {
  readonly edits: readonly Edit[];
  readonly verdict: Outcome;
  /** How far away it is, to sort by: about 1 for an order. */
  readonly cost: number;
}
