import { type Field, fields, foldSpelling, type NamedSource, type OwnField } from '../../domain/index.ts';
import { keyFields, neededFields, type TableMapping, type Target } from './mapping.ts';
import { refusalColumns } from './refusalHeadings.ts';

/** A file known by its headings: whose it is, and what is otherwise than last time. */
export interface Recognised {
  readonly source: NamedSource;
  readonly mapping: TableMapping;
  /** Headings that the last file did not have. */
  readonly added: readonly string[];
  /** Headings of the last file that this one does not have and that were imported. */
  readonly missing: readonly string[];
}

/** This share of all headings must be the same. */
const alike = 0.6;

/**
 * The remembered source that a file comes from: most headings are the same and nothing that is needed is missing.
 * Columns go where they went; those that are new go where `guess` says, unless that place is taken.
 */
export function recognise(
  headings: readonly string[],
  sheet: string,
  guess: TableMapping,
  sources: readonly NamedSource[],
  own: readonly OwnField[],
): Recognised | null {
  const names = headings.map(spell);
  const fits = sources.flatMap(source => {
    const found = compare(names, source, refusalColumns(headings));
    const isSheet = source.reading.sheet === undefined || source.reading.sheet === sheet ? 0.01 : 0;
    return found >= alike ? [{ source, fit: found + isSheet }] : [];
  });
  fits.sort((one, other) => other.fit - one.fit || other.source.usedAt - one.source.usedAt);
  for (const { source } of fits) {
    const found = applied(headings, guess, source, own);
    if (hasNeeded(found.mapping)) return found;
  }
  return null;
}

/**
 * How a table is read that is known to come from a source: columns go where they went, new ones nowhere. `isWhole`
 * false = something is missing without which no row can be read.
 */
export function readAs(
  headings: readonly string[],
  source: NamedSource,
  own: readonly OwnField[],
): Pick<Recognised, 'mapping' | 'missing'> & { readonly isWhole: boolean } {
  const nothing = { subject: source.subject, currency: source.currency, columns: [] };
  const { mapping, missing } = applied(headings, nothing, source, own);
  return { mapping, missing, isWhole: hasNeeded(mapping) };
}

function compare(names: readonly string[], { columns }: NamedSource, skipped: number): number {
  const own = new Set(names.slice(skipped));
  const last = new Set(columns.map(({ heading }) => spell(heading)));
  const same = [...last].filter(name => own.has(name)).length;
  return same / (own.size + last.size - same);
}

function applied(
  headings: readonly string[],
  guess: TableMapping,
  source: NamedSource,
  own: readonly OwnField[],
): Recognised {
  const known = new Map(source.columns.map(({ heading, target }) => [spell(heading), target]));
  const isThere = (target: Target) =>
    [...fields, ...own].some(({ of, id }: Field) => of === target.of && id === target.field);
  const kept = headings.map(heading => {
    const target = known.get(spell(heading)) ?? null;
    return target && isThere(target) ? target : null;
  });
  const taken = new Set(kept.map(keyOf));
  const skipped = refusalColumns(headings);
  const isNew = headings.map((heading, column) => column >= skipped && !known.has(spell(heading)));
  const columns = kept.map((target, column) => {
    const guessed = guess.columns[column] ?? null;
    return isNew[column] && guessed && !taken.has(keyOf(guessed)) ? guessed : target;
  });
  const names = new Set(headings.map(spell));
  return {
    source,
    mapping: { subject: source.subject, currency: source.currency, columns },
    added: headings.filter((_, column) => isNew[column]),
    missing: source.columns.flatMap(({ heading, target }) =>
      target && !names.has(spell(heading)) ? [heading] : [],
    ),
  };
}

function hasNeeded({ subject, columns }: TableMapping): boolean {
  const has = (of: string, field: string) =>
    columns.some(target => target?.of === of && target.field === field);
  return (
    keyFields.some(field => has('customer', field)) &&
    neededFields[subject].every(field => has(subject, field))
  );
}

function keyOf(target: Target | null): string {
  return target ? `${target.of}.${target.field}` : '';
}

function spell(heading: string): string {
  return foldSpelling(heading);
}
