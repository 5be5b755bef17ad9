import { columnFields, Dictionary, type Field, type OwnField, type Subject } from '../domain/index.ts';
import { readFields, type Tables } from './tables.ts';

const subjects: readonly Subject[] = ['customer', 'order', 'interaction'];

/**
 * Which columns are stored, and the dictionaries of the coded ones. Values are added, so that stored codes stay
 * right; only the sweep after an erasure takes any out, and recodes what is stored.
 */
export class Vocabulary {
  readonly #of: ReadonlyMap<Subject, Map<string, Dictionary>>;
  readonly #columns: Readonly<Record<Subject, readonly Field[]>>;
  /** The workspace's own fields. */
  readonly own: readonly OwnField[];

  constructor(of: ReadonlyMap<Subject, Map<string, Dictionary>>, own: readonly OwnField[]) {
    this.#of = of;
    this.own = own;
    this.#columns = {
      customer: columnFields('customer', own),
      order: columnFields('order', own),
      interaction: columnFields('interaction', own),
    };
  }

  /** The fields of a subject that are stored as columns. */
  columns(of: Subject): readonly Field[] {
    return this.#columns[of];
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

  /** Reads all dictionaries, and the workspace's own fields where `own` does not say them. */
  static async read(tables: Tables, own?: readonly OwnField[]): Promise<Vocabulary> {
    const records = await tables.dictionaries.bulkGet([...subjects]);
    return new Vocabulary(
      new Map(
        subjects.map((subject, i) => {
          const values = Object.entries(records[i]?.values ?? {});
          return [subject, new Map(values.map(([field, texts]) => [field, new Dictionary(texts)]))];
        }),
      ),
      own ?? (await readFields(tables)),
    );
  }

  /** Every dictionary with its subject and field. */
  *dictionaries(): Iterable<[Subject, string, Dictionary]> {
    for (const [of, ofSubject] of this.#of)
      for (const [field, dictionary] of ofSubject) yield [of, field, dictionary];
  }

  /** Gives a field these values, by code. */
  replace(of: Subject, field: string, values: readonly string[]): void {
    this.#of.get(of)!.set(field, new Dictionary(values));
  }

  /** Forgets the values of a field. */
  drop(of: Subject, field: string): void {
    this.#of.get(of)!.delete(field);
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
