import type { Hit } from '../../../domain/index.ts';
import { customersTexts } from '../../../i18n/studio.ts';
import { t, VirtualList } from '../../kit/index.ts';
import { go } from '../route.ts';
import type { Pages } from '../usePages.ts';
import styles from './CustomerGrid.module.css';
import { CustomerRow } from './CustomerRow.tsx';

/** What a list says of each customer instead of segment and contacts. */
export interface CustomerDetail<Shown extends Hit> {
  readonly head: string;
  of(hit: Shown): string;
}

/** Customers in rows, of any number; each leads to the page of the customer. */
export function CustomerGrid<Shown extends Hit>(props: {
  label: string;
  pages: Pages<Shown>;
  detail?: CustomerDetail<Shown> | undefined;
}) {
  const { label, pages, detail } = props;
  return (
    <div class={styles.table}>
      <div class={styles.heads} aria-hidden="true">
        <span />
        <span>{t(customersTexts.name)}</span>
        <span>{t(customersTexts.company)}</span>
        {detail ? (
          <span class={styles.detail}>{detail.head}</span>
        ) : (
          <>
            <span>{t(customersTexts.segment)}</span>
            <span>{t(customersTexts.email)}</span>
            <span>{t(customersTexts.phone)}</span>
          </>
        )}
      </div>
      <VirtualList
        label={label}
        count={pages.total ?? 0}
        rowHeight={44}
        role="grid"
        row={index => {
          const hit = pages.item(index);
          return <CustomerRow hit={hit} detail={hit && detail?.of(hit)} />;
        }}
        onRange={pages.need}
        onChoose={index => {
          const hit = pages.item(index);
          if (hit) go('customers', hit.id);
        }}
      />
    </div>
  );
}
