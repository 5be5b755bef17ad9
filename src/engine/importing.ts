import {
  countFacts,
  type Day,
  type FieldTarget,
  fields,
  type LearnedValues,
  type Note,
  type OwnField,
  Problem,
  type Refusal,
  type RefusedFile,
} from '../domain/index.ts';
import {
  type DateOrders,
  decideDateOrders,
  guessMapping,
  inspectTable,
  type Matched,
  Matcher,
  mergePart,
  readMended,
  recognise,
  resolveMapping,
  type SampleWorkspace,
  type TableChoice,
} from '../intake/index.ts';
import type { Change, UndoSummary } from '../store/index.ts';
import type { Inspection, OnProgress } from './api.ts';
import { checksumOf } from './checksum.ts';
import type { Context } from './context.ts';
import { dryRun, type MergedCustomer, summaryOf } from './dryRun.ts';
import type { DryRun, ImportDone, ImportPart, MendedRow, MendOutcome } from './importModel.ts';
import { type Read, readParts, refusedFiles, sourceOf } from './importReading.ts';
import type { Publisher } from './publishing.ts';
import { rememberedSources } from './remembering.ts';

/** Files in: a first look, a dry run, and the import itself, which is one transaction. */
export class Importer {
  readonly #context: Context;
  readonly #publisher: Publisher;

  constructor(context: Context, publisher: Publisher) {
    this.#context = context;
    this.#publisher = publisher;
  }

  /** A first look at a file. Throws a Problem where it is no table. */
  async inspect(file: File, choice?: TableChoice, signal?: AbortSignal): Promise<Inspection> {
    const { currency } = await this.#context.state();
    const own = await this.#context.store.ownFields();
    const checksum = begun(checksumOf(file, signal));
    const {
      notes,
      keys: _keys,
      width: _width,
      isMixed: _isMixed,
      ...table
    } = await this.#look(file, choice, signal);
    const again = await this.#context.store.importByChecksum(await checksum);
    const guessed = guessMapping(table.headings, table.sample, currency, own);
    const sources = await this.#context.store.sources();
    return {
      fileName: file.name,
      bytes: file.size,
      ...table,
      ownFields: own,
      ...guessed,
      recognised: recognise(table.headings, table.sheet, guessed.guess, sources, own),
      notes: again ? [...notes, importedBefore(again.at)] : notes,
    };
  }

