import { route } from '../route.ts';
import { IssueCustomers } from './IssueCustomers.tsx';
import { QualityReport } from './QualityReport.tsx';

/** Data quality: the report, or the customers behind the issue that the address names. */
export function QualityScreen() {
  const { id } = route.value;
  return id ? <IssueCustomers key={id} issue={id} /> : <QualityReport />;
}
