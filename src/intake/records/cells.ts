import type { Field, LearnedValues, OwnField, Subject } from '../../domain/index.ts';
import { joinTexts } from '../../domain/index.ts';
import { cleanAmount, cleanCurrency, cleanNumber } from '../clean/amount.ts';
import type { Cleaned } from '../clean/cleaned.ts';
import { clean, refuse } from '../clean/cleaned.ts';
import type { DateContext, Moment } from '../clean/date.ts';
import { cleanDate } from '../clean/date.ts';
import { cleanEmails } from '../clean/email.ts';
import { cleanFlag } from '../clean/flag.ts';
import { homeRegion } from '../clean/homeRegion.ts';
import { cleanCreditCode } from '../clean/identity.ts';
import { cleanIndustry } from '../clean/industry.ts';
import { cleanListed, cleanStrictlyListed } from '../clean/listed.ts';
import { cleanPhones } from '../clean/phone.ts';
import { cleanPlace } from '../clean/place.ts';
import { cleanLabels, cleanNumberText, cleanText, detached } from '../clean/text.ts';

/** What the values of one column are read with. */
export interface ValueContext extends DateContext {
  readonly currency: string;
  /** The workspace's own fields. */
  readonly own?: readonly OwnField[];
  /** What texts mean in closed lists, as the user has said. */
  readonly learned?: LearnedValues;
}

/** How the cells of a column are cleaned; '' , an empty list and null where a cell says nothing. */
export type CellReader =
  | Reads<'text', string>
  | Reads<'list', readonly string[]>
  | Reads<'number', number | null>
  | Reads<'date', Moment | null>;

interface Reads<Form extends string, Value> {
  readonly form: Form;
  readonly read: (cell: string) => Cleaned<Value>;
}

/** How many different cells of one column are remembered with what they say. */
export const remembered = 4_096;

/** The reader of cells that say a value of a field. */
export function cellReader(of: Subject, field: Field, context: ValueContext): CellReader {
  const { id } = field;
  const key = `${of}.${id}`;
  if (key === 'customer.email') return list(cleanEmails);
  if (key === 'customer.phone') return list(cell => cleanPhones(cell, homeRegion(context.currency)));
  if (key === 'customer.labels') return list(cleanLabels);
  if (key === 'customer.customerId' || key === 'order.number') return text(cleanNumberText);
  if (key === 'customer.industry') return text(remember(cleanIndustry));
  if (key === 'customer.province' || key === 'customer.region')
    return text(remember(cell => cleanPlace(cell, field)));
  if (key === 'customer.creditCode') return text(cleanCreditCode);
  if (key === 'order.status') return text(remember(cell => cleanStrictlyListed(cell, field)));
  if (key === 'order.currency') return text(remember(cell => currencyOf(cell, context.currency)));
  if (key === 'interaction.csat') return number(cell => within(cleanNumber(cell), 1, 5, field));
  if (key === 'interaction.nps') return number(cell => within(cleanNumber(cell), 0, 10, field));
  if (field.kind === 'date') return { form: 'date', read: cell => cleanDate(cell, context) };
  if (field.kind === 'money') return number(cell => cleanAmount(cell, context.currency));
  if (field.kind === 'number' || field.kind === 'share') return number(remember(cleanNumber));
  if (field.kind === 'days') return number(cell => cleanNumber(cell.replace(/\s*(?:天|日|days?)\s*$/i, '')));
  if (field.kind === 'flag') return number(cleanFlag);
  if (field.kind === 'texts') return text(joined);
  return text(field.place === 'column' ? remember(cell => cleanListed(cell, field)) : cleanText);
}

const text = (read: Reads<'text', string>['read']): CellReader => ({ form: 'text', read });
const list = (read: Reads<'list', readonly string[]>['read']): CellReader => ({ form: 'list', read });
const number = (read: Reads<'number', number | null>['read']): CellReader => ({ form: 'number', read });

/** Several texts in one cell. */
function joined(cell: string): Cleaned<string> {
  return clean(joinTexts(cleanLabels(cell).value));
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
