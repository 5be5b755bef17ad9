import type { LadderView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { language, Tabs, t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { ownFields } from '../../rules/knownWorld.ts';
import { count } from '../../words.ts';
import model from '../Model.module.css';
import { measureLabel } from './measures.ts';
import { picture } from './state.ts';
import { groupHash, levelNames, measureText } from './words.ts';

/** The ladder in pictures: where its thresholds lie, and how it went over the past reviews. */
export function LadderPictures({ view }: { view: LadderView }) {
  const Shown = { spread: SpreadChart, history: HistoryChart, moves: MovesChart }[picture.value];
  return (
    <section class={model.card}>
      <Tabs
        label={t(tierTexts.pictures)}
        tabs={(['spread', 'history', 'moves'] as const).map(id => ({ id, label: t(tierTexts[id]) }))}
        selected={picture.value}
        onSelect={id => {
          picture.value = id;
        }}
      >
        <div class={model.picture}>
          <Shown view={view} />
          {picture.value === 'spread' && view.unknown > 0 && (
            <p class={model.hint}>
              <a href={groupHash({ is: 'unknown' })}>{t(tierTexts.unknown, { count: view.unknown })}</a>
            </p>
          )}
        </div>
      </Tabs>
    </section>
  );
}

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  readonly words: string;
  readonly hash: string;
}

/** The bins, and one for all that lies above the scale. */
function barsOf({ spread, kind, currency }: LadderView): Bar[] {
  if (!spread || kind === null) return [];
  const text = (value: number) => measureText(value, kind, currency);
  const bars = spread.bins.map(({ from, to, count: customers }) => ({
    ...{ from, to, customers },
    words: t(tierTexts.binWords, { from: text(from), to: text(to), count: customers }),
    hash: groupHash({ is: 'values', from, to }),
  }));
  const last = spread.bins.at(-1);
  if (!last || spread.above.count === 0) return bars;
  const customers = spread.above.count;
  const width = last.to - last.from;
  return [
    ...bars,
    {
      ...{ from: last.to, to: last.to + width, customers },
      words: t(tierTexts.aboveWords, { from: text(last.to), count: customers }),
      hash: groupHash({ is: 'values', from: last.to, to: Number.POSITIVE_INFINITY }),
    },
  ];
}

function SpreadChart({ view }: { view: LadderView }) {
  const { kind, currency, levels } = view;
  if (kind === null) return null;
  const bars = barsOf(view);
  const text = (value: number) => measureText(value, kind, currency);
  const marks = levels.flatMap(({ name, enter, keep }) => [
    ...(enter === null ? [] : [{ name, value: enter, isKeep: false }]),
    ...(keep === null || keep === enter ? [] : [{ name, value: keep, isKeep: true }]),
  ]);
  return (
    <Chart
      label={t(tierTexts.spreadCaption, {
        measure: measureLabel(view.settings.measure, ownFields.value),
        day: formatDay(language.value, view.asOf),
      })}
      height={300}
      option={colours => ({
        tooltip: { formatter: ({ data }: { data: { words?: string } }) => data.words ?? '' },
        grid: { top: 32, left: 8, right: 24, bottom: 8, containLabel: true },
        xAxis: {
          type: 'value',
          min: bars[0]?.from ?? 0,
          max: bars.at(-1)?.to ?? 1,
          splitLine: { show: false },
          axisLabel: { formatter: (value: number) => text(value), hideOverlap: true },
        },
        yAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: (value: number) => count(value) } },
        series: [
          {
            type: 'bar',
            barCategoryGap: '8%',
            itemStyle: { color: colours.accent },
            data: bars.map(({ from, to, customers, words, hash }) => ({
              value: [(from + to) / 2, customers],
              words,
              hash,
            })),
            markLine: {
              symbol: 'none',
              animation: false,
              data: marks.map(({ name, value, isKeep }) => ({
                xAxis: value,
                lineStyle: { color: colours.ink, width: 1, type: isKeep ? 'dashed' : 'solid' },
                label: { show: !isKeep, color: colours.ink, formatter: name },
              })),
            },
          },
        ],
      })}
      onPick={({ data }) => {
        const { hash } = data as { hash?: string };
        if (hash) location.hash = hash;
      }}
      table={{
        columns: [
          { label: t(tierTexts.from), isNumeric: true },
          { label: t(tierTexts.below), isNumeric: true },
          { label: t(tierTexts.customers), isNumeric: true },
        ],
        rows: bars
          .filter(({ customers }) => customers > 0)
          .map(({ from, to, customers, words, hash }) => [
            text(from),
            text(to),
            <a key="count" href={hash} aria-label={words}>
              {count(customers)}
            </a>,
          ]),
      }}
    />
  );
}

function HistoryChart({ view }: { view: LadderView }) {
  const names = levelNames(view.settings);
  const days = view.reviews.map(({ day }) => formatDay(language.value, day));
  return (
    <Chart
      label={t(tierTexts.historyCaption)}
      height={300}
      option={colours => ({
        tooltip: { trigger: 'axis' },
        legend: { data: names },
        grid: { top: 40, left: 8, right: 24, bottom: 8, containLabel: true },
        xAxis: { type: 'category', data: days },
        yAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: (value: number) => count(value) } },
        series: names
          .map((name, rank) => ({
            type: 'bar',
            stack: 'levels',
            name,
            itemStyle: { color: levelColour(colours.tiers, rank, names.length) },
            data: view.reviews.map(({ levels }) => levels[rank] ?? 0),
          }))
          .reverse(),
      })}
      table={{
        columns: [
          { label: t(tierTexts.reviewDay) },
          ...names.map(name => ({ label: name, isNumeric: true })),
        ],
        rows: view.reviews
          .map(({ levels }, at) => [days[at], ...names.map((_, rank) => count(levels[rank] ?? 0))])
          .reverse(),
      }}
    />
  );
}

/** The tier colours, spread over however many levels there are. */
function levelColour(colours: readonly string[], rank: number, levels: number): string {
  return colours[Math.round((rank / Math.max(1, levels - 1)) * (colours.length - 1))]!;
}

function MovesChart({ view }: { view: LadderView }) {
  const days = view.reviews.map(({ day }) => formatDay(language.value, day));
  const series = [
    { name: t(tierTexts.thisLadder), of: 'changes' as const },
    { name: t(tierTexts.plainLadder), of: 'plainChanges' as const },
  ];
  return (
    <Chart
      label={t(tierTexts.movesCaption)}
      height={300}
      option={colours => ({
        tooltip: { trigger: 'axis' },
        legend: {},
        grid: { top: 40, left: 8, right: 24, bottom: 8, containLabel: true },
        xAxis: { type: 'category', data: days },
        yAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: (value: number) => count(value) } },
        series: series.map(({ name, of }, at) => ({
          type: 'bar',
          name,
          itemStyle: { color: at === 0 ? colours.accent : colours.tiers[3] },
          data: view.reviews.map(review => review[of]),
        })),
      })}
      table={{
        columns: [
          { label: t(tierTexts.reviewDay) },
          ...series.map(({ name }) => ({ label: name, isNumeric: true })),
        ],
        rows: view.reviews
          .map((review, at) => [days[at], ...series.map(({ of }) => count(review[of]))])
          .reverse(),
      }}
    />
  );
}
