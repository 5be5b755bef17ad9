import type {
  ActionOutcome,
  Audit,
  AuditItem,
  CustomerView,
  Day,
  FetchRecord,
  Field,
  Hit,
  Interaction,
  JournalContent,
  NamedSource,
  Note,
  Order,
  OwnField,
  OwnKind,
  Refusal,
  RefusedFile,
  RuleVersion,
  Span,
  Subject,
  ValueKind,
} from '../domain/index.ts';
import type { Language, Text } from '../i18n/index.ts';
import type {
  OutFormat,
  OutOptions,
  Recognised,
  SearchProgress,
  Sheet,
  TableChoice,
  TableFormat,
} from '../intake/index.ts';
import type {
  ChurnSettings,
  ClusterFit,
  ClusterSettings,
  LadderSettings,
  LifetimeSettings,
  NextSettings,
  RfmSettings,
  ScoreSettings,
  SuggestionProof,
} from '../models/index.ts';
import type { Change, Outcome, Proof, Turn } from '../rules/index.ts';
import type {
  BackupHead,
  BackupLog,
  BackupOptions,
  MergeRecord,
  MergeRequest,
  StoredRun,
  UndoSummary,
} from '../store/index.ts';
import type { AuditHead, AuditRequest, AuditSize, AuditView } from './audits.ts';
import type { MutationReport, TestPreview } from './checks.ts';
import type { AcceptPlan, DuplicatesPage, DuplicatesRequest, PairView } from './duplicates.ts';
import type { FiguresChoice, FiguresCustomersRequest, FiguresView } from './figures.ts';
import type {
  AddressChange,
  AddressRequest,
  DryRun,
  FetchedTable,
  ImportDone,
  ImportPart,
  ImportSummary,
  Mapping,
  MendedRow,
  MendOutcome,
  RefreshTerms,
} from './importModel.ts';
import type { ChurnCustomersRequest, ChurnView } from './models/churn.ts';
import type { ClusterCustomersRequest, ClustersView } from './models/clusters.ts';
import type { KeptOf, ModelId } from './models/columns.ts';
import type { LadderCustomersRequest, LadderView } from './models/ladder.ts';
import type { LifetimeCustomersRequest, LifetimeView } from './models/lifetime.ts';
import type { ExpectedPurchase, NextCustomersRequest, NextPage, NextView } from './models/next.ts';
import type { RfmCustomersRequest, RfmView } from './models/rfm.ts';
import type { ScoreCustomersRequest, ScoreView } from './models/score.ts';
import type { SuggestedProduct } from './models/suggestions.ts';
import type { Pack, PackHead } from './packs.ts';
import type { MapValueRequest, Quality, QualityCustomersRequest } from './quality.ts';
import type { Exemplars } from './review/exemplars.ts';
import type { MigrantsRequest, MigrationRequest, MigrationView } from './review/migration.ts';
import type { MoveRequest } from './review/moves.ts';
import type { ReviewPart } from './review/parts.ts';
import type { ReviewView } from './review/review.ts';

import type { TimeView, TurnsRequest } from './time.ts';

/** The workspace at a glance: what the status line shows. */
export interface Workspace {
  /** Grows at every change of data. */
  readonly revision: number;
  readonly customers: number;
  readonly orders: number;
  readonly interactions: number;
  /** ISO 4217 code of all money in the base. */
  readonly currency: string;
  /** Latest published version, 0 = none. */
  readonly version: number;
  /** Day for which the published results hold, null before the first publication. */
  readonly resultsAsOf: Day | null;
  /** Day on which time alone changes a card next; null before rules are published, or where none is foreseen. */
  readonly nextTurn: Day | null;
  /** Day at which rules are evaluated: null = always today, else fixed by the user. */
  readonly fixedDay: Day | null;
  /** The rule text being worked on (kept at every edit). */
  readonly draft: string;
  /** Text of the published version, '' before the first. */
  readonly published: string;
  /** Day of the latest order, null without orders. */
  readonly latestOrder: Day | null;
  readonly storageBytes: number;
  /** When the last backup was made (milliseconds since 1970), null = never. */
  readonly backupAt: number | null;
}

