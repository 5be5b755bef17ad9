import type { Contact } from '../domain/index.ts';
import { contactOf, isDesk } from './address.ts';
import { type Addresses, type Found, findAddresses } from './candidates.ts';
import { isVisible } from './dom.ts';
import { MESSAGE } from './lists.ts';
import { isBelowText, isEmailField, isMessageText, isName, type Role, roleOf } from './marks.ts';
import { isOfHouse, kindOf } from './pageKind.ts';
import { judge, type Letter, type Person } from './people.ts';
import type { Site } from './site.ts';

const BESIDE = 'aside, [role=complementary]';
const PHONE = 'a[href^="tel:" i]';
/** How far around two addresses what holds both is still the head of one message. */
const SAME_HEAD = 12;
/** A head has no more letters than this; with more it holds the text too. */
const LONG = 400;

/**
 * Any other page: links, attributes and texts with an address in the head of what is open. Names in the markup
 * decide, else how addresses stand together; one within the text of a message never counts. Where two places
 * contradict each other, or where nothing says that people are answered here, there are only suggestions.
 */
export const generic: Site = {
  id: 'generic',
  rank: 0,
  checkedOn: '2026-11',
  sure: 'C',
  withoutClasses: true,
  matches: () => true,
  read(document, url, knowledge) {
    const addresses = findAddresses(document, knowledge?.own ?? []);
    const { shown, own, isSignedIn } = addresses;
    const kind = kindOf(document, url);
    const isOurs = isSignedIn || shown.some(each => own.has(each.email));
    const isWork = kind === 'work' || (kind === 'any' && isOurs);
    const strange = shown.filter(each => !own.has(each.email));
    const verdict = judge(kind === 'apart' ? [] : lettersOf(addresses, url, isWork), own);
    const suggestions = distinct(strange.filter(each => !['other', 'reply'].includes(each.role)));
    const phone = isWork && document.body && soleNumber(document);
    const contacts =
      verdict.contacts.length === 0 && strange.length === 0 && phone ? [{ phone }] : verdict.contacts;
    return {
      thread: [url.pathname + url.search + url.hash, openItem(document)].filter(Boolean).join(' '),
      contacts,
      suggestions: contacts.length > 0 ? [] : [...verdict.suggestions, ...suggestions].slice(0, 6),
    };
  },
};

/** The first of all ways to tell the writer that tells anybody, and does not contradict itself. */
function lettersOf({ shown, own, isListed }: Addresses, url: URL, isWork: boolean): Letter[] {
  const inRole = (role: Role) => shown.filter(each => each.role === role);
  const letter = (from: readonly Found[]): Letter => ({
    from: peopleOf(from),
    replyTo: peopleOf(inRole('reply')),
    to: peopleOf(inRole('other')),
  });
  const candidates = shown.filter(each => !own.has(each.email) && !['other', 'reply'].includes(each.role));
  const received = new Set([...inRole('other'), ...inRole('reply')].map(each => each.email));
  const strange = candidates.filter(each => !isOfHouse(each.email, url) && !received.has(each.email));
  const isNamed = ({ role }: Found) => role === 'sender' || (isWork && role === 'author');
  const named = shown.filter(each => isNamed(each) && !isOfHouse(each.email, url));
  const stated = named.filter(each => !isName(each.element));
  const senders = stated.length > 0 ? stated : named;
  if (senders.length > 0) return isContested(senders, strange, own) ? [] : [letter(senders)];
  if (!isWork) return [];
  const heads = inRole('head').filter(each => !isListed && isFirstOfMessage(each, shown));
  if (heads.some(each => !own.has(each.email)) && !isContested(heads, strange, own)) return [letter(heads)];
  const above = shown.filter(each => !isBelowText(each.element));
  const plain = strange.filter(each => above.includes(each));
  const groups = groupsIn(above).flatMap(group => partnerIn(group, own));
  const partners = groups.map(group => group.partner);
  if (partners.length > 0) {
    const isSure = groups.every(group => !isRivalled(group, plain)) && !isContested(partners, plain, own);
    return isSure ? [letter(partners)] : [];
  }
  const others = new Set(plain.map(each => each.email));
  const sole = plain.find(
    ({ element, email, role }) =>
      role === 'head' ||
      (!isDesk(email) && (isEmailField(element) || element.matches('a[href^="mailto:" i]'))),
  );
  return others.size === 1 && sole && !isListed ? [letter([sole])] : [];
}

/**
 * Whether something else may as well be the sender: somebody before them whose place has no name, somebody in a bar
 * or a field beside, or another of their kind in a place of another kind. Whoever writes can pose only within the text.
 */
