import type { MetricResult } from '../../domain/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { formatValue, nameLabel, t } from '../kit/index.ts';
import styles from './Numbers.module.css';

/** The customer's numbers, two beside each other where the panel is wide enough. */
export function Numbers({ metrics, currency }: { metrics: readonly MetricResult[]; currency: string }) {
  if (metrics.length === 0) return <p class={styles.none}>{t(panelTexts.noNumbers)}</p>;
  return (
    <dl class={styles.numbers}>
      {metrics.map(metric => (
        <div key={metric.name} class={styles.number}>
          <dt class={styles.name}>{nameLabel(metric.name)}</dt>
          <dd class={styles.value} data-unknown={metric.value === null ? '' : undefined}>
            {formatValue(metric.kind, metric.value, currency)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
