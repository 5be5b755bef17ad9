import { emailKey, phoneKey } from '../../domain/index.ts';
import { foldName } from '../clean/text.ts';

/** Enough of a customer to be recognised in a file. */
export interface KnownCustomer {
  readonly id: string;
  readonly name: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** A contact value that more different names than these share is nobody's key: a switchboard, info@. */
const namesOfOneKey = 2;

/** Who can be reached where: customers by id, contact key and name; names by contact key. */
export class Directory {
  readonly #ids = new Map<string, KnownCustomer>();
  readonly #byContact = new Map<string, string[]>();
  readonly #byName = new Map<string, string[]>();
  /** The only name seen with a contact key, or all of them. */
  readonly #names = new Map<string, string | Set<string>>();

  /** Files a customer, and again with what was learned since: nothing known before is lost. */
  file(customer: KnownCustomer, contacts: readonly string[] = contactsOf(customer)): void {
    const before = this.#ids.get(customer.id);
    this.#ids.set(customer.id, before ? joined(before, customer) : customer);
    const name = foldName(customer.name);
    put(this.#byName, name, customer.id);
    for (const key of contacts) {
      put(this.#byContact, key, customer.id);
      this.noteName(key, name);
    }
  }

  /** Notes that a name was seen with a contact key. A blank name, or the contact standing in for it, is none. */
  noteName(key: string, name: string): void {
    const names = this.#names.get(key);
    if (name === '' || names === name || isNameOf(key, name)) return;
    if (names === undefined) this.#names.set(key, name);
    else if (typeof names === 'string') this.#names.set(key, new Set([names, name]));
    else if (names.size <= namesOfOneKey) names.add(name);
  }

  isShared(key: string): boolean {
    const names = this.#names.get(key);
    return typeof names === 'object' && names.size > namesOfOneKey;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  withContact(key: string): readonly KnownCustomer[] {
    return this.#all(this.#byContact.get(key));
  }

  withName(foldedName: string): readonly KnownCustomer[] {
    return this.#all(this.#byName.get(foldedName));
  }

  #all(ids: readonly string[] | undefined): readonly KnownCustomer[] {
    return (ids ?? []).map(id => this.#ids.get(id)!);
  }
}

/** The keys under which somebody's contact details are compared, e-mail addresses first. */
export function contactsOf(of: {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}): string[] {
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
