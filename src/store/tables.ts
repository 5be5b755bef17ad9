import type { Table } from 'dexie';
import type {
  Audit,
  Customer,
  Day,
  JournalEntry,
  LearnedValues,
  NamedSource,
  Override,
  OwnField,
  RefusedFile,
  RuleVersion,
  Secret,
  Subject,
} from '../domain/index.ts';
import type { StoredBackupLog } from './backup/index.ts';
import type { StoredColumns } from './columns.ts';
import type { StoredFacts } from './facts.ts';
import type {
  AcceptedRule,
  KeptPair,
  KeptSearch,
  MergeRecord,
  MergeRequest,
  StoredImport,
  StoredRun,
} from './model.ts';
import type { Numbers, PackedLists, PackedTexts } from './packed.ts';
import type { StoredResults, StoredResultsChunk } from './results.ts';
import type { SearchRecord } from './search.ts';
import type { History, Traced } from './steps/history.ts';

/** A customer as versions 1 to 5 kept it: row `slot` of chunk `chunk`. The columns are in the chunk (of 1: here). */
export interface EarlierCustomer extends Omit<Customer, 'columns'> {
  readonly chunk: number;
  readonly slot: number;
  readonly contacts: readonly string[];
  /** Absent in rows that were never taken back. */
  readonly history?: History;
}

/** The columns, orders and interactions of up to CHUNK_SIZE customers. */
export interface ChunkRecord {
  readonly chunk: number;
  readonly size: number;
  readonly columns: StoredColumns;
  readonly orders: StoredFacts;
  readonly interactions: StoredFacts;
}

/** What lists show and files are matched by, of a chunk's customers by slot. */
export interface LabelRecord {
  readonly chunk: number;
  readonly names: PackedTexts;
  readonly companies: PackedTexts;
  readonly titles: PackedTexts;
  readonly emails: PackedLists;
  readonly phones: PackedLists;
  /** When each record was last changed, milliseconds since 1970. */
  readonly changed: Float64Array<ArrayBuffer>;
}

/** What else is known of a chunk's customers besides their columns, by slot. */
export interface DetailRecord {
  readonly chunk: number;
  readonly addresses: PackedTexts;
  /** The tags put by hand as JSON, '' = none. */
  readonly tags: PackedTexts;
  /** Where records came from: sources[sourceOf[slot]]. */
  readonly sources: readonly string[];
  readonly sourceOf: Numbers;
  /** Milliseconds since 1970. */
  readonly created: Numbers;
  /** The import that made each record, 0 = none; absent where none made any. */
  readonly made?: Numbers;
}

/** The histories of a run of rows, null = nothing but who made the record. See histories.ts. */
export interface HistoryRecord {
  readonly run: number;
  readonly histories: readonly (Omit<History, 'made'> | null)[];
}

/** Where the customers of one bucket are: ids[i] in row rows[i]. See places.ts. */
export interface PlaceRecord {
  readonly bucket: number;
  readonly ids: PackedTexts;
  readonly rows: Numbers;
}

