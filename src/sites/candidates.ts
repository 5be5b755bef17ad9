import {
  addressesIn,
  isStatement,
  mailtoAddress,
  statedAddress,
  statedAddresses,
  statedName,
} from './address.ts';
import { isVisible } from './dom.ts';
import { isOpen, MESSAGE, rowFinder } from './lists.ts';
import {
  isAmongParagraphs,
  isEmailField,
  isMessageText,
  isOwnPlace,
  namedRole,
  type Role,
  roleOf,
} from './marks.ts';
import { attributeAddress } from './source.ts';

const CHROME = 'nav, [role=navigation], [role=banner], [role=menu], [role=menubar], [role=search]';
const ADDRESSED =
  '[email], [data-email], [data-hovercard-id*="@"], [data-address], [title*="@"], [aria-label*="@"]';

/** An address, and where in the page it stands. */
export interface Found {
  readonly email: string;
  readonly name: string;
  readonly element: Element;
  readonly role: Role;
}

export interface Addresses {
  readonly shown: readonly Found[];
  readonly own: ReadonlySet<string>;
  readonly isSignedIn: boolean;
  /** Whether there are more, in lines that nothing but their likeness makes a list. */
  readonly isListed: boolean;
}

/** All addresses outside of what somebody wrote, in document order; those of the page's bars apart. */
export function findAddresses(document: Document, told: readonly string[]): Addresses {
  const found: Found[] = [];
  const claimed = new Set<Element>();
  const add = (email: string, name: string, element: Element) => {
    if (isVisible(element) && !isInAnswer(element))
      found.push({ email, name, element, role: roleOf(element) });
  };
  for (const element of document.querySelectorAll(`a[href^="mailto:" i], ${ADDRESSED}`)) {
    const text = element.textContent ?? '';
    const behindName = /[<＜][^<>＜＞]*@/.test(text) ? statedAddress(text) : '';
    const email =
      mailtoAddress(element.getAttribute('href') ?? '') || behindName || attributeAddress(element);
    if (!email) continue;
    claimed.add(element);
    if (isMessageText(element) || isAmongParagraphs(element)) continue;
    add(email, element.getAttribute('name') || statedName(text), element);
  }
  for (const field of document.querySelectorAll('input')) {
    const [email = ''] = isEmailField(field) ? addressesIn(field.value) : [];
    if (email && field.parentElement && !isMessageText(field.parentElement)) add(email, '', field);
  }
  const walker = document.createTreeWalker(document.body, 4 /* text */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const element = node.parentElement;
    if (!element || !text.includes('@') || isWithin(element, claimed) || isMessageText(element)) continue;
    const addresses = statedAddresses(text);
    if (addresses.length === 0 || !isShort(text) || isProse(element) || isNameBesideAddress(element))
      continue;
    for (const email of addresses)
      add(email, addresses.length === 1 ? nameBeside(element, text) : '', element);
  }
  const isBar = (each: Found) => each.element.closest(CHROME) !== null || isPageHeader(each.element);
  const inPage = found.filter(each => !isBar(each));
  const account = found.filter(each => isBar(each) || isOwnPlace(each.element)).map(each => each.email);
  const own = new Set([...told, ...account]);
  const [shown, isListed] = withoutRows(inPage, own);
  return {
    shown: inOrder(shown),
    own,
    isSignedIn: account.length > 0,
    isListed,
  };
}

/** What stands in lines of lists does not matter now; the open line does where nothing else is shown. */
function withoutRows(found: readonly Found[], own: ReadonlySet<string>): [shown: Found[], isListed: boolean] {
  const isHead = (each: Found) => ['other', 'reply'].includes(each.role) || own.has(each.email);
  const rowOf = rowFinder(new Set(found.filter(isHead).map(each => each.element)));
  const rows = new Map(found.map(each => [each, rowOf(each.element)]));
  const outside = found.filter(each => !rows.get(each));
  const shown = outside.some(each => !own.has(each.email))
    ? outside
    : found.filter(each => !rows.get(each) || isOpen(rows.get(each)!));
  return [shown, [...rows.values()].some(row => row?.matches('div:not([role]), section, li') === true)];
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

/** The header of the whole page, where one's own account stands; an article's header is not one. */
function isPageHeader(element: Element): boolean {
  const header = element.closest('header');
  return (
    header !== null && header.closest('main, article, section, li, [role=main], [role=listitem]') === null
  );
}

/** Whom an answer that is being written goes to is not yet anybody who wrote. */
function isInAnswer(element: Element): boolean {
  const place = 'form, [role=region], [role=dialog]';
  for (let form = element.closest(place); form; form = form.parentElement?.closest(place) ?? null) {
    if (form.querySelector('[contenteditable=true]')) return !form.querySelector(`h1, h2, ${MESSAGE}`);
  }
  return false;
}

/** Few words beside an address are a name or a label, more are a sentence. */
function isShort(text: string): boolean {
  return isStatement(text) || text.trim().split(/\s+/).length <= 3;
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
