import type { NextView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { nextTexts } from '../../../../i18n/next.ts';
import { language, t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { count } from '../../words.ts';
import { groupHash } from './words.ts';

/** How many customers are expected in each of the next weeks. */
export function WeeksAhead({ view }: { view: NextView }) {
  const { weeks, asOf } = view;
  const day = (value: number) => formatDay(language.value, value);
  const short = (value: number) =>
    new Date(value * 86_400_000).toLocaleDateString(language.value, {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
  const hashOf = (week: number) => groupHash({ is: 'ahead', week });
  const wordsOf = (customers: number, week: number) =>
    t(nextTexts.weekCount, { from: day(asOf + 7 * week), to: day(asOf + 7 * week + 6), count: customers });
  return (
    <Chart
      label={t(nextTexts.weeks)}
      height={240}
      option={colours => ({
        tooltip: { formatter: ({ data }: { data: { words: string } }) => data.words },
        xAxis: { type: 'category', data: weeks.map((_, week) => short(asOf + 7 * week)) },
        yAxis: { type: 'value', minInterval: 1 },
        series: [
          {
            type: 'bar',
            barMaxWidth: 48,
            data: weeks.map((customers, week) => ({
              value: customers,
              words: wordsOf(customers, week),
              itemStyle: { color: colours.accent, borderRadius: [4, 4, 0, 0] },
              label: {
                show: customers > 0,
                position: 'top',
                color: colours.ink,
                formatter: count(customers),
              },
            })),
          },
        ],
      })}
      onPick={({ dataIndex }) => {
        location.hash = hashOf(dataIndex);
      }}
      table={{
        columns: [{ label: t(nextTexts.week) }, { label: t(nextTexts.customers), isNumeric: true }],
        rows: weeks.map((customers, week) => [
          t(nextTexts.weekTitle, { from: day(asOf + 7 * week), to: day(asOf + 7 * week + 6) }),
          <a key="count" href={hashOf(week)} aria-label={wordsOf(customers, week)}>
            {count(customers)}
          </a>,
        ]),
      }}
    />
  );
}
