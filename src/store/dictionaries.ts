import { Dictionary, type Subject } from '../domain/index.ts';
import type { Tables } from './tables.ts';

const subjects: readonly Subject[] = ['customer', 'order', 'interaction'];

/** The dictionaries of all coded columns. Values are only ever added, so stored codes stay right. */
export class Vocabulary {
  readonly #of: ReadonlyMap<Subject, Map<string, Dictionary>>;

  constructor(of: ReadonlyMap<Subject, Map<string, Dictionary>>) {
    this.#of = of;
  }

  /** The dictionary of a field; an empty one where the field has no values yet. */
  dictionary(of: Subject, field: string): Dictionary {
    const ofSubject = this.#of.get(of)!;
    let dictionary = ofSubject.get(field);
    if (!dictionary) {
      dictionary = new Dictionary();
      ofSubject.set(field, dictionary);
    }
    return dictionary;
  }

  /** Reads all dictionaries. */
  static async read(tables: Tables): Promise<Vocabulary> {
    const records = await tables.dictionaries.bulkGet([...subjects]);
    return new Vocabulary(
      new Map(
        subjects.map((subject, i) => {
          const values = Object.entries(records[i]?.values ?? {});
          return [subject, new Map(values.map(([field, texts]) => [field, new Dictionary(texts)]))];
        }),
      ),
    );
  }

  /** Stores all dictionaries. */
  async write(tables: Tables): Promise<void> {
    await tables.dictionaries.bulkPut(
      Array.from(this.#of, ([of, dictionaries]) => ({
        of,
        values: Object.fromEntries(Array.from(dictionaries, ([field, { values }]) => [field, values])),
      })),
    );
  }
}
