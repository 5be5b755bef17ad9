import { route } from '../route.ts';
import { CustomerPage } from './CustomerPage.tsx';
import { CustomerTable } from './CustomerTable.tsx';

/** Customers: the table, or the page of the one that the address names. */
export function CustomersScreen() {
  const { id } = route.value;
  return id ? <CustomerPage key={id} id={id} /> : <CustomerTable />;
}
