import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { phoneKey } from '../../domain/index.ts';
import { chinesePhone, digitsOf } from './chinesePhone.ts';
import type { Cleaned } from './cleaned.ts';
import { clean, refuse } from './cleaned.ts';
import { isBlank, tidyCode } from './text.ts';

const labels =
  /^(?:手机号码?|手机|电话号码|联系电话|联系方式|办公电话|电话|座机|固话|传真|热线|客服|mobile|phone|telephone|cell|tel|fax|t|m)\.?\s*[:：]?\s*(?=[\d+(])/i;
const spokenExtension = /[\s,;]*(?:ext(?:ensio?n?|n)?|xtn?|x|#|доб|~)[\s.:=]*\d{1,20}#?$/i;
const longest = 250;
const damaged = /^\d(?:\.\d+)?E\+?\d+$/i;
const keypad = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];
/** A Chinese mobile number in its stored form, as most files have it. */
const plainMobile = /^1[3-9]\d{9}$/;
/** The form in which this function itself writes a number with an extension. */
const written = /^(\+?\d{5,15}) x(\d{1,20})$/;

/**
 * One phone number in its stored form; '' where there is none. In a Chinese base Chinese numbers stand without country code,
 * with an extension after a dash (0571-88886666-802); all others are E.164, with an extension after x. `region` (ISO 3166, ''
 * for none): the country of numbers that name none. One that is possible there but in no known range keeps its digits.
 */
export function cleanPhone(text: string, region = 'CN'): Cleaned<string> {
  const whole = tidyCode(text);
  if (isBlank(whole)) return clean('');
  if (whole.length > longest)
    return { value: '', fault: refuse('textTooLong', { length: whole.length, limit: longest }).fault };
  const number = fromLink(whole)
    .replace(labels, '')
    .replace(/(\d)\.0+$/, '$1')
    .replace(/^\++\s*(?:00)?\s*/, '+')
    .replace(/[.,]$/, '')
    .trim();
  const wrong = (code: string) => ({ value: '', fault: refuse(code, { value: whole }).fault });
  if (damaged.test(number)) return wrong('phoneDamaged');
  if (isMasked(number)) return wrong('phoneMasked');
  const stored = readPhone(number, region);
  return stored === null ? wrong('phoneInvalid') : clean(stored);
}

/** The numbers of a cell, split at / 、 ; , and `|`. Masked ones (138****8000) are left out, for they are no key. */
export function cleanPhones(text: string, region = 'CN'): Cleaned<readonly string[]> {
  if (region === 'CN' && plainMobile.test(text)) return clean([text]);
  const numbers = new Map<string, string>();
  for (const part of partsOf(text)) {
    const { value, fault } = cleanPhone(part, region);
    if (fault?.code === 'phoneMasked') continue;
    if (fault) return { value: [], fault };
    if (value !== '' && !numbers.has(phoneKey(value))) numbers.set(phoneKey(value), value);
  }
  return clean([...numbers.values()]);
}

/** True for a number with its middle hidden, as platforms export it. */
export function isMasked(text: string): boolean {
  return /\d[*＊xX•]{2,}\d/.test(text) || /^[*＊]+\d{2,}$/.test(text);
}

function readPhone(number: string, region: string): string | null {
  const isAtHome = region === 'CN';
  const chinese = isAtHome ? chinesePhone(number) : null;
  if (chinese !== null) return chinese;
  const own = written.exec(number);
  const parsed = parse(own ? own[1]! : number, region);
  const extension = own?.[2] ?? parsed?.ext;
  const suffix = extension ? ` x${extension}` : '';
  const again = isAtHome && parsed?.countryCallingCode === '86' ? chinesePhone(parsed.number) : null;
  if (again !== null) return extension ? `${again}-${extension}` : again;
  if (parsed?.isValid()) return parsed.number + suffix;
  const digits = digitsOf(own ? own[1]! : number.replace(spokenExtension, ''));
  if (!isAtHome && /^(?:86)?1[3-9]\d{9}$/.test(digits)) return `+86${digits.slice(-11)}${suffix}`;
  if (parsed && (number.startsWith('+') || !isAtHome) && isSteady(parsed)) return parsed.number + suffix;
  if (!/^\d{7,15}$/.test(digits) || (isAtHome && /^1[3-9]/.test(digits))) return null;
  const isLocal = /^[1-9]\d{6,7}$/.test(digits);
  return isLocal || region === '' || (isAtHome && parsed?.isPossible()) ? digits + suffix : null;
}

/** A number in no known range may be read otherwise the second time, a leading 0 being dropped each time. */
function isSteady(parsed: PhoneNumber): boolean {
  return parsed.isPossible() && parsePhoneNumberFromString(parsed.number)?.number === parsed.number;
}

function parse(number: string, region: string) {
  const defaultCountry = isSupportedCountry(region) ? (region as CountryCode) : undefined;
  /** Eleven pressed digits would pass for a Chinese mobile number. */
  const isPressed = region !== 'CN' || number.startsWith('+');
  return parsePhoneNumberFromString(isPressed ? asDigits(number) : number, {
    defaultCountry,
    extract: false,
  });
}

/** Three letters or more in a number are keys to press: 1-800-FLOWERS. */
function asDigits(number: string): string {
  const extension = spokenExtension.exec(number)?.[0] ?? '';
  const body = number.slice(0, number.length - extension.length);
  if (!/^\+?[\d\s().-]*\d[\d\s().-]*(?:[a-z][\s.-]*){3,}[\da-z\s.-]*$/i.test(body)) return number;
  const pressed = body.replace(/[a-z]/gi, letter =>
    String(2 + keypad.findIndex(letters => letters.includes(letter.toLowerCase()))),
  );
  return pressed + extension;
}

/** A tel: link (RFC 3966) as it would be dialled: its context before it, its extension after it. */
function fromLink(text: string): string {
  const link = /tel:([^;]+)(;.*)?$/i.exec(text);
  if (!link) return text;
  const context = /;phone-context=(\+[\d-]+)(?=;|$)/i.exec(link[2] ?? '')?.[1] ?? '';
  const extension = /;ext=(\d+)/i.exec(link[2] ?? '')?.[1];
  const number = context === '' ? link[1]! : `${context} ${link[1]!.replace(/^0/, '')}`;
  return extension ? `${number};ext=${extension}` : number;
}

/** Splits a cell; two whole mobile numbers with only a space between them are two as well. */
function partsOf(text: string): readonly string[] {
  return tidyCode(text)
    .split(
      /[;,](?!\s*(?:ext|доб|转|分机))|[、/|]|\s+(?=(?:\+86\s*)?1[3-9]\d{9}\b)|(?<=\b1[3-9]\d{9})\s+(?=0\d)/,
    )
    .filter(part => part.trim() !== '');
}
