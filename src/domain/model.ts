import type { Day } from './day.ts';
import type { ValueKind } from './fields.ts';
import type { JournalEntry } from './journal.ts';
import type { DecidableKind, HandMark, Override, RuleVerdict } from './override.ts';
import type { OwnField } from './ownFields.ts';

/** A tag that a person put on a customer. */
export interface ManualTag {
  readonly tag: string;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * A customer as screens and imports know it: texts, and the columns by field id.
 * `columns`: 'column' fields of the catalogue and of the workspace; texts by stored id, dates as Day, money in
 * minor units, flags as 0 or 1, several texts joined (`joinTexts`).
 */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly title: string;
  readonly address: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly columns: Readonly<Record<string, string | number>>;
  readonly tags: readonly ManualTag[];
  /** Where the record came from: 'file.csv', 'hand', 'page', 'sample'. */
  readonly source: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export type OrderStatus = 'paid' | 'refunded' | 'cancelled';

/** One order. `amount` in minor units of `currency`; `minute` of the day or -1; unknown texts are ''. */
export interface Order {
  readonly number: string;
  readonly day: Day;
  readonly minute: number;
  readonly amount: number;
  readonly currency: string;
  readonly product: string;
  readonly category: string;
  /** NaN where unknown. */
  readonly quantity: number;
  readonly channel: string;
  readonly status: OrderStatus;
  /** What the workspace's own fields of orders say, by field id, as in Customer; absent where they say nothing. */
  readonly columns?: Readonly<Record<string, string | number>>;
}

/** One contact: a site visit, a consultation, a survey. `csat` 1-5, `nps` 0-10, NaN where not asked. */
export interface Interaction {
  readonly day: Day;
  readonly minute: number;
  readonly kind: string;
  readonly channel: string;
  readonly topic: string;
  readonly csat: number;
  readonly nps: number;
  /** What the workspace's own fields of interactions say, by field id, as in Customer. */
  readonly columns?: Readonly<Record<string, string | number>>;
}

/** A published set of rules: never changed, only followed by the next. */
export interface RuleVersion {
  readonly number: number;
  readonly text: string;
  /** SHA-256 of the text, hex. */
  readonly checksum: string;
  /** Who published it, as they call themselves. */
  readonly by?: string;
  readonly note: string;
  readonly at: number;
}

/** One value that decided something: `recency 91 days > 90 days`. `value` null = not known. */
export interface Reason {
  /** What was looked at, as the rule writes it. */
  readonly subject: string;
  readonly kind: ValueKind;
  readonly value: number | string | null;
  /** '>', '>=', '=', 'in', 'is', ... as the rule language prints it in English; '' where the value alone decides. */
  readonly relation: string;
  readonly bound: number | string | readonly string[] | null;
}

export interface TagResult {
  readonly name: string;
  readonly weight: number;
  readonly reasons: readonly Reason[];
}

export interface TierResult {
  readonly name: string;
  readonly level: string;
  /** 0 = the highest of `levels`. */
  readonly rank: number;
  readonly levels: number;
}

export interface ActionResult {
  readonly name: string;
  readonly segment: string;
  readonly priority: number;
  /** Days within which to act, or null. */
  readonly within: number | null;
  /** The message with the customer's values filled in; what could not be filled stays in braces. */
  readonly message: string;
  readonly reasons: readonly Reason[];
}

/** An action that would be proposed, were it suitable: what not to do, and why. */
export type AvoidedAction = Pick<ActionResult, 'name' | 'reasons'>;

/** What a page, the popup and the panel's head show of one customer: stored ready-made, found by contact key. */
export interface Card {
  readonly id: string;
  readonly keys: readonly string[];
  readonly name: string;
  readonly company: string;
  readonly joined: Day | null;
  readonly tier: TierResult | null;
  readonly segments: readonly string[];
  readonly tags: readonly string[];
  readonly action: ActionResult | null;
  /** What comes after it, best first; absent where nothing does. */
  readonly further?: readonly ActionResult[];
  /** What not to do, the weightiest first; absent where nothing is. */
  readonly avoided?: readonly AvoidedAction[];
  /** What people decided against the rules; absent where nobody did. */
  readonly byHand?: readonly HandMark[];
  /** Day for which it was computed, and the rule version (0 = no rules yet). */
  readonly asOf: Day;
  readonly version: number;
}

/** A line of the look-up: enough to recognise a customer and to see the value. */
export interface Hit {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
  readonly tier: TierResult | null;
  readonly segment: string;
}

/** One computed number of a customer, for the panel and the customer page. */
export interface MetricResult {
  readonly name: string;
  readonly kind: ValueKind;
  readonly value: number | string | null;
  /** Of predicted money: it lies between these with a probability of 80 %. */
  readonly interval?: { readonly low: number; readonly high: number };
}

/** Where one value of a customer came from. */
export interface Origin {
  /** A file's name, 'hand', 'page', 'sample'. */
  readonly source: string;
  /** The import that brought it, 0 = none. */
  readonly step: number;
  readonly at: number;
  /** The cell as it stood, where the clean value is written otherwise. */
  readonly raw?: string;
}

/** Origins by field id; the entries of lists under `email:...`, `phone:...` and `labels:...`. */
export type Provenance = Readonly<Record<string, Origin>>;

/** Everything known about one customer. */
export interface CustomerView {
  readonly customer: Customer;
  /** The workspace's own fields, to show its columns by. */
  readonly ownFields: readonly OwnField[];
  /** Where each value came from. */
  readonly provenance: Provenance;
  readonly card: Card;
  readonly tags: readonly TagResult[];
  readonly tiers: readonly TierResult[];
  readonly metrics: readonly MetricResult[];
  readonly actions: readonly ActionResult[];
  /** Ids of the key fields that are not known: what to ask. */
  readonly toAsk: readonly string[];
  /** What people decided against the rules and is in force, and against which rules they can. */
  readonly overrides: readonly Override[];
  readonly movable: readonly Movable[];
  /** Who is very probably the same, by the last search for duplicates; the surest first. */
  readonly duplicates: readonly LikelyDuplicate[];
  /** Notes, tasks and answered actions, the latest first. */
  readonly journal: readonly JournalEntry[];
  /** Latest first. */
  readonly orders: readonly Order[];
  readonly interactions: readonly Interaction[];
}

/** A rule that a customer can be moved in by hand, and where the customer stands in it. */
export interface Movable {
  readonly kind: DecidableKind;
  readonly name: string;
  /** A tier's, highest first. */
  readonly levels: readonly string[];
  readonly now: RuleVerdict;
  /** What the rule alone says. */
  readonly ruled: RuleVerdict;
}

/** Another record that is very probably of the same customer. */
export interface LikelyDuplicate {
  readonly id: string;
  readonly name: string;
  /** Probability, 0 to 1. */
  readonly score: number;
}
