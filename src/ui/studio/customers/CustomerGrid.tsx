import type { Hit } from '../../../domain/index.ts';
import { customersTexts } from '../../../i18n/studio.ts';
import { t, VirtualList } from '../../kit/index.ts';
import { go } from '../route.ts';
import type { Pages } from '../usePages.ts';
import styles from './CustomerGrid.module.css';
import { CustomerRow } from './CustomerRow.tsx';

/** Customers in rows, of any number; each leads to the page of the customer. */
export function CustomerGrid({ label, pages }: { label: string; pages: Pages<Hit> }) {
  return (
    <div class={styles.table}>
      <div class={styles.heads} aria-hidden="true">
        <span />
        <span>{t(customersTexts.name)}</span>
        <span>{t(customersTexts.company)}</span>
        <span>{t(customersTexts.segment)}</span>
        <span>{t(customersTexts.email)}</span>
        <span>{t(customersTexts.phone)}</span>
      </div>
      <VirtualList
        label={label}
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
    </div>
  );
}
