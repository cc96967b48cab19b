import type { AnnualReport, CellStatus } from '../../domain/annual/report.ts';
import { annualForms, type FormId } from '../../law/forms/index.ts';

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

const tableWords = { disclosure: '表二', applications: '表三', appeals: '表四' } as const;

/** Row and column labels of a cell in the form's words. */
function labelsOf(form: FormId, id: string): readonly [table: string, row: string, column: string] {
  const cell = annualForms[form].cellById.get(id);
  if (cell === undefined) {
    const [table = '', ...rest] = id.split('.');
    return [
      tableWords[table as keyof typeof tableWords] ?? table,
      rest.slice(0, -1).join('.'),
      rest.at(-1) ?? '',
    ];
  }
  if (cell.table === 'disclosure') {
    const band = annualForms[form].bands.find((each) => each.rows.some((row) => row.id === cell.row));
    const row = band?.rows.find((each) => each.id === cell.row);
    return ['表二', row?.label ?? '', band?.columns.find((column) => column.id === cell.column)?.label ?? ''];
  }
  if (cell.table === 'applications') {
    const row = annualForms[form].applicationRows.find((each) => each.id === cell.row);
    const column = annualForms[form].applicationColumns.find((each) => each.id === cell.column);
    return ['表三', `${row?.group ?? ''}${row?.label ?? ''}`, column?.label ?? ''];
  }
  const block = annualForms[form].appealBlocks.find((each) => each.id === cell.row);
  return [
    '表四',
    block?.label ?? '',
    block?.columns.find((column) => column.id === cell.column)?.label ?? '',
  ];
}

/** The figures of a report as CSV (UTF-8 with BOM, so that spreadsheets read the Chinese), one cell a line. */
export function figuresCsv(agency: string, year: number, report: AnnualReport): string {
  const form = report.form === '2019' || report.form === '2021' ? report.form : null;
  const lines = [['机关', '年度', '表', '行', '列', '编号', '数值', '读取情况', '原文']];
  for (const [id, cell] of Object.entries(report.cells)) {
    const labels = form === null ? ['', '', ''] : labelsOf(form, id);
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
