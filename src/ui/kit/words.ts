import { type Field, fieldNamed, Problem, plainName, type Reason, valueLabel } from '../../domain/index.ts';
import type { Text } from '../../i18n/index.ts';
import { kitTexts } from '../../i18n/kit.ts';
import { problems } from '../../i18n/problems.ts';
import { formatValue, language, say, t } from './language.ts';

/** The sentence for a code of a Problem or of a fault at a form field. */
export function describeCode(code: string, args: Problem['args']): string {
  const row = (problems as Record<string, Text>)[code];
  return row ? say(row, args) : t(kitTexts.unexpected, { message: code });
}

/** What went wrong, for the user: the Problem's own sentence, else a general one with the error's message. */
export function describeProblem(error: unknown): string {
  if (error instanceof Problem) return describeCode(error.code, error.args);
  return t(kitTexts.unexpected, { message: error instanceof Error ? error.message : String(error) });
}

/** A stored value of a field: values of closed lists by their label, lists in the language's commas, else by kind. */
export function formatField(field: Field, stored: string | number, currency: string): string {
  return typeof stored === 'string' && field.kind !== 'texts'
    ? valueLabel(field, stored, language.value)
    : formatValue(field.kind, stored, currency);
}

/** What a rule calls `name`, as the interface calls it: a customer field's label, else the name itself. */
export function nameLabel(name: string): string {
  const plain = plainName(name);
  return fieldNamed(plain, 'customer')?.[language.value] ?? plain;
}

const relations: Readonly<Record<string, Text>> = {
  '>=': { en: '≥', zh: '≥' },
  '<=': { en: '≤', zh: '≤' },
  '!=': { en: '≠', zh: '≠' },
  in: kitTexts.relationIn,
  'not in': kitTexts.relationNotIn,
  is: { en: '=', zh: '=' },
  contains: kitTexts.relationContains,
  between: kitTexts.relationBetween,
};

/**
 * One reason in a line: '最近消费间隔 91 天 > 90 天', 'Recency 91 days > 90 days'. Catalogue fields and the values of
 * closed lists show their label, other names stay as the rule writes them. `currency` is that of money.
 */
export function describeReason(reason: Reason, currency: string): string {
  const name = plainName(reason.subject);
  const field = fieldNamed(name, 'customer');
  const subject = field ? field[language.value] : name;
  if (reason.kind === 'flag' && reason.value !== null) {
    return reason.value === 0 ? t(kitTexts.flagNot, { name: subject }) : subject;
  }
  const show = (value: number | string | null) =>
    field && typeof value === 'string'
      ? valueLabel(field, value, language.value)
      : formatValue(reason.kind, value, currency);
  const value = show(reason.value);
  if (reason.relation === '' || reason.bound === null) return `${subject} ${value}`;
  const relation = relations[reason.relation];
  const bound = Array.isArray(reason.bound)
    ? reason.bound.map(show).join(t(reason.relation === 'between' ? kitTexts.rangeAnd : kitTexts.listComma))
    : show(reason.bound as number | string);
  if (bound === value) return `${subject} ${value}`; // an equality that holds says its value once
  return `${subject} ${value} ${relation ? say(relation, {}) : reason.relation} ${bound}`;
}
