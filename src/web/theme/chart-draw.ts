import { lookColor, type SeriesLook, seriesLooks } from './chart-legend.tsx';
import { categoryAxis, categoryStyles, chartBase, chartInk, drawSvg, valueAxis } from './chart-svg.ts';

export type ChartKind = 'line' | 'grouped' | 'stacked';

export interface ChartSeries {
  readonly name: string;
  /** One a category; null where nothing is known, which leaves a gap. */
  readonly values: readonly (number | null)[];
  /** Among bars, drawn as a line over them: last year beside this one. */
  readonly line?: boolean;
}

export interface ChartData {
  readonly kind: ChartKind;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Lines whose values all lie far from zero: the axis begins near them. */
  readonly scaled?: boolean;
}

/** More values than this are not written beside their marks. */
const MOST_LABELS = 20;

export const lookOf = (index: number): SeriesLook => seriesLooks[index % seriesLooks.length]!;
export const isLine = (kind: ChartKind, series: ChartSeries): boolean =>
  kind === 'line' || (series.line ?? false);

const label = (shown: boolean, position: 'top' | 'inside') => ({
  show: shown,
  position,
  color: chartInk.ink,
  fontSize: 12,
  textBorderColor: '#fff',
  textBorderWidth: 3,
});

const lineOf = (series: ChartSeries, look: SeriesLook, labelled: boolean) => ({
  type: 'line' as const,
  name: series.name,
  silent: true,
  data: [...series.values],
  connectNulls: false,
  symbol: 'circle',
  symbolSize: 7,
  showAllSymbol: true,
  lineStyle: {
    color: lookColor(look),
    width: 2,
    type: look === 'dashed' ? ('dashed' as const) : ('solid' as const),
  },
  itemStyle: {
    color: look === 'outline' ? '#fff' : lookColor(look),
    borderColor: lookColor(look),
    borderWidth: 2,
  },
  label: label(labelled, 'top'),
});

function barOf(series: ChartSeries, index: number, { kind }: ChartData, labelled: boolean) {
  const look = lookOf(index);
  const category = categoryStyles[index % categoryStyles.length]!;
  const stacked = kind === 'stacked';
  const plain = look === 'outline' ? '#fff' : lookColor(look === 'dashed' ? 'mid' : look);
  return {
    type: 'bar' as const,
    name: series.name,
    silent: true,
    barMaxWidth: 40,
    data: [...series.values],
    ...(stacked ? { stack: 'all' } : {}),
    itemStyle: stacked
      ? {
          color: category.color,
          decal: { color: 'rgba(255,255,255,.55)', ...category.decal },
          borderColor: '#fff',
          borderWidth: 1,
        }
      : {
          color: plain,
          decal: { symbol: 'none' },
          borderColor: lookColor(look === 'dashed' ? 'mid' : look),
          borderWidth: 1,
        },
    label: label(labelled && !stacked, 'top'),
  };
}

/** Where a drawing stands: over a whole page, in half of it, on a phone. */
export type ChartSize = 'full' | 'half' | 'phone';

const sizes: Readonly<Record<ChartSize, { readonly width: number; readonly height: number }>> = {
  full: { width: 760, height: 280 },
  half: { width: 470, height: 260 },
  phone: { width: 328, height: 250 },
};

/** Labels stand by marks that cannot hide each other's: bars side by side, or one line alone. */
function labelled({ kind, categories, series }: ChartData, size: ChartSize): boolean {
  const lines = series.filter((each) => isLine(kind, each)).length;
  const most = size === 'full' ? MOST_LABELS : MOST_LABELS / 2;
  return series.length * categories.length <= most && (lines === 0 || series.length === 1);
}

export function drawChart(data: ChartData, id: string, size: ChartSize): string {
  const lines = data.series.every((series) => isLine(data.kind, series));
  return drawSvg(id, JSON.stringify(data), sizes[size], () => ({
    ...chartBase,
    xAxis: categoryAxis(data.categories, sizes[size].width),
    // Bars begin at zero; lines may not, where what matters lies far above.
    yAxis: lines && data.scaled ? { ...valueAxis, min: undefined, scale: true } : valueAxis,
    series: data.series.map((series, index) =>
      isLine(data.kind, series)
        ? lineOf(series, lookOf(index), labelled(data, size))
        : barOf(series, index, data, labelled(data, size)),
    ),
  }));
}
