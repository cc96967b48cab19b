import { categoryAxis, categoryStyles, chartBase, chartInk, drawSvg, valueAxis } from '../theme/chart-svg.ts';
import { outcomeGroups, type YearFigures } from './outcomes.ts';

const { ink } = chartInk;

const bars = (years: readonly YearFigures[], narrow: boolean) =>
  outcomeGroups.map(({ id, label }, index) => {
    const style = categoryStyles[index]!;
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

/** Figures of the years, oldest first, as an SVG of that width; presentation attributes only. */
export function drawOutcomes(years: readonly YearFigures[], id: string, narrow: boolean): string {
  const size = narrow ? { width: 328, height: 300 } : { width: 760, height: 320 };
  return drawSvg(id, JSON.stringify(years), size, () => ({
    ...chartBase,
    xAxis: categoryAxis(
      years.map(({ year }) => (narrow && years.length > 5 ? String(year) : `${year}年`)),
      size.width,
    ),
    yAxis: valueAxis,
    series: [...bars(years, narrow), received(years)],
  }));
}
