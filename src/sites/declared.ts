import { addressesIn, cleanName } from './address.ts';
import { documentIn, findAll, isVisible, outermost, QUOTED } from './dom.ts';
import { isAccount } from './marks.ts';
import { judge, type Letter, type Person, type Place, peopleIn } from './people.ts';
import { nobody, type Reading, type Site, type Sureness } from './site.ts';
import { type Around, firstValue, partsOf, type Source, valueAt } from './source.ts';

/** One form in which a site shows an open thread. */
export interface View {
  /** What holds the open thread; of several selectors the first that matches anything in sight. */
  readonly scope: string | readonly string[];
  /** Where several stay in the page: the one that is it, lies in it, or has it inside. */
  readonly active?: string;
  /** The frame of the page's own origin in which it stands. */
  readonly frame?: string;
  /** One message of the thread; without it the whole scope is one. */
  readonly message?: string;
  /** A mark of messages that an agent wrote. */
  readonly agent?: string;
  /** What there is once in an open thread: several in sight, and it is not known which is meant. */
  readonly single?: string;
  /** What holds the text of messages, beside what always does. */
  readonly body?: string;
  readonly from: readonly Place[];
  /** Where the sender's name stands, when it is not beside the address. */
  readonly name?: readonly Source[];
  readonly replyTo?: readonly Place[];
  readonly to?: readonly Place[];
  /** Reads messages where places cannot say it. */
  readonly letters?: (scope: Element) => readonly Letter[];
  /** Key of the thread, where the page's address has none. */
  readonly thread?: readonly Source[];
  /** The key in the page's address, as the thread itself bears it: while they differ the page is changing over. */
  readonly sameThread?: Source;
}

/** All that is told of a site: data, but for what data cannot say. */
export interface Declaration {
  readonly id: string;
  readonly rank?: number;
  readonly checkedOn: string;
  readonly sure: Sureness;
  readonly withoutClasses: boolean;
  /** Hosts, `*.` before all below a domain, `.*` behind one in all countries; none for products that everybody hosts. */
  readonly hosts?: readonly string[];
  /** What the page's path or hash is like, where the host does not tell. */
  readonly where?: RegExp;
  /** An element that tells the product. */
  readonly sign?: string;
  /** The key of the open thread in the page's address: its first group. */
  readonly thread?: RegExp;
  readonly views: readonly View[];
  /** The fields in which an answer is written. */
  readonly compose?: string;
  /** Where the address of who is signed in stands. */
  readonly own?: readonly Source[];
  /** Whether the title of the page ends with it, and the name of the product. */
  readonly ownTitle?: true;
  /** Whether the page's address always tells an open thread: on any other page there is nobody. */
  readonly onlyThreads?: true;
  /** Whether parts of the page are in open shadow roots. */
  readonly shadow?: true;
}

/** A site from what is told of it. */
export function declare(told: Declaration): Site {
  const threadIn = (url: URL) => {
    const [, ...groups] = told.thread?.exec(url.pathname + url.search + url.hash) ?? [];
    return groups.find(group => group !== undefined) ?? '';
  };
  return {
    id: told.id,
    rank: told.rank ?? 50,
    checkedOn: told.checkedOn,
    sure: told.sure,
    withoutClasses: told.withoutClasses,
    ...(told.compose !== undefined && { compose: told.compose }),
    matches: (url, document) => {
      if (told.hosts && !told.hosts.some(host => isHost(url.hostname, host))) return false;
      if (told.where && !told.where.test(url.pathname + url.hash)) return false;
      return !told.sign || document.querySelector(told.sign) !== null;
    },
    threadIn,
    read(document, url, knowledge) {
      const own = new Set([...(knowledge?.own ?? []), ...ownAddresses(document, told)]);
      const thread = threadIn(url);
      if (told.onlyThreads && thread === '') return null;
      let guess: Reading | null = null;
      for (const view of told.views) {
        const reading = readView(document, view, thread, own, told.shadow === true);
        if (reading && reading.suggestions.length === 0) return reading;
        guess ??= reading;
      }
      return guess;
    },
  };
}

