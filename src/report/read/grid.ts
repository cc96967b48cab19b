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

interface Draft {
  row: number;
  column: number;
  rowEnd: number;
  columnEnd: number;
  readonly content: readonly RawBlock[];
}

/** Puts the cells of a row where the cells above leave room; spans that would overlap are cut short. */
function placeRows(table: RawTable, drafts: Draft[]): boolean {
  const { rows } = table;
  /** First row in which the column is free again. */
  const free = new Int32Array(LIMITS.columns);
  let truncated = false;
  for (let row = 0; row < rows.length; row++) {
    let column = 0;
    for (const cell of rows[row]!) {
      column += cell.skip;
      while (column < LIMITS.columns && free[column]! > row) column++;
      if (column >= LIMITS.columns) {
        if (cell.content.length > 0) truncated = true;
        continue;
      }
      const widest = Math.min(LIMITS.columns, column + Math.max(1, cell.colSpan));
      let columnEnd = column + 1;
      while (columnEnd < widest && free[columnEnd]! <= row) columnEnd++;
      const rowEnd = cell.rowSpan <= 0 ? rows.length : Math.min(rows.length, row + cell.rowSpan);
      free.fill(rowEnd, column, columnEnd);
      drafts.push({ row, column, rowEnd, columnEnd, content: cell.content });
      column = columnEnd;
    }
  }
  return truncated;
}

/** Rank of every position among those where some cell begins; one more entry for the end. */
function ranks(size: number, begins: (mark: (index: number) => void) => void): Int32Array {
  const used = new Uint8Array(size);
  begins((index) => {
    used[index] = 1;
  });
  const rank = new Int32Array(size + 1);
  for (let i = 0; i < size; i++) rank[i + 1] = rank[i]! + used[i]!;
  return rank;
}

/**
 * The grid of a table. Columns and rows in which no cell begins are not counted: they come from widths and
 * paddings of the page and not from the form.
 */
export function gridOf(table: RawTable): Grid {
  const drafts: Draft[] = [];
  const truncated = placeRows(table, drafts);
  const columns = ranks(LIMITS.columns, (mark) => {
    for (const draft of drafts) mark(draft.column);
  });
  const rows = ranks(table.rows.length, (mark) => {
    for (const draft of drafts) mark(draft.row);
  });
  const cells = drafts.map((draft) => {
    const row = rows[draft.row]!;
    const column = columns[draft.column]!;
    return {
      row,
      column,
      rowSpan: rows[draft.rowEnd]! - row,
      colSpan: columns[draft.columnEnd]! - column,
      content: draft.content,
    };
  });
  return { rows: rows.at(-1)!, columns: columns.at(-1)!, cells, truncated };
}
