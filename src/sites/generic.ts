import type { Contact } from '../domain/index.ts';
import { addressesIn, contactOf, isAutomatic, mailtoAddress } from './address.ts';
import type { Site } from './site.ts';

const BODY = [
  'blockquote, pre, [role=document], [contenteditable=true], footer, [role=contentinfo]',
  'script, style, noscript, template, textarea, input, select, option',
].join(',');
const CHROME = 'nav, [role=navigation], [role=banner], [role=menu], [role=menubar], [role=search]';
const ROW = 'tr, li, [role=row], [role=option], [role=listitem]';
const OPEN = '[aria-selected=true], [aria-current]:not([aria-current=false]), .selected, .active, .is-open';

/** Names that developers give to what holds the text of a message. */
const BODY_NAME =
  /^(?:(?:message|mail|email|msg|thread|comment|reply|post|ticket|article|entry)[-_]*(?:body|text|html|part|htmlpart|stanza|content|quote)s?|body|prose|quote|quoted|signature|gmail[-_]quote|markdown-body)$/i;
/** Names of what holds the person who writes, and of what holds somebody else. */
const SENDER_NAME =
  /(?:^|[-_])(?:from|sender|requester|requesters|requestor|requestors|customer|author|reporter|client|buyer|visitor|contact)(?:[-_]|$)/i;
/** Who is to be answered, where the sender is a form or a robot. */
const REPLY_NAME = /(?:^|[-_])reply-?to$/i;
const OTHER_NAME =
  /(?:^|[-_])(?:to|cc|bcc|recipients?|assignee|agent|owner|account|user-?menu|profile|login|logged|me|self|team|staff)(?:[-_]|$)/i;

interface Found {
  readonly contact: Contact;
  readonly email: string;
  readonly element: Element;
  readonly role: 'sender' | 'reply' | 'other' | 'head' | 'elsewhere';
}

/**
 * Any other page: `mailto:` links and visible addresses in the head of what is open. Names in the markup decide; an
 * address within the text of a message never counts, and one whose place says nothing is only a suggestion.
 */
export const generic: Site = {
  id: 'generic',
  rank: 0,
  checkedOn: '2026-10',
  sure: 'C',
  matches: () => true,
  read(document, url) {
    const found = findAddresses(document);
    const own = new Set(
      found
        .filter(each => each.element.closest(CHROME) || isPageHeader(each.element))
        .map(each => each.email),
    );
    const others = found.filter(each => !own.has(each.email));
    const senders = sendersOf(others);
    const heads = distinct(others.filter(each => each.role === 'head'));
    // One address alone in the head of what is open is its sender; among several nothing tells them apart.
    const contacts = senders.length > 0 ? senders : heads.length === 1 ? heads : [];
    const known = new Set(contacts.map(contact => contact.email));
    const suggestions = distinct(
      others.filter(each => !['other', 'reply'].includes(each.role) && !known.has(each.email)),
    );
    return {
      thread: [url.pathname + url.search + url.hash, openItem(document)].filter(Boolean).join(' '),
      contacts: contacts.slice(0, 6),
      suggestions: contacts.length > 0 ? [] : suggestions.slice(0, 6),
    };
  },
};

/** Those in the sender's place; where no person stands there, those who are to be answered. */
function sendersOf(found: readonly Found[]): Contact[] {
  const senders = found.filter(each => each.role === 'sender');
  const replies = found.filter(each => each.role === 'reply');
  const isRelayed = senders.length > 0 && senders.every(each => isAutomatic(each.email));
  return distinct(isRelayed && replies.length > 0 ? replies : senders);
}

function findAddresses(document: Document): Found[] {
  const found: Found[] = [];
  const add = (email: string, name: string, element: Element) => {
    if (!isVisible(element) || isMessageText(element) || isClosedRow(element)) return;
    found.push({ contact: contactOf(email, name), email, element, role: roleOf(element) });
  };
  for (const link of document.querySelectorAll('a[href^="mailto:" i]')) {
    const email = mailtoAddress(link.getAttribute('href') ?? '');
    if (email) add(email, link.textContent ?? '', link);
  }
  const walker = document.createTreeWalker(document.body, 4 /* text */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const element = node.parentElement;
    if (!element || !text.includes('@') || element.closest('a[href^="mailto:" i]')) continue;
    const addresses = addressesOf(text);
    if (addresses.length === 0 || isProse(element) || isNameBesideLink(element)) continue;
    for (const email of addresses)
      add(email, addresses.length === 1 ? nameBeside(element, text) : '', element);
  }
  return found;
}

