import { raw } from 'hono/html';
import { CategoryMark } from '../theme/chart-legend.tsx';
import { namedSvg } from '../theme/chart-svg.ts';
import { ScrollRegion } from '../theme/parts.tsx';
import { showNumber } from './cell-view.ts';
import { drawOutcomes } from './chart.ts';
import { outcomeGroups, type YearFigures } from './outcomes.ts';

const shown = (value: number | null): string => (value === null ? '—' : showNumber(value));

const Value = ({ value }: { value: number | null }) => (
  <td class={value === 0 ? 'n z' : 'n'}>
    {shown(value)}
    {value === null && <span class="visually-hidden">（未能确定读出或该年度没有）</span>}
  </td>
);

const rows: readonly (readonly [string, (year: YearFigures) => number | null])[] = [
  ['新收申请', (year) => year.received],
  ['上年结转', (year) => year.carriedIn],
  ...outcomeGroups.map(({ id, label }) => [label, (year: YearFigures) => year.outcomes[id]] as const),
  ['办理结果总计', (year) => year.concluded],
  ['结转下年度', (year) => year.carriedOut],
];

const DataTable = ({ years }: { years: readonly YearFigures[] }) => (
  <ScrollRegion label="图中数据">
    <table class="gk-table">
      <caption class="visually-hidden">历年申请和办理结果（件）</caption>
      <thead>
        <tr>
          <th scope="col">件数</th>
          {years.map(({ year }) => (
            <th scope="col" class="n">
              {year}年
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, pick]) => (
          <tr>
            <th scope="row">{label}</th>
            {years.map((year) => (
              <Value value={pick(year)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);

const describe = (years: readonly YearFigures[]): string =>
  years
    .map(
      (year) =>
        `${year.year}年新收 ${shown(year.received)} 件，办结 ${shown(year.concluded)} 件，其中${outcomeGroups
          .map(({ id, label }) => `${label} ${shown(year.outcomes[id])}`)
          .join('、')}`,
    )
    .join('；');

const TITLE = '历年申请和办理结果';

const Legend = () => (
  <ul class="gk-legend" aria-hidden="true">
    <li>
      <svg viewBox="0 0 22 12" aria-hidden="true" focusable="false">
        <path d="M0 6h22" stroke="#1d262d" stroke-width="2" stroke-dasharray="5 3" />
        <circle cx="11" cy="6" r="3.5" fill="#fff" stroke="#1d262d" stroke-width="2" />
      </svg>
      新收申请
    </li>
    {outcomeGroups.map(({ label }, index) => (
      <li>
        <CategoryMark index={index} />
        {label}
      </li>
    ))}
  </ul>
);

const drawable = ({ received, outcomes }: YearFigures) =>
  (received ?? 0) > 0 || Object.values(outcomes).some((value) => (value ?? 0) > 0);

/** Applications and outcomes over the years, oldest first, drawn for two widths, with the same as a table. */
export const ChartFigure = ({ years, beside }: { years: readonly YearFigures[]; beside: boolean }) => {
  if (years.length === 0) return null;
  const description = describe(years);
  return (
    <div class={beside ? 'gk-figure gk-figure--beside' : 'gk-figure'}>
      {years.some(drawable) ? (
        <figure class="gk-chart">
          <figcaption>{TITLE}（件）</figcaption>
          <Legend />
          <div class="gk-chart--wide">
            {raw(namedSvg(drawOutcomes(years, 'cw', false), 'cw', TITLE, description))}
          </div>
          <div class="gk-chart--narrow">
            {raw(namedSvg(drawOutcomes(years, 'cn', true), 'cn', TITLE, description))}
          </div>
        </figure>
      ) : (
        <p class="gk-muted">
          {years.every(({ received, concluded }) => received === 0 && (concluded ?? 0) === 0)
            ? '历年没有收到政府信息公开申请，不另作图。'
            : '申请和办理结果的件数没有填写或未能确定读出，不另作图。'}
        </p>
      )}
      {beside ? (
        <div>
          <h3>图中数据</h3>
          <DataTable years={years} />
        </div>
      ) : (
        <details class="gk-data">
          <summary>看数据表</summary>
          <DataTable years={years} />
        </details>
      )}
    </div>
  );
};
