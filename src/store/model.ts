import type {
  Bits,
  Card,
  Customer,
  Day,
  Frame,
  Interaction,
  LearnedValues,
  NamedSource,
  Order,
  Override,
  OwnField,
  RefusedFile,
  RuleVerdict,
  RuleVersion,
  Secret,
  TierResult,
} from '../domain/index.ts';

/** Customers in one chunk: a multiple of 32, so that sets of rows are cut at whole words. */
export const CHUNK_SIZE = 2_048;

/** The base at a glance. */
export interface BaseState {
  /** Grows by 1 at every change of data. */
  readonly revision: number;
  /** Grows by 1 whenever results or cards were stored. */
  readonly generation: number;
  readonly customers: number;
  readonly orders: number;
  readonly interactions: number;
  /** ISO 4217 code of all money. */
  readonly currency: string;
  /** Latest published rules, 0 = none. */
  readonly version: number;
  /** Day of the stored results, null before the first publication. */
  readonly resultsAsOf: Day | null;
  /** Day on which time alone changes the results next, null before the first publication. */
  readonly nextTurn: Day | null;
  /** Day at which rules are evaluated, null = always today. */
  readonly fixedDay: Day | null;
  /** The rule text being worked on, null = never edited. */
  readonly draft: string | null;
  /** Ids of the fields that should be known of every customer, null = the usual ones. */
  readonly keyFields: readonly string[] | null;
  /** What the user has said that texts in closed lists mean. */
  readonly learned: LearnedValues;
  /** How models are set, by the id of the model, as whoever set them gave it. */
  readonly models: Readonly<Record<string, unknown>>;
  /** Grows by 1 whenever somebody decides against a rule, or takes that back. */
  readonly decisions: number;
  readonly latestOrder: Day | null;
}

/** The whole base as columns, with the customer's id of every row. */
export interface Base {
  readonly revision: number;
  readonly frame: Frame;
  readonly ids: readonly string[];
  /** The workspace's own fields: columns of the frame under their ids. */
  readonly ownFields: readonly OwnField[];
}

