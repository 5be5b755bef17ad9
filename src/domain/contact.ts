/** What a page or a file says about how somebody can be reached. */
export interface Contact {
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
  /** Number of a customer or an order that may be theirs. */
  readonly reference?: string;
}

/**
 * The key under which an e-mail address is filed and found: `e:` and the address in lower case, composed (NFC), with
 * an international domain as DNS asks for it (xn--).
 */
export function emailKey(address: string): string {
  if (isAscii.test(address)) return `e:${address.toLowerCase()}`;
  const lower = address.trim().normalize('NFC').toLowerCase();
  if (isAscii.test(lower)) return `e:${lower}`;
  const at = lower.lastIndexOf('@') + 1;
  return `e:${lower.slice(0, at)}${asciiDomain(lower.slice(at)) ?? lower.slice(at)}`;
}

const isAscii = /^[!-~]*$/;

/** An international domain in the ASCII form of IDNA, null where it has none. */
export function asciiDomain(domain: string): string | null {
  if (!/^[^\s/?#@:\\[\]%]+$/.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  return new URL(`http://${domain}`).hostname;
}

/**
 * The key under which a phone number is filed and found: `p:` and its digits. Full-width digits, separators and
 * the Chinese country code (+86, 0086, 86 before a mobile) fold away; other countries keep theirs.
 */
export function phoneKey(number: string): string {
  if (plainDigits.test(number)) return `p:${number}`;
  let digits = number.normalize('NFKC').replace(/\D/g, '');
  if (digits.startsWith('00')) digits = digits.slice(2);
  if (/^86(1[3-9]\d{9}|0?[1-9]\d{8,11})$/.test(digits)) {
    digits = digits.slice(2);
    if (/^(?:10|2\d|[3-9](?!00)\d\d)\d{7,8}$/.test(digits)) digits = `0${digits}`;
  }
  return `p:${digits}`;
}

/** Digits from which nothing folds away. */
const plainDigits = /^(?!00|86)\d+$/;

/** Country calling codes: none is the beginning of another, so their length shows in their first figures. */
const callingCode = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * The same number as it is dialled from within: without country code, without the 0 before an area code. '' where
 * there is neither.
 */
function shortPhoneKey(number: string): string {
  const dialled = number.normalize('NFKC').trim();
  const digits = phoneKey(dialled).slice(2);
  const isAbroad = /^(?:\+|00)/.test(dialled) && dialled.replace(/\D/g, '').replace(/^00/, '') === digits;
  const short = isAbroad ? digits.replace(callingCode, '') : digits.replace(/^0/, '');
  return short === digits || short.length < 7 ? '' : `p:${short}`;
}

/** All keys under which this contact would be filed, the e-mail address first. */
export function contactKeys(contact: Contact): string[] {
  const keys: string[] = [];
  if (contact.email) keys.push(emailKey(contact.email));
  if (contact.phone && phoneKey(contact.phone).length >= 7) {
    keys.push(phoneKey(contact.phone));
    const short = shortPhoneKey(contact.phone);
    if (short !== '') keys.push(short);
  }
  return keys;
}
