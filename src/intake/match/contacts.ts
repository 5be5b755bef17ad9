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
  readonly #names = new Map<string, Set<string>>();

  /** Files a customer, and again with what was learned since: nothing known before is lost. */
  file(customer: KnownCustomer): void {
    const before = this.#ids.get(customer.id);
    this.#ids.set(customer.id, before ? joined(before, customer) : customer);
    const name = foldName(customer.name);
    put(this.#byName, name, customer.id);
    for (const key of contactsOf(customer)) {
      put(this.#byContact, key, customer.id);
      this.noteName(key, name);
    }
  }

  /** Notes that a name was seen with a contact key. A blank name, or the contact standing in for it, is none. */
  noteName(key: string, name: string): void {
    if (name === '' || key === `e:${name}` || key === `p:${name}`) return;
    const names = this.#names.get(key) ?? new Set();
    this.#names.set(key, names);
    if (names.size <= namesOfOneKey) names.add(name);
  }

  isShared(key: string): boolean {
    return (this.#names.get(key)?.size ?? 0) > namesOfOneKey;
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
