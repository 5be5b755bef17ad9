import { phoneKey } from '../../domain/index.ts';
import type { Cleaned } from './cleaned.ts';
import { clean, refuse } from './cleaned.ts';
import { isBlank, tidyCode } from './text.ts';

/**
 * The written forms that are told apart, after separators are gone. Each gives the form that is stored:
 * Chinese numbers without country code, others with +.
 */
const forms: readonly { readonly pattern: RegExp; readonly write: (match: RegExpExecArray) => string }[] = [
  { pattern: /^(?:(?:\+|00)?86)?0?(1[3-9]\d{9})$/, write: match => match[1]! },
  { pattern: /^(?:\+|00)?86(?:0)?([48]00\d{7})$/, write: match => match[1]! },
  { pattern: /^((?:400|800)\d{7}|9[56]\d{3,8}|1[01269]\d{1,3})$/, write: match => match[1]! },
  { pattern: /^(?:(?:\+|00)?86)?0?(10|2\d)(\d{8})$/, write: match => `0${match[1]}-${match[2]}` },
  { pattern: /^(?:\+|00)86([3-9]\d\d)(\d{7,8})$/, write: match => `0${match[1]}-${match[2]}` },
  { pattern: /^0([3-9]\d\d)(\d{7,8})$/, write: match => `0${match[1]}-${match[2]}` },
  { pattern: /^(?:\+|00)([1-9]\d{6,14})$/, write: match => `+${match[1]}` },
  { pattern: /^(\d{7,15})$/, write: match => match[1]! },
];

const extension = /[;,]?\s*(?:转|分机|доб|ext(?:ension|n)?|xt|x|#)\s*[.:=]?\s*(\d{1,7})#?$/i;
const words = /^(?:手机号码?|手机|电话|联系电话|座机|固话|传真|mobile|phone|cell|tel|t|m)\.?\s*[:：]?\s*/i;

/** One phone number in its stored form, extension after a dash; '' where there is none. */
export function cleanPhone(text: string): Cleaned<string> {
  let rest = tidyCode(text)
    .replace(/^tel:/i, '')
    .replace(words, '')
    .replace(/(\d)\.0$/, '$1');
  if (isBlank(rest)) return clean('');
  const wrong = (code: string) => ({ value: '', fault: refuse(code, { value: rest }).fault });
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(rest)) return wrong('phoneDamaged');
  if (isMasked(rest)) return wrong('phoneMasked');
  let suffix = '';
  const spoken = extension.exec(rest);
  const dashed = /^(\(?0\d{2,3}\)?[-\s]?\d[\d\s]{6,8})-(\d{1,6})$/.exec(rest);
  if (spoken) {
    suffix = `-${spoken[1]}`;
    rest = rest.slice(0, spoken.index);
  } else if (dashed) {
    suffix = `-${dashed[2]}`;
    rest = dashed[1]!;
  }
  const digits = rest
    .replace(/\(0\)(?=\s*\d)/, found => (/^\s*(?:\+|00)/.test(rest) ? '' : found))
    .replace(/[\s().\-–—_·]/g, '');
  for (const { pattern, write } of forms) {
    const match = pattern.exec(digits);
    if (match) return clean(write(match) + suffix);
  }
  return wrong('phoneInvalid');
}

/** The numbers of a cell, split at / 、 ; , and `|`. Masked ones (138****8000) are left out, for they are no key. */
export function cleanPhones(text: string): Cleaned<readonly string[]> {
  const numbers = new Map<string, string>();
  for (const part of partsOf(text)) {
    const { value, fault } = cleanPhone(part);
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

/** Splits a cell; two whole mobile numbers with only a space between them are two as well. */
function partsOf(text: string): readonly string[] {
  return tidyCode(text)
    .split(/[;,](?!\s*(?:ext|доб))|[、/|]|\s+(?=(?:\+86\s*)?1[3-9]\d{9}\b)|(?<=\b1[3-9]\d{9})\s+(?=0\d)/)
    .filter(part => part.trim() !== '');
}
