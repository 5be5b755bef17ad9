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
  /** Whether something was typed and nobody fits. */
  readonly nobody: boolean;
  readonly others: readonly Suggestion[];
}

/** Between the name of a chosen line and its customer's id: nobody types this. */
const MARK = '\u2063';
/** Where Unicode has a letter nobody sees for each of ASCII: the browser writes a chosen line into the address bar. */
const UNSEEN = 0xe0000;

export interface Directory {
  search(text: string, limit: number): Promise<readonly Hit[]>;
  language(): Promise<Language>;
}

/** What the address bar needs of the browser. */
export interface Surroundings extends Directory {
  /** The window in front. */
  window(): Promise<number>;
  /** Makes a line the one that Enter alone chooses; resolves when the browser has it. */
  showFirst(line: string): Promise<void>;
  /** Opens the side panel of a window; rejects where the browser does not let it. */
  openPanel(windowId: number): Promise<void>;
  /** Shows a customer in the panel beside the tab in front; where that could not be opened, somewhere else. */
  showCustomer(id: string, isPanelOpen: boolean): Promise<void>;
}

/** The address bar after the keyword: begun, typed in, and a line chosen. */
export interface AddressBar {
  begin(): Promise<void>;
  type(text: string, suggest: (lines: Suggestion[]) => void): Promise<void>;
  enter(text: string): Promise<void>;
}

/** Keeps only what may be lost with the worker between two keys. */
export function createAddressBar(world: Surroundings): AddressBar {
  let turn = 0;
  let windowId: number | null = null;
  let withoutHits: string | null = null;

  async function type(text: string, suggest: (lines: Suggestion[]) => void): Promise<void> {
    const own = ++turn;
    const { first, others, nobody } = await propose(world, text);
    if (own !== turn) return; // fewer letters take longer to look up: their answer may come last
    withoutHits = nobody ? text : null;
    await world.showFirst(first); // the browser draws it with the others, and not any more after them
    suggest([...others]);
  }

  return {
    type,
    async begin() {
      const hint = type('', () => undefined); // what was said last is no longer true
      windowId = await world.window();
      await hint;
    },
    async enter(text) {
      if (text === withoutHits) return; // the panel would show somebody else
      // In the key's own turn, since the browser asks for a gesture; a worker that was stopped has to ask first.
      const opening =
        windowId === null ? world.window().then(id => world.openPanel(id)) : world.openPanel(windowId);
      const opened = opening.then(
        () => true,
        () => false,
      );
      const id = await chosenBy(world, text);
      if (id !== null) await world.showCustomer(id, await opened);
    },
  };
}

/** Lines for what is typed: the best hit first. */
export async function propose(directory: Directory, text: string): Promise<Proposal> {
  const [hits, language] = await Promise.all([searchFor(directory, text, MOST), directory.language()]);
  const [first, ...others] = hits;
  if (!first) {
    const nobody = text.trim() !== '';
    const line = translate(language, nobody ? omniboxTexts.nobody : omniboxTexts.hint, { text });
    return { first: escaped(line), nobody, others: [] };
  }
  return {
    first: lineOf(first),
    nobody: false,
    others: others.map(hit => ({ content: `${hit.name}${MARK}${unseen(hit.id)}`, description: lineOf(hit) })),
  };
}

/** The id of the customer that a chosen line or a typed text means, null where it is nobody. */
export async function chosenBy(directory: Directory, text: string): Promise<string | null> {
  const at = text.lastIndexOf(MARK);
  if (at >= 0) return seen(text.slice(at + 1));
  return (await searchFor(directory, text, 1))[0]?.id ?? null;
}

function unseen(id: string): string {
  const codes = Array.from({ length: id.length }, (_, at) => id.charCodeAt(at).toString(16)).join(',');
  return codes.replace(/./g, letter => String.fromCodePoint(UNSEEN + letter.charCodeAt(0)));
}

function seen(letters: string): string {
  const codes = [...letters.trim()].map(letter =>
    String.fromCodePoint((letter.codePointAt(0)! - UNSEEN) & 127),
  );
  return String.fromCharCode(
    ...codes
      .join('')
      .split(',')
      .map(code => Number.parseInt(code, 16)),
  );
}

async function searchFor(directory: Directory, text: string, limit: number): Promise<readonly Hit[]> {
  return text.trim() === '' ? [] : directory.search(text, limit);
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
