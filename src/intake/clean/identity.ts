import type { Cleaned } from './cleaned.ts';
import { clean, refuse } from './cleaned.ts';
import { isBlank, isShortened, tidyCode } from './text.ts';

/** The characters of a unified social credit code in the order of their values: no I, O, S, V, Z. */
const creditSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const residentSigns = '10X98765432';
const residentHeading =
  /身份证|居民证件|^证件(?:号码?)?$|\b(?:resident )?identity (?:card|number|no)\b|\bid card\b|\bnational id\b/i;
/** Nearly all values, for a phone number or a code may look like one by chance. */
const most = 0.8;

/**
 * A unified social credit code (GB 32100-2015), '' where blank. The check digit is the 18th: 31 less the sum of
 * the others, weighted by 3 ** i, modulo 31. What a spreadsheet has shortened is told as that.
 */
export function cleanCreditCode(text: string): Cleaned<string> {
  const code = tidyCode(text).replace(/[\s-]/g, '').toUpperCase();
  if (isBlank(code)) return clean('');
  const wrong = (reason: string) => ({ value: '', fault: refuse(reason, { value: code }).fault });
  if (isShortened(code)) return wrong('numberDamaged');
  if (/^\d{17}$/.test(code)) return wrong('creditCodeShort');
  if (code.length !== 18 || [...code].some(sign => !creditSigns.includes(sign)))
    return wrong('creditCodeInvalid');
  let weight = 1;
  let sum = 0;
  for (const sign of code.slice(0, 17)) {
    sum += creditSigns.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return creditSigns[(31 - (sum % 31)) % 31] === code[17] ? clean(code) : wrong('creditCodeCheck');
}

/** The number of a resident identity card (GB 11643-1999): a date in it, and the check digit mod 11. */
export function isResidentId(text: string): boolean {
  const number = tidyCode(text).toUpperCase();
  const parts = /^[1-9]\d{5}(?:19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.exec(number);
  if (!parts) return false;
  const sum = residentWeights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return residentSigns[sum % 11] === number[17];
}

/** True for a column of identity card numbers, by its heading or by its values: it is left out unless asked for. */
export function holdsResidentIds(heading: string, values: readonly string[]): boolean {
  if (residentHeading.test(heading)) return true;
  return values.length > 0 && values.filter(isResidentId).length >= most * values.length;
}

const codeHeading = /编号|编码|代码|邮编|工号|会员号|客户号|订单号|卡号|\b(?:id|no|number|code|zip|sku)\b/i;

/**
 * The width of a column of codes some of which a spreadsheet may have shortened by their leading zeros; null where
 * nothing hints at it. Most have one width, the others up to two figures less, none begins with 0, and they are no
 * series that simply counts on.
 */
export function widthBeforeLoss(heading: string, values: readonly string[]): number | null {
  const codes = values.map(tidyCode);
  if (!codeHeading.test(heading) || codes.length < 5 || !codes.every(code => /^[1-9]\d{3,19}$/.test(code)))
    return null;
  const width = Math.max(...codes.map(code => code.length));
  const shorter = codes.filter(code => code.length < width);
  if (shorter.length === 0 || shorter.length > 0.3 * codes.length) return null;
  const counts = codes.every((code, index) => index === 0 || BigInt(code) >= BigInt(codes[index - 1]!));
  return counts || shorter.some(code => code.length < width - 2) ? null : width;
}
