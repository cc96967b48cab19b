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

const rows = new Map<TableId, Map<string, string>>();

/** `<table>.<row>`, put together once. Rows are the form's. */
export function rowId(table: TableId, row: string): string {
  const ids = rows.get(table) ?? new Map<string, string>();
  if (ids.size === 0) rows.set(table, ids);
  const id = ids.get(row) ?? asName(`${table}.${row}`);
  ids.set(row, id);
  return id;
}

const byColumns = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** Ids of the cells of a row under these columns; the same array of columns is not looked through twice. */
export function cellIdsOfRow(table: TableId, row: string, columns: readonly string[]): readonly string[] {
  const known = byColumns.get(columns) ?? new Map<string, readonly string[]>();
  if (known.size === 0) byColumns.set(columns, known);
  const key = rowId(table, row);
  const ids = known.get(key);
  if (ids !== undefined) return ids;
  const made = columns.map((column) => cellId(table, row, column));
  known.set(key, made);
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
