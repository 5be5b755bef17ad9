import { constructs } from './constructs.ts';
import { clauseWords, type Spelling } from './tokens.ts';

/** Forms whose spelling is a word of the language wherever it stands. */
const reserved: readonly string[] = ['chain', 'infix', 'prefix', 'postfix', 'between', 'of', 'word'];

const words = new Map<string, string[]>();

function enter(id: string, { en, zh }: Spelling): void {
  for (const spelling of [...en, ...zh]) words.set(spelling, [...(words.get(spelling) ?? []), id]);
}

for (const [id, spelling] of Object.entries(clauseWords)) enter(id, spelling);
for (const construct of constructs) if (reserved.includes(construct.form)) enter(construct.id, construct);

/** The words of the language that `text` may stand for: clause words and operators, none for a plain name. */
export function wordsOf(text: string): readonly string[] {
  return words.get(text.toLowerCase()) ?? [];
}

/** All operator and clause spellings made of letters, longest first. */
export const wordSpellings: readonly string[] = [...words.keys()]
  .filter(spelling => /^\p{L}+$/u.test(spelling))
  .sort((a, b) => b.length - a.length);
