import type { Language, Text } from '../../i18n/index.ts';
import type { World } from '../checked.ts';
import { type Completion, completions } from '../complete.ts';
import { clauseWords } from '../tokens.ts';
import { snippets } from './snippets.ts';

/** Something that may be written at a place; a snippet's text has places to fill in, see `snippetParts`. */
export interface Suggested extends Completion {
  readonly snippet: boolean;
}

const lengths: readonly Text[] = [
  { en: '30 days', zh: '30天' },
  { en: '90 days', zh: '90天' },
  { en: '3 months', zh: '3个月' },
  { en: '6 months', zh: '6个月' },
  { en: '12 months', zh: '12个月' },
];

/** What may be written at `offset`: names, values and words, with windows inside and snippets between declarations. */
export function suggestions(text: string, offset: number, world: World, language: Language): Suggested[] {
  const found = completions(text, offset, world, language).map(each => ({ ...each, snippet: false }));
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (/^\p{L}*$/u.test(line)) return [...declared(language), ...found];
  const onlyValues = found.length === 0 || found.every(each => each.kind === 'value');
  return onlyValues ? found : [...found, ...windows(language)];
}

function declared(language: Language): Suggested[] {
  return snippets.map(({ declares, body }) => ({
    label: `${clauseWords[declares][language][0]} …`,
    insert: body[language],
    kind: 'keyword',
    help: body[language].replace(/[⟨⟩]/g, ''),
    snippet: true,
  }));
}

function windows(language: Language): Suggested[] {
  const [last] = clauseWords.last[language];
  return lengths.map(length => {
    const label = language === 'zh' ? `${last}${length.zh}` : `in ${last} ${length.en}`;
    return { label, insert: label, kind: 'keyword', help: '', snippet: false };
  });
}
