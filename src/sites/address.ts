import type { Contact } from '../domain/index.ts';

const ADDRESS = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const AUTOMATIC =
  /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|notifications?|bounces?)(?:[+.@-]|$)/;

/** E-mail addresses in a text, in lower case, each once, in order. */
export function addressesIn(text: string): string[] {
  if (!text.includes('@')) return [];
  const found = text.normalize('NFKC').match(ADDRESS) ?? [];
  return [...new Set(found.map(address => address.replace(/^[.'-]+/, '').toLowerCase()))];
}

/** The address of a `mailto:` link, '' where it has none. */
export function mailtoAddress(href: string): string {
  if (!/^mailto:/i.test(href)) return '';
  const target = href.slice(7).split('?')[0]!;
  try {
    return addressesIn(decodeURIComponent(target))[0] ?? '';
  } catch {
    return addressesIn(target)[0] ?? ''; // a stray % is not an escape
  }
}

/** Whether nobody reads what is sent to this address. */
export function isAutomatic(address: string): boolean {
  return AUTOMATIC.test(address);
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** A contact with a name only where that name is not itself an address: whoever writes can choose their name. */
export function contactOf(email: string, name: string): Contact {
  const clean = name
    .replace(/\s+/g, ' ')
    .replace(/^["'\s]+|["'\s,;:]+$/g, '')
    .slice(0, 120);
  return clean && !clean.includes('@') ? { email, name: clean } : { email };
}
