import type { Contact } from '../domain/index.ts';

const ADDRESS = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const AUTOMATIC =
  /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|notifications?|bounces?)(?:[+.@-]|$)/;
const DESK = /^(?:support|help(?:desk)?|service|kefu|info|sales|contact|hello)(?:[+.@-]|$)/;
/** A mailing list writes the sender's name into its own: 'Alice Johnson' via Support. */
const VIA = /^['"‘“\s]*(.+?)['"’”\s]*\s+via\s+\S.*$/i;
/** Providers where everybody has an address: the same domain makes nobody a colleague. */
const PUBLIC =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac|proton|protonmail|pm|fastmail|gmx|web|zoho|qq|foxmail|163|126|yeah|sina|sohu|aliyun|139|189)\./;

/** E-mail addresses in a text, in lower case, each once, in order. */
export function addressesIn(text: string): string[] {
  if (!text.includes('@')) return [];
  const found = text.normalize('NFKC').match(ADDRESS) ?? [];
  return [...new Set(found.map(address => address.replace(/^[.'-]+/, '').toLowerCase()))];
}

/** Addresses that a text of the form `name <address>` states: where there are brackets, only what stands in them. */
export function statedAddresses(text: string): string[] {
  if (!text.includes('@')) return [];
  const within = [...text.matchAll(/[<＜]([^<>＜＞]+)[>＞]/g)].flatMap(([, inside]) => addressesIn(inside!));
  return within.length > 0 ? within : addressesIn(text);
}

/**
 * The one address that stands for a person, '' where none or which of several cannot be told. In `name <address>` it
 * is the last in brackets: whoever writes can choose their name, but not what the page puts behind it.
 */
export function statedAddress(text: string): string {
  const bracketed = [...text.matchAll(/[<＜]([^<>＜＞]+)[>＞]/g)].flatMap(([, inside]) =>
    addressesIn(inside!),
  );
  if (bracketed.length > 0) return bracketed.at(-1)!;
  const bare = addressesIn(text);
  return bare.length === 1 ? bare[0]! : '';
}

const STATEMENT =
  /^\s*(?:[^@]*[<＜(（:：,，;；|·•\n]\s*)?[^\s@<>＜＞()（）]+@[^\s@<>＜＞()（）]+[>＞)）]?\s*$/u;

/** Whether a text does no more than state an address: alone, after a label, or as `name <address>`. */
export function isStatement(text: string): boolean {
  return text.includes('@') && STATEMENT.test(text);
}

/** The name in `name <address>`, '' where there is none. */
export function statedName(text: string): string {
  return text.replace(/[<＜(（][^<>＜＞()（）]*@[^<>＜＞()（）]*[>＞)）]?.*$/su, '').trim();
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

/** The person whom a mailing list names in its own name, '' where the name is no such one. */
export function nameBeforeVia(name: string): string {
  return VIA.exec(name)?.[1] ?? '';
}

/** Whether an address is that of a desk rather than of a person. */
export function isDesk(address: string): boolean {
  return DESK.test(address);
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Whether an address is on a domain that belongs to the house of one of `own`. */
export function isColleague(address: string, own: ReadonlySet<string>): boolean {
  const domain = domainOf(address);
  if (PUBLIC.test(domain)) return false;
  return [...own].some(each => domainOf(each) === domain);
}

/** A name only where it is not itself an address: whoever writes can choose their name. */
export function cleanName(name: string): string {
  const clean = name
    .replace(/\s+/g, ' ')
    .replace(/^["'\s]+|["'\s,;:]+$/g, '')
    .slice(0, 120);
  return clean.includes('@') ? '' : clean;
}

/** A contact of an address, with the name where it has one. */
export function contactOf(email: string, name: string): Contact {
  const clean = cleanName(name);
  return clean ? { email, name: clean } : { email };
}