function isHost(host: string, pattern: string): boolean {
  if (pattern.endsWith('.*')) return host.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function readView(
  page: Document,
  view: View,
  threadInUrl: string,
  own: ReadonlySet<string>,
  shadow: boolean,
): Reading | null {
  const frame = view.frame === undefined ? null : page.querySelector(view.frame);
  const document = view.frame === undefined ? page : frame && documentIn(frame);
  if (!document) return null;
  const around = { body: view.body ? `${QUOTED}, ${view.body}` : QUOTED, shadow, hidden: false, own };
  const scopes = scopesIn(document, view, shadow);
  if (scopes.length === 0) return null;
  const keyOf = (scope: Element) => (view.sameThread ? firstValue(scope, [view.sameThread], around) : '');
  const open = scopes.filter(each => threadInUrl !== '' && keyOf(each) === threadInUrl);
  const marked = scopes.filter(each => view.active !== undefined && isMarked(each, view.active));
  const [scope, another] = [scopes, open, marked].find(each => each.length === 1) ?? [];
  if (!scope || another) return nobody; // several are open, and nothing says which is meant
  const inScope = keyOf(scope);
  if (inScope && threadInUrl && inScope !== threadInUrl) return { ...nobody, thread: threadInUrl };
  if (view.single && findAll(scope, view.single, shadow).filter(isVisible).length > 1) {
    return { ...nobody, thread: threadInUrl };
  }
  const letters = view.letters?.(scope) ?? lettersIn(scope, view, around);
  if (letters.every(letter => letter.from.length === 0)) return null;
  const thread = threadInUrl || firstValue(scope, view.thread ?? [], around) || frameKey(frame);
  return { thread, ...judge(letters, own) };
}

function scopesIn(document: Document, view: View, shadow: boolean): Element[] {
  for (const selector of [view.scope].flat()) {
    const found = outermost(findAll(document, selector, shadow).filter(isVisible));
    if (found.length > 0) return found;
  }
  return [];
}

function isMarked(scope: Element, active: string): boolean {
  return scope.matches(active) || scope.closest(active) !== null || scope.querySelector(active) !== null;
}

/** The letters of a thread, the latest first where it has several. */
function lettersIn(scope: Element, view: View, around: Around): Letter[] {
  const units = view.message
    ? outermost(findAll(scope, view.message, around.shadow)).filter(isVisible)
    : [scope];
  const isOurs = (unit: Element) =>
    view.agent !== undefined && (unit.matches(view.agent) || unit.querySelector(view.agent) !== null);
  return units.reverse().map(unit => {
    const [first, ...others] = peopleIn(unit, view.from, around);
    const named = first && {
      ...first,
      name: first.name || cleanName(firstValue(unit, view.name ?? [], around)),
    };
    const from = named ? [named, ...others] : [];
    const not = (people: readonly Person[]) => (person: Person) =>
      !people.some(({ email }) => email === person.email);
    const to = peopleIn(unit, view.to ?? [], around);
    // Who has got it already, or sent it, is no address for the answer: a list may name itself.
    const replyTo = peopleIn(unit, view.replyTo ?? [], around).filter(not([...from, ...to]));
    return { from, ours: isOurs(unit), replyTo, to: to.filter(not(from)) };
  });
}

/** A frame's own address, where nothing else tells one thread from another. */
function frameKey(frame: Element | null): string {
  const url = frame ? (documentIn(frame)?.URL ?? '') : '';
  return url === '' ? '' : url.slice(url.indexOf('/', 8));
}

const OWN_TITLE = /(\S+@\S+)\s[-–—|]\s[^@]*$/u;

/** Who is signed in: where the product shows it, and what the bar of the page calls an account. */
function ownAddresses(document: Document, { own = [], ownTitle }: Declaration): string[] {
  const around = { body: QUOTED, shadow: false, hidden: true };
  const told = own.flatMap(source => {
    const [selector, what] = partsOf(source);
    return findAll(document, selector).flatMap(each => addressesIn(valueAt(each, what, around)));
  });
  const shown = [
    ...document.querySelectorAll(':is([role=banner], header) :is([aria-label*="@"], [title*="@"])'),
  ]
    .filter(isAccount)
    .flatMap(each => addressesIn(each.getAttribute('aria-label') ?? each.getAttribute('title') ?? ''));
  const title = ownTitle ? addressesIn(OWN_TITLE.exec(document.title)?.[1] ?? '') : [];
  return [...told, ...shown, ...title];
}
