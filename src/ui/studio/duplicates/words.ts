import { type Customer, columnFields, type Field, fieldNamed } from '../../../domain/index.ts';
import type { CrowdView, DuplicateReason, PairHead } from '../../../engine/index.ts';
import { duplicateTexts } from '../../../i18n/duplicates.ts';
import type { Text } from '../../../i18n/index.ts';
import { formatField, language, t } from '../../kit/index.ts';

const table = duplicateTexts as Readonly<Record<string, Text>>;

/** A probability as a percentage; what is not certain never reads as 100 %. */
export function sure(score: number): string {
  const percent = score >= 0.9995 ? 99.9 : Math.floor(score * 1000) / 10;
  return `${score >= 0.99 ? percent.toFixed(1) : Math.floor(percent)} %`;
}

/** What a comparison is of: a part of the name, a contact, or a field by its label. */
export function partLabel({ part }: DuplicateReason): string {
  const row = table[`part${part}`];
  if (row) return row[language.value];
  return fieldNamed(part, 'customer')?.[language.value] ?? part;
}

/** How the two values stand to one another. */
export function codeLabel({ code }: DuplicateReason): string {
  return table[`code${code}`]?.[language.value] ?? code;
}

/** What too many share. */
export function crowdLabel({ kind, value }: CrowdView): string {
  const row = table[`crowd${kind}`];
  return row ? t(row, { value }) : kind;
}

export function pairLabel({ one, other, score }: PairHead): string {
  return t(duplicateTexts.pairOf, { one: one.name, other: other.name, score: sure(score) });
}

/** One line of two records side by side. */
export interface ComparedField {
  readonly id: string;
  readonly label: string;
  readonly one: string;
  readonly other: string;
  /** Lists are united: there is nothing to choose. */
  readonly isList: boolean;
}

const texts = ['name', 'company', 'title', 'address'] as const;

/** The fields of which at least one record knows something, as the interface shows them. */
export function comparedFields(
  one: Customer,
  other: Customer,
  own: readonly Field[],
  currency: string,
): ComparedField[] {
  const label = (id: string) => fieldNamed(id, 'customer')?.[language.value] ?? id;
  const shown = (field: Field, { columns }: Customer) => {
    const value = columns[field.id];
    return value === undefined ? '' : formatField(field, value, currency);
  };
  const lists = [
    { id: 'email', one: one.emails, other: other.emails },
    { id: 'phone', one: one.phones, other: other.phones },
    { id: 'labels', one: one.tags.map(({ tag }) => tag), other: other.tags.map(({ tag }) => tag) },
  ];
  const all: ComparedField[] = [
    ...texts.map(id => ({ id, label: label(id), one: one[id], other: other[id], isList: false })),
    ...lists.map(({ id, one: left, other: right }) => ({
      id,
      label: label(id),
      one: left.join(', '),
      other: right.join(', '),
      isList: true,
    })),
    ...columnFields('customer', own)
      .filter(({ id }) => id !== 'labels')
      .map(field => ({
        id: field.id,
        label: field[language.value],
        one: shown(field, one),
        other: shown(field, other),
        isList: field.kind === 'texts',
      })),
  ];
  return all.filter(field => field.one !== '' || field.other !== '');
}
