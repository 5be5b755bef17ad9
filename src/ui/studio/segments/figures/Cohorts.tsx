import type { FiguresView } from '../../../../engine/index.ts';
import { figuresTexts } from '../../../../i18n/figures.ts';
import { t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { heatOf } from '../../chart/heat.ts';
import { count, shareText } from '../../words.ts';
import { figuresHash, periodName, shortName } from './words.ts';

/** Customers by the period of their first purchase, and the share of them that bought in each later one. */
export function Cohorts({ view: { cohorts, points } }: { view: FiguresView }) {
  const newest = cohorts.length - 1;
  const cells = cohorts.flatMap(({ customers, active }, at) =>
    active.slice(1).map((number, later) => ({
      value: [later, newest - at, customers > 0 ? number / customers : 0],
      cohort: at,
      number,
    })),
  );
  const most = Math.max(0.01, ...cells.map(each => each.value[2]!));
  return (
    <Chart
      label={t(figuresTexts.cohorts)}
      height={28 * cohorts.length + 40}
      option={colours => ({
        tooltip: {
          formatter: ({ data }: { data: (typeof cells)[number] }) =>
            t(figuresTexts.seeCohort, {
              count: data.number,
              period: shortName(points[data.cohort]!),
              later: data.value[0]! + 1,
            }),
        },
        grid: { left: 8, right: 8, top: 24, bottom: 0, containLabel: true },
        xAxis: {
          type: 'category',
          position: 'top',
          data: cohorts.slice(1).map((_, at) => t(figuresTexts.later, { count: at + 1 })),
        },
        yAxis: {
          type: 'category',
          data: cohorts
            .map(({ customers }, at) => `${shortName(points[at]!)} · ${count(customers)}`)
            .reverse(),
        },
        visualMap: heatOf(colours, most),
        series: [
          {
            type: 'heatmap',
            data: cells,
            label: {
              show: true,
              color: colours.ink,
              formatter: ({ data }: { data: (typeof cells)[number] }) =>
                data.number > 0 ? shareText(data.value[2]!) : '',
            },
            itemStyle: { borderColor: colours.surface, borderWidth: 2 },
          },
        ],
      })}
      onPick={({ data }) => {
        const { cohort, value, number } = data as (typeof cells)[number];
        if (number > 0) location.hash = figuresHash({ is: 'cohort', period: cohort, later: value[0]! + 1 });
      }}
      table={{
        columns: [
          { label: t(figuresTexts.period) },
          { label: t(figuresTexts.newcomers), isNumeric: true },
          ...cohorts.slice(1).map((_, at) => ({
            label: t(figuresTexts.later, { count: at + 1 }),
            isNumeric: true,
          })),
        ],
        rows: cohorts.map(({ active }, at) => [
          periodName(points[at]!),
          ...active.map((number, later) =>
            number === 0 ? (
              '0'
            ) : (
              <a
                key={later}
                href={figuresHash({ is: 'cohort', period: at, later })}
                aria-label={t(figuresTexts.seeCohort, {
                  count: number,
                  period: periodName(points[at]!),
                  later,
                })}
              >
                {count(number)}
              </a>
            ),
          ),
          ...Array.from({ length: at }, () => ''),
        ]),
      }}
    />
  );
}
