import { type Field, fields, foldSpelling, type Subject } from '../domain/index.ts';

const bySubject: Readonly<Record<Subject, ReadonlyMap<string, Field>>> = {
  customer: fieldsOf('customer'),
  order: fieldsOf('order'),
  interaction: fieldsOf('interaction'),
};

function fieldsOf(of: Subject): Map<string, Field> {
  const found = new Map<string, Field>();
  const own = fields.filter(field => field.of === of);
  const enter = (name: string, field: Field) => {
    const folded = foldSpelling(name);
    if (!found.has(folded)) found.set(folded, field);
  };
  for (const field of own) enter(field.id, field);
  for (const field of own)
    for (const name of [field.zh, field.en, ...(field.aliases ?? [])]) enter(name, field);
  return found;
}

/** The field of a subject by its id, label in either language, or alias. */
export function findField(of: Subject, name: string): Field | undefined {
  return bySubject[of].get(foldSpelling(name));
}

/** Names under which rules may know the fields of a subject: for completion and did-you-mean. */
export function fieldNames(of: Subject): string[] {
  return fields
    .filter(field => field.of === of)
    .flatMap(field => [field.id, field.zh, ...(field.aliases ?? [])]);
}
