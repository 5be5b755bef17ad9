import type { default as Dexie, Table } from 'dexie';
import {
  type Audit,
  type AuditItem,
  type Card,
  type Customer,
  type Day,
  FactTable,
  type Hit,
  type JournalContent,
  type JournalEntry,
  type NamedSource,
  type Override,
  type OwnField,
  Problem,
  type Provenance,
  type Recode,
  type RefusedFile,
  type RuleVersion,
  type Secret,
} from '../domain/index.ts';
import {
  addToLog,
  type BackupHead,
  FORMAT,
  newEncryption,
  packTables,
  readFrames,
  readHead,
  readLog,
  unpackTables,
  writeFrames,
} from './backup/index.ts';
import { bucketsOf, idKey, readCards, replaceCards, writeAllCards } from './cards.ts';
import { type ChangeListener, Changes } from './changes.ts';
import { writeChange } from './commit.ts';
import { declareDatabase } from './database.ts';
import type { Store } from './index.ts';
import { readEntries, readJournal } from './journal.ts';
import { knownAtRows, readChanged, readCreated, readFrame, readKnown, readLabels } from './load.ts';
import { migrate } from './migrate.ts';
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
import { CHUNK_SIZE } from './model.ts';
import { findByOrder, mayBeNumber, type OrderNumbers, readOrderNumbers } from './orderNumbers.ts';
import { putRuled, readOverrides, replaceResults, writeDecision } from './overrides.ts';
import { dropField } from './ownFields.ts';
import { readPairs, readPairsOf, readSearch, readSeen, writePairs } from './pairs.ts';
import { rowsOf } from './places.ts';
import { guarded, stopIfCancelled } from './problems.ts';
import { Reading } from './reading.ts';
import { replacedOrders } from './replaced.ts';
import { readResults, writeResults } from './results.ts';
import { retype } from './retype.ts';
import {
  bytesInUse,
  ensureRoom,
  expectImport,
  roomFor,
  roomForAudit,
  roomForCards,
  roomToRewrite,
} from './room.ts';
import { addRun, readAccepted, readRuns, readSettings, writeAccepted } from './runs.ts';
import { scan, scanMisspelt } from './scan.ts';
import { hitsAt, replaceSearchRows, type SearchRecord, searchRecordsOf, writeSearch } from './search.ts';
import { changeSource, forgetSecrets } from './sources.ts';
import { Aliases } from './steps/aliases.ts';
import { apart } from './steps/apart.ts';
import { goBackTo, isKnownSince, untraceableSince } from './steps/asKnown.ts';
import { linesOf } from './steps/digest.ts';
import { mergeAll, unmergeAll } from './steps/merging.ts';
import { idsOf, pairOf } from './steps/pairKeys.ts';
import { readProvenance } from './steps/provenance.ts';
import { removeAll } from './steps/removing.ts';
import { planUndo, undoImport } from './steps/undo.ts';
import {
  allTables,
  type BaseRecord,
  backedUpTables,
  customersIn,
  dataTables,
  emptyBase,
  publishedTables,
  readBase,
  readFields,
  stepTables,
  type Tables,
  tablesOf,
} from './tables.ts';

/** The store over IndexedDB. */
export class IndexedStore implements Store {
  readonly #database: Dexie;
  readonly #tables: Tables;
  readonly #changes: Changes;
  #written: Promise<unknown> = Promise.resolve();
  #orderNumbers: { revision: number; all: OrderNumbers } | undefined;
  #searched: { generation: number; records: SearchRecord[] } | undefined;

  constructor(name: string) {
    this.#database = declareDatabase(name);
    this.#tables = tablesOf(this.#database);
    this.#changes = new Changes(name);
  }

