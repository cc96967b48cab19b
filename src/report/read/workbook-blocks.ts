import type { Place } from '../../domain/annual/report.ts';
import type { Block, Paragraph, Table, TableCell } from '../document.ts';
import { joinSplitTables } from './join.ts';
import { LIMITS } from './limits.ts';
import { tidyLines } from './tree.ts';
import { regionsOf } from './workbook-regions.ts';
import { isSectionName } from './workbook-words.ts';

/** A cell that holds something, on the grid of the rows and columns that are shown; both ends included, from 0. */
export interface ShownCell {
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
  readonly text: string;
  /** What is told of it as a figure in a table, where that is not its text. */
  readonly figure: string | null;
  readonly computed: boolean;
}

/** A sheet as it is shown. */
export interface ShownSheet {
  readonly name: string;
  /** Its number in the workbook, from 1. */
  readonly number: number;
  /** By row, then by column. */
  readonly cells: readonly ShownCell[];
  /** Merged cells that hold nothing. */
  readonly blanks: readonly Omit<ShownCell, 'text' | 'figure' | 'computed'>[];
  /** Rows over which pictures begin, from top to bottom. */
  readonly pictures: readonly number[];
  /** Whether a row without content is drawn. */
  readonly isDrawn: (row: number) => boolean;
  /** Number in the file, from 1, of a row and of a column that are shown. */
  readonly rowNumber: (row: number) => number;
  readonly columnNumber: (column: number) => number;
}

/** Rows of a sheet that make a table: `cells` begin in rows `from` to `to`. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly ShownCell[];
}

/** Rank of each index among those that are used; `rank(i)` counts the used ones below i. */
function ranking(used: Iterable<number>): {
  readonly list: readonly number[];
  readonly rank: (index: number) => number;
} {
  const list = [...new Set(used)].sort((a, b) => a - b);
  const rank = (index: number): number => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]! < index) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { list, rank };
}

/** A range of rows and columns, both ends included. */
type Range = Pick<ShownCell, 'row' | 'column' | 'rowEnd' | 'columnEnd'>;

/** The grid of a region: rows and columns in which no cell begins are not counted. */
class GridOfRegion {
  readonly cells: TableCell[] = [];
  readonly #sheet: ShownSheet;
  readonly #rows: ReturnType<typeof ranking>;
  readonly #columns: ReturnType<typeof ranking>;
  readonly #taken: Uint8Array;

  constructor(sheet: ShownSheet, { cells, to }: Region) {
    this.#sheet = sheet;
    this.#columns = ranking(cells.map((cell) => cell.column));
    const rows = cells.map((cell) => cell.row);
    const last = rows.reduce((most, row) => Math.max(most, row), 0);
    const end = cells.reduce((most, cell) => Math.max(most, cell.rowEnd), 0);
    this.#rows = ranking(to > end ? [...rows, to] : [...rows, last]);
    this.#taken = new Uint8Array(this.rows * this.columns);
  }

  get rows(): number {
    return this.#rows.list.length;
  }

  get columns(): number {
    return this.#columns.list.length;
  }

  /** Where a row and a column of the grid stand in the file. */
  placeOf(row: number, column: number): Place {
    return {
      table: this.#sheet.number,
      row: this.#sheet.rowNumber(this.#rows.list[row]!),
      column: this.#sheet.columnNumber(this.#columns.list[column]!),
    };
  }

  /** Puts a cell where its range is still free. */
  put(range: Range, text: string, computed: boolean): void {
    const [row, column] = [this.#rows.rank(range.row), this.#columns.rank(range.column)];
    const rowEnd = Math.min(this.#rows.rank(range.rowEnd + 1), this.rows);
    const columnEnd = Math.min(this.#columns.rank(range.columnEnd + 1), this.columns);
    if (row >= rowEnd || column >= columnEnd || this.#isTaken(row, column, rowEnd, columnEnd)) return;
    for (let i = row; i < rowEnd; i++)
      this.#taken.fill(1, i * this.columns + column, i * this.columns + columnEnd);
    this.cells.push({
      text,
      row: row + 1,
      column: column + 1,
      rowSpan: rowEnd - row,
      colSpan: columnEnd - column,
      at: this.placeOf(row, column),
      images: 0,
      nested: [],
      ...(computed && { computed }),
    });
  }

  /** Puts a blank cell wherever nothing stands. */
  putBlanks(): void {
    for (const [r, row] of this.#rows.list.entries())
      for (const [c, column] of this.#columns.list.entries())
        if (this.#taken[r * this.columns + c] === 0)
          this.put({ row, rowEnd: row, column, columnEnd: column }, '', false);
  }

  #isTaken(row: number, column: number, rowEnd: number, columnEnd: number): boolean {
    for (let i = row; i < rowEnd; i++)
      for (let j = column; j < columnEnd; j++) if (this.#taken[i * this.columns + j] === 1) return true;
    return false;
  }
}

/** Makes blocks of sheets, with places: paragraphs count through the document, cells stand where their sheet has them. */
export class SheetAssembly {
  readonly blocks: Block[] = [];
  truncated = false;
  #paragraph = 0;
  #table = 0;
  #room: number = LIMITS.blocks;

  /** Adds a sheet: its name where that is a section's heading, its text as paragraphs, its grids as tables. */
  add(sheet: ShownSheet): void {
    const blocks: Block[] = [];
    const named =
      isSectionName(sheet.name) && !sheet.cells.slice(0, 5).some(({ text }) => isSectionName(text));
    if (named) blocks.push(...this.#paragraphs(sheet.name, 1));
    for (const part of regionsOf(sheet)) {
      if (part === 'picture') blocks.push({ kind: 'picture', at: this.#here(), alt: '' });
      else if ('from' in part) blocks.push(this.#placed(sheet, part));
      else blocks.push(...this.#paragraphs(part.text, null));
    }
    this.blocks.push(...joinSplitTables(blocks));
  }

  #here(): Place {
    return { paragraph: Math.max(1, this.#paragraph), column: 1 };
  }

  #paragraphs(text: string, level: number | null): Paragraph[] {
    this.#paragraph++;
    const paragraphs: Paragraph[] = [];
    let column = 1;
    for (const line of text.split(/\r\n|\r|\n/)) {
      const shown = tidyLines(line);
      const at = { paragraph: this.#paragraph, column: column + Math.max(0, line.indexOf(shown)) };
      if (shown !== '') paragraphs.push({ kind: 'paragraph', text: shown, at, level, origin: 'body' });
      column += line.length + 1;
    }
    return paragraphs;
  }

  #placed(sheet: ShownSheet, region: Region): Table {
    const grid = new GridOfRegion(sheet, region);
    for (const cell of region.cells) grid.put(cell, tidyLines(cell.figure ?? cell.text), cell.computed);
    if (this.#hasRoom(grid.rows * grid.columns)) {
      for (const blank of sheet.blanks)
        if (blank.row >= region.from && blank.row <= region.to) grid.put(blank, '', false);
      grid.putBlanks();
    }
    this.#table++;
    const { rows, columns, cells } = grid;
    cells.sort((one, other) => one.row - other.row || one.column - other.column);
    return { kind: 'table', number: this.#table, rows, columns, cells, at: grid.placeOf(0, 0) };
  }

  /** Whether the blank cells of a grid may be written out; a huge grid that is nearly empty is no form. */
  #hasRoom(area: number): boolean {
    this.#room -= area;
    if (this.#room >= 0) return true;
    this.truncated = true;
    return false;
  }
}
