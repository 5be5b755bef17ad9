import { valueLabel } from '../domain/index.ts';
import { formatDay, formatMoney, formatNumber, formatShare, type Language } from '../i18n/index.ts';
import type { CheckedAction } from './checked.ts';
import { fieldBehind, type Typed } from './types.ts';

/** What the customer's record brings to a message: texts by field id (name, company, title, ...). */
export type Extra = { readonly language: Language; readonly name: string } & Readonly<Record<string, string>>;

/** The message with every placeholder that has a value filled in; the others stay in braces for the agent. */
export function fillMessage(
  action: CheckedAction,
  currency: string,
  extra: Extra,
  read: (typed: Typed) => number | string | null,
): string {
  return action.message.replace(/\{([^{}]+)\}/g, (whole, inside: string) => {
    const name = inside.trim();
    const source = action.placeholders.get(name);
    if (source && 'place' in source) return extra[source.id] || whole;
    if (!source) return extra[name] || whole;
    const value = read(source);
    return value === null ? whole : written(source, value, currency, extra.language);
  });
}

function written(typed: Typed, value: number | string, currency: string, language: Language): string {
  if (typeof value === 'string') {
    const field = fieldBehind(typed);
    return field ? valueLabel(field, value, language) : value;
  }
  switch (typed.kind) {
    case 'money':
      return formatMoney(language, Math.round(value), currency);
    case 'share':
      return formatShare(language, value);
    case 'date':
      return formatDay(language, value);
    default:
      return formatNumber(language, value);
  }
}
