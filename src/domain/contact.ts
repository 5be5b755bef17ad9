/** What a page or a file says about how somebody can be reached. */
export interface Contact {
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
}

/** The key under which an e-mail address is filed and found: `e:` and the address in lower case. */
export function emailKey(address: string): string {
  return `e:${address.trim().toLowerCase()}`;
}

/**
 * The key under which a phone number is filed and found: `p:` and its digits. Full-width digits, separators and
 * the Chinese country code (+86, 0086, 86 before a mobile) fold away; other countries keep theirs.
 */
export function phoneKey(number: string): string {
  let digits = number.normalize('NFKC').replace(/\D/g, '');
  if (digits.startsWith('00')) digits = digits.slice(2);
  if (/^86(1[3-9]\d{9}|0?[1-9]\d{8,11})$/.test(digits)) digits = digits.slice(2);
  return `p:${digits}`;
}

/** All keys under which this contact would be filed, the e-mail address first. */
export function contactKeys(contact: Contact): string[] {
  const keys: string[] = [];
  if (contact.email) keys.push(emailKey(contact.email));
  if (contact.phone && phoneKey(contact.phone).length >= 7) keys.push(phoneKey(contact.phone));
  return keys;
}
