import type { ClusterFit } from '../../../../engine/index.ts';
import { clusterTexts } from '../../../../i18n/clusters.ts';
import { formatNumber } from '../../../../i18n/index.ts';
import { language, t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';

/** How well each number of groups fits; pressing one looks for that many. */
export function Silhouette({ fit, onGroups }: { fit: ClusterFit; onGroups(groups: number): void }) {
  const { candidates, groups: suggested } = fit.suggested;
  const fitText = (silhouette: number) => formatNumber(language.value, Math.round(silhouette * 100) / 100);
  return (
    <Chart
      label={t(clusterTexts.silhouette)}
      height={220}
      option={colours => ({
        tooltip: { formatter: ({ data }: { data: { words: string } }) => data.words },
        xAxis: {
          type: 'category',
          data: candidates.map(({ groups }) => t(clusterTexts.groupsOf, { groups })),
        },
        yAxis: { type: 'value' },
        series: [
          {
            type: 'bar',
            barMaxWidth: 56,
            data: candidates.map(({ groups, silhouette }) => ({
              value: silhouette,
              words: t(clusterTexts.silhouetteOf, { groups, fit: fitText(silhouette) }),
              itemStyle: {
                color: groups === suggested ? colours.accent : colours.rest,
                borderRadius: [4, 4, 0, 0],
              },
              label: { show: true, position: 'top', color: colours.ink, formatter: fitText(silhouette) },
            })),
          },
        ],
      })}
      onPick={({ dataIndex }) => onGroups(candidates[dataIndex]!.groups)}
      table={{
        columns: [
          { label: t(clusterTexts.groupsAxis) },
          { label: t(clusterTexts.fit), isNumeric: true },
          { label: t(clusterTexts.suggested) },
        ],
        rows: candidates.map(({ groups, silhouette }) => [
          String(groups),
          fitText(silhouette),
          groups === suggested ? t(clusterTexts.best) : '',
        ]),
      }}
    />
  );
}
