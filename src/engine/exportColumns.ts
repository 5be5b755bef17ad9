import {
  type Customer,
  columnFields,
  type Field,
  fields,
  type Interaction,
  localDay,
  type Order,
  type Subject,
  splitTexts,
  type ValueKind,
  valueLabel,
} from '../domain/index.ts';
import { exportTexts } from '../i18n/export.ts';
import { fill, type Language, minorDigits, type Text } from '../i18n/index.ts';
import type { OutValue } from '../intake/index.ts';
import type { ExportColumn } from './api.ts';
import type { Publishable } from './cards.ts';
import { columnNamed, valueIn } from './columns.ts';
import type { Evaluation } from './evaluating.ts';

/** What a row of an export is read from: a customer (by row of the base), and one of its facts. */
export interface ExportSource {
  readonly row: number;
  readonly customer: Customer;
  readonly fact: Order | Interaction | null;
}

/** A column with the way to its value. */
export interface ReadColumn extends ExportColumn {
  readonly decimals: number;
  read(source: ExportSource, language: Language): OutValue;
}

/** Derived fields that a list usually has. */
const usualDerived = new Set(['recency', 'frequency', 'monetary']);
const minute = 1 / 1_440;

/** Every column that a list can have, in the order of the file. */
export function readColumns(
  subject: Subject,
  evaluation: Evaluation,
  from: Publishable,
  currency: string,
): ReadColumn[] {
  const own = evaluation.base.ownFields;
  const decimals = minorDigits(currency);
  const column = (part: Omit<ReadColumn, 'decimals'>): ReadColumn => ({ ...part, decimals });
  if (subject !== 'customer') {
    const whose = rowFields('customer')
      .filter(({ id }) => ['customerId', 'name', 'email', 'phone'].includes(id))
      .map(field => column({ ...headOf(field, true), read: ({ customer }) => textOf(customer, field.id) }));
    const facts = [...rowFields(subject), ...columnFields(subject, own)]
      .filter(({ id }) => id !== 'repeat')
      .map(field =>
        column({ ...headOf(field, true), read: ({ fact }, language) => factOf(fact!, field, language) }),
      );
    return [...whose, ...facts];
  }
  const derived = fields.filter(
    field => field.of === 'customer' && (field.place === 'derived' || field.place === 'model'),
  );
  const metrics = evaluation.run.results.filter(each => each.kind === 'metric');
  const computed = (id: string, head: Text, kind: ValueKind, usual: boolean, field?: Field) => {
    const values = columnNamed(evaluation, id);
    const read = ({ row }: ExportSource, language: Language) => {
      const value = values ? valueIn(values, row) : null;
      return field && typeof value === 'string' ? valueLabel(field, value, language) : value;
    };
    return column({ id, ...head, kind, usual, read });
  };
  return [
    ...rowFields('customer').map(field =>
      column({ ...headOf(field, true), read: ({ customer }) => textOf(customer, field.id) }),
    ),
    ...columnFields('customer', own).map(field =>
      column({
        ...headOf(field, true),
        read: ({ customer }, language) =>
          field.id === 'labels'
            ? customer.tags.map(({ tag }) => tag)
            : shown(customer.columns[field.id], field, language),
      }),
    ),
    ...from.tiers.map(({ name, levels, codes }, i) =>
      column({
        id: `#tier:${name}`,
        en: fill('en', exportTexts.columnTier.en, { name }),
        zh: fill('zh', exportTexts.columnTier.zh, { name }),
        kind: 'text',
        usual: i === 0,
        read: ({ row }) => levels[codes[row]! - 1] ?? '',
      }),
    ),
    column({
      id: '#segments',
      ...exportTexts.columnSegments,
      kind: 'texts',
      usual: true,
      read: ({ row }) => from.segments.filter(({ bits }) => bits.has(row)).map(({ name }) => name),
    }),
    column({
      id: '#tags',
      ...exportTexts.columnTags,
      kind: 'texts',
      usual: true,
      read: ({ row }) => from.tags.filter(({ bits }) => bits.has(row)).map(({ name }) => name),
    }),
    ...derived.map(field => computed(field.id, field, field.kind, usualDerived.has(field.id), field)),
    ...metrics.map(({ name, valueKind }) => computed(name, { en: name, zh: name }, valueKind, true)),
    column({ ...of('#source', exportTexts.columnSource, 'text'), read: ({ customer }) => customer.source }),
    column({
      ...of('#created', exportTexts.columnCreated, 'date'),
      read: ({ customer }) => dayIn(customer.createdAt),
    }),
    column({
      ...of('#updated', exportTexts.columnUpdated, 'date'),
      read: ({ customer }) => dayIn(customer.updatedAt),
    }),
  ];
}

function of(id: string, head: Text, kind: ValueKind): Omit<ExportColumn, never> {
  return { id, en: head.en, zh: head.zh, kind, usual: false };
}

function dayIn(at: number): number {
  return localDay(new Date(at));
}

function headOf({ id, en, zh, kind }: Field, usual: boolean): ExportColumn {
  return { id, en, zh, kind: ['email', 'phone'].includes(id) ? 'texts' : kind, usual };
}

/** The texts of a record; the family name is part of the name by then. */
function rowFields(subject: Subject): Field[] {
  return fields.filter(({ of, place, id }) => of === subject && place === 'row' && id !== 'familyName');
}

function textOf(customer: Customer, id: string): OutValue {
  const texts: Readonly<Record<string, OutValue>> = {
    customerId: customer.id,
    name: customer.name,
    company: customer.company,
    title: customer.title,
    address: customer.address,
    email: customer.emails,
    phone: customer.phones,
  };
  return texts[id] ?? null;
}

function factOf(fact: Order | Interaction, field: Field, language: Language): OutValue {
  if (field.id === 'day') return fact.minute < 0 ? fact.day : fact.day + fact.minute * minute;
  const values = fact as unknown as Readonly<Record<string, string | number | undefined>>;
  return shown(values[field.id] ?? fact.columns?.[field.id], field, language);
}

function shown(value: string | number | undefined, field: Field, language: Language): OutValue {
  if (value === undefined || value === '' || Number.isNaN(value)) return null;
  if (typeof value === 'number') return value;
  return field.kind === 'texts' ? splitTexts(value) : valueLabel(field, value, language);
}
