import type { Field } from '../../domain/index.ts';
import { cleanAmount, cleanNumber } from '../clean/amount.ts';
import { cleanDate } from '../clean/date.ts';
import { cleanEmails } from '../clean/email.ts';
import { cleanFlag } from '../clean/flag.ts';
import { cleanCreditCode } from '../clean/identity.ts';
import { industryOf } from '../clean/industry.ts';
import { listedId } from '../clean/listed.ts';
import { cleanPhones, isMasked } from '../clean/phone.ts';
import { isBlank, tidy } from '../clean/text.ts';

/** What the sample says about one column. */
export interface ColumnEvidence {
  /** Values that are not blank. */
  readonly values: readonly string[];
  /** Different values / values. */
  readonly distinct: number;
}

/** A day far enough ahead for every date of a file: 2170-01-01. */
const endOfTime = 73_049;

export function evidenceOf(sample: readonly (readonly string[])[], column: number): ColumnEvidence {
  const values = sample.map(row => tidy(row[column] ?? '')).filter(value => !isBlank(value));
  return { values, distinct: values.length === 0 ? 0 : new Set(values).size / values.length };
}

/** The share of a column's values that could be values of the field; null where the column is blank. */
export function valueFit(evidence: ColumnEvidence, field: Field, currency: string): number | null {
  if (evidence.values.length === 0) return null;
  const test = tests[`${field.of}.${field.id}`] ?? testOfKind(field, currency);
  return evidence.values.filter(test).length / evidence.values.length;
}

/** Values that can be nothing else than this field's, so that they tell it even without a heading. */
export function isTelling(value: string, field: Field): boolean {
  if (field.of === 'customer' && field.id === 'email') return isEmail(value);
  if (field.of === 'customer' && field.id === 'phone')
    return (
      /^(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$/.test(value) || (/^\+\d/.test(value) && isPhone(value))
    );
  if (field.kind === 'date') return /\d[-/.年:]\d/.test(value) && isDate(value);
  if (field.kind === 'money') return /[¥￥$€£元]/.test(value) || /^-?[\d,]+\.\d{2}$/.test(value);
  if (field.values && !['S', 'M', 'F'].includes(value)) return listedId(field, value) !== null;
  return false;
}

/** An e-mail address, or several. */
export const isEmail = (value: string) => /@[^@\s]+\.[^@\s]/.test(value) && !cleanEmails(value).fault;
const isPhone = (value: string) => isMasked(value) || !cleanPhones(value).fault;
/** A date in any order of its parts. */
export const isDate = (value: string) => !cleanDate(value, { order: 'ymd', today: endOfTime }).fault;
const isWord = (value: string) => /\p{L}/u.test(value) && !isEmail(value);
const isPlainNumber = (value: string) => !cleanNumber(value).fault;

/** Fields whose values are known by more than their kind. */
const tests: Readonly<Record<string, (value: string) => boolean>> = {
  'customer.email': isEmail,
  'customer.phone': isPhone,
  'customer.name': isWord,
  'customer.familyName': isWord,
  'customer.company': isWord,
  'customer.title': isWord,
  'customer.address': isWord,
  'customer.city': isWord,
  'customer.industry': value => isWord(value) || industryOf(value) !== null,
  'customer.creditCode': value => !cleanCreditCode(value).fault,
  'order.number': value => value.length <= 60 && !/\s.*\s/.test(value),
  'order.currency': value => value.length <= 4,
  'interaction.csat': value => isPlainNumber(value) && Number(value) >= 0 && Number(value) <= 5,
  'interaction.nps': value => isPlainNumber(value) && Number(value) >= 0 && Number(value) <= 10,
};

/** Whether any words can be a value of the field, so that single odd ones say little against its heading. */
export function takesAnyWords(field: Field): boolean {
  return tests[`${field.of}.${field.id}`] === isWord;
}

function testOfKind(field: Field, currency: string): (value: string) => boolean {
  if (field.kind === 'date') return isDate;
  if (field.kind === 'money')
    return value => {
      const { fault } = cleanAmount(value, currency);
      return !fault || fault.code === 'foreignCurrency';
    };
  if (field.kind === 'number' || field.kind === 'share' || field.kind === 'days') return isPlainNumber;
  if (field.kind === 'flag') return value => !cleanFlag(value).fault;
  if (field.of === 'order' && field.id === 'status') return value => listedId(field, value) !== null;
  return () => true;
}
