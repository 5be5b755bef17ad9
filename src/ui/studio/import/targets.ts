import { type Field, fields, type OwnField, type Subject } from '../../../domain/index.ts';
import type { ColumnTarget, Inspection, Mapping } from '../../../engine/index.ts';

/** Whom a file about `subject` can tell of, the subject first. */
export function subjectsOf(subject: Subject): readonly Subject[] {
  return subject === 'customer' ? ['customer'] : [subject, 'customer'];
}

/** The fields that a column of a file about `subject` may bring: the subject's and the customer's, `own` too. */
export function targetGroups(
  subject: Subject,
  own: readonly OwnField[] = [],
): readonly { of: Subject; fields: readonly Field[] }[] {
  const known = fields.filter(
    ({ place, kind }) => (place === 'row' || place === 'column') && kind !== 'flag',
  );
  return subjectsOf(subject).map(of => ({ of, fields: [...known, ...own].filter(field => field.of === of) }));
}

/** A target as one word: `order.amount`, '' for 'do not import'. */
export function targetKey(target: ColumnTarget | null): string {
  return target ? `${target.of}.${target.field}` : '';
}

/** The target written so. */
export function targetOf(key: string): ColumnTarget | null {
  const [of, field] = key.split('.');
  return of && field ? { of: of as Subject, field } : null;
}

/** The target of a column that becomes a new field under its heading, with the kind that was guessed. */
export function newTarget(inspection: Inspection, column: number, of: Subject): ColumnTarget {
  const kind = inspection.guess.columns[column]?.create?.kind ?? 'text';
  return { of, field: `new${column}`, create: { label: inspection.headings[column] ?? '', kind } };
}

/** The mapping with one column sent elsewhere. */
export function withTarget(mapping: Mapping, column: number, target: ColumnTarget | null): Mapping {
  return { ...mapping, columns: mapping.columns.map((old, index) => (index === column ? target : old)) };
}

/** The mapping of a file that is about another subject: new fields are that one's, others it cannot have are not imported. */
export function withSubject(mapping: Mapping, subject: Subject, own: readonly OwnField[] = []): Mapping {
  const allowed = new Set(
    targetGroups(subject, own).flatMap(group => group.fields.map(field => `${group.of}.${field.id}`)),
  );
  const columns = mapping.columns.map(target => {
    if (target?.create) return { ...target, of: target.of === mapping.subject ? subject : target.of };
    return allowed.has(targetKey(target)) ? target : null;
  });
  return { ...mapping, subject, columns };
}

/** For each column the first earlier column with the same target, null where it is alone. */
export function repeatedTargets(mapping: Mapping): (number | null)[] {
  const first = new Map<string, number>();
  return mapping.columns.map((target, index) => {
    if (!target || severalAllowed.has(targetKey(target))) return null;
    const earlier = first.get(targetKey(target));
    if (earlier === undefined) first.set(targetKey(target), index);
    return earlier ?? null;
  });
}

/** Targets that several columns may share: a customer has more than one of these. */
const severalAllowed = new Set(['customer.email', 'customer.phone', 'customer.labels']);
