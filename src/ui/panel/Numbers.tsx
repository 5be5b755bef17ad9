import { fieldNamed, fields, type MetricResult } from '../../domain/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { formatField, formatValue, nameLabel, roundMoney, t } from '../kit/index.ts';
import styles from './Numbers.module.css';

const catalogue = fields
  .filter(({ place }) => place === 'derived' || place === 'model')
  .map(field => field.id);

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
            {valueText(metric, currency)}
          </dd>
          {metric.interval && <dd class={styles.range}>{rangeText(metric.interval, currency)}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** The value as its field is written: of closed lists by their label, of predictions no more exactly than they are. */
function valueText({ name, kind, value, interval }: MetricResult, currency: string): string {
  if (interval && kind === 'money' && value !== null) return roundMoney(Number(value), currency);
  const field = fieldNamed(name, 'customer');
  return field && typeof value === 'string'
    ? formatField(field, value, currency)
    : formatValue(kind, value, currency);
}

function rangeText({ low, high }: NonNullable<MetricResult['interval']>, currency: string): string {
  return t(panelTexts.range, { low: roundMoney(low, currency), high: roundMoney(high, currency) });
}
