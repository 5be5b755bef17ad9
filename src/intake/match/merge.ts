import type { Customer, ManualTag } from '../../domain/index.ts';
import { emailKey, phoneKey } from '../../domain/index.ts';
import { type CustomerPart, noRaws } from '../records/record.ts';

/** When and from where a change comes: milliseconds since 1970; a file's name, 'hand', 'page', 'sample'. */
export interface Stamp {
  readonly now: number;
  readonly source: string;
}

/** A new customer of what is known so far. Without a name the best contact detail stands in for it. */
export function newCustomer(id: string, part: CustomerPart, { now, source }: Stamp): Customer {
  return {
    id,
    name: part.name || part.company || part.emails[0] || part.phones[0] || part.customerId,
    company: part.company,
    title: part.title,
    address: part.address,
    emails: part.emails,
    phones: part.phones,
    columns: part.columns,
    tags: part.labels.map(tag => ({ tag, author: source, at: now })),
    source,
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * The customer with what `part` says: newer texts and columns that are not blank replace, contact details and tags
 * are added. Null where it says nothing new.
 */
export function mergePart(customer: Customer, part: CustomerPart, { now, source }: Stamp): Customer | null {
  const merged: Customer = {
    ...customer,
    name: part.name || customer.name,
    company: part.company || customer.company,
    title: part.title || customer.title,
    address: part.address || customer.address,
    emails: unite(customer.emails, part.emails, emailKey),
    phones: unite(customer.phones, part.phones, phoneKey),
    columns: { ...customer.columns, ...part.columns },
    tags: withLabels(customer.tags, part.labels, { now, source }),
  };
  return isSame(customer, merged) ? null : { ...merged, updatedAt: now };
}

/** Two parts about one customer: the later one's values replace, where it has any. */
export function mergeParts(earlier: CustomerPart, later: CustomerPart): CustomerPart {
  return {
    customerId: later.customerId || earlier.customerId,
    name: later.name || earlier.name,
    company: later.company || earlier.company,
    title: later.title || earlier.title,
    address: later.address || earlier.address,
    emails: unite(earlier.emails, later.emails, emailKey),
    phones: unite(earlier.phones, later.phones, phoneKey),
    labels: unite(earlier.labels, later.labels, label => label),
    columns: changes(earlier.columns, later.columns)
      ? { ...earlier.columns, ...later.columns }
      : earlier.columns,
    raws: mergeRaws(earlier, later),
  };
}

const lists = { email: 'emails', phone: 'phones', labels: 'labels' } as const;
const isList = (id: string): id is keyof typeof lists => id in lists;

/** A cell stays with the value that it was read to; those of lists that were united are joined. */
function mergeRaws(earlier: CustomerPart, later: CustomerPart): CustomerPart['raws'] {
  if (earlier.raws === noRaws && later.raws === noRaws) return noRaws;
  const raws: Record<string, string> = {};
  for (const id of new Set([...Object.keys(earlier.raws), ...Object.keys(later.raws)])) {
    const cells = isList(id) ? [cellOf(earlier, id), cellOf(later, id)] : [];
    const raw = isList(id)
      ? [...new Set(cells.filter(cell => cell !== ''))].join('; ')
      : (later.raws[id] ?? (says(later, id) ? undefined : earlier.raws[id]));
    if (raw !== undefined) raws[id] = raw;
  }
  return raws;
}

function cellOf(part: CustomerPart, id: keyof typeof lists): string {
  return part.raws[id] ?? part[lists[id]].join('; ');
}

function says(part: CustomerPart, id: string): boolean {
  const texts: Readonly<Record<string, unknown>> = { ...part, ...part.columns };
  return texts[id] !== undefined && texts[id] !== '';
}

function unite(
  earlier: readonly string[],
  later: readonly string[],
  keyOf: (value: string) => string,
): readonly string[] {
  if (later.length === 0) return earlier;
  const known = new Set(earlier.map(keyOf));
  const added = later.filter(value => !known.has(keyOf(value)));
  return added.length === 0 ? earlier : [...earlier, ...added];
}

function withLabels(
  tags: readonly ManualTag[],
  labels: readonly string[],
  stamp: Stamp,
): readonly ManualTag[] {
  const added = labels.filter(label => tags.every(({ tag }) => tag !== label));
  if (added.length === 0) return tags;
  return [...tags, ...added.map(tag => ({ tag, author: stamp.source, at: stamp.now }))];
}

function changes(columns: CustomerPart['columns'], later: CustomerPart['columns']): boolean {
  for (const id in later) if (columns[id] !== later[id]) return true;
  return false;
}

function isSame(before: Customer, after: Customer): boolean {
  const texts = ['name', 'company', 'title', 'address', 'emails', 'phones', 'tags'] as const;
  return texts.every(key => before[key] === after[key]) && !changes(before.columns, after.columns);
}
