import type { Customer, Note } from '../domain/index.ts';
import type { Change, KnownCustomer } from '../store/index.ts';
import type { OnProgress } from './api.ts';
import type { Context } from './context.ts';
import type { DryRun, ImportSummary, MatchedCustomer, PlannedCustomer, PlannedValue } from './importModel.ts';
import type { Read } from './importReading.ts';
import { mergeCandidates } from './mergeCandidates.ts';
import type { Publisher } from './publishing.ts';
import { ruleEffect } from './ruleEffect.ts';

/** How many names and rows are told behind each number. */
const told = 500;

/** What an import would do: it is tried on the base and taken back, and the published rules look at the outcome. */
export async function dryRun(
  context: Context,
  publisher: Publisher,
  { read, change, merged }: { read: Read; change: Change; merged: readonly MergedCustomer[] },
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<DryRun> {
  const trial = await context.store.trial(change, told, {
    signal,
    onProgress: (done, total) => onProgress({ stage: 'trying', done, total }),
  });
  const { matched } = read;
  const planned = (customer: KnownCustomer, isNew: boolean) => plannedOf(customer, isNew, read);
  const candidates = await mergeCandidates(
    context,
    matched.customers,
    trial.base.ownFields,
    planned,
    onProgress,
    signal,
  );
  onProgress({ stage: 'evaluating', done: 0, total: 0 });
  signal.throwIfAborted();
  const names = new Map(merged.map(({ before }) => [before.id, before.name]));
  return {
    ...summaryOf(read, trial.committed),
    created: matched.customers.slice(0, told).map(customer => planned(customer, true)),
    matched: merged.slice(0, told).map(
      ({ before, after }): MatchedCustomer => ({
        ...planned(before, false),
        changes: after ? changesOf(before, after) : [],
      }),
    ),
    replaced: trial.replaced.map(({ customer, ...orders }) => ({
      customer,
      name: names.get(customer) ?? '',
      ...orders,
    })),
    merging: candidates,
    effect: await ruleEffect(context, publisher, trial.base),
  };
}

/** A known customer of whom the import tells; `after` null where it says nothing new. */
export interface MergedCustomer {
  readonly before: Customer;
  readonly after: Customer | null;
}

/** The counts of an import with its refusals and notes. */
export function summaryOf(
  read: Read,
  written: Pick<ImportSummary, 'orders' | 'replacedOrders' | 'interactions'>,
): ImportSummary {
  const { orders, replacedOrders, interactions } = written;
  return {
    rows: read.rows,
    newCustomers: read.matched.newCustomers,
    matchedCustomers: read.matched.matchedCustomers,
    orders,
    replacedOrders,
    interactions,
    refused: read.refused,
    files: read.parts.map(({ outcome }) => outcome),
    refusals: read.refusals,
    notes: [...read.matched.notes, ...unnamedNotes(read)],
  };
}

/** Customers whom a file of orders names by a key that neither a file of customers nor the base has. */
function unnamedNotes({ matched, hasCustomers }: Read): Note[] {
  const bare = matched.customers.filter(({ id, name, company, emails, phones }) => {
    const isKeyOnly = name === id && company === '' && emails.length === 0 && phones.length === 0;
    return matched.unnamed.has(id) && (hasCustomers || isKeyOnly);
  });
  if (bare.length === 0) return [];
  const examples = bare.slice(0, 3).map(({ name }) => name);
  const args = { count: bare.length, examples: examples.join(', ') };
  return [{ code: hasCustomers ? 'keysUnknown' : 'keysAlone', severity: 'warning', args, span: [0, 0] }];
}

function plannedOf(customer: KnownCustomer, isNew: boolean, { matched }: Read): PlannedCustomer {
  return {
    id: isNew ? null : customer.id,
    name: customer.name,
    company: customer.company,
    email: customer.emails[0] ?? '',
    phone: customer.phones[0] ?? '',
    orders: matched.orders.get(customer.id)?.length ?? 0,
    interactions: matched.interactions.get(customer.id)?.length ?? 0,
  };
}

/** The values that differ; what is added to a list counts by itself. */
function changesOf(before: Customer, after: Customer): PlannedValue[] {
  const changes: PlannedValue[] = [];
  for (const field of ['name', 'company', 'title', 'address'] as const) {
    if (before[field] !== after[field]) changes.push({ field, before: before[field], after: after[field] });
  }
  const lists = {
    email: [before.emails, after.emails],
    phone: [before.phones, after.phones],
    labels: [before.tags.map(({ tag }) => tag), after.tags.map(({ tag }) => tag)],
  } as const;
  for (const [field, [old, now]] of Object.entries(lists))
    for (const each of now) if (!old.includes(each)) changes.push({ field, before: '', after: each });
  for (const [field, value] of Object.entries(after.columns)) {
    const old = before.columns[field] ?? '';
    if (old !== value) changes.push({ field, before: old, after: value });
  }
  return changes;
}
