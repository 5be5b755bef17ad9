import {
  type Customer,
  columnFields,
  type Field,
  isoOf,
  splitTexts,
  valueLabel,
} from '../../domain/index.ts';
import type { CustomerDraft } from '../../engine/index.ts';
import { minorDigits } from '../../i18n/index.ts';

/** The columns that a form offers, `own` ones too: all but the tags put by hand, which have their own place. */
export function formFields(own: readonly Field[]): readonly Field[] {
  return columnFields('customer', own).filter(field => field.id !== 'labels');
}

/**
 * A customer as a form holds it: everything as text, dates as YYYY-MM-DD, closed lists by their stored id, money
 * in whole units of `currency`.
 */
export function draftOf(customer: Customer, currency: string, own: readonly Field[] = []): CustomerDraft {
  const columns: Record<string, string> = {};
  for (const field of formFields(own)) {
    const stored = customer.columns[field.id];
    if (stored !== undefined) columns[field.id] = typed(field, stored, currency);
  }
  const { id, name, company, title, address, emails, phones } = customer;
  return { id, name, company, title, address, emails, phones, columns, source: 'hand' };
}

function typed(field: Field, stored: string | number, currency: string): string {
  if (field.kind === 'texts') return splitTexts(String(stored)).join('; ');
  if (typeof stored === 'string') return stored;
  if (field.kind === 'date') return isoOf(stored);
  if (field.kind === 'money') return String(stored / 10 ** minorDigits(currency));
  return String(stored);
}

/** Parts of a list typed into one field, separated by commas, semicolons or line breaks of either script. */
export function splitList(text: string): string[] {
  return text
    .split(/[,，;；、\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

/** The choices of a closed list: stored id and label, with the stored value where the list does not have it. */
export function choicesOf(
  field: Field,
  stored: string,
  language: 'en' | 'zh',
): { value: string; label: string }[] {
  const choices = (field.values ?? []).map(value => ({ value: value.id, label: value[language] }));
  const known = stored === '' || choices.some(choice => choice.value === stored);
  return known ? choices : [...choices, { value: stored, label: valueLabel(field, stored, language) }];
}
