import type { ReaderNote } from '../document.ts';
import type { ShownCell, ShownSheet } from './workbook-blocks.ts';
import type { Sums } from './workbook-formulas.ts';
import { plainNumber, shownNumber, showsItsNumber } from './workbook-numbers.ts';
import { addressOf, columnName, type Merge, type SheetCell, type SheetData } from './workbook-sheet.ts';

/** Notes of one kind beyond this many add nothing to what a person does about them. */
const NOTES = 200;

/** Numbers of shown rows or columns, and back: hidden ones are left out of the count. */
class Shown {
  readonly #hidden: readonly number[];

  constructor(hidden: Iterable<number>) {
    this.#hidden = [...hidden].sort((a, b) => a - b);
  }

  isHidden(index: number): boolean {
    return this.#hidden[this.#below(index)] === index;
  }

  /** Its number among those shown; of a hidden one that of the next shown. */
  rank(index: number): number {
    return index - this.#below(index);
  }

  /** The index in the file of the shown one with this number. */
  index(rank: number): number {
    let low = 0;
    let high = this.#hidden.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#hidden[middle]! - middle <= rank) low = middle + 1;
      else high = middle;
    }
    return rank + low;
  }

  #below(index: number): number {
    return firstFrom(this.#hidden, index);
  }
}

function* columnsOf(ranges: SheetData['hiddenColumns'], last: number): Generator<number> {
  for (const [from, to] of ranges)
    for (let column = from; column <= Math.min(to, last); column++) yield column;
}

/** 3、5至8, from numbers in order. */
function spans(numbers: readonly number[], name: (index: number) => string): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const first = i;
    while (numbers[i + 1] === numbers[i]! + 1) i++;
    parts.push(first === i ? name(numbers[i]!) : `${name(numbers[first]!)}至${name(numbers[i]!)}`);
  }
  return parts.length > 6 ? `${parts.slice(0, 6).join('、')}等` : parts.join('、');
}

/** Looks that all merged ranges of a sheet may take together. */
const EFFORT = 5_000_000;

const keyOf = (row: number, column: number): number => row * 16_384 + column;

