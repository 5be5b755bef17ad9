import { addressesIn, isStatement, mailtoAddress, statedAddress } from './address.ts';
import { findAll, isVisible, lineOf } from './dom.ts';

/**
 * Where a value stands, seen from an element: `@attribute` and `:text` of itself; `selector @attribute` and
 * `selector :text` of the first one inside; `:any` = the address within, in a link, an attribute or a text; `:first` =
 * the first in the text, where all of them are one person's.
 */
export type Source = string;

const ADDRESS_ATTRIBUTES = [
  'email',
  'data-email',
  'data-hovercard-id',
  'data-address',
  'title',
  'aria-label',
];

/** Where to look, and where not. */
export interface Around {
  /** What holds the text of a message: nothing in it counts. */
  readonly body: string;
  /** Whether to look into open shadow roots too. */
  readonly shadow: boolean;
  /** Whether what is out of sight counts too. */
  readonly hidden: boolean;
  /** Who is signed in: where there can be only one, these do not count. */
  readonly own?: ReadonlySet<string>;
}

/** The selector of a source, '' = the element itself, and what of it. */
export function partsOf(source: Source): [selector: string, what: string] {
  const [, selector = '', what = ''] = /^(.*?)\s*([@:][\w-]+)$/.exec(source) ?? [];
  return [selector, what];
}

/** The text at a source, '' where there is none. */
export function valueAt(element: Element, source: Source, around: Around): string {
  const [selector, what] = partsOf(source);
  const at =
    selector === ''
      ? element
      : findAll(element, selector, around.shadow).find(
          each => !each.closest(around.body) && (around.hidden || isVisible(each)),
        );
  if (!at) return '';
  if (what === ':any') return anyAddress(at, around);
  if (what === ':text') return lineOf(at);
  if (what === ':first') return addressesIn(lineOf(at))[0] ?? '';
  if (what === '@value') return (at as HTMLInputElement).value ?? '';
  const value = at.getAttribute(what.slice(1)) ?? '';
  return what === '@href' ? fromLink(value) : value;
}

/** The first value that is not empty. */
export function firstValue(element: Element, sources: readonly Source[], around: Around): string {
  for (const source of sources) {
    const value = valueAt(element, source, around);
    if (value !== '') return value;
  }
  return '';
}

/** The address that the first source has that states one, and the text it stood in. */
export function firstAddress(
  element: Element,
  sources: readonly Source[],
  around: Around,
): { readonly email: string; readonly text: string } {
  for (const source of sources) {
    const text = valueAt(element, source, around);
    const email = statedAddress(text);
    if (email) return { email, text };
  }
  return { email: '', text: '' };
}

function fromLink(href: string): string {
  if (/^mailto:/i.test(href)) return mailtoAddress(href);
  if (!/^tel:/i.test(href)) return href;
  try {
    return decodeURIComponent(href.slice(4));
  } catch {
    return href.slice(4);
  }
}

/**
 * The address in an element, outside of what somebody wrote: of its first link, else the only one in attributes, else
 * the only one in texts. A name that poses as an address makes two of them, and two are none.
 */
function anyAddress(root: Element, { body, shadow }: Around): string {
  const inside = [root, ...findAll(root, '*', shadow)].filter(each => !each.closest(body));
  for (const each of inside) {
    const linked = mailtoAddress(each.getAttribute('href') ?? '');
    if (linked) return linked;
  }
  for (const statedIn of [attributeAddress, textAddress]) {
    const found = new Set(inside.map(statedIn).filter(Boolean));
    if (found.size > 0) return found.size === 1 ? [...found][0]! : '';
  }
  return '';
}

/** The address in an element's own attributes, '' where there is none. */
export function attributeAddress(element: Element): string {
  for (const attribute of ADDRESS_ATTRIBUTES) {
    const value = element.getAttribute(attribute);
    const email = value?.includes('@') ? statedAddress(value) : '';
    if (email) return email;
  }
  return '';
}

/** A text that is an address, with a name or a label; one within a sentence is not about the person shown. */
function textAddress(element: Element): string {
  let text = '';
  for (const child of element.childNodes) if (child.nodeType === 3) text += child.nodeValue;
  return isStatement(text) ? statedAddress(text) : '';
}
