import type {
  Audit,
  AuditItem,
  Card,
  Customer,
  Day,
  Hit,
  JournalContent,
  JournalEntry,
  NamedSource,
  Override,
  OwnField,
  Provenance,
  Recode,
  RefusedFile,
  RuleVersion,
  Secret,
} from '../domain/index.ts';
import type { BackupHead } from './backup/index.ts';
import type { ChangeListener } from './changes.ts';
import type {
  AcceptedRule,
  BackupLog,
  BackupOptions,
  Base,
  BaseState,
  Change,
  Committed,
  CustomerFacts,
  Decision,
  KeptPair,
  KeptSearch,
  KnownCustomer,
  Labels,
  LinkedPair,
  MergeRecord,
  MergeRequest,
  NewRun,
  Publication,
  PublishedResults,
  Retyped,
  SearchRow,
  StoredImport,
  StoredRun,
  Trial,
  UndoSummary,
  Untraceable,
  WriteOptions,
} from './model.ts';
import type { Reading } from './reading.ts';
import { IndexedStore } from './store.ts';

export type { BackupHead } from './backup/index.ts';
export type { ChangeListener, ChangeMessage } from './changes.ts';
export * from './model.ts';
export type { Reading } from './reading.ts';

/**
 * The base: everything that is kept. Every write is one transaction: a failure, a cancel (Problem 'cancelled') or
 * a full disk (Problem 'storageFull') leaves the state before. All verbs may reject with 'storageUnavailable'.
 */
