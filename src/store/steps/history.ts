import { type Customer, emailKey, type ManualTag, phoneKey } from '../../domain/index.ts';
import type { Fact } from '../facts.ts';

/** A field's value; null = the customer has none. Fields by catalogue id, `updatedAt` among them. */
export type FieldValue = string | number | readonly string[] | readonly ManualTag[] | null;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What one later step said of a customer. */
export interface Contribution {
  /** The import that it belongs to, 0 = none. */
  readonly step: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A file's name, 'hand', 'page'. */
  readonly source: string;
  /** The merge through whose taken-in customer it came, 0 = the customer's own. */
  readonly part: number;
  /** The merge that this is the outcome of. */
  readonly merge?: number;
  /** The values of the fields that it changed, whole. */
  readonly set: FieldValues;
  /** Cells as they stood, by field id, where the clean value is written otherwise. */
  readonly raws?: Readonly<Record<string, string>>;
}

/**
 * What is needed to take any step back: a customer is what made the record, then its contributions one after the
 * other. `under` has the values beneath the contributions, for the fields they changed. Orders keep their earlier
 * versions, oldest first.
 */
export interface History {
  /** The import that made the record; absent = none. */
  readonly made?: number;
  readonly raws?: Readonly<Record<string, string>>;
  readonly under?: FieldValues;
  readonly later?: readonly Contribution[];
  readonly older?: readonly Fact[];
}

/** A customer with its history. */
export interface Traced {
  readonly customer: Customer;
  readonly history: History;
}

const texts = ['name', 'company', 'title', 'address', 'updatedAt'] as const;

/** A customer's fields by catalogue id. */
export function fieldsOf(customer: Customer): FieldValues {
  const { name, company, title, address, updatedAt, emails, phones, tags, columns } = customer;
  return { ...columns, name, company, title, address, updatedAt, email: emails, phone: phones, labels: tags };
}

/** The customer with these values in place. */
export function withFields(customer: Customer, values: FieldValues): Customer {
  const columns: Record<string, string | number> = { ...customer.columns };
  const changed: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(values)) {
    if (field === 'email') changed.emails = value;
    else if (field === 'phone') changed.phones = value;
    else if (field === 'labels') changed.tags = value;
    else if ((texts as readonly string[]).includes(field)) changed[field] = value ?? '';
    else if (value === null) delete columns[field];
    else columns[field] = value as string | number;
  }
  return { ...customer, ...(changed as Partial<Customer>), columns };
}

/** The fields in which a customer differs, as they are afterwards. */
export function differences(before: Customer, after: Customer): FieldValues {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const changed: Record<string, FieldValue> = {};
  for (const field of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const value = now[field] ?? null;
    if (!isSame(old[field] ?? null, value)) changed[field] = value;
  }
  return changed;
}

/**
 * The customer after a contribution. `from`: the values that its author saw; where the customer has others by now,
 * lists only gain and lose what the author added and removed.
 */
export function contribute({ customer, history }: Traced, step: Contribution, from: FieldValues): Traced {
  const now = fieldsOf(customer);
  const under: Record<string, FieldValue> = { ...history.under };
  const set: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(step.set)) {
    const before = now[field] ?? null;
    if (!(field in under)) under[field] = before;
    set[field] = replayed(before, from[field] ?? null, value);
  }
  return {
    customer: withFields(customer, set),
    history: { ...history, under, later: [...(history.later ?? []), { ...step, set }] },
  };
}

/**
 * The customer as if the contributions that `keep` refuses had never been. What came later stays: a field keeps
 * the value that a later contribution gave it, a list keeps what later ones added. `renew` may give a contribution
 * other values than it had.
 */
export function withoutContributions(
  { customer, history }: Traced,
  keep: (contribution: Contribution) => boolean,
  renew: (contribution: Contribution) => FieldValues = ({ set }) => set,
): Traced {
  const { under = {}, later = [], ...rest } = history;
  const original: Record<string, FieldValue> = { ...under };
  const current: Record<string, FieldValue> = { ...under };
  const kept: Contribution[] = [];
  for (const contribution of later) {
    const set: Record<string, FieldValue> = {};
    const stays = keep(contribution);
    const values = stays ? renew(contribution) : {};
    for (const [field, value] of Object.entries(contribution.set)) {
      if (field in values) {
        set[field] = replayed(current[field] ?? null, original[field] ?? null, values[field]!);
        current[field] = set[field];
      }
      original[field] = value;
    }
    if (stays && Object.keys(set).some(field => field !== 'updatedAt')) kept.push({ ...contribution, set });
  }
  const touched = new Set(kept.flatMap(({ set }) => Object.keys(set)));
  const beneath = Object.fromEntries(Object.entries(under).filter(([field]) => touched.has(field)));
  return {
    customer: withFields(customer, current),
    history: { ...rest, ...(kept.length > 0 && { under: beneath, later: kept }) },
  };
}

/** The values that each contribution found in the fields it set. */
export function groundsOf({ under = {}, later = [] }: History): Map<Contribution, FieldValues> {
  const values: Record<string, FieldValue> = { ...under };
  const grounds = new Map<Contribution, FieldValues>();
  for (const contribution of later) {
    const fields = Object.keys(contribution.set);
    grounds.set(contribution, Object.fromEntries(fields.map(field => [field, values[field] ?? null])));
    Object.assign(values, contribution.set);
  }
  return grounds;
}

/** The contribution that a field's value, or one entry of a list, came from; null = it was there from the start. */
export function contributionOf(history: History, field: string, entry?: string): Contribution | null {
  let found: Contribution | null = null;
  let had = entry !== undefined && holds(history.under?.[field] ?? null, field, entry);
  if (entry !== undefined && !(field in (history.under ?? {}))) return null;
  for (const contribution of history.later ?? []) {
    if (!(field in contribution.set)) continue;
    if (entry === undefined) found = contribution;
    else {
      const has = holds(contribution.set[field]!, field, entry);
      if (has && !had) found = contribution;
      had = has;
    }
  }
  return found;
}

function holds(value: FieldValue, field: string, entry: string): boolean {
  return (
    Array.isArray(value) &&
    value.some(each => keyOf(each) === keyOf(field === 'labels' ? { tag: entry } : entry))
  );
}

/** `to` as it comes out on another ground than it was made on: lists by what was added and removed. */
function replayed(ground: FieldValue, from: FieldValue, to: FieldValue): FieldValue {
  if (!Array.isArray(to) || isSame(ground, from)) return to;
  const [old, now] = [listOf(from), listOf(to)];
  const [before, after] = [keysOf(old), keysOf(now)];
  const kept = listOf(ground).filter(each => after.has(keyOf(each)) || !before.has(keyOf(each)));
  const known = keysOf(kept);
  const added = now.filter(each => !before.has(keyOf(each)) && !known.has(keyOf(each)));
  return [...kept, ...added] as FieldValue;
}

type Entry = string | Pick<ManualTag, 'tag'>;

function listOf(value: FieldValue): readonly Entry[] {
  return Array.isArray(value) ? value : [];
}

function keysOf(list: readonly Entry[]): Set<string> {
  return new Set(list.map(keyOf));
}

/** Two entries with the same key are the same address, number or tag. */
export function keyOf(entry: Entry): string {
  if (typeof entry !== 'string') return entry.tag;
  return entry.includes('@') ? emailKey(entry) : phoneKey(entry);
}

/** True for equal values. */
export function isSame(one: FieldValue, other: FieldValue): boolean {
  if (Object.is(one, other)) return true;
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return JSON.stringify(one) === JSON.stringify(other);
}
