import {
  type Column,
  type CustomerView,
  columnFields,
  type Facts,
  type Frame,
  fields,
  type Hit,
  type MetricResult,
  type Subject,
} from '../domain/index.ts';
import { cleanDraft } from '../intake/index.ts';
import type { CatalogueField, CustomerDraft, CustomersPage, CustomersRequest, SaveResult } from './api.ts';
import { actionsAt, cardAt, type Publishable, tagsAt, tiersAt } from './cards.ts';
import type { Context } from './context.ts';
import { hitAt, matchesSearch } from './members.ts';
import type { Publisher } from './publishing.ts';

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
    now: context.now().getTime(),
    newId: context.newId,
  });
  if (!cleaned.ok) return cleaned;
  await context.store.commit({
    customers: [cleaned.customer],
    orders: new Map(),
    interactions: new Map(),
  });
  await publisher.refreshCustomer(cleaned.customer.id);
  return { ok: true, id: cleaned.customer.id };
}

/** Everything known about a customer, evaluated by the published rules over the data of now. */
export async function viewCustomer(
  context: Context,
  publisher: Publisher,
  id: string,
): Promise<CustomerView | null> {
  const customer = await context.store.customer(id);
  if (!customer) return null;
  const current = await publisher.current();
  const row = current.base.ids.indexOf(id);
  if (row < 0) return null;
  return {
    customer,
    card: cardAt(current, row, customer),
    tags: tagsAt(current, row),
    tiers: tiersAt(current, row),
    metrics: metricsAt(current, row),
    actions: actionsAt(current, row, customer, 3),
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

/** The catalogue with the values that occur in the base, most frequent first. */
export function catalogueOf(frame: Frame): CatalogueField[] {
  return fields.map(field => ({ field, values: valuesOf(columnOf(frame, field.of, field.id)) }));
}

function columnOf(frame: Frame, of: Subject, id: string): Column | undefined {
  if (!columnFields(of).some(field => field.id === id)) return undefined;
  if (of === 'customer') return frame.customers[id];
  const facts: Facts = of === 'order' ? frame.orders : frame.interactions;
  return facts.columns[id];
}

function valuesOf(column: Column | undefined): CatalogueField['values'] {
  if (!column || column.form === 'numeric') return [];
  const counts = new Uint32Array(column.dictionary.values.length);
  for (const code of column.codes) counts[code]!++;
  const codes = Array.from(counts.keys()).filter(code => code > 0 && counts[code]! > 0);
  codes.sort((a, b) => counts[b]! - counts[a]!);
  return codes
    .slice(0, 1_000)
    .map(code => ({ value: column.dictionary.values[code]!, count: counts[code]! }));
}
