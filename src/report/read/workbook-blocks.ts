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
      if ('from' in part) blocks.push(this.#placed(sheet, part));
      else blocks.push(...this.#paragraphs(part.text, null));
    }
    this.blocks.push(...joinSplitTables(blocks));
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
    const { list: columnList, rank: column } = ranking(region.cells.map((cell) => cell.column));
    const inner = region.cells.map((cell) => cell.row);
    const { list: rowList, rank: row } = ranking(region.to > inner.at(-1)! ? [...inner, region.to] : inner);
    const [height, width] = [rowList.length, columnList.length];
    const placeOf = (r: number, c: number): Place => ({
      table: sheet.number,
      row: sheet.rowNumber(rowList[r]!),
      column: sheet.columnNumber(columnList[c]!),
    });
    const taken = new Uint8Array(height * width);
    const cells: TableCell[] = [];
    const put = (
      from: Omit<ShownCell, 'text' | 'figure' | 'computed'>,
      text: string,
      computed: boolean,
    ): void => {
      const [r, c] = [row(from.row), column(from.column)];
      const [rowEnd, columnEnd] = [
        Math.min(row(from.rowEnd + 1), height),
        Math.min(column(from.columnEnd + 1), width),
      ];
      if (r >= rowEnd || c >= columnEnd || isTaken(taken, width, r, c, rowEnd, columnEnd)) return;
      for (let i = r; i < rowEnd; i++) taken.fill(1, i * width + c, i * width + columnEnd);
      cells.push({
        text,
        row: r + 1,
        column: c + 1,
        rowSpan: rowEnd - r,
        colSpan: columnEnd - c,
        at: placeOf(r, c),
        images: 0,
        nested: [],
        ...(computed && { computed }),
      });
    };
    for (const cell of region.cells) put(cell, tidyLines(cell.figure ?? cell.text), cell.computed);
    if (this.#hasRoom(height * width)) {
      for (const blank of sheet.blanks)
        if (blank.row >= region.from && blank.row <= region.to) put(blank, '', false);
      for (const [r, rowHere] of rowList.entries())
        for (const [c, columnHere] of columnList.entries())
          if (taken[r * width + c] === 0)
            put({ row: rowHere, rowEnd: rowHere, column: columnHere, columnEnd: columnHere }, '', false);
    }
    cells.sort((a, b) => a.row - b.row || a.column - b.column);
    this.#table++;
    return { kind: 'table', number: this.#table, rows: height, columns: width, cells, at: placeOf(0, 0) };
  }

  /** Whether the blank cells of a grid may be written out; a huge grid that is nearly empty is no form. */
  #hasRoom(area: number): boolean {
    this.#room -= area;
    if (this.#room >= 0) return true;
    this.truncated = true;
    return false;
  }
}

function isTaken(
  taken: Uint8Array,
  width: number,
  r: number,
  c: number,
  rowEnd: number,
  columnEnd: number,
): boolean {
  for (let i = r; i < rowEnd; i++)
    for (let j = c; j < columnEnd; j++) if (taken[i * width + j] === 1) return true;
  return false;
}
