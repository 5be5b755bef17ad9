import { computed, signal } from '@preact/signals';
import { splitTexts, type ValueKind } from '../../domain/index.ts';
import {
  type Arguments,
  formatDay,
  formatMoney,
  formatNumber,
  formatShare,
  type Language,
  minorDigits,
  type Text,
  translate,
  type Values,
} from '../../i18n/index.ts';
import { kitTexts } from '../../i18n/kit.ts';
import { getSettings, languageOf, type Settings, setSettings, watchSettings } from '../../shell/index.ts';

/** The choices in force; changed only by `applySettings`. */
export const settings = signal<Settings>({ language: 'auto', theme: 'auto' });

/** The language everything is shown in. */
export const language = computed<Language>(() => languageOf(settings.value));

/** Puts the choices in force: texts follow at once, the document gets its `lang` and its colour scheme. */
export function applySettings(chosen: Settings): void {
  settings.value = chosen;
  const root = document.documentElement;
  root.lang = language.peek() === 'zh' ? 'zh-CN' : 'en';
  if (chosen.theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = chosen.theme;
}

/** Keeps a page in the chosen language and colours, for as long as it lives. Once per page, before drawing. */
export async function followSettings(): Promise<void> {
  applySettings(await getSettings());
  watchSettings(applySettings, new AbortController().signal);
}

/** Chooses the language of all pages; it is kept. */
export function setLanguage(choice: Settings['language']): Promise<void> {
  return setSettings({ language: choice });
}

/** Chooses the colours of all pages; they are kept. */
export function setTheme(choice: Settings['theme']): Promise<void> {
  return setSettings({ theme: choice });
}

/** `row` in the language of the interface. A component that calls it is drawn again when the language changes. */
export function t<Row extends Text>(row: Row, ...values: Arguments<Row>): string {
  return translate(language.value, row, ...values);
}

/** A text whose parameters are only known at run time. */
export function say(row: Text, values: Values<Text>): string {
  return translate<Text>(language.value, row, values);
}

/**
 * A value as its kind is written in the language: money in minor units of `currency`, shares as percentages,
 * days with their unit, dates by the calendar. null and NaN are 'not known'.
 */
export function formatValue(kind: ValueKind, value: number | string | null, currency: string): string {
  const now = language.value;
  if (value === null || Number.isNaN(value)) return t(kitTexts.unknown);
  if (typeof value === 'string') {
    return kind === 'texts' ? splitTexts(value).join(t(kitTexts.listComma)) : value;
  }
  if (kind === 'money') return formatMoney(now, value, currency);
  if (kind === 'share') return formatShare(now, value);
  if (kind === 'days') return t(kitTexts.days, { count: value });
  if (kind === 'date') return formatDay(now, value);
  if (kind === 'flag') return t(value === 0 ? kitTexts.no : kitTexts.yes);
  return formatNumber(now, value);
}

/** Money without cents. */
export function roundMoney(minor: number, currency: string): string {
  const unit = 10 ** minorDigits(currency);
  return formatMoney(language.value, Math.round(minor / unit) * unit, currency);
}
