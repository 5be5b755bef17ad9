import type { Interaction, Order, OrderStatus } from '../../domain/index.ts';
import { columnFields } from '../../domain/index.ts';
import type { Cleaned } from '../clean/cleaned.ts';
import { clean, refuse } from '../clean/cleaned.ts';
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

/** The workspace's own fields of a fact, where the row says something of them. */
function ownColumns(values: Values, own: readonly string[]): Pick<Order, 'columns'> {
  if (own.length === 0) return {};
  const columns = columnsOf(values, own);
  return Object.keys(columns).length === 0 ? {} : { columns };
}

/** Given and family name as the language of the name joins them. */
function wholeName(given: string, family: string): string {
  if (given === '' || family === '') return given || family;
  return /\p{Script=Han}/u.test(family) ? `${family}${given}` : `${given} ${family}`;
}

/** The order of a row. A negative amount is a refund; a file without a status column brings paid orders. */
export function orderOf(
  values: Values,
  currency: string,
  hasStatus: boolean,
  own: readonly string[],
): Cleaned<Order | null> {
  const { texts, numbers, minute } = values;
  if (numbers.day === undefined) return refuse('dateMissing');
  if (numbers.amount === undefined) return refuse('amountMissing');
  const named = texts.status ?? (hasStatus ? '' : 'paid');
  if (named === '') return refuse('statusMissing');
  const isReturned = numbers.amount < 0 && named === 'paid';
  return clean({
    number: texts.number ?? '',
    day: numbers.day,
    minute,
    amount: Math.abs(numbers.amount),
    currency,
    product: texts.product ?? '',
    category: texts.category ?? '',
    quantity: Math.abs(numbers.quantity ?? Number.NaN),
    channel: texts.channel ?? '',
    status: isReturned ? 'refunded' : (named as OrderStatus),
    ...ownColumns(values, own),
  });
}

/** The interaction of a row. A row with a rating and no kind is a survey. */
export function interactionOf(values: Values, own: readonly string[]): Cleaned<Interaction | null> {
  const { texts, numbers, minute } = values;
  if (numbers.day === undefined) return refuse('dateMissing');
  const isRated = numbers.csat !== undefined || numbers.nps !== undefined;
  return clean({
    day: numbers.day,
    minute,
    kind: texts.kind ?? (isRated ? 'survey' : ''),
    channel: texts.channel ?? '',
    topic: texts.topic ?? '',
    csat: numbers.csat ?? Number.NaN,
    nps: numbers.nps ?? Number.NaN,
    ...ownColumns(values, own),
  });
}
