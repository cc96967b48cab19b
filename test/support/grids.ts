import {
  type AnnualForm,
  annualForms,
  type FormColumn,
  organisationColumns,
  type TableId,
} from '../../src/law/forms/index.ts';
import { statisticsRows } from '../../src/law/forms/statistics.ts';
import type { SampleReport } from './sample-model.ts';

/** A printed cell of a sample's table; `id` names the figure it holds, null for a label. */
export interface GridCell {
  text: string;
  id: string | null;
  rowSpan: number;
  colSpan: number;
}

/** The rows of a table as they are marked up: a merged cell stands once, in its first row. */
export type Grid = GridCell[][];

const label = (text: string, colSpan = 1, rowSpan = 1): GridCell => ({ text, id: null, rowSpan, colSpan });
const figure = (report: SampleReport, id: string, colSpan = 1): GridCell => ({
  text: report.cells[id] ?? '',
  id,
  rowSpan: 1,
  colSpan,
});
const printed = (report: SampleReport, key: string, text: string): string | null =>
  key in report.labels ? report.labels[key]! : text;

/** What stands at each place of the grid: the cell and how far from its upper left corner; null where nothing does. */
export function positions(grid: Grid): ({ cell: GridCell; dx: number; dy: number } | null)[][] {
  const width = Math.max(...grid.map((row) => row.reduce((n, cell) => n + cell.colSpan, 0)));
  const full = grid.map(() => new Array<{ cell: GridCell; dx: number; dy: number } | null>(width).fill(null));
  grid.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (full[y]![x]) x++;
      for (let dy = 0; dy < cell.rowSpan; dy++)
        for (let dx = 0; dx < cell.colSpan; dx++) if (full[y + dy]) full[y + dy]![x + dx] = { cell, dx, dy };
      x += cell.colSpan;
    }
  });
  return full;
}

/** A table of the form as the report prints it, with its labels, gaps and figures. */
export function gridOf(report: SampleReport, table: TableId): Grid {
  const form = annualForms[report.form];
  if (table === 'disclosure') return disclosureGrid(report, form);
  return table === 'applications' ? applicationsGrid(report, form) : appealsGrid(report, form);
}

function disclosureGrid(report: SampleReport, form: AnnualForm): Grid {
  const grid: Grid = [];
  for (const band of form.bands) {
    const first = band.rows[0]!.id;
    const columns = band.columns.filter(
      (c) => printed(report, `column disclosure.${first}.${c.id}`, '') !== null,
    );
    const rows = band.rows.filter((r) => printed(report, `row disclosure.${r.id}`, '') !== null);
    if (rows.length === 0 || columns.length === 0) continue;
    const span = (index: number) => (index === columns.length - 1 ? 4 - columns.length : 1);
    grid.push([label(band.title, 4)]);
    grid.push([
      label('信息内容'),
      ...columns.map((c, i) =>
        label(printed(report, `column disclosure.${first}.${c.id}`, c.label) ?? '', span(i)),
      ),
    ]);
    for (const row of rows)
      grid.push([
        label(printed(report, `row disclosure.${row.id}`, row.label) ?? ''),
        ...columns.map((c, i) => figure(report, `disclosure.${row.id}.${c.id}`, span(i))),
      ]);
  }
  return grid;
}

/** Columns of table 三 that are printed; collapsed, the five of organisations stand as one. */
function applicationColumns(report: SampleReport, form: AnnualForm): FormColumn[] {
  const columns: FormColumn[] = report.collapsed
    ? [
        form.applicationColumns[0]!,
        { id: 'organisation', label: '法人或其他组织', kind: 'count' },
        form.applicationColumns.at(-1)!,
      ]
    : [...form.applicationColumns];
  return columns.filter((c) => printed(report, `column applications.${c.id}`, '') !== null);
}

interface PrintedRow {
  id: string;
  label: string;
  group: string | null;
}

