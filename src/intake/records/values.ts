import type { Field, LearnedValues, OwnField, Subject } from '../../domain/index.ts';
import { fieldOf, foldSpelling, isoOf, joinTexts, valueLabel } from '../../domain/index.ts';
import { minorDigits } from '../../i18n/index.ts';
import { cleanAmount, cleanCurrency, cleanNumber } from '../clean/amount.ts';
import type { Cleaned, Fault } from '../clean/cleaned.ts';
import { clean, refuse } from '../clean/cleaned.ts';
import type { DateContext } from '../clean/date.ts';
import { cleanDate } from '../clean/date.ts';
import { cleanEmails } from '../clean/email.ts';
import { cleanFlag } from '../clean/flag.ts';
import { homeRegion } from '../clean/homeRegion.ts';
import { cleanCreditCode } from '../clean/identity.ts';
import { cleanIndustry } from '../clean/industry.ts';
import { cleanListed, cleanStrictlyListed } from '../clean/listed.ts';
import { cleanPhones } from '../clean/phone.ts';
import { cleanPlace } from '../clean/place.ts';
import { cleanLabels, cleanNumberText, cleanText, detached, isBlank, tidyCode } from '../clean/text.ts';

/** What the values of one column are read with. */
export interface ValueContext extends DateContext {
  readonly currency: string;
  /** The workspace's own fields. */
  readonly own?: readonly OwnField[];
  /** What texts mean in closed lists, as the user has said. */
  readonly learned?: LearnedValues;
}

/** What a row says of one subject, by field id. */
export interface Values {
  readonly texts: Record<string, string>;
  readonly lists: Record<string, readonly string[]>;
  readonly numbers: Record<string, number>;
  /** Cells of a customer's fields as they stood, where the clean value is written otherwise. */
  readonly raws: Record<string, string>;
  /** Minute of the day of the field `day`, -1 = not known. */
  minute: number;
}

export function noValues(): Values {
  return { texts: {}, lists: {}, numbers: {}, raws: {}, minute: -1 };
}

/** Cleans a cell and puts it in its place; the fault where it cannot be read. */
export type PutCell = (cell: string, values: Values) => Fault | null;

/** How many different cells of one column are remembered with their cleaned values. */
const remembered = 4_096;

/** The reader of a column that goes to a field. What it changes in a customer's cell is kept beside it. */
export function readerOf(of: Subject, id: string, context: ValueContext): PutCell {
  const field = fieldOf(of, id, context.own);
  const put = cleaningReader(of, field, context);
  if (of !== 'customer') return put;
  const learned = new Map(Object.entries(context.learned?.[id] ?? {}));
  return (cell, values) => {
    const meant = learned.size > 0 && learned.get(foldSpelling(cell));
    const fault = put(meant || cell, values);
    if (!fault && cell !== '' && !isPlain(cell, field, values, context)) values.raws[id] = cell;
    return fault;
  };
}

function cleaningReader(of: Subject, field: Field, context: ValueContext): PutCell {
  const { id } = field;
  const key = `${of}.${id}`;
  if (key === 'customer.email') return list('email', cleanEmails);
  if (key === 'customer.phone') return list('phone', cell => cleanPhones(cell, homeRegion(context.currency)));
  if (key === 'customer.labels') return list('labels', cleanLabels);
  if (key === 'customer.customerId' || key === 'order.number') return text(id, cleanNumberText);
  if (key === 'customer.industry') return text(id, remember(cleanIndustry));
  if (key === 'customer.province' || key === 'customer.region')
    return text(
      id,
      remember(cell => cleanPlace(cell, field)),
    );
  if (key === 'customer.creditCode') return text(id, cleanCreditCode);
  if (key === 'order.status')
    return text(
      id,
      remember(cell => cleanStrictlyListed(cell, field)),
    );
  if (key === 'order.currency')
    return text(
      id,
      remember(cell => currencyOf(cell, context.currency)),
    );
  if (key === 'interaction.csat') return number(id, cell => within(cleanNumber(cell), 1, 5, field));
  if (key === 'interaction.nps') return number(id, cell => within(cleanNumber(cell), 0, 10, field));
  if (field.kind === 'date') return date(id, context);
  if (field.kind === 'money') return number(id, cell => cleanAmount(cell, context.currency));
  if (field.kind === 'number' || field.kind === 'share') return number(id, remember(cleanNumber));
  if (field.kind === 'days')
    return number(id, cell => cleanNumber(cell.replace(/\s*(?:天|日|days?)\s*$/i, '')));
  if (field.kind === 'flag') return number(id, cleanFlag);
  if (field.kind === 'texts') return text(id, joined);
  return text(id, field.place === 'column' ? remember(cell => cleanListed(cell, field)) : cleanText);
}

