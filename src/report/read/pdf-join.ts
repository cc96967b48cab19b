import type { Table, TableCell } from '../document.ts';
import { normaliseLabel } from './normalise.ts';
import { nearest } from './pdf-grid.ts';
import { joinLines } from './pdf-lines.ts';
import { clustered } from './pdf-rules.ts';
import type { PageTable, PrintedCell } from './pdf-tables.ts';

/** Columns of one table on two pages differ by less than this, once both begin at the same place. */
const SAME_COLUMN = 3.5;

type Cell = { -readonly [key in keyof PrintedCell]: PrintedCell[key] } & { readonly page: number };

/** A table that grows while its parts on following pages are met. */
export interface GrowingTable {
  readonly first: PageTable;
  xs: number[];
  rows: number;
  cells: Cell[];
  /** Rows of the first part that a later part may repeat. */
  last: PageTable;
}

export const grow = (table: PageTable): GrowingTable => ({
  first: table,
  xs: [...table.xs],
  rows: table.rows,
  cells: table.cells.map((cell) => ({ ...cell, page: table.page })),
  last: table,
});

const FIGURE = /^[-+−－＋]?[\d０-９][\d０-９.,，．\s]*[件条个项元万]{0,2}$|^[-—–―－]{1,3}$|^[无零/／]$/;
const ORDINAL = /^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．，]|^第[一二三四五六七八九十]+/;

const isEmpty = (cell: PrintedCell): boolean => cell.text.trim() === '' && cell.images === 0;

/** Columns of `second` set over those of `first`: null where the two are not as wide. */
function shifted(first: readonly number[], second: readonly number[]): number[] | null {
  const shift = first[0]! - second[0]!;
  const wide = Math.abs(first.at(-1)! - first[0]! - (second.at(-1)! - second[0]!));
  return wide > 2 * SAME_COLUMN ? null : second.map((x) => x + shift);
}

/** Rows a table's part repeats from its beginning: the same labels in the same columns, no figures. */
function repeatedRows(growing: GrowingTable, cells: readonly Cell[], rows: number): number {
  let count = 0;
  const signature = (list: readonly Cell[], row: number): string =>
    list
      .filter((cell) => cell.row === row)
      .map((cell) => `${cell.column}-${cell.columnEnd}:${normaliseLabel(cell.text)}`)
      .join('|');
  while (count < Math.min(rows - 1, growing.first.rows, 6)) {
    const own = cells.filter((cell) => cell.row === count);
    if (own.some((cell) => isFigure(cell)) || own.every(isEmpty)) break;
    if (signature(growing.cells, count) !== signature(cells, count)) break;
    count++;
  }
  return count;
}

const remap = (cells: readonly Cell[], from: readonly number[], to: readonly number[]): Cell[] =>
  cells.map((cell) => ({
    ...cell,
    column: nearest(to, from[cell.column]!),
    columnEnd: nearest(to, from[cell.columnEnd]!),
  }));

/** Whether a cell's last line had no room for what the other begins with. */
const isFull = (over: Cell, cell: Cell): boolean => over.spare < cell.first;

/** Whether no line parts two cells at the break. */
const isOpen = (over: Cell, cell: Cell): boolean => over.openBelow || cell.openAbove;

/** The cell that ends at the break right above another. */
const overOf = (above: readonly Cell[], cell: Cell): Cell | undefined =>
  above.find((one) => one.column === cell.column && one.columnEnd === cell.columnEnd);

/** Whether the first row of a part goes on with a row that the page's end has cut. */
function continuesRow(above: readonly Cell[], below: readonly Cell[]): boolean {
  const pairs = below.map((cell) => ({ cell, over: overOf(above, cell) }));
  if (pairs.some(({ over }) => over === undefined) || below.every(isEmpty)) return false;
  const both = pairs.filter(({ cell, over }) => !isEmpty(cell) && !isEmpty(over!));
  if (both.some(({ cell, over }) => isFigure(cell) || isFigure(over!))) return false;
  if (both.some(({ cell, over }) => ORDINAL.test(cell.text) || !isFull(over!, cell))) return false;
  const cut = pairs.every(({ cell, over }) => isOpen(over!, cell));
  return (cut || both.length > 0) && (!above.some(isFigure) || !below.some(isFigure));
}

const isFigure = (cell: PrintedCell): boolean => FIGURE.test(cell.text.replace(/\s/g, ''));

function mergeRow(above: readonly Cell[], below: readonly Cell[]): void {
  for (const cell of below) {
    const over = overOf(above, cell)!;
    over.text = over.text === '' ? cell.text : cell.text === '' ? over.text : joinLines(over.text, cell.text);
    over.images += cell.images;
    over.openBelow = cell.openBelow;
    if (cell.text !== '') over.spare = cell.spare;
  }
}

/**
 * How a cell under the break goes on with the one above it: as a whole, with the rest of its text, or not. An
 * empty one does so only in the stub of its row, where a label stands further right: else it is a blank figure.
 */
function continuation(over: Cell, cell: Cell, uneven: boolean, stub: boolean): 'whole' | 'rest' | null {
  const cut = isOpen(over, cell);
  if (isFigure(over) || isFigure(cell) || !(cell.tall || over.tall || uneven)) return null;
  if (isEmpty(over)) return cut ? 'rest' : null;
  if (over.text.length < 2) return null;
  if (isEmpty(cell)) return stub ? 'whole' : null;
  if (normaliseLabel(over.text) === normaliseLabel(cell.text)) return 'whole';
  return isFull(over, cell) && !ORDINAL.test(cell.text) ? 'rest' : null;
}

