import type { Calibration, ChurnView } from '../../../../engine/index.ts';
import { churnTexts } from '../../../../i18n/churn.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { modelTexts } from '../../../../i18n/models.ts';
import { language, t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { count, shareText } from '../../words.ts';
import model from '../Model.module.css';
import { groupHash } from './words.ts';

/** What was said against what happened on the window that was held out, of what is used and of recency alone. */
export function CalibrationChart({ view }: { view: ChurnView }) {
  const { holdOut, method } = view.learned;
  if (!holdOut) return null;
  const { calibration, recencyCalibration, from, to, customers, buyers } = holdOut;
  const dayText = (day: number) => formatDay(language.value, day);
  const label = t(churnTexts.calibration, { days: to - from, from: dayText(from + 1), to: dayText(to) });
  const [used, alone] = [t(churnTexts.used), t(churnTexts.recencyAlone)];
  const sets = [
    { name: method === 'recency' ? alone : used, calibration },
    ...(method === 'recency' ? [] : [{ name: alone, calibration: recencyCalibration }]),
  ];
  const shares = sets.flatMap(each => each.calibration.bins.flatMap(bin => [bin.predicted, bin.observed]));
  const reach = Math.min(1, Math.ceil(10 * Math.max(0.1, ...shares)) / 10);
  const hasNames = view.hasHoldOutNames;
  const linked = (number: number, hash: string) =>
    hasNames ? (
      <a key={hash} href={hash}>
        {count(number)}
      </a>
    ) : (
      count(number)
    );
  return (
    <div class={model.chart}>
      <Chart
        label={label}
        height={320}
        option={colours => ({
          legend: {},
          grid: { left: 8, right: 16, top: 32, bottom: 28, containLabel: true },
          tooltip: {
            trigger: 'item',
            formatter: ({ data, seriesName }: { data: readonly number[]; seriesName: string }) =>
              `${seriesName}\n${t(churnTexts.predicted)} ${shareText(data[0]!)}\n${t(churnTexts.observed)} ${shareText(data[1]!)}`,
          },
          xAxis: {
            type: 'value',
            min: 0,
            max: reach,
            name: t(churnTexts.predicted),
            nameLocation: 'middle',
            nameGap: 26,
            axisLabel: { formatter: shareText },
          },
          yAxis: { type: 'value', min: 0, max: reach, axisLabel: { formatter: shareText } },
          series: [
            ...sets.map(({ name, calibration: { bins } }, at) => ({
              type: 'line',
              name,
              symbolSize: at === 0 ? 9 : 6,
              ...(at === 0 ? {} : { color: colours.tiers[1]!, lineStyle: { type: 'dotted' } }),
              data: bins.map(bin => [bin.predicted, bin.observed]),
            })),
            {
              type: 'line',
              name: t(churnTexts.exact),
              showSymbol: false,
              silent: true,
              color: colours.quiet,
              lineStyle: { type: 'dashed', width: 1 },
              data: [
                [0, 0],
                [reach, reach],
              ],
            },
          ],
        })}
        onPick={
          hasNames
            ? ({ seriesIndex, dataIndex }) => {
                if (seriesIndex === 0) location.hash = groupHash({ is: 'bin', bin: dataIndex });
              }
            : undefined
        }
        table={{
          columns: [
            { label: t(churnTexts.groupOf) },
            { label: t(churnTexts.predicted), isNumeric: true },
            { label: t(churnTexts.observed), isNumeric: true },
            { label: t(modelTexts.customers), isNumeric: true },
            { label: t(churnTexts.buyers), isNumeric: true },
          ],
          rows: sets.flatMap(
            ({ name, calibration: { bins } }: { name: string; calibration: Calibration }, at) =>
              bins.map((bin, place) => {
                const bought = Math.round(bin.observed * bin.customers);
                return [
                  `${name} ${place + 1}`,
                  shareText(bin.predicted),
                  shareText(bin.observed),
                  at === 0
                    ? linked(bin.customers, groupHash({ is: 'bin', bin: place }))
                    : count(bin.customers),
                  at === 0 ? linked(bought, groupHash({ is: 'bought', bin: place })) : count(bought),
                ];
              }),
          ),
        }}
      />
      <p class={model.hint}>
        {t(churnTexts.calibrationHint, { customers, buyers })} {!hasNames && t(churnTexts.namesGone)}
      </p>
    </div>
  );
}
