import {
  type Audit,
  type AuditItem,
  type Customer,
  columnFields,
  type Field,
  Problem,
} from '../domain/index.ts';
import { type AuditVerdict, drawSample, recordsToPass, verdictOf } from '../models/index.ts';
import type { Context } from './context.ts';

/** What is to be audited: how many customers, drawn by which seed, in which fields (ids). */
export interface AuditRequest extends Pick<Audit, 'seed' | 'fields' | 'tolerated' | 'confidence'> {
  readonly size: number;
}

/** An audit with what it says so far. */
export interface AuditView {
  readonly audit: Audit;
  readonly verdict: AuditVerdict;
}

/** An audit in the list: without its records. */
export interface AuditHead {
  readonly audit: Omit<Audit, 'items'>;
  readonly size: number;
  readonly verdict: AuditVerdict;
}

/** How many records to draw. */
export interface AuditSize {
  readonly population: number;
  /** Records that pass when none of them is wrong. */
  readonly needed: number;
  /** Enough to pass without a mistake, and at least 5 % of the base. */
  readonly suggested: number;
}

const LEAST_SHARE = 0.05;

/** How many records an audit of this strictness should draw from the base of now. */
export async function auditSize(
  context: Context,
  strictness: Pick<Audit, 'tolerated' | 'confidence'>,
): Promise<AuditSize> {
  const { customers: population } = await context.state();
  const needed = recordsToPass(0, strictness);
  const suggested = Math.min(population, Math.max(needed, Math.ceil(population * LEAST_SHARE)));
  return { population, needed, suggested };
}

/** Draws customers and keeps them with their values of now. Throws 'auditEmpty' and 'auditNoFields'. */
export async function drawAudit(context: Context, { size, ...request }: AuditRequest): Promise<AuditView> {
  await context.state();
  const { ids, ownFields } = await context.base();
  if (ids.length === 0) throw new Problem('auditEmpty');
  if (request.fields.length === 0) throw new Problem('auditNoFields');
  const drawn = await context.store.customers(drawSample(ids, size, request.seed));
  const own = ownFields.filter(({ of, id }) => of === 'customer' && request.fields.includes(id));
  const audit = await context.store.addAudit({
    ...request,
    ownFields: own,
    at: context.now().getTime(),
    population: ids.length,
    items: drawn.map(customer => itemOf(customer, request.fields, own)),
  });
  return viewOf(audit);
}

/** All audits, the latest first. */
export async function auditHeads({ store }: Context): Promise<AuditHead[]> {
  return (await store.audits()).map(({ items, ...audit }) => ({
    audit,
    size: items.length,
    verdict: verdictOf({ ...audit, items }),
  }));
}

/** An audit whole, null where it is gone. */
export async function viewAudit({ store }: Context, id: number): Promise<AuditView | null> {
  const audit = await store.audit(id);
  return audit && viewOf(audit);
}

/** Keeps what was found for one record of an audit. */
export async function checkAuditItem(
  { store }: Context,
  id: number,
  index: number,
  entries: AuditItem['entries'],
): Promise<AuditView> {
  return viewOf(await store.writeAuditEntries(id, index, entries));
}

function viewOf(audit: Audit): AuditView {
  return { audit, verdict: verdictOf(audit) };
}

/** Fields without a value are looked at as well: the source may have one. */
function itemOf(customer: Customer, fields: readonly string[], own: readonly Field[]): AuditItem {
  const texts: Readonly<Record<string, string>> = {
    customerId: customer.id,
    name: customer.name,
    company: customer.company,
    title: customer.title,
    address: customer.address,
    email: customer.emails.join(' / '),
    phone: customer.phones.join(' / '),
  };
  const columns = new Set(columnFields('customer', own).map(({ id }) => id));
  const values = fields.flatMap(id => {
    const value = columns.has(id) ? customer.columns[id] : texts[id];
    return value === undefined || value === '' ? [] : [[id, value] as const];
  });
  return { customer: customer.id, name: customer.name, values: Object.fromEntries(values), entries: {} };
}
