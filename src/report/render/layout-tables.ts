import type { AnnualReport, Cells } from '../../domain/annual/report.ts';
import type { AnnualForm, FormColumn, TableId } from '../../law/forms/index.ts';
import { type ApplicationRow, applicationRows, organisationsOf } from './application-rows.ts';
import { figure, label, type Piece, placed } from './grid.ts';
import type { LaidTable } from './laid-report.ts';
import { hasTable, openCells } from './open-cells.ts';

const DISCLOSURE_COLUMNS = 4;

/** Money in 元 is a bare number in the form of 2019: where the report names the unit, the head does. */
const columnLabel = (cells: Cells, column: FormColumn): string =>
  column.kind === 'yuan' && cells[`disclosure.procurement.${column.id}`]?.unit === '元'
    ? `${column.label}（单位：元）`
    : column.label;

/** Table 二: its bands one below the other, each with its own heads; the last column takes what is left over. */
function disclosure(form: AnnualForm, cells: Cells): LaidTable {
  const rows: Piece[][] = [];
  for (const { title, columns, rows: labels } of form.bands) {
    const span = (index: number) => (index === columns.length - 1 ? DISCLOSURE_COLUMNS - columns.length : 1);
    rows.push([label(title, 'band', DISCLOSURE_COLUMNS)]);
    rows.push([
      label('信息内容', 'column'),
      ...columns.map((column, i) => label(columnLabel(cells, column), 'column', span(i))),
    ]);
    for (const row of labels)
      rows.push([
        label(row.label, 'row'),
        ...columns.map((column, i) =>
          figure(cells, `disclosure.${row.id}.${column.id}`, column.kind, span(i)),
        ),
      ]);
  }
  return {
    id: 'disclosure',
    caption: '主动公开政府信息情况',
    columns: DISCLOSURE_COLUMNS,
    widths: [28, 24, 24, 24],
    headRows: 0,
    rows: placed(DISCLOSURE_COLUMNS, rows),
    notes: [],
  };
}

const LABEL_COLUMNS = 3;

function applicationHeads(form: AnnualForm, organisations: readonly { readonly label: string }[]): Piece[][] {
  const [person, total] = [form.applicationColumns[0]!.label, form.applicationColumns.at(-1)!.label];
  const width = organisations.length + 2;
  const corner = (rows: number) => label(form.balanceNote, 'corner', LABEL_COLUMNS, rows);
  if (organisations.length === 1)
    return [
      [corner(2), label('申请人情况', 'column', width)],
      [person, organisations[0]!.label, total].map((text) => label(text, 'column')),
    ];
  return [
    [corner(3), label('申请人情况', 'column', width)],
    [
      label(person, 'column', 1, 2),
      label('法人或其他组织', 'column', organisations.length),
      label(total, 'column', 1, 2),
    ],
    organisations.map((column) => label(column.label, 'column')),
  ];
}

/** The labels left of the figures: the vertical 三、本年度办理结果, the group, the row. */
function rowHeads(row: ApplicationRow, first: ApplicationRow | undefined, results: number): Piece[] {
  if (!row.result) return [label(row.label, 'row', LABEL_COLUMNS)];
  const heads: Piece[] = [];
  if (row === first) heads.push(label('三、本年度办理结果', 'group', 1, results));
  if (row.group !== null) heads.push(label(row.group.label, 'group', 1, row.group.rows));
  heads.push(label(row.label, 'row', row.grouped ? 1 : 2));
  return heads;
}

/** Table 三, also where a report prints a group of outcomes as one row or all organisations as one column. */
function applications(form: AnnualForm, cells: Cells): LaidTable {
  const organisations = organisationsOf(form, cells);
  const lines = applicationRows(form, cells);
  const results = lines.filter((row) => row.result);
  const ids = ['naturalPerson', ...organisations.map(({ id }) => id), 'total'];
  const heads = applicationHeads(form, organisations);
  const columns = LABEL_COLUMNS + ids.length;
  const rows = lines.map((row) => [
    ...rowHeads(row, results[0], results.length),
    ...ids.map((id) => figure(cells, `applications.${row.id}.${id}`, 'count')),
  ]);
  return {
    id: 'applications',
    caption: '收到和处理政府信息公开申请情况',
    columns,
    widths: [4.5, 10.5, 32.5, ...ids.map(() => 52.5 / ids.length)],
    headRows: heads.length,
    rows: placed(columns, [...heads, ...rows]),
    notes: [],
  };
}

/** Table 四: three blocks of five results side by side, one row of figures. */
function appeals(form: AnnualForm, cells: Cells): LaidTable {
  const [review, ...suits] = form.appealBlocks;
  const columns = form.appealBlocks.reduce((sum, block) => sum + block.columns.length, 0);
  const heads: Piece[][] = [
    [
      label(review!.label, 'column', review!.columns.length),
      label('行政诉讼', 'column', columns - review!.columns.length),
    ],
    [
      ...review!.columns.map((column) => label(column.label, 'column', 1, 2)),
      ...suits.map((block) => label(block.label, 'column', block.columns.length)),
    ],
    suits.flatMap((block) => block.columns.map((column) => label(column.label, 'column'))),
  ];
  const figures = form.appealBlocks.flatMap((block) =>
    block.columns.map((column) => figure(cells, `appeals.${block.id}.${column.id}`, column.kind)),
  );
  return {
    id: 'appeals',
    caption: '政府信息公开行政复议、行政诉讼情况',
    columns,
    widths: new Array<number>(columns).fill(100 / columns),
    headRows: heads.length,
    rows: placed(columns, [...heads, figures]),
    notes: [],
  };
}

const makers = { disclosure, applications, appeals } as const;

/** A table of the form as the report fills it; null where the report has nothing of it. */
export function layTable(form: AnnualForm, report: AnnualReport, id: TableId): LaidTable | null {
  if (!hasTable(report, id)) return null;
  const table = makers[id](form, report.cells);
  return { ...table, notes: openCells(form, id, table.rows) };
}
