import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { outcomeGroups, type YearFigures } from './outcomes.ts';

use([BarChart, LineChart, GridComponent, AriaComponent, SVGRenderer]);

interface OutcomeStyle {
  readonly color: string;
  readonly decal: Readonly<Record<string, unknown>>;
  /** The texture as drawn in the key, in a box of 22 × 12. */
  readonly mark: string | null;
}

/** Series colours of the kit (`--gk-c1` … `--gk-c6`), in its fixed order, and a texture each. */
export const outcomeStyles: readonly OutcomeStyle[] = [
  { color: '#17506b', decal: { symbol: 'none' }, mark: null },
  {
    color: '#a8622a',
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
    mark: 'M4 13 17-1M-1 9 10-2M11 13 21 3',
  },
  {
    color: '#4b7a4a',
    decal: {
      symbol: 'circle',
      symbolSize: 0.8,
      dashArrayX: [
        [6, 6],
        [0, 6, 6, 0],
      ],
      dashArrayY: [5, 0],
    },
    mark: 'M6 3h1.500M11 3h1.500M16 3h1.500M8 9h1.500M13 9h1.500',
  },
  {
    color: '#6d5a94',
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
    mark: 'M5-1 18 13M12-1 23 10M0 3 10 13',
  },
  {
    color: '#66727d',
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4] },
    mark: 'M3 3h16M3 9h16',
  },
  {
    color: '#8a7418',
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 2 },
    mark: 'M7 0v12M12 0v12M17 0v12',
  },
];

const line = '#dce2e6';
const axis = '#7d8992';
const ink = '#1d262d';
const ink2 = '#44525d';

const bars = (years: readonly YearFigures[], narrow: boolean) =>
  outcomeGroups.map(({ id, label }, index) => {
    const style = outcomeStyles[index]!;
    return {
      type: 'bar' as const,
      name: label,
      stack: 'outcomes',
      silent: true,
      barMaxWidth: narrow ? 34 : 56,
      barMinHeight: 0,
      data: years.map((year) => year.outcomes[id]),
      itemStyle: {
        color: style.color,
        decal: { color: 'rgba(255,255,255,.55)', ...style.decal },
        borderColor: '#fff',
        borderWidth: 1,
      },
    };
  });

const received = (years: readonly YearFigures[]) => ({
  type: 'line' as const,
  name: '新收申请',
  silent: true,
  data: years.map((year) => year.received),
  symbol: 'circle',
  symbolSize: 8,
  lineStyle: { color: ink, width: 2, type: 'dashed' as const },
  itemStyle: { color: '#fff', borderColor: ink, borderWidth: 2 },
  label: {
    show: years.length <= 20,
    position: 'top' as const,
    color: ink,
    fontSize: 13,
    textBorderColor: '#fff',
    textBorderWidth: 3,
  },
});

/**
 * ECharts writes styles into attributes, class rules and numbered ids; a strict content security policy and a stable
 * entity tag want presentation attributes and ids of our own.
 */
function tame(svg: string, id: string): string {
  return svg
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_[a-z_]+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) =>
      style
        .split(';')
        .map((rule) => rule.split(':'))
        .filter(([name, value]) => name && value && name.trim() !== 'font-family')
        .map(([name, value]) => ` ${name!.trim()}="${value!.trim()}"`)
        .join(''),
    )
    .replace(/zr\d+-/g, `${id}-`)
    .replace(/ pointer-events="[^"]*"/g, '');
}

const remembered = 400;
const memory = new Map<string, string>();

/** Figures of the years, oldest first, as an SVG of that width; presentation attributes only. The last are remembered. */
export function drawOutcomes(years: readonly YearFigures[], id: string, narrow: boolean): string {
  const key = JSON.stringify([id, narrow, years]);
  const known = memory.get(key);
  if (known !== undefined) return known;
  const svg = draw(years, id, narrow);
  memory.set(key, svg);
  if (memory.size > remembered) memory.delete(memory.keys().next().value!);
  return svg;
}

function draw(years: readonly YearFigures[], id: string, narrow: boolean): string {
  const width = narrow ? 328 : 760;
  const height = narrow ? 300 : 320;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      grid: {
        left: 8,
        right: 16,
        top: 28,
        bottom: 8,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: {
        type: 'category',
        data: years.map(({ year }) => (narrow && years.length > 5 ? String(year) : `${year}年`)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: axis } },
        axisLabel: { color: ink2, fontSize: 13 },
      },
      yAxis: {
        type: 'value',
        min: 0,
        minInterval: 1,
        axisLabel: { color: ink2, fontSize: 12 },
        splitLine: { lineStyle: { color: line } },
      },
      series: [...bars(years, narrow), received(years)],
    });
    return tame(chart.renderToSVGString(), id);
  } finally {
    chart.dispose();
  }
}