/** Index of the first number that is not below `from`. */
function firstFrom(sorted: readonly number[], from: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes a sheet what a person sees of it: hidden rows and columns left out, figures as they are shown. */
export class SheetView {
  readonly notes: ReaderNote[] = [];
  readonly #sheet: SheetData;
  readonly #number: number;
  readonly #sums: Sums;
  readonly #rows: Shown;
  readonly #columns: Shown;
  /** Merged ranges by their first cell. */
  readonly #merges = new Map<number, Merge>();

  constructor(sheet: SheetData, number: number, sums: Sums) {
    this.#sheet = sheet;
    this.#number = number;
    this.#sums = sums;
    let last = 0;
    for (const cells of sheet.cells.values())
      for (const column of cells.keys()) last = Math.max(last, column);
    for (const { right } of sheet.merges) last = Math.max(last, Math.min(right, 20_000));
    this.#rows = new Shown(sheet.hiddenRows);
    this.#columns = new Shown(new Set(columnsOf(sheet.hiddenColumns, last)));
    for (const merge of sheet.merges) this.#merges.set(keyOf(merge.top, merge.left), merge);
  }

  shown(): ShownSheet {
    const covered = this.#covered();
    const cells: ShownCell[] = [];
    const hidden = { rows: new Set<number>(), columns: new Set<number>() };
    for (const [row, list] of this.#sheet.cells)
      for (const [column, cell] of list) {
        if (covered.has(keyOf(row, column))) continue;
        const at = this.#range(row, column);
        if (at !== null) cells.push({ ...at, ...this.#told(cell) });
        else if (cell.text.trim() !== '') {
          if (this.#rows.isHidden(row)) hidden.rows.add(row);
          if (this.#columns.isHidden(column)) hidden.columns.add(column);
        }
      }
    this.#noteHidden(hidden.rows, hidden.columns);
    cells.sort((a, b) => a.row - b.row || a.column - b.column);
    const filled = cells.filter((cell) => cell.text.trim() !== '' || cell.figure !== null);
    return {
      name: this.#sheet.name,
      number: this.#number,
      cells: filled,
      blanks: this.#blanks(),
      pictures: this.#sheet.pictures
        .filter((row) => !this.#rows.isHidden(row))
        .map((row) => this.#rows.rank(row))
        .sort((a, b) => a - b),
      isDrawn: (row) => this.#sheet.drawnRows.has(this.#rows.index(row)),
      rowNumber: (row) => this.#rows.index(row) + 1,
      columnNumber: (column) => this.#columns.index(column) + 1,
    };
  }

  /** Cells that lie under merged ones and are not shown. */
  #covered(): ReadonlySet<number> {
    const under = new Set<number>();
    const rows = [...this.#sheet.cells.keys()].sort((a, b) => a - b);
    let effort = 0;
    for (const { top, left, bottom, right } of this.#sheet.merges)
      for (let i = firstFrom(rows, top); i < rows.length && rows[i]! <= bottom && effort < EFFORT; i++) {
        const row = rows[i]!;
        for (const column of this.#sheet.cells.get(row)!.keys()) {
          effort++;
          if (column >= left && column <= right && (row !== top || column !== left))
            under.add(keyOf(row, column));
        }
      }
    return under;
  }

  /** The range of a cell among the shown rows and columns, null where none of it is shown. */
  #range(row: number, column: number): Pick<ShownCell, 'row' | 'column' | 'rowEnd' | 'columnEnd'> | null {
    const merge = this.#merges.get(keyOf(row, column));
    const { top, left, bottom, right } = merge ?? { top: row, left: column, bottom: row, right: column };
    const at = { row: this.#rows.rank(top), column: this.#columns.rank(left) };
    const rowEnd = this.#rows.rank(bottom + 1) - 1;
    const columnEnd = this.#columns.rank(right + 1) - 1;
    return rowEnd < at.row || columnEnd < at.column ? null : { ...at, rowEnd, columnEnd };
  }

  #blanks(): ShownSheet['blanks'] {
    const out: (Pick<ShownCell, 'row' | 'column' | 'rowEnd' | 'columnEnd'> | null)[] = [];
    for (const { top, left } of this.#sheet.merges)
      if ((this.#sheet.cells.get(top)?.get(left)?.text.trim() ?? '') === '') out.push(this.#range(top, left));
    return out.filter((range) => range !== null);
  }

  /** What is told of a cell, with notes on what does not agree in it. */
  #told(cell: SheetCell): Pick<ShownCell, 'text' | 'figure' | 'computed'> {
    if (cell.error) {
      this.#note('errorValue', cell, `是${cell.text}`);
      return { text: cell.text, figure: null, computed: false };
    }
    if (cell.formula !== null && !cell.stored) return this.#uncalculated(cell, cell.formula.text);
    const { number, text, format } = cell;
    if (number === null) return { text, figure: null, computed: false };
    this.#weigh(cell, number);
    if (text === '' && number === 0) {
      this.#note('shown', cell, '存的是0，格式却使它显示为空白');
      return { text, figure: null, computed: false };
    }
    if (showsItsNumber(text, number, format)) return { text, figure: null, computed: false };
    this.#note('shown', cell, `显示“${text}”，存的却是${plainNumber(number)}`);
    return { text, figure: `${text}（存${plainNumber(number)}）`, computed: false };
  }

  /** A formula without a result: a plain sum is drawn up, every other one is shown as it is. */
  #uncalculated(cell: SheetCell, formula: string): Pick<ShownCell, 'text' | 'figure' | 'computed'> {
    const sum = this.#sums.of(this.#sheet, cell);
    this.#note('computed', cell, sum === null ? '公式不能由此算出' : `公式求和得${plainNumber(sum)}`);
    if (sum === null) return { text: `=${formula}`, figure: null, computed: false };
    const text = shownNumber(sum, cell.format);
    const figure = showsItsNumber(text, sum, cell.format) ? null : `${text}（存${plainNumber(sum)}）`;
    return { text, figure, computed: true };
  }

  #weigh(cell: SheetCell, stored: number): void {
    if (cell.formula === null) return;
    const sum = this.#sums.of(this.#sheet, cell);
    if (sum === null || Math.abs(sum - stored) <= 1e-6 * Math.max(1, Math.abs(sum))) return;
    this.#note('formula', cell, `存的结果是${plainNumber(stored)}，按公式计算应为${plainNumber(sum)}`);
  }

  #note(kind: ReaderNote['kind'], { row, column }: SheetCell, text: string): void {
    if (this.notes.length >= NOTES) return;
    const at = { table: this.#number, row: row + 1, column: column + 1 };
    this.notes.push({ kind, text: `${addressOf(row, column)}${text}`, at });
  }

  #noteHidden(rows: ReadonlySet<number>, columns: ReadonlySet<number>): void {
    const parts: string[] = [];
    const sorted = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => a - b);
    if (rows.size > 0) parts.push(`第${spans(sorted(rows), (row) => String(row + 1))}行`);
    if (columns.size > 0) parts.push(`${spans(sorted(columns), columnName)}列`);
    if (parts.length === 0) return;
    const first = {
      table: this.#number,
      row: (sorted(rows)[0] ?? 0) + 1,
      column: (sorted(columns)[0] ?? 0) + 1,
    };
    this.notes.unshift({
      kind: 'hidden',
      text: `工作表“${this.#sheet.name}”的${parts.join('和')}`,
      at: first,
    });
  }
}