/** How far a long job is: `done` of `total` units (bytes, rows, chunks), `total` 0 = not known. */
export interface Progress {
  readonly stage:
    | 'reading'
    | 'matching'
    | 'trying'
    | 'writing'
    | 'evaluating'
    | 'reviewing'
    | 'grouping'
    | 'publishing'
    | 'packing'
    | 'restoring'
    | 'fitting'
    | 'predicting'
    | 'holdingOut'
    | 'learning'
    | SearchProgress['stage'];
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;

/** A file after a first look: enough to confirm the mapping. */
export interface Inspection {
  readonly fileName: string;
  readonly bytes: number;
  readonly format: TableFormat;
  /** '' for a workbook, which needs none. */
  readonly encoding: string;
  /** False where the encoding is a guess, so that another may be chosen. */
  readonly isEncodingSure: boolean;
  /** '' for a workbook and for JSON. */
  readonly delimiter: string;
  /** Sheets of a workbook, lists of a JSON file; empty where there is one table only. */
  readonly sheets: readonly Sheet[];
  /** Name of the one that is read, '' where there are none. */
  readonly sheet: string;
  /** Line (row of a sheet) of the headings, 0 where they are the names in JSON objects. */
  readonly headingLine: number;
  readonly headings: readonly string[];
  /** Up to 50 rows from the beginning. */
  readonly sample: readonly (readonly string[])[];
  readonly guess: Mapping;
  /** The remembered source that the file comes from, with the mapping that follows; null where none fits. */
  readonly recognised: Recognised | null;
  /** The workspace's own fields, to which columns may go as well. */
  readonly ownFields: readonly OwnField[];
  /** Why a column was guessed so: by its heading, by its values, or not at all. Same order as headings. */
  readonly because: readonly ('heading' | 'values' | null)[];
  /** Things worth telling: an encoding that is a guess, a file imported before. Spans are [0, 0]. */
  readonly notes: readonly Note[];
}

/** A customer as a form or an agent enters it: texts as typed, columns by field id as typed. */
export interface CustomerDraft {
  /** Absent for a new customer. */
  readonly id?: string;
  readonly name: string;
  readonly company?: string;
  readonly title?: string;
  readonly address?: string;
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly columns?: Readonly<Record<string, string>>;
  /** Names of manual tags; those that stay keep their author and date. */
  readonly tags?: readonly string[];
  readonly source: string;
}

/** What a draft is answered with: saved under an id, or what is wrong with which field. */
export type SaveResult =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false;
      readonly faults: readonly {
        readonly field: string;
        readonly code: string;
        readonly args: Refusal['args'];
      }[];
    };

export type DeclarationKind = 'metric' | 'tag' | 'tier' | 'segment' | 'action';

/** One declaration of the text with the truth about it: what stands above it in the editor. */
export interface DeclarationPreview {
  readonly kind: DeclarationKind;
  readonly name: string;
  /** Where the declaration begins in the text. */
  readonly start: number;
  /** Customers it holds for (a metric: customers whose value is known). */
  readonly count: number;
  readonly share: number;
  /** Sum of paid orders of those customers, minor units. */
  readonly money: number;
  /** Against the published version; 0 where nothing is published. */
  readonly enters: number;
  readonly leaves: number;
  /** What those who enter and those who leave have paid, minor units. */
  readonly entersMoney: number;
  readonly leavesMoney: number;
  /** A tier's levels from the highest, with customers in each. */
  readonly levels: readonly { readonly name: string; readonly count: number }[];
  /** A metric's mean and median over known values; null for the others. */
  readonly metric: { readonly kind: ValueKind; readonly mean: number; readonly median: number } | null;
}

/** What a rule text says and does, at a day. */
export interface Preview {
  readonly notes: readonly Note[];
  readonly declarations: readonly DeclarationPreview[];
  readonly customers: number;
  readonly asOf: Day;
  /** Milliseconds spent evaluating. */
  readonly took: number;
  /** Customers whose tags, tier, segments or actions differ from the published results. */
  readonly changed: number;
  /** What stands for one number of the whole base, such as `mean(basket)`, with that number. */
  readonly statistics: readonly StatisticValue[];
  /** The tests of the text, each tried on this base. */
  readonly tests: readonly TestPreview[];
}

/** A statistic in the text and what it comes to; null where it is not known. */
export interface StatisticValue {
  readonly span: Span;
  readonly kind: ValueKind;
  readonly value: number | null;
}

/** Which customers of a declaration: all it holds for, or the difference against the published version. */
export interface MembersQuery {
  readonly text: string;
  readonly name: string;
  readonly show: 'matches' | 'enters' | 'leaves';
  readonly search: string;
  /** Name of another declaration that holds for them as well. */
  readonly also?: string;
  /** Absent: those who paid most first. Customers whose value is not known come last either way. */
  readonly sort?: MembersSort;
}

/** The segments of a rule text over the base. */
export interface SegmentCounts {
  /** All there are, and what all of them have paid: minor units. */
  readonly customers: number;
  readonly money: number;
  readonly segments: readonly SegmentCount[];
}