export interface Store {
  /** The base at a glance: one small read. */
  state(): Promise<BaseState>;
  /** Changes settings of the base. `draft: null` forgets the draft. */
  setMeta(
    part: Partial<
      Pick<BaseState, 'currency' | 'fixedDay' | 'nextTurn' | 'draft' | 'keyFields' | 'learned' | 'models'>
    >,
  ): Promise<void>;
  /** Everything that rules read, as columns. */
  load(): Promise<Base>;
  /** The workspace's own fields, in the order in which they came. */
  ownFields(): Promise<readonly OwnField[]>;
  labels(): Promise<Labels>;
  customer(id: string): Promise<Customer | null>;
  /** Those customers that are in the base, in the order of the ids. */
  customers(ids: readonly string[]): Promise<Customer[]>;
  /** A customer's orders and interactions, latest first. */
  facts(id: string): Promise<CustomerFacts>;
  /** The same of several customers, by id: one read for all that lie together. */
  factsOf(ids: readonly string[]): Promise<Map<string, CustomerFacts>>;
  /** For many reads of one state of the base, in any order of customers. */
  openReading(): Reading;
  /** The names and contacts of those customers that are in the base, each once: far less to read than `customers`. */
  known(ids: readonly string[]): Promise<KnownCustomer[]>;
  /** When the record of each row was made, milliseconds since 1970. */
  createdAt(): Promise<Float64Array>;
  /** When the record of each row was last changed, milliseconds since 1970. */
  changedAt(): Promise<Float64Array>;
  /** Every customer, in the order of rows: for files with many. */
  allKnown(): Promise<KnownCustomer[]>;
  /**
   * The same as files name them: whoever was merged into another stands under the own id, with the contacts that
   * nobody else has. What is committed under such an id comes to the kept customer.
   */
  knownApart(): Promise<KnownCustomer[]>;
  /** As `customers`; for the id of somebody who was merged into another, the other's record under that id. */
  recordsUnder(ids: readonly string[]): Promise<Customer[]>;
  /** The id under which a customer is found by now: another one after a merge. */
  currentId(id: string): Promise<string>;
  /** Tells that files of so many bytes will be committed soon: room for them is looked for while they are read. */
  expectImport(bytes: number): void;
  /** Writes new and changed customers and what happened to them. */
  commit(change: Change, options?: WriteOptions): Promise<Committed>;
  /**
   * What the base would be after a change, with the first `most` orders that it replaces. The change is written and
   * taken back in one transaction: nobody ever sees it.
   */
  trial(change: Change, most: number, options?: WriteOptions): Promise<Trial>;
  /** Takes a field of the workspace's own away, with every value in it. An unknown id changes nothing. */
  removeField(id: string): Promise<void>;
  /** What giving a field the kind of `to` (the field otherwise unchanged) would do. */
  planRetype(to: OwnField, recode: Recode): Promise<Retyped>;
  /** Gives a field another kind; values that `recode` cannot read go. An unknown id changes nothing. */
  retypeField(to: OwnField, recode: Recode, options?: WriteOptions): Promise<Retyped>;
  /** Makes a rule version with its results and cards the truth. Rejects with 'baseChanged' for another revision. */
  publish(publication: Publication, options?: WriteOptions): Promise<void>;
  /** What people decided against rules, in that order, also what has ended: of customers as they were at a moment. */
  overrides(moment?: number): Promise<Override[]>;
  /** Begins and ends such decisions with the results that follow. Rejects with 'baseChanged' for another revision. */
  decide(decision: Decision): Promise<void>;
  /** What was written down about a customer and whoever was merged into them, the latest first. */
  journalOf(id: string): Promise<JournalEntry[]>;
  /** All that was written down of a kind, by the customers of now. */
  entriesOf(kind: JournalContent['kind']): Promise<JournalEntry[]>;
  /** Writes something down and returns its number. */
  addEntry(entry: Omit<JournalEntry, 'id'>): Promise<number>;
  /** Writes something else in the place of an entry; null takes it away. */
  changeEntry(id: number, content: JournalContent | null): Promise<void>;
  /** The runs that are remembered, the latest first. */
  runs(): Promise<StoredRun[]>;
  /** Remembers a run and returns its number. */
  addRun(run: NewRun): Promise<number>;
  /** How models were set, by the digest that a run names; null where that is not kept. */
  settings(digest: string): Promise<Readonly<Record<string, unknown>> | null>;
  /** What somebody last accepted of each rule. */
  accepted(): Promise<readonly AcceptedRule[]>;
  accept(rules: readonly AcceptedRule[]): Promise<void>;
  /**
   * The base as it was known at a moment: later imports, merges and entries by hand are taken out, and all of that is
   * taken back. With what came since and cannot be taken out.
   */
  baseAt(moment: number, options?: WriteOptions): Promise<{ base: Base; untraceable: Untraceable }>;
  /**
   * Makes one customer of two, for every request. The ids of the merges. Rejects with 'mergeSame', 'customerGone'.
   * Contacts, ids and cards of the one that is no longer there lead to the kept one from then on.
   */
  merge(requests: readonly MergeRequest[], at: number, options?: WriteOptions): Promise<number[]>;
  /**
   * Makes two customers of one again, for all these merges in their order: all of them or none. What belonged to the
   * one that was taken in, and what came later through its id or contacts, goes back to it; every other later change
   * stays with the kept one. Rejects with 'mergeGone', and with 'mergeInside' where the kept one has been merged into
   * a third since.
   */
  unmerge(ids: readonly number[], options?: WriteOptions): Promise<void>;
  /** The merges that stand, the latest first. */
  merges(): Promise<MergeRecord[]>;
  /** Remembers that two customers are not the same, in whichever order they are named. */
  declareDistinct(one: string, other: string, at: number): Promise<void>;
  forgetDistinct(one: string, other: string): Promise<void>;
  distinctPairs(): Promise<[string, string][]>;
  /** The last search for duplicates, null before the first. */
  pairSearch(): Promise<KeptSearch | null>;
  /** The marks of the records that it compared. */
  pairsSeen(): Promise<Float64Array>;
  /**
   * Keeps a search and its pairs, in place of all earlier pairs or of those of the customers of `of`; for these alone
   * rejects with 'baseChanged' where the base has another revision than the search. Nobody erased since is in it.
   */
  keepPairs(
    search: KeptSearch,
    seen: Float64Array<ArrayBuffer>,
    pairs: readonly KeptPair[],
    of: readonly string[] | 'all',
  ): Promise<void>;
  /** The pairs as they were kept, in no order: also of customers who were merged since. */
  pairs(): Promise<LinkedPair[]>;
  /** The pairs of one customer, the surest first. */
  pairsOf(id: string): Promise<LinkedPair[]>;
  /** Why two customers may be one, as it was kept; null where the pair was not. */
  pairReasons(one: string, other: string): Promise<string | null>;
  /**
   * Erases customers everywhere: records, facts, cards, look-up, earlier values, merges, pairs. How many there were.
   * The results of the others stay. The log of backups remembers that it happened, and nothing of whom.
   */
  removeCustomers(ids: readonly string[], at: number): Promise<number>;
  /** SHA-256, hex, of all customers with their facts: equal for bases that hold the same, however they came to it. */
  digest(): Promise<string>;
  /** The published results over all rows; rows that were added since have none. null before the first. */
  results(): Promise<(PublishedResults & { version: number; asOf: Day }) | null>;
  /** Replaces the cards and look-up rows of these customers only. */
  putCards(cards: readonly Card[], rows: readonly SearchRow[]): Promise<void>;
  /** The cards found by contact keys, in their order, each once: one read by primary key for each. */
  cardsFor(keys: readonly string[]): Promise<Card[]>;
  cardOf(id: string): Promise<Card | null>;
  /** The customers that fit a text typed by a person, best first. */
  search(text: string, limit: number): Promise<Hit[]>;
  /** All rule versions, the latest first. */
  versions(): Promise<RuleVersion[]>;
  version(number: number): Promise<RuleVersion | null>;
  /** All imports, the latest first. */
  imports(): Promise<StoredImport[]>;
  /** The rows that an import refused and that nobody mended yet, by file. */
  refused(id: number): Promise<readonly RefusedFile[]>;
  /** The sources that are remembered, the one used last first. */
  sources(): Promise<NamedSource[]>;
  renameSource(id: number, name: string): Promise<void>;
  /** Changes a source and gives it a secret; secrets that no source sends any more are forgotten. */
  changeSource(
    id: number,
    change: Partial<Pick<NamedSource, 'name' | 'address'>>,
    secret?: Secret | null,
  ): Promise<void>;
  removeSource(id: number): Promise<void>;
  /** The secret that is kept under a key, null where there is none. */
  secret(key: string): Promise<Secret | null>;
  /** The last import of that file that was not taken back. */
  importByChecksum(checksum: string): Promise<StoredImport | null>;
  /** Everything that is kept, as one file of one moment; remembered in the log. `done` of `total` records. */
  backup(options: BackupOptions, progress?: WriteOptions): Promise<{ file: Blob; head: BackupHead }>;
  /** What a backup says of itself. Rejects with 'backupForeign', 'backupNewer', 'backupDamaged'. */
  readBackup(file: Blob): Promise<BackupHead>;
  /**
   * Replaces everything by a backup and returns its `extra`; `revision`, `generation` and the log go on. Rejects as
   * `readBackup` does, and with 'backupPassphrase'. `done` of `total` frames.
   */
  restore(file: Blob, passphrase: string, options?: WriteOptions): Promise<string>;
  backups(): Promise<BackupLog>;
  /** All sampling audits, the latest first. */
  audits(): Promise<Audit[]>;
  audit(id: number): Promise<Audit | null>;
  /** Keeps a new audit and gives it a number. */
  addAudit(audit: Omit<Audit, 'id'>): Promise<Audit>;
  /** Replaces what was found for one record. Rejects with 'auditGone' where there is no such audit. */
  writeAuditEntries(id: number, index: number, entries: AuditItem['entries']): Promise<Audit>;
  removeAudit(id: number): Promise<void>;
  /** Where each value of a customer came from, and when; null where there is no such customer. */
  provenance(id: string): Promise<Provenance | null>;
  /** What taking an import back would do. Rejects with 'importGone' where it cannot be taken back. */
  planUndo(id: number, options?: WriteOptions): Promise<UndoSummary>;
  /**
   * Takes an import back: exactly the state before it where nothing happened since; else what it alone brought, while
   * every later value stays. Rejects with 'importGone'. The results of customers that stay are those from before
   * until they are published again.
   */
  undoImport(id: number, at: number, options?: WriteOptions): Promise<UndoSummary>;
  /** Bytes in use, 0 where the browser does not say. */
  usage(): Promise<number>;
  /** Deletes everything but the log of backups. `revision` and `generation` go on counting. */
  erase(): Promise<void>;
  /** Calls back after every commit, publication and erasure, in any context, until the result is called. */
  onChange(listener: ChangeListener): () => void;
  /** Closes the database and stops hearing changes. */
  close(): void;
}

/** Opens the base at first use; an older one is migrated then, all or nothing. */
export function openStore(name = 'tierlens'): Store {
  return new IndexedStore(name);
}
