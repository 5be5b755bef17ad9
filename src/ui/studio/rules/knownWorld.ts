import { computed, signal } from '@preact/signals';
import { Dictionary, type Field, isOwn, type Note, type Subject } from '../../../domain/index.ts';
import type { CatalogueField } from '../../../engine/index.ts';
import { check, parse, type World } from '../../../rules/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { workspace } from '../workspace.ts';
import { spelledNames } from './lineTokens.ts';

/** How many values of a field the catalogue tells at most: with as many, there may be more. */
const mostValues = 1_000;

let known: { readonly of: string; readonly catalogue: Promise<readonly CatalogueField[]> } | null = null;
let latest: { readonly of: string; readonly world: World } | null = null;

/** The workspace's own fields, as last read. */
export const ownFields = signal<readonly Field[]>([]);

/** Their names, folded. */
export const ownNames = computed(() => spelledNames(ownFields.value));

/** The values that occur in the base, read once for as long as the base stays the same. */
export async function readCatalogue(): Promise<readonly CatalogueField[]> {
  const of = baseKey();
  if (known?.of !== of) known = { of, catalogue: engine.catalogue() };
  try {
    const catalogue = await known.catalogue;
    ownFields.value = ownFieldsOf(catalogue);
    return catalogue;
  } catch (problem) {
    known = null;
    report(problem); // fields and functions can still be suggested
    return [];
  }
}

/** What the checker and the suggestions know of the base. Values that may not be all are left out for the checker. */
export function worldOf(catalogue: readonly CatalogueField[], complete: boolean): World {
  const dictionaries = new Map(
    catalogue
      .filter(({ values }) => values.length > 0 && !(complete && values.length >= mostValues))
      .map(({ field, values }) => [
        `${field.of} ${field.id}`,
        new Dictionary(['', ...values.map(each => each.value)]),
      ]),
  );
  return {
    currency: workspace.peek()?.currency ?? 'CNY',
    fields: ownFieldsOf(catalogue),
    dictionary: (of: Subject, id: string) => dictionaries.get(`${of} ${id}`) ?? null,
  };
}

/** The workspace's own fields among all; the same list for the same catalogue. */
export function ownFieldsOf(catalogue: readonly CatalogueField[]): readonly Field[] {
  let own = ownLists.get(catalogue);
  if (!own) {
    own = catalogue.map(({ field }) => field).filter(isOwn);
    ownLists.set(catalogue, own);
  }
  return own;
}

const ownLists = new WeakMap<readonly CatalogueField[], readonly Field[]>();

/** How often a value occurs. */
export function countsIn(catalogue: readonly CatalogueField[]) {
  return (of: Subject, id: string, value: string): number | undefined =>
    catalogue
      .find(({ field }) => field.of === of && field.id === id)
      ?.values.find(each => each.value === value)?.count;
}

/**
 * What is to be said about a text, found in the page itself: markers need not wait for the evaluation. Null until
 * the values that occur in the base are known.
 */
export function notesAtOnce(text: string): readonly Note[] | null {
  const of = baseKey();
  if (latest?.of !== of) {
    void readCatalogue().then(catalogue => {
      latest = { of, world: worldOf(catalogue, true) };
    });
    return null;
  }
  return check(parse(text), latest.world).notes;
}

function baseKey(): string {
  const base = workspace.peek();
  return JSON.stringify([base?.revision, base?.currency]);
}
