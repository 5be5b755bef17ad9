import { type Customer, isoOf, type OwnField } from '../../domain/index.ts';
import type { DuplicateRecord } from './record.ts';

/** Fields of the catalogue that say who somebody is. What they buy, or who looks after them, does not. */
const telling = ['city', 'province', 'gender'];
const tellingKinds = new Set(['text', 'number', 'date']);

/** What is compared of a customer: texts, contacts, and the workspace's own fields that may tell people apart. */
export function duplicateRecord(customer: Customer, ownFields: readonly OwnField[]): DuplicateRecord {
  const { id, name, company, emails, phones, address, columns } = customer;
  const attributes: Record<string, string> = {};
  for (const field of telling) if (columns[field] !== undefined) attributes[field] = String(columns[field]);
  for (const field of ownFields) {
    if (field.of !== 'customer' || !tellingKinds.has(field.kind) || columns[field.id] === undefined) continue;
    attributes[field.en] = String(columns[field.id]);
  }
  const birthday = typeof columns.birthday === 'number' ? isoOf(columns.birthday) : '';
  return { id, name, company, emails, phones, address, birthday, attributes };
}
