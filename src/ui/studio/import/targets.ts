import { type Field, fields, type Subject } from '../../../domain/index.ts';
import type { ColumnTarget, Mapping } from '../../../engine/index.ts';

/** The fields that a column of a file about `subject` may bring: the customer's, and the subject's own. */
export function targetGroups(subject: Subject): readonly { of: Subject; fields: readonly Field[] }[] {
  const subjects: Subject[] = subject === 'customer' ? ['customer'] : [subject, 'customer'];
  return subjects.map(of => ({
    of,
    fields: fields.filter(field => field.of === of && field.place !== 'derived' && field.kind !== 'flag'),
  }));
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

/** The mapping with one column sent elsewhere. */
export function withTarget(mapping: Mapping, column: number, target: ColumnTarget | null): Mapping {
  return { ...mapping, columns: mapping.columns.map((old, index) => (index === column ? target : old)) };
}

/** The mapping of a file that is about another subject: targets that it cannot have are not imported. */
export function withSubject(mapping: Mapping, subject: Subject): Mapping {
  const allowed = new Set(
    targetGroups(subject).flatMap(group => group.fields.map(field => `${group.of}.${field.id}`)),
  );
  const columns = mapping.columns.map(target => (allowed.has(targetKey(target)) ? target : null));
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
