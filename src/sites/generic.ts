import type { Contact } from '../domain/index.ts';
import { addressesIn, contactOf, mailtoAddress, statedAddresses, statedName } from './address.ts';
import { isVisible } from './dom.ts';
import {
  isAmongParagraphs,
  isInMessageList,
  isMessageText,
  isName,
  namedRole,
  type Role,
  roleOf,
} from './marks.ts';
import { judge, type Letter, type Person } from './people.ts';
import type { Site } from './site.ts';
import { attributeAddress } from './source.ts';

const CHROME = 'nav, [role=navigation], [role=banner], [role=menu], [role=menubar], [role=search]';
const ROW = 'tr, li, [role=row], [role=option], [role=listitem]';
const OPEN = '[aria-selected=true], [aria-current]:not([aria-current=false]), .selected, .active, .is-open';
const ADDRESSED =
  '[email], [data-email], [data-hovercard-id*="@"], [data-address], [title*="@"], [aria-label*="@"]';
/** One message of several that are open together. */
const MESSAGE = 'article, [role=article], [data-message-id], [data-messageid]';
const LABELLED = /^([^:：<>@]{1,24}?)\s*[:：]\s*\S/su;
const PHONE = 'a[href^="tel:" i]';

interface Found {
  readonly email: string;
  readonly name: string;
  readonly element: Element;
  readonly role: Role;
}

/**
 * Any other page: links, attributes and texts with an address in the head of what is open. Names in the markup
 * decide; an address within the text of a message never counts, and one whose place says nothing is only a suggestion.
 */
export const generic: Site = {
  id: 'generic',
  rank: 0,
  checkedOn: '2026-11',
  sure: 'C',
  withoutClasses: true,
  matches: () => true,
  read(document, url, knowledge) {
    const found = findAddresses(document);
    const own = new Set([
      ...(knowledge?.own ?? []),
      ...found
        .filter(each => each.element.closest(CHROME) || isPageHeader(each.element))
        .map(each => each.email),
    ]);
    const letter = letterOf(
      found.filter(each => !each.element.closest(CHROME) && !isPageHeader(each.element)),
      own,
    );
    const verdict = judge([letter], own);
    const others = found.filter(each => !own.has(each.email));
    const suggestions = distinct(others.filter(each => !['other', 'reply'].includes(each.role)));
    const phone = document.body && soleNumber(document);
    const contacts =
      verdict.contacts.length === 0 && others.length === 0 && phone ? [{ phone }] : verdict.contacts;
    return {
      thread: [url.pathname + url.search + url.hash, openItem(document)].filter(Boolean).join(' '),
      contacts,
      suggestions: contacts.length > 0 ? [] : [...verdict.suggestions, ...suggestions].slice(0, 6),
    };
  },
};

/** Those in the sender's place. Else those in the headings of messages, or the only one in the head of the page. */
function letterOf(found: readonly Found[], own: ReadonlySet<string>): Letter {
  const inRole = (role: Role): Person[] => peopleOf(found.filter(each => each.role === role));
  const stated = found.filter(each => each.role === 'sender' && !isName(each.element));
  const senders = stated.length > 0 ? peopleOf(stated) : inRole('sender');
  const heads = inRole('head').filter(person => !own.has(person.email));
  const writers = peopleOf(found.filter(each => each.role === 'head' && isFirstOfMessage(each, found)));
  const from = senders.length > 0 ? senders : writers.length > 0 ? writers : heads.length === 1 ? heads : [];
  return { from, replyTo: inRole('reply'), to: inRole('other') };
}

/** In a message the sender's address is the first; what follows are recipients and what was written. */
function isFirstOfMessage({ element, email }: Found, found: readonly Found[]): boolean {
  const message = element.closest(MESSAGE);
  const heading = element.closest('h1, h2, h3, h4, [role=heading]');
  if (!message || !heading || !message.contains(heading)) return false;
  return found.find(each => message.contains(each.element))?.email === email;
}

function peopleOf(found: readonly Found[]): Person[] {
  return distinct(found).map(({ email = '', name = '' }) => ({ email, name, phone: '' }));
}

