import type { Cells } from '../../domain/annual/report.ts';
import { type AnnualForm, organisationColumns } from '../../law/forms/index.ts';

/** A row of table 三 as printed. */
export interface ApplicationRow {
  readonly id: string;
  readonly label: string;
  /** Label of the merged cell to its left where this row is the first of its group, with the rows it spans. */
  readonly group: { readonly label: string; readonly rows: number } | null;
  readonly grouped: boolean;
  /** Whether it stands under 三、本年度办理结果. */
  readonly result: boolean;
}

const columnIds = ['naturalPerson', 'organisation', ...organisationColumns, 'total'];
const isPrinted = (cells: Cells, row: string): boolean =>
  columnIds.some((column) => {
    const cell = cells[`applications.${row}.${column}`];
    return cell !== undefined && cell.status !== 'absent';
  });
const outside: ReadonlySet<string> = new Set(['received', 'carriedIn', 'carriedOut']);

/**
 * Rows of table 三 as printed on the form. Some published tables print a group as one row: shown so; one that prints
 * both has both.
 */
export function applicationRows(form: AnnualForm, cells: Cells): readonly ApplicationRow[] {
  const rows: ApplicationRow[] = [];
  for (const row of form.applicationRows) {
    const result = !outside.has(row.id);
    if (row.group === null) {
      rows.push({ id: row.id, label: row.label, group: null, grouped: false, result });
      continue;
    }
    const groupId = row.id.split('.')[0]!;
    const siblings = form.applicationRows.filter((other) => other.group === row.group);
    const first = siblings[0] === row;
    const whole = isPrinted(cells, groupId);
    if (whole && first) rows.push({ id: groupId, label: row.group, group: null, grouped: false, result });
    if (whole && !siblings.some(({ id }) => isPrinted(cells, id))) continue;
    const group = first ? { label: row.group, rows: siblings.length } : null;
    rows.push({ id: row.id, label: row.label, group, grouped: true, result });
  }
  return rows;
}

/** A column of figures of table 三 as printed. */
export interface ApplicationColumn {
  readonly id: string;
  readonly label: string;
}

/** Columns under 法人或其他组织; one column where the table was printed so. */
export function organisationsOf(form: AnnualForm, cells: Cells): readonly ApplicationColumn[] {
  const one = cells['applications.received.organisation'];
  if (one !== undefined && one.status !== 'absent') return [{ id: 'organisation', label: '法人或其他组织' }];
  return form.applicationColumns.filter((column) =>
    (organisationColumns as readonly string[]).includes(column.id),
  );
}

/** Every cell that the grids show of a year, so that no link leads to one that they leave out. */
export function shownCells(form: AnnualForm, cells: Cells, totalOnly: boolean): ReadonlySet<string> {
  const organisations = organisationsOf(form, cells).map(({ id }) => id);
  const columns = totalOnly ? ['total'] : ['naturalPerson', ...organisations, 'total'];
  const rows = applicationRows(form, cells);
  return new Set([
    ...form.cells.filter(({ table }) => table !== 'applications').map(({ id }) => id),
    ...rows.flatMap((row) => columns.map((column) => `applications.${row.id}.${column}`)),
  ]);
}
