import { makeOwnField, type OwnField, ownFieldOf } from '../../domain/index.ts';
import type { TableMapping } from './mapping.ts';

/** A mapping all of whose fields there are, with the fields that had to be made for it. */
export interface ResolvedMapping {
  readonly mapping: TableMapping;
  readonly made: readonly OwnField[];
}

/**
 * The mapping with a field for every column that wants a new one: one of the same name and kind that there is
 * already, so that a file imported again brings nothing new, else a field made for it.
 */
export function resolveMapping(
  mapping: TableMapping,
  own: readonly OwnField[],
  { from, now }: { from: string; now: number },
): ResolvedMapping {
  const made: OwnField[] = [];
  const taken = new Set(mapping.columns.flatMap(target => (target ? [`${target.of}.${target.field}`] : [])));
  const columns = mapping.columns.map(target => {
    if (!target?.create) return target;
    const { of, create } = target;
    const known = ownFieldOf(of, create.label, own);
    const isSame = known?.kind === create.kind && !taken.has(`${of}.${known.id}`);
    const field = isSame ? known : makeOwnField({ of, ...create }, { own: [...own, ...made], from, now });
    if (!isSame) made.push(field);
    taken.add(`${of}.${field.id}`);
    return { of, field: field.id };
  });
  return { mapping: { ...mapping, columns }, made };
}