function findAddresses(document: Document): Found[] {
  const found: Found[] = [];
  const claimed = new Set<Element>();
  const add = (email: string, name: string, element: Element) => {
    if (!isVisible(element) || isMessageText(element) || isClosedRow(element)) return;
    found.push({ email, name, element, role: roleOf(element) });
  };
  for (const element of document.querySelectorAll(`a[href^="mailto:" i], ${ADDRESSED}`)) {
    const email = mailtoAddress(element.getAttribute('href') ?? '') || attributeAddress(element);
    if (!email) continue;
    claimed.add(element);
    if (isAmongParagraphs(element)) continue;
    add(email, element.getAttribute('name') || statedName(element.textContent ?? ''), element);
  }
  const walker = document.createTreeWalker(document.body, 4 /* text */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const element = node.parentElement;
    if (!element || !text.includes('@') || isWithin(element, claimed)) continue;
    const addresses = statedAddresses(text);
    if (addresses.length === 0 || isProse(element) || isNameBesideAddress(element)) continue;
    for (const email of addresses)
      add(email, addresses.length === 1 ? nameBeside(element, text) : '', element);
  }
  return inOrder(withLabels(found));
}

/** `From: Alice<…>` as an attribute, in any language: what is labelled as the first of them is a sender. */
function withLabels(found: readonly Found[]): Found[] {
  const labelOf = ({ element }: Found) => LABELLED.exec(element.getAttribute('aria-label') ?? '')?.[1];
  const first = found.map(labelOf).find(label => label !== undefined);
  return found.map(each => {
    const label = each.role === 'elsewhere' ? labelOf(each) : undefined;
    return label === undefined ? each : { ...each, role: label === first ? 'sender' : 'other' };
  });
}

function inOrder(found: readonly Found[]): Found[] {
  return found.toSorted((one, other) =>
    one.element.compareDocumentPosition(other.element) & 2 /* preceding */ ? 1 : -1,
  );
}

/** A text within what states its address otherwise is a name: whoever writes can choose theirs. */
function isWithin(element: Element, claimed: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (claimed.has(at)) return true;
  return false;
}

/** Where the sender's place states an address by link or attribute, other text in it that looks like one is a name. */
function isNameBesideAddress(element: Element): boolean {
  let steps = 0;
  for (let at: Element | null = element; at && steps < 5; at = at.parentElement, steps++) {
    if (namedRole(at) === 'sender') return at.querySelector(`a[href^="mailto:" i], ${ADDRESSED}`) !== null;
  }
  return false;
}

/** A line of a list that is not the open one: who wrote the others does not matter now. */
function isClosedRow(element: Element): boolean {
  const row = element.closest(ROW);
  if (element.closest(OPEN)) return false;
  if (isInMessageList(element)) return true;
  if (!row?.parentElement) return false;
  if (row.matches('[aria-selected], [aria-current]')) return true; // one of those that can be opened
  if (row.querySelector(MESSAGE) || row.closest(MESSAGE)) return false;
  let like = 0;
  for (const sibling of row.parentElement.children) {
    if (sibling.tagName === row.tagName && addressesIn(sibling.textContent ?? '').length > 0) like++;
  }
  return like >= 3;
}

/** The header of the whole page, where one's own account stands; an article's header is not one. */
function isPageHeader(element: Element): boolean {
  const header = element.closest('header');
  return (
    header !== null && header.closest('main, article, section, li, [role=main], [role=listitem]') === null
  );
}

/** An address within a sentence is text, not a heading. */
function isProse(element: Element): boolean {
  return (element.closest('p')?.textContent ?? '').trim().length > 120;
}

function nameBeside(element: Element, text: string): string {
  const before = text
    .slice(0, text.indexOf('@'))
    .replace(/[\p{L}\p{N}._%+'-]+$/u, '')
    .replace(/[<(（《\s]+$/u, '');
  if (before.trim()) return before;
  return element.previousElementSibling?.textContent?.trim() ?? '';
}

/** The only number that the page offers to call, in a place of the writer's: a desk for calls shows no address. */
function soleNumber(document: Document): string {
  const numbers = new Set<string>();
  for (const link of document.querySelectorAll(PHONE)) {
    if (!isVisible(link) || isMessageText(link) || link.closest(CHROME) || roleOf(link) !== 'sender')
      continue;
    numbers.add((link.getAttribute('href') ?? '').slice(4).trim());
  }
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
