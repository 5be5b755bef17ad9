import { fieldNamed, fields, type MetricResult } from '../../domain/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { formatValue, nameLabel, t } from '../kit/index.ts';
import styles from './Numbers.module.css';

const catalogue = fields.filter(field => field.place === 'derived').map(field => field.id);

/** Numbers of the catalogue first and in its order, also where a rule defines them anew; then the rules' own. */
function inOrder(metrics: readonly MetricResult[]): MetricResult[] {
  const place = ({ name }: MetricResult) => {
    const index = catalogue.indexOf(fieldNamed(name, 'customer')?.id ?? '');
    return index < 0 ? catalogue.length : index;
  };
  return [...metrics].sort((a, b) => place(a) - place(b));
}

/** The customer's numbers, two beside each other where the panel is wide enough. */
export function Numbers({ metrics, currency }: { metrics: readonly MetricResult[]; currency: string }) {
  if (metrics.length === 0) return <p class={styles.none}>{t(panelTexts.noNumbers)}</p>;
  return (
    <dl class={styles.numbers}>
      {inOrder(metrics).map(metric => (
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
