import type { Block, Table, TableCell } from '../document.ts';
import { normaliseLabel } from './normalise.ts';

const PAGE_NUMBER = /^[-—–·\s第共/页]*\d{0,4}[-—–·\s第共/页\d]*$|^[（(]?续(?:上)?表[）)]?[一二三四五六\d]*$/;
const FIGURE = /^[-+]?[\d.,]*$|^[—–-]$|^[无零/]$/;

/** Whether a block between two halves of a table may be passed over: a page number, "续表". */
const isPageBreak = (block: Block): boolean =>
  block.kind === 'paragraph' && block.text.length <= 12 && PAGE_NUMBER.test(block.text.trim());

/** The cells that begin in a row; the cells of a table stand row by row. */
function cellsOfRow(table: Table, row: number): readonly TableCell[] {
  const { cells } = table;
  let from = 0;
  while (from < cells.length && cells[from]!.row < row) from++;
  let to = from;
  while (to < cells.length && cells[to]!.row === row) to++;
  return cells.slice(from, to);
}

/** What a row says and how it is divided, for comparing rows. */
const signature = (table: Table, row: number): string =>
  cellsOfRow(table, row)
    .map((cell) => `${cell.column}+${cell.colSpan}:${normaliseLabel(cell.text)}`)
    .join('|');

const hasFigures = (cells: readonly TableCell[]): boolean =>
  cells.length >= 2 &&
  cells.slice(1).some((cell) => /\d/.test(cell.text)) &&
  cells.slice(1).filter((cell) => FIGURE.test(cell.text.replace(/\s/g, ''))).length * 2 > cells.length - 1;

/** Number of rows at the head of `second` that repeat the head of `first` word for word and hold no figures. */
function repeatedRows(first: Table, second: Table): number {
  let count = 0;
  const limit = Math.min(first.rows, second.rows - 1, 5);
  while (count < limit) {
    const row = count + 1;
    if (hasFigures(cellsOfRow(second, row)) || signature(first, row) !== signature(second, row)) break;
    count++;
  }
  return count;
}

/** Rows of `second` that continue `first` once this many are dropped, or null when it is a table of its own. */
function droppedRows(first: Table, second: Table): number | null {
  if (first.columns !== second.columns || second.columns < 2) return null;
  const repeated = repeatedRows(first, second);
  if (repeated > 0) return repeated;
  return hasFigures(cellsOfRow(second, 1)) && !hasFigures(cellsOfRow(first, 1)) ? 0 : null;
}

/** A table that grows while its pieces are met. */
interface Growing {
  readonly table: Table;
  readonly cells: TableCell[];
  rows: number;
}

function append(growing: Growing, second: Table, drop: number): void {
  const shift = growing.rows - drop;
  for (const cell of second.cells)
    if (cell.row > drop) growing.cells.push({ ...cell, row: cell.row + shift });
  growing.rows += second.rows - drop;
}

/**
 * Tables that a page break has cut in two made one again: the second directly follows (page numbers apart), has
 * as many columns, and either repeats the first one's head or begins with figures and no head of its own. A
 * heading between keeps tables apart. Cells keep the place where they are printed.
 */
export function joinSplitTables(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => block.kind === 'table')) return blocks;
  const out: Block[] = [];
  let open: { readonly index: number; readonly table: Table; growing: Growing | null } | null = null;
  const settle = (): void => {
    if (open?.growing)
      out[open.index] = { ...open.table, rows: open.growing.rows, cells: open.growing.cells };
    open = null;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      const drop = open === null ? null : droppedRows(open.table, block);
      if (open !== null && drop !== null) {
        const { table } = open;
        open.growing ??= { table, cells: [...table.cells], rows: table.rows };
        append(open.growing, block, drop);
        out.length = open.index + 1;
        continue;
      }
      settle();
      open = { index: out.length, table: block, growing: null };
    } else if (!isPageBreak(block)) settle();
    out.push(block);
  }
  settle();
  return out;
}
