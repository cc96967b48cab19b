import { cite } from '../../law/citation.ts';
import type { AnnualForm, TableId } from '../../law/forms/index.ts';
import type { Reading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';
import { columnName, isPrinted, partsOf, rowName, tableIds, tableNames } from './support.ts';
import { surveyOf } from './survey.ts';

/** No row or column of the form may be left out; a lost table as a whole is another rule's. */
export const rowMissing: Rule = {
  code: 'R206',
  id: 'row-missing',
  severity: 'error',
  name: '缺行缺列',
  basis: [cite('form2021', '附件“年度报告格式”表二、表三、表四')],
  check: (reading) => {
    const survey = surveyOf(reading);
    if (survey === null) return [];
    const { form, absent } = survey;
    return tableIds.flatMap((table): Report[] => {
      const ids = absent.get(table) ?? [];
      if (ids.length === 0 || reading.tables[table] !== 'found') return [];
      return [
        {
          message: `${tableNames[table]}缺少${missingNames(reading, form, table, ids)}。格式规定的行列不得增减，没有发生的也应保留并填 0。`,
          cells: ids,
          at: firstPlace(reading, table),
          basis: [form.basis],
        },
      ];
    });
  },
};

/** Whole rows and whole columns by their names, then what single cells remain. */
function missingNames(reading: Reading, form: AnnualForm, table: TableId, ids: readonly string[]): string {
  const { cells } = reading.report;
  const all = form.cells.filter((cell) => cell.table === table);
  const gone = (some: typeof all) => some.length > 0 && some.every((cell) => !isPrinted(cells[cell.id]));
  const rows = [...new Set(all.map((cell) => cell.row))].filter((row) =>
    gone(all.filter((c) => c.row === row)),
  );
  const columns =
    table === 'applications'
      ? form.applicationColumns.filter((column) => gone(all.filter((c) => c.column === column.id)))
      : [];
  const single = ids
    .map(partsOf)
    .filter(({ row, column }) => !rows.includes(row) && !columns.some((c) => c.id === column))
    .map(({ row, column }) => `“${rowName(form, table, row)}”行“${columnName(form, table, row, column)}”列`);
  const list = (names: readonly string[], kind: string) =>
    names.length === 0 ? [] : [`${names.join('、')}（共 ${names.length} ${kind}）`];
  return [
    ...rowNames(form, table, rows),
    ...list(
      columns.map((column) => `“${column.label}”`),
      '列',
    ),
    ...single.slice(0, 6),
    ...(single.length > 6 ? [`等 ${single.length} 格`] : []),
  ].join('、');
}

/** Rows by name; a group that lost all its sub-rows by the name of the group. */
function rowNames(form: AnnualForm, table: TableId, rows: readonly string[]): string[] {
  const names: string[] = [];
  const told = new Set<string>();
  for (const row of rows) {
    const { group } = form.applicationRows.find((r) => r.id === row) ?? { group: null };
    const siblings = form.applicationRows.filter((r) => group !== null && r.group === group);
    if (group === null || siblings.some((r) => !rows.includes(r.id)))
      names.push(`“${rowName(form, table, row)}”行`);
    else if (!told.has(group)) names.push(`“${group}”的 ${siblings.length} 个分项行`);
    if (group !== null) told.add(group);
  }
  return names;
}

function firstPlace(reading: Reading, table: TableId) {
  for (const id in reading.report.cells)
    if (id.startsWith(`${table}.`) && reading.report.cells[id]!.at !== null)
      return reading.report.cells[id]!.at;
  return null;
}
