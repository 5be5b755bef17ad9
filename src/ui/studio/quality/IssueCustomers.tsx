import { qualityTexts } from '../../../i18n/quality.ts';
import { t } from '../../kit/index.ts';
import { CustomersBehind } from '../customers/CustomersBehind.tsx';
import { engine } from '../engine.ts';
import { issueWords } from './words.ts';

/** The customers behind one number of the report; each leads to the page where it is mended. */
export function IssueCustomers({ issue }: { issue: string }) {
  const { title, why } = issueWords(issue);
  return (
    <CustomersBehind
      from={{ screen: 'quality', id: '' }}
      back={t(qualityTexts.back)}
      title={title}
      why={why}
      nobody={t(qualityTexts.nobody)}
      of={issue}
      load={(offset, limit) => engine.qualityCustomers({ issue, offset, limit })}
    />
  );
}
