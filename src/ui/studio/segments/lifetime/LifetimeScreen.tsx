import { GroupCustomers } from './GroupCustomers.tsx';
import { LifetimePage } from './LifetimePage.tsx';
import { groupOf } from './words.ts';

/** Lifetime value: the page, or the customers behind the number that the address names. */
export function LifetimeScreen({ what }: { what: string }) {
  const group = groupOf(what);
  return group ? <GroupCustomers key={what} group={group} /> : <LifetimePage />;
}