/** True for a cell that says its value just as it is stored or shown, and for one that says nothing. */
function isPlain(cell: string, field: Field, values: Values, { currency }: ValueContext): boolean {
  const list = values.lists[field.id];
  if (list) return cell === list.join('; ');
  const value = values.texts[field.id] ?? values.numbers[field.id];
  if (value === undefined) return isBlank(tidyCode(cell));
  if (cell === value || cell === plainText(field, value, currency)) return true;
  if (typeof value === 'string')
    return (['en', 'zh'] as const).some(it => cell === valueLabel(field, value, it));
  return field.kind !== 'date' && /^-?\d+(?:\.\d+)?$/.test(cell);
}

/** A stored value written plainly: dates as 2024-01-31, money as 1234.5 units, lists joined by '; '. */
export function plainText(field: Field, value: string | number, currency: string): string {
  if (typeof value === 'string') return value;
  if (field.kind === 'date') return isoOf(value);
  return String(field.kind === 'money' ? value / 10 ** minorDigits(currency) : value);
}

function text(id: string, read: (cell: string) => Cleaned<string>): PutCell {
  return (cell, values) => {
    const { value, fault } = read(cell);
    if (value !== '') values.texts[id] = value;
    return fault;
  };
}

/** Several texts in one cell. */
function joined(cell: string): Cleaned<string> {
  return clean(joinTexts(cleanLabels(cell).value));
}

function list(id: string, read: (cell: string) => Cleaned<readonly string[]>): PutCell {
  return (cell, values) => {
    const { value, fault } = read(cell);
    if (value.length > 0) values.lists[id] = value;
    return fault;
  };
}

function number(id: string, read: (cell: string) => Cleaned<number | null>): PutCell {
  return (cell, values) => {
    const { value, fault } = read(cell);
    if (value !== null) values.numbers[id] = value;
    return fault;
  };
}

function date(id: string, context: DateContext): PutCell {
  return (cell, values) => {
    const { value, fault } = cleanDate(cell, context);
    if (value === null) return fault;
    values.numbers[id] = value.day;
    if (id === 'day') values.minute = value.minute;
    return null;
  };
}

function currencyOf(cell: string, base: string): Cleaned<string> {
  const cleaned = cleanCurrency(cell, base);
  if (cleaned.value === '' || cleaned.value === base) return cleaned;
  return { value: '', fault: refuse('foreignCurrency', { currency: cleaned.value, base }).fault };
}

function within(
  cleaned: Cleaned<number | null>,
  least: number,
  most: number,
  field: Field,
): Cleaned<number | null> {
  if (cleaned.value === null || (cleaned.value >= least && cleaned.value <= most)) return cleaned;
  return refuse('numberOutOfRange', {
    field: `${field.zh} / ${field.en}`,
    value: cleaned.value,
    least,
    most,
  });
}

/** Columns with few different values are cleaned once a value, and keep one string for all rows. */
function remember<Value>(read: (cell: string) => Cleaned<Value>): (cell: string) => Cleaned<Value> {
  const known = new Map<string, Cleaned<Value>>();
  return cell => {
    let cleaned = known.get(cell);
    if (!cleaned) {
      const kept = detached(cell);
      cleaned = read(kept);
      if (known.size < remembered) known.set(kept, cleaned);
    }
    return cleaned;
  };
}
