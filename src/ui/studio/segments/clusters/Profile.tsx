import { clusterTexts } from '../../../../i18n/clusters.ts';
import { t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { count } from '../../words.ts';
import { groupHash } from './groups.ts';
import { clusterTitle, meanText, metricLabels, type Shown } from './words.ts';

/** So many deviations from the mean have the full colour. */
const full = 1.5;
/** From this strength on, dark letters are hard to read on the colour. */
const strong = 0.75;

/** What each cluster is like: the mean of every metric, coloured by how far it is from that of all. */
export function Profile({ shown, currency }: { shown: Shown; currency: string }) {
  const labels = metricLabels(shown);
  const { clusters } = shown;
  return (
    <Chart
      label={t(clusterTexts.profile)}
      height={72 + 44 * clusters.length}
      option={colours => ({
        tooltip: { formatter: ({ data }: { data: { words: string } }) => data.words },
        grid: { top: 8, left: 8, right: 8, bottom: 8, containLabel: true },
        xAxis: { type: 'category', data: labels },
        yAxis: {
          type: 'category',
          inverse: true,
          data: clusters.map(({ name }) => clusterTitle(name)),
        },
        visualMap: {
          show: false,
          dimension: 2,
          min: -full,
          max: full,
          inRange: { color: [colours.warn, colours.surface, colours.accent] },
        },
        series: [
          {
            type: 'heatmap',
            itemStyle: { borderColor: colours.surface, borderWidth: 2, borderRadius: 4 },
            data: clusters.flatMap(({ name, centre, means }, row) =>
              centre.map((coordinate, at) => {
                const text = meanText(shown, at, means[at]!, currency);
                const isStrong = Math.abs(coordinate) > strong * full;
                return {
                  value: [at, row, Math.max(-full, Math.min(full, coordinate))],
                  words: `${clusterTitle(name)} · ${labels[at]}: ${text}`,
                  label: {
                    show: true,
                    color: isStrong ? colours.surface : colours.ink,
                    formatter: text,
                  },
                };
              }),
            ),
          },
        ],
      })}
      onPick={({ value }) => {
        const [, at] = value as [number, number];
        location.hash = groupHash({ is: 'cluster', at });
      }}
      table={{
        columns: [
          { label: t(clusterTexts.cluster) },
          { label: t(clusterTexts.customers), isNumeric: true },
          ...labels.map(label => ({ label, isNumeric: true })),
        ],
        rows: clusters.map(({ name, customers, means }, at) => [
          clusterTitle(name),
          <a
            key="count"
            href={groupHash({ is: 'cluster', at })}
            aria-label={t(clusterTexts.seeCluster, { name: clusterTitle(name), count: customers })}
          >
            {count(customers)}
          </a>,
          ...means.map((mean, place) => meanText(shown, place, mean, currency)),
        ]),
      }}
    />
  );
}
