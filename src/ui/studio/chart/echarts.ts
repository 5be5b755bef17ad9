import {
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  TreemapChart,
} from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/** Puts a picture into `element`, of the kinds that the studio draws. */
export function drawChart(element: HTMLElement, theme: object) {
  use([
    BarChart,
    CustomChart,
    HeatmapChart,
    LineChart,
    SankeyChart,
    ScatterChart,
    TreemapChart,
    GridComponent,
    LegendComponent,
    MarkLineComponent,
    TooltipComponent,
    VisualMapComponent,
    SVGRenderer,
  ]);
  return init(element, theme, { renderer: 'svg' });
}
