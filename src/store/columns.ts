import { type Customer, type Dictionary, type Field, joinTexts, splitTexts } from '../domain/index.ts';
import type { Vocabulary } from './dictionaries.ts';
import { endsOf, type Numbers, narrow, narrowKnown } from './packed.ts';

/** Several codes a slot: slot i has codes[ends[i - 1] or 0 .. ends[i]). */
export interface StoredSet {
  readonly ends: Numbers;
  readonly codes: Numbers;
}

/** A chunk's customer columns by field id. An absent column is unknown throughout; so is a slot past its end. */
export interface StoredColumns {
  readonly values: Readonly<Record<string, Numbers>>;
  readonly sets: Readonly<Record<string, StoredSet>>;
}

/** How a field's values are held: as they are, as codes of a dictionary, or as several codes. */
export function formOf(field: Field): 'numeric' | 'coded' | 'set' {
  if (field.kind === 'texts') return 'set';
  return field.kind === 'text' ? 'coded' : 'numeric';
}

/** What stands for 'not known' in a column. */
export function unknownOf(field: Field): number {
  return formOf(field) === 'numeric' ? Number.NaN : 0;
}

/** The columns with `changed` customers (by slot) in place; the chunk has `size` customers afterwards. */
export function putColumns(
  before: StoredColumns,
  size: number,
  changed: ReadonlyMap<number, Customer>,
  vocabulary: Vocabulary,
): StoredColumns {
  const values: Record<string, Numbers> = {};
  const sets: Record<string, StoredSet> = {};
  for (const field of vocabulary.columns('customer')) {
    const dictionary = vocabulary.dictionary('customer', field.id);
    if (formOf(field) === 'set') {
      const lists = listsOf(before.sets[field.id], size);
      for (const [slot, customer] of changed) {
        lists[slot] = textsOf(customer, field).map(text => dictionary.add(text));
      }
      if (lists.some(list => list.length > 0)) {
        sets[field.id] = { ends: endsOf(lists), codes: narrow(lists.flat()) };
      }
      continue;
    }
    const unknown = unknownOf(field);
    const wide = new Float64Array(size).fill(unknown);
    const stored = before.values[field.id];
    if (stored) wide.set(stored.subarray(0, size));
    for (const [slot, { columns }] of changed) {
      const value = columns[field.id];
      if (value === undefined) wide[slot] = unknown;
      else wide[slot] = formOf(field) === 'coded' ? dictionary.add(String(value)) : Number(value);
    }
    const known = narrowKnown(wide, unknown);
    if (known) values[field.id] = known;
  }
  return { values, sets };
}

/** What is known of the customer at a slot, by field id. The tags are the customer row's own. */
export function columnsAt(
  columns: StoredColumns,
  slot: number,
  vocabulary: Vocabulary,
): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  for (const field of vocabulary.columns('customer')) {
    if (formOf(field) === 'set') {
      if (field.id === 'labels') continue;
      const { values } = vocabulary.dictionary('customer', field.id);
      const texts = codesAt(columns.sets[field.id], slot).map(code => values[code]!);
      if (texts.length > 0) found[field.id] = joinTexts(texts);
      continue;
    }
    const value = columns.values[field.id]?.[slot];
    if (value === undefined || Object.is(value, unknownOf(field))) continue;
    const coded = formOf(field) === 'coded';
    found[field.id] = coded ? vocabulary.dictionary('customer', field.id).values[value]! : value;
  }
  return found;
}

/** One column's values by slot, null = unknown; `texts` are those of its dictionary. */
export function valuesOf(
  { values, sets }: StoredColumns,
  field: Field,
  size: number,
  texts: readonly string[],
): (string | number | null)[] {
  return Array.from({ length: size }, (_, slot) => {
    if (formOf(field) === 'set') {
      const codes = codesAt(sets[field.id], slot);
      return codes.length > 0 ? joinTexts(codes.map(code => texts[code]!)) : null;
    }
    const value = values[field.id]?.[slot];
    if (value === undefined || Object.is(value, unknownOf(field))) return null;
    return formOf(field) === 'coded' ? texts[value]! : value;
  });
}

/** The columns with one of them made of these values (by slot). */
export function withColumn(
  { values, sets }: StoredColumns,
  field: Field,
  found: readonly (string | number | null)[],
  dictionary: Dictionary,
): StoredColumns {
  const { [field.id]: _, ...otherValues } = values;
  const { [field.id]: __, ...otherSets } = sets;
  if (formOf(field) === 'set') {
    const lists = found.map(value => splitTexts(String(value ?? '')).map(text => dictionary.add(text)));
    const filled = lists.some(list => list.length > 0);
    const set = { ends: endsOf(lists), codes: narrow(lists.flat()) };
    return { values: otherValues, sets: filled ? { ...otherSets, [field.id]: set } : otherSets };
  }
  const unknown = unknownOf(field);
  const wide = Float64Array.from(found, value => {
    if (value === null) return unknown;
    return formOf(field) === 'coded' ? dictionary.add(String(value)) : Number(value);
  });
  const known = narrowKnown(wide, unknown);
  return { values: known ? { ...otherValues, [field.id]: known } : otherValues, sets: otherSets };
}

/** The texts of a customer's set: the tags put by hand are the customer's own, others stand in its columns. */
function textsOf({ tags, columns }: Customer, field: Field): string[] {
  return field.id === 'labels' ? tags.map(({ tag }) => tag) : splitTexts(String(columns[field.id] ?? ''));
}

function listsOf(stored: StoredSet | undefined, size: number): number[][] {
  return Array.from({ length: size }, (_, slot) => codesAt(stored, slot));
}

function codesAt(stored: StoredSet | undefined, slot: number): number[] {
  const end = stored?.ends[slot];
  if (!stored || end === undefined) return [];
  return Array.from(stored.codes.subarray(stored.ends[slot - 1] ?? 0, end));
}
