import type { Cleaned } from './cleaned.ts';
import { clean, refuse } from './cleaned.ts';

const longest = 4_000;
/** Parts of a text up to this length are copies of their own in V8. */
const longestCopied = 12;

/** Zero-width and direction marks: invisible, and two spellings of one name where they slip in. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const spaces = /[\s\u0000-\u001f\u007f-\u009f]+/g;
const unusual = /[^\u0021-\u007e\u4e00-\u9fff\u3001\u3002]/;
/** A name of which nothing folds. */
const foldedName = /^[\u0021-\u0040\u005b-\u007e\u4e00-\u9fff]*$/;
const beyondPlain = /[^\u0020-\u007e\u4e00-\u9fff]/;
/** A number that nothing has to be done to. */
const plainCode = /^(?:[A-Za-z][\dA-Za-z-]{0,99}|\d{1,14})$/;
const blanks = new Set([
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\N',
  '#N/A',
  'NULL',
  'null',
  'N/A',
  'n/a',
  '无',
  '暂无',
]);
const longestBlank = Math.max(...Array.from(blanks, blank => blank.length));

/** Spaces collapsed, full-width letters and digits narrowed, invisible characters dropped. Punctuation stays. */
export function tidy(text: string): string {
  if (!unusual.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(wide, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(spaces, ' ')
    .trim();
}

/**
 * The same text in memory of its own. A cell is a part of the piece of the file that was read, all of which stays
 * as long as the cell does.
 */
export function detached(text: string): string {
  return text.length > longestCopied ? ` ${text}`.slice(1) : text;
}

/** True for a cell that says nothing: empty, or one of the marks that exports use for 'no value'. */
export function isBlank(text: string): boolean {
  return text === '' || (text.length <= longestBlank && blanks.has(text));
}

/** A name, an address, any words. '' where the cell says nothing. */
export function cleanText(text: string): Cleaned<string> {
  const value = tidy(text);
  if (isBlank(value)) return clean('');
  if (value.length > longest)
    return { value: '', fault: refuse('textTooLong', { length: value.length, limit: longest }).fault };
  return clean(value);
}

/** Full-width and other compatibility forms folded (NFKC). Plain text, which most cells are, comes back as it is. */
export function foldWidth(text: string): string {
  return beyondPlain.test(text) ? text.normalize('NFKC') : text;
}

/** Codes and figures: width folded (NFKC), the apostrophe with which spreadsheets keep text dropped. */
export function tidyCode(text: string): string {
  return tidy(foldWidth(text))
    .replace(/^['’]+/, '')
    .trim();
}

/** True for a number of which a spreadsheet has kept 15 figures: 5.10322E+17, 510322198001010000. */
export function isShortened(code: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(code) || /^\d{15}0{3,}$/.test(code);
}

/**
 * A customer or order number. What a spreadsheet has made of a long one (5.10322E+17) is refused, for its last
 * digits are lost.
 */
export function cleanNumberText(text: string): Cleaned<string> {
  if (plainCode.test(text) && !isBlank(text)) return clean(text);
  const code = tidyCode(text);
  if (isBlank(code)) return clean('');
  if (isShortened(code)) return { value: '', fault: refuse('numberDamaged', { value: code }).fault };
  if (code.length > 200)
    return { value: '', fault: refuse('textTooLong', { length: code.length, limit: 200 }).fault };
  return clean(code.replace(/^(\d+)\.0+$/, '$1'));
}

/** How two spellings of one name are seen to be the same: case, width and spaces fold away. */
export function foldName(name: string): string {
  if (foldedName.test(name)) return name;
  return tidy(foldWidth(name.replace(/[\u200c\u200d]/g, ''))).toLowerCase();
}

/** Manual tags in one cell, split at ; , 、 | and their full-width forms. */
export function cleanLabels(text: string): Cleaned<readonly string[]> {
  const parts = text.split(/[;,、|；，]/).map(tidy);
  return clean([...new Set(parts.filter(part => !isBlank(part)))]);
}
