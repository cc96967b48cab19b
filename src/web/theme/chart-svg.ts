import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapeMarkup } from '../../report/render/markup.ts';

use([BarChart, LineChart, GridComponent, AriaComponent, SVGRenderer]);

/** Colours of the kit that charts draw with; attributes know no custom properties. */
export const chartInk = {
  line: '#dce2e6',
  axis: '#7d8992',
  ink: '#1d262d',
  ink2: '#44525d',
  brand: '#17506b',
  mid: '#4f88a3',
  second: '#a8622a',
} as const;

/** A category's colour with a texture, so that it is told apart without colour. */
export interface CategoryStyle {
  readonly color: string;
  readonly decal: Readonly<Record<string, unknown>>;
  /** The texture as drawn in the key, in a box of 22 × 12. */
  readonly mark: string | null;
}

/** Category colours of the kit (`--gk-c1` … `--gk-c6`), in its fixed order, and a texture each. */
export const categoryStyles: readonly CategoryStyle[] = [
  { color: chartInk.brand, decal: { symbol: 'none' }, mark: null },
  {
    color: chartInk.second,
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
    mark: 'M5-1 18 13M12-1 23 10M0 3 10 13',
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
    mark: 'M6 3h1.5M11 3h1.5M16 3h1.5M8 9h1.5M13 9h1.5',
  },
  {
    color: '#6d5a94',
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
    mark: 'M4 13 17-1M-1 9 10-2M11 13 21 3',
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

/**
 * A drawing as SVG with presentation attributes only, its ids beginning with `id`. `key` says all that the drawing
 * depends on: the last drawings are remembered by it, since one takes some milliseconds.
 */
export function drawSvg(
  id: string,
  key: string,
  size: { readonly width: number; readonly height: number },
  option: () => EChartsCoreOption,
): string {
  const whole = `${id} ${size.width} ${size.height} ${key}`;
  const known = memory.get(whole);
  if (known !== undefined) return known;
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(option());
    const svg = tame(chart.renderToSVGString(), id);
    memory.set(whole, svg);
    if (memory.size > remembered) memory.delete(memory.keys().next().value!);
    return svg;
  } finally {
    chart.dispose();
  }
}

/** What all drawings share: no movement, textures, room for the labels of the axes. */
export const chartBase = {
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
} as const;

/** More categories than these stand too close: the axis then names some of them. */
const mostNamed = 12;

/** Every category keeps its name: a long one is broken into lines as wide as its place. */
export const categoryAxis = (names: readonly string[], width: number) => ({
  type: 'category' as const,
  data: [...names],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: chartInk.axis } },
  axisLabel: {
    color: chartInk.ink2,
    fontSize: 13,
    ...(names.length <= mostNamed
      ? {
          interval: 0,
          width: Math.floor((width - 56) / Math.max(1, names.length)) - 4,
          overflow: 'break' as const,
        }
      : {}),
  },
});

export const valueAxis = {
  type: 'value' as const,
  min: 0,
  minInterval: 1,
  axisLabel: { color: chartInk.ink2, fontSize: 12 },
  splitLine: { lineStyle: { color: chartInk.line } },
};

/** The title and description an SVG needs stand right behind its opening tag; it grows with its box. */
export const namedSvg = (svg: string, id: string, title: string, description: string): string =>
  svg.replace(
    /^<svg [^>]*viewBox="([^"]*)"[^>]*>/,
    (_, box: string) =>
      `<svg viewBox="${box}" role="img" aria-labelledby="${id}-t ${id}-d" xmlns="http://www.w3.org/2000/svg"><title id="${id}-t">${escapeMarkup(title)}</title><desc id="${id}-d">${escapeMarkup(description)}</desc>`,
  );
