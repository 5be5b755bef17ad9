import { type Hit, tierLetter } from '../domain/index.ts';
import { type Language, translate } from '../i18n/index.ts';
import { omniboxTexts } from '../i18n/omnibox.ts';

const MOST = 6;

/** A line below the address bar; `content` is what the browser gives back when it is chosen. */
export interface Suggestion {
  readonly content: string;
  readonly description: string;
}

/** What the address bar proposes for what is typed after the keyword. */
export interface Proposal {
  /** The first line, which Enter alone chooses. */
  readonly first: string;
  readonly others: readonly Suggestion[];
}

/** How a chosen line names its customer: nobody types this. */
const MARK = '\u2063';

export interface Directory {
  search(text: string, limit: number): Promise<readonly Hit[]>;
  language(): Promise<Language>;
}

/** Lines for what is typed: the best hit first. */
export async function propose(directory: Directory, text: string): Promise<Proposal> {
  const [hits, language] = await Promise.all([directory.search(text, MOST), directory.language()]);
  const [first, ...others] = hits;
  if (!first) return { first: escaped(translate(language, omniboxTexts.nobody, { text })), others: [] };
  return {
    first: lineOf(first),
    others: others.map(hit => ({ content: `${hit.name} ${MARK}${hit.id}`, description: lineOf(hit) })),
  };
}

/** The id of the customer that a chosen line or a typed text means, null where it is nobody. */
export async function chosenBy(directory: Directory, text: string): Promise<string | null> {
  const [, id] = text.split(MARK);
  return id ?? (await directory.search(text, 1))[0]?.id ?? null;
}

function lineOf({ name, company, email, tier, segment }: Hit): string {
  const dim = [company, email, segment].filter(part => part !== '').join(' · ');
  const letter = tier ? `<match>${tierLetter(tier)}</match> ` : '';
  return `${letter}${escaped(name)}${dim ? ` <dim>${escaped(dim)}</dim>` : ''}`;
}

/** The browser reads lines as XML. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ').replace(/[&<>"']/g, found => entities[found]!);
}
