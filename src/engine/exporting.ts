import { type Customer, Problem, type Subject } from '../domain/index.ts';
import { openWriter } from '../intake/index.ts';
import type { Reading } from '../store/index.ts';
import type { ExportColumn, ExportedList, ExportList, ExportRequest, OnProgress } from './api.ts';
import { publishable } from './cards.ts';
import type { Context } from './context.ts';
import type { Evaluation, Evaluator } from './evaluating.ts';
import { type ExportSource, type ReadColumn, readColumns } from './exportColumns.ts';
import { breathe } from './jobs.ts';
import { matchesSearch, memberRows } from './members.ts';
import type { Publisher } from './publishing.ts';

/** Customers that are read and written at a time. */
const BATCH = 1_024;

/** Lists out of the base, as files. */
export class Exporter {
  readonly #context: Context;
  readonly #publisher: Publisher;
  readonly #evaluator: Evaluator;

  /** `evaluator`: of drafts, as the lists of rules show them. */
  constructor(context: Context, publisher: Publisher, evaluator: Evaluator) {
    this.#context = context;
    this.#publisher = publisher;
    this.#evaluator = evaluator;
  }

  /** What the list can be exported with. */
  async columns(list: ExportList, subject: Subject): Promise<ExportColumn[]> {
    const columns = await this.#columns(await this.#evaluation(list), subject);
    return columns.map(({ id, en, zh, kind, usual }) => ({ id, en, zh, kind, usual }));
  }

  /** The list as a file. Throws the Problems 'cancelled' and 'sheetFull'. */
  async list(request: ExportRequest, onProgress: OnProgress, signal: AbortSignal): Promise<ExportedList> {
    const { subject, language, format, bom, title } = request;
    const evaluation = await this.#evaluation(request.list);
    const all = await this.#columns(evaluation, subject);
    const columns = all.filter(({ id }) => request.columns.includes(id));
    const rows = await this.#rows(evaluation, request.list);
    const heads = columns.map(column => ({ ...column, name: column[language] }));
    const writer = openWriter(heads, { format, bom, title });
    const reading = this.#context.store.openReading();
    for (let from = 0; from < rows.length; from += BATCH) {
      onProgress({ stage: 'packing', done: from, total: rows.length });
      await breathe(signal);
      const sources = await sourcesOf(reading, evaluation, rows.slice(from, from + BATCH), subject);
      writer.add(sources.map(source => columns.map(column => column.read(source, language))));
    }
    return { file: writer.end(), shortened: writer.shortened };
  }

  async #evaluation(list: ExportList): Promise<Evaluation> {
    return list.of === 'members' ? this.#evaluator.evaluate(list.text) : this.#publisher.evaluatePublished();
  }

  async #columns(evaluation: Evaluation, subject: Subject): Promise<ReadColumn[]> {
    const { currency } = await this.#context.state();
    const { base, run, asOf } = evaluation;
    return readColumns(
      subject,
      evaluation,
      publishable(base, run, asOf, 0, await this.#context.standing(), await this.#context.answers()),
      currency,
    );
  }

  async #rows({ ...evaluation }: Evaluation, list: ExportList): Promise<number[]> {
    const { ids } = evaluation.base;
    if (list.of === 'ids') return list.ids.map(id => ids.indexOf(id)).filter(row => row >= 0);
    const labels = await this.#context.labels();
    if (list.of === 'members') {
      return memberRows(evaluation, list, labels, await this.#context.results()) ?? [];
    }
    return Array.from(ids.keys()).filter(matchesSearch(labels, list.search));
  }
}

/** What the rows of the file are read from: the customers of these rows of the base, or what happened to them. */
async function sourcesOf(
  reading: Reading,
  { base }: Evaluation,
  rows: readonly number[],
  subject: Subject,
): Promise<ExportSource[]> {
  const ids = rows.map(row => base.ids[row]!);
  const customers = new Map<string, Customer>();
  for (const customer of await reading.customers(ids)) customers.set(customer.id, customer);
  const known = rows.map((row, i) => {
    const customer = customers.get(ids[i]!);
    if (!customer) throw new Problem('baseChanged');
    return { row, customer, fact: null };
  });
  if (subject === 'customer') return known;
  const facts = await reading.factsOf(ids);
  return known.flatMap(source => {
    const { orders = [], interactions = [] } = facts.get(source.customer.id) ?? {};
    return (subject === 'order' ? orders : interactions).map(fact => ({ ...source, fact }));
  });
}
