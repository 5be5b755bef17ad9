import { columnFields, type Field, fieldOf } from '../../../domain/index.ts';
import { formatField } from '../../kit/index.ts';
import { workspace } from '../workspace.ts';

const texts = ['name', 'company', 'phone', 'email', 'title', 'address', 'customerId'];

/** The fields that an audit can compare, the workspace's own among them: one value each, as the base holds it. */
export function auditableFields(own: readonly Field[]): readonly Field[] {
  const columns = columnFields('customer', own).filter(({ kind }) => kind !== 'texts');
  return [...texts.map(id => fieldOf('customer', id)), ...columns];
}

/** What the sheet compares unless the inspector chooses otherwise: who it is and how to reach them. */
export const usualFields: readonly string[] = ['name', 'company', 'phone', 'email'];

/** A drawn value as the interface shows it, '' where there was none. */
export function drawnValue(field: Field, stored: string | number | undefined): string {
  return stored === undefined ? '' : formatField(field, stored, workspace.value?.currency ?? 'CNY');
}
