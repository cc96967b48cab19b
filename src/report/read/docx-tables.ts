import { element } from './docx-names.ts';
import type { DocxContext } from './docx-paragraph.ts';
import { LIMITS } from './limits.ts';
import type { RawBlock, RawCell, RawTable } from './tree.ts';
import type { XmlScanner } from './xml-scan.ts';

interface OpenTable {
  readonly table: RawTable;
  readonly home: RawBlock[];
  /** Cells that vertical merges of the row above may continue, by grid column. */
  merges: Map<number, RawCell>;
  row: OpenRow | null;
  cell: OpenCell | null;
}

interface OpenRow {
  readonly cells: RawCell[];
  readonly merges: Map<number, RawCell>;
  readonly continued: RawCell[];
  column: number;
  skip: number;
  deleted: boolean;
}

interface OpenCell {
  readonly cell: RawCell;
  merge: 'none' | 'restart' | 'continue';
  /** It is the rest of the cell to its left (the older way to merge within a row). */
  continuesLeft: boolean;
  deleted: boolean;
}

const [TBL, TR, TC] = [element('tbl'), element('tr'), element('tc')];
const [GRID_SPAN, V_MERGE, H_MERGE, GRID_BEFORE] = ['gridSpan', 'vMerge', 'hMerge', 'gridBefore'].map(
  element,
);

const span = (value: string | null): number => {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isNaN(number) ? 1 : Math.max(1, Math.min(number, LIMITS.columns));
};

/** The tables open at one place of a Word document, the innermost last. */
export class DocxTables {
  readonly #context: DocxContext;
  readonly #stack: OpenTable[] = [];
  /** Tables nested too deep: their text flows into the cell around them. */
  #ignored = 0;

  constructor(context: DocxContext) {
    this.#context = context;
  }

  get open(): boolean {
    return this.#stack.length > 0;
  }

  deleteRow(): void {
    const row = this.#stack.at(-1)?.row;
    if (row && this.#ignored === 0) row.deleted = true;
  }

  /** An element of a table begins; returns where blocks go from here. */
  element(id: number, at: XmlScanner, content: RawBlock[]): RawBlock[] {
    if (id === TBL) return this.#openTable(content);
    const table = this.#stack.at(-1);
    if (table === undefined || this.#ignored > 0) return content;
    if (id === TR)
      table.row = { cells: [], merges: new Map(), continued: [], column: 0, skip: 0, deleted: false };
    else if (id === TC) return this.#openCell(table);
    else if (id === GRID_BEFORE && table.row) {
      table.row.skip = span(at.attribute('val'));
      table.row.column += table.row.skip;
    } else if (table.cell === null) return content;
    else if (id === GRID_SPAN) table.cell.cell.colSpan = span(at.attribute('val'));
    else if (id === V_MERGE) table.cell.merge = at.attribute('val') === 'restart' ? 'restart' : 'continue';
    else if (id === H_MERGE) table.cell.continuesLeft = at.attribute('val') !== 'restart';
    else table.cell.deleted = true;
    return content;
  }

  /** An element of a table ends; returns where blocks go from here. */
  close(id: number, content: RawBlock[]): RawBlock[] {
    if (id === TBL) return this.closeTable(content);
    const table = this.#stack.at(-1);
    if (table === undefined || this.#ignored > 0) return content;
    if (id === TC) this.#closeCell(table);
    else if (id === TR) this.#closeRow(table);
    else return content;
    return table.home;
  }

  /** Ends the innermost table and puts it where it stood. */
  closeTable(content: RawBlock[]): RawBlock[] {
    if (this.#ignored > 0) {
      this.#ignored--;
      return content;
    }
    const table = this.#stack.pop();
    if (table === undefined) return content;
    this.#closeRow(table);
    if (table.table.rows.length > 0) table.home.push(table.table);
    return table.home;
  }

  #openTable(content: RawBlock[]): RawBlock[] {
    if (this.#stack.length >= LIMITS.nesting) this.#ignored++;
    else
      this.#stack.push({
        table: { kind: 'table', rows: [] },
        home: content,
        merges: new Map(),
        row: null,
        cell: null,
      });
    return content;
  }

  #openCell(table: OpenTable): RawBlock[] {
    const skip = table.row?.skip ?? 0;
    if (table.row) table.row.skip = 0;
    table.cell = {
      cell: { content: [], colSpan: 1, rowSpan: 1, skip },
      merge: 'none',
      continuesLeft: false,
      deleted: false,
    };
    return table.cell.cell.content;
  }

  #closeCell(table: OpenTable): void {
    const { row, cell: open } = table;
    table.cell = null;
    if (row === null || open === null || open.deleted) return;
    const { cell, merge } = open;
    const column = row.column;
    row.column += cell.colSpan;
    const left = open.continuesLeft ? row.cells.at(-1) : undefined;
    if (left) {
      left.colSpan += cell.colSpan;
      return;
    }
    const above = merge === 'continue' ? table.merges.get(column) : undefined;
    if (above) {
      row.continued.push(above);
      row.merges.set(column, above);
      return;
    }
    if (merge !== 'none') row.merges.set(column, cell);
    this.#context.count++;
    if (row.cells.length < LIMITS.columns) row.cells.push(cell);
    else if (cell.content.length > 0) this.#context.truncated = true;
  }

  #closeRow(table: OpenTable): void {
    this.#closeCell(table);
    const { row } = table;
    table.row = null;
    if (row === null || row.deleted) return;
    if (table.table.rows.length >= LIMITS.rows) {
      this.#context.truncated = true;
      return;
    }
    for (const cell of row.continued) cell.rowSpan++;
    table.merges = row.merges;
    table.table.rows.push(row.cells);
  }
}
