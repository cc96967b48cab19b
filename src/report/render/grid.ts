import type { Cells } from '../../domain/annual/report.ts';
import type { CellKind } from '../../law/forms/index.ts';
import type { LaidCell, LaidHead } from './laid-report.ts';
import { printedCell } from './printed-value.ts';

/** A cell before it is placed on its grid. */
export type Piece = Omit<LaidCell, 'row' | 'column'>;

/** A label that heads others; without `head` a plain text such as a unit. */
export const label = (text: string, head: LaidHead | null, colSpan = 1, rowSpan = 1): Piece => ({
  text,
  rowSpan,
  colSpan,
  head,
  cell: null,
  value: null,
  status: null,
  kind: null,
});

/** The figure of a cell of the report. */
export function figure(cells: Cells, id: string, kind: CellKind, colSpan = 1): Piece {
  const cell = cells[id];
  return {
    text: printedCell(cell, kind),
    rowSpan: 1,
    colSpan,
    head: null,
    cell: id,
    value: cell?.value ?? null,
    status: cell?.status ?? 'absent',
    kind,
  };
}

/** Puts rows of cells on a grid: each cell in the first place of its row that no merged cell above reaches into. */
export function placed(columns: number, rows: readonly (readonly Piece[])[]): LaidCell[][] {
  const until = new Array<number>(columns).fill(0);
  return rows.map((row, y) => {
    let column = 0;
    return row.map((piece) => {
      while (column < columns && until[column]! > y) column += 1;
      const cell = { ...piece, row: y, column };
      for (let x = column; x < column + piece.colSpan; x += 1) until[x] = y + piece.rowSpan;
      column += piece.colSpan;
      return cell;
    });
  });
}
