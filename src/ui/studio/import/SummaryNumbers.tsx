import type { ImportSummary } from '../../../engine/index.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { t } from '../../kit/index.ts';
import { count } from '../words.ts';
import styles from './SummaryNumbers.module.css';

/** What an import would do, or has done, in numbers. */
export function SummaryNumbers({ summary }: { summary: Omit<ImportSummary, 'refusals'> }) {
  const numbers = [
    { label: t(importTexts.rows), value: summary.rows },
    { label: t(importTexts.newCustomers), value: summary.newCustomers },
    { label: t(importTexts.matchedCustomers), value: summary.matchedCustomers },
    ...(summary.orders > 0
      ? [
          {
            label: t(importTexts.orders),
            value: summary.orders,
            note:
              summary.replacedOrders > 0
                ? `${t(importTexts.replacedOrders)} ${count(summary.replacedOrders)}`
                : '',
          },
        ]
      : []),
    ...(summary.interactions > 0
      ? [{ label: t(importTexts.interactions), value: summary.interactions }]
      : []),
    { label: t(importTexts.refused), value: summary.refused, warn: summary.refused > 0 },
  ];
  return (
    <dl class={styles.numbers}>
      {numbers.map(({ label, value, ...more }) => (
        <div key={label} class={styles.number} data-warn={'warn' in more && more.warn ? '' : undefined}>
          <dt class={styles.label}>{label}</dt>
          <dd class={styles.value}>
            {count(value)}
            {'note' in more && more.note && <span class={styles.note}>{more.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
