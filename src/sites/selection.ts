import { type Contact, findIds, type IdPattern } from '../domain/index.ts';
import { addressesIn, contactOf, statedAddress } from './address.ts';

const LONGEST = 400;
const NUMBER = /^[+(]?[\d０-９][\d０-９\s()\-.–]{5,24}$/u;

/**
 * Whom a selected text means: an address, a telephone number, a number of a customer or an order. `exact` where the
 * selection is that and nothing else: then the user asks for it.
 */
export function contactsInSelection(
  text: string,
  patterns: readonly IdPattern[],
): { readonly contacts: readonly Contact[]; readonly exact: boolean } {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '' || line.length > LONGEST) return { contacts: [], exact: false };
  const ids = findIds(line, patterns);
  if (ids.length === 1 && ids[0] === line.normalize('NFKC'))
    return { contacts: [{ reference: line }], exact: true };
  const stated = statedAddress(line);
  if (stated && /^[^@]{0,60}[<＜(]?[^\s@]+@[^\s@]+[>＞)]?$/.test(line)) {
    return { contacts: [contactOf(stated, line.replace(/[<＜(].*$/su, ''))], exact: true };
  }
  if (NUMBER.test(line) && line.replace(/\D/g, '').length >= 6)
    return { contacts: [{ phone: line }], exact: true };
  const contacts = [...addressesIn(line).map(email => ({ email })), ...ids.map(reference => ({ reference }))];
  return { contacts: contacts.slice(0, 6), exact: false };
}