export interface SegmentCount {
  readonly name: string;
  /** Segments of one group exclude each other; null = in none. */
  readonly group: string | null;
  readonly customers: number;
  /** Minor units, all that its customers have paid. */
  readonly money: number;
}

/** Whom no segment of these groups holds. */
export interface UnsortedRequest {
  readonly text: string;
  readonly groups: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

/** A page of them. */
export interface MembersRequest extends MembersQuery {
  readonly offset: number;
  readonly limit: number;
  /** Metrics and fields to tell the value of, by any of their names. */
  readonly columns?: readonly string[];
}

export interface MembersSort {
  /** 'name', 'money', or a metric or field. */
  readonly by: string;
  readonly descending: boolean;
}

export interface NamedValue {
  readonly name: string;
  readonly kind: ValueKind;
  readonly value: number | string | null;
}

export interface Member extends Hit {
  /** What the customer has paid in all, minor units. */
  readonly money: number;
  /** The values of the columns asked for, in that order. */
  readonly columns: readonly NamedValue[];
  /** What decided: the values of the rule's conditions for this customer. */
  readonly values: readonly NamedValue[];
}

export interface MembersPage {
  readonly total: number;
  /** What all of them together have paid, minor units. */
  readonly money: number;
  readonly members: readonly Member[];
}

export interface DistributionRequest {
  readonly text: string;
  /** The declaration whose values are asked for. */
  readonly name: string;
  /** Which of its measures: null = the one nearest to `at`. */
  readonly measure: number | null;
  /** Where the cursor is in the text. */
  readonly at: number;
}

/** Customers whose value lies in [from, to). */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** How many of them the declaration holds for. */
  readonly members: number;
}

/** A bound of the declaration, with the number in the text that moves it. */
export interface ThresholdValue {
  readonly relation: string;
  /** Level of a tier, '' elsewhere. */
  readonly level: string;
  readonly keep: boolean;
  /** As values of the measure are: minor units, shares, days, Day; null where it differs between customers. */
  readonly value: number | null;
  readonly span: Span;
  /** The number to rewrite, null where the bound cannot be moved. One more in the text moves the bound by `step`. */
  readonly literal: {
    readonly span: Span;
    readonly form: 'number' | 'days' | 'date';
    readonly step: number;
  } | null;
}

/** How the values that a declaration looks at are spread over all customers. */
export interface Distribution {
  /** All that the declaration looks at, as the text says it. */
  readonly measures: readonly { readonly label: string; readonly span: Span }[];
  readonly chosen: number;
  readonly kind: ValueKind;
  /** Id of the field where the measure is one, to show its values by. */
  readonly field: string | null;
  readonly known: number;
  readonly unknown: number;
  readonly mean: number | null;
  readonly quantiles: readonly { readonly share: number; readonly value: number }[];
  /** Of numbers. What lies above the last is in `above`. */
  readonly bins: readonly Bin[];
  readonly above: { readonly count: number; readonly members: number };
  /** Of texts: the most frequent values. */
  readonly values: readonly { readonly value: string; readonly count: number; readonly members: number }[];
  readonly thresholds: readonly ThresholdValue[];
}

