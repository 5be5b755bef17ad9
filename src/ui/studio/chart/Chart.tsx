import type { ECElementEvent, EChartsCoreOption } from 'echarts/core';
import { ChartColumn, Table2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { chartTexts } from '../../../i18n/chart.ts';
import { Button, Table, type TableProps, t } from '../../kit/index.ts';
import { report } from '../report.ts';
import { dark } from '../theme.ts';
import styles from './Chart.module.css';
import { type Colours, coloursIn } from './colours.ts';
import { themeOf } from './theme.ts';

export type ChartOption = EChartsCoreOption;
/** What of the picture was pressed: ECharts' own words (`seriesIndex`, `dataIndex`, `name`, `value`, `data`). */
export type Picked = ECElementEvent;

export interface ChartProps {
  /** What the picture shows, above it and for screen readers. */
  label: string;
  /** Of the picture, in pixels. */
  height: number;
  /** The picture, for the colours of the theme. Its looks are the theme's: only what means something is coloured here. */
  option(colours: Colours): ChartOption;
  /** The same numbers in rows; where names are behind a number, as a link. */
  table: Omit<TableProps, 'label'>;
  /** Opens the names behind a part of the picture. The table must have the same links, for the keyboard. */
  onPick?: ((picked: Picked) => void) | undefined;
}

/** A picture by ECharts in the theme of the studio, with its numbers as a table one press away. */
export function Chart({ label, height, option, table, onPick }: ChartProps) {
  const [isTable, setTable] = useState(false);
  return (
    <figure class={styles.figure}>
      <figcaption class={styles.caption}>
        <span>{label}</span>
        <Button
          kind="quiet"
          size="small"
          icon={isTable ? ChartColumn : Table2}
          onClick={() => setTable(!isTable)}
        >
          {t(isTable ? chartTexts.picture : chartTexts.table)}
        </Button>
      </figcaption>
      {isTable ? (
        <Table label={label} {...table} />
      ) : (
        <Picture key={dark.value} label={label} height={height} option={option} onPick={onPick} />
      )}
    </figure>
  );
}

type Library = Awaited<ReturnType<typeof load>>;

function load() {
  return import('./echarts.ts');
}

function Picture({ label, height, option, onPick }: Omit<ChartProps, 'table'>) {
  const host = useRef<HTMLDivElement>(null);
  const shown = useRef<{ draw(): void } | null>(null);
  const latest = useRef({ option, onPick });
  latest.current = { option, onPick };

  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    load().then(library => {
      if (isGone || !host.current) return;
      const chart = drawIn(library, host.current, picked => latest.current.onPick?.(picked));
      shown.current = { draw: () => chart.draw(latest.current) };
      stop = chart.stop;
      shown.current.draw();
    }, report);
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  useEffect(() => shown.current?.draw());

  return (
    <div class={styles.picture} role="img" aria-label={label} ref={host} style={{ height: `${height}px` }} />
  );
}

function drawIn({ drawChart }: Library, element: HTMLElement, onPick: (picked: Picked) => void) {
  const colours = coloursIn(element);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const chart = drawChart(element, themeOf(colours, getComputedStyle(element).fontFamily, isStill));
  chart.on('click', onPick);
  const watcher = new ResizeObserver(() => chart.resize());
  watcher.observe(element);
  let drawn = '';
  return {
    /** Draws what is not drawn yet: a page that is rendered again with the same numbers leaves the picture alone. */
    draw({ option, onPick }: Pick<ChartProps, 'option' | 'onPick'>) {
      const wanted = withCursor(option(colours), onPick ? 'pointer' : 'default');
      const words = JSON.stringify(wanted);
      if (words === drawn) return;
      drawn = words;
      chart.setOption(wanted, { notMerge: true });
    },
    stop() {
      watcher.disconnect();
      chart.dispose();
    },
  };
}

/** The library shows a hand over everything it draws; only what opens something may have one. */
function withCursor({ series, ...rest }: ChartOption, cursor: string): ChartOption {
  return { ...rest, series: [series].flat().map(each => ({ cursor, ...(each as object) })) };
}
