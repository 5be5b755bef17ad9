import type {
  Answer,
  NamedSource,
  Note,
  Order,
  OwnKind,
  Refusal,
  RefusedFile,
  Schedule,
  Subject,
} from '../domain/index.ts';
import type { TableChoice } from '../intake/index.ts';
import type { DeclarationKind } from './api.ts';

/** Where a column of a file goes. */
export interface ColumnTarget {
  readonly of: Subject;
  readonly field: string;
  /** The import makes the field; `field` is then only a word that no other column of the mapping has. */
  readonly create?: { readonly label: string; readonly kind: OwnKind };
}

/** What a file is about, and where each of its columns goes (null = not imported). */
export interface Mapping {
  readonly subject: Subject;
  readonly columns: readonly (ColumnTarget | null)[];
  /** Currency of amounts that carry none. */
  readonly currency: string;
}

/** A row with its cells as somebody mended them. */
export interface MendedRow {
  /** Line on which the row begins in the file. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** One of the files of an import: how it is read, and what was settled by hand. */
export interface ImportPart {
  readonly file: File;
  readonly mapping: Mapping;
  readonly choice?: TableChoice;
  readonly mended?: readonly MendedRow[];
  /** Remembers the file's headings and mapping as a source of this name; `id` where it is known already. */
  readonly remember?: {
    readonly name: string;
    readonly id?: number;
    /** Where it was fetched from and will be again. */
    readonly address?: AddressDraft;
  };
  /** The source that the file was fetched for, by itself, and what its answer is known by. */
  readonly refreshes?: { readonly source: NamedSource; readonly answer: Answer };
}

/** Where a table is to be fetched from. */
export interface AddressRequest {
  readonly url: string;
  /** Name of the header that carries the secret, '' = none. */
  readonly header: string;
  /** What the header says; null = what is kept for the source `id`. */
  readonly value: string | null;
  readonly id?: number;
}

/** An address as it is to be remembered. */
export interface AddressDraft extends AddressRequest {
  readonly schedule: Schedule;
  /** What the answer is known by that the file is. */
  readonly answer: Answer;
}

/** A table that was fetched to be looked at. */
export interface FetchedTable {
  readonly file: File;
  readonly answer: Answer;
}

/** A remembered address as it is from now on. */
export interface AddressChange extends Omit<AddressRequest, 'id'> {
  readonly name: string;
  readonly schedule: Schedule;
}

/** On which terms an address is fetched again. */
export interface RefreshTerms {
  /** Whether the user lets us reach the host. */
  readonly isAllowed: boolean;
  /** By hand, what was taken back is imported again; by itself, it is not. */
  readonly byHand: boolean;
}

/** A refused row; `file` is the place of its file among those of the import. */
export interface FileRefusal extends Refusal {
  readonly file: number;
}

/** What one file of an import brought. */
export interface FileOutcome {
  readonly fileName: string;
  readonly subject: Subject;
  readonly headings: readonly string[];
  /** Which of the columns are imported. */
  readonly imported: readonly boolean[];
  readonly rows: number;
  readonly refused: number;
}

/** What an import would do or has done. */
export interface ImportSummary {
  readonly rows: number;
  readonly newCustomers: number;
  readonly matchedCustomers: number;
  readonly orders: number;
  /** How many of them replaced an earlier one of the same number. */
  readonly replacedOrders: number;
  readonly interactions: number;
  readonly refused: number;
  readonly files: readonly FileOutcome[];
  /** The first 5,000 refusals; these are kept with the import. */
  readonly refusals: readonly FileRefusal[];
  /** Things worth telling, such as contact details that many share. Spans are [0, 0]. */
  readonly notes: readonly Note[];
}

/** An import that was made, by the number under which it is remembered. */
export interface ImportDone extends ImportSummary {
  readonly id: number;
}

/** What became of mended rows: how many are in, and what is still refused, by file. */
export interface MendOutcome {
  readonly accepted: number;
  readonly files: readonly RefusedFile[];
}

/** A customer whom an import is about. `id` null = not in the base yet. */
export interface PlannedCustomer {
  readonly id: string | null;
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
  /** What the import brings of them. */
  readonly orders: number;
  readonly interactions: number;
}

/** A value that an import changes; '' where there was none, and where a list gains the new one. */
export interface PlannedValue {
  /** Id of the catalogue. */
  readonly field: string;
  readonly before: string | number;
  readonly after: string | number;
}

export interface MatchedCustomer extends PlannedCustomer {
  readonly changes: readonly PlannedValue[];
}

/** An order that an import replaces. */
export interface PlannedReplacement {
  readonly customer: string;
  readonly name: string;
  readonly before: Order;
  readonly after: Order;
}

/** New customers who may be somebody whom the base, or the import itself, already has. */
export interface MergeCandidates {
  readonly count: number;
  /** How many of the new customers were looked at; fewer than all where there are very many. */
  readonly looked: number;
  /** The most probable pairs; `score` is the probability, 0 to 1. */
  readonly pairs: readonly {
    readonly one: PlannedCustomer;
    readonly other: PlannedCustomer;
    readonly score: number;
  }[];
}

/** One thing that published rules would say otherwise of a customer; null = no level, or not in it. */
export interface RuleMove {
  readonly kind: Exclude<DeclarationKind, 'metric'>;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What an import would change in the results of the published rules for customers who are in the base. */
export interface RuleEffect {
  /** Customers with another level of any tier. */
  readonly tierChanges: number;
  /** Customers for whom anything changes. */
  readonly changed: number;
  /** For how many each declaration begins and ceases to hold; `newcomers`: customers of the import whom it holds for. */
  readonly declarations: readonly {
    readonly kind: RuleMove['kind'];
    readonly name: string;
    readonly enters: number;
    readonly leaves: number;
    readonly newcomers: number;
  }[];
  readonly customers: readonly {
    readonly id: string;
    readonly name: string;
    readonly company: string;
    readonly moves: readonly RuleMove[];
  }[];
}

/** What an import would do, with the first names and rows behind each number. */
export interface DryRun extends ImportSummary {
  readonly created: readonly PlannedCustomer[];
  readonly matched: readonly MatchedCustomer[];
  readonly replaced: readonly PlannedReplacement[];
  readonly merging: MergeCandidates;
  /** Null before rules were published. */
  readonly effect: RuleEffect | null;
}
