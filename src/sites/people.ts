import type { Contact } from '../domain/index.ts';
import { cleanName, isAutomatic, isColleague, nameBeforeVia, statedName } from './address.ts';
import { findAll, isVisible } from './dom.ts';
import { type Around, firstAddress, firstValue, type Source } from './source.ts';

/** Somebody as a page shows them; what it does not show is ''. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly phone: string;
}

/** One message or ticket: who wrote it, whom an answer goes to where that is somebody else, and who got it. */
export interface Letter {
  readonly from: readonly Person[];
  readonly replyTo: readonly Person[];
  readonly to: readonly Person[];
  /** Whether an agent wrote it. */
  readonly ours?: boolean;
}

/** Where a person stands: an element, and the sources within it. Names come from the address's own text else. */
export interface Place {
  readonly at: string;
  readonly email?: readonly Source[];
  readonly name?: readonly Source[];
  readonly phone?: readonly Source[];
  /** Whether each match is somebody; otherwise only the first, for the head of a message precedes what it holds. */
  readonly many?: true;
  /** Whether a page keeps it out of sight: a folded head, a list behind a field. */
  readonly hidden?: true;
  /** Whether it counts only where all matches are the same person. */
  readonly only?: true;
}

/** The people in the first place where anybody stands. */
export function peopleIn(unit: Element, places: readonly Place[], around: Around): Person[] {
  for (const place of places) {
    const matches = place.at === ':scope' ? [unit] : findAll(unit, place.at, around.shadow);
    const people: Person[] = [];
    for (const element of matches) {
      if (element.closest(around.body) || (!place.hidden && !isVisible(element))) continue;
      const person = personAt(element, place, { ...around, hidden: place.hidden === true });
      if (person.email === '' && person.name === '' && person.phone === '') continue;
      if (place.only && around.own?.has(person.email)) continue;
      people.push(person);
      if (!place.many && !place.only) break;
    }
    const distinct = [...new Map(people.map(each => [each.email || each.phone || each.name, each])).values()];
    if (distinct.length > 0 && !(place.only && distinct.length > 1)) return distinct;
  }
  return [];
}

const EMAIL: readonly Source[] = [
  '@email',
  '@data-email',
  '@data-hovercard-id',
  '@href',
  'a[href^="mailto:" i] @href',
  '@title',
  ':text',
];
const PHONE: readonly Source[] = ['a[href^="tel:" i] @href'];

function personAt(element: Element, place: Place, around: Around): Person {
  const { email, text } = firstAddress(element, place.email ?? EMAIL, around);
  const name = firstValue(element, place.name ?? [':text'], around);
  const phone = firstValue(element, place.phone ?? PHONE, around)
    .replace(/[^\d+()\-–. ]/g, '')
    .trim();
  return {
    email,
    name: cleanName(statedName(name)) || cleanName(statedName(text)),
    phone: phone.replace(/\D/g, '').length >= 6 ? phone.slice(0, 40) : '',
  };
}

/** What is known of everybody in a thread: those to show, and those to show as a guess. */
export interface Verdict {
  readonly contacts: readonly Contact[];
  readonly suggestions: readonly Contact[];
}

/**
 * The customers in a thread, from its letters in the order in which they are to be shown. The agent is left out, and
 * colleagues too where anybody else wrote; what a robot or a mailing list passed on counts for whom an answer goes to.
 * Of a thread in which only the agent wrote, the customers are those who got it.
 */
export function judge(letters: readonly Letter[], signedIn: ReadonlySet<string>): Verdict {
  const ours = letters.filter(letter => letter.ours).flatMap(letter => letter.from);
  const own = new Set([...signedIn, ...ours.map(person => person.email).filter(Boolean)]);
  const senders = letters.flatMap(letter =>
    answerable(letter, own).map(person => ({ ...person, ours: letter.ours })),
  );
  const foreign = senders.filter(person => !person.ours && !own.has(person.email));
  const wroteOnlyWe = senders.length > 0 && foreign.length === 0;
  const people = wroteOnlyWe
    ? letters.flatMap(letter => letter.to).filter(person => !own.has(person.email))
    : foreign;
  const outside = people.filter(person => !person.email || !isColleague(person.email, own));
  const shown = outside.length > 0 ? outside : people;
  const contacts = distinct(shown.filter(person => person.email !== '' || person.phone !== ''));
  const named = distinct(shown.filter(person => person.email === '' && person.phone === ''));
  return { contacts: contacts.slice(0, 6), suggestions: contacts.length > 0 ? [] : named.slice(0, 6) };
}

/** Who is to be answered: the sender; where that is a robot, a list or our own form, whom the head names for it. */
function answerable({ from, replyTo }: Letter, own: ReadonlySet<string>): Person[] {
  const reply = replyTo.filter(person => person.email !== '' && !own.has(person.email));
  return from.flatMap(person => {
    const listed = nameBeforeVia(person.name);
    const relayed = listed !== '' || isAutomatic(person.email) || isColleague(person.email, own);
    if (relayed && !own.has(person.email) && reply.length > 0) return reply;
    return listed !== '' ? [{ ...person, email: '', name: cleanName(listed) }] : [person];
  });
}

function distinct(people: readonly Person[]): Contact[] {
  const found = new Map<string, Contact>();
  for (const { email, name: written, phone } of people) {
    const name = cleanName(written);
    const key = email || phone || name;
    const before = found.get(key);
    found.set(key, {
      ...(email && { email }),
      ...((phone || before?.phone) && { phone: before?.phone ?? phone }),
      ...((name || before?.name) && { name: before?.name ?? name }),
    });
  }
  return [...found.values()];
}
