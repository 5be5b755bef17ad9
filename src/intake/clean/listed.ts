import type { Field, FieldValue } from '../../domain/index.ts';
import { foldSpelling } from '../../domain/index.ts';
import type { Cleaned } from './cleaned.ts';
import { clean, refuse } from './cleaned.ts';
import { cleanText } from './text.ts';

const spellings = new WeakMap<readonly FieldValue[], Map<string, string>>();

/** The stored id of a value of a closed list by any of its spellings; null where the list has no such value. */
export function listedId(field: Field, spelling: string): string | null {
  if (!field.values) return null;
  let ids = spellings.get(field.values);
  if (!ids) {
    ids = new Map();
    for (const value of field.values)
      for (const each of [value.id, value.en, value.zh, ...(value.aliases ?? [])])
        if (!ids.has(foldSpelling(each))) ids.set(foldSpelling(each), value.id);
    spellings.set(field.values, ids);
  }
  return ids.get(spelling) ?? ids.get(foldSpelling(spelling)) ?? null;
}

/** A value of a list by any spelling; words that the list lacks stay as the file writes them. '' where blank. */
export function cleanListed(text: string, field: Field): Cleaned<string> {
  const cleaned = cleanText(text);
  if (cleaned.fault || cleaned.value === '') return cleaned;
  return clean(listedId(field, cleaned.value) ?? cleaned.value);
}

/** A value of a list that has to be one of it: other words are refused with those that are known. '' where blank. */
export function cleanStrictlyListed(text: string, field: Field): Cleaned<string> {
  const cleaned = cleanText(text);
  if (cleaned.fault || cleaned.value === '') return cleaned;
  const id = listedId(field, cleaned.value);
  if (id !== null) return clean(id);
  const known = (field.values ?? []).map(value => `${value.zh} / ${value.en.toLowerCase()}`).join(', ');
  return { value: '', fault: refuse('valueUnknown', { value: cleaned.value, known }).fault };
}