/** Values of the coded columns by field id, in the order of their codes. */
export interface DictionaryRecord {
  readonly of: Subject;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** What is known of a chunk without reading it. */
export interface ChunkSummary {
  readonly size: number;
  readonly orders: number;
  readonly interactions: number;
  readonly latestOrder: Day | null;
  /** The imports that have something in it (or had: never too few); absent in earlier databases. */
  readonly steps?: readonly number[];
}

/** Two customers that became one, with everything that belonged to the one that is no longer there. */
export interface MergeRow extends MergeRecord {
  readonly fields: MergeRequest['fields'];
  /** The customer that was taken in, as it was. */
  readonly dropped: Traced;
  /** Its contacts that the kept customer did not have. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** Two customers of whom somebody said that they are not the same: their ids in order, joined by a tab. */
export interface DistinctRow {
  readonly pair: string;
  readonly at: number;
}

/** The rows that an import refused, by file; mended ones go out of it. */
export interface RefusedRow {
  readonly import: number;
  readonly files: readonly RefusedFile[];
}

/** Two customers who may be one, under the same key as a `DistinctRow`. */
export interface PairRow extends Pick<KeptPair, 'score' | 'reasons'> {
  readonly pair: string;
  readonly ids: readonly string[];
}

/** The last search for duplicates. */
export interface PairSearchRecord extends KeptSearch {
  readonly key: 'pairs';
}

/** A mark of every record that was compared; whoever has none is new or changed. */
export interface PairsSeenRecord {
  readonly key: 'pairsSeen';
  readonly marks: Float64Array<ArrayBuffer>;
}

export interface BaseRecord {
  readonly key: 'base';
  readonly revision: number;
  readonly generation: number;
  readonly currency: string;
  readonly version: number;
  readonly resultsAsOf: Day | null;
  readonly nextTurn: Day | null;
  readonly fixedDay: Day | null;
  readonly draft: string | null;
  readonly keyFields: readonly string[] | null;
  readonly learned: LearnedValues;
  readonly models: Readonly<Record<string, unknown>>;
  readonly decisions: number;
  readonly chunks: readonly ChunkSummary[];
}

/** The workspace's own fields, in the order in which they came. */
export interface FieldsRecord {
  readonly key: 'fields';
  readonly fields: readonly OwnField[];
}

/** Which counts of which rules somebody last accepted. */
export interface AcceptedRecord {
  readonly key: 'accepted';
  readonly rules: readonly AcceptedRule[];
}

/** A run with its lists of customers packed. */
export interface RunRow extends Omit<StoredRun, 'kept'> {
  readonly kept: readonly {
    readonly tier: string;
    readonly level: string;
    readonly customers: PackedTexts;
  }[];
}

/** How models were set, under the digest of it. */
export interface SettingsRow {
  readonly digest: string;
  readonly models: Readonly<Record<string, unknown>>;
}

/** The cards filed in one bucket: cards[i] (JSON) under keys[i]. See cards.ts. */
export interface BucketRecord {
  readonly bucket: number;
  readonly keys: readonly string[];
  readonly cards: readonly string[];
}

/** Every table of the base. */
export interface Tables {
  readonly meta: Table<
    | BaseRecord
    | StoredResults
    | FieldsRecord
    | StoredBackupLog
    | PairSearchRecord
    | PairsSeenRecord
    | AcceptedRecord,
    string
  >;
  readonly dictionaries: Table<DictionaryRecord, Subject>;
  /** Empty: what older backups hold is put here, and read from here, when they are restored. */
  readonly customers: Table<EarlierCustomer, string>;
  readonly chunks: Table<ChunkRecord, number>;
  readonly ids: Table<{ chunk: number; ids: PackedTexts }, number>;
  readonly labels: Table<LabelRecord, number>;
  readonly details: Table<DetailRecord, number>;
  readonly histories: Table<HistoryRecord, number>;
  readonly places: Table<PlaceRecord, number>;
  readonly numbers: Table<{ chunk: number; numbers: PackedTexts }, number>;
  readonly results: Table<StoredResultsChunk, number>;
  readonly cards: Table<BucketRecord, number>;
  readonly search: Table<SearchRecord, number>;
  readonly versions: Table<RuleVersion, number>;
  readonly imports: Table<StoredImport, number, Omit<StoredImport, 'id'>>;
  readonly merges: Table<MergeRow, number, Omit<MergeRow, 'id'>>;
  readonly distinct: Table<DistinctRow, string>;
  readonly pairs: Table<PairRow, string>;
  readonly audits: Table<Audit, number, Omit<Audit, 'id'>>;
  readonly sources: Table<NamedSource, number, Omit<NamedSource, 'id'>>;
  readonly refused: Table<RefusedRow, number>;
  readonly secrets: Table<Secret, string>;
  readonly overrides: Table<Override, number, Omit<Override, 'id'>>;
  readonly runs: Table<RunRow, number, Omit<RunRow, 'id'>>;
  readonly settings: Table<SettingsRow, string>;
  readonly journal: Table<JournalEntry, number, Omit<JournalEntry, 'id'>>;
}

/** Primary key and indexes of every table. */
export const schema = {
  meta: 'key',
  dictionaries: 'of',
  customers: 'id',
  chunks: 'chunk',
  ids: 'chunk',
  labels: 'chunk',
  details: 'chunk',
  histories: 'run',
  places: 'bucket',
  numbers: 'chunk',
  results: 'chunk',
  cards: 'bucket',
  search: 'chunk',
  versions: 'number',
  imports: '++id, checksum',
  merges: '++id, keep, drop',
  distinct: 'pair',
  pairs: 'pair, *ids',
  audits: '++id',
  sources: '++id',
  refused: 'import',
  secrets: 'key',
  overrides: '++id, customer',
  runs: '++id',
  settings: 'digest',
  journal: '++id, customer, content.kind',
} satisfies Record<keyof Tables, string>;

/** The tables a change of data touches. */
export const dataTables: readonly (keyof Tables)[] = [
  'meta',
  'dictionaries',
  'chunks',
  'ids',
  'labels',
  'details',
  'histories',
  'places',
  'numbers',
  'imports',
  'merges',
  'sources',
  'refused',
  'secrets',
];

/** The tables a publication touches. */
export const publishedTables: readonly (keyof Tables)[] = [
  'meta',
  'ids',
  'places',
  'results',
  'cards',
  'search',
  'versions',
  'overrides',
  'runs',
  'settings',
];

/** The tables that a step back touches: customers may go, and their places with them. */
export const stepTables: readonly (keyof Tables)[] = [
  ...dataTables,
  'results',
  'cards',
  'search',
  'distinct',
  'pairs',
];

export const allTables = Object.keys(schema) as (keyof Tables)[];

/** The tables that a backup holds: secrets stay in the browser that they were given to. */
export const backedUpTables = allTables.filter(name => name !== 'secrets');

/** The typed tables of a database, or of one transaction. */
export function tablesOf(source: { table(name: string): Table }): Tables {
  return Object.fromEntries(allTables.map(name => [name, source.table(name)])) as unknown as Tables;
}

/** The base's record; a new base has nothing. */
export async function readBase(tables: Tables): Promise<BaseRecord> {
  const stored = await tables.meta.get('base');
  return { ...emptyBase, ...(stored as Partial<BaseRecord> | undefined) };
}

/** The workspace's own fields; a base that never was given any has none. */
export async function readFields(tables: Pick<Tables, 'meta'>): Promise<readonly OwnField[]> {
  const stored = (await tables.meta.get('fields')) as FieldsRecord | undefined;
  return stored?.fields ?? [];
}

export const emptyBase: BaseRecord = {
  key: 'base',
  revision: 0,
  generation: 0,
  currency: 'CNY',
  version: 0,
  resultsAsOf: null,
  nextTurn: null,
  fixedDay: null,
  draft: null,
  keyFields: null,
  learned: {},
  models: {},
  decisions: 0,
  chunks: [],
};

/** How many customers are in the base. */
export function customersIn(base: BaseRecord): number {
  return base.chunks.reduce((total, chunk) => total + chunk.size, 0);
}