  /** A table as it is chosen to be read; else as the source was whose headings it has. */
  async #look(file: File, choice?: TableChoice, signal?: AbortSignal) {
    const table = await inspectTable(file, choice, signal);
    if (choice) return table;
    const own = await this.#context.store.ownFields();
    for (const source of await this.#context.store.sources()) {
      const { sheet } = source.reading;
      if (sheet === undefined || sheet === table.sheet || table.sheets.every(({ name }) => name !== sheet))
        continue;
      const other = await inspectTable(file, { sheet }, signal);
      const { guess } = guessMapping(other.headings, other.sample, source.currency, own);
      if (recognise(other.headings, other.sheet, guess, [source], own)) return other;
    }
    return table;
  }

  /** What the import would do; nothing of it stays. */
  async preview(parts: readonly ImportPart[], onProgress: OnProgress, signal: AbortSignal): Promise<DryRun> {
    const checksums = begun(checksumsOf(parts));
    const read = await readParts(this.#context, parts, onProgress, signal);
    const planned = { read, ...(await this.#plan(read, parts, await checksums)) };
    return dryRun(this.#context, this.#publisher, planned, onProgress, signal);
  }

  /** Imports the files in one transaction, then evaluates the published rules over the new base. */
  async run(parts: readonly ImportPart[], onProgress: OnProgress, signal: AbortSignal): Promise<ImportDone> {
    const checksums = begun(checksumsOf(parts));
    const read = await readParts(this.#context, parts, onProgress, signal);
    const useless = read.parts.find(
      ({ part, outcome }) => part.refreshes && outcome.rows > 0 && outcome.rows === outcome.refused,
    );
    if (useless) throw new Problem('sourceAllRefused', { rows: useless.outcome.rows });
    const { change } = await this.#plan(read, parts, await checksums);
    const written = await this.#context.store.commit(change, {
      signal,
      onProgress: (done, total) => onProgress({ stage: 'writing', done, total }),
    });
    await this.#publisher.refresh(onProgress);
    return { id: written.step, ...summaryOf(read, written) };
  }

  /** Reads mended rows of a file alone: for each null where it is accepted now, else why not. */
  async tryRows(
    { file, mapping, choice }: ImportPart,
    rows: readonly MendedRow[],
  ): Promise<(Refusal | null)[]> {
    const context = this.#context;
    const now = context.now().getTime();
    const known = await context.store.ownFields();
    const { mapping: resolved, made } = resolveMapping(mapping, known, { from: file.name, now });
    const table = await inspectTable(file, choice);
    const { learned } = await context.state();
    const options = { today: context.today(), own: [...known, ...made], learned };
    const dateOrders = await decideDateOrders(file, table, resolved, options);
    return readMended(rows, table, resolved, new Matcher(), { ...options, dateOrders });
  }

  /**
   * Imports rows that an import refused and somebody mended, as part of that import. Those still refused stay with
   * it, as they were mended. Throws 'importGone' where it was taken back.
   */
  async mend(
    id: number,
    rows: readonly (MendedRow & { readonly file: number })[],
    onProgress: OnProgress,
  ): Promise<MendOutcome> {
    const { store } = this.#context;
    const record = (await store.imports()).find(each => each.id === id);
    const files = await store.refused(id);
    if (!record || record.undoneAt !== undefined) throw new Problem('importGone');
    const own = await store.ownFields();
    const { learned } = await this.#context.state();
    const matcher = new Matcher();
    let accepted = 0;
    const left = files.map((file, place): RefusedFile => {
      const mended = new Map(
        rows.flatMap(row => (row.file === place ? [[row.line, row.cells] as const] : [])),
      );
      if (mended.size === 0) return file;
      const given = file.refusals.flatMap(({ line }) => {
        const cells = mended.get(line);
        return cells ? [{ line, cells }] : [];
      });
      const outcomes = readAgain(file, given, matcher, { today: this.#context.today(), own, learned });
      const again = new Map(outcomes.map((outcome, at) => [given[at]!.line, outcome]));
      const refusals = file.refusals.flatMap(refusal => {
        const outcome = again.get(refusal.line);
        return outcome === null ? [] : [outcome ?? refusal];
      });
      accepted += file.refusals.length - refusals.length;
      return { ...file, refusals, total: file.total - (file.refusals.length - refusals.length) };
    });
    const matched = matcher.finish(await store.knownApart(), {
      newId: this.#context.newId,
      now: this.#context.now().getTime(),
      source: record.fileName,
    });
    const merged = await this.#merged(matched.changes, record.fileName);
    onProgress({ stage: 'writing', done: 0, total: 0 });
    await store.commit({
      ...matched,
      customers: [...matched.customers, ...merged.flatMap(({ after }) => after ?? [])],
      source: record.fileName,
      into: id,
      mendedAt: this.#context.now().getTime(),
      refused: left,
    });
    await this.#publisher.refresh(onProgress);
    return { accepted, files: left };
  }

  /** Fills an empty base with the demonstration company. */
  async loadSample(
    sample: SampleWorkspace,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<ImportDone> {
    const state = await this.#context.state();
    if (state.customers > 0) throw new Problem('baseNotEmpty', { count: state.customers });
    const [orders, interactions] = [countFacts(sample.orders), countFacts(sample.interactions)];
    const summary = {
      rows: sample.customers.length + orders + interactions,
      newCustomers: sample.customers.length,
      matchedCustomers: 0,
      orders,
      replacedOrders: 0,
      interactions,
      refused: 0,
    };
    const at = this.#context.now().getTime();
    const { step } = await this.#context.store.commit(
      {
        ...sample,
        currency: 'CNY',
        record: { kind: 'sample', fileName: 'sample', checksum: '', at, summary },
      },
      { signal, onProgress: (done, total) => onProgress({ stage: 'writing', done, total }) },
    );
    await this.#publisher.refresh(onProgress);
    return { ...summary, id: step, files: [], refusals: [], notes: [] };
  }

  /** What taking an import back would do. */
  planUndo(id: number): Promise<UndoSummary> {
    return this.#context.store.planUndo(id);
  }

  /** Takes an import back in one transaction, then evaluates the published rules over the new base. */
  async undo(id: number, onProgress: OnProgress, signal: AbortSignal): Promise<UndoSummary> {
    onProgress({ stage: 'writing', done: 0, total: 0 });
    const undone = await this.#context.store.undoImport(id, this.#context.now().getTime(), {
      signal,
      onProgress: (done, total) => onProgress({ stage: 'writing', done, total }),
    });
    await this.#publisher.refresh(onProgress);
    return undone;
  }

  /** The change that the files make, with the known customers of whom they tell. */
  async #plan(
    read: Read,
    parts: readonly ImportPart[],
    checksums: readonly string[],
  ): Promise<{ change: Change; merged: readonly MergedCustomer[] }> {
    const { matched, made } = read;
    const source = sourceOf(parts);
    const merged = await this.#merged(matched.changes, source);
    const at = this.#context.now().getTime();
    const files = parts.map(({ file }, place) => ({ name: file.name, checksum: checksums[place]! }));
    const counts = {
      orders: countFacts(matched.orders),
      replacedOrders: 0,
      interactions: countFacts(matched.interactions),
    };
    const { refusals: _, notes: __, files: ___, ...summary } = summaryOf(read, counts);
    const currency = (parts.find(({ mapping }) => mapping.subject === 'order') ?? parts[0])?.mapping.currency;
    const change: Change = {
      ...matched,
      customers: [...matched.customers, ...merged.flatMap(({ after }) => after ?? [])],
      ...(currency !== undefined && { currency }),
      ownFields: made,
      refused: refusedFiles(read),
      ...(await rememberedSources(this.#context, read.parts)),
      record: {
        fileName: source,
        checksum: files.length === 1 ? files[0]!.checksum : '',
        at,
        summary,
        ...(files.length > 1 && { files }),
      },
    };
    return { change, merged };
  }

  /** The known customers about whom the files say something, and as they are afterwards. */
  async #merged(changes: Matched['changes'], source: string): Promise<MergedCustomer[]> {
    const stamp = { now: this.#context.now().getTime(), source };
    const customers = await this.#context.store.recordsUnder([...changes.keys()]);
    return customers.map(before => ({ before, after: mergePart(before, changes.get(before.id)!, stamp) }));
  }
}

/** What tells the files from others. */
function checksumsOf(parts: readonly ImportPart[]): Promise<string[]> {
  return Promise.all(parts.map(({ file }) => checksumOf(file)));
}

/** Work that goes on beside other work: it fails where it is awaited, not before. */
function begun<Value>(work: Promise<Value>): Promise<Value> {
  work.catch(() => undefined);
  return work;
}

/** Refused rows read again by what was kept of their file. A field that is gone since is left out. */
function readAgain(
  file: RefusedFile,
  rows: readonly MendedRow[],
  matcher: Matcher,
  options: { readonly today: Day; readonly own: readonly OwnField[]; readonly learned: LearnedValues },
) {
  const isThere = ({ of, field }: FieldTarget) =>
    [...fields, ...options.own].some(each => each.of === of && each.id === field);
  const columns = file.columns.map(target => (target && isThere(target) ? target : null));
  const dateOrders: DateOrders = new Map(
    Object.entries(file.dateOrders).map(([column, order]) => [
      Number(column),
      order as 'ymd' | 'mdy' | 'dmy',
    ]),
  );
  const { headings, format, serialsFrom, subject, currency } = file;
  return readMended(rows, { headings, format, serialsFrom }, { subject, currency, columns }, matcher, {
    ...options,
    dateOrders,
  });
}

function importedBefore(at: number): Note {
  return {
    code: 'importedBefore',
    severity: 'warning',
    args: { date: new Date(at).toISOString().slice(0, 10) },
    span: [0, 0],
  };
}
