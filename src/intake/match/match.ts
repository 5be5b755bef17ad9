import { type Customer, type Day, FactTable, type Note } from '../../domain/index.ts';
import { foldName } from '../clean/text.ts';
import { Collected } from '../records/collected.ts';
import { type CustomerPart, noRaws, type Party, type Recipient } from '../records/record.ts';
import { type Contact, contactsOf, Directory, isShared, type KnownCustomer, noteName } from './contacts.ts';
import { joinLines } from './lines.ts';
import { mergeParts, newCustomer, type Stamp } from './merge.ts';

/** What files say, with the customers of whom they say it. */
export interface Matched {
  /** The new customers, complete. */
  readonly customers: readonly Customer[];
  /** What the file says about customers of the base, by id: to be merged into them with `mergePart`. */
  readonly changes: ReadonlyMap<string, CustomerPart>;
  readonly orders: FactTable<'order'>;
  readonly interactions: FactTable<'interaction'>;
  /** Cells as they stood, by customer and field id, where the clean value is written otherwise. */
  readonly raws: ReadonlyMap<string, CustomerPart['raws']>;
  /** New customers whom only orders or interactions name, by id: no row about customers says anything of them. */
  readonly unnamed: ReadonlySet<string>;
  readonly newCustomers: number;
  readonly matchedCustomers: number;
  /** Contact details that were no key because many names share them. */
  readonly notes: readonly Note[];
}

export interface MatchOptions extends Stamp {
  /** Makes the id of a customer for whom the file has none. */
  readonly newId: () => string;
}

/**
 * Finds whose rows these are: by the customer's own number, else a contact value that is not shared by many names,
 * else - where the file has neither - by the exact name. A number becomes the id of a new customer. Rows are folded
 * together as they come, so that few objects stay.
 */
export class Matcher implements Recipient {
  /** Rows with the same number, or without one the same contact details and name, are one party. */
  readonly #parties = new Map<string, Party>();
  readonly orders = new Collected('order');
  readonly interactions = new Collected('interaction');

  /** The party of a part, with what the part says. A part that is the last one again says nothing new. */
  tell(part: CustomerPart, known?: Party): Party {
    if (known?.last === part) return known;
    const key = known ? '' : keyOf(part);
    const before = known ?? this.#parties.get(key);
    if (!before) {
      const party = { index: this.#parties.size, part, last: part, isNamed: false };
      this.#parties.set(key, party);
      return party;
    }
    before.part = mergeParts(before.part, part);
    before.last = part;
    return before;
  }

  /** Whose the rows are, against the customers of the base. */
  finish(known: Iterable<KnownCustomer>, options: MatchOptions): Matched {
    const parties = [...this.#parties.values()];
    const directory = new Directory();
    for (const customer of known) directory.file(customer);
    const contacts = parties.map(({ part }) => directory.contactsOf(part));
    parties.forEach(({ part }, index) => {
      const name = foldName(part.name);
      for (const contact of contacts[index]!) noteName(contact, name);
    });
    const isNamesOnly = parties.every(
      ({ part }, index) => part.customerId === '' && contacts[index]!.length === 0,
    );
    const assigned = assign(parties, contacts, new Finder(directory, isNamesOnly), options);
    const shared = new Set(contacts.flatMap(each => each.filter(isShared)));
    return this.#gathered(
      assigned,
      Array.from(shared, ({ key }) => key),
      options,
    );
  }

  #gathered(
    { ids, made, changes, named }: Assigned,
    shared: readonly string[],
    options: MatchOptions,
  ): Matched {
    const orders = this.orders.byCustomer(ids);
    for (const [id, rows] of orders) orders.set(id, joinLines(this.orders.rows, rows));
    const days = this.orders.rows.numbers.get('day')!.values;
    const firstOrder = (id: string) => {
      const first = orders.get(id)?.[0];
      return first === undefined ? undefined : days[first];
    };
    return {
      customers: Array.from(made, ([id, part]) => newCustomer(id, withJoined(part, firstOrder(id)), options)),
      changes,
      orders: new FactTable(this.orders.rows, orders),
      interactions: new FactTable(this.interactions.rows, this.interactions.byCustomer(ids)),
      raws: new Map(
        [...made, ...changes].flatMap(([id, { raws }]) => (raws === noRaws ? [] : [[id, raws] as const])),
      ),
      unnamed: new Set([...made.keys()].filter(id => !named.has(id))),
      newCustomers: made.size,
      matchedCustomers: changes.size,
      notes: sharedNotes(shared),
    };
  }
}

