import { ArrowLeft, CircleCheck } from 'lucide';
import type { Hit } from '../../../domain/index.ts';
import { studioTexts } from '../../../i18n/studio.ts';
import { Button, EmptyState, t } from '../../kit/index.ts';
import { report } from '../report.ts';
import { go, type Route } from '../route.ts';
import { usePages } from '../usePages.ts';
import { workspace } from '../workspace.ts';
import { type CustomerDetail, CustomerGrid } from './CustomerGrid.tsx';
import styles from './CustomersBehind.module.css';
import { ListFrame } from './ListFrame.tsx';

export interface CustomersBehindProps<Shown extends Hit> {
  /** Where the number stands. */
  from: Route;
  back: string;
  title: string;
  why?: string | undefined;
  nobody: string;
  /** What the customers are read by, beside the base. */
  of: string;
  load(offset: number, limit: number): Promise<{ readonly total: number; readonly hits: readonly Shown[] }>;
  /** What the number says of each customer. */
  detail?: CustomerDetail<Shown>;
}

/** The customers behind a number of another screen; each leads to the page of the customer. */
export function CustomersBehind<Shown extends Hit>(props: CustomersBehindProps<Shown>) {
  const { from, back, title, why, nobody, of, load, detail } = props;
  const base = workspace.value;
  const pages = usePages(
    base ? JSON.stringify([of, base.customers, base.orders, base.resultsAsOf]) : null,
    async (offset, limit) => {
      const { total, hits } = await load(offset, limit);
      return { total, items: hits };
    },
    report,
  );
  return (
    <ListFrame
      bar={
        <>
          <Button kind="quiet" size="small" icon={ArrowLeft} onClick={() => go(from.screen, from.id)}>
            {back}
          </Button>
          <div class={styles.what}>
            <h1 class={styles.title}>{title}</h1>
            {why && <p class={styles.why}>{why}</p>}
          </div>
          <span role="status">
            {pages.total !== null && t(studioTexts.statusCustomers, { count: pages.total })}
          </span>
        </>
      }
    >
      {pages.total === 0 ? (
        <EmptyState icon={CircleCheck} title={nobody} />
      ) : (
        <CustomerGrid label={title} pages={pages} detail={detail} />
      )}
    </ListFrame>
  );
}