/** What lists show of each row; '' where there is none. */
export interface Labels {
  readonly names: readonly string[];
  readonly companies: readonly string[];
  /** The first e-mail address, the first phone number. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** What is needed to recognise a customer in a file and to write the card. */
export interface KnownCustomer {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly title: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** An import as it is remembered. */
export interface StoredImport {
  readonly id: number;
  readonly fileName: string;
  /** Of the bytes, hex: SHA-256, and of long files 'pieces:' and the SHA-256 over those of their pieces. */
  readonly checksum: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly summary: ImportCounts;
  /** The sample workspace, which came from no file. */
  readonly kind?: 'sample';
  /** The currency of the base before; absent in imports of earlier databases, which cannot be taken back. */
  readonly currencyBefore?: string;
  /** Fields of the workspace's own that it brought, by id. */
  readonly ownFields?: readonly string[];
  /** When it was taken back. */
  readonly undoneAt?: number;
  /** When refused rows of it were last mended and added. */
  readonly mendedAt?: number;
  /** Where it came from several files: each of them. */
  readonly files?: readonly { readonly name: string; readonly checksum: string }[];
}

/** What it means to take an import back, or what that did. */
export interface UndoSummary {
  readonly customers: number;
  /** Customers of the import that stay, with name and contacts, because something later hangs on them. */
  readonly staying: number;
  /** Customers whose fields get the values back that they had without the import. */
  readonly restored: number;
  readonly orders: number;
  /** Orders that the import had replaced. */
  readonly returning: number;
  readonly interactions: number;
}

/** What giving a field another kind means: of `known` values `lost` fit no more; the most frequent of those. */
export interface Retyped {
  readonly known: number;
  readonly lost: number;
  readonly examples: readonly (string | number)[];
}

/** Two customers that are to become one. */
export interface MergeRequest {
  readonly keep: string;
  readonly drop: string;
  /**
   * Whose value a field has afterwards, by field id (name, company, title, address, columns). Where it is not said:
   * the kept customer's, where there is one. Contacts, tags, orders and interactions are united.
   */
  readonly fields: Readonly<Record<string, 'keep' | 'drop'>>;
}

/** A merge that stands. */
export interface MergeRecord {
  readonly id: number;
  readonly keep: string;
  readonly drop: string;
  /** The names of both, as they were. */
  readonly keepName: string;
  readonly dropName: string;
  readonly at: number;
}

/** Two customers who may be one. */
export interface LinkedPair {
  readonly one: string;
  readonly other: string;
  /** Probability, 0 to 1. */
  readonly score: number;
}

/** The same with why: `reasons` is the text of whoever searched. */
export interface KeptPair extends LinkedPair {
  readonly reasons: string;
}

/** What is remembered of a search for duplicates. */
export interface KeptSearch {
  /** Milliseconds since 1970: of the last search of the whole base. */
  readonly at: number;
  /** The revision of the base that was searched, or brought up to date. */
  readonly revision: number;
  readonly customers: number;
  /** Pairs that were compared by the last search of the whole base. */
  readonly compared: number;
  /** What the search learned of the base, as the text of whoever searched. */
  readonly weights: string;
  /** What was not compared because too many share it: what, how many, and some of them by id. */
  readonly crowds: readonly {
    readonly kind: string;
    readonly value: string;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
}

export interface ImportCounts {
  readonly rows: number;
  readonly newCustomers: number;
  readonly matchedCustomers: number;
  readonly orders: number;
  readonly replacedOrders: number;
  readonly interactions: number;
  readonly refused: number;
}

/** What is to be true of the base afterwards. */
export interface Change {
  /** New customers, and whole replacements of those whose id is known. */
  readonly customers: readonly Customer[];
  /** Further orders by customer id; one with a number that the customer already has replaces it. */
  readonly orders: ReadonlyMap<string, readonly Order[]>;
  readonly interactions: ReadonlyMap<string, readonly Interaction[]>;
  /** Further fields of the workspace's own, and known ones (by id) as they are from now on. */
  readonly ownFields?: readonly OwnField[];
  readonly currency?: string;
  readonly draft?: string;
  /** Cells as they stood, by customer and field id, where the clean value is written otherwise. */
  readonly raws?: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Where changes to known customers come from: 'hand', 'page'; a record's file name goes before it. */
  readonly source?: string;
  /** Remembered as an import; its counts of what was written are replaced by the true ones. */
  readonly record?: Omit<StoredImport, 'id'>;
  /**
   * In place of `record`: belongs to that import, which was made before and not taken back (else 'importGone'). Its
   * counts grow by what is written.
   */
  readonly into?: number;
  /** When the rows of `into` were mended, milliseconds since 1970. */
  readonly mendedAt?: number;
  /** The rows that the import refused, all that still are. */
  readonly refused?: readonly RefusedFile[];
  /** Sources to be remembered; one with an id replaces what was known of it. */
  readonly sources?: readonly (Omit<NamedSource, 'id'> & { readonly id?: number })[];
  /** Secrets of these sources. */
  readonly secrets?: readonly Secret[];
}

/** What happened to one customer, latest first. */
export interface CustomerFacts {
  readonly orders: Order[];
  readonly interactions: Interaction[];
}

/** What a change did. */
export interface Committed {
  /** The import that it belongs to, 0 = none. */
  readonly step: number;
  readonly newCustomers: number;
  readonly updatedCustomers: number;
  /** All orders of the change, those that replaced an earlier one too. */
  readonly orders: number;
  readonly replacedOrders: number;
  readonly interactions: number;
}

/** An order that a change replaces, as it is and as it would be. */
export interface ReplacedOrder {
  readonly customer: string;
  readonly before: Order;
  readonly after: Order;
}

/** What a change would make of the base. */
export interface Trial {
  readonly committed: Committed;
  readonly base: Base;
  /** The first of the replaced orders. */
  readonly replaced: readonly ReplacedOrder[];
}

/** How a long write can be stopped and watched; `done` of `total` chunks. */
export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What the published rules say of every row. */
export interface PublishedResults {
  readonly size: number;
  readonly tags: readonly { readonly name: string; readonly weight: number; readonly bits: Bits }[];
  /** Code 0 = no level, k = levels[k - 1]. */
  readonly tiers: readonly {
    readonly name: string;
    readonly levels: readonly string[];
    readonly codes: Uint8Array;
  }[];
  readonly segments: readonly { readonly name: string; readonly bits: Bits }[];
  readonly actions: readonly { readonly name: string; readonly bits: Bits }[];
}

/** A customer as the look-up finds it. */
export interface SearchRow {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** The name in pinyin without spaces or tones, '' where it has none. */
  readonly pinyin: string;
  readonly initials: string;
  readonly tier: TierResult | null;
  readonly segment: string;
}

/** How many customers a rule held for; of a tier, how many in each level from the highest. */
export interface RuleCount {
  readonly kind: 'tag' | 'tier' | 'segment' | 'action';
  readonly name: string;
  readonly count: number;
  readonly levels: readonly { readonly name: string; readonly count: number }[];
}

/** What is remembered of an evaluation whose results became the truth: enough to do it again and to compare. */
export interface StoredRun {
  readonly id: number;
  /** Milliseconds since 1970: what was known by then was evaluated. */
  readonly at: number;
  /** Rule version, 0 = no rules yet. */
  readonly version: number;
  readonly asOf: Day;
  readonly currency: string;
  readonly customers: number;
  readonly orders: number;
  /** SHA-256, hex, of what everybody got. */
  readonly digest: string;
  /** Under which the settings of the models are kept that it was made with. */
  readonly settings: string;
  readonly counts: readonly RuleCount[];
  /** Who has a level only because it was held before. */
  readonly kept: readonly {
    readonly tier: string;
    readonly level: string;
    readonly customers: readonly string[];
  }[];
}

/** A run to be remembered, with how the models were set. */
export interface NewRun extends Omit<StoredRun, 'id'> {
  readonly models: Readonly<Record<string, unknown>>;
}

/** The counts of a rule as somebody accepted them. */
export interface AcceptedRule extends RuleCount {
  readonly run: number;
  readonly at: number;
  readonly by: string;
  /** Of so many customers. */
  readonly customers: number;
}

/** Decisions of people that begin and end at once, and what becomes of the customers they are about. */
export interface Decision {
  readonly add: readonly Omit<Override, 'id'>[];
  /** Ids of overrides that end. */
  readonly end: readonly number[];
  readonly at: number;
  /** The next day on which time alone changes a card, as in `Publication`; null before the first. */
  readonly nextTurn: Day | null;
  /** The revision of the base that was evaluated. */
  readonly revision: number;
  readonly cards: readonly Card[];
  readonly searchRows: readonly SearchRow[];
  /** The rows whose results are replaced by those of `results`; null before the first publication. */
  readonly rows: readonly number[];
  readonly results: PublishedResults | null;
}

/** What happened to the base since a moment that cannot be taken out of it again. */
export interface Untraceable {
  /** Imports that were taken back. */
  readonly undone: readonly { readonly fileName: string; readonly at: number }[];
  /** Imports whose refused rows were mended and added. */
  readonly mended: readonly { readonly fileName: string; readonly at: number }[];
  /** People who were erased. */
  readonly erased: number;
}

/** Everything that becomes true at once when rules are published or evaluated again. */
export interface Publication {
  /** null: the rules are the same, only evaluated again. */
  readonly version: RuleVersion | null;
  readonly asOf: Day;
  /** The first later day on which evaluating again would change a card. */
  readonly nextTurn: Day;
  /** The revision of the base that was evaluated. */
  readonly revision: number;
  readonly results: PublishedResults;
  readonly cards: Iterable<Card>;
  /** One for every row of the base, in its order. */
  readonly searchRows: Iterable<SearchRow>;
  /** Absent: the run is not remembered. */
  readonly run?: NewRun;
  /** What the rules themselves came to where people decided, by id of the override. */
  readonly ruled?: ReadonlyMap<number, RuleVerdict>;
}

/** What is remembered of backups, oldest first. */
export interface BackupLog {
  readonly made: readonly BackupEntry[];
  /** When how many people were erased: they are still in every backup made before. */
  readonly erased: readonly { readonly at: number; readonly people: number }[];
}

/** One backup that was made. `at`: milliseconds since 1970. */
export interface BackupEntry {
  readonly at: number;
  readonly bytes: number;
  readonly customers: number;
  readonly encrypted: boolean;
}

/** How a backup is made. */
export interface BackupOptions {
  /** '' = not encrypted. */
  readonly passphrase: string;
  /** Kept beside the tables and given back by `restore`: settings of the interface. */
  readonly extra: string;
  readonly now: number;
}
