import { namesOf, type OwnField } from '../../../domain/index.ts';
import type { ReferenceEntry, ReferenceSection } from '../../../rules/index.ts';

/** The entries that speak of every word of a search, by spelling in either language, meaning or example; best first. */
export function findEntries(sections: readonly ReferenceSection[], search: string): ReferenceSection[] {
  const words = search.split(/\s+/).map(fold).filter(Boolean);
  if (words.length === 0) return [...sections];
  return sections.flatMap(section => {
    const entries = section.entries
      .map(entry => ({ entry, place: placeOf(entry, section.title, words) }))
      .filter(({ place }) => place >= 0)
      .sort((a, b) => a.place - b.place)
      .map(({ entry }) => entry);
    return entries.length > 0 ? [{ ...section, entries }] : [];
  });
}

/** The workspace's own fields of which a name, or its type as `typeOf` says it, has every word of a search. */
export function findOwnFields(
  own: readonly OwnField[],
  search: string,
  typeOf: (field: OwnField) => string,
): OwnField[] {
  const words = search.split(/\s+/).map(fold).filter(Boolean);
  return own.filter(field => {
    const all = [...namesOf(field), typeOf(field)].map(fold).join('\n');
    return words.every(word => all.includes(word));
  });
}

/** 0 where it is spelled so, 1 where a spelling has it, 2 where its meaning does; -1 where it is not found. */
function placeOf(entry: ReferenceEntry, title: string, words: readonly string[]): number {
  const spellings = [...entry.spellings, ...entry.others].map(fold);
  if (spellings.includes(words.join(' '))) return 0;
  if (words.every(word => spellings.some(each => each.includes(word)))) return 1;
  const all = [...spellings, ...[entry.help, entry.example, title].map(fold)].join('\n');
  return words.every(word => all.includes(word)) ? 2 : -1;
}

/** Case and width make no difference. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