/** In `name <address>` only what stands in the brackets is the address: whoever writes can choose their name. */
function addressesOf(text: string): string[] {
  const within = [...text.matchAll(/[<＜]([^<>＜＞]+)[>＞]/g)].flatMap(([, inside]) => addressesIn(inside!));
  return within.length > 0 ? within : addressesIn(text);
}

/** Where the sender's place holds a link to their address, other text in it that looks like one is their name. */
function isNameBesideLink(element: Element): boolean {
  let steps = 0;
  for (let at: Element | null = element; at && steps < 5; at = at.parentElement, steps++) {
    if (!namesOf(at).some(name => SENDER_NAME.test(name))) continue;
    return at.querySelector('a[href^="mailto:" i]') !== null;
  }
  return false;
}

function roleOf(element: Element): Found['role'] {
  let head = false;
  let steps = 0;
  for (let at: Element | null = element; at && at.tagName !== 'BODY'; at = at.parentElement) {
    const names = namesOf(at);
    if (steps < 5 && names.some(name => SENDER_NAME.test(name))) return 'sender';
    if (steps < 5 && names.some(name => REPLY_NAME.test(name))) return 'reply';
    if (steps < 5 && names.some(name => OTHER_NAME.test(name))) return 'other';
    head ||= at.tagName === 'HEADER' || /^H[1-3]$/.test(at.tagName) || at.tagName === 'ADDRESS';
    steps++;
  }
  return head ? 'head' : 'elsewhere';
}

/** What the markup calls an element: class and id in kebab and camel case, test ids, itemprop. */
function namesOf(element: Element): string[] {
  const given = ['class', 'id', 'data-testid', 'data-test-id', 'itemprop', 'data-field']
    .map(attribute => element.getAttribute(attribute) ?? '')
    .join(' ');
  return given
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .split(/\s+/)
    .filter(Boolean);
}

function isMessageText(element: Element): boolean {
  if (element.closest(BODY)) return true;
  for (let at: Element | null = element; at && at.tagName !== 'BODY'; at = at.parentElement) {
    if (namesOf(at).some(name => BODY_NAME.test(name))) return true;
  }
  return false;
}

/** A line of a list that is not the open one: who wrote the others does not matter now. */
function isClosedRow(element: Element): boolean {
  const row = element.closest(ROW);
  if (!row?.parentElement || row.closest(OPEN)) return false;
  if (row.matches('[aria-selected], [aria-current]')) return true; // one of those that can be opened
  let like = 0;
  for (const sibling of row.parentElement.children) {
    if (sibling.tagName === row.tagName && addressesIn(sibling.textContent ?? '').length > 0) like++;
  }
  return like >= 3;
}

/** The header of the whole page, where one's own account stands; an article's header is not one. */
function isPageHeader(element: Element): boolean {
  const header = element.closest('header');
  return header !== null && header.closest('main, article, section, [role=main]') === null;
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

function isVisible(element: Element): boolean {
  if (element.closest('[hidden], [aria-hidden=true], [inert]')) return false;
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true;
}

/** The open line of a list, for pages whose address stays the same. */
function openItem(document: Document): string {
  const item = document.querySelector('[aria-selected=true], [aria-current]:not([aria-current=false])');
  return item ? item.id || (item.textContent ?? '').replace(/\s+/g, ' ').slice(0, 80) : '';
}

function distinct(found: readonly Found[]): Contact[] {
  const byAddress = new Map<string, Contact>();
  for (const { email, contact } of found) {
    const before = byAddress.get(email);
    if (!before || (!before.name && contact.name)) byAddress.set(email, contact);
  }
  return [...byAddress.values()];
}
