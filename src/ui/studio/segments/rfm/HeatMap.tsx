import type { RfmView } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { roundMoney, t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { heatOf } from '../../chart/heat.ts';
import { count } from '../../words.ts';
import { groupHash } from './words.ts';

/** Customers by recency and frequency score: how full a field is, is its colour. */
export function HeatMap({ view }: { view: RfmView }) {
  const { cells, currency, measures } = view;
  const most = Math.max(1, ...cells.map(each => each.customers));
  const scores = (best: number) => Array.from({ length: best }, (_, at) => at + 1);
  const hashOf = (recency: number, frequency: number) => groupHash({ is: 'cell', recency, frequency });
  const filled = cells.filter(({ customers }) => customers > 0);
  return (
    <Chart
      label={t(segmentTexts.heatCaption)}
      height={96 + 52 * measures.frequency.best}
      option={colours => ({
        tooltip: { formatter: ({ data }: { data: { words: string } }) => data.words },
        grid: { top: 8, left: 8, right: 8, bottom: 8, containLabel: true },
        xAxis: {
          type: 'category',
          data: scores(measures.recency.best).map(score => t(segmentTexts.heatColumn, { score })),
        },
        yAxis: {
          type: 'category',
          data: scores(measures.frequency.best).map(score => t(segmentTexts.heatRow, { score })),
        },
        visualMap: heatOf(colours, 1),
        series: [
          {
            type: 'heatmap',
            itemStyle: { borderColor: colours.surface, borderWidth: 2, borderRadius: 4 },
            data: cells.map(({ across: r, up: f, customers, mean }) => {
              const share = Math.sqrt(customers / most);
              return {
                value: [r - 1, f - 1, share],
                words: t(segmentTexts.cellCount, { r, f, count: customers }),
                label: {
                  show: true,
                  color: colours.ink,
                  lineHeight: 16,
                  formatter: customers > 0 ? `${count(customers)}\n${roundMoney(mean, currency)}` : '0',
                },
              };
            }),
          },
        ],
      })}
      onPick={({ value }) => {
        const [r, f] = value as [number, number];
        location.hash = hashOf(r + 1, f + 1);
      }}
      table={{
        columns: [
          { label: t(segmentTexts.heatField) },
          { label: t(segmentTexts.customers), isNumeric: true },
          { label: t(segmentTexts.meanMoney), isNumeric: true },
        ],
        rows: filled.map(({ across: r, up: f, customers, mean }) => [
          t(segmentTexts.cell, { r, f }),
          <a
            key="count"
            href={hashOf(r, f)}
            aria-label={t(segmentTexts.cellCount, { r, f, count: customers })}
          >
            {count(customers)}
          </a>,
          roundMoney(mean, currency),
        ]),
      }}
    />
  );
}
