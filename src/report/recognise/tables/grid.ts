import type { Place } from '../../../domain/annual/report.ts';
import type { Table, TableCell } from '../../document.ts';
import { lettersOf } from './fold.ts';

/** A cell of a grid with its letters; rows and columns from 0, `rowEnd` and `columnEnd` excluded. */
export interface GridCell {
  readonly text: string;
  readonly letters: string;
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
  readonly at: Place;
  readonly images: number;
  /** The file holds no result for the cell's formula; the reader drew up the sum that it states. */
  readonly computed: boolean;
}

/** A table with merges laid out: `rows[r]` are the distinct cells that cover row r, from left to right. */
export interface Grid {
  readonly table: Table;
  readonly columns: number;
  readonly rows: readonly (readonly GridCell[])[];
  readonly cells: readonly GridCell[];
}

/** A grid and the index of its table in `document.blocks`. */
export interface PlacedGrid {
  readonly grid: Grid;
  readonly block: number;
}

const MAX_COLUMNS = 120;
const MAX_ROWS = 4000;
const MAX_AREA = 200_000;
/** Longer texts are no labels. */
const LONG = 200;

/** The grid of a table; null for one too wide or long to be a form, or with one column only. */
export function gridOf(table: Table, transposed = false): Grid | null {
  const columns = transposed ? table.rows : table.columns;
  const height = transposed ? table.columns : table.rows;
  if (columns < 2 || columns > MAX_COLUMNS || height > MAX_ROWS) return null;
  const cells = table.cells.map((cell) => gridCell(cell, transposed, height, columns));
  const rows = rowsOf(cells, height);
  return rows === null ? null : { table, columns, rows, cells };
}

/** The cells that cover each row, from left to right; null where they cover too many together. */
function rowsOf(cells: readonly GridCell[], height: number): GridCell[][] | null {
  const counts = new Array<number>(height).fill(0);
  let area = 0;
  for (const { row, rowEnd } of cells) {
    area += rowEnd - row;
    if (area > MAX_AREA) return null;
    for (let r = row; r < rowEnd; r++) counts[r]!++;
  }
  const rows = counts.map((count) => new Array<GridCell>(count));
  counts.fill(0);
  for (const cell of cells) for (let r = cell.row; r < cell.rowEnd; r++) insert(rows[r]!, counts[r]!++, cell);
  for (const row of rows) if (row.length > MAX_COLUMNS) row.sort((a, b) => a.column - b.column);
  return rows;
}

/** Puts a cell among the first `count` of a row: nearly always behind them, before those from rows above it else. */
function insert(row: GridCell[], count: number, cell: GridCell): void {
  let i = count;
  if (row.length <= MAX_COLUMNS) for (; i > 0 && row[i - 1]!.column > cell.column; i--) row[i] = row[i - 1]!;
  row[i] = cell;
}

function gridCell(cell: TableCell, transposed: boolean, height: number, columns: number): GridCell {
  const row = (transposed ? cell.column : cell.row) - 1;
  const column = (transposed ? cell.row : cell.column) - 1;
  const rowSpan = transposed ? cell.colSpan : cell.rowSpan;
  const colSpan = transposed ? cell.rowSpan : cell.colSpan;
  return {
    text: cell.text,
    letters: cell.text.length > LONG || isFigure(cell.text) ? '' : lettersOf(cell.text),
    row,
    rowEnd: Math.min(height, row + rowSpan),
    column,
    columnEnd: Math.min(columns, column + colSpan),
    at: cell.at,
    images: cell.images,
    computed: cell.computed === true,
  };
}

/** Short and without any character above Latin: a figure or nothing. */
function isFigure(text: string): boolean {
  if (text.length > 12) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return false;
  return true;
}

/** What stands in the columns from `from` to `to` of a row: one cell's text, or why it cannot be told. */
export type Slot =
  | { readonly kind: 'cell'; readonly cell: GridCell }
  | { readonly kind: 'missing' }
  | { readonly kind: 'doubt'; readonly text: string; readonly at: Place };

/**
 * The value under a head that spans the columns from `from` to `to`. Several cells are one value when only one of
 * them is filled, or where merges are written out by repetition (`repeats`, told by the head) all are the same; a
 * filled cell that reaches beyond the head, or comes down from the row above, is in doubt.
 */
export function slotAt(
  row: readonly GridCell[],
  index: number,
  from: number,
  to: number,
  left: number,
  repeats = false,
): Slot {
  let first: GridCell | undefined;
  let filled: GridCell | undefined;
  let texts: string | null = null;
  for (const cell of row) {
    if (cell.columnEnd <= from || cell.column >= to || cell.column < left) continue;
    first ??= cell;
    if (cell.images === 0 && cell.text.trim() === '') continue;
    if (filled === undefined) filled = cell;
    else if (!repeats || cell.text !== filled.text) texts = `${texts ?? filled.text} ${cell.text}`;
  }
  if (first === undefined) return { kind: 'missing' };
  if (filled === undefined) return { kind: 'cell', cell: first };
  if (texts !== null) return { kind: 'doubt', text: texts, at: filled.at };
  if (filled.columnEnd > to || filled.column < from || filled.row !== index)
    return { kind: 'doubt', text: filled.text, at: filled.at };
  return { kind: 'cell', cell: filled };
}

/** Whether a row may be a head: two labels at least and no figure among its own cells. */
export function mayBeHead(grid: Grid, index: number): boolean {
  let labels = 0;
  for (const cell of grid.rows[index]!) {
    if (cell.row !== index) continue;
    if (cell.letters !== '') labels++;
    else if (cell.text.trim() !== '') return false;
  }
  return labels > 0;
}
