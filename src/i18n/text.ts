/** The languages the interface speaks. */
export type Language = 'en' | 'zh';

/** One thing we may show, in both languages side by side. `{name}` is a value, `{n|one|many}` an English plural. */
export interface Text<English extends string = string> {
  readonly en: English;
  readonly zh: string;
}

type Parameter<Inside extends string> = Inside extends `${infer Name}|${string}` ? Name : Inside;
type ParametersOf<Source extends string> = Source extends `${string}{${infer Inside}}${infer Rest}`
  ? Parameter<Inside> | ParametersOf<Rest>
  : never;

/** The values that a text needs, read from its English spelling. */
export type Values<Row extends Text> = string extends Row['en']
  ? Readonly<Record<string, string | number>>
  : Readonly<Record<ParametersOf<Row['en']>, string | number>>;

/** What follows the row in a call: nothing where the text has no parameters. */
export type Arguments<Row extends Text> = string extends Row['en']
  ? [values: Values<Row>]
  : ParametersOf<Row['en']> extends never
    ? []
    : [values: Values<Row>];

/** Declares a table of texts; the keys and parameters are checked where they are used. */
export function texts<const Rows extends Record<string, Text>>(rows: Rows): Rows {
  return rows;
}

/** `row` in `language`, with its parameters filled in. A missing value shows as `{name}`, so that it is seen. */
export function translate<Row extends Text>(language: Language, row: Row, ...values: Arguments<Row>): string {
  return fill(language, row[language], values[0]);
}

/** A text that is already in `language`, with its parameters filled in, as `translate` does. */
export function fill(
  language: Language,
  text: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return text.replace(/\{([^{}|]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (whole, name, one, many) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one !== undefined) return Number(value) === 1 ? one : many;
    return typeof value === 'number' ? formatNumber(language, value) : inReadingOrder(value);
  });
}

/** A text without the marks that turn what follows around: `gpj.exe` cannot pass for `exe.jpg`. */
export function inReadingOrder(text: string): string {
  return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** A whole table in one language, for where the other is not needed. */
export function wordsIn<Rows extends Record<string, Text>>(
  language: Language,
  rows: Rows,
): Readonly<Record<keyof Rows, string>> {
  const words = Object.entries(rows).map(([key, row]) => [key, row[language]]);
  return Object.fromEntries(words) as Record<keyof Rows, string>;
}

/** The BCP 47 tag that Intl is asked with. */
export function localeOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

/** The language for a browser's list of preferred tags. */
export function languageFrom(tags: readonly string[]): Language {
  return tags[0]?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), options);
    numberFormats.set(key, format);
  }
  return format;
}

/** A plain number with the grouping of the language, at most two decimals. */
export function formatNumber(language: Language, value: number): string {
  // The same in every language, without the 10 ms that the first use of Intl takes in a worker just started.
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  return formatter(language, { maximumFractionDigits: 2 }).format(value);
}

/** A share in [0, 1] as a percentage, at most one decimal. */
export function formatShare(language: Language, share: number): string {
  return formatter(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** Money given in minor units (fen, cents) of an ISO 4217 currency. Whole amounts show no decimals. */
export function formatMoney(language: Language, minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const major = minor / 10 ** digits;
  const whole = Number.isInteger(major);
  try {
    return formatter(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: whole ? 0 : digits,
      maximumFractionDigits: whole ? 0 : digits,
    }).format(major);
  } catch {
    return `${formatNumber(language, major)} ${currency}`; // not an ISO code: Intl refuses it
  }
}

/** How many decimals the currency has: 2 for CNY, 0 for JPY. 2 where the code is unknown to Intl. */
export function minorDigits(currency: string): number {
  try {
    return formatter('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** The calendar month of a day. */
export function formatMonth(language: Language, day: number): string {
  const wanted = { timeZone: 'UTC', year: 'numeric', month: 'short' } as const;
  return new Date(day * 86_400_000).toLocaleDateString(localeOf(language), wanted);
}

/** A whole local day, given as days since 1970-01-01. */
export function formatDay(language: Language, day: number): string {
  return new Date(day * 86_400_000).toLocaleDateString(localeOf(language), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  });
}
