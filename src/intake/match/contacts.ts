import { emailKey, phoneKey } from '../../domain/index.ts';
import { foldName } from '../clean/text.ts';

/** Enough of a customer to be recognised in a file. */
export interface KnownCustomer {
  readonly id: string;
  readonly name: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

type Reachable = Pick<KnownCustomer, 'emails' | 'phones'>;

/** A contact value that more different names than these share is nobody's key: a switchboard, info@. */
const namesOfOneKey = 2;

/** A contact value, and who was seen with it. */
export interface Contact {
  readonly key: string;
  /** The ids of customers who have it. */
  readonly ids: string[];
  /** The only name seen with it, or all of them; '' = none. */
  names: string | Set<string>;
}

/** Who can be reached where: customers by id, contact and name. */
export class Directory {
  readonly #ids = new Map<string, KnownCustomer>();
  readonly #contacts = new Map<string, Contact>();
  readonly #byName = new Map<string, string[]>();
  /** Who was filed since somebody was last looked for by name, which in most files nobody is. */
  #unnamed: KnownCustomer[] = [];

  /** Somebody's contacts, e-mail addresses first. */
  contactsOf(of: Reachable): Contact[] {
    return contactsOf(of).map(key => {
      let contact = this.#contacts.get(key);
      if (!contact) {
        contact = { key, ids: [], names: '' };
        this.#contacts.set(key, contact);
      }
      return contact;
    });
  }

  /** Files a customer, and again with what was learned since: nothing known before is lost. */
  file(customer: KnownCustomer, contacts: readonly Contact[] = this.contactsOf(customer)): void {
    const before = this.#ids.get(customer.id);
    this.#ids.set(customer.id, before ? joined(before, customer) : customer);
    this.#unnamed.push(customer);
    const name = foldName(customer.name);
    for (const contact of contacts) {
      if (!contact.ids.includes(customer.id)) contact.ids.push(customer.id);
      noteName(contact, name);
    }
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  withContact({ ids }: Contact): readonly KnownCustomer[] {
    return ids.map(id => this.#ids.get(id)!);
  }

  withName(foldedName: string): readonly KnownCustomer[] {
    for (const { id, name } of this.#unnamed) put(this.#byName, foldName(name), id);
    this.#unnamed = [];
    return (this.#byName.get(foldedName) ?? []).map(id => this.#ids.get(id)!);
  }
}

/** Notes that a name was seen with a contact. A blank name, or the contact standing in for it, is none. */
export function noteName(contact: Contact, name: string): void {
  const { key, names } = contact;
  if (name === '' || names === name || isNameOf(key, name)) return;
  if (names === '') contact.names = name;
  else if (typeof names === 'string') contact.names = new Set([names, name]);
  else if (names.size <= namesOfOneKey) names.add(name);
}

/** Whether too many names were seen with a contact for it to be anybody's key. */
export function isShared({ names }: Contact): boolean {
  return typeof names === 'object' && names.size > namesOfOneKey;
}

/** The keys under which somebody's contact details are compared, e-mail addresses first. */
export function contactsOf(of: Reachable): string[] {
  return [...of.emails.map(emailKey), ...of.phones.map(phoneKey)];
}

/** Whether the name is but the contact itself. */
function isNameOf(key: string, name: string): boolean {
  return key.length === name.length + 2 && key.endsWith(name);
}

function joined(before: KnownCustomer, { id, name, emails, phones }: KnownCustomer): KnownCustomer {
  return {
    id,
    name: name || before.name,
    emails: [...new Set([...before.emails, ...emails])],
    phones: [...new Set([...before.phones, ...phones])],
  };
}

function put(index: Map<string, string[]>, key: string, id: string): void {
  const ids = index.get(key);
  if (!ids) index.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}
