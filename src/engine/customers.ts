import {
  type CodedColumn,
  type Column,
  type CustomerView,
  type Facts,
  type Field,
  type Frame,
  fields,
  type Hit,
  type MetricResult,
  type NumericColumn,
  Problem,
  renameOwnField,
  tidyLabel,
} from '../domain/index.ts';
import { cleanDraft } from '../intake/index.ts';
import type { Base } from '../store/index.ts';
import type {
  CatalogueField,
  CustomerDraft,
  CustomersPage,
  CustomersRequest,
  FilledField,
  SaveResult,
} from './api.ts';
import { actionsAt, cardAt, type Publishable, tagsAt, tiersAt } from './cards.ts';
import type { Context } from './context.ts';
import { likelyDuplicates } from './duplicates.ts';
import { hitAt, matchesSearch } from './members.ts';
import { modelNumbers } from './models/oneCustomer.ts';
import type { Publisher } from './publishing.ts';
import { fieldsToAsk } from './quality.ts';
import { movableAt } from './review/moves.ts';

/** Saves a form's customer and its card, or says what is wrong with which field. */
export async function saveCustomer(
  context: Context,
  publisher: Publisher,
  draft: CustomerDraft,
): Promise<SaveResult> {
  const { currency } = await context.state();
  const before = draft.id ? await context.store.customer(draft.id) : null;
  const cleaned = cleanDraft(draft, before, {
    currency,
    today: context.today(),
    own: await context.store.ownFields(),
    now: context.now().getTime(),
    newId: context.newId,
  });
  if (!cleaned.ok) return cleaned;
  await context.store.commit({
    customers: [cleaned.customer],
    orders: new Map(),
    interactions: new Map(),
    raws: new Map([[cleaned.customer.id, cleaned.raws]]),
    source: draft.source,
  });
  await publisher.refreshCustomer(cleaned.customer.id);
  return { ok: true, id: cleaned.customer.id };
}

/**
 * Everything known about a customer, evaluated by the published rules over the data of now. The id of somebody who
 * was merged into another finds the other.
 */
export async function viewCustomer(
  context: Context,
  publisher: Publisher,
  given: string,
): Promise<CustomerView | null> {
  const id = await context.store.currentId(given);
  const customer = await context.store.customer(id);
  if (!customer) return null;
  const current = await publisher.current();
  const row = current.base.ids.indexOf(id);
  if (row < 0) return null;
  return {
    customer,
    ownFields: current.base.ownFields,
    provenance: (await context.store.provenance(id)) ?? {},
    card: cardAt(current, row, customer),
    tags: tagsAt(current, row),
    tiers: tiersAt(current, row),
    metrics: [
      ...metricsAt(current, row),
      ...modelNumbers(current.base.frame, row, current.asOf, await context.state(), name =>
        current.run.value(name, row),
      ),
    ],
    actions: actionsAt(current, row, customer),
    toAsk: await fieldsToAsk(context, customer),
    journal: await context.store.journalOf(id),
    overrides: current.byHand.get(row) ?? [],
    movable: movableAt(current, row),
    duplicates: await likelyDuplicates(context.store, id),
    ...(await context.store.facts(id)),
  };
}

/** The catalogue's derived numbers and the rules' own metrics at a row; a metric named like a field replaces it. */
function metricsAt(from: Publishable, row: number): MetricResult[] {
  const own = from.run.results.filter(result => result.kind === 'metric');
  const shadowed = new Set(own.map(metric => metric.name));
  const derived = fields.filter(field => field.place === 'derived' && !shadowed.has(field.zh));
  return [
    ...derived.map(({ id, kind }) => ({ name: id, kind, value: from.run.value(id, row) })),
    ...own.map(({ name, valueKind }) => ({ name, kind: valueKind, value: from.run.value(name, row) })),
  ];
}

/** A page of all customers, or of those a search finds, in the order of the base. */
export async function listCustomers(context: Context, request: CustomersRequest): Promise<CustomersPage> {
  await context.state();
  const [base, labels, results] = [await context.base(), await context.labels(), await context.results()];
  const wanted = matchesSearch(labels, request.search);
  const rows: number[] = [];
  for (let row = 0; row < base.frame.size; row++) if (wanted(row)) rows.push(row);
  const hits = rows
    .slice(request.offset, request.offset + request.limit)
    .map((row): Hit => hitAt(row, base.ids[row]!, labels, results));
  return { total: rows.length, hits };
}

/** The workspace's own fields, and how far each is filled. */
export function filledFields({ frame, ownFields }: Base): FilledField[] {
  return ownFields.map(field => {
    const column = columnOf(frame, field);
    if (!column) return { field, known: 0, total: 0 };
    if (column.form === 'set') {
      let known = 0;
      for (let row = 0; row < frame.size; row++) known += +(column.offsets[row + 1]! > column.offsets[row]!);
      return { field, known, total: frame.size };
    }
    const { known, total } = filledOf(column);
    return { field, known, total };
  });
}

function filledOf(column: NumericColumn | CodedColumn): { known: number; total: number } {
  let known = 0;
  if (column.form === 'numeric') for (const value of column.values) known += +!Number.isNaN(value);
  else for (const code of column.codes) known += +(code > 0);
  return { known, total: column.form === 'numeric' ? column.values.length : column.codes.length };
}

/** Gives a field of the workspace's own another label. Throws a Problem where there is no such field or label. */
export async function renameField(context: Context, id: string, label: string): Promise<void> {
  const own = await context.store.ownFields();
  const field = own.find(each => each.id === id);
  if (!field) throw new Problem('fieldGone');
  if (tidyLabel(label) === '') throw new Problem('labelMissing');
  await context.store.commit({
    customers: [],
    orders: new Map(),
    interactions: new Map(),
    ownFields: [renameOwnField(field, label, own)],
  });
}

/** The catalogue and the workspace's own fields with the values that occur in the base, most frequent first. */
export function catalogueOf({ frame, ownFields }: Base): CatalogueField[] {
  return [...fields, ...ownFields].map(field => ({ field, values: valuesOf(columnOf(frame, field)) }));
}

/** The column of a field, undefined where the base has none. */
export function columnOf(frame: Frame, { of, id, place }: Field): Column | undefined {
  if (place !== 'column') return undefined;
  if (of === 'customer') return frame.customers[id];
  const facts: Facts = of === 'order' ? frame.orders : frame.interactions;
  return facts.columns[id];
}

/** The values of a coded column, most frequent first, at most 1,000. */
export function valuesOf(column: Column | undefined): CatalogueField['values'] {
  if (!column || column.form === 'numeric') return [];
  const counts = new Uint32Array(column.dictionary.values.length);
  for (const code of column.codes) counts[code]!++;
  const codes = Array.from(counts.keys()).filter(code => code > 0 && counts[code]! > 0);
  codes.sort((a, b) => counts[b]! - counts[a]!);
  return codes
    .slice(0, 1_000)
    .map(code => ({ value: column.dictionary.values[code]!, count: counts[code]! }));
}
