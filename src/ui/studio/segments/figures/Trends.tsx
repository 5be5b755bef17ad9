import type { FiguresGroup, FiguresPoint, FiguresView } from '../../../../engine/index.ts';
import { figuresTexts } from '../../../../i18n/figures.ts';
import { formatMoney, minorDigits } from '../../../../i18n/index.ts';
import { language, t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { count, shareText } from '../../words.ts';
import { figuresHash, periodName, shareOrNone, shortName } from './words.ts';

type Figure = Exclude<FiguresGroup['is'], 'cohort'>;

/** A count of customers that opens their names. */
function Names({ point, at, is, number }: { point: FiguresPoint; at: number; is: Figure; number: number }) {
  if (Number.isNaN(number)) return <>–</>;
  if (number === 0) return <>0</>;
  return (
    <a
      href={figuresHash({ is, period: at })}
      aria-label={t(figuresTexts.see, {
        what: t(figuresTexts[is]),
        period: periodName(point),
        count: number,
      })}
    >
      {count(number)}
    </a>
  );
}

const asShare = { formatter: (value: number) => shareText(value) };

/** A share for a line: a gap where there is nobody to take it of. */
const known = (value: number) => (Number.isNaN(value) ? null : value);

/** Retention and repurchase over the periods. */
export function Returning({ view: { points } }: { view: FiguresView }) {
  return (
    <Chart
      label={t(figuresTexts.returning)}
      height={240}
      option={() => ({
        tooltip: {
          trigger: 'axis',
          valueFormatter: (value: number | null) => shareOrNone(value ?? Number.NaN),
        },
        legend: {},
        xAxis: { type: 'category', data: points.map(shortName) },
        yAxis: { type: 'value', min: 0, axisLabel: asShare },
        series: [
          {
            type: 'line',
            name: t(figuresTexts.retention),
            data: points.map(({ retention }) => known(retention)),
          },
          {
            type: 'line',
            name: t(figuresTexts.repurchase),
            lineStyle: { type: 'dashed' },
            symbol: 'rect',
            data: points.map(({ repurchase }) => known(repurchase)),
          },
        ],
      })}
      onPick={({ seriesIndex, dataIndex }) => {
        location.hash = figuresHash({ is: seriesIndex === 0 ? 'retained' : 'repeaters', period: dataIndex });
      }}
      table={{
        columns: [
          { label: t(figuresTexts.period) },
          ...(['buyers', 'repeaters', 'repurchase', 'retained', 'lost', 'retention'] as const).map(id => ({
            label: t(figuresTexts[id]),
            isNumeric: true,
          })),
        ],
        rows: points.map((point, at) => {
          const names = (is: Figure, number: number) => (
            <Names key={is} point={point} at={at} is={is} number={number} />
          );
          return [
            periodName(point),
            names('buyers', point.buyers),
            names('repeaters', point.repeaters),
            shareOrNone(point.repurchase),
            names('retained', point.retained),
            names('lost', point.before - point.retained),
            shareOrNone(point.retention),
          ];
        }),
      }}
    />
  );
}

/** Revenue as bars, the mean order as a line. */
export function Money({ view: { points, currency } }: { view: FiguresView }) {
  const unit = 10 ** minorDigits(currency);
  const money = (minor: number) =>
    Number.isNaN(minor) ? '–' : formatMoney(language.value, Math.round(minor / unit) * unit, currency);
  const axis = { formatter: (value: number) => money(value) };
  return (
    <Chart
      label={t(figuresTexts.money)}
      height={240}
      option={() => ({
        tooltip: { trigger: 'axis', valueFormatter: (value: number | null) => money(value ?? Number.NaN) },
        legend: {},
        xAxis: { type: 'category', data: points.map(shortName) },
        yAxis: [
          { type: 'value', axisLabel: axis },
          { type: 'value', axisLabel: axis, splitLine: { show: false } },
        ],
        series: [
          {
            type: 'bar',
            name: t(figuresTexts.revenue),
            itemStyle: { opacity: 0.5 },
            data: points.map(({ revenue }) => revenue),
          },
          {
            type: 'line',
            name: t(figuresTexts.meanOrder),
            yAxisIndex: 1,
            data: points.map(({ averageOrder }) => known(averageOrder)),
          },
        ],
      })}
      onPick={({ dataIndex }) => {
        location.hash = figuresHash({ is: 'buyers', period: dataIndex });
      }}
      table={{
        columns: [
          { label: t(figuresTexts.period) },
          ...(['buyers', 'orders', 'revenue', 'meanOrder', 'growth'] as const).map(id => ({
            label: t(figuresTexts[id]),
            isNumeric: true,
          })),
        ],
        rows: points.map((point, at) => [
          periodName(point),
          <Names key="buyers" point={point} at={at} is="buyers" number={point.buyers} />,
          count(point.orders),
          money(point.revenue),
          money(point.averageOrder),
          shareOrNone(point.growth),
        ]),
      }}
    />
  );
}

/** The share of satisfied answers. */
export function Satisfaction({ view: { points } }: { view: FiguresView }) {
  return (
    <Chart
      label={t(figuresTexts.satisfactionTitle)}
      height={200}
      option={() => ({
        tooltip: {
          trigger: 'axis',
          valueFormatter: (value: number | null) => shareOrNone(value ?? Number.NaN),
        },
        xAxis: { type: 'category', data: points.map(shortName) },
        yAxis: { type: 'value', min: 0, max: 1, axisLabel: asShare },
        series: [
          {
            type: 'line',
            name: t(figuresTexts.satisfaction),
            data: points.map(({ satisfaction }) => known(satisfaction)),
          },
        ],
      })}
      onPick={({ dataIndex }) => {
        location.hash = figuresHash({ is: 'dissatisfied', period: dataIndex });
      }}
      table={{
        columns: [
          { label: t(figuresTexts.period) },
          ...(['answers', 'satisfaction', 'dissatisfied'] as const).map(id => ({
            label: t(figuresTexts[id]),
            isNumeric: true,
          })),
        ],
        rows: points.map((point, at) => [
          periodName(point),
          count(point.answers),
          shareOrNone(point.satisfaction),
          <Names key="names" point={point} at={at} is="dissatisfied" number={point.dissatisfied} />,
        ]),
      }}
    />
  );
}
