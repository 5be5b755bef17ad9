import { ChurnPage } from './ChurnPage.tsx';
import { GroupCustomers } from './GroupCustomers.tsx';
import { groupOf } from './words.ts';

/** Churn: the page, or the customers behind the number that the address names. */
export function ChurnScreen({ what }: { what: string }) {
  const group = groupOf(what);
  return group ? <GroupCustomers key={what} group={group} /> : <ChurnPage />;
}
