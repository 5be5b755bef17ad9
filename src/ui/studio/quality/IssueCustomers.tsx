import { ArrowLeft, CircleCheck } from 'lucide';
import { qualityTexts } from '../../../i18n/quality.ts';
import { Button, EmptyState, t, VirtualList } from '../../kit/index.ts';
import { CustomerRow } from '../customers/CustomerRow.tsx';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { go } from '../route.ts';
import { usePages } from '../usePages.ts';
import { workspace } from '../workspace.ts';
import styles from './Quality.module.css';
import { issueWords } from './words.ts';

/** The customers behind one number of the report; each leads to the page where it is mended. */
export function IssueCustomers({ issue }: { issue: string }) {
  const base = workspace.value;
  const { title, why } = issueWords(issue);
  const pages = usePages(
    base ? JSON.stringify([issue, base.customers, base.orders, base.resultsAsOf]) : null,
    async (offset, limit) => {
      const page = await engine.qualityCustomers({ issue, offset, limit });
      return { total: page.total, items: page.hits };
    },
    report,
  );
  return (
    <div class={styles.list}>
      <header class={styles.bar}>
        <Button kind="quiet" size="small" icon={ArrowLeft} onClick={() => go('quality')}>
          {t(qualityTexts.back)}
        </Button>
        <div class={styles.what}>
          <h1 class={styles.issueTitle}>{title}</h1>
          {why && <p class={styles.why}>{why}</p>}
        </div>
        <span role="status">{pages.total !== null && t(qualityTexts.customers, { count: pages.total })}</span>
      </header>
      {pages.total === 0 ? (
        <EmptyState icon={CircleCheck} title={t(qualityTexts.nobody)} />
      ) : (
        <VirtualList
          label={title}
          count={pages.total ?? 0}
          rowHeight={44}
          role="grid"
          row={index => <CustomerRow hit={pages.item(index)} />}
          onRange={pages.need}
          onChoose={index => {
            const hit = pages.item(index);
            if (hit) go('customers', hit.id);
          }}
        />
      )}
    </div>
  );
}
