import { GroupCustomers } from './GroupCustomers.tsx';
import { RfmPage } from './RfmPage.tsx';
import { groupOf } from './words.ts';

/** RFM: the page, or the customers behind the number that the address names. */
export function RfmScreen({ what }: { what: string }) {
  const group = groupOf(what);
  return group ? <GroupCustomers key={what} group={group} /> : <RfmPage />;
}
