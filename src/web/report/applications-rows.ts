import type { Cells } from '../../domain/annual/report.ts';
import type { AnnualForm } from '../../law/forms/index.ts';
import { organisationColumns } from '../../law/forms/index.ts';

export interface GridRow {
  readonly id: string;
  readonly label: string;
  /** Label of the merged cell to its left where this row is the first of its group, with the rows it spans. */
  readonly group: { readonly label: string; readonly rows: number } | null;
  readonly grouped: boolean;
  /** Whether it stands under 三、本年度办理结果. */
  readonly result: boolean;
}

/** Some published tables print a group as one row: shown so, as it was printed. */
const collapsed = (cells: Cells, groupId: string): boolean =>
  ['total', 'naturalPerson', 'organisation'].some((column) => {
    const cell = cells[`applications.${groupId}.${column}`];
    return cell !== undefined && cell.status !== 'absent';
  });

/** Rows of table 三 as printed on the form; a group without its rows is one row. */
export function applicationRows(form: AnnualForm, cells: Cells): readonly GridRow[] {
  const outside = new Set(['received', 'carriedIn', 'carriedOut']);
  const rows: GridRow[] = [];
  for (const row of form.applicationRows) {
    const groupId = row.id.split('.')[0]!;
    const result = !outside.has(row.id);
    if (row.group === null) {
      rows.push({ id: row.id, label: row.label, group: null, grouped: false, result });
      continue;
    }
    const siblings = form.applicationRows.filter((other) => other.group === row.group);
    if (collapsed(cells, groupId)) {
      if (siblings[0] === row)
        rows.push({ id: groupId, label: row.group, group: null, grouped: false, result });
      continue;
    }
    const group = siblings[0] === row ? { label: row.group, rows: siblings.length } : null;
    rows.push({ id: row.id, label: row.label, group, grouped: true, result });
  }
  return rows;
}

export interface GridColumn {
  readonly id: string;
  readonly label: string;
}

/** Columns under 法人或其他组织; one column where the table was printed so. */
export function organisationsOf(form: AnnualForm, cells: Cells): readonly GridColumn[] {
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
