import { raw } from 'hono/html';
import { type ChartData, drawChart, isLine, lookOf } from './chart-draw.ts';
import { CategoryMark, SeriesMark } from './chart-legend.tsx';
import { namedSvg } from './chart-svg.ts';
import { ScrollRegion } from './parts.tsx';

export interface ChartProps extends ChartData {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** What the categories are: 月份, 年度. */
  readonly over: string;
  /** In half of a page's width. */
  readonly half?: boolean;
  /** The records behind a figure. */
  readonly href?: (series: string, category: string) => string | null;
}

const shown = (value: number | null): string => (value === null ? '—' : value.toLocaleString('zh-CN'));

/** In words for who cannot see it: each series with its values. */
export function chartWords({ series, categories, unit }: ChartProps): string {
  return series
    .map(
      ({ name, values }) =>
        `${name}：${categories.map((category, at) => `${category} ${shown(values[at] ?? null)} ${unit}`).join('，')}`,
    )
    .join('；');
}

const Key = ({ kind, series }: ChartData) => (
  <ul class="gk-legend" aria-hidden="true">
    {series.map((each, index) => (
      <li>
        {kind === 'stacked' && !each.line ? (
          <CategoryMark index={index} />
        ) : (
          <SeriesMark
            look={isLine(kind, each) || lookOf(index) !== 'dashed' ? lookOf(index) : 'mid'}
            line={isLine(kind, each)}
          />
        )}
        {each.name}
      </li>
    ))}
  </ul>
);

const Value = ({ value, href }: { value: number | null; href: string | null }) => (
  <td class={value === 0 || value === null ? 'n z' : 'n'}>
    {href === null || value === null ? shown(value) : <a href={href}>{shown(value)}</a>}
  </td>
);

const Figures = ({ title, unit, over, categories, series, href }: ChartProps) => (
  <ScrollRegion label={`${title}的数据`}>
    <table class="gk-table">
      <caption class="visually-hidden">
        {title}（{unit}）
      </caption>
      <thead>
        <tr>
          <th scope="col">{over}</th>
          {series.map(({ name }) => (
            <th scope="col" class="n">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, at) => (
          <tr>
            <th scope="row">{category}</th>
            {series.map(({ name, values }) => (
              <Value value={values[at] ?? null} href={href?.(name, category) ?? null} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);

/** A drawing for each width and the same figures as a table beneath. Nothing to draw says so and is not drawn. */
export const Chart = (props: ChartProps) => {
  const { id, title, unit, kind, categories, series } = props;
  const data = { kind, categories, series, ...(props.scaled ? { scaled: true } : {}) };
  const words = chartWords(props);
  if (!series.some(({ values }) => values.some((value) => (value ?? 0) > 0)))
    return <p class="gk-muted">{title}：各期都是 0 或者没有数据，不另作图。</p>;
  return (
    <figure class="gk-chart gk-figure">
      <figcaption>
        {title}（{unit}）
      </figcaption>
      {series.length > 1 && <Key {...data} />}
      {(['wide', 'narrow'] as const).map((width) => {
        const own = `${id}-${width[0]}`;
        const svg = drawChart(data, own, width === 'narrow' ? 'phone' : props.half ? 'half' : 'full');
        return <div class={`gk-chart--${width}`}>{raw(namedSvg(svg, own, title, words))}</div>;
      })}
      <details class="gk-data">
        <summary>
          看数据表<span class="visually-hidden">：{title}</span>
        </summary>
        <Figures {...props} />
      </details>
    </figure>
  );
};
