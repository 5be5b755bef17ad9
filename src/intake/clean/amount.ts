import { minorDigits } from '../../i18n/index.ts';
import { chineseAmount } from './chineseNumber.ts';
import type { Cleaned } from './cleaned.ts';
import { clean, refuse } from './cleaned.ts';
import { numberOf, readNumeral, scaled } from './numeral.ts';
import { isBlank, tidyCode } from './text.ts';

/** What stands before or after an amount, and the currencies it may mean. The longest spelling is tried first. */
const marks: readonly (readonly [string, readonly string[]])[] = (
  [
    ['人民币', ['CNY']],
    ['RMB', ['CNY']],
    ['CN¥', ['CNY']],
    ['¥', ['CNY', 'JPY']],
    ['元', ['CNY', 'HKD', 'TWD', 'MOP']],
    ['圆', ['CNY', 'HKD', 'TWD', 'MOP']],
    ['块', ['CNY', 'HKD', 'TWD', 'MOP']],
    ['US$', ['USD']],
    ['HK$', ['HKD']],
    ['NT$', ['TWD']],
    ['A$', ['AUD']],
    ['C$', ['CAD']],
    ['S$', ['SGD']],
    ['$', ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN', 'BRL']],
    ['€', ['EUR']],
    ['£', ['GBP']],
    ['₩', ['KRW']],
    ['₹', ['INR']],
    ['₽', ['RUB']],
    ['美元', ['USD']],
    ['美金', ['USD']],
    ['欧元', ['EUR']],
    ['英镑', ['GBP']],
    ['日元', ['JPY']],
    ['日圆', ['JPY']],
    ['円', ['JPY']],
    ['港币', ['HKD']],
    ['港元', ['HKD']],
    ['新台币', ['TWD']],
    ['台币', ['TWD']],
    ['韩元', ['KRW']],
    ['新加坡元', ['SGD']],
  ] as const
).toSorted((one, other) => other[0].length - one[0].length);

/** An amount in minor units; `currency` '' where the cell names none. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/**
 * Reads an amount of `currency` (ISO 4217) into integer minor units; null where the cell is blank. An amount that
 * names another currency is refused, for there is no exchange rate.
 */
export function cleanAmount(text: string, currency: string): Cleaned<number | null> {
  const plain = plainMinor(text, digitsOf(currency));
  if (plain !== null) return clean(plain);
  const money = readMoney(text, currency);
  if (money.value === null) return { value: null, fault: money.fault };
  const { minor, currency: named } = money.value;
  if (named !== '' && named !== currency)
    return refuse('foreignCurrency', { currency: named, base: currency });
  return clean(minor);
}

/** '1234', '-12.5', '12.50' in units of 10 ** -digits; null for whatever takes more to read. */
function plainMinor(text: string, digits: number): number | null {
  if (text.length > 15) return null; // exact as a number in any case
  const first = text.startsWith('-') ? 1 : 0;
  let value = 0;
  let point = -1;
  for (let at = first; at < text.length; at++) {
    const figure = text.charCodeAt(at) - 0x30;
    if (figure >= 0 && figure <= 9) value = value * 10 + figure;
    else if (text[at] === '.' && point < 0 && at > first) point = at;
    else return null;
  }
  const fraction = point < 0 ? 0 : text.length - point - 1;
  if (text.length === first || (point >= 0 && fraction === 0) || fraction > digits) return null;
  const minor = value * 10 ** (digits - fraction);
  if (!Number.isSafeInteger(minor)) return null;
  return first === 1 && minor !== 0 ? -minor : minor;
}

/** Reads an amount and the currency it names; a sign that several share ($, ¥) is read as `usual` where it can be. */
export function readMoney(text: string, usual: string): Cleaned<Money | null> {
  const whole = tidyCode(text);
  if (isBlank(whole)) return clean(null);
  const { rest, currency } = takeCurrencies(whole, usual);
  const numeral = readNumeral(rest) ?? chineseAmount(whole.replace(/^人民币[:：]?/, ''));
  if (!numeral) return refuse('amountInvalid', { value: whole });
  const minor = scaled(numeral, digitsOf(currency || usual));
  if (!Number.isSafeInteger(minor)) return refuse('amountTooLarge', { value: whole });
  return clean({ minor, currency });
}

/** The ISO code of a currency column: a code, a sign or a word. '' where the cell is blank. */
export function cleanCurrency(text: string, usual: string): Cleaned<string> {
  const code = tidyCode(text).toUpperCase();
  if (isBlank(code)) return clean('');
  const mark = marks.find(([spelling]) => spelling === code);
  if (mark) return clean(mark[1].includes(usual) ? usual : mark[1][0]!);
  if (/^[A-Z]{3}$/.test(code)) return clean(code);
  return { value: '', fault: refuse('currencyUnknown', { value: code }).fault };
}

/** A plain number, a percentage as its share, a count with its unit (3件); null where the cell is blank. */
export function cleanNumber(text: string): Cleaned<number | null> {
  const whole = tidyCode(text);
  if (isBlank(whole)) return clean(null);
  const percent = /^(.*)%$/.exec(whole);
  const numeral = readNumeral(
    percent ? percent[1]! : whole.replace(/(?<=\d)\s*(?:件|个|台|套|箱|份|次|分|星|pcs)$/i, ''),
  );
  if (!numeral) return refuse('numberInvalid', { value: whole });
  const value = numberOf(numeral);
  if (!Number.isFinite(value)) return refuse('numberInvalid', { value: whole });
  return clean(percent ? value / 100 : value);
}

const digits = new Map<string, number>();

/** Asking Intl takes longer than reading the amount, so each currency is asked once. */
function digitsOf(currency: string): number {
  const known = digits.get(currency) ?? minorDigits(currency);
  digits.set(currency, known);
  return known;
}

/** Takes off one mark, or one on each side where both mean the same: 人民币1,234元整. */
function takeCurrencies(text: string, usual: string): { readonly rest: string; readonly currency: string } {
  const first = takeCurrency(text.replace(/(?<=[元圆])[整正]$/, ''), usual);
  if (first.currency === '') return first;
  const second = takeCurrency(first.rest, first.currency);
  return second.currency === first.currency ? second : first;
}

function takeCurrency(text: string, usual: string): { readonly rest: string; readonly currency: string } {
  if (/^-?[\d.,]+$/.test(text)) return { rest: text, currency: '' };
  const sign = /^([(+\-−－]*)(.*?)(\)?)$/.exec(text)!;
  const body = sign[2]!.trim();
  const put = (rest: string, currency: string) => ({ rest: `${sign[1]}${rest.trim()}${sign[3]}`, currency });
  for (const [mark, meanings] of marks) {
    const meaning = meanings.includes(usual) ? usual : meanings[0]!;
    if (body.startsWith(mark)) return put(body.slice(mark.length), meaning);
    if (body.endsWith(mark)) return put(body.slice(0, -mark.length), meaning);
  }
  const code = /^([A-Z]{3})\s*(?=[\d.(+\-−])/.exec(body) ?? /(?<=[\d.)])\s*([A-Z]{3})$/.exec(body);
  if (!code) return { rest: text, currency: '' };
  return put(code.index === 0 ? body.slice(code[0].length) : body.slice(0, code.index), code[1]!);
}
