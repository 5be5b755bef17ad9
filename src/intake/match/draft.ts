import type { Customer, Day, ManualTag, OwnField } from '../../domain/index.ts';
import { columnFields, regionOf } from '../../domain/index.ts';
import type { Cleaned, Fault } from '../clean/cleaned.ts';
import { refuse } from '../clean/cleaned.ts';
import { cleanEmails } from '../clean/email.ts';
import { homeRegion } from '../clean/homeRegion.ts';
import { cleanPhone } from '../clean/phone.ts';
import { cleanLabels, cleanText } from '../clean/text.ts';
import { concluded, sizeOf } from '../records/conclusions.ts';
import type { CustomerPart } from '../records/record.ts';
import { noValues, readerOf } from '../records/values.ts';

/** A customer as a form or a page gives it: texts as typed, columns by field id as typed. */
export interface DraftCustomer {
  readonly name: string;
  readonly company?: string;
  readonly title?: string;
  readonly address?: string;
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly columns?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly source: string;
}

export interface DraftOptions {
  readonly currency: string;
  readonly today: Day;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly newId: () => string;
  /** The workspace's own fields. */
  readonly own?: readonly OwnField[];
}

/** The fault of one field of a draft, by field id. */
export interface FieldFault extends Fault {
  readonly field: string;
}

export type CleanedDraft =
  /** `raws`: texts as typed, by field id, where the clean value is written otherwise. */
  | { readonly ok: true; readonly customer: Customer; readonly raws: CustomerPart['raws'] }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/**
 * The customer that a draft describes: a new one, or `before` with what the draft says. What the draft leaves out
 * stays as it was, what it says with a blank is cleared. Every field that cannot be read is told.
 */
export function cleanDraft(
  draft: DraftCustomer,
  before: Customer | null,
  options: DraftOptions,
): CleanedDraft {
  const faults: FieldFault[] = [];
  const raws: Record<string, string> = {};
  const take = <Value>(field: string, cleaned: Cleaned<Value>): Value => {
    if (cleaned.fault) faults.push({ field, ...cleaned.fault });
    return cleaned.value;
  };
  const text = (field: 'company' | 'title' | 'address'): string =>
    draft[field] === undefined ? (before?.[field] ?? '') : take(field, cleanText(draft[field]));
  const emails = draft.emails?.flatMap(each => take('email', cleanEmails(each))) ?? before?.emails ?? [];
  const phones =
    draft.phones?.map(each => take('phone', cleanPhone(each, homeRegion(options.currency)))) ??
    before?.phones ??
    [];
  const customer: Customer = {
    id: before?.id ?? options.newId(),
    name: take('name', cleanText(draft.name)),
    company: text('company'),
    title: text('title'),
    address: text('address'),
    emails: [...new Set(emails)],
    phones: [...new Set(phones.filter(phone => phone !== ''))],
    columns: cleanColumns(draft.columns ?? {}, before?.columns ?? {}, options, { faults, raws }),
    tags: draft.tags ? tagsOf(draft, before, options.now) : (before?.tags ?? []),
    source: before?.source ?? draft.source,
    createdAt: before?.createdAt ?? options.now,
    updatedAt: options.now,
  };
  const name = customer.name || customer.company || customer.emails[0] || customer.phones[0] || '';
  if (name === '') faults.push({ field: 'name', ...refuse('nameMissing').fault! });
  keepTyped(draft, customer, raws);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, customer: { ...customer, name }, raws };
}

/** What was typed into the fields that are no columns, where it was cleaned to something else. */
function keepTyped(draft: DraftCustomer, customer: Customer, raws: Record<string, string>): void {
  const typed = { email: draft.emails, phone: draft.phones, ...textsOf(draft) };
  const kept = { email: customer.emails, phone: customer.phones, ...textsOf(customer) };
  for (const [field, cells] of Object.entries(typed)) {
    const raw = (cells ?? []).filter(cell => cell.trim() !== '').join('; ');
    if (raw !== '' && raw !== kept[field as keyof typeof kept]!.join('; ')) raws[field] = raw;
  }
}

function textsOf({ name, company = '', title = '', address = '' }: DraftCustomer | Customer) {
  return { name: [name], company: [company], title: [title], address: [address] };
}

function cleanColumns(
  typed: Readonly<Record<string, string>>,
  before: Customer['columns'],
  { currency, today, own }: DraftOptions,
  { faults, raws }: { readonly faults: FieldFault[]; readonly raws: Record<string, string> },
): Customer['columns'] {
  const columns: Record<string, string | number> = { ...before };
  for (const [id, cell] of Object.entries(typed)) {
    if (!columnFields('customer', own).some(field => field.id === id && id !== 'labels')) continue;
    const values = noValues();
    const fault = readerOf('customer', id, { currency, today, order: 'ymd', own })(cell, values);
    if (fault) faults.push({ field: id, ...fault });
    Object.assign(raws, values.raws);
    const value = values.numbers[id] ?? values.texts[id];
    if (value === undefined) delete columns[id];
    else columns[id] = value;
  }
  if (regionOf(String(columns.province ?? '')) !== '' && columns.province !== before.province)
    delete columns.region;
  if (columns.size === before.size && before.size === sizeOf(before, undefined, currency))
    delete columns.size;
  return concluded(columns, raws.industry, currency);
}

/** Tags that stay keep who put them on and when. */
function tagsOf(draft: DraftCustomer, before: Customer | null, now: number): readonly ManualTag[] {
  const names = new Set((draft.tags ?? []).flatMap(tag => cleanLabels(tag).value));
  return [...names].map(
    tag => before?.tags.find(each => each.tag === tag) ?? { tag, author: draft.source, at: now },
  );
}
