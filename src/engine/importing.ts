import {
  type Customer,
  countFacts,
  type Note,
  type OwnField,
  Problem,
  type Refusal,
} from '../domain/index.ts';
import {
  guessMapping,
  inspectTable,
  type Matched,
  Matcher,
  mergePart,
  readRecords,
  resolveMapping,
  type SampleWorkspace,
  type TableChoice,
} from '../intake/index.ts';
import type { UndoSummary } from '../store/index.ts';
import type { ImportSummary, Inspection, Mapping, OnProgress } from './api.ts';
import type { Context } from './context.ts';
import { type Publisher, sha256 } from './publishing.ts';

/** How many refusals are handed to the screen; all are counted. */
const REFUSALS_SHOWN = 500;

/** Files in: a first look, a dry run, and the import itself, which is one transaction. */
export class Importer {
  readonly #context: Context;
  readonly #publisher: Publisher;

  constructor(context: Context, publisher: Publisher) {
    this.#context = context;
    this.#publisher = publisher;
  }

  /** A first look at a file. Throws a Problem where it is no table. */
  async inspect(file: File, choice?: TableChoice): Promise<Inspection> {
    const { currency } = await this.#context.state();
    const own = await this.#context.store.ownFields();
    const {
      notes,
      keys: _keys,
      width: _width,
      isMixed: _isMixed,
      ...table
    } = await inspectTable(file, choice);
    const again = await this.#context.store.importByChecksum(await checksumOf(file));
    return {
      fileName: file.name,
      bytes: file.size,
      ...table,
      ownFields: own,
      ...guessMapping(table.headings, table.sample, currency, own),
      notes: again ? [...notes, importedBefore(again.at)] : notes,
    };
  }

  /** What the import would do; nothing is written. */
  async preview(
    file: File,
    mapping: Mapping,
    onProgress: OnProgress,
    signal: AbortSignal,
    choice?: TableChoice,
  ): Promise<ImportSummary> {
    const read = await this.#read(file, mapping, onProgress, signal, choice);
    return summaryOf(read, countFacts(read.matched.orders), 0, countFacts(read.matched.interactions));
  }

  /** Imports the file in one transaction, then evaluates the published rules over the new base. */
  async run(
    file: File,
    mapping: Mapping,
    onProgress: OnProgress,
    signal: AbortSignal,
    choice?: TableChoice,
  ): Promise<ImportSummary> {
    const read = await this.#read(file, mapping, onProgress, signal, choice);
    const planned = summaryOf(
      read,
      countFacts(read.matched.orders),
      0,
      countFacts(read.matched.interactions),
    );
    const { refusals: _, notes: __, ...summary } = planned;
    const written = await this.#context.store.commit(
      {
        ...read.matched,
        customers: [...read.matched.customers, ...(await this.#merged(read.matched, file.name))],
        currency: mapping.currency,
        ownFields: read.made,
        record: {
          fileName: file.name,
          checksum: await checksumOf(file),
          at: this.#context.now().getTime(),
          summary,
        },
      },
      { signal, onProgress: (done, total) => onProgress({ stage: 'writing', done, total }) },
    );
    await this.#publisher.refresh(onProgress);
    return summaryOf(read, written.orders, written.replacedOrders, written.interactions);
  }

  /** Fills an empty base with the demonstration company. */
  async loadSample(
    sample: SampleWorkspace,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<ImportSummary> {
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
    await this.#context.store.commit(
      {
        ...sample,
        currency: 'CNY',
        record: { kind: 'sample', fileName: 'sample', checksum: '', at, summary },
      },
      { signal, onProgress: (done, total) => onProgress({ stage: 'writing', done, total }) },
    );
    await this.#publisher.refresh(onProgress);
    return { ...summary, refusals: [], notes: [] };
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

  async #read(
    file: File,
    wanted: Mapping,
    onProgress: OnProgress,
    signal: AbortSignal,
    choice?: TableChoice,
  ): Promise<Read> {
    const own = await this.#context.store.ownFields();
    const now = this.#context.now().getTime();
    const { mapping, made } = resolveMapping(wanted, own, { from: file.name, now });
    const state = await this.#context.state();
    if (state.orders > 0 && mapping.subject === 'order' && mapping.currency !== state.currency) {
      throw new Problem('otherCurrency', { currency: mapping.currency, base: state.currency });
    }
    const table = await inspectTable(file, choice);
    const batches = readRecords(file, table, mapping, {
      signal,
      onProgress: done => onProgress({ stage: 'reading', done, total: file.size }),
      today: this.#context.today(),
      own: [...own, ...made],
      learned: state.learned,
    });
    const read = { rows: 0, refused: 0, refusals: [] as Refusal[] };
    const matcher = new Matcher();
    for await (const batch of batches) {
      read.rows += batch.records.length + batch.refusals.length;
      read.refused += batch.refusals.length;
      read.refusals.push(...batch.refusals.slice(0, REFUSALS_SHOWN - read.refusals.length));
      matcher.add(batch.records);
    }
    onProgress({ stage: 'matching', done: 0, total: read.rows });
    const matched = matcher.finish(await this.#context.store.knownApart(), {
      newId: this.#context.newId,
      now,
      source: file.name,
    });
    return { ...read, matched, made };
  }

  /** The known customers about whom the file says something new, with it. */
  async #merged({ changes }: Matched, source: string): Promise<Customer[]> {
    const stamp = { now: this.#context.now().getTime(), source };
    const customers = await this.#context.store.recordsUnder([...changes.keys()]);
    return customers.flatMap(customer => mergePart(customer, changes.get(customer.id)!, stamp) ?? []);
  }
}

interface Read {
  readonly rows: number;
  readonly refused: number;
  readonly refusals: readonly Refusal[];
  readonly matched: Matched;
  /** Fields that the file brings first. */
  readonly made: readonly OwnField[];
}

function summaryOf(read: Read, orders: number, replacedOrders: number, interactions: number): ImportSummary {
  return {
    rows: read.rows,
    newCustomers: read.matched.newCustomers,
    matchedCustomers: read.matched.matchedCustomers,
    orders,
    replacedOrders,
    interactions,
    refused: read.refused,
    refusals: read.refusals,
    notes: read.matched.notes,
  };
}

async function checksumOf(file: File): Promise<string> {
  return sha256(await file.arrayBuffer());
}

function importedBefore(at: number): Note {
  return {
    code: 'importedBefore',
    severity: 'warning',
    args: { date: new Date(at).toISOString().slice(0, 10) },
    span: [0, 0],
  };
}
