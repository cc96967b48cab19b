import type { LaidCell, LaidTable } from './laid-report.ts';
import {
  LINE_PITCH,
  TABLE_INSET,
  TABLE_LEADING,
  TABLE_SIZE,
  TEXT_HEIGHT,
  TEXT_WIDTH,
} from './pdf-template.ts';

/** A cell as the template places it. */
export interface PdfCell {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly left: boolean;
  /** Points. */
  readonly size: number;
  /** Whether a page may end inside it. */
  readonly breakable: boolean;
  readonly lines: readonly string[];
}

export interface PdfTable {
  /** Relative widths. */
  readonly columns: readonly number[];
  readonly head: readonly PdfCell[];
  readonly body: readonly PdfCell[];
  /** Room over and under a cell's text, in points. */
  readonly inset: number;
  /** Whether it goes on on the next page; one that fits on a page is never torn. */
  readonly breakable: boolean;
}

/** Figures too long for their column are set smaller, down to where they can still be read. */
const SMALLEST = 5;
/** Room over and under a cell's text: as much as lets the table stand on one page, the last where none does. */
const INSETS = [5, 4, 3.5, 3, 2.6, 2.2, 3] as const;
/** Width of a digit or a Latin letter, in parts of its size. */
const LATIN = 0.57;

const isWide = (code: number): boolean => code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027);

/** Width of a text in parts of its size. */
function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += isWide(text.charCodeAt(i)) ? 1 : LATIN;
  return width;
}

/** The widest part of a text that has no place to break. */
function widestWord(text: string): number {
  let widest = 0;
  let width = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    width = isWide(code) || code === 0x20 ? 0 : width + LATIN;
    if (width > widest) widest = width;
  }
  return widest;
}

/** Cuts what does not fit even at the smallest size. */
function cutLines(text: string, size: number, room: number): string[] {
  if (widestWord(text) * size <= room) return [text];
  const most = Math.max(1, Math.floor(room / (LATIN * size)));
  return text.match(new RegExp(`[^]{1,${most}}`, 'gu')) ?? [text];
}

interface Measured {
  readonly cell: PdfCell;
  /** Of its text alone, in points. */
  readonly height: number;
}

/** A cell of the grid in its size; `columns` are widths in points, `labelsLeft` says where heads of rows stand. */
function measured(
  { row, column, rowSpan, colSpan, text, head }: LaidCell,
  columns: readonly number[],
  labelsLeft: boolean,
): Measured {
  let room = -2 * TABLE_INSET;
  for (let x = column; x < column + colSpan; x += 1) room += columns[x] ?? 0;
  const size = Math.max(SMALLEST, Math.min(TABLE_SIZE, Math.floor((room / widestWord(text)) * 10) / 10));
  const lines = cutLines(text, size, room);
  // A line of Chinese ends up to a character early, so as not to begin the next with a punctuation mark.
  const perLine = Math.max(size, room - size / 2);
  const count = lines.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * size) / perLine)),
    0,
  );
  const height = count * size + (count - 1) * TABLE_LEADING;
  const left = head === 'corner' || (head === 'row' && labelsLeft);
  const cell = { x: column, y: row, w: colSpan, h: rowSpan, left, size, breakable: false, lines };
  return { cell, height };
}

/** Height of each row, estimated from above: a merged cell makes its last row higher where it needs to. */
function rowHeights(cells: readonly Measured[], rows: number, inset: number): number[] {
  const heights = new Array<number>(rows).fill(0);
  for (const { cell, height } of cells)
    if (cell.h === 1) heights[cell.y] = Math.max(heights[cell.y]!, height + 2 * inset);
  for (const { cell, height } of cells) {
    if (cell.h === 1) continue;
    const last = Math.min(rows, cell.y + cell.h) - 1;
    heights[last]! += Math.max(0, height + 2 * inset - total(heights, cell.y, last + 1));
  }
  return heights;
}

const total = (heights: readonly number[], from: number, to: number): number =>
  heights.slice(from, to).reduce((sum, each) => sum + each, 0);

/** Notes are printed as last rows over the whole width. */
const noteCell = (table: LaidTable, text: string, index: number): LaidCell => ({
  text,
  row: table.rows.length + index,
  column: 0,
  rowSpan: 1,
  colSpan: table.columns,
  head: 'corner',
  cell: null,
  value: null,
  status: null,
  kind: null,
});

/**
 * A table as the template sets it: what fits on one page stays on one; of a longer one the heads are repeated and
 * rows and groups of rows stay whole, as far as a page holds them.
 */
export function pdfTable(table: LaidTable): PdfTable {
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => (width / whole) * TEXT_WIDTH);
  const rows = table.rows.length + table.notes.length;
  const cells = [...table.rows.flat(), ...table.notes.map((text, index) => noteCell(table, text, index))];
  const drawn = cells.map((cell) => measured(cell, columns, table.id !== 'disclosure'));
  const room = TEXT_HEIGHT - LINE_PITCH;
  const fits = (inset: number) => total(rowHeights(drawn, rows, inset), 0, rows) <= room;
  const inset = INSETS.find(fits) ?? INSETS.at(-1)!;
  const heights = rowHeights(drawn, rows, inset);
  const body = room - total(heights, 0, table.headRows);
  const placed = drawn.map(({ cell }) => ({
    ...cell,
    breakable: cell.y >= table.headRows && total(heights, cell.y, cell.y + cell.h) > body,
  }));
  return {
    columns: table.widths,
    head: placed.filter(({ y }) => y < table.headRows),
    body: placed.filter(({ y }) => y >= table.headRows),
    inset,
    breakable: !fits(inset),
  };
}
