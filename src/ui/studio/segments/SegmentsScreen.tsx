import { route } from '../route.ts';
import { GroupCustomers } from './GroupCustomers.tsx';
import { RfmPage } from './RfmPage.tsx';
import { groupOf } from './words.ts';

/** Segments by RFM: the page, or the customers behind the number that the address names. */
export function SegmentsScreen() {
  const { id } = route.value;
  const group = groupOf(id);
  return group ? <GroupCustomers key={id} group={group} /> : <RfmPage />;
}