function isContested(senders: readonly Found[], others: readonly Found[], own: ReadonlySet<string>): boolean {
  const emails = new Set(senders.map(each => each.email));
  const strange = senders.filter(each => !own.has(each.email));
  if (new Set(strange.map(each => each.email)).size > 1 && !areAlike(strange)) return true;
  const first = strange[0] ?? senders[0]!;
  const isBeside = ({ element }: Found) =>
    senders.every(({ element: sender, role }) => {
      if (element.closest(BESIDE) && !sender.closest(BESIDE)) return true;
      return role === 'head'
        ? element.closest(MESSAGE) === null
        : isEmailField(element) && !isEmailField(sender);
    });
  const rivals = others.filter(
    other => !['sender', 'author'].includes(other.role) && !emails.has(other.email),
  );
  return rivals.some(other => isBefore(other, first) || isBeside(other));
}

/** Whether all stand in the same kind of place, or each in a message of its own. */
function areAlike(found: readonly Found[]): boolean {
  const messages = found.map(each => each.element.closest(MESSAGE));
  if (
    messages.every(each => each !== null) &&
    new Set(messages).size >= new Set(found.map(at => at.email)).size
  ) {
    return true;
  }
  return new Set(found.map(each => pathOf(each.element))).size === 1;
}

function pathOf(element: Element): string {
  let path = '';
  for (let at: Element | null = element; at; at = at.parentElement) path += ` ${at.tagName}`;
  return path;
}

/** Addresses that stand together as in the head of one message. */
function groupsIn(shown: readonly Found[]): Found[][] {
  const groups: Found[][] = [];
  for (const each of shown) {
    const group = groups.at(-1);
    if (group && isNear(group.at(-1)!.element, each.element)) group.push(each);
    else groups.push([each]);
  }
  return groups;
}

function isNear(one: Element, other: Element): boolean {
  let around: Element | null = one;
  for (let steps = 0; around && steps < SAME_HEAD && !around.contains(other); steps++)
    around = around.parentElement;
  if (!around?.contains(other) || around.matches('body, main, [role=main]')) return false;
  return (around.textContent ?? '').length < LONG;
}

interface Exchange {
  readonly partner: Found;
  readonly head: Element;
}

/** In a head that names who is signed in: its first, who wrote; where that is who is signed in, whom they wrote to. */
function partnerIn(group: readonly Found[], own: ReadonlySet<string>): Exchange[] {
  const partner = group.find(each => !own.has(each.email) && each.role !== 'reply');
  if (!partner || !group.some(each => own.has(each.email))) return [];
  let head = partner.element;
  while (!group.every(each => head.contains(each.element))) head = head.parentElement!;
  return [{ partner, head: head.closest('table, dl') ?? head }];
}

/** Whether somebody else stands elsewhere than in the message under this head: a text may have a head of its own. */
function isRivalled({ partner, head }: Exchange, strange: readonly Found[]): boolean {
  return strange.some(each => each.email !== partner.email && !head.parentElement?.contains(each.element));
}

function isBefore(one: Found, other: Found): boolean {
  return (one.element.compareDocumentPosition(other.element) & 4) /* following */ !== 0;
}

/** In a message the sender's address is the first; what follows are recipients and what was written. */
function isFirstOfMessage({ element, email }: Found, found: readonly Found[]): boolean {
  const message = element.closest(MESSAGE);
  const heading = element.closest('h1, h2, h3, h4, [role=heading]');
  if (!message || !heading || !message.contains(heading)) return false;
  return found.find(each => message.contains(each.element))?.email === email;
}

function peopleOf(found: readonly Found[]): Person[] {
  return distinct(found).map(each => ({ email: '', name: '', phone: '', ...each }));
}

/** The only number that the page offers to call, in a place of the writer's: a desk for calls shows no address. */
function soleNumber(document: Document): string {
  const isTheirs = (link: Element) =>
    isVisible(link) &&
    !isMessageText(link) &&
    !link.closest('nav, [role=navigation], [role=banner]') &&
    ['sender', 'author'].includes(roleOf(link));
  const links = [...document.querySelectorAll(PHONE)].filter(isTheirs);
  const numbers = new Set(links.map(link => (link.getAttribute('href') ?? '').slice(4).trim()));
  const [number = ''] = numbers;
  return numbers.size === 1 && number.replace(/\D/g, '').length >= 6 ? number.slice(0, 40) : '';
}

/** The open line of a list, for pages whose address stays the same. */
function openItem(document: Document): string {
  const item = document.querySelector('[aria-selected=true], [aria-current]:not([aria-current=false])');
  return item ? item.id || (item.textContent ?? '').replace(/\s+/g, ' ').slice(0, 80) : '';
}

function distinct(found: readonly Found[]): Contact[] {
  const byAddress = new Map<string, Contact>();
  for (const { email, name } of found) {
    const contact = contactOf(email, name);
    const before = byAddress.get(email);
    if (!before || (!before.name && contact.name)) byAddress.set(email, contact);
  }
  return [...byAddress.values()];
}
