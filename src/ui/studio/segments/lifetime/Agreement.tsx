import type { LifetimeView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { language, t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { count, shareText } from '../../words.ts';
import model from '../Model.module.css';
import { groupHash, repeatsText } from './words.ts';

/** Customers by repeat purchases, as they are and as the model has them. */
export function RepeatsChart({ view }: { view: LifetimeView }) {
  const { counts } = view;
  const names = counts.map(({ repeats }) => repeatsText(view, repeats));
  const [observed, expected] = [t(lifetimeTexts.observed), t(lifetimeTexts.expected)];
  return (
    <div class={model.chart}>
      <Chart
        label={t(lifetimeTexts.counts)}
        height={260}
        option={colours => ({
          legend: {},
          tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
          xAxis: { type: 'category', data: names },
          yAxis: { type: 'value' },
          series: [
            { type: 'bar', name: observed, data: counts.map(each => each.observed) },
            {
              type: 'bar',
              name: expected,
              itemStyle: { color: colours.tiers[1]! },
              data: counts.map(each => tenths(each.expected)),
            },
          ],
        })}
        onPick={({ dataIndex }) => {
          const repeats = counts[dataIndex]?.repeats;
          if (repeats !== undefined) location.hash = groupHash({ is: 'repeats', repeats });
        }}
        table={{
          columns: [
            { label: t(lifetimeTexts.repeats) },
            { label: observed, isNumeric: true },
            { label: expected, isNumeric: true },
          ],
          rows: counts.map(({ repeats, observed: seen, expected: wanted }, at) => [
            names[at],
            <a key={repeats} href={groupHash({ is: 'repeats', repeats })}>
              {count(seen)}
            </a>,
            count(tenths(wanted)),
          ]),
        }}
      />
    </div>
  );
}

/** All repeat purchases through time, with the part that the fit has not seen. */
export function TrackingChart({ view: { tracking } }: { view: LifetimeView }) {
  if (!tracking) return <p class={model.hint}>{t(lifetimeTexts.trackingNone)}</p>;
  const { days, calibratedTo, end, customers, actual, expected } = tracking;
  const dayText = (day: number) => formatDay(language.value, day);
  const label = t(lifetimeTexts.tracking, { day: dayText(calibratedTo) });
  const [seen, wanted] = [t(lifetimeTexts.observed), t(lifetimeTexts.expected)];
  const at = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const difference = actual > 0 ? expected / actual - 1 : 0;
  return (
    <div class={model.chart}>
      <Chart
        label={label}
        height={280}
        option={colours => ({
          legend: {},
          grid: { left: 8, right: 16, top: 44, bottom: 8, containLabel: true },
          tooltip: {
            trigger: 'axis',
            formatter: ([picked]: { dataIndex: number }[]) => {
              const day = days[picked?.dataIndex ?? 0];
              return day
                ? `${dayText(day.day)}\n${seen} ${count(day.actual)}\n${wanted} ${count(tenths(day.expected))}`
                : '';
            },
          },
          xAxis: { type: 'time' },
          yAxis: { type: 'value' },
          series: [
            {
              type: 'line',
              name: seen,
              showSymbol: false,
              data: days.map(each => [at(each.day), each.actual]),
              markLine: {
                symbol: 'none',
                silent: true,
                lineStyle: { color: colours.quiet, type: 'dashed' },
                label: { formatter: t(lifetimeTexts.trackingEnd), color: colours.quiet },
                data: [{ xAxis: at(calibratedTo) }],
              },
            },
            {
              type: 'line',
              name: wanted,
              showSymbol: false,
              lineStyle: { type: 'dashed', color: colours.tiers[1]! },
              itemStyle: { color: colours.tiers[1]! },
              data: days.map(each => [at(each.day), tenths(each.expected)]),
            },
          ],
        })}
        table={{
          columns: [
            { label: t(lifetimeTexts.trackingDay) },
            { label: seen, isNumeric: true },
            { label: wanted, isNumeric: true },
          ],
          rows: days.map(each => [dayText(each.day), count(each.actual), count(tenths(each.expected))]),
        }}
      />
      <p class={model.hint}>
        {t(lifetimeTexts.trackingText, {
          days: end - calibratedTo,
          customers,
          actual,
          expected: count(tenths(expected)),
          difference: `${difference > 0 ? '+' : ''}${shareText(difference)}`,
        })}
      </p>
    </div>
  );
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
