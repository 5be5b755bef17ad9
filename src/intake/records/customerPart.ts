import { columnFields } from '../../domain/index.ts';
import { concluded } from './conclusions.ts';
import { type CustomerPart, noRaws } from './record.ts';
import type { Values } from './values.ts';

const columnIds = columnFields('customer')
  .map(field => field.id)
  .filter(id => id !== 'labels');
const none: readonly string[] = [];

/**
 * The customer that the values of a row tell of, with the `own` fields among them; with what follows from
 * them (`concluded`).
 */
export function customerPart(values: Values, own: readonly string[], currency: string): CustomerPart {
  const { texts, lists, raws } = values;
  const columns = { ...columnsOf(values, columnIds), ...columnsOf(values, own) };
  return {
    customerId: texts.customerId ?? '',
    name: wholeName(texts.name ?? '', texts.familyName ?? ''),
    company: texts.company ?? '',
    title: texts.title ?? '',
    address: texts.address ?? '',
    emails: lists.email ?? none,
    phones: lists.phone ?? none,
    labels: lists.labels ?? none,
    columns: concluded(columns, raws.industry, currency),
    raws: isEmpty(raws) ? noRaws : raws,
  };
}

function isEmpty(record: Readonly<Record<string, string>>): boolean {
  for (const _ in record) return false;
  return true;
}

/** What the values say of those fields. */
function columnsOf({ texts, numbers }: Values, ids: readonly string[]): Record<string, string | number> {
  const columns: Record<string, string | number> = {};
  for (const id of ids) {
    const value = numbers[id] ?? texts[id];
    if (value !== undefined) columns[id] = value;
  }
  return columns;
}

/** Given and family name as the language of the name joins them. */
function wholeName(given: string, family: string): string {
  if (given === '' || family === '') return given || family;
  return /\p{Script=Han}/u.test(family) ? `${family}${given}` : `${given} ${family}`;
}
