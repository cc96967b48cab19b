import type { AnnualForm, TableId } from '../../../law/forms/index.ts';

/** The engine looks up a property's own name several times faster than the same words put together anew. */
const asName = (id: string): string => Object.keys({ [id]: true })[0]!;

const known = new Map<TableId, Map<string, Map<string, string>>>();

/** The id of a cell of the form, `<table>.<row>.<column>`, put together once. Rows and columns are the form's. */
export function cellId(table: TableId, row: string, column: string): string {
  const rows = known.get(table) ?? new Map<string, Map<string, string>>();
  if (rows.size === 0) known.set(table, rows);
  const columns = rows.get(row) ?? new Map<string, string>();
  if (columns.size === 0) rows.set(row, columns);
  const id = columns.get(column);
  if (id !== undefined) return id;
  const made = asName(`${table}.${row}.${column}`);
  columns.set(column, made);
  return made;
}

const byForm = new Map<AnnualForm, readonly string[]>();

/** Ids of all cells of a form in its order. */
export function cellIds(form: AnnualForm): readonly string[] {
  const ids = byForm.get(form);
  if (ids !== undefined) return ids;
  const made = form.cells.map(({ table, row, column }) => cellId(table, row, column));
  byForm.set(form, made);
  return made;
}
