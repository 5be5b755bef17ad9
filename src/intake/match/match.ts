import type { Customer, Interaction, Note, Order } from '../../domain/index.ts';
import { foldName } from '../clean/text.ts';
import { type CustomerPart, type ImportedRecord, noRaws } from '../records/record.ts';
import { contactsOf, Directory, type KnownCustomer } from './contacts.ts';
import { joinLines } from './lines.ts';
import { mergeParts, newCustomer, type Stamp } from './merge.ts';

/** A file's records with the customers they belong to. */
export interface Matched {
  /** The new customers, complete. */
  readonly customers: readonly Customer[];
  /** What the file says about customers of the base, by id: to be merged into them with `mergePart`. */
  readonly changes: ReadonlyMap<string, CustomerPart>;
  readonly orders: ReadonlyMap<string, readonly Order[]>;
  readonly interactions: ReadonlyMap<string, readonly Interaction[]>;
  /** Cells as they stood, by customer and field id, where the clean value is written otherwise. */
  readonly raws: ReadonlyMap<string, CustomerPart['raws']>;
  readonly newCustomers: number;
  readonly matchedCustomers: number;
  /** Contact details that were no key because many names share them. */
  readonly notes: readonly Note[];
}

export interface MatchOptions extends Stamp {
  /** Makes the id of a customer for whom the file has none. */
  readonly newId: () => string;
}

/** The rows of one file that say the same about who they belong to. */
interface Party {
  part: CustomerPart;
  /** What was said last. */
  last: CustomerPart;
  readonly orders: Order[];
  readonly interactions: Interaction[];
}

/**
 * Finds whose records these are: by the customer's own number, else a contact value that is not shared by many
 * names, else - where the file has neither - by the exact name. A number becomes the id of a new customer.
 */
export function matchRecords(
  records: Iterable<ImportedRecord>,
  known: Iterable<KnownCustomer>,
  options: MatchOptions,
): Matched {
  const matcher = new Matcher();
  matcher.add(records);
  return matcher.finish(known, options);
}

/** The same for a file that comes in batches: rows are folded together as they come, so that few objects stay. */
export class Matcher {
  /** Rows with the same number, or without one the same contact details and name, are one party. */
  readonly #parties = new Map<string, Party>();
  readonly #seen = new WeakMap<CustomerPart, Party>();

  add(records: Iterable<ImportedRecord>): void {
    for (const { customer: part, order, interaction } of records) {
      const party = this.#partyOf(part);
      if (order) party.orders.push(order);
      if (interaction) party.interactions.push(interaction);
    }
  }

  /** The party of a part, with what the part says. A part that is the last one again says nothing new. */
  #partyOf(part: CustomerPart): Party {
    const seen = this.#seen.get(part);
    if (seen?.last === part) return seen;
    const key = part.customerId !== '' ? `#${part.customerId}` : keyOfUnnumbered(part);
    const before = seen ?? this.#parties.get(key);
    const party: Party = before ?? { part, last: part, orders: [], interactions: [] };
    if (before) before.part = mergeParts(before.part, part);
    else this.#parties.set(key, party);
    party.last = part;
    this.#seen.set(part, party);
    return party;
  }

  /** Whose the records are, against the customers of the base. */
  finish(known: Iterable<KnownCustomer>, options: MatchOptions): Matched {
    const parties = [...this.#parties.values()];
    const directory = new Directory();
    for (const customer of known) directory.file(customer);
    for (const { part } of parties)
      for (const key of contactsOf(part)) directory.noteName(key, foldName(part.name));
    const isNamesOnly = parties.every(({ part }) => part.customerId === '' && contactsOf(part).length === 0);
    return assign(parties, new Finder(directory, isNamesOnly), directory, options);
  }
}

function keyOfUnnumbered(part: CustomerPart): string {
  return JSON.stringify([foldName(part.name || part.company), ...contactsOf(part)]);
}

/** Which customer a part is about, by the directory. */
class Finder {
  readonly #directory: Directory;
  readonly #isNamesOnly: boolean;

  constructor(directory: Directory, isNamesOnly: boolean) {
    this.#directory = directory;
    this.#isNamesOnly = isNamesOnly;
  }