/** Rows of table 三 that are printed; collapsed, a group of outcomes is one row. */
function applicationRows(report: SampleReport, form: AnnualForm): PrintedRow[] {
  const rows: PrintedRow[] = [];
  for (const row of form.applicationRows) {
    const groupId = row.id.split('.')[0]!;
    if (report.collapsed && row.group !== null) {
      const text = printed(report, `group applications.${groupId}`, row.group);
      if (rows.at(-1)?.id !== groupId && text !== null) rows.push({ id: groupId, label: text, group: null });
      continue;
    }
    const text = printed(report, `row applications.${row.id}`, row.label);
    if (text === null) continue;
    const group = row.group && printed(report, `group applications.${groupId}`, row.group);
    rows.push({ id: row.id, label: text, group });
  }
  return rows;
}

function applicationsGrid(report: SampleReport, form: AnnualForm): Grid {
  const columns = applicationColumns(report, form);
  const rows = applicationRows(report, form);
  const outer = (id: string) => ['received', 'carriedIn', 'carriedOut'].includes(id);
  const results = rows.filter((row) => !outer(row.id)).length;
  const grid = applicationsHead(report, form, columns);
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const cells: GridCell[] = [];
    if (outer(row.id)) cells.push(label(row.label, 3));
    else {
      if (before === undefined || outer(before.id)) cells.push(label('三、本年度办理结果', 1, results));
      if (row.group === null) cells.push(label(row.label, 2));
      else {
        if (before?.group !== row.group)
          cells.push(label(row.group, 1, rows.filter((r) => r.group === row.group).length));
        cells.push(label(row.label));
      }
    }
    grid.push([...cells, ...columns.map((c) => figure(report, `applications.${row.id}.${c.id}`))]);
  });
  return grid;
}

function applicationsHead(report: SampleReport, form: AnnualForm, columns: FormColumn[]): Grid {
  const note = printed(report, 'note applications', form.balanceNote) ?? '';
  const name = (column: FormColumn) =>
    printed(report, `column applications.${column.id}`, column.label) ?? '';
  const organisations = columns.filter((c) => (organisationColumns as readonly string[]).includes(c.id));
  const top = [label(note, 3, report.collapsed ? 2 : 3), label('申请人情况', columns.length)];
  if (organisations.length === 0) return [top, columns.map((c) => label(name(c)))];
  const second = columns.filter((c) => !organisations.includes(c)).map((c) => label(name(c), 1, 2));
  second.splice(second.length - 1, 0, label('法人或其他组织', organisations.length));
  return [top, second, organisations.map((c) => label(name(c)))];
}

function appealsGrid(report: SampleReport, form: AnnualForm): Grid {
  const columns = (block: AnnualForm['appealBlocks'][number]) =>
    block.columns.filter((c) => printed(report, `column appeals.${block.id}.${c.id}`, '') !== null);
  const names = (block: AnnualForm['appealBlocks'][number], rowSpan: number) =>
    columns(block).map((c) =>
      label(printed(report, `column appeals.${block.id}.${c.id}`, c.label) ?? '', 1, rowSpan),
    );
  const [review, ...suits] = form.appealBlocks;
  const suitColumns = suits.reduce((n, block) => n + columns(block).length, 0);
  return [
    [label('行政复议', columns(review!).length), label('行政诉讼', suitColumns)],
    [
      ...names(review!, 2),
      ...suits.map((block) =>
        label(printed(report, `group appeals.${block.id}`, block.label) ?? '', columns(block).length),
      ),
    ],
    suits.flatMap((block) => names(block, 1)),
    form.appealBlocks.flatMap((block) =>
      columns(block).map((c) => figure(report, `appeals.${block.id}.${c.id}`)),
    ),
  ];
}

/** The attached 统计表: indicator, unit, figure. */
export const statisticsGrid = (figures: Record<string, string>): Grid => [
  [label('统　计　指　标'), label('单位'), label('统计数')],
  ...statisticsRows.map((row) => [
    label(row.note === null ? row.label : `${row.label}（${row.note}）`),
    label(row.unit ?? ''),
    { text: figures[row.id] ?? '', id: row.id, rowSpan: 1, colSpan: 1 },
  ]),
];
