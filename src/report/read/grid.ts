import { LIMITS } from './limits.ts';
import type { RawBlock, RawTable } from './tree.ts';

/** A cell on the grid of its table; rows and columns count from 0 here. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly content: readonly RawBlock[];
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  /** Cells beyond the widest table that is read were left out. */
  readonly truncated: boolean;
}

type Draft = { -readonly [Key in keyof GridCell]: GridCell[Key] };

/** Puts the cells of a row where the cells above leave room; spans that would overlap are cut short. */
function placeRows({ rows }: RawTable, cells: Draft[]): boolean {
  /** First row in which the column is free again. */
  const free: number[] = [];
  const isFree = (column: number, row: number): boolean => (free[column] ?? 0) <= row;
  let truncated = false;
  for (let row = 0; row < rows.length; row++) {
    let column = 0;
    for (const cell of rows[row]!) {
      column += cell.skip;
      while (column < LIMITS.columns && !isFree(column, row)) column++;
      if (column >= LIMITS.columns) {
        if (cell.content.length > 0) truncated = true;
        continue;
      }
      const widest = Math.min(LIMITS.columns, column + Math.max(1, cell.colSpan));
      const rowEnd = cell.rowSpan <= 0 ? rows.length : Math.min(rows.length, row + cell.rowSpan);
      while (free.length < column) free.push(0);
      let columnEnd = column;
      do free[columnEnd++] = rowEnd;
      while (columnEnd < widest && isFree(columnEnd, row));
      cells.push({ row, column, rowSpan: rowEnd - row, colSpan: columnEnd - column, content: cell.content });
      column = columnEnd;
    }
  }
  return truncated;
}

/** Rank of every position among those where some cell begins; one more entry for the end. Null where all are such. */
function ranks(begins: readonly boolean[], size: number): number[] | null {
  const rank = [0];
  for (let i = 0; i < size; i++) rank.push(rank[i]! + (begins[i] === true ? 1 : 0));
  return rank[size] === size ? null : rank;
}

/**
 * The grid of a table. Columns and rows in which no cell begins are not counted: they come from widths and
 * paddings of the page and not from the form.
 */
export function gridOf(table: RawTable): Grid {
  const cells: Draft[] = [];
  const truncated = placeRows(table, cells);
  const inColumn: boolean[] = [];
  const inRow: boolean[] = [];
  let width = 0;
  for (const { row, column, colSpan } of cells) {
    inColumn[column] = true;
    inRow[row] = true;
    width = Math.max(width, column + colSpan);
  }
  const columns = ranks(inColumn, width);
  const rows = ranks(inRow, table.rows.length);
  if (columns !== null) for (const cell of cells) narrow(cell, columns);
  if (rows !== null) for (const cell of cells) lower(cell, rows);
  return {
    rows: rows?.at(-1) ?? table.rows.length,
    columns: columns?.at(-1) ?? width,
    cells,
    truncated,
  };
}

function narrow(cell: Draft, columns: readonly number[]): void {
  const end = columns[cell.column + cell.colSpan]!;
  cell.column = columns[cell.column]!;
  cell.colSpan = end - cell.column;
}

function lower(cell: Draft, rows: readonly number[]): void {
  const end = rows[cell.row + cell.rowSpan]!;
  cell.row = rows[cell.row]!;
  cell.rowSpan = end - cell.row;
}
