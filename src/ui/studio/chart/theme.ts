import type { Colours } from './colours.ts';

/** In milliseconds; said again for the series that bring longer ones of their own. */
const motion = { animationDuration: 150, animationDurationUpdate: 150 };

/** Our looks as a theme of ECharts. Tooltips are drawn, not written as HTML: names of customers may stand in them. */
export function themeOf(colours: Colours, font: string, isStill: boolean) {
  const axis = {
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { color: colours.quiet },
    nameTextStyle: { color: colours.quiet },
    splitLine: { lineStyle: { color: colours.line } },
    splitArea: { show: false },
  };
  return {
    color: colours.kinds,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: font, fontSize: 12, color: colours.ink },
    animation: !isStill,
    ...motion,
    grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
    tooltip: {
      renderMode: 'richText',
      backgroundColor: colours.raised,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      confine: true,
    },
    legend: { textStyle: { color: colours.quiet }, icon: 'roundRect', top: 0, left: 0 },
    visualMap: { textStyle: { color: colours.quiet } },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
    line: { symbol: 'circle', symbolSize: 5, smooth: false },
    sankey: { ...motion, label: { color: colours.ink }, lineStyle: { color: 'gradient', opacity: 0.35 } },
    treemap: {
      ...motion,
      breadcrumb: { show: false },
      itemStyle: { borderColor: colours.surface },
      label: { color: colours.onStrong },
    },
  };
}