function keyOf(part: CustomerPart): string {
  if (part.customerId !== '') return `#${part.customerId}`;
  return JSON.stringify([foldName(part.name || part.company), ...contactsOf(part)]);
}

/** Which customer a part is about, by the directory. */
class Finder {
  /** Everybody who is found, to be kept up to date. */
  readonly directory: Directory;
  readonly #isNamesOnly: boolean;

  constructor(directory: Directory, isNamesOnly: boolean) {
    this.directory = directory;
    this.#isNamesOnly = isNamesOnly;
  }

  /** The id, or null for a new customer. `numbered`: ids that the file itself has given. */
  find(part: CustomerPart, contacts: readonly Contact[], numbered: ReadonlySet<string>): string | null {
    if (part.customerId !== '') return this.#byNumber(part, contacts, numbered);
    for (const contact of contacts) {
      const id = this.#byContact(contact, part);
      if (id !== null) return id;
    }
    return contacts.length === 0 ? this.#byName(part) : null;
  }

  /** A number that the base does not know may still be somebody in it: then name and contact both agree. */
  #byNumber(part: CustomerPart, contacts: readonly Contact[], numbered: ReadonlySet<string>): string | null {
    if (this.directory.has(part.customerId)) return part.customerId;
    const held = contacts.filter(({ ids }) => ids.length > 0);
    if (held.length === 0) return null;
    const name = foldName(part.name);
    for (const contact of held) {
      const same = this.directory
        .withContact(contact)
        .filter(each => !numbered.has(each.id) && foldName(each.name) === name);
      if (same.length === 1) return same[0]!.id;
    }
    return null;
  }

  #byContact(contact: Contact, part: CustomerPart): string | null {
    const found = this.directory.withContact(contact);
    if (found.length === 1 && !isShared(contact)) return found[0]!.id;
    const name = foldName(nameOf(part));
    return found.find(each => foldName(each.name) === name)?.id ?? null;
  }

  /** In a file that tells people by name only a name is the key; else it finds customers that have nothing else. */
  #byName(part: CustomerPart): string | null {
    const found = this.directory.withName(foldName(nameOf(part)));
    const nameless = found.filter(each => contactsOf(each).length === 0);
    if (nameless.length === 1) return nameless[0]!.id;
    return this.#isNamesOnly && found.length === 1 ? found[0]!.id : null;
  }
}

/** Who the parties are: the id of each, and what is said of new customers and of those in the base, by id. */
interface Assigned {
  readonly ids: readonly string[];
  readonly made: ReadonlyMap<string, CustomerPart>;
  readonly changes: ReadonlyMap<string, CustomerPart>;
  /** Whom a row about customers names. */
  readonly named: ReadonlySet<string>;
}

function assign(
  parties: readonly Party[],
  contacts: readonly (readonly Contact[])[],
  finder: Finder,
  options: MatchOptions,
): Assigned {
  const ids: string[] = [];
  const made = new Map<string, CustomerPart>();
  const changes = new Map<string, CustomerPart>();
  const numbered = new Set<string>();
  const named = new Set<string>();
  for (const party of parties) {
    const found = finder.find(party.part, contacts[party.index]!, numbered);
    const id = found ?? (party.part.customerId || options.newId());
    ids.push(id);
    if (party.part.customerId !== '') numbered.add(id);
    if (party.isNamed) named.add(id);
    const parts = found === null || made.has(id) ? made : changes;
    const before = parts.get(id);
    const part = before ? mergeParts(before, party.part) : party.part;
    parts.set(id, part);
    const name = found === null ? nameOf(part) : part.name;
    const filed = { id, name, emails: part.emails, phones: part.phones };
    finder.directory.file(filed, part === party.part ? contacts[party.index] : undefined);
  }
  return { ids, made, changes, named };
}

function nameOf(part: CustomerPart): string {
  return part.name || part.company || part.emails[0] || part.phones[0] || part.customerId;
}

/** A customer known by orders alone has been one since the first of them. */
function withJoined(part: CustomerPart, firstOrder: Day | undefined): CustomerPart {
  if (part.columns.joined !== undefined || firstOrder === undefined) return part;
  return { ...part, columns: { ...part.columns, joined: firstOrder } };
}

function sharedNotes(shared: readonly string[]): Note[] {
  return shared.slice(0, 20).map(key => ({
    code: 'contactShared',
    severity: 'warning',
    args: { value: key.slice(2) },
    span: [0, 0],
  }));
}
