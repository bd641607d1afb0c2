// Chart → SVG by ECharts, known to this file only. Bars have patterns and numbers, so that they can be told apart in black and white.
import { sha256 } from '../../sha256.ts';
import { escapeText, printable } from '../report/escape.ts';
import type { Chart } from './chart.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One `<svg>` without script, with `alt` as its name; the same text for the same chart. */
export const svgOf = async (chart: Chart, { width, height }: Size): Promise<string> => {
  const { init } = await import('echarts');
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  drawing.setOption(optionOf(chart));
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return named(withoutScreen(svg), chart);
};

const optionOf = ({ unit, categories, series }: Chart) => ({
  animation: false,
  color: COLOURS,
  aria: { enabled: true, decal: { show: true } },
  textStyle: { fontFamily: FONT, color: INK },
  grid: { left: 8, right: 8, top: 34, bottom: 36, containLabel: true },
  legend: { bottom: 0, textStyle: { fontFamily: FONT, color: INK, fontSize: 13 } },
  xAxis: { type: 'category' as const, data: categories.map(printable), axisLabel: { color: INK, fontSize: 13 } },
  yAxis: {
    type: 'value' as const,
    name: printable(unit),
    minInterval: 1,
    axisLabel: { color: INK, formatter: String },
    nameTextStyle: { color: INK },
  },
  series: series.map(({ name, values }) => ({
    type: 'bar' as const,
    name: printable(name),
    data: values.map(value => value ?? '-'),
    barMaxWidth: 44,
    itemStyle: { borderColor: INK, borderWidth: 0.5 },
    label: { show: true, position: 'top' as const, color: INK, fontSize: 12 },
  })),
});

// ECharts counts the drawings of a process, and adds rules for a mouse that a page without its script never needs.
const withoutScreen = (svg: string): string =>
  svg.replace(/<style\b[\s\S]*?<\/style>/gu, '').replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/gu, '');

const named = (svg: string, chart: Chart): string => {
  const own = `c${sha256(JSON.stringify(chart)).slice(0, 8)}-`;
  return svg
    .replace(/\bzr\d+-/gu, own)
    .replace('<svg ', `<svg role="img" aria-label="${escapeText(printable(chart.alt))}" `);
};

const INK = '#1f2328';
// Each differs in lightness from its neighbours.
const COLOURS = ['#2c5f9e', '#e3a33b', '#4d9a6a', '#b5523b', '#8a7bb8', '#7d8790'];
const FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", SimSun, sans-serif';
