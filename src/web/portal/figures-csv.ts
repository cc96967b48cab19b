import type { AnnualReport, CellStatus } from '../../domain/annual/report.ts';
import { cellLabels } from '../report/labels.ts';

const statusWords: Readonly<Record<CellStatus, string>> = {
  read: '直接读出',
  inferred: '推定',
  blank: '空白',
  absent: '缺少',
  unreadable: '未能确定读出',
};

/**
 * A field of a CSV that a spreadsheet opens: text that it would take for a formula is led by an apostrophe, since the
 * text of a cell comes from somebody else's file. Plain numbers stay numbers.
 */
export function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The figures of a report as CSV (UTF-8 with BOM, so that spreadsheets read the Chinese), one cell a line. */
export function figuresCsv(agency: string, year: number, report: AnnualReport): string {
  const form = report.form === '2019' || report.form === '2021' ? report.form : null;
  const lines = [['机关', '年度', '表', '行', '列', '编号', '数值', '读取情况', '原文']];
  for (const [id, cell] of Object.entries(report.cells)) {
    const labels = form === null ? ['', '', ''] : cellLabels(form, id);
    lines.push(
      [agency, year, ...labels, id, cell.value, statusWords[cell.status], cell.text.trim()].map((field) =>
        csvField(field),
      ),
    );
  }
  for (const [label, indicator] of Object.entries(report.indicators)) {
    lines.push(
      [agency, year, '统计指标', label, '当年数', '', indicator.year, statusWords[indicator.status], ''].map(
        (field) => csvField(field),
      ),
      [
        agency,
        year,
        '统计指标',
        label,
        '历年累计',
        '',
        indicator.cumulative,
        statusWords[indicator.status],
        '',
      ].map((field) => csvField(field)),
    );
  }
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
