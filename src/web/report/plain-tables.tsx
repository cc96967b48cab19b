import type { AnnualReport, Place } from '../../domain/annual/report.ts';
import { statisticsRows } from '../../law/forms/statistics.ts';
import { ScrollRegion } from '../theme/parts.tsx';
import { showNumber } from './cell-view.ts';
import { GridCell, type GridYear, LabelPins, type PinsByCell } from './grid.tsx';

/** Where a row stands in its file, for putting rows back in the order printed; those without a place come last. */
function order(at: Place | null): number {
  if (at === null || 'page' in at) return Number.MAX_SAFE_INTEGER;
  if ('table' in at) return at.table * 1e6 + at.row * 1e3 + at.column;
  return ('line' in at ? at.line : at.paragraph) * 1e4 + at.column;
}

/** The indicators of a report of before 2019, as labelled and ordered there. */
export const IndicatorTable = ({ indicators }: { indicators: AnnualReport['indicators'] }) => (
  <ScrollRegion label="2019年以前的统计指标">
    <table class="gk-table">
      <caption class="visually-hidden">统计指标</caption>
      <thead>
        <tr>
          <th scope="col">指标名称</th>
          <th scope="col">单位</th>
          <th scope="col" class="n">
            当年数
          </th>
          <th scope="col" class="n">
            历年累计
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(indicators)
          .sort(([, a], [, b]) => order(a.at) - order(b.at))
          .map(([label, { year, cumulative, unit }]) => (
            <tr>
              <th scope="row">{label}</th>
              <td>{unit ?? '—'}</td>
              <td class="n">{year === null ? '—' : showNumber(year)}</td>
              <td class="n">{cumulative === null ? '—' : showNumber(cumulative)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  </ScrollRegion>
);

/** The 统计表 attached to a report, headings and rows as printed. */
export const StatisticsTable = ({ year, pins }: { year: GridYear; pins: PinsByCell }) => (
  <ScrollRegion label="政府信息公开情况统计表">
    <table class="gk-form">
      <caption class="visually-hidden">政府信息公开情况统计表</caption>
      <thead>
        <tr>
          <th scope="col">统计指标</th>
          <th scope="col">单位</th>
          <th scope="col">统计数</th>
        </tr>
      </thead>
      <tbody>
        {statisticsRows.map((row) =>
          row.header && year.cells[row.id] === undefined ? (
            <tr>
              <th scope="rowgroup" colspan={3}>
                <strong>{row.label}</strong>
                <LabelPins table="统计表" label={row.id} pins={pins} />
              </th>
            </tr>
          ) : (
            <tr>
              <th scope="row">{row.label}</th>
              <td>{row.unit ?? '—'}</td>
              <GridCell id={row.id} year={year} own pins={pins} />
            </tr>
          ),
        )}
      </tbody>
    </table>
  </ScrollRegion>
);
