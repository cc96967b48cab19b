import type { AnnualReport, Indicator } from '../../domain/annual/report.ts';
import { type IndicatorForm, indicatorForms } from '../../law/forms/indicators.ts';
import { statisticsRows } from '../../law/forms/statistics.ts';
import { figure, label, type Piece, placed } from './grid.ts';
import type { LaidTable } from './laid-report.ts';
import { printedNumber } from './printed-value.ts';

const labelled = (text: string, note: string | null): string =>
  note === null || text.includes(note) ? text : `${text}（${note}）`;

/** The 统计表 attached to a report, headings and rows as printed; null where none is. */
export function layStatistics({ statistics }: AnnualReport): LaidTable | null {
  if (Object.keys(statistics).length === 0) return null;
  const rows = statisticsRows.map((row): Piece[] => {
    const text = label(labelled(row.label, row.note), 'row');
    if (row.header) return [text, label('', null), label('', null)];
    return [
      text,
      label(row.unit ?? '', null),
      figure(statistics, row.id, row.kind === 'dec' ? 'wan' : 'count'),
    ];
  });
  const heads = ['统计指标', '单位', '统计数'].map((text) => label(text, 'column'));
  const open = rows.flat().filter(({ status }) => status === 'unreadable' || status === 'absent').length;
  return {
    id: 'statistics',
    caption: '政府信息公开情况统计表',
    columns: 3,
    widths: [70, 12, 18],
    headRows: 1,
    rows: placed(3, [heads, ...rows]),
    notes: open === 0 ? [] : [`注：有 ${open} 格未能确定读出或原表缺少，留空待核。`],
  };
}

type Indicators = AnnualReport['indicators'];

/** The edition that knows most of the report's indicators. */
function editionOf(indicators: Indicators): IndicatorForm {
  const known = (form: IndicatorForm) => form.rows.filter(({ key }) => key in indicators).length;
  return indicatorForms.reduce((best, form) => (known(form) > known(best) ? form : best));
}

/** Columns of figures: the year alone, or with a running total; `mixed` where only some rows have one. */
function columnsOf(indicators: Indicators): readonly string[] {
  const all = Object.values(indicators).filter(({ status }) => status === 'read' || status === 'inferred');
  const totals = all.filter(({ cumulative }) => cumulative !== null).length;
  if (totals === 0) return ['统计数'];
  return totals === all.length ? ['当年数', '历年累计'] : ['当年数', '历年总数'];
}

const figureOf = (id: string, value: number | null, { status }: Indicator): Piece => ({
  ...label(value === null ? '' : (printedNumber(value) ?? ''), null),
  cell: id,
  value,
  status,
  kind: 'count',
});

/** The table of indicators of a report of before 2019, rows in the order of its edition; null where it has none. */
export function layIndicators({ indicators }: AnnualReport): LaidTable | null {
  const keys = Object.keys(indicators);
  if (keys.length === 0) return null;
  const edition = editionOf(indicators);
  const columns = columnsOf(indicators);
  const known = edition.rows.filter(({ key, header }) => header || key in indicators);
  const extra = keys.filter((key) => !edition.rows.some((row) => row.key === key));
  const line = (key: string, text: string): Piece[] => {
    const indicator = indicators[key]!;
    const figures = [indicator.year, indicator.cumulative].slice(0, columns.length);
    return [
      label(text, 'row'),
      label(indicator.unit ?? '', null),
      ...figures.map((value, i) => figureOf(`${key}.${i === 0 ? 'year' : 'cumulative'}`, value, indicator)),
    ];
  };
  const width = columns.length + 2;
  const rows = known.map((row) =>
    row.header
      ? [label(row.label, 'row'), ...new Array<Piece>(width - 1).fill(label('', null))]
      : line(row.key, row.label),
  );
  const open = Object.values(indicators).filter(({ status }) => status === 'unreadable').length;
  const heads = ['指标名称', '计量单位', ...columns].map((text) => label(text, 'column'));
  return {
    id: 'indicators',
    caption: '政府信息公开情况统计表',
    columns: width,
    widths: columns.length === 1 ? [70, 12, 18] : [56, 12, 16, 16],
    headRows: 1,
    rows: placed(width, [heads, ...rows, ...extra.map((key) => line(key, key))]),
    notes: open === 0 ? [] : [`注：有 ${open} 项未能确定读出，留空待核。`],
  };
}
