import { type Field, fields, foldSpelling } from '../../../domain/index.ts';

/** The field of the catalogue that a rule names so, by id or by any of its labels; a customer's first. */
export function fieldNamed(name: string): Field | undefined {
  const folded = foldSpelling(name);
  return fields.find(field =>
    [field.id, field.en, field.zh, ...(field.aliases ?? [])].some(each => foldSpelling(each) === folded),
  );
}
