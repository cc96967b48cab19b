import { LIMITS } from './limits.ts';

/** A formula as written; of one that is shared, the first cell's, and how far this cell lies from that one. */
export interface Formula {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** A cell that holds something. Rows and columns count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** What the cell shows. */
  readonly text: string;
  /** The number stored, null for text, truth values and errors. */
  readonly number: number | null;
  /** Number format of the stored number where it is not the general one. */
  readonly format: string | null;
  readonly error: boolean;
  readonly formula: Formula | null;
  /** Whether the file holds a result: a formula may stand alone. */
  readonly stored: boolean;
}

/** A merged range, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetData {
  readonly name: string;
  readonly hidden: boolean;
  /** By row, from left to right. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  /** Ranges of hidden columns, both ends included. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  /** Rows that have empty cells with a format, of which blank rows of a drawn table may be. */
  readonly drawnRows: ReadonlySet<number>;
  /** Zeros are not shown. */
  readonly zerosHidden: boolean;
  /** Rows over which pictures begin. */
  readonly pictures: readonly number[];
}

export interface WorkbookData {
  readonly sheets: readonly SheetData[];
  readonly title: string | null;
  /** Days count from 1904-01-01. */
  readonly from1904: boolean;
  readonly truncated: boolean;
}

/** How much of a workbook is taken in: cells, and characters of all their texts together. */
export interface Taken {
  readonly cells: number;
  readonly characters: number;
}
const ofReports: Taken = { cells: LIMITS.blocks, characters: LIMITS.text };

/** Gathers the cells of a workbook's sheets up to what is read of a document. */
export class Gathering {
  truncated = false;
  readonly #most: Taken;
  #cells = 0;
  #characters = 0;

  constructor(most: Taken = ofReports) {
    this.#most = most;
  }

  /** Whether a cell may be kept; once none may, the rest of the file is left out. */
  admits(row: number, column: number, length: number): boolean {
    if (column >= LIMITS.columns || row >= LIMITS.rows) {
      this.truncated = true;
      return false;
    }
    this.#cells++;
    this.#characters += length;
    if (!this.full) return true;
    this.truncated = true;
    return false;
  }

  get full(): boolean {
    return this.#cells > this.#most.cells || this.#characters > this.#most.characters;
  }
}

/** Letters of a column counted from 0: A, Z, AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(0x41 + (rest % 26)) + name;
  return name;
}

/** Address of a cell as spreadsheets write it: B7. */
export const addressOf = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

const ADDRESS = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** Row and column from 0 of an address, null where it is none. */
export function placeOfAddress(address: string): readonly [row: number, column: number] | null {
  const match = ADDRESS.exec(address);
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return [Number(match[2]) - 1, column - 1];
}

/** A range A1:C3, or a single address, as a merge; null where it is none. */
export function rangeOf(text: string): Merge | null {
  const [first, last] = text.split(':');
  const from = placeOfAddress(first ?? '');
  const to = last === undefined ? from : placeOfAddress(last);
  if (from === null || to === null) return null;
  return {
    top: Math.min(from[0], to[0]),
    left: Math.min(from[1], to[1]),
    bottom: Math.max(from[0], to[0]),
    right: Math.max(from[1], to[1]),
  };
}