  async state(): Promise<BaseState> {
    return stateOf(await guarded(readBase(this.#tables)));
  }

  async setMeta(part: Parameters<Store['setMeta']>[0]): Promise<void> {
    await this.#write(['meta'], 0, async () => {
      await this.#tables.meta.put({ ...(await readBase(this.#tables)), ...part });
    });
  }

  load(): Promise<Base> {
    return this.#read(['meta', 'chunks', 'ids', 'dictionaries'], async () => {
      const [{ revision }, joined] = await Promise.all([readBase(this.#tables), readFrame(this.#tables)]);
      return { revision, ...joined };
    });
  }

  ownFields(): Promise<readonly OwnField[]> {
    return guarded(readFields(this.#tables));
  }

  labels(): Promise<Labels> {
    return guarded(readLabels(this.#tables));
  }

  async customer(id: string): Promise<Customer | null> {
    return (await this.customers([id]))[0] ?? null;
  }

  customers(ids: readonly string[]): Promise<Customer[]> {
    return this.openReading().customers(ids);
  }

  async facts(id: string): Promise<CustomerFacts> {
    return (await this.factsOf([id])).get(id) ?? { orders: [], interactions: [] };
  }

  factsOf(ids: readonly string[]): Promise<Map<string, CustomerFacts>> {
    return this.openReading().factsOf(ids);
  }

  openReading(): Reading {
    return new Reading(this.#tables, (tables, body) => this.#read(tables, body));
  }

  known(ids: readonly string[]): Promise<KnownCustomer[]> {
    return this.#read(['meta', 'places', 'ids', 'labels'], async () => {
      const rows = await rowsOf(this.#tables, await readBase(this.#tables), ids);
      return knownAtRows(this.#tables, new Set(ids.flatMap(id => rows.get(id) ?? [])));
    });
  }

  createdAt(): Promise<Float64Array> {
    return guarded(readCreated(this.#tables));
  }

  changedAt(): Promise<Float64Array> {
    return guarded(readChanged(this.#tables));
  }

  allKnown(): Promise<KnownCustomer[]> {
    return this.#read(['ids', 'labels'], () => readKnown(this.#tables));
  }

  knownApart(): Promise<KnownCustomer[]> {
    return this.#read(['ids', 'labels', 'merges'], async () =>
      apart(await readKnown(this.#tables), await Aliases.read(this.#tables)),
    );
  }

  async recordsUnder(ids: readonly string[]): Promise<Customer[]> {
    const aliases = await this.#read(['merges'], () => Aliases.read(this.#tables));
    const current = ids.map(id => aliases.of(id).id);
    const found = new Map((await this.customers([...new Set(current)])).map(each => [each.id, each]));
    return ids.flatMap((id, i) => {
      const customer = found.get(current[i]!);
      return customer ? [{ ...customer, id }] : [];
    });
  }

  async currentId(id: string): Promise<string> {
    return this.#read(['merges'], async () => (await Aliases.read(this.#tables)).of(id).id);
  }

  expectImport(bytes: number): void {
    expectImport(bytes);
  }

  async commit(change: Change, options: WriteOptions = {}): Promise<Committed> {
    stopIfCancelled(options.signal);
    const committed = await this.#write(dataTables, roomFor(change), () =>
      writeChange(this.#tables, change, options),
    );
    await this.#tell();
    return committed;
  }

  async trial(change: Change, most: number, options: WriteOptions = {}): Promise<Trial> {
    stopIfCancelled(options.signal);
    await guarded(ensureRoom(roomFor(change)));
    let trial: Trial | undefined;
    const write = this.#transact(dataTables, async () => {
      const replaced = await replacedOrders(this.#tables, FactTable.of('order', change.orders), most);
      const committed = await writeChange(this.#tables, change, options);
      const { revision } = await readBase(this.#tables);
      trial = { committed, replaced, base: { revision, ...(await readFrame(this.#tables)) } };
      throw new Error('a trial is taken back');
    });
    await write.catch(error => {
      if (!trial) throw error;
    });
    return trial!;
  }

  async removeField(id: string): Promise<void> {
    await this.#write(dataTables, roomToRewrite, () => dropField(this.#tables, id));
    await this.#tell();
  }

  planRetype(to: OwnField, recode: Recode): Promise<Retyped> {
    return this.#read(dataTables, () => retype(this.#tables, to, recode, { write: false }));
  }

  async retypeField(to: OwnField, recode: Recode, options: WriteOptions = {}): Promise<Retyped> {
    const done = await this.#write(dataTables, roomToRewrite, () =>
      retype(this.#tables, to, recode, { ...options, write: true }),
    );
    await this.#tell();
    return done;
  }

  async publish(publication: Publication, options: WriteOptions = {}): Promise<void> {
    const { version, asOf, nextTurn, results } = publication;
    stopIfCancelled(options.signal);
    const [cards, rows] = [[...publication.cards], [...publication.searchRows]];
    const buckets = bucketsOf(cards);
    const records = searchRecordsOf(rows);
    await this.#write(publishedTables, roomForCards(cards, rows), async () => {
      const base = await readBase(this.#tables);
      if (base.revision !== publication.revision) throw new Problem('baseChanged');
      if (version) await this.#tables.versions.add(version);
      const number = version?.number ?? base.version;
      await writeResults(this.#tables, results, number, asOf);
      await writeSearch(this.#tables, records);
      await writeAllCards(this.#tables, buckets, options);
      if (publication.run) await addRun(this.#tables, publication.run);
      await putRuled(this.#tables, publication.ruled ?? new Map());
      await this.#tables.meta.put({
        ...base,
        generation: base.generation + 1,
        version: number,
        resultsAsOf: asOf,
        nextTurn,
      });
      stopIfCancelled(options.signal);
    });
    await this.#tell();
  }

  overrides(moment = Number.POSITIVE_INFINITY): Promise<Override[]> {
    return this.#read(['overrides', 'merges'], () => readOverrides(this.#tables, moment));
  }

  async decide(decision: Decision): Promise<void> {
    const { cards, searchRows, rows, results, revision } = decision;
    await this.#write(publishedTables, roomForCards(cards, searchRows), async () => {
      if ((await readBase(this.#tables)).revision !== revision) throw new Problem('baseChanged');
      await replaceCards(this.#tables, cards);
      await replaceSearchRows(this.#tables, searchRows);
      if (results) await replaceResults(this.#tables, rows, results);
      await writeDecision(this.#tables, decision);
    });
    await this.#tell();
  }

  journalOf(id: string): Promise<JournalEntry[]> {
    return this.#read(['journal', 'merges'], () => readJournal(this.#tables, id));
  }

  entriesOf(kind: JournalContent['kind']): Promise<JournalEntry[]> {
    return this.#read(['journal', 'merges'], () => readEntries(this.#tables, kind));
  }

  addEntry(entry: Omit<JournalEntry, 'id'>): Promise<number> {
    return this.#write(['journal'], 0, () => this.#tables.journal.add(entry));
  }

  async changeEntry(id: number, content: JournalContent | null): Promise<void> {
    await this.#write(['journal'], 0, async () => {
      if (content) await this.#tables.journal.update(id, { content });
      else await this.#tables.journal.delete(id);
    });
  }

  runs(): Promise<StoredRun[]> {
    return guarded(readRuns(this.#tables));
  }

  settings(digest: string): Promise<Readonly<Record<string, unknown>> | null> {
    return guarded(readSettings(this.#tables, digest));
  }

  addRun(run: NewRun): Promise<number> {
    return this.#write(['meta', 'runs', 'settings'], 0, () => addRun(this.#tables, run));
  }

  accepted(): Promise<readonly AcceptedRule[]> {
    return guarded(readAccepted(this.#tables));
  }

  accept(rules: readonly AcceptedRule[]): Promise<void> {
    return this.#write(['meta'], 0, () => writeAccepted(this.#tables, rules));
  }

  async baseAt(
    moment: number,
    options: WriteOptions = {},
  ): Promise<{ base: Base; untraceable: Untraceable }> {
    const untraceable = await this.#read(['meta', 'imports'], async () =>
      untraceableSince(this.#tables, moment, (await readLog(this.#tables)).erased),
    );
    const tables = ['imports', 'merges', 'labels'] as const;
    if (!(await this.#read(tables, () => isKnownSince(this.#tables, moment)))) {
      return { base: await this.load(), untraceable };
    }
    let base: Base | undefined;
    const write = this.#transact(stepTables, async () => {
      await goBackTo(this.#tables, moment, options);
      const { revision } = await readBase(this.#tables);
      base = { revision, ...(await readFrame(this.#tables)) };
      throw new Error('the way back is taken back');
    });
    await write.catch(error => {
      if (!base) throw error;
    });
    return { base: base!, untraceable };
  }

  async merge(requests: readonly MergeRequest[], at: number, options: WriteOptions = {}): Promise<number[]> {
    const merges = await this.#write(stepTables, roomToMerge(requests.length), () =>
      mergeAll(this.#tables, requests, at, options),
    );
    await this.#tell();
    return merges;
  }

  async unmerge(ids: readonly number[], options: WriteOptions = {}): Promise<void> {
    await this.#write(stepTables, roomToMerge(ids.length), () => unmergeAll(this.#tables, ids, options));
    await this.#tell();
  }

  provenance(id: string): Promise<Provenance | null> {
    return this.#read(stepTables, () => readProvenance(this.#tables, id));
  }

  planUndo(id: number, options: WriteOptions = {}): Promise<UndoSummary> {
    return this.#read(stepTables, () => planUndo(this.#tables, id, options));
  }

  async undoImport(id: number, at: number, options: WriteOptions = {}): Promise<UndoSummary> {
    const undone = await this.#write(stepTables, roomToRewrite, () =>
      undoImport(this.#tables, id, at, options),
    );
    await this.#tell();
    return undone;
  }

  async merges(): Promise<MergeRecord[]> {
    const rows = await guarded(this.#tables.merges.reverse().toArray());
    return rows.map(({ id, keep, drop, keepName, dropName, at }) => ({
      id,
      keep,
      drop,
      keepName,
      dropName,
      at,
    }));
  }

  async declareDistinct(one: string, other: string, at: number): Promise<void> {
    await this.#transact(['distinct'], () => this.#tables.distinct.put({ pair: pairOf(one, other), at }));
  }

  async forgetDistinct(one: string, other: string): Promise<void> {
    await this.#transact(['distinct'], () => this.#tables.distinct.delete(pairOf(one, other)));
  }

  async distinctPairs(): Promise<[string, string][]> {
    return (await guarded(this.#tables.distinct.toArray())).map(({ pair }) => idsOf(pair));
  }

  pairSearch(): Promise<KeptSearch | null> {
    return guarded(readSearch(this.#tables));
  }

  pairsSeen(): Promise<Float64Array> {
    return guarded(readSeen(this.#tables));
  }

  keepPairs(
    search: KeptSearch,
    seen: Float64Array<ArrayBuffer>,
    pairs: readonly KeptPair[],
    of: readonly string[] | 'all',
  ): Promise<void> {
    const room = seen.byteLength + pairs.reduce((sum, { reasons }) => sum + 200 + 2 * reasons.length, 0);
    return this.#write(['meta', 'pairs', 'customers', 'merges'], room, () =>
      writePairs(this.#tables, search, seen, pairs, of),
    );
  }

  pairs(): Promise<LinkedPair[]> {
    return guarded(readPairs(this.#tables));
  }

  pairsOf(id: string): Promise<LinkedPair[]> {
    return guarded(readPairsOf(this.#tables, id));
  }

  async pairReasons(one: string, other: string): Promise<string | null> {
    return (await guarded(this.#tables.pairs.get(pairOf(one, other))))?.reasons ?? null;
  }

  async removeCustomers(ids: readonly string[], at: number): Promise<number> {
    const forgotten = [...stepTables, 'audits', 'overrides', 'runs', 'journal'] as const;
    const removed = await this.#write(forgotten, roomToRewrite, async () => {
      const people = await removeAll(this.#tables, ids);
      if (people > 0) await addToLog(this.#tables, { erased: [{ at, people }] });
      return people;
    });
    await this.#tell();
    return removed;
  }

  async digest(): Promise<string> {
    const lines = await this.#read(stepTables, () => linesOf(this.#tables));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lines)));
    return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
  }

  results(): Promise<(PublishedResults & { version: number; asOf: Day }) | null> {
    return this.#read(['meta', 'results'], async () =>
      readResults(this.#tables, customersIn(await readBase(this.#tables))),
    );
  }

  async putCards(cards: readonly Card[], rows: readonly SearchRow[]): Promise<void> {
    await this.#write(publishedTables, roomForCards(cards, rows), async () => {
      await replaceCards(this.#tables, cards);
      await replaceSearchRows(this.#tables, rows);
      const base = await readBase(this.#tables);
      await this.#tables.meta.put({ ...base, generation: base.generation + 1 });
    });
    await this.#tell();
  }

  cardsFor(keys: readonly string[]): Promise<Card[]> {
    return guarded(readCards(this.#tables, keys));
  }

  async cardOf(id: string): Promise<Card | null> {
    return (await this.cardsFor([idKey(id)]))[0] ?? null;
  }

  async search(text: string, limit: number): Promise<Hit[]> {
    const { generation } = await guarded(readBase(this.#tables));
    if (this.#searched?.generation !== generation) {
      this.#searched = await this.#read(['meta', 'search'], async () => ({
        generation: (await readBase(this.#tables)).generation,
        records: await this.#tables.search.toArray(),
      }));
    }
    const { records } = this.#searched!;
    const numbered = await this.#searchNumber(records, text.trim());
    const known = new Set(numbered.map(({ id }) => id));
    const scanned = scan(records, text, limit).filter(({ id }) => !known.has(id));
    const found = [...numbered, ...scanned].slice(0, limit);
    if (found.length > 0) return found;
    const byOrder = await this.#searchOrders(records, text, limit);
    return byOrder.length > 0 ? byOrder : scanMisspelt(records, text, limit);
  }

  /** The customer with this very number, as it is or in capitals. */
  async #searchNumber(records: readonly SearchRecord[], number: string): Promise<Hit[]> {
    if (!mayBeNumber(number)) return [];
    return this.#read(['meta', 'ids', 'places'], async () => {
      const base = await readBase(this.#tables);
      const rows = await rowsOf(this.#tables, base, [number, number.toUpperCase()]);
      const places = Array.from(rows.values(), row => ({
        chunk: Math.floor(row / CHUNK_SIZE),
        slot: row % CHUNK_SIZE,
      }));
      return hitsAt(records, places);
    });
  }

  async #searchOrders(records: readonly SearchRecord[], text: string, limit: number): Promise<Hit[]> {
    if (!mayBeNumber(text.trim())) return [];
    return this.#read(['meta', 'numbers', 'chunks'], async () => {
      const { revision } = await readBase(this.#tables);
      if (this.#orderNumbers?.revision !== revision) {
        this.#orderNumbers = { revision, all: await readOrderNumbers(this.#tables) };
      }
      return hitsAt(records, await findByOrder(this.#tables, this.#orderNumbers.all, text, limit));
    });
  }

  async refused(id: number): Promise<readonly RefusedFile[]> {
    return (await guarded(this.#tables.refused.get(id)))?.files ?? [];
  }

  async sources(): Promise<NamedSource[]> {
    const sources = await guarded(this.#tables.sources.toArray());
    return sources.sort((a, b) => b.usedAt - a.usedAt);
  }

  async renameSource(id: number, name: string): Promise<void> {
    await this.#transact(['sources'], () => this.#tables.sources.update(id, { name }));
  }

  async changeSource(
    id: number,
    change: Partial<Pick<NamedSource, 'name' | 'address'>>,
    secret: Secret | null = null,
  ): Promise<void> {
    await this.#transact(['sources', 'secrets'], () => changeSource(this.#tables, id, change, secret));
  }

  async removeSource(id: number): Promise<void> {
    await this.#transact(['sources', 'secrets'], async () => {
      await this.#tables.sources.delete(id);
      await forgetSecrets(this.#tables);
    });
  }

  async secret(key: string): Promise<Secret | null> {
    return (await guarded(this.#tables.secrets.get(key))) ?? null;
  }

  versions(): Promise<RuleVersion[]> {
    return guarded(this.#tables.versions.reverse().toArray());
  }

  async version(number: number): Promise<RuleVersion | null> {
    return (await guarded(this.#tables.versions.get(number))) ?? null;
  }

  imports(): Promise<StoredImport[]> {
    return guarded(this.#tables.imports.reverse().toArray());
  }

  async importByChecksum(checksum: string): Promise<StoredImport | null> {
    const all = await guarded(this.#tables.imports.toArray());
    const isOf = (each: StoredImport) =>
      each.checksum === checksum || each.files?.some(file => file.checksum === checksum);
    return all.findLast(each => each.undoneAt === undefined && isOf(each)) ?? null;
  }

  async backup(
    { passphrase, extra, now }: BackupOptions,
    progress: WriteOptions = {},
  ): Promise<{ file: Blob; head: BackupHead }> {
    const { frames, bytes, state } = await this.#read(allTables, async () => ({
      ...(await packTables(this.#everything(), extra, progress)),
      state: stateOf(await readBase(this.#tables)),
    }));
    const { customers, orders, interactions, version } = state;
    const head: BackupHead = {
      format: FORMAT,
      schema: this.#database.verno,
      createdAt: now,
      customers,
      orders,
      interactions,
      version,
      bytes,
      encryption: passphrase === '' ? null : newEncryption(),
    };
    const file = await writeFrames(head, passphrase, frames, () => stopIfCancelled(progress.signal));
    const entry = { at: now, bytes: file.size, customers, encrypted: passphrase !== '' };
    await this.#write(['meta'], 0, () => addToLog(this.#tables, { made: [entry] }));
    return { file, head };
  }

  async readBackup(file: Blob): Promise<BackupHead> {
    const { head } = await readHead(file);
    if (!this.#database.isOpen()) await guarded(this.#database.open());
    if (head.schema > this.#database.verno) throw new Problem('backupNewer', { version: head.schema });
    return head;
  }

  async restore(file: Blob, passphrase: string, options: WriteOptions = {}): Promise<string> {
    await this.readBackup(file);
    const { head, frames } = await readFrames(file, passphrase, () => stopIfCancelled(options.signal));
    const { createdAt: at, customers, encryption } = head;
    const made = [{ at, bytes: file.size, customers, encrypted: encryption !== null }];
    const isEarlier = head.schema < this.#database.verno;
    const room = isEarlier ? 2 * head.bytes : head.bytes; // as it was, and as it is migrated
    const extra = await this.#write(allTables, room, async () => {
      const before = await readBase(this.#tables);
      const log = await readLog(this.#tables);
      const found = await unpackTables(this.#everything(), frames, options);
      if (isEarlier) await migrate(this.#tables);
      await forgetSecrets(this.#tables);
      await addToLog(this.#tables, { made: [...log.made, ...made], erased: log.erased });
      const restored = await readBase(this.#tables);
      await this.#tables.meta.put({
        ...restored,
        revision: Math.max(before.revision, restored.revision) + 1,
        generation: Math.max(before.generation, restored.generation) + 1,
      });
      return found;
    });
    await this.#tell();
    return extra;
  }

  backups(): Promise<BackupLog> {
    return guarded(readLog(this.#tables));
  }

  audits(): Promise<Audit[]> {
    return guarded(this.#tables.audits.reverse().toArray());
  }

  async audit(id: number): Promise<Audit | null> {
    return (await guarded(this.#tables.audits.get(id))) ?? null;
  }

  addAudit(audit: Omit<Audit, 'id'>): Promise<Audit> {
    return this.#write(['audits'], roomForAudit(audit), async () => {
      const id = await this.#tables.audits.add(audit);
      return { ...audit, id };
    });
  }

  writeAuditEntries(id: number, index: number, entries: AuditItem['entries']): Promise<Audit> {
    return this.#write(['audits'], 0, async () => {
      const audit = await this.#tables.audits.get(id);
      if (!audit?.items[index]) throw new Problem('auditGone');
      const items = audit.items.with(index, { ...audit.items[index], entries });
      await this.#tables.audits.put({ ...audit, items });
      return { ...audit, items };
    });
  }

  removeAudit(id: number): Promise<void> {
    return guarded(this.#tables.audits.delete(id));
  }

  usage(): Promise<number> {
    return bytesInUse();
  }

  async erase(): Promise<void> {
    await this.#transact(allTables, async () => {
      const { revision, generation } = await readBase(this.#tables);
      const log = await readLog(this.#tables); // the files it tells of are still there
      await Promise.all(allTables.map(name => this.#tables[name].clear()));
      if (log.made.length + log.erased.length > 0) await addToLog(this.#tables, log);
      await this.#tables.meta.put({ ...emptyBase, revision: revision + 1, generation: generation + 1 });
    });
    await this.#tell();
  }

  onChange(listener: ChangeListener): () => void {
    return this.#changes.listen(listener);
  }

  close(): void {
    this.#changes.close();
    this.#database.close();
  }

  #everything(): Table[] {
    return backedUpTables.map(name => this.#tables[name] as Table);
  }

  // Dexie keeps a transaction open over awaits only for a function that is itself declared async.
  #read<Value>(tables: readonly (keyof Tables)[], body: () => Promise<Value>): Promise<Value> {
    return guarded(this.#database.transaction('r', [...tables], async () => body()));
  }

  /**
   * `room`: bytes that the write may need on the disk, for the base as it is then. Writes are done in the order in which they were asked for,
   * however long each has to make sure of its room.
   */
  #write<Value>(
    tables: readonly (keyof Tables)[],
    room: number | ((base: BaseRecord) => number),
    body: () => Promise<Value>,
  ): Promise<Value> {
    const written = this.#written.then(async () => {
      const bytes = typeof room === 'number' ? room : room(await guarded(readBase(this.#tables)));
      await guarded(ensureRoom(bytes));
      return this.#transact(tables, body);
    });
    this.#written = written.catch(() => undefined);
    return written;
  }

  #transact<Value>(tables: readonly (keyof Tables)[], body: () => Promise<Value>): Promise<Value> {
    return guarded(this.#database.transaction('rw', [...tables], async () => body()));
  }

  async #tell(): Promise<void> {
    const { revision, generation } = await this.state();
    this.#changes.tell({ revision, generation });
  }
}

/** Of each merge the chunks of both and the one whose last customer moves up, or goes there, are written anew. */
function roomToMerge(merges: number): (base: BaseRecord) => number {
  return base => roomToRewrite(base, 3 * merges);
}

function stateOf({ key: _, chunks, ...rest }: BaseRecord): BaseState {
  let latestOrder: Day | null = null;
  const total = { customers: 0, orders: 0, interactions: 0 };
  for (const chunk of chunks) {
    total.customers += chunk.size;
    total.orders += chunk.orders;
    total.interactions += chunk.interactions;
    if (chunk.latestOrder !== null)
      latestOrder = Math.max(latestOrder ?? chunk.latestOrder, chunk.latestOrder);
  }
  return { ...rest, ...total, latestOrder };
}