  /** The id, or null for a new customer. `numbered`: ids that the file itself has given. */
  find(part: CustomerPart, numbered: ReadonlySet<string>): string | null {
    if (part.customerId !== '') return this.#byNumber(part, numbered);
    const contacts = contactsOf(part);
    for (const key of contacts) {
      const id = this.#byContact(key, part);
      if (id !== null) return id;
    }
    return contacts.length === 0 ? this.#byName(part) : null;
  }

  /** A number that the base does not know may still be somebody in it: then name and contact both agree. */
  #byNumber(part: CustomerPart, numbered: ReadonlySet<string>): string | null {
    if (this.#directory.has(part.customerId)) return part.customerId;
    const name = foldName(part.name);
    for (const key of contactsOf(part)) {
      const same = this.#directory
        .withContact(key)
        .filter(each => !numbered.has(each.id) && foldName(each.name) === name);
      if (same.length === 1) return same[0]!.id;
    }
    return null;
  }

  #byContact(key: string, part: CustomerPart): string | null {
    const found = this.#directory.withContact(key);
    if (found.length === 1 && !this.#directory.isShared(key)) return found[0]!.id;
    const name = foldName(nameOf(part));
    return found.find(each => foldName(each.name) === name)?.id ?? null;
  }

  /** In a file that tells people by name only a name is the key; else it finds customers that have nothing else. */
  #byName(part: CustomerPart): string | null {
    const found = this.#directory.withName(foldName(nameOf(part)));
    const nameless = found.filter(each => contactsOf(each).length === 0);
    if (nameless.length === 1) return nameless[0]!.id;
    return this.#isNamesOnly && found.length === 1 ? found[0]!.id : null;
  }
}

function assign(
  parties: readonly Party[],
  finder: Finder,
  directory: Directory,
  options: MatchOptions,
): Matched {
  const made = new Map<string, CustomerPart>();
  const changes = new Map<string, CustomerPart>();
  const orders = new Map<string, Order[]>();
  const interactions = new Map<string, Interaction[]>();
  const numbered = new Set<string>();
  for (const party of parties) {
    const found = finder.find(party.part, numbered);
    const id = found ?? (party.part.customerId || options.newId());
    if (party.part.customerId !== '') numbered.add(id);
    const parts = found === null || made.has(id) ? made : changes;
    const before = parts.get(id);
    const part = before ? mergeParts(before, party.part) : party.part;
    parts.set(id, part);
    const name = found === null ? nameOf(part) : part.name;
    directory.file({ id, name, emails: part.emails, phones: part.phones });
    append(orders, id, party.orders);
    append(interactions, id, party.interactions);
  }
  for (const [id, lines] of orders) orders.set(id, joinLines(lines));
  return {
    customers: [...made].map(([id, part]) => newCustomer(id, withJoined(part, orders.get(id)), options)),
    changes,
    orders,
    interactions,
    raws: new Map(
      [...made, ...changes].flatMap(([id, { raws }]) => (raws === noRaws ? [] : [[id, raws] as const])),
    ),
    newCustomers: made.size,
    matchedCustomers: changes.size,
    notes: sharedNotes(parties, directory),
  };
}

function nameOf(part: CustomerPart): string {
  return part.name || part.company || part.emails[0] || part.phones[0] || part.customerId;
}

/** A customer known by orders alone has been one since the first of them. */
function withJoined(part: CustomerPart, orders: readonly Order[] | undefined): CustomerPart {
  const first = orders?.[0];
  if (part.columns.joined !== undefined || !first) return part;
  return { ...part, columns: { ...part.columns, joined: first.day } };
}

function append<Fact>(facts: Map<string, Fact[]>, id: string, added: readonly Fact[]): void {
  if (added.length === 0) return;
  const before = facts.get(id);
  if (before) for (const fact of added) before.push(fact);
  else facts.set(id, [...added]);
}

function sharedNotes(parties: readonly Party[], directory: Directory): Note[] {
  const shared = new Set(
    parties.flatMap(({ part }) => contactsOf(part)).filter(key => directory.isShared(key)),
  );
  return [...shared].slice(0, 20).map(key => ({
    code: 'contactShared',
    severity: 'warning',
    args: { value: key.slice(2) },
    span: [0, 0],
  }));
}
