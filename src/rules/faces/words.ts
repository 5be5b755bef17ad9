import { type Field, fieldNamed, type Subject, valueId, valueLabel } from '../../domain/index.ts';
import { fieldNouns } from '../../i18n/faces.ts';
import { formatDay, type Language, localeOf, minorDigits, type Text } from '../../i18n/index.ts';
import type { Duration, Expression, NumberLiteral, RowsExpression } from '../ast.ts';
import { shiftDecimal } from '../lexer.ts';
import { durationUnits } from '../tokens.ts';

const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** A template with its values. In Chinese, letters and digits get a space between themselves and the characters. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split(/(\{\w+\})/)
    .map(part => (/^\{\w+\}$/.test(part) ? (values[part.slice(1, -1)] ?? part) : part))
    .reduce(joined, '');
}

/** Two pieces of a sentence, one behind the other. */
export function joined(left: string, right: string): string {
  const last = left.at(-1) ?? '';
  const first = right.at(0) ?? '';
  const apart =
    (isHan(last) && /[A-Za-z0-9¥$€£+-]/.test(first)) || (/[A-Za-z0-9%]/.test(last) && isHan(first));
  return apart ? `${left} ${right}` : left + right;
}

/** A number with all its digits, grouped. */
export function numberWords(language: Language, value: number): string {
  return value.toLocaleString(localeOf(language), { maximumFractionDigits: 20 });
}

/** A number literal with its unit; money is of `currency`. */
export function literalWords(language: Language, { value, unit }: NumberLiteral, currency: string): string {
  if (unit === 'percent') return `${numberWords(language, shiftDecimal(value, 2))}%`;
  if (unit === 'plain') return numberWords(language, value);
  if (language === 'zh' && currency === 'CNY') return `${numberWords(language, value)} 元`;
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  try {
    const digits = Number.isInteger(value) ? 0 : minorDigits(currency);
    return value.toLocaleString(localeOf(language), {
      ...style,
      minimumFractionDigits: digits,
      maximumFractionDigits: 20,
    });
  } catch {
    return `${numberWords(language, value)} ${currency}`; // not an ISO code: Intl refuses it
  }
}

/** A length of time: '6 months', '6 个月'. */
export function durationWords(language: Language, { count, unit }: Duration): string {
  const { en, zh } = durationUnits[unit];
  const number = numberWords(language, count);
  return language === 'zh' ? `${number} ${zh[0]}` : `${number} ${en[count === 1 ? 0 : 1]}`;
}

/** The days whose rows count, as they stand before (Chinese) or behind (English) what is counted. */
export function windowWords(language: Language, window: NonNullable<RowsExpression['window']>): string {
  if ('count' in window) {
    if (language === 'zh') return `近 ${durationWords(language, window)}`;
    const { count, unit } = window;
    return ` in the last ${count === 1 ? durationUnits[unit].en[0] : durationWords(language, window)}`;
  }
  const { period, unit, from, to } = window as {
    period?: string;
    unit?: Duration['unit'];
    from?: number;
    to?: number;
  };
  if (unit !== undefined && period !== undefined) {
    const row = periods[period as keyof typeof periods];
    return row[language][unit as keyof (typeof row)['en']];
  }
  const [first, last] = [formatDay(language, from!), formatDay(language, to!)];
  return language === 'zh' ? `${first}至${last}` : ` from ${first} to ${last}`;
}

const periods = {
  this: {
    en: {
      day: ' today',
      week: ' this week',
      month: ' this month',
      quarter: ' this quarter',
      year: ' this year',
    },
    zh: { day: '今天', week: '本周', month: '本月', quarter: '本季度', year: '今年' },
  },
  previous: {
    en: {
      day: ' yesterday',
      week: ' last week',
      month: ' last month',
      quarter: ' last quarter',
      year: ' last year',
    },
    zh: { day: '昨天', week: '上周', month: '上月', quarter: '上季度', year: '去年' },
  },
};

/** A text in quotation marks; a value of a closed list as the language calls it. */
export function textWords(language: Language, text: string, field: Field | null): string {
  const id = field && valueId(field, text);
  return `“${id ? valueLabel(field, id, language) : text}”`;
}

/** What the language calls a field, inside of a sentence. */
export function fieldWords(language: Language, field: Field): string {
  const noun: Text | undefined =
    field.of === 'customer' ? (fieldNouns as Record<string, Text>)[field.id] : undefined;
  if (noun) return noun[language];
  if (language === 'zh') return field.zh;
  return /^[A-Z][a-z]/.test(field.en) ? field.en[0]!.toLowerCase() + field.en.slice(1) : field.en;
}

/** The field that a comparison is about, so that its values can be said in words. */
export function fieldOfSubject(subject: Expression, of: Subject, own: readonly Field[]): Field | null {
  if (subject.kind === 'name') return fieldNamed(subject.name, of, own) ?? null;
  return subject.kind === 'windowed' ? fieldOfSubject(subject.value, of, own) : null;
}

/** Whether an English noun wants 'are'. */
export function isPlural(noun: string): boolean {
  if (/ (?:plus|minus|times|divided by) |^(?:the|a|an) /.test(noun)) return false;
  const [head = ''] = noun.split(/ (?:of|in the last|from|as|today|this|last) /);
  return /(?:[^suiv]s|ers|ies)$/.test(head);
}
