import type { OwnKind, Subject } from '../../domain/index.ts';
import { fieldOf, Problem } from '../../domain/index.ts';

/** Where a column of a file goes. */
export interface Target {
  readonly of: Subject;
  readonly field: string;
  /** The field is to be made by the import; `field` is then only a word that no other column of the mapping has. */
  readonly create?: { readonly label: string; readonly kind: OwnKind };
}

/** What a file is about, and where each of its columns goes (null = not imported). */
export interface TableMapping {
  readonly subject: Subject;
  readonly columns: readonly (Target | null)[];
  /** ISO 4217 code of the base, and of amounts that name none. */
  readonly currency: string;
}

/** Any one of these says whose row it is. */
export const keyFields: readonly string[] = ['customerId', 'email', 'phone', 'name', 'company'];

/** What a row cannot do without. */
export const neededFields: Readonly<Record<Subject, readonly string[]>> = {
  customer: [],
  order: ['day', 'amount'],
  interaction: ['day'],
};

/** Throws the Problem that makes a mapping unusable: no key, a column that is needed, two columns on one field. */
export function checkMapping(mapping: TableMapping, headings: readonly string[]): void {
  const taken = new Map<string, string>();
  mapping.columns.forEach((target, column) => {
    if (!target) return;
    const key = `${target.of}.${target.field}`;
    const heading = headings[column] ?? '';
    const first = taken.get(key);
    if (first !== undefined) throw new Problem('columnTwice', { first, second: heading });
    taken.set(key, heading);
  });
  if (!keyFields.some(field => taken.has(`customer.${field}`))) throw new Problem('noKeyColumn');
  for (const needed of neededFields[mapping.subject]) {
    if (taken.has(`${mapping.subject}.${needed}`)) continue;
    const { en, zh } = fieldOf(mapping.subject, needed);
    throw new Problem('missingColumn', { field: `${zh} / ${en}` });
  }
}
