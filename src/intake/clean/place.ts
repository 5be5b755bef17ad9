import { type Field, fieldOf, provinces } from '../../domain/index.ts';
import type { Cleaned } from './cleaned.ts';
import { clean } from './cleaned.ts';
import { listedId } from './listed.ts';
import { cleanText } from './text.ts';

/** What stands after the name of a province or a region and says nothing more. */
const endings =
  /(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市|地区|大区|区|\s+(?:province|municipality|city|region|(?:zhuang |hui |uyg?h?ur )?autonomous region|sar))$/i;
const otherNames: Readonly<Record<string, string>> = {
  xizang: 'xizang',
  macao: 'macau',
  hongkongsar: 'hongkong',
  'nei mongol': 'neimenggu',
  neimengu: 'neimenggu',
  内蒙: 'neimenggu',
  guangxizhuang: 'guangxi',
};
/** GB/T 2260 codes of the provinces, in the order of the table. */
const codes =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  );
/** Provinces that are one city. */
const cities = new Set(['beijing', 'tianjin', 'shanghai', 'chongqing', 'hongkong', 'macau']);

/**
 * A province or a region by any of its names, short or whole, Chinese or English, a province by its code (GB/T 2260)
 * too. States of other countries stay as the file writes them. '' where blank.
 */
export function cleanPlace(text: string, field: Field): Cleaned<string> {
  const cleaned = cleanText(text);
  if (cleaned.fault || cleaned.value === '') return cleaned;
  return clean(placeId(cleaned.value, field) ?? cleaned.value);
}

/** The province that is the city of that name, '' where there is none. */
export function provinceOfCity(city: string): string {
  const id = city === '' ? null : placeId(city, fieldOf('customer', 'province'));
  return id !== null && cities.has(id) ? id : '';
}

function placeId(name: string, field: Field): string | null {
  const whole = listedId(field, name);
  if (whole !== null) return whole;
  const bare = name.replace(endings, '').trim();
  if (bare !== '' && bare !== name) {
    const found = listedId(field, bare);
    if (found !== null) return found;
  }
  if (field.id !== 'province') return null;
  const code = /^([1-8]\d)(?:0000)?$/.exec(name);
  if (code) return provinces[codes.indexOf(code[1]!)]?.id ?? null;
  return otherNames[bare.toLowerCase()] ?? null;
}
