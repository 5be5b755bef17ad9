import type { Field, Subject } from '../../domain/index.ts';
import { fieldOf, foldSpelling, isoOf, valueLabel } from '../../domain/index.ts';
import { minorDigits } from '../../i18n/index.ts';
import type { Fault } from '../clean/cleaned.ts';
import { isBlank, tidyCode } from '../clean/text.ts';
import { cellReader, type ValueContext } from './cells.ts';

/** What a row says of one subject, by field id. */
export interface Values {
  readonly texts: Record<string, string>;
  readonly lists: Record<string, readonly string[]>;
  readonly numbers: Record<string, number>;
  /** Cells of a customer's fields as they stood, where the clean value is written otherwise. */
  readonly raws: Record<string, string>;
}

export function noValues(): Values {
  return { texts: {}, lists: {}, numbers: {}, raws: {} };
}

/** Cleans a cell and puts it in its place; the fault where it cannot be read. */
export type PutCell = (cell: string, values: Values) => Fault | null;

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
  const { form, read } = cellReader(of, field, context);
  if (form === 'text')
    return (cell, { texts }) => {
      const { value, fault } = read(cell);
      if (value !== '') texts[id] = value;
      return fault;
    };
  if (form === 'list')
    return (cell, { lists }) => {
      const { value, fault } = read(cell);
      if (value.length > 0) lists[id] = value;
      return fault;
    };
  if (form === 'number')
    return (cell, { numbers }) => {
      const { value, fault } = read(cell);
      if (value !== null) numbers[id] = value;
      return fault;
    };
  return (cell, { numbers }) => {
    const { value, fault } = read(cell);
    if (value !== null) numbers[id] = value.day;
    return fault;
  };
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