/** A field or a metric over the whole base, in short. */
export interface Summary {
  readonly kind: ValueKind;
  readonly known: number;
  readonly unknown: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Of numbers: customers in equal steps from the least value to the 99th percentile. */
  readonly bins: readonly number[];
  readonly low: number;
  readonly high: number;
  /** Of texts: the most frequent values. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** How many customers another tag or segment shares with a declaration. */
export interface Overlap {
  readonly kind: DeclarationKind;
  readonly name: string;
  readonly count: number;
  readonly shared: number;
  /** Shared customers of those in either. */
  readonly jaccard: number;
}

/** What one text does against another, on the data of now. */
export interface Comparison {
  readonly customers: number;
  /** Customers for whom anything differs. */
  readonly changed: number;
  /** Declarations whose customers differ, or that only one text has; metrics are not told. */
  readonly declarations: readonly ComparedDeclaration[];
  /** For every tier that both have: how many go from one level to another; null = no level. */
  readonly migrations: readonly {
    readonly tier: string;
    readonly moves: readonly {
      readonly from: string | null;
      readonly to: string | null;
      readonly count: number;
      readonly money: number;
    }[];
  }[];
}

export interface ComparedDeclaration {
  readonly kind: DeclarationKind;
  readonly name: string;
  /** Customers it held for, and holds for; null where the text does not have it. */
  readonly before: number | null;
  readonly after: number | null;
  readonly enters: number;
  readonly leaves: number;
  readonly entersMoney: number;
  readonly leavesMoney: number;
}

export interface CustomersRequest {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

export interface CustomersPage {
  readonly total: number;
  readonly hits: readonly Hit[];
}

/** Which declaration of a text, for which customer (by id). */
export interface WhyRequest {
  /** null = the published rules. */
  readonly text: string | null;
  readonly name: string;
  readonly id: string;
  /** How definitions of the catalogue are spelled, English where absent. */
  readonly language?: Language;
}

/** Why a declaration comes out as it does for one customer, and what would change that. */
export interface WhyView {
  /** The workspace's own fields, to name what changes by. */
  readonly ownFields: readonly OwnField[];
  readonly proof: Proof;
  /** The nearest changes that turn it, each tried; none for a metric. */
  readonly flips: readonly Change[];
  /** When time alone turns it, within 400 days; null where it does not. */
  readonly next: Turn | null;
  /** The day that all of it is seen from. */
  readonly asOf: Day;
}

/** What a published declaration comes to for one customer: a tier's level (null = none), else whether it holds. */
export interface RuleOutcome {
  readonly kind: Exclude<DeclarationKind, 'metric'>;
  readonly name: string;
  readonly outcome: Outcome;
}

/** What the last import did, for the history on the import screen. */
export interface ImportRecord {
  readonly id: number;
  readonly fileName: string;
  /** SHA-256 of the bytes, hex. */
  readonly checksum: string;
  readonly at: number;
  readonly summary: Omit<ImportSummary, 'files' | 'refusals' | 'notes'>;
  /** The sample workspace, which came from no file. */
  readonly kind?: 'sample';
  /** When it was taken back. */
  readonly undoneAt?: number;
  readonly canBeUndone: boolean;
}

/**
 * What the engine does for extension pages. Calls run in one shared worker; a failed call rejects with a Problem
 * (code and args survive the way). `job` names a long call so that `cancel` can stop it: it then rejects with the
 * Problem 'cancelled' and the base is as before.
 */
export interface Engine {
  workspace(): Promise<Workspace>;
  /** A first look at a file, read as `choice` says where it says anything (the same must be given to the import). */
  inspect(file: File, choice?: TableChoice, job?: string): Promise<Inspection>;
  /** What importing these files together would do; nothing of it stays. */
  previewImport(job: string, parts: readonly ImportPart[], onProgress: OnProgress): Promise<DryRun>;
  /** Imports files together, as one import. Rows that are refused are kept with it. */
  runImport(job: string, parts: readonly ImportPart[], onProgress: OnProgress): Promise<ImportDone>;
  /** Reads mended rows of a file: for each null where it is accepted now, else why it is not. */
  tryRows(part: ImportPart, rows: readonly MendedRow[]): Promise<readonly (Refusal | null)[]>;
  /** The rows that an import refused and that are not mended yet, by file. */
  refusedRows(id: number): Promise<readonly RefusedFile[]>;
  /** Imports mended rows as part of the import that refused them. Rejects with 'importGone'. */
  mendRows(
    job: string,
    id: number,
    rows: readonly (MendedRow & { readonly file: number })[],
    onProgress: OnProgress,
  ): Promise<MendOutcome>;
  /** The sources that are remembered, the one used last first. */
  sources(): Promise<readonly NamedSource[]>;
  renameSource(id: number, name: string): Promise<void>;
  removeSource(id: number): Promise<void>;
  /** Fetches a table to be looked at. Rejects with a Problem for whatever keeps it from coming. */
  fetchAddress(job: string, request: AddressRequest): Promise<FetchedTable>;
  /** Changes a remembered address; what is otherwise than before is seen at the next fetch. */
  changeAddress(id: number, change: AddressChange): Promise<void>;
  pauseAddress(id: number, isPaused: boolean): Promise<void>;
  /**
   * Fetches a remembered address again and imports what is new. How it went is kept with the source and answered: a
   * failure keeps the base as it was and does not reject, unless the job was cancelled. Null = the source is gone.
   */
  refreshSource(
    job: string,
    id: number,
    terms: RefreshTerms,
    onProgress: OnProgress,
  ): Promise<FetchRecord | null>;
  imports(): Promise<readonly ImportRecord[]>;
  /** What taking an import back would do. Rejects with 'importGone' where it cannot be taken back. */
  planUndo(id: number): Promise<UndoSummary>;
  /**
   * Takes an import back: exactly the state before it where nothing happened since; else what it alone brought goes
   * and every later value stays. What it did, as planned. Rejects with 'importGone'.
   */
  undoImport(job: string, id: number, onProgress: OnProgress): Promise<UndoSummary>;
  /** SHA-256 of all customers with their facts: equal for bases that hold the same, however they came to it. */
  digest(): Promise<string>;
  loadSample(job: string, seed: number, onProgress: OnProgress): Promise<ImportDone>;
  cancel(job: string): Promise<void>;
  /**
   * Makes one customer of two, for every request; the ids of the merges, in their order. Rejects with 'mergeSame' and
   * 'customerGone'. The kept customer answers to the ids and contacts of both from then on.
   */
  mergeCustomers(
    job: string,
    requests: readonly MergeRequest[],
    onProgress: OnProgress,
  ): Promise<readonly number[]>;
  /**
   * Makes two customers of one again: what belonged to the one that was taken in, and what came later through its id
   * or contacts, goes back to it; every other later change stays. Rejects with 'mergeGone' and 'mergeInside'.
   */
  unmerge(job: string, id: number, onProgress: OnProgress): Promise<void>;
  /** Undoes several merges, the latest first, as one job: all or, after a cancel, none. */
  unmergeAll(job: string, ids: readonly number[], onProgress: OnProgress): Promise<void>;
  /** Searches the whole base for duplicates and keeps the pairs; how many there are. */
  findDuplicates(job: string, onProgress: OnProgress): Promise<number>;
  /** Compares the customers that are new or changed since the last search; nothing to do before the first. */
  refreshDuplicates(job: string, onProgress: OnProgress): Promise<void>;
  /** A page of the pairs that are still to be decided. */
  duplicates(request: DuplicatesRequest): Promise<DuplicatesPage>;
  /** Two customers side by side with the reasons. Rejects with 'customerGone'. */
  duplicatePair(one: string, other: string): Promise<PairView>;
  /** What merging every pair of at least a score would do; nothing is done yet. */
  planDuplicates(leastScore: number): Promise<AcceptPlan>;
  /** The merges that stand, the latest first. */
  merges(): Promise<readonly MergeRecord[]>;
  /** Remembers that two customers are not the same, and forgets it again. */
  declareDistinct(one: string, other: string): Promise<void>;
  forgetDistinct(one: string, other: string): Promise<void>;
  distinctPairs(): Promise<readonly (readonly [string, string])[]>;
  /** Erases customers everywhere, those merged into them too. How many there were. */
  removeCustomers(job: string, ids: readonly string[], onProgress: OnProgress): Promise<number>;
  saveCustomer(draft: CustomerDraft): Promise<SaveResult>;
  customer(id: string): Promise<CustomerView | null>;
  /** Writes down how a proposed action was answered, and returns the entry; it rests from then on. */
  answerAction(id: string, action: string, outcome: ActionOutcome): Promise<number>;
  /** Writes down a note, or with `due` a task (null = without a day). Rejects with 'entryEmpty', 'customerGone'. */
  writeEntry(id: string, entry: { readonly text: string; readonly due?: Day | null }): Promise<number>;
  /** Puts something else in the place of an entry about a customer; null takes it away. */
  changeEntry(id: string, entry: number, content: JournalContent | null): Promise<void>;
  customers(request: CustomersRequest): Promise<CustomersPage>;
  /** The workspace's own fields, with how many of their subject have a value. */
  ownFields(): Promise<readonly FilledField[]>;
  /** Gives a field of the workspace's own (by id) another label; rules may go on using the old one. */
  renameField(id: string, label: string): Promise<void>;
  /** What giving a field of the workspace's own another kind would do. Rejects with 'fieldGone'. */
  planRetype(id: string, kind: OwnKind): Promise<RetypePlan>;
  /** Gives a field another kind: its values are read anew, those that do not fit go. Rejects with 'fieldGone'. */
  retypeField(job: string, id: string, kind: OwnKind, onProgress: OnProgress): Promise<void>;
  /** Takes a field of the workspace's own away, with all its values. */
  removeField(id: string): Promise<void>;
  /** The catalogue and the workspace's own fields, with the values that occur in the base, for completion. */
  catalogue(): Promise<readonly CatalogueField[]>;
  /** Evaluates a draft. A call that is overtaken by a later one rejects with the Problem 'stale'. */
  preview(text: string): Promise<Preview>;
  members(request: MembersRequest): Promise<MembersPage>;
  /** The segments of a text, in its order. */
  segments(text: string): Promise<SegmentCounts>;
  /** The customers whom no segment of some groups holds. */
  unsorted(request: UnsortedRequest): Promise<CustomersPage>;
  /** How what a declaration looks at is spread; null where it looks at nothing, or is not in the text. */
  distribution(request: DistributionRequest): Promise<Distribution | null>;
  /** A field or declared metric, by any of its names, over the whole base; null where the name is neither. */
  summary(text: string, name: string): Promise<Summary | null>;
  /** The other tags and segments of a text that share customers with a declaration, most alike first. */
  overlaps(text: string, name: string): Promise<readonly Overlap[]>;
  /** What the second text does against the first. */
  compare(before: string, after: string): Promise<Comparison>;
  /** The proof of an outcome, what would turn it, and when time will; null where there is no such one. */
  why(request: WhyRequest): Promise<WhyView | null>;
  /** What the published tags, tiers, segments and actions come to for a customer (by id), in order of the text. */
  outcomes(id: string): Promise<readonly RuleOutcome[]>;
  /** What the data say of rules that are sound: never true, crowded thresholds, twins. Notes without errors. */
  findings(text: string): Promise<readonly Note[]>;
  /** Changes one thing of the text at a time: which changes does no test notice? */
  mutationReport(job: string, text: string, onProgress: OnProgress): Promise<MutationReport>;
  /** The content of a file that carries the rules to another workspace. */
  writePack(head: PackHead, text: string): Promise<string>;
  /** Reads such a file. Rejects with 'packNoPack', 'packChanged', 'packNoRules'. */
  readPack(content: string): Promise<Pack>;
  saveDraft(text: string): Promise<void>;
  setDay(fixed: Day | null): Promise<void>;
  /** Publishes the text as the next version. Rejects with 'rulesHaveErrors' where a note is an error. */
  publish(job: string, text: string, note: string, onProgress: OnProgress, by?: string): Promise<RuleVersion>;
  versions(): Promise<readonly RuleVersion[]>;
  /** Evaluates the published rules again at the current day. */
  refresh(job: string, onProgress: OnProgress): Promise<void>;
  /** The state of the data: what lacks, what contradicts, what waits to be mapped. */
  quality(): Promise<Quality>;
  /** The customers behind one of its counts. */
  qualityCustomers(request: QualityCustomersRequest): Promise<CustomersPage>;
  /** Which fields (ids) should be known of everybody; null = the usual ones. */
  setKeyFields(fields: readonly string[] | null): Promise<void>;
  /** Gives every customer with a text in a closed list the value that was meant, and remembers it for later files. */
  mapValue(job: string, request: MapValueRequest, onProgress: OnProgress): Promise<void>;
  /** How customers buy, come back and answer, period by period. */
  figures(choice: FiguresChoice): Promise<FiguresView>;
  /** The customers behind one of its numbers. */
  figuresCustomers(request: FiguresCustomersRequest): Promise<CustomersPage>;
  /** What time alone will change for the published rules in the days to come. */
  timeAhead(job: string, onProgress: OnProgress): Promise<TimeView>;
  /** The customers behind one of its counts. */
  turnsCustomers(request: TurnsRequest): Promise<CustomersPage>;
  /** RFM of the base under `settings`; null = those in force. */
  rfm(settings: RfmSettings | null): Promise<RfmView>;
  /** The customers behind one of its numbers. */
  rfmCustomers(request: RfmCustomersRequest): Promise<CustomersPage>;
  /** What is in force of a model. */
  modelInForce<Id extends ModelId>(id: Id): Promise<KeptOf<Id>>;
  /** The customer value score of the base under `settings`; null = those in force. */
  score(settings: ScoreSettings | null): Promise<ScoreView>;
  /** The customers behind one of its numbers. */
  scoreCustomers(request: ScoreCustomersRequest): Promise<CustomersPage>;
  /** The base on a ladder, with the replay of its past reviews. */
  ladder(job: string, settings: LadderSettings, onProgress: OnProgress): Promise<LadderView>;
  /** The customers behind one of its numbers. */
  ladderCustomers(request: LadderCustomersRequest): Promise<CustomersPage>;
  /** Lifetime value of the base, fitted under `settings`; null = as published, or the usual ones before that. */
  lifetime(job: string, settings: LifetimeSettings | null, onProgress: OnProgress): Promise<LifetimeView>;
  /** The customers behind one of its numbers. */
  lifetimeCustomers(request: LifetimeCustomersRequest): Promise<CustomersPage>;
  /** Churn of the base, learned under `settings`; null = as published, or the usual ones before that. */
  churn(job: string, settings: ChurnSettings | null, onProgress: OnProgress): Promise<ChurnView>;
  /** The customers behind one of its numbers. */
  churnCustomers(request: ChurnCustomersRequest): Promise<CustomersPage>;
  /** The clusters of `fit` over the base, null = those in force; and the metrics of `settings`, null = theirs. */
  clusters(settings: ClusterSettings | null, fit: ClusterFit | null): Promise<ClustersView>;
  /** Looks for clusters in the base; nothing is published yet. */
  findClusters(job: string, settings: ClusterSettings, onProgress: OnProgress): Promise<ClusterFit>;
  /** The customers behind one of the numbers of clusters. */
  clusterCustomers(request: ClusterCustomersRequest): Promise<CustomersPage>;
  /** When customers are expected to buy again under `settings`; null = those in force. */
  nextPurchases(settings: NextSettings | null): Promise<NextView>;
  /** The customers behind one of its numbers, each with the purchase that is expected. */
  nextCustomers(request: NextCustomersRequest): Promise<NextPage>;
  /** When a customer (by id) is expected to buy again; null where there is no such one. */
  nextPurchaseOf(id: string): Promise<ExpectedPurchase | null>;
  /** What customers like one (by id) bought and this one did not. */
  suggestions(id: string): Promise<readonly SuggestedProduct[]>;
  /** How often suggestions bring back a product that was hidden from them. */
  suggestionProof(): Promise<SuggestionProof>;
  /** Puts a model in force and evaluates the published rules again, which may read its columns. */
  publishModel<Id extends ModelId>(
    job: string,
    id: Id,
    kept: KeptOf<Id>,
    onProgress: OnProgress,
  ): Promise<void>;
  /** Moves customers by hand against a published rule. Rejects with 'moveNoReason', 'moveOver', 'moveNoRule'. */
  moveCustomers(request: MoveRequest): Promise<readonly number[]>;
  /** Takes moves by hand back, by their ids. */
  takeMovesBack(ids: readonly number[]): Promise<void>;
  /** The published rules with their counts, alarms and overrides. */
  review(): Promise<ReviewView>;
  /** Remembers the counts of now as right: of one rule, null = of all. */
  acceptRules(part: Pick<ReviewPart, 'kind' | 'name'> | null, by: string): Promise<void>;
  /** The customers of a part of a rule, or those of it whom somebody moved by hand. */
  reviewCustomers(
    part: ReviewPart,
    show: 'members' | 'moved',
    offset: number,
    limit: number,
  ): Promise<CustomersPage>;
  /** Members that are typical of a part of a rule, and those on both sides of its border. */
  exemplars(part: ReviewPart): Promise<Exemplars>;
  /** The runs that are remembered, the latest first, without their lists of customers. */
  runs(): Promise<readonly RunHead[]>;
  /** Who went from where to where between two states of the base. Rejects with 'runGone', 'versionGone'. */
  migration(job: string, request: MigrationRequest, onProgress: OnProgress): Promise<MigrationView>;
  /** The customers behind one of its cells. */
  migrants(request: MigrantsRequest): Promise<CustomersPage>;
  auditSize(strictness: Pick<Audit, 'tolerated' | 'confidence'>): Promise<AuditSize>;
  /** Draws customers for an audit, with their values of now. Rejects with 'auditEmpty', 'auditNoFields'. */
  drawAudit(request: AuditRequest): Promise<AuditView>;
  /** All audits, the latest first. */
  audits(): Promise<readonly AuditHead[]>;
  audit(id: number): Promise<AuditView | null>;
  /** Keeps what an inspector found for the record at `index`. Rejects with 'auditGone'. */
  checkAuditItem(id: number, index: number, entries: AuditItem['entries']): Promise<AuditView>;
  removeAudit(id: number): Promise<void>;
  /** Deletes customers, orders, interactions, results; rules and versions too. */
  erase(): Promise<void>;
  /** What a list can be exported with: the columns of its subject, in the order of the file. */
  exportColumns(list: ExportList, subject: Subject): Promise<readonly ExportColumn[]>;
  /** A list as a file. Rejects with 'sheetFull' where a worksheet has no room for it. */
  exportList(job: string, request: ExportRequest, onProgress: OnProgress): Promise<ExportedList>;
  /** Everything held of one person (by id), as a ZIP with JSON and tables; null where there is no such one. */
  exportPerson(id: string, language: Language): Promise<Blob | null>;
  /** Everything as one file. `passphrase` '' = not locked; `extra` is given back by `restore`. */
  backup(
    job: string,
    request: Pick<BackupOptions, 'passphrase' | 'extra'>,
    onProgress: OnProgress,
  ): Promise<{ readonly file: Blob; readonly head: BackupHead }>;
  /** What a backup says of itself. Rejects with 'backupForeign', 'backupNewer', 'backupDamaged'. */
  readBackup(file: Blob): Promise<BackupHead>;
  /** Replaces everything by a backup and returns its `extra`. Rejects with 'backupPassphrase' too. */
  restore(job: string, file: Blob, passphrase: string, onProgress: OnProgress): Promise<string>;
  /** The backups that were made, and when people were erased, oldest first. */
  backups(): Promise<BackupLog>;
}

/** Whose rows are exported: all customers that a search finds, the customers of a declaration, or some by id. */
export type ExportList =
  | { readonly of: 'customers'; readonly search: string }
  | ({ readonly of: 'members' } & MembersQuery)
  | { readonly of: 'ids'; readonly ids: readonly string[] };

/** A column that a list can be exported with. */
export interface ExportColumn extends Text {
  readonly id: string;
  readonly kind: ValueKind;
  /** Part of the list where nothing else is chosen. */
  readonly usual: boolean;
}

/** A list as a file. `shortened`: texts that were cut, for a cell of a workbook holds 32,767 characters. */
export interface ExportedList {
  readonly file: Blob;
  readonly shortened: number;
}

export interface ExportRequest extends OutOptions {
  readonly list: ExportList;
  /** One row for each customer, or for each of their orders or interactions. */
  readonly subject: Subject;
  /** Ids of ExportColumns; they come in the order of `exportColumns`. */
  readonly columns: readonly string[];
  /** Of headings, and of the values of closed lists. */
  readonly language: Language;
}

/** Of a field's `known` values `lost` do not fit another kind, such as the `examples`, written plainly. */
export interface RetypePlan {
  readonly known: number;
  readonly lost: number;
  readonly examples: readonly string[];
}

/** A field of the workspace's own: `known` of `total` customers (orders, interactions) have a value. */
export interface FilledField {
  readonly field: OwnField;
  readonly known: number;
  readonly total: number;
}

export interface CatalogueField {
  readonly field: Field;
  /** Values that occur, most frequent first, at most 1,000, with the number of customers (or rows). */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

export type { DuplicateReason, Recognised, Sheet, TableChoice, TableFormat } from '../intake/index.ts';
export type {
  Calibration,
  Cell,
  ChurnSettings,
  ClusterFit,
  ClusterSettings,
  Condition,
  Crowding,
  CycleBasis,
  EightCode,
  Expectation,
  FeatureName,
  FitNote,
  LadderFlaws,
  LadderSettings,
  LifetimeSettings,
  MapFlaws,
  MapRow,
  Measured,
  NextSettings,
  PropensityNote,
  ReviewCycle,
  RfmMeasureId,
  RfmSettings,
  ScoreBlock,
  ScoreRange,
  ScoreSettings,
  SegmentSummary,
  SpendNote,
  SuggestionProof,
  Threshold,
} from '../models/index.ts';
export type { AuditHead, AuditRequest, AuditSize, AuditView } from './audits.ts';
export type { MutationReport, Survivor, TestPreview } from './checks.ts';
export type { AcceptPlan, CrowdView, DuplicatesPage, PairHead, PairView } from './duplicates.ts';
export type {
  FiguresChoice,
  FiguresCustomersRequest,
  FiguresGroup,
  FiguresPoint,
  FiguresView,
} from './figures.ts';
export type * from './importModel.ts';
export type { ChurnCustomersRequest, ChurnGroup, ChurnView } from './models/churn.ts';
export type {
  ClusterCustomersRequest,
  ClusterGroup,
  ClusterMetricView,
  ClustersView,
  ClusterView,
} from './models/clusters.ts';
export type {
  LadderCustomersRequest,
  LadderGroup,
  LadderLevelView,
  LadderView,
} from './models/ladder.ts';
export type * from './models/lifetime.ts';
export type {
  ExpectedPurchase,
  NextCustomersRequest,
  NextGroup,
  NextHit,
  NextPage,
  NextView,
} from './models/next.ts';
export type { RfmCustomersRequest, RfmGroup, RfmMeasureView, RfmView } from './models/rfm.ts';
export type { ScoreCustomersRequest, ScoreGroup, ScoreView } from './models/score.ts';
export type { SuggestedProduct } from './models/suggestions.ts';
export type { Pack, PackHead } from './packs.ts';
export type { MapValueRequest, Quality, QualityCustomersRequest } from './quality.ts';
export type { InCommon } from './review/drift.ts';
export type { Exemplar, Exemplars } from './review/exemplars.ts';
export type {
  Dimension,
  MigrantsRequest,
  MigrationClass,
  MigrationRequest,
  MigrationView,
  PointView,
} from './review/migration.ts';
export type { MoveRequest } from './review/moves.ts';
export type { ReviewPart } from './review/parts.ts';
export type { ReplayPoint, ReplayVerdict } from './review/replay.ts';
export type { MovedCustomer, ReviewCount, ReviewRule, ReviewView } from './review/review.ts';
export type { DayOfTurns, TimeView, TurnsRequest } from './time.ts';
/** A run as a list of runs tells of it. */
export type RunHead = Omit<StoredRun, 'kept'>;
export type { BackupHead, BackupLog, Interaction, MergeRecord, MergeRequest, Order, OutFormat, UndoSummary };
