import { type Field, fields, foldSpelling, type Subject } from '../domain/index.ts';

/** The fields that rules may name: the catalogue's, then the user's own. */
export class Fields {
  readonly #all: readonly Field[];
  readonly #bySubject = new Map<Subject, Map<string, Field>>();

  constructor(own: readonly Field[]) {
    this.#all = [...fields, ...own];
    for (const of of ['customer', 'order', 'interaction'] as const) this.#enter(of);
  }

  #enter(of: Subject): void {
    const found = new Map<string, Field>();
    const enter = (name: string, field: Field) => {
      const folded = foldSpelling(name);
      if (!found.has(folded)) found.set(folded, field);
    };
    const own = this.of(of);
    for (const field of own) enter(field.id, field);
    for (const field of own)
      for (const name of [field.zh, field.en, ...(field.aliases ?? [])]) enter(name, field);
    this.#bySubject.set(of, found);
  }

  /** The field of a subject by its id, label in either language, or alias. */
  find(of: Subject, name: string): Field | undefined {
    return this.#bySubject.get(of)!.get(foldSpelling(name));
  }

  /** All fields of a subject. */
  of(of: Subject): Field[] {
    return this.#all.filter(field => field.of === of);
  }

  /** Names under which rules may know the fields of a subject: for completion and did-you-mean. */
  names(of: Subject): string[] {
    return this.of(of).flatMap(field => [field.id, field.zh, ...(field.aliases ?? [])]);
  }
}

const catalogue = new Fields([]);
const extended = new WeakMap<readonly Field[], Fields>();

/** The catalogue together with the fields that the user's own columns bring; made once for each list. */
export function fieldsWith(own: readonly Field[] | undefined): Fields {
  if (!own || own.length === 0) return catalogue;
  let found = extended.get(own);
  if (!found) {
    found = new Fields(own);
    extended.set(own, found);
  }
  return found;
}

/** The field of the catalogue by its id, label in either language, or alias. */
export function findField(of: Subject, name: string): Field | undefined {
  return catalogue.find(of, name);
}
