import { modelTexts } from '../../../i18n/models.ts';
import { t } from '../../kit/index.ts';
import { Chart } from '../chart/Chart.tsx';
import { count } from '../words.ts';
import styles from './Model.module.css';

/** So many customers, with what they have in common. */
export interface CountBar {
  /** On the axis, and in full. */
  readonly short: string;
  readonly name: string;
  readonly customers: number;
  /** Where their names are. */
  readonly hash: string;
}

/** A tenth of the probabilities on the axis, in per cent: '10–20'. */
export function tenthName(tenth: number): string {
  return `${10 * tenth}–${10 * tenth + 10}`;
}

/** Customers as bars, one beside the other; each opens its names. */
export function CountBars(props: { label: string; heading: string; bars: readonly CountBar[] }) {
  const { label, heading, bars } = props;
  return (
    <div class={styles.chart}>
      <Chart
        label={label}
        height={240}
        option={() => ({
          tooltip: {
            trigger: 'axis',
            axisPointer: { type: 'shadow' },
            formatter: ([picked]: { dataIndex: number }[]) => {
              const bar = bars[picked?.dataIndex ?? 0];
              return bar ? `${bar.name}\n${t(modelTexts.customersCount, { count: bar.customers })}` : '';
            },
          },
          xAxis: { type: 'category', data: bars.map(each => each.short) },
          yAxis: { type: 'value', minInterval: 1 },
          series: [{ type: 'bar', barCategoryGap: '12%', data: bars.map(each => each.customers) }],
        })}
        onPick={({ dataIndex }) => {
          const bar = bars[dataIndex];
          if (bar && bar.customers > 0) location.hash = bar.hash;
        }}
        table={{
          columns: [{ label: heading }, { label: t(modelTexts.customers), isNumeric: true }],
          rows: bars
            .filter(({ customers }) => customers > 0)
            .map(({ name, customers, hash }) => [
              name,
              <a key={hash} href={hash} aria-label={`${name}: ${count(customers)}`}>
                {count(customers)}
              </a>,
            ]),
        }}
      />
    </div>
  );
}