/** Figures that fill their line, over a row of fewer figures and no label: perhaps broken, so in doubt. */
function doubtBroken(above: readonly Cell[], below: readonly Cell[]): void {
  if (below.some((cell) => !isEmpty(cell) && !isFigure(cell))) return;
  if (below.filter(isFigure).length >= above.filter(isFigure).length) return;
  for (const cell of below) {
    const over = isFigure(cell) ? overOf(above, cell) : undefined;
    if (over !== undefined && isFigure(over) && isFull(over, cell)) over.text += '\ufffd';
  }
}

/** Cells that span rows at the break and go on under it are one; returns the others. */
function mergeSpans(growing: GrowingTable, part: readonly Cell[], at: number): Cell[] {
  const ending = growing.cells.filter((cell) => cell.rowEnd === at);
  // Some cells closed and others not: the break runs through a row of the others.
  const closed = ending.some((cell) => !cell.openBelow);
  const first = part.filter((cell) => cell.row === at && !isEmpty(cell) && !isFigure(cell));
  const stubEnd = Math.max(0, ...first.map((cell) => cell.column));
  return part.filter((cell) => {
    const over = cell.row === at ? overOf(ending, cell) : undefined;
    const how =
      over === undefined
        ? null
        : continuation(over, cell, closed && over.openBelow && cell.openAbove, cell.column < stubEnd);
    if (over === undefined || how === null) return true;
    over.rowEnd = cell.rowEnd;
    over.openBelow = cell.openBelow;
    if (how === 'rest') {
      over.text = joinLines(over.text, cell.text);
      over.spare = cell.spare;
    }
    return false;
  });
}

/**
 * Adds the part of a table that stands at the head of the next page. False where it is a table of its own: not as
 * wide as the other.
 */
export function addPart(growing: GrowingTable, part: PageTable): boolean {
  const moved = shifted(growing.xs, part.xs);
  if (moved === null) return false;
  const xs = clustered([...growing.xs, ...moved], SAME_COLUMN);
  growing.cells = remap(growing.cells, growing.xs, xs);
  growing.xs = xs;
  let cells = remap(
    part.cells.map((cell) => ({ ...cell, page: part.page })),
    moved,
    xs,
  );
  let drop = repeatedRows(growing, cells, part.rows);
  const lastRow = growing.cells.filter((cell) => cell.rowEnd === growing.rows);
  const firstRow = cells.filter((cell) => cell.row === drop && cell.rowEnd === drop + 1);
  if (firstRow.length > 1 && continuesRow(lastRow, firstRow)) {
    mergeRow(lastRow, firstRow);
    cells = cells.filter((cell) => cell.row !== drop || cell.rowEnd > drop + 1 || !firstRow.includes(cell));
    for (const cell of cells) if (cell.row === drop && cell.rowEnd > drop + 1) cell.row++;
    drop++;
  } else doubtBroken(lastRow, firstRow);
  const shift = growing.rows - drop;
  const below = cells
    .filter((cell) => cell.rowEnd > drop)
    .map((cell) => ({ ...cell, row: Math.max(cell.row, drop) + shift, rowEnd: cell.rowEnd + shift }));
  growing.cells.push(...mergeSpans(growing, below, growing.rows));
  growing.rows += part.rows - drop;
  growing.last = part;
  return true;
}

/** Rank of every position in which some cell begins. */
function ranks(size: number, begins: readonly number[]): Int32Array {
  const used = new Uint8Array(size + 1);
  for (const at of begins) used[at] = 1;
  const rank = new Int32Array(size + 2);
  for (let i = 0; i <= size; i++) rank[i + 1] = rank[i]! + used[i]!;
  return rank;
}

/** The table with its places; rows and columns in which no cell begins are not counted. */
export function tableOf(growing: GrowingTable, number: number): Table {
  const column = ranks(
    growing.xs.length,
    growing.cells.map((cell) => cell.column),
  );
  const row = ranks(
    growing.rows,
    growing.cells.map((cell) => cell.row),
  );
  const rows = row[growing.rows]!;
  const columns = column[growing.xs.length]!;
  const cells = growing.cells
    .map(
      (cell): TableCell => ({
        text: cell.text,
        row: row[cell.row]! + 1,
        column: column[cell.column]! + 1,
        rowSpan: Math.max(1, row[cell.rowEnd]! - row[cell.row]!),
        colSpan: Math.max(1, column[cell.columnEnd]! - column[cell.column]!),
        at: { page: cell.page, box: rounded(cell.box) },
        images: cell.images,
        nested: [],
      }),
    )
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const { first } = growing;
  return { kind: 'table', number, rows, columns, cells, at: { page: first.page, box: rounded(first.box) } };
}

/** A box to a tenth of a point. */
export const rounded = (box: readonly [number, number, number, number]): [number, number, number, number] => [
  Math.round(box[0] * 10) / 10,
  Math.round(box[1] * 10) / 10,
  Math.round(box[2] * 10) / 10,
  Math.round(box[3] * 10) / 10,
];
