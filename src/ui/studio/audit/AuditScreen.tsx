import { route } from '../route.ts';
import { AuditList } from './AuditList.tsx';
import { AuditSheet } from './AuditSheet.tsx';

/** Sampling audits: the list, or the sheet that the address names. */
export function AuditScreen() {
  const { id } = route.value;
  return id ? <AuditSheet key={id} id={Number(id)} /> : <AuditList />;
}
