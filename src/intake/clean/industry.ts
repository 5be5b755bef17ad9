import { fieldOf, foldSpelling } from '../../domain/index.ts';
import type { Cleaned } from './cleaned.ts';
import { clean } from './cleaned.ts';
import { divisions, furtherNames, zeroGroups } from './industryNames.ts';
import { cleanText, tidyCode } from './text.ts';

/** Where a word or a code stands in GB/T 4754-2017. */
export interface Industry {
  /** 'A' to 'T'. */
  readonly section: string;
  /** As exact as the text is: a section's letter, or two to four figures. */
  readonly code: string;
}

/** Codes by folded name: a division's where one name is both a division's and its section's. */
const codes = new Map<string, string>();
for (const { id, en, zh, aliases = [] } of fieldOf('customer', 'industry').values ?? [])
  for (const name of [en, zh, ...aliases]) codes.set(fold(name), id);
for (const [code, { name }] of divisions) codes.set(fold(name), code);
for (const [code, names] of Object.entries(furtherNames))
  for (const name of names.split('|')) codes.set(fold(name), code);

/**
 * The industry that a text names: by code (with or without its letter, a lost leading zero put back), by a name of
 * the standard in any edition, by an everyday word. Null where it is none or where code and letter contradict.
 */
export function industryOf(text: string): Industry | null {
  const whole = tidyCode(text).replace(/\.0$/, '');
  const coded = /^([A-Ta-t])?[-\s.]*(\d{1,4})?(?!\d)[-\s.:：、/()]*(.*?)\)?$/.exec(whole);
  const [, letter = '', figures = '', rest = ''] = coded ?? [];
  if (figures !== '') {
    const found = ofCode(letter.toUpperCase(), figures);
    const named = rest === '' ? found : ofName(rest);
    if (named ? named.section === found?.section : letter !== '' || figures.length === 4) return found;
    return ofName(whole);
  }
  if (letter !== '' && rest === '') return { section: letter.toUpperCase(), code: letter.toUpperCase() };
  return ofName(whole) ?? (letter !== '' && /^\p{Script=Han}/u.test(rest) ? ofLettered(letter, rest) : null);
}

/**
 * The section of an industry, '' where blank. What is recognised as none stays as the file writes it: values that are
 * no section's letter are the ones still to be mapped, never a guess.
 */
export function cleanIndustry(text: string): Cleaned<string> {
  const cleaned = cleanText(text);
  if (cleaned.fault || cleaned.value === '') return cleaned;
  return clean(industryOf(cleaned.value)?.section ?? cleaned.value);
}

function ofCode(letter: string, figures: string): Industry | null {
  for (const code of readingsOf(figures)) {
    const section = divisions.get(code.slice(0, 2))?.section;
    if (section !== undefined && (letter === '' || letter === section)) return { section, code };
  }
  return null;
}

/** What figures may stand for, the likeliest first: 1 is 01, 111 is 0111, 651 is a group. */
function readingsOf(figures: string): readonly string[] {
  if (figures.length === 1) return [`0${figures}`];
  if (figures.length !== 3) return [figures];
  return zeroGroups.has(`0${figures.slice(0, 2)}`) ? [`0${figures}`, figures] : [figures];
}

/** A section's letter before its name: C制造业. */
function ofLettered(letter: string, name: string): Industry | null {
  const found = ofName(name);
  return found?.section === letter.toUpperCase() ? found : null;
}

function ofName(name: string): Industry | null {
  const code = codes.get(fold(name)) ?? codes.get(fold(name.replace(/(?:行业|产业|业)$/, '')));
  return code === undefined ? null : { section: divisions.get(code.slice(0, 2))?.section ?? code, code };
}

/** Names differ between lists in commas and in words for 'and'. */
function fold(name: string): string {
  return foldSpelling(name).replace(/[、,，;；/&()（）]|(?<=\p{Script=Han})[和及与](?=\p{Script=Han})/gu, '');
}
