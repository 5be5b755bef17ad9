import type { KnownCustomer } from '../model.ts';
import type { Aliases } from './aliases.ts';
import { keyOf } from './history.ts';

/**
 * Merged customers as files go on naming them: the kept one without the contacts that only somebody it took in had,
 * and each of those under its own id with them. A name that both have is only the kept one's.
 */
export function apart(known: readonly KnownCustomer[], aliases: Aliases): KnownCustomer[] {
  if (aliases.merges.length === 0) return [...known];
  const kept = new Set(aliases.merges.map(({ drop }) => aliases.of(drop).id));
  return known.flatMap(customer => {
    if (!kept.has(customer.id)) return [customer];
    const taken = aliases.into(customer.id);
    const theirs = new Set(taken.flatMap(({ emails, phones }) => [...emails, ...phones].map(keyOf)));
    const isMine = (each: string) => !theirs.has(keyOf(each));
    const mine = { emails: customer.emails.filter(isMine), phones: customer.phones.filter(isMine) };
    const given = new Set<string>();
    const others = taken.map(({ drop, dropName, emails, phones }) => {
      const isHere = (each: string, list: readonly string[]) =>
        list.some(own => keyOf(own) === keyOf(each)) && !given.has(keyOf(each));
      const own = {
        emails: emails.filter(each => isHere(each, customer.emails)),
        phones: phones.filter(each => isHere(each, customer.phones)),
      };
      for (const each of [...own.emails, ...own.phones]) given.add(keyOf(each));
      const name = dropName === customer.name ? '' : dropName;
      return { id: drop, name, company: '', title: '', ...own };
    });
    return [{ ...customer, ...mine }, ...others];
  });
}
